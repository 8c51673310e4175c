//! The title sheet: who reports for which period, the inputs, and a line that says whether the file is ready to send.
//!
//! In: the plan. Out: a protected sheet whose inputs are open.

use rust_xlsxwriter::{Format, FormatAlign, ProtectionOptions, Worksheet, XlsxError};

use super::plan::Plan;
use super::remarks::Marks;
use super::{checks, remarks, state, value};
use crate::form::{Field, Role};
use crate::record::{CellRef, Value};
use crate::style;
use crate::words::Args;

/// Label, input, help.
pub(super) const WIDTHS: [f64; 3] = [36.0, 54.0, 62.0];
pub(super) const LABEL: u16 = 1;
pub(super) const INPUT: u16 = 2;
pub(super) const HELP: u16 = 3;
/// The row of the line that says how things stand.
pub(super) const STATE_ROW: u32 = 3;

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&plan.layout.title_sheet)?;
    sheet.set_column_width(0, 2)?;
    for (col, width) in (LABEL..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    head(plan, sheet)?;
    for (field, cell) in plan.inputs() {
        input(plan, sheet, field, cell)?;
    }
    remarks::notes(plan, sheet, true)?;
    state::write(plan, sheet)?;
    let is_to_do =
        |field: &Field| !plan.is_fixed(field) && (field.role != Some(Role::Institution) || plan.own_name().is_none());
    let first_open = plan.inputs().find(|(field, _)| is_to_do(field)).map_or(CellRef::new(0, 0), |(_, cell)| cell);
    sheet.set_selection(first_open.row, first_open.col, first_open.row, first_open.col)?;
    sheet.set_active(plan.remarks.is_empty()).set_screen_gridlines(false).protect_with_options(&protection());
    page(plan, sheet);
    Ok(())
}

/// What stays allowed on a protected sheet: to choose cells, fit rows and columns, insert rows and sort.
pub(super) fn protection() -> ProtectionOptions {
    ProtectionOptions { format_rows: true, format_columns: true, insert_rows: true, sort: true, ..Default::default() }
}

/// A4 landscape, one page wide, the page's number at its foot.
pub(super) fn page(plan: &Plan, sheet: &mut Worksheet) {
    let issue = plan.issue;
    // An ampersand begins a command in a footer, and a footer holds 255 characters.
    let whose = issue.institution.map_or_else(|| plan.form.form.title.get(issue.language), |one| one.called());
    let whose = checks::cut(&whose.replace('&', "&&"), 120);
    let footer = plan.tell(
        "template-footer",
        &Args::new().with("institution", whose).with("period", issue.period.name(issue.language)),
    );
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_margins(0.45, 0.45, 0.5, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_footer(footer);
}

fn head(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let issue = plan.issue;
    let period = issue.period.name(issue.language);
    let caption = match issue.deadline {
        Some(day) => plan.tell("template-caption-until", &Args::new().with("period", period).with("day", day)),
        None => plan.tell("template-caption", &Args::new().with("period", period)),
    };
    let advice = plan.tell(
        "template-title-advice",
        &Args::new().with("table", plan.layout.table_sheet.as_str()).with("guide", plan.layout.guide_sheet.as_str()),
    );
    let title = plan.form.form.title.get(issue.language);
    let lines = [(title, style::heading()), (&caption, style::label()), (&advice, style::caption())];
    let across: f64 = WIDTHS.iter().sum();
    for (row, (text, format)) in (0..).zip(lines) {
        let (scale, room) = if row == 0 { (1.6, 8.0) } else { (1.0, 5.0) };
        across_the_sheet(sheet, row, text, &format)?;
        sheet.set_row_height(row, style::row_height([(text, across / scale)]) * scale + room)?;
    }
    sheet.set_row_height(STATE_ROW + 1, 10)?;
    Ok(())
}

pub(super) fn across_the_sheet(sheet: &mut Worksheet, row: u32, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(row, LABEL, row, HELP, "", format)?;
    style::text(sheet, row, LABEL, text, format)
}

/// What stands in an input: what is given, else what svod knows.
pub(super) fn given(plan: &Plan, field: &Field) -> Option<Value> {
    plan.contents.header.get(&field.key).cloned().or_else(|| match field.role {
        Some(Role::Institution) => plan.own_name().map(|name| Value::Text(name.to_owned())),
        Some(Role::Period) => Some(Value::Text(plan.issue.period.name(plan.issue.language))),
        Some(Role::Nil) => Some(Value::Boolean(false)),
        _ => None,
    })
}

fn input(plan: &Plan, sheet: &mut Worksheet, field: &Field, cell: CellRef) -> Result<(), XlsxError> {
    let help = plan.help(field);
    let label = plan.label(field);
    style::text(sheet, cell.row, LABEL, &label, &style::label())?;
    style::text(sheet, cell.row, HELP, &help, &style::hint())?;
    let format = if plan.is_fixed(field) {
        style::body().set_bold().set_align(FormatAlign::VerticalCenter).set_indent(1)
    } else {
        value::input_format(field)
    };
    let format = Marks::of(plan, true).format(cell, &format).unwrap_or(format);
    let words = if let Some(given) = given(plan, field) {
        value::write(plan, sheet, cell, field, &given, &format)?;
        value::in_words(plan, field, &given)
    } else {
        sheet.write_blank(cell.row, cell.col, &format)?;
        String::new()
    };
    // Room for a second line where much may be written, for a set height does not grow.
    let lines = if field.constraints.max_length.is_some_and(|most| most > 100) { "\n" } else { "" };
    let texts = [label.as_str(), &format!("{words}{lines}"), help.as_str()];
    // The help is set in smaller letters.
    let widths = [WIDTHS[0] * 0.9, WIDTHS[1], WIDTHS[2] * 1.08];
    let height = style::row_height(texts.into_iter().zip(widths)) + 4.0;
    sheet.set_row_height(cell.row, height.max(30.0))?;
    if !plan.is_fixed(field) {
        sheet.add_data_validation(cell.row, cell.col, cell.row, cell.col, &checks::of(plan, field)?)?;
    }
    Ok(())
}
