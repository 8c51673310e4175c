use super::*;
use crate::flow::{FileChoice, FileRuling, HoldReason};
use crate::record::ParcelId;

/// A file of "A" that arrived as number `arrival`, with a row for each title.
fn titled(arrival: u64, proof: Proof, titles: &[&str]) -> Checked {
    let rows = titles.iter().zip(8..).map(|(title, at)| row("A", at).title(title).on(day(2, 1)));
    let mut checked = file("A", arrival, rows.collect());
    checked.known.proof = proof;
    checked
}

fn own(arrival: u64, titles: &[&str]) -> Checked {
    titled(arrival, Proof::Token, titles)
}

fn strange(arrival: u64, titles: &[&str]) -> Checked {
    titled(arrival, Proof::Missing, titles)
}

/// The words of the states, and why the held ones are held.
fn words(states: &[FileState]) -> Vec<&'static str> {
    let word = |state: &FileState| match state {
        FileState::Held(hold) => match hold.why {
            HoldReason::OtherSender => "other sender",
            HoldReason::Displaced => "displaced",
            HoldReason::FewerRows => "fewer rows",
        },
        other => other.word(),
    };
    states.iter().map(word).collect()
}

fn became(files: &[Checked]) -> Vec<&'static str> {
    words(&unruled(files))
}

#[test]
fn the_first_file_counts_whoever_sent_it_and_an_unproved_one_replaces_nothing() {
    assert_eq!(became(&[strange(1, &["Раз"])]), ["counts"]);
    assert_eq!(became(&[own(1, &["Раз"]), strange(2, &["Раз", "Два"])]), ["counts", "other sender"]);
    assert_eq!(became(&[strange(1, &["Раз"]), strange(2, &["Раз", "Два"])]), ["counts", "other sender"]);
    let wrong_token = titled(2, Proof::Contradicted, &["Два"]);
    assert_eq!(became(&[own(1, &["Раз"]), wrong_token]), ["counts", "other sender"]);
}

#[test]
fn a_file_that_says_the_same_may_come_from_anybody() {
    assert_eq!(became(&[own(1, &["Раз", "Два"]), strange(2, &["Два", "Раз"])]), ["replaced", "counts"]);
}

#[test]
fn a_smaller_file_without_any_of_the_former_rows_is_held_and_a_smaller_one_with_some_is_not() {
    assert_eq!(became(&[own(1, &["Раз", "Два"]), own(2, &["Три"])]), ["counts", "fewer rows"]);
    assert_eq!(became(&[own(1, &["Раз", "Два"]), own(2, &[])]), ["counts", "fewer rows"]);
    assert_eq!(became(&[own(1, &["Раз", "Два"]), own(2, &["Два"])]), ["replaced", "counts"]);
    assert_eq!(became(&[own(1, &["Раз"]), own(2, &["Три"])]), ["replaced", "counts"]);
    assert_eq!(
        became(&[own(1, &["Раз", "Два"]), own(2, &["Три"]), own(3, &["Раз", "Два", "Пять"])]),
        ["replaced", "replaced", "counts"]
    );
}

#[test]
fn a_proved_file_replaces_an_unproved_one_and_keeps_its_rows_waiting_where_it_has_none_of_them() {
    assert_eq!(became(&[strange(1, &["Раз"]), own(2, &["Раз", "Два"])]), ["replaced", "counts"]);
    assert_eq!(became(&[strange(1, &["Чужое"]), own(2, &["Раз", "Два"])]), ["displaced", "counts"]);
}

#[test]
fn a_held_file_that_a_later_one_repeats_is_not_asked_about_twice() {
    let files = [own(1, &["Раз"]), strange(2, &["Чужое"]), strange(3, &["Чужое", "Ещё"])];
    assert_eq!(became(&files), ["counts", "replaced", "other sender"]);
}

#[test]
fn a_person_lets_a_file_count_or_sets_it_aside_and_what_comes_later_is_judged_anew() {
    let ruling = |file: &Checked, choice, after| {
        Arc::new(FileRuling {
            number: 1,
            period: period(),
            file: ParcelId(Arc::clone(&file.parcel.id.0)),
            name: Arc::clone(&file.parcel.name),
            choice,
            after,
            note: String::new(),
            who: String::new(),
            when: day(4, 1).at(9, 0, 0, 0),
        })
    };
    let files = [own(1, &["Раз"]), strange(2, &["Чужое"]), own(3, &["Раз", "Два"])];
    let by = |ruling: Arc<FileRuling>, files: &[Checked]| words(&states(files, &[ruling].into_iter().collect()));
    assert_eq!(by(ruling(&files[1], FileChoice::Admit, 3), &files), ["replaced", "counts", "replaced"]);
    assert_eq!(by(ruling(&files[1], FileChoice::SetAside, 3), &files), ["replaced", "set-aside", "counts"]);
    assert_eq!(by(ruling(&files[2], FileChoice::SetAside, 3), &files), ["counts", "other sender", "set-aside"]);
    let more = [files.to_vec(), vec![own(4, &["Раз", "Два", "Три"])]].concat();
    let states = by(ruling(&files[1], FileChoice::Admit, 3), &more);
    assert_eq!(states, ["replaced", "replaced", "replaced", "counts"], "what its own sender sends later counts");
}
