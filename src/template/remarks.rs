//! The correction workbook's own part: coloured cells with notes, and the sheet that lists what is to be mended.
//!
//! In: remarks, each with the place that it is about. Out: formats, notes, a protected sheet with links to the cells.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatUnderline, Note, Url, Worksheet, XlsxError};

use super::plan::Plan;
use super::title::{page, protection};
use crate::form::Role;
use crate::layout::Layout;
use crate::record::{CellRef, FieldKey};
use crate::style;

/// What a remark is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// An input of the title sheet.
    Input(FieldKey),
    /// A row of the contents, from 0; one of its cells, or the row as such.
    Entry { row: usize, field: Option<FieldKey> },
}

/// How much a remark asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It must be mended.
    Wrong,
    /// It was understood somehow: is that right?
    Doubtful,
}

/// Something to be mended or confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub spot: Spot,
    pub weight: Weight,
    /// What stood there.
    pub written: String,
    /// What is wrong, what was understood, how to mend it.
    pub message: String,
}

/// Place, field, what stands there, remark.
const WIDTHS: [f64; 5] = [6.0, 26.0, 30.0, 44.0, 84.0];
/// A note shows so many characters in a line.
const NOTE_LINE: usize = 46;
/// A spreadsheet shows a note of this height on any screen.
const NOTE_TALLEST: u32 = 400;

/// The remarks of one sheet, by cell.
pub(super) struct Marks<'a>(BTreeMap<(u32, u16), Vec<&'a Remark>>);

impl<'a> Marks<'a> {
    pub(super) fn of(plan: &Plan<'a>, on_title: bool) -> Self {
        let mut marks: BTreeMap<_, Vec<&Remark>> = BTreeMap::new();
        for remark in plan.remarks {
            if let Some((_, cell)) = cell_of(plan, &remark.spot).filter(|(title, _)| *title == on_title) {
                marks.entry((cell.row, cell.col)).or_default().push(remark);
            }
        }
        Self(marks)
    }

    /// The format of a cell that remarks are about, in the place of its usual one.
    pub(super) fn format(&self, cell: CellRef, usual: &Format) -> Option<Format> {
        let weight = self.0.get(&(cell.row, cell.col))?.iter().map(|remark| remark.weight).min()?;
        let (fill, ink) = match weight {
            Weight::Wrong => (style::CONTRADICTION, style::CONTRADICTION_INK),
            Weight::Doubtful => (style::MISSING, style::MISSING_INK),
        };
        Some(usual.clone().set_background_color(fill).set_font_color(ink))
    }
}

/// Puts a note on every cell of a sheet that remarks are about.
pub(super) fn notes(plan: &Plan, sheet: &mut Worksheet, on_title: bool) -> Result<(), XlsxError> {
    for ((row, col), remarks) in Marks::of(plan, on_title).0 {
        let texts: Vec<&str> = remarks.iter().map(|remark| remark.message.as_str()).collect();
        let text = style::clean(&texts.join("\n\n")).into_owned();
        let lines: usize = text.lines().map(|line| line.chars().count() / NOTE_LINE + 1).sum();
        let height = u32::try_from(lines * 16 + 20).unwrap_or(NOTE_TALLEST).min(NOTE_TALLEST);
        let note = Note::new(text)
            .set_author("svod")
            .add_author_prefix(false)
            .set_font_name("Arial")
            .set_font_size(9)
            .set_width(320)
            .set_height(height);
        sheet.insert_note(row, col, &note)?;
    }
    Ok(())
}

/// The cell of a spot, and whether it stands on the title sheet.
fn cell_of(plan: &Plan, spot: &Spot) -> Option<(bool, CellRef)> {
    match spot {
        Spot::File => None,
        Spot::Input(key) => plan.layout.input(key.as_str()).map(|cell| (true, cell)),
        Spot::Entry { row, field } => {
            let named = field.as_ref().and_then(|key| plan.layout.column(key.as_str()));
            let col = named.or_else(|| title_column(plan)).unwrap_or(0);
            let row = plan.layout.first_row().checked_add(u32::try_from(*row).ok()?)?;
            Some((false, CellRef::new(row, col)))
        }
    }
}

fn title_column(plan: &Plan) -> Option<u16> {
    plan.form.with_role(Role::Title).and_then(|field| plan.layout.column(field.key.as_str()))
}

/// The name of the sheet of remarks: none that another sheet has.
pub(super) fn sheet_name(plan: &Plan) -> String {
    let Layout { title_sheet, table_sheet, dictionaries_sheet, guide_sheet, .. } = plan.layout;
    style::sheet_name(&plan.say("remarks-sheet"), &[title_sheet, table_sheet, dictionaries_sheet, guide_sheet])
}

/// The sheet that lists the remarks, the gravest first, with links to their cells.
pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(plan))?;
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    style::text(sheet, 0, 0, &plan.say("remarks-sheet"), &style::heading().unset_text_wrap())?;
    let advice = plan.say("remarks-advice");
    sheet.merge_range(1, 0, 1, 4, "", &style::caption())?;
    style::text(sheet, 1, 0, &advice, &style::caption())?;
    let across: f64 = WIDTHS.iter().sum();
    sheet.set_row_height(0, 28)?.set_row_height(1, style::row_height([(advice.as_str(), across)]) + 6.0)?;
    for (col, id) in (0..).zip(["number", "place", "field", "written", "message"]) {
        style::text(sheet, 2, col, &plan.say(&format!("remarks-{id}")), &style::header_cell())?;
    }
    sheet.set_row_height(2, 24)?.set_freeze_panes(3, 0)?.set_repeat_rows(2, 2)?;
    let mut row = 3;
    let mut number = 1;
    for (weight, id) in [(Weight::Wrong, "remarks-wrong"), (Weight::Doubtful, "remarks-doubtful")] {
        let mut of_weight = plan.remarks.iter().filter(|remark| remark.weight == weight).peekable();
        if of_weight.peek().is_none() {
            continue;
        }
        sheet.merge_range(row, 0, row, 4, "", &style::section())?;
        style::text(sheet, row, 0, &plan.say(id), &style::section())?;
        sheet.set_row_height(row, 22)?;
        row += 1;
        for remark in of_weight {
            one(plan, sheet, (row, number), remark)?;
            row += 1;
            number += 1;
        }
    }
    sheet.set_active(true).set_screen_gridlines(false).protect_with_options(&protection());
    page(plan, sheet);
    Ok(())
}

fn one(plan: &Plan, sheet: &mut Worksheet, (row, number): (u32, u32), remark: &Remark) -> Result<(), XlsxError> {
    style::integer(sheet, row, 0, i64::from(number), &style::body_integer())?;
    let place = if let Some((on_title, cell)) = cell_of(plan, &remark.spot) {
        let name = if on_title { &plan.layout.title_sheet } else { &plan.layout.table_sheet };
        let words = format!("{name}, {cell}");
        let url = Url::new(format!("internal:{}", style::range(name, cell, cell).replace('$', "")));
        let format = style::body().set_indent(1).set_font_color(style::ACCENT).set_underline(FormatUnderline::Single);
        sheet.write_url_with_options(row, 1, url, style::clean(&words).as_ref(), "", Some(&format))?;
        words
    } else {
        let words = plan.say("remarks-file");
        style::text(sheet, row, 1, &words, &style::body().set_indent(1))?;
        words
    };
    let fill = if remark.weight == Weight::Wrong { style::error() } else { style::warning() };
    let written = if remark.written.is_empty() { plan.say("remarks-empty") } else { remark.written.clone() };
    let texts = [field_label(plan, &remark.spot), written, remark.message.clone()];
    for ((col, text), format) in (2..).zip(&texts).zip([style::body(), fill, style::body()]) {
        style::text(sheet, row, col, text, &format.set_indent(1))?;
    }
    let cells = std::iter::once(place.as_str())
        .chain(texts.iter().map(String::as_str))
        .zip(WIDTHS[1..].iter().map(|width| width - 1.5));
    sheet.set_row_height(row, style::row_height(cells) + 3.0).map(drop)
}

fn field_label(plan: &Plan, spot: &Spot) -> String {
    let field = match spot {
        Spot::Input(key) => plan.form.header_field(key.as_str()),
        Spot::Entry { field: Some(key), .. } => plan.form.field(key.as_str()),
        Spot::Entry { field: None, .. } | Spot::File => None,
    };
    field.map(|field| field.label.get(plan.issue.language).to_owned()).unwrap_or_default()
}
