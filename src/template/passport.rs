//! The very hidden sheet that says whose workbook this is. In: the plan. Out: the passport's rows.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::plan::Plan;
use crate::layout::{Passport, Token};
use crate::style;

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let issue = plan.issue;
    let (form, period) = (plan.form.form.id.clone(), issue.period.to_string());
    let institution = issue.institution.map(|institution| institution.code.to_string());
    // A workbook for all proves nobody's name, so it bears no token.
    let token = institution.as_deref().zip(issue.key).and_then(|(code, key)| Token::of(key, &form, code, &period));
    let passport =
        Passport { token, form, version: plan.form.form.version, institution: institution.unwrap_or_default(), period };
    sheet.set_name(Passport::SHEET)?;
    for (row, (key, value)) in (0..).zip(passport.rows()) {
        style::text(sheet, row, 0, key, &style::code())?;
        style::text(sheet, row, 1, &value, &style::code())?;
    }
    sheet.set_column_width(0, 14)?.set_column_width(1, 40)?;
    sheet.protect().set_very_hidden(true);
    Ok(())
}
