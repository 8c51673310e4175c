//! How a value stands in a cell, and how the cell of a field looks.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::plan::Plan;
use crate::form::{Field, FieldType};
use crate::record::{CellRef, Value};
use crate::style;

/// Writes a value: days and numbers as such, entries of dictionaries as their labels, all else as text.
pub(super) fn write(
    plan: &Plan,
    sheet: &mut Worksheet,
    cell: CellRef,
    field: &Field,
    value: &Value,
    format: &Format,
) -> Result<(), XlsxError> {
    let CellRef { row, col } = cell;
    match value {
        Value::Integer(n) if field.kind != FieldType::String => style::integer(sheet, row, col, *n, format),
        Value::Number(n) if field.kind != FieldType::String => style::number(sheet, row, col, *n, format),
        Value::Date(day) if field.kind == FieldType::Date => style::date(sheet, row, col, *day, format),
        other => style::text(sheet, row, col, &in_words(plan, field, other), format),
    }
}

/// A value as people read it in this form.
pub(super) fn in_words(plan: &Plan, field: &Field, value: &Value) -> String {
    match value {
        Value::Boolean(true) => plan.say("template-yes"),
        Value::Boolean(false) => plan.say("template-no"),
        Value::Text(key) => plan
            .form
            .dictionary_of(field)
            .map_or(key.as_str(), |dictionary| dictionary.label(key, plan.issue.language))
            .to_owned(),
        other => other.to_string(),
    }
}

/// The format of an input of the title sheet.
pub(super) fn input_format(field: &Field) -> Format {
    match field.kind {
        FieldType::Date => style::input_date(),
        FieldType::Integer => style::input_integer(),
        FieldType::Number => style::input_number(),
        FieldType::String | FieldType::Boolean => as_text(style::input(), field),
    }
}

/// The format of an entry of the table; without a frame: the sheet's own rules draw it.
pub(super) fn entry_format(field: &Field) -> Format {
    let entry = style::plain().set_unlocked();
    match field.kind {
        FieldType::Date => style::as_day(entry).set_align(FormatAlign::Center),
        FieldType::Integer => entry.set_num_format("0").set_align(FormatAlign::Right),
        FieldType::Number => entry.set_align(FormatAlign::Right),
        FieldType::String | FieldType::Boolean => as_text(entry, field).set_align(FormatAlign::Left),
    }
}

/// Free text stays what was typed: «5-9» does not become a day, «+7…» not a sum.
fn as_text(format: Format, field: &Field) -> Format {
    if field.kind == FieldType::String && field.dictionary.is_none() { format.set_num_format("@") } else { format }
}

/// Width of a field's column, in characters.
pub(super) fn width(field: &Field) -> f64 {
    field.width.unwrap_or(match field.kind {
        FieldType::Date | FieldType::Integer | FieldType::Number => 13.0,
        FieldType::Boolean => 12.0,
        FieldType::String if field.is_long_text() => 48.0,
        FieldType::String => 24.0,
    })
}
