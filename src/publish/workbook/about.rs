//! The first sheet: what this workbook is, what to do next, whether the sum is right, what lies where, and of which files
//! it was made.
//!
//! In: the consolidated data. Out: a page to be read from top to bottom, with links to the other sheets.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::super::Error;
use super::book::{Book, Fate, File};
use super::grid::Tone;
use super::links::{self, MOST_LINKS};
use super::names::SheetKind;
use super::page::{self, merged, merged_link};
use crate::finding::Severity;
use crate::flow::{Answer, State};
use crate::style;
use crate::words::Args;

/// A number, two columns of words, then what is said of them.
const WIDTHS: [f64; 6] = [9.0, 36.0, 42.0, 13.0, 9.0, 48.0];
const LAST: u16 = 5;
/// Per cent at which the sheet is as wide as A4 landscape.
const SCALE: u16 = 84;
/// What a page holds at that scale, in points.
const PAGE: f64 = 610.0;
/// Institutions named in the list of things to do; of more only the number is said.
const MOST_NAMES: usize = 12;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    let entries = book.rows_in_words(book.data.events.len())?;
    let lead_id = if book.is_of_parts() { "lead-about-of-parts" } else { "lead-about" };
    let lead = book.say_with(lead_id, &Args::new().with("form", form_title(book)).with("rows", entries));
    page::head(sheet, &book.title, &lead, 0..LAST + 1, WIDTHS.iter().sum())?;
    let mut page = Page { sheet, row: page::FIRST_ROW, used: HEAD };
    if book.is_of_parts() {
        parts(&mut page, book)?;
    } else {
        tasks(&mut page, book)?;
    }
    sum(&mut page, book)?;
    contents(&mut page, book)?;
    // A list of files that would be torn after its first lines begins on a page of its own.
    let torn = page.used + files_height(book) > PAGE;
    let list = page.row;
    files(&mut page, book)?;
    page::set_up(sheet, book, None, style::ACCENT)?;
    sheet.set_print_scale(SCALE);
    if torn {
        sheet.set_page_breaks(&[list])?;
    }
    sheet.set_active(true);
    Ok(())
}

fn form_title(book: &Book) -> String {
    book.form.form.title.get(book.language).to_owned()
}

/// Height of the title with what stands under it, in points.
const HEAD: f64 = 75.0;

/// The sheet with the row that is written next.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    /// Points of the first page that are written on.
    used: f64,
}

impl Page<'_> {
    /// Sets the height of the row, and goes on to the next.
    fn end_row(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        self.used += height;
        Ok(())
    }

    fn heading(&mut self, words: &str) -> Result<(), XlsxError> {
        merged(self.sheet, (self.row, 0), (self.row, LAST), words, &style::section().set_font_size(11))?;
        self.end_row(21.0)
    }

    /// A number, words about it, and where to look.
    fn line(&mut self, number: (i64, Tone), words: &str, look: (&str, &str)) -> Result<(), XlsxError> {
        let (n, tone) = number;
        let format = tone.format().set_bold().set_font_size(11).set_num_format("0").set_align(FormatAlign::Center);
        style::integer(self.sheet, self.row, 0, n, &format.set_align(FormatAlign::VerticalCenter))?;
        let body = spaced().set_align(FormatAlign::VerticalCenter);
        merged(self.sheet, (self.row, 1), (self.row, 2), words, &body)?;
        let (where_to, url) = look;
        merged_link(self.sheet, (self.row, 3), (self.row, LAST), where_to, Some(url), &body)?;
        let high = style::row_height([(words, WIDTHS[1] + WIDTHS[2]), (where_to, WIDTHS[3..].iter().sum())]);
        self.end_row(high.max(18.0))
    }

    /// A line of words over the whole width.
    fn verdict(&mut self, words: &str, tone: Tone) -> Result<(), XlsxError> {
        let format = tone.format().set_bold().set_indent(1).set_align(FormatAlign::VerticalCenter);
        merged(self.sheet, (self.row, 0), (self.row, LAST), words, &format)?;
        self.end_row(style::row_height([(words, WIDTHS.iter().sum())]).max(21.0))
    }

    fn gap(&mut self) {
        self.row += 1;
        self.used += 13.0;
    }
}

/// A cell whose words do not stick to its frame.
fn spaced() -> Format {
    style::body().set_indent(1)
}

/// Rows received = in the report + joined + refused + waiting.
fn sum(page: &mut Page, book: &Book) -> Result<(), XlsxError> {
    let tally = book.data.tally;
    page.heading(&book.say("sum"))?;
    let parts = [
        ("sum-received", tally.received, Tone::Plain, SheetKind::Answers),
        ("sum-in-report", tally.in_report, Tone::Plain, SheetKind::Report),
        ("sum-merged", tally.merged, Tone::Plain, SheetKind::Sources),
        ("sum-refused", tally.refused, Tone::Bad, SheetKind::LeftOut),
        ("sum-waiting", tally.waiting, Tone::Doubtful, SheetKind::LeftOut),
    ];
    for (id, n, tone, kind) in parts {
        // What is left out of a longer period is left out of one of its parts.
        let kind = if book.is_of_parts() && kind == SheetKind::LeftOut { SheetKind::Findings } else { kind };
        let tone = if n == 0 { Tone::Plain } else { tone };
        let (words, url) = look_at(book, kind);
        page.line((i64::from(n), tone), &book.say(id), (&words, &url))?;
    }
    let (id, tone) = if tally.adds_up() { ("sum-adds-up", Tone::Good) } else { ("sum-does-not-add-up", Tone::Bad) };
    page.verdict(&book.say_with(id, &tally.words()), tone)?;
    if tally.carried > 0 {
        let (words, url) = look_at(book, SheetKind::Register);
        page.line((i64::from(tally.carried), Tone::Plain), &book.say("sum-carried"), (&words, &url))?;
    }
    page.gap();
    Ok(())
}

/// The periods that it is made of: how many events, who answered, what is open, and what was never run.
fn parts(page: &mut Page, book: &Book) -> Result<(), XlsxError> {
    page.heading(&book.say("parts"))?;
    let (words, url) = look_at(book, SheetKind::Parts);
    for part in &book.data.parts {
        let args = Args::new().with("period", part.period.name(book.language));
        let Some(data) = part.data.as_deref() else {
            page.line((0, Tone::Bad), &book.say_with("part-missing", &args), (&words, &url))?;
            continue;
        };
        let answered = |answer: &&Answer| answer.state.is_answer();
        let args = args
            .with("answered", data.answers.iter().filter(answered).count())
            .with("asked", data.answers.len())
            .with("errors", data.findings.iter().filter(|finding| finding.is_error()).count())
            .with("questions", data.questions.len());
        let n = i64::try_from(data.events.len()).unwrap_or(i64::MAX);
        page.line((n, Tone::Plain), &book.say_with("part", &args), (&words, &url))?;
    }
    page.gap();
    Ok(())
}

fn look_at(book: &Book, kind: SheetKind) -> (String, String) {
    let words = book.say_with("look-at", &Args::new().with("sheet", book.names.of(kind)));
    (words, book.link_to(kind))
}

/// What a person must do before the report can be signed.
fn tasks(page: &mut Page, book: &Book) -> Result<(), XlsxError> {
    page.heading(&book.say("tasks"))?;
    let data = book.data;
    let errors = data.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = data.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    let silent: Vec<&str> = data
        .answers
        .iter()
        .filter(|answer| answer.state == State::Silent)
        .map(|answer| answer.institution.called())
        .collect();
    let silent_args = Args::new().with("n", silent.len()).with("names", named(book, &silent));
    let held = data.waiting_files().count();
    let count = |n: usize| Args::new().with("n", n);
    let tasks = [
        ("task-silent", silent.len(), silent_args, Tone::Bad, SheetKind::Answers),
        ("task-errors", errors, count(errors), Tone::Bad, SheetKind::Findings),
        ("task-held", held, count(held), Tone::Bad, SheetKind::Findings),
        ("task-unusable", data.useless_files(), count(data.useless_files()), Tone::Bad, SheetKind::Findings),
        ("task-waiting", data.waiting.len(), count(data.waiting.len()), Tone::Doubtful, SheetKind::LeftOut),
        ("task-questions", data.questions.len(), count(data.questions.len()), Tone::Doubtful, SheetKind::Questions),
        ("task-warnings", warnings, count(warnings), Tone::Plain, SheetKind::Findings),
    ];
    let mut nothing = true;
    for (id, n, args, tone, kind) in tasks {
        if n > 0 {
            nothing = false;
            let (words, url) = look_at(book, kind);
            let number = i64::try_from(n).unwrap_or(i64::MAX);
            page.line((number, tone), &book.say_with(id, &args), (&words, &url))?;
        }
    }
    if nothing {
        page.verdict(&book.say("task-none"), Tone::Good)?;
    }
    page.gap();
    Ok(())
}

/// The names, or the first of them and how many more there are.
fn named(book: &Book, names: &[&str]) -> String {
    let (first, rest) = names.split_at(names.len().min(MOST_NAMES));
    let listed = first.join("; ");
    if rest.is_empty() {
        return listed;
    }
    book.say_with("and-more", &Args::new().with("names", listed).with("n", rest.len()))
}

fn contents(page: &mut Page, book: &Book) -> Result<(), XlsxError> {
    page.heading(&book.say("contents"))?;
    for kind in SheetKind::all(book.data).iter().copied() {
        if kind == SheetKind::About {
            continue;
        }
        let words = book.say(&format!("contents-{}", kind.id()));
        let url = book.link_to(kind);
        merged_link(page.sheet, (page.row, 0), (page.row, 1), book.names.of(kind), Some(&url), &spaced())?;
        merged(page.sheet, (page.row, 2), (page.row, LAST), &words, &spaced())?;
        let high = style::row_height([(words.as_str(), WIDTHS[2..].iter().sum())]);
        page.end_row(high.max(18.0))?;
    }
    page.gap();
    Ok(())
}

fn files(page: &mut Page, book: &Book) -> Result<(), XlsxError> {
    let count = Args::new().with("n", book.data.files.len() + book.data.own.len());
    page.heading(&book.say_with("files", &count))?;
    let headings = ["number", "institution", "file", "received", "rows", "what-became"];
    for (col, id) in (0..).zip(headings) {
        style::text(page.sheet, page.row, col, &book.say(id), &style::header_cell())?;
    }
    page.end_row(20.0)?;
    for (at, file) in book.files().enumerate() {
        file_line(page, book, file, at)?;
    }
    for (at, file) in book.own_files().enumerate() {
        file_line(page, book, &file, book.data.files.len() + at)?;
    }
    Ok(())
}

/// Height of the list of files with its headings, in points.
fn files_height(book: &Book) -> f64 {
    let own: f64 = book.own_files().map(|file| file_height(book, &file)).sum();
    41.0 + own + book.files().map(|file| file_height(book, file)).sum::<f64>()
}

fn file_height(book: &Book, file: &File) -> f64 {
    let institution = institution(book, file);
    let became = became(book, file).1;
    let cells = [(institution.as_str(), WIDTHS[1]), (&*file.card.name, WIDTHS[2]), (became.as_str(), WIDTHS[5])];
    style::row_height(cells).max(16.0)
}

fn institution(book: &Book, file: &File) -> String {
    if matches!(file.fate, Fate::Answers(_) | Fate::TakenBefore) {
        return book.say("institution-own");
    }
    if file.institution.is_empty() { book.say("institution-unknown") } else { file.institution.clone() }
}

/// What became of a file, and of an unusable one why.
fn became(book: &Book, file: &File) -> (Tone, String) {
    match file.fate {
        Fate::Counts => (Tone::Good, book.say("fate-counts")),
        Fate::Replaced => (Tone::Faint, book.say("fate-replaced")),
        Fate::Held => (Tone::Bad, book.say("fate-held")),
        Fate::SetAside => (Tone::Faint, book.say("fate-set-aside")),
        Fate::Opened => (Tone::Good, book.say("fate-opened")),
        Fate::TakenBefore => (Tone::Faint, book.say("fate-taken-before")),
        Fate::Answers(n) => (Tone::Good, book.say_with("fate-answers", &Args::new().with("n", n))),
        Fate::Unusable => match book.why_unusable(&file.card.id) {
            Some(why) => (Tone::Bad, book.say_with("fate-unusable-why", &Args::new().with("why", why))),
            None => (Tone::Bad, book.say("fate-unusable")),
        },
    }
}

fn file_line(page: &mut Page, book: &Book, file: &File, at: usize) -> Result<(), XlsxError> {
    let name = &*file.card.name;
    let (tone, became) = became(book, file);
    let (sheet, row) = (&mut *page.sheet, page.row);
    style::integer(
        sheet,
        row,
        0,
        i64::try_from(at + 1).unwrap_or(i64::MAX),
        &style::body_integer().set_align(FormatAlign::Center),
    )?;
    style::text(sheet, row, 1, &institution(book, file), &style::body())?;
    match links::original(&file.card.stored, None) {
        Some(url) if at < MOST_LINKS => page::link(sheet, row, 2, name, &url, &style::body())?,
        _ => style::text(sheet, row, 2, name, &style::body())?,
    }
    style::date(sheet, row, 3, file.card.received.date(), &style::body_date())?;
    match file.rows {
        Some(n) => style::integer(sheet, row, 4, i64::from(n), &style::body_integer().set_indent(1))?,
        None => style::text(sheet, row, 4, "–", &style::body_integer().set_indent(1))?,
    }
    style::text(sheet, row, 5, &became, &tone.format())?;
    page.end_row(file_height(book, file))
}
