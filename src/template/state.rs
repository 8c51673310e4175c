//! The line of the title sheet that says whether the file is ready to send, and the counts that it rests on.
//!
//! In: the plan. Out: formulas, together with what they come to now, for programs that show a file without recalculating
//! it. They use functions and operators alone that every spreadsheet knows.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, FormatAlign, Formula, Worksheet, XlsxError};

use super::plan::Plan;
use super::title::{HELP, INPUT, LABEL, STATE_ROW, WIDTHS, across_the_sheet, given};
use super::watch::{self, Kind};
use super::whose::Whose;
use crate::form::Role;
use crate::record::{CellRef, column_letters};
use crate::style;
use crate::words::Args;

/// A literal in a formula is not longer, in UTF-16 units.
const LITERAL: usize = 240;
/// A formula is shorter, in UTF-16 units; Excel takes a file with a longer one for broken.
const FORMULA: usize = 8192;

/// Writes the counts under the inputs and the line above them.
pub(super) fn write(plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let whose = Whose::of(plan);
    let counts = Counts::of(plan, whose.as_ref());
    counts.write(plan, sheet)?;
    if let Some(whose) = &whose {
        whose.write(plan, sheet, counts.row + Counts::ROWS)?;
    }
    state(plan, sheet, &counts, whose.as_ref())
}

/// What is counted for the line that says how things stand: formulas, and what they come to now.
struct Counts {
    /// Row of the first count.
    row: u32,
    rows: Count,
    title_missing: Count,
    table_missing: Count,
    contradictions: Count,
    /// The expression that nothing is reported, neither rows nor that there were none; and whether it is so now.
    blank: (String, bool),
}

struct Count {
    formula: String,
    now: usize,
}

impl Counts {
    /// Rows of the counts.
    const ROWS: u32 = 4;

    fn of(plan: &Plan, whose: Option<&Whose>) -> Self {
        let below = plan.layout.header.iter().map(|(_, cell)| cell.row).max().unwrap_or(STATE_ROW) + 2;
        let row = below + 1;
        let rows_cell = at(row, INPUT);
        let period = plan.issue.period.days();
        let used_rows = || plan.contents.rows.iter().filter(|row| watch::is_used(row));
        let rows = used_rows().count();
        let used = watch::used(plan.layout.columns.iter().map(|(key, _)| key), |key| plan.distant_range(key));

        let nil = plan.form.header_with_role(Role::Nil).and_then(|field| plan.layout.input(field.key.as_str()));
        let yes = quoted(&plan.say("template-yes"));
        let blank = match nil {
            Some(cell) => format!("({rows_cell}=0)*({}<>{yes})", at(cell.row, cell.col)),
            None => format!("({rows_cell}=0)"),
        };
        let is_blank = rows == 0 && !plan.says_nil();

        let required = || plan.inputs().filter(|(field, _)| plan.is_required(field));
        let mut lacks: Vec<String> = required().map(|(_, cell)| watch::empty(&at(cell.row, cell.col))).collect();
        lacks.push(blank.clone());
        let lacking = required().filter(|(field, _)| !given(plan, field).is_some_and(|value| watch::is_filled(&value)));

        let over_rows = |kind: Kind| {
            let watched: Vec<_> = plan.watches.iter().filter(|watch| watch.kind() == kind).collect();
            let sum: Vec<String> =
                watched.iter().map(|watch| watch.expression(period, |key| plan.distant_range(key))).collect();
            let now = used_rows().map(|row| watched.iter().filter(|watch| watch.holds(period, row)).count()).sum();
            let formula =
                if sum.is_empty() { "0".to_owned() } else { format!("SUMPRODUCT({used}*({}))", sum.join("+")) };
            Count { formula, now }
        };
        let mut contradictions = over_rows(Kind::Contradiction);
        if let Some(cell) = nil {
            contradictions.formula =
                format!("{}+({rows_cell}>0)*({}={yes})", contradictions.formula, at(cell.row, cell.col));
            contradictions.now += usize::from(rows > 0 && plan.says_nil());
        }
        if let Some(whose) = whose {
            contradictions.formula = format!("{}+{}", contradictions.formula, whose.is_unlisted.formula);
            contradictions.now += usize::from(whose.is_unlisted.now);
        }
        Self {
            row,
            rows: Count { formula: format!("SUMPRODUCT(1*{used})"), now: rows },
            title_missing: Count { formula: lacks.join("+"), now: lacking.count() + usize::from(is_blank) },
            table_missing: over_rows(Kind::Missing),
            contradictions,
            blank: (blank, is_blank),
        }
    }

    fn write(&self, plan: &Plan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let head = self.row - 1;
        across_the_sheet(sheet, head, &plan.say("template-check"), &style::section())?;
        sheet.set_row_height(head, 22)?;
        let counts = [
            ("rows", &self.rows),
            ("title", &self.title_missing),
            ("table", &self.table_missing),
            ("wrong", &self.contradictions),
        ];
        let number =
            style::body_integer().set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_indent(1);
        for (row, (id, count)) in (self.row..).zip(counts) {
            style::text(sheet, row, LABEL, &plan.say(&format!("template-check-{id}")), &style::label())?;
            let help = plan.say(&format!("template-check-{id}-help"));
            style::text(sheet, row, HELP, &help, &style::hint())?;
            if count.formula.encode_utf16().count() >= FORMULA {
                return Err(XlsxError::ParameterError("the table has more fields than a formula can count".to_owned()));
            }
            let formula = Formula::new(format!("={}", count.formula)).set_result(count.now.to_string());
            sheet.write_formula_with_format(row, INPUT, formula, &number)?;
            sheet.set_row_height(row, style::row_height([(help.as_str(), WIDTHS[2] * 1.08)]).max(18.0) + 2.0)?;
        }
        let last = self.row + Self::ROWS - 1;
        above_zero(sheet, (self.row + 1, last - 1), &style::missing())?;
        above_zero(sheet, (last, last), &style::contradiction())
    }

    fn missing_now(&self) -> usize {
        self.title_missing.now + self.table_missing.now
    }
}

fn above_zero(sheet: &mut Worksheet, (first, last): (u32, u32), format: &Format) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new().set_rule(format!("=$C{}>0", first + 1).as_str()).set_format(format);
    sheet.add_conditional_format(first, INPUT, last, INPUT, &rule).map(drop)
}

/// The line that says how things stand, and the colours of the line and of the inputs.
fn state(plan: &Plan, sheet: &mut Worksheet, counts: &Counts, whose: Option<&Whose>) -> Result<(), XlsxError> {
    let cell = |offset: u32| at(counts.row + offset, INPUT);
    let missing = format!("{}+{}", cell(1), cell(2));
    let wrong = cell(3);
    let ready = plan.say("template-state-ready");
    let args = |missing: &str, wrong: &str| Args::new().with("missing", missing).with("wrong", wrong);
    let nil = plan.form.header_with_role(Role::Nil).map(|field| field.label.get(plan.issue.language).to_owned());
    let blank_args =
        Args::new().with("table", plan.layout.table_sheet.as_str()).with("nil", nil.clone().unwrap_or_default());
    let blank = plan.tell(if nil.is_some() { "template-state-blank-nil" } else { "template-state-blank" }, &blank_args);
    // The places of the two numbers, so that the sentence stays the translator's.
    let (hole, other) = ("\u{1}", "\u{2}");
    let open = quoted(&plan.tell("template-state-open", &args(hole, other)))
        .replace(hole, &format!("\"&({missing})&\""))
        .replace(other, &format!("\"&{wrong}&\""));
    let (is_blank, blank_now) = (&counts.blank.0, counts.blank.1);
    let formula = format!("IF({is_blank},{},IF({missing}+{wrong}=0,{},{open}))", quoted(&blank), quoted(&ready));
    let (missing_now, wrong_now) = (counts.missing_now(), counts.contradictions.now);
    let now = if blank_now {
        blank
    } else if missing_now + wrong_now == 0 {
        ready
    } else {
        plan.tell("template-state-open", &args(&missing_now.to_string(), &wrong_now.to_string()))
    };
    let (formula, now) = match whose {
        Some(whose) => whose.of_the_line(plan, (formula, now)),
        None => (formula, now),
    };
    let formula = format!("={formula}");
    let format = style::with_frame(style::label()).set_indent(1);
    sheet.merge_range(STATE_ROW, LABEL, STATE_ROW, HELP, "", &format)?;
    sheet.write_formula_with_format(STATE_ROW, LABEL, Formula::new(formula).set_result(now), &format)?;
    sheet.set_row_height(STATE_ROW, 28)?;
    let state = CellRef::new(STATE_ROW, LABEL);
    paint(sheet, state, &format!("={wrong}>0"), &style::contradiction())?;
    paint(sheet, state, &format!("={missing}>0"), &style::missing())?;
    paint(sheet, state, &format!("={missing}+{wrong}=0"), &style::ready())?;
    if let Some(whose) = whose {
        paint(sheet, whose.cell, &format!("={}", whose.is_unlisted.formula), &style::contradiction())?;
    }
    for (field, cell) in plan.inputs() {
        let here = at(cell.row, cell.col);
        if field.role == Some(Role::Nil) {
            let yes = quoted(&plan.say("template-yes"));
            let rows = at(counts.row, INPUT);
            paint(sheet, cell, &format!("=({rows}>0)*({here}={yes})"), &style::contradiction())?;
            paint(sheet, cell, &format!("={is_blank}"), &style::missing())?;
        } else if plan.is_required(field) {
            paint(sheet, cell, &format!("={}", watch::empty(&here)), &style::missing())?;
        }
    }
    Ok(())
}

pub(super) fn paint(sheet: &mut Worksheet, cell: CellRef, rule: &str, format: &Format) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new().set_rule(rule).set_format(format);
    sheet.add_conditional_format(cell.row, cell.col, cell.row, cell.col, &rule).map(drop)
}

/// An absolute reference on the own sheet.
pub(super) fn at(row: u32, col: u16) -> String {
    format!("${}${}", column_letters(col), row + 1)
}

/// A text as a literal of a formula; a long one in pieces, for a literal holds 255 characters.
pub(super) fn quoted(text: &str) -> String {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in text.chars() {
        if used >= LITERAL {
            pieces.push(String::new());
            used = 0;
        }
        used += c.len_utf16();
        if let Some(piece) = pieces.last_mut() {
            // A quotation mark stands twice.
            piece.extend(std::iter::repeat_n(c, if c == '"' { 2 } else { 1 }));
        }
    }
    pieces.iter().map(|piece| format!("\"{piece}\"")).collect::<Vec<_>>().join("&")
}
