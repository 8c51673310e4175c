use proptest::prelude::*;

use super::fonts::FONTS;
use super::input::{self, About, Signed};
use super::lines::{Measure, Piece, at_most, lines};
use super::{pdf, pdf_of_changes, press};
use crate::flow::{Artifact, ArtifactKind, Consolidated};
use crate::form::Form;
use crate::publish::{Edition, Report, fixture};
use crate::words::Language;

/// Fifteen letters or so.
fn narrow() -> Measure<'static> {
    Measure { fonts: &FONTS, width: 8.0 }
}

fn joined(pieces: &[Piece]) -> String {
    let said = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Word(text) | Piece::Whole(text) => text.clone(),
    };
    pieces.iter().map(said).collect()
}

#[test]
fn a_line_whose_words_fit_is_one_piece() {
    let text = "Вечер гитарной музыки «Шесть струн»";
    assert_eq!(lines(text, narrow()), [[Piece::Text(text.to_owned())]]);
}

#[test]
fn a_word_wider_than_its_column_may_be_hyphenated() {
    let word = "достопримечательностями";
    let pieces = &lines(&format!("с «{word}» и"), narrow())[0];
    let expected = [Piece::Text("с ".to_owned()), Piece::Word(format!("«{word}» ")), Piece::Text("и".to_owned())];
    assert_eq!(*pieces, expected);
}

#[test]
fn a_word_with_a_stroke_that_fits_is_not_broken_at_it() {
    let (number, number_text) = (Piece::Text("№ ".to_owned()), Piece::Whole("п/п".to_owned()));
    for heading in ["№ п/п", "№\u{a0}п/п"] {
        let measure = Measure { fonts: &FONTS, width: 2.5 };
        assert_eq!(lines(heading, measure), [[number.clone(), number_text.clone()]]);
    }
}

#[test]
fn an_address_wider_than_its_column_may_break_after_its_marks() {
    let pieces = &lines("https://example.org/museum/events-2024?page=1", narrow())[0];
    let parts = ["https://", "example.", "org/", "museum/", "events-", "2024?", "page=", "1"];
    assert_eq!(*pieces, parts.map(|part| Piece::Text(part.to_owned())));
}

#[test]
fn a_text_is_never_reckoned_lower_than_its_letters_need() {
    let text = "раз два три четыре\nпять";
    assert!(at_most(text, Measure { fonts: &FONTS, width: 100.0 }) >= 2.0);
    assert!(at_most(text, Measure { fonts: &FONTS, width: 6.0 }) >= 3.0);
    assert!(at_most("достопримечательностями", narrow()).is_infinite());
}

#[test]
fn an_accent_is_never_parted_from_its_letter() {
    let word = "и\u{306}".repeat(100);
    for piece in &lines(&word, narrow())[0] {
        let Piece::Text(part) = piece else { continue };
        assert!(!part.starts_with('\u{306}'), "{piece:?}");
    }
}

#[test]
fn lines_keep_their_number_and_what_no_paper_shows_is_not_in_them() {
    let got = lines("раз\r\n\nдва\u{2028}\u{feff}три\u{e000}\u{7}", narrow());
    let got: Vec<String> = got.iter().map(|line| joined(line)).collect();
    assert_eq!(got, ["раз", "", "два", "три\u{fffd}"]);
}

proptest! {
    #[test]
    fn whatever_the_words_the_pieces_say_the_same(text in "[а-яa-z0-9./ \u{301}«»-]{0,200}", width in 1.0..20.0_f64) {
        let got = lines(&text, Measure { fonts: &FONTS, width });
        prop_assert_eq!(got.len(), 1);
        prop_assert_eq!(joined(&got[0]), text);
    }
}

/// The report of the fixture with `text` in every cell of its first row, in its title, its headings and under its table.
fn printed(text: &str) -> Vec<u8> {
    let consolidated = fixture::consolidated();
    let mut report = Report::of(&consolidated, &fixture::form(), Language::Ru).unwrap();
    report.sections.truncate(1);
    let section = report.sections.first_mut().unwrap();
    section.heading = Some(format!("Раздел {text}"));
    section.rows.truncate(2);
    section.rows[0].cells = vec![text.to_owned(); report.columns.len()];
    text.clone_into(&mut report.columns[0].heading);
    report.title = vec![format!("Отчёт {text}")];
    report.closing = Some(text.to_owned());
    let day = consolidated.period.last_day();
    let about = About { name: "отчёт", date: day, language: Language::Ru, foot: Some("Редакция 2") };
    press::signed("отчёт", |parting| input::report(&report, about, Signed::Yes, parting)).unwrap()
}

fn claims_its_standards(pdf: &[u8]) -> bool {
    // They stand in the metadata alone, and only where the file was written by their rules.
    let words = String::from_utf8_lossy(pdf);
    ["<pdfaid:part>2", "<pdfaid:conformance>A", "<pdfuaid:part>1"].iter().all(|standard| words.contains(standard))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_the_letters_the_report_is_set_and_kept_to_its_standards(
        text in prop::collection::vec(any::<char>(), 0..60),
        words in "[а-яё \u{200b}-\u{200f}\u{202a}-\u{202e}\u{300}-\u{36f}א-תا-ي\u{fe00}-\u{fe0f}\u{1f300}-\u{1f6ff}]{0,40}",
    ) {
        let text: String = text.into_iter().chain(words.chars()).collect();
        prop_assert!(claims_its_standards(&printed(&text)));
    }
}

fn printed_of(data: &Consolidated, form: &Form, language: Language) -> Vec<Artifact> {
    pdf(&fixture::subject(data, form, &fixture::register(), language)).unwrap()
}

#[test]
fn report_and_summary_are_set_and_kept_to_their_standards_in_both_languages() {
    for language in [Language::Ru, Language::En] {
        let artifacts = printed_of(&fixture::consolidated(), &fixture::form(), language);
        assert_eq!(artifacts.iter().map(|it| it.kind).collect::<Vec<_>>(), [ArtifactKind::Pdf, ArtifactKind::BriefPdf]);
        for artifact in artifacts {
            assert_eq!(artifact.name.rsplit_once('.').unwrap().1, "pdf");
            assert!(artifact.bytes.starts_with(b"%PDF-1.7"));
            assert!(claims_its_standards(&artifact.bytes), "{}", artifact.name);
        }
    }
}

#[test]
fn a_form_without_sections_or_events_is_set_too() {
    let mut consolidated = fixture::consolidated();
    consolidated.events.clear();
    for form in [fixture::form(), fixture::plain_form()] {
        assert_eq!(printed_of(&consolidated, &form, Language::En).len(), 2);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let artifacts = || printed_of(&fixture::consolidated(), &fixture::form(), Language::Ru);
    assert!(artifacts() == artifacts());
}

#[test]
fn what_an_edition_changed_is_set_and_so_is_that_nothing_did() {
    let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    let edition = |data: &Consolidated, number| {
        Edition::of(&fixture::subject(data, &form, &register, Language::Ru), number).unwrap()
    };
    let mut fewer = data.clone();
    fewer.events.pop();
    for after in [edition(&fewer, 2), edition(&data, 2)] {
        let artifact = || pdf_of_changes(&edition(&data, 1), &after, Language::Ru).unwrap().unwrap();
        assert_eq!(artifact().kind, ArtifactKind::ChangesPdf);
        assert!(claims_its_standards(&artifact().bytes));
        assert!(artifact() == artifact(), "the same changes, other bytes");
    }
}
