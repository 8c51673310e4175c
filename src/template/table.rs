//! The sheet of the table: hidden keys, labels, rows made ready, and the colours that show what is wrong while one types.
//!
//! In: the plan. Out: a protected sheet whose entries are open. Empty rows have no height of their own: spreadsheets fit
//! them to what is typed. Frames are drawn around the first page's rows and around rows in use, so that the rest of the
//! prepared rows is not printed.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Worksheet, XlsxError};

use super::plan::Plan;
use super::remarks::Marks;
use super::watch::Kind;
use super::{checks, remarks, title, value};
use crate::form::Role;
use crate::record::{CellRef, column_letters};
use crate::style;

/// Rows that are framed before anything stands in them.
const FRAMED: u32 = 12;
/// Widest block of columns that stays in sight while one scrolls to the right, in characters.
const FROZEN: f64 = 75.0;
/// Characters of body text that stay readable across one A4 page.
const PER_PAGE: f64 = 250.0;

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&plan.layout.table_sheet)?;
    head(plan, sheet)?;
    rows(plan, sheet)?;
    remarks::notes(plan, sheet, false)?;
    colours(plan, sheet)?;
    for (field, col) in plan.columns() {
        sheet.add_data_validation(plan.layout.first_row(), col, plan.last_row, col, &checks::of(plan, field)?)?;
    }
    view(plan, sheet)
}

fn head(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let layout = plan.layout;
    let period = plan.issue.period.name(plan.issue.language);
    let heading = format!("{}: {period}", layout.table_sheet);
    style::text(sheet, 0, 0, &heading, &style::heading().unset_text_wrap())?;
    advice(plan, sheet)?;
    sheet.set_row_height(0, 28)?;
    let mut tallest: f64 = 0.0;
    for (field, col) in plan.columns() {
        let label = plan.label(field);
        style::text(sheet, layout.key_row, col, field.key.as_str(), &style::code())?;
        style::text(sheet, layout.label_row(), col, &label, &style::header_cell())?;
        sheet.set_column_width(col, value::width(field))?;
        // The labels are bold: a tenth wider.
        tallest = tallest.max(style::row_height([(label.as_str(), value::width(field) * 0.9)]));
    }
    sheet.set_row_hidden(layout.key_row)?.set_row_height(layout.label_row(), tallest + 6.0)?;
    Ok(())
}

/// The advice stands in the columns that stay in sight and are printed on every page, if there are any.
fn advice(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let text = plan.say("template-table-advice");
    let frozen = frozen_columns(plan);
    let mut height = 20.0;
    let mut format = style::caption().unset_text_wrap();
    if frozen > 1 {
        format = style::caption();
        sheet.merge_range(1, 0, 1, frozen - 1, "", &format)?;
        height = style::row_height([(text.as_str(), frozen_width(plan, frozen))]) + 4.0;
    }
    style::text(sheet, 1, 0, &text, &format)?;
    sheet.set_row_height(1, height).map(drop)
}

fn rows(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let first = plan.layout.first_row();
    let marks = Marks::of(plan, false);
    for (field, col) in plan.columns() {
        let open = value::entry_format(field);
        let framed = style::with_frame(open.clone());
        let format = |row: u32| if row < first + FRAMED { &framed } else { &open };
        for row in first..=plan.last_row {
            let index = usize::try_from(row - first).unwrap_or(usize::MAX);
            let given = plan.contents.rows.get(index).and_then(|entries| entries.get(&field.key));
            let cell = CellRef::new(row, col);
            let marked = marks.format(cell, format(row));
            let format = marked.as_ref().unwrap_or(format(row));
            match given {
                Some(given) => value::write(plan, sheet, cell, field, given, format)?,
                None => drop(sheet.write_blank(row, col, format)?),
            }
        }
    }
    for (row, entries) in (first..).zip(&plan.contents.rows) {
        let texts: Vec<_> = plan
            .columns()
            .filter_map(|(field, _)| {
                Some((value::in_words(plan, field, entries.get(&field.key)?), value::width(field)))
            })
            .collect();
        let height = style::row_height(texts.iter().map(|(text, width)| (text.as_str(), *width)));
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// The rules, the gravest first: where two apply to a cell, the first one's fill is seen.
fn colours(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let row = plan.layout.first_row() + 1;
    let used = format!("(COUNTA($A{row}:${}{row})>0)", column_letters(plan.last_column()));
    for kind in [Kind::Contradiction, Kind::Missing] {
        let format = match kind {
            Kind::Missing => style::missing(),
            Kind::Contradiction => style::contradiction(),
        };
        for watched in plan.watches.iter().filter(|watched| watched.kind() == kind) {
            let wrong = watched.expression(plan.issue.period.days(), |key| plan.cell_in_first_row(key));
            for col in watched.cells().into_iter().filter_map(|key| plan.layout.column(key.as_str())) {
                colour(plan, sheet, (col, col), &format!("={used}*{wrong}"), &format)?;
            }
        }
    }
    let frame = style::with_frame(Format::new());
    colour(plan, sheet, (0, plan.last_column()), &format!("={used}"), &frame)
}

fn colour(
    plan: &Plan,
    sheet: &mut Worksheet,
    (from, to): (u16, u16),
    rule: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
    sheet.add_conditional_format(plan.layout.first_row(), from, plan.last_row, to, &rule).map(drop)
}

fn view(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let layout = plan.layout;
    let frozen = frozen_columns(plan);
    sheet.set_freeze_panes(layout.first_row(), frozen)?;
    sheet.set_selection(layout.first_row(), 0, layout.first_row(), 0)?;
    sheet.protect_with_options(&title::protection());
    title::page(plan, sheet);
    sheet.set_print_fit_to_pages(pages(plan, frozen), 0).set_page_order(true);
    sheet.set_repeat_rows(layout.label_row(), layout.label_row())?;
    if frozen > 0 && pages(plan, frozen) > 1 {
        sheet.set_repeat_columns(0, frozen - 1)?;
    }
    Ok(())
}

/// Columns that stay in sight: up to the title, unless that takes too much of a screen.
fn frozen_columns(plan: &Plan) -> u16 {
    let Some(last) = plan.form.with_role(Role::Title).and_then(|field| plan.layout.column(field.key.as_str())) else {
        return 0;
    };
    if frozen_width(plan, last + 1) <= FROZEN { last + 1 } else { 0 }
}

fn frozen_width(plan: &Plan, columns: u16) -> f64 {
    plan.columns().filter(|(_, col)| *col < columns).map(|(field, _)| value::width(field)).sum()
}

/// Pages that the table is wide: one, or as many as keep the print readable; the frozen columns stand on each.
fn pages(plan: &Plan, frozen: u16) -> u16 {
    let all = frozen_width(plan, u16::MAX);
    let repeated = frozen_width(plan, frozen);
    (1..=6_u16).find(|pages| (all + repeated * f64::from(pages - 1)) / f64::from(*pages) <= PER_PAGE).unwrap_or(6)
}
