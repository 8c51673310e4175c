//! The guide: steps, what the colours mean, every field with its help, and one example filled in from top to bottom.
//!
//! In: the plan. Out: a protected sheet. All of it is the form's own words and constraints.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::plan::Plan;
use super::title::{page, protection};
use crate::form::{Field, FieldType, Role};
use crate::style;
use crate::words::Args;

/// Field, kind, how, example.
const WIDTHS: [f64; 4] = [32.0, 24.0, 62.0, 50.0];
const LAST: u16 = 3;
/// What an indent takes of a column, in characters.
const INDENT: f64 = 1.5;

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&plan.layout.guide_sheet)?;
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    across(sheet, 0, &plan.layout.guide_sheet, &style::heading())?;
    sheet.set_row_height(0, 30)?;
    let row = steps(plan, sheet, 1)?;
    let row = colours(plan, sheet, row + 1)?;
    fields(plan, sheet, row + 1)?;
    sheet.set_screen_gridlines(false).protect_with_options(&protection());
    page(plan, sheet);
    Ok(())
}

fn across(sheet: &mut Worksheet, row: u32, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.merge_range(row, 0, row, LAST, "", format)?;
    style::text(sheet, row, 0, text, format)
}

/// The steps, numbered; gives the row after them.
fn steps(plan: &Plan, sheet: &mut Worksheet, first: u32) -> Result<u32, XlsxError> {
    let nil = plan.form.header_with_role(Role::Nil);
    let args = Args::new()
        .with("name", plan.name_label())
        .with("title", plan.layout.title_sheet.as_str())
        .with("table", plan.layout.table_sheet.as_str())
        .with("dictionaries", plan.layout.dictionaries_sheet.as_str())
        .with("nil", nil.map(|field| field.label.get(plan.issue.language).to_owned()).unwrap_or_default());
    let ids = ["title", "table", "lists", "paste", "more", "nil", "send"];
    let width: f64 = WIDTHS.iter().sum();
    let mut row = first;
    for id in ids.into_iter().filter(|id| *id != "nil" || nil.is_some()) {
        let id = match (id, plan.choice_of_name(), plan.issue.institution) {
            ("title", Some(_), None) => "title-common",
            ("title", Some(_), Some(_)) => "title-own",
            _ => id,
        };
        let text = format!("{}. {}", row - first + 1, plan.tell(&format!("template-guide-{id}"), &args));
        across(sheet, row, &text, &style::plain().set_align(FormatAlign::VerticalCenter))?;
        sheet.set_row_height(row, style::row_height([(text.as_str(), width)]) + 3.0)?;
        row += 1;
    }
    Ok(row)
}

/// What the colours mean; gives the row after it.
fn colours(plan: &Plan, sheet: &mut Worksheet, first: u32) -> Result<u32, XlsxError> {
    across(sheet, first, &plan.say("template-guide-colours"), &style::section())?;
    let swatches = [
        ("input", style::input().set_locked()),
        ("missing", style::warning().set_indent(1)),
        ("wrong", style::error().set_indent(1)),
    ];
    let mut row = first;
    for (id, format) in swatches {
        row += 1;
        let format = format.set_align(FormatAlign::VerticalCenter);
        style::text(sheet, row, 0, &plan.say(&format!("template-colour-{id}")), &format)?;
        let help = plan.say(&format!("template-colour-{id}-help"));
        let beside = style::plain().set_align(FormatAlign::VerticalCenter).set_indent(1);
        sheet.merge_range(row, 1, row, LAST, "", &beside)?;
        style::text(sheet, row, 1, &help, &beside)?;
        sheet.set_row_height(row, 20)?;
    }
    sheet.set_row_height(first, 22)?;
    Ok(row + 1)
}

fn fields(plan: &Plan, sheet: &mut Worksheet, first: u32) -> Result<(), XlsxError> {
    for (col, id) in (0..).zip(["field", "kind", "how", "example"]) {
        style::text(sheet, first, col, &plan.say(&format!("template-guide-{id}")), &style::header_cell())?;
    }
    sheet.set_row_height(first, 22)?.set_repeat_rows(first, first)?;
    let mut row = first + 1;
    let parts = [
        (&plan.layout.title_sheet, plan.inputs().map(|(field, _)| field).collect::<Vec<_>>()),
        (&plan.layout.table_sheet, plan.columns().map(|(field, _)| field).collect()),
    ];
    for (name, fields) in parts {
        let heading = plan.tell("template-guide-sheet", &Args::new().with("sheet", name.as_str()));
        across(sheet, row, &heading, &style::section())?;
        sheet.set_row_height(row, 20)?;
        row += 1;
        for field in fields {
            one(plan, sheet, row, field)?;
            row += 1;
        }
    }
    Ok(())
}

/// One field, a row.
fn one(plan: &Plan, sheet: &mut Worksheet, row: u32, field: &Field) -> Result<(), XlsxError> {
    let language = plan.issue.language;
    let example = match field.role {
        Some(Role::Period) if field.example.is_empty() => plan.issue.period.name(language),
        _ => field.example.get(language).to_owned(),
    };
    let texts = [plan.label(field), kind(plan, field), plan.help(field), example];
    for (col, text) in (0..).zip(&texts) {
        let format = if col == 0 { style::body().set_bold() } else { style::body() };
        style::text(sheet, row, col, text, &format.set_indent(1))?;
    }
    let height = style::row_height(texts.iter().map(String::as_str).zip(WIDTHS.map(|width| width - INDENT)));
    sheet.set_row_height(row, height + 2.0).map(drop)
}

/// What is written into the field, from its type and constraints.
fn kind(plan: &Plan, field: &Field) -> String {
    if plan.is_choice_of_name(field) {
        return plan.say("template-kind-list");
    }
    if matches!(field.role, Some(Role::Institution | Role::Period)) {
        return plan.say("template-kind-given");
    }
    let constraints = &field.constraints;
    let id = match field.kind {
        _ if field.kind != FieldType::Boolean && plan.list_name(field).is_some() => "list",
        FieldType::Boolean => "boolean",
        FieldType::Date => "date",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::String if constraints.max_length.is_some() => "text-limited",
        FieldType::String => "text",
    };
    plan.tell(&format!("template-kind-{id}"), &Args::new().with("most", constraints.max_length.unwrap_or(0)))
}
