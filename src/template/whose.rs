//! The part of the self-check that says for which institution the workbook speaks.
//!
//! In: the plan. Out: expressions with what they come to now, and a row under the counts. In a workbook that was made for
//! one institution another one may be chosen: the row says so, and what will come of it.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::plan::{NAMES_LIST, Plan};
use super::state::{at, paint, quoted};
use super::title::{HELP, INPUT, LABEL, WIDTHS, given};
use super::watch;
use crate::form::Role;
use crate::record::CellRef;
use crate::style;
use crate::words::Args;

/// A condition as an expression, and whether it holds now.
pub(super) struct Condition {
    pub(super) formula: String,
    pub(super) now: bool,
}

/// What is known of the name on the title sheet.
pub(super) struct Whose {
    pub(super) cell: CellRef,
    /// The name that stands there now.
    name: String,
    is_empty: Condition,
    /// It is none of the list.
    pub(super) is_unlisted: Condition,
    /// It is another institution than the one that the workbook was made for; none, where it was made for all.
    is_another: Option<Condition>,
}

impl Whose {
    /// None where the name is svod's alone.
    pub(super) fn of(plan: &Plan) -> Option<Self> {
        let cell = plan.choice_of_name()?;
        let here = at(cell.row, cell.col);
        let name = plan.form.header_with_role(Role::Institution).and_then(|field| given(plan, field));
        let name = name.as_ref().and_then(|name| name.as_text()).unwrap_or_default().trim().to_owned();
        let is_empty = Condition { formula: watch::empty(&here), now: name.is_empty() };
        // Spreadsheets compare without regard to case.
        let is_same = |other: &str| other.to_lowercase() == name.to_lowercase();
        let is_unlisted = Condition {
            formula: format!("(LEN(TRIM({here}))>0)*(SUMPRODUCT(1*({NAMES_LIST}={here}))=0)"),
            now: !name.is_empty() && !plan.names.iter().any(|listed| is_same(listed)),
        };
        let is_another = plan.own_name().map(|own| Condition {
            formula: format!("(LEN(TRIM({here}))>0)*({here}<>({}))", quoted(&style::clean(own))),
            now: !name.is_empty() && !is_same(own),
        });
        Some(Self { cell, name, is_empty, is_unlisted, is_another })
    }

    /// Adds to the line that says how things stand: in a workbook for all, that the name comes first; in one that was made
    /// for another institution, that it speaks for this one now.
    pub(super) fn of_the_line(&self, plan: &Plan, (formula, now): (String, String)) -> (String, String) {
        let Some(is_another) = &self.is_another else {
            let unnamed = plan.tell("template-state-unnamed", &Args::new().with("name", plan.name_label()));
            let formula = format!("IF({},{},{formula})", self.is_empty.formula, quoted(&unnamed));
            return (formula, if self.is_empty.now { unnamed } else { now });
        };
        let another = format!(" {}", plan.say("template-state-another"));
        let formula = format!("{formula}&IF({},{},\"\")", is_another.formula, quoted(&another));
        (formula, if is_another.now { now + &another } else { now })
    }

    /// Writes the row.
    pub(super) fn write(&self, plan: &Plan, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let here = at(self.cell.row, self.cell.col);
        let nobody = plan.say("template-check-whose-nobody");
        let told = |name: &str| {
            let args = Args::new()
                .with("own", style::clean(plan.own_name().unwrap_or_default()).into_owned())
                .with("name", name);
            plan.tell("template-check-whose-another", &args)
        };
        let (named, now) = match &self.is_another {
            Some(is_another) => {
                // The place of the name, so that the sentence stays the translator's.
                let hole = "\u{1}";
                let another = quoted(&told(hole)).replace(hole, &format!("\"&{here}&\""));
                let now = if is_another.now { told(&self.name) } else { self.name.clone() };
                (format!("IF({},{another},{here})", is_another.formula), now)
            }
            None => (here, self.name.clone()),
        };
        let formula = format!("=IF({},{},{named})", self.is_empty.formula, quoted(&nobody));
        let now = if self.is_empty.now { nobody } else { now };
        style::text(sheet, row, LABEL, &plan.say("template-check-whose"), &style::label())?;
        let format = style::with_frame(style::hint());
        sheet.merge_range(row, INPUT, row, HELP, "", &format)?;
        // Room for what stands there when another institution was chosen.
        let longest = plan.own_name().map(told).unwrap_or_default();
        let width = (WIDTHS[1] + WIDTHS[2]) * 1.08;
        let height = style::row_height([(now.as_str(), width), (longest.as_str(), width)]);
        sheet.set_row_height(row, height.max(18.0) + 2.0)?;
        sheet.write_formula_with_format(row, INPUT, Formula::new(formula).set_result(now), &format)?;
        match &self.is_another {
            Some(another) => {
                paint(sheet, CellRef::new(row, INPUT), &format!("={}", another.formula), &style::missing())
            }
            None => Ok(()),
        }
    }
}
