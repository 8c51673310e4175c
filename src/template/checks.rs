//! What the sheet itself refuses: values outside their list, words in place of days and numbers, texts too long.
//!
//! In: a field. Out: a data validation with the field's help as input hint and a refusal that says how to mend it.
//! Pasting goes round all of this; what comes back is checked again.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Formula, XlsxError};

use super::plan::{NAMES_LIST, Plan};
use crate::form::{Field, FieldType, Role};
use crate::style;
use crate::words::Args;

/// Longest title of a hint, in UTF-16 units.
const TITLE_LIMIT: usize = 32;
/// Longest hint or refusal.
const MESSAGE_LIMIT: usize = 255;

/// The validation of a field's cells; there is always one, for it carries the hint.
pub(super) fn of(plan: &Plan, field: &Field) -> Result<DataValidation, XlsxError> {
    let (validation, refusal) = rule(plan, field)?;
    let title = cut(field.label.get(plan.issue.language), TITLE_LIMIT);
    let validation = validation
        .set_error_title(cut(&plan.say("template-refused"), TITLE_LIMIT))?
        .set_error_message(cut(&refusal, MESSAGE_LIMIT))?;
    match plan.help(field) {
        help if help.is_empty() => Ok(validation),
        help => validation.set_input_title(title)?.set_input_message(cut(&help, MESSAGE_LIMIT)),
    }
}

fn rule(plan: &Plan, field: &Field) -> Result<(DataValidation, String), XlsxError> {
    let free = DataValidation::new();
    if plan.is_choice_of_name(field) {
        let names = Formula::new(format!("={NAMES_LIST}"));
        return Ok((free.allow_list_formula(names), plan.say("template-refuse-name")));
    }
    if let Some(list) = plan.list_name(field) {
        let refusal = if field.kind == FieldType::Boolean {
            plan.say("template-refuse-yes-no")
        } else {
            plan.tell("template-refuse-list", &Args::new().with("sheet", plan.layout.dictionaries_sheet.as_str()))
        };
        return Ok((free.allow_list_formula(Formula::new(format!("={list}"))), refusal));
    }
    Ok(match field.kind {
        FieldType::Date => days(plan, field)?,
        FieldType::Integer => {
            let (low, high) = bounds(field);
            let args = Args::new().with("low", low.to_string()).with("high", high.to_string());
            let whole = free.allow_whole_number(DataValidationRule::Between(low, high));
            (
                whole,
                plan.tell(if high == i32::MAX { "template-refuse-integer" } else { "template-refuse-between" }, &args),
            )
        }
        FieldType::Number => {
            let low = field.constraints.minimum.unwrap_or(-1e15);
            let high = field.constraints.maximum.unwrap_or(1e15);
            (free.allow_decimal_number(DataValidationRule::Between(low, high)), plan.say("template-refuse-number"))
        }
        FieldType::String | FieldType::Boolean => lengths(plan, field),
    })
}

/// Days: the first not after the period, the last not before it, any other within two centuries.
fn days(plan: &Plan, field: &Field) -> Result<(DataValidation, String), XlsxError> {
    let period = plan.issue.period.days();
    let (earliest, latest) = (ExcelDateTime::from_ymd(1900, 1, 1)?, ExcelDateTime::from_ymd(2199, 12, 31)?);
    let known = |day| style::excel_day(day);
    let args = Args::new().with("first", period.start).with("last", period.end);
    let (rule, refusal) = match (field.role, known(period.start), known(period.end)) {
        (Some(Role::Start), _, Some(end)) => (DataValidationRule::Between(earliest, end), "template-refuse-start"),
        (Some(Role::End), Some(start), _) => (DataValidationRule::Between(start, latest), "template-refuse-end"),
        _ => (DataValidationRule::Between(earliest, latest), "template-refuse-date"),
    };
    Ok((DataValidation::new().allow_date(rule), plan.tell(refusal, &args)))
}

fn lengths(plan: &Plan, field: &Field) -> (DataValidation, String) {
    let least = field.constraints.min_length.unwrap_or(0);
    let Some(most) = field.constraints.max_length else {
        return (DataValidation::new().allow_any_value(), String::new());
    };
    let args = Args::new().with("least", least).with("most", most);
    let rule = DataValidation::new().allow_text_length(DataValidationRule::Between(least.min(most), most));
    (rule, plan.tell(if least > 1 { "template-refuse-length" } else { "template-refuse-long" }, &args))
}

/// The bounds of a whole number; counts are never negative unless the form says so.
fn bounds(field: &Field) -> (i32, i32) {
    #[expect(clippy::cast_possible_truncation, reason = "`as` stops at the ends of i32")]
    let whole = |bound: Option<f64>, usual: i32| bound.map_or(usual, |bound| bound as i32);
    let low = whole(field.constraints.minimum, 0);
    (low, whole(field.constraints.maximum, i32::MAX).max(low))
}

/// Not longer than `limit`; what is cut ends in a sign.
pub(super) fn cut(text: &str, limit: usize) -> String {
    if text.encode_utf16().count() <= limit {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= limit
        })
        .collect();
    format!("{}…", kept.trim_end())
}
