//! The sheet of dictionaries: one column for each drop-down list. In: the plan's lists. Out: a protected sheet.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::plan::{List, Plan};
use super::title::page;
use crate::style;
use crate::words::Args;

/// Columns are as wide as their longest entry, within these bounds, in characters.
const WIDTHS: (f64, f64) = (16.0, 56.0);

pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&plan.layout.dictionaries_sheet)?;
    style::text(sheet, 0, 0, &plan.layout.dictionaries_sheet, &style::heading().unset_text_wrap())?;
    let advice =
        plan.tell("template-dictionaries-advice", &Args::new().with("table", plan.layout.table_sheet.as_str()));
    style::text(sheet, 1, 0, &advice, &style::caption().unset_text_wrap())?;
    sheet.set_row_height(0, 28)?.set_row_height(1, 18)?.set_row_height(2, 6)?;
    for list in &plan.lists {
        let head = List::FIRST_ROW - 1;
        style::text(sheet, head, list.col, &list.title, &style::header_cell())?;
        for (row, entry) in (List::FIRST_ROW..).zip(&list.entries) {
            style::text(sheet, row, list.col, entry, &style::body().set_indent(1))?;
        }
        sheet.set_column_width(list.col, width(list))?;
    }
    let longest = plan.lists.iter().map(|list| list.entries.len()).max().unwrap_or(0);
    for (row, index) in (List::FIRST_ROW..).zip(0..longest) {
        let entries = plan.lists.iter().filter_map(|list| Some((list.entries.get(index)?.as_str(), width(list) - 1.5)));
        sheet.set_row_height(row, style::row_height(entries))?;
    }
    sheet.set_row_height(List::FIRST_ROW - 1, 22)?;
    sheet.set_freeze_panes(List::FIRST_ROW, 0)?.set_repeat_rows(List::FIRST_ROW - 1, List::FIRST_ROW - 1)?;
    sheet.protect_with_options(&super::title::protection());
    page(plan, sheet);
    Ok(())
}

fn width(list: &List) -> f64 {
    let longest = list.entries.iter().chain([&list.title]).map(|text| text.chars().count()).max().unwrap_or(0);
    let longest = f64::from(u32::try_from(longest).unwrap_or(u32::MAX)).mul_add(1.1, 2.0);
    longest.clamp(WIDTHS.0, WIDTHS.1)
}
