//! The hidden sheet of the institutions' names, from which the title sheet's drop-down list takes them.
//!
//! In: the plan. Out: a protected sheet of one column. Names stand in it and nothing else: everybody who is sent a template
//! can unhide it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::plan::Plan;
use crate::style;

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(Plan::NAMES_SHEET)?;
    for (row, name) in (0..).zip(&plan.names) {
        style::text(sheet, row, 0, name, &style::base())?;
    }
    sheet.set_column_width(0, 80)?;
    sheet.protect().set_hidden(true);
    Ok(())
}
