//! The register of institutions as a workbook that the coordinator keeps.
//!
//! In: the register. Out: `institutions.xlsx`: a hidden row of keys, labels, one institution a row.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, ExcelDateTime, Format, Formula, Worksheet, XlsxError,
};

use super::Error;
use crate::flow::{Artifact, ArtifactKind};
use crate::register::{Institution, Register};
use crate::style;
use crate::words::{self, Language};

/// The columns with their widths in characters; the keys stand in the hidden first row.
pub(super) const REGISTER_COLUMNS: [(&str, f64); 8] = [
    ("code", 16.0),
    ("name", 60.0),
    ("short_name", 32.0),
    ("email", 30.0),
    ("contact", 34.0),
    ("lang", 9.0),
    ("since", 16.0),
    ("until", 16.0),
];
const FIRST_ROW: u32 = 2;
/// Rows made ready, and rows that stay free under a longer register.
const ROWS: u32 = 300;
const SPARE: u32 = 100;

/// Makes the register's workbook.
///
/// # Errors
/// When there are more institutions than a sheet has rows.
pub fn register_workbook(register: &Register, language: Language) -> Result<Artifact, Error> {
    let say = |id: &str| words::plain(language, id);
    let count = u32::try_from(register.institutions.len()).unwrap_or(u32::MAX);
    let last = FIRST_ROW + ROWS.max(count.saturating_add(SPARE)) - 1;
    let mut book = style::new_book(&say("register-sheet"))?;
    let sheet = book.add_worksheet();
    sheet.set_name(say("register-sheet"))?;
    for (col, (key, width)) in (0..).zip(REGISTER_COLUMNS) {
        style::text(sheet, 0, col, key, &style::code())?;
        style::text(sheet, 1, col, &say(&format!("register-{key}")), &style::header_cell())?;
        sheet.set_column_width(col, width)?;
        for row in FIRST_ROW + count..=last {
            sheet.write_blank(row, col, &column_format(key))?;
        }
        sheet.add_data_validation(FIRST_ROW, col, last, col, &check(key, last, language)?)?;
    }
    for (row, institution) in (FIRST_ROW..).zip(&register.institutions) {
        write_one(sheet, row, institution)?;
    }
    colours(sheet, last)?;
    sheet.set_row_hidden(0)?.set_row_height(1, 30)?.set_freeze_panes(FIRST_ROW, 1)?;
    sheet.set_selection(FIRST_ROW + count, 0, FIRST_ROW + count, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(1, 1)?;
    sheet.set_footer(say("register-footer"));
    Ok(Artifact { kind: ArtifactKind::Register, name: "institutions.xlsx".to_owned(), bytes: style::save(book)? })
}

fn column_format(key: &str) -> Format {
    match key {
        "since" | "until" => style::as_day(style::plain()),
        "lang" => style::plain(),
        _ => style::plain().set_num_format("@"),
    }
}

fn write_one(sheet: &mut Worksheet, row: u32, institution: &Institution) -> Result<(), XlsxError> {
    let texts = [
        &*institution.code,
        &institution.name,
        &institution.short_name,
        &institution.email,
        &institution.contact,
        institution.language.code(),
    ];
    for ((col, (key, _)), text) in (0..).zip(REGISTER_COLUMNS).zip(texts) {
        style::text(sheet, row, col, text, &column_format(key))?;
    }
    let widths = REGISTER_COLUMNS.map(|(_, width)| width);
    sheet.set_row_height(row, style::row_height(texts.into_iter().zip(widths)))?;
    for (col, day) in [(6, institution.since), (7, institution.until)] {
        let format = column_format("since");
        match day {
            Some(day) => style::date(sheet, row, col, day, &format)?,
            None => drop(sheet.write_blank(row, col, &format)?),
        }
    }
    Ok(())
}

fn check(key: &str, last: u32, language: Language) -> Result<DataValidation, XlsxError> {
    let any = DataValidation::new();
    let rule = match key {
        "code" => any.allow_custom(Formula::new(format!("=COUNTIF($A${0}:$A${1},$A{0})=1", FIRST_ROW + 1, last + 1))),
        "lang" => any.allow_list_strings(&Language::ALL.map(Language::code))?,
        "since" | "until" => any.allow_date(DataValidationRule::Between(
            ExcelDateTime::from_ymd(1900, 1, 1)?,
            ExcelDateTime::from_ymd(2199, 12, 31)?,
        )),
        _ => any.allow_any_value(),
    };
    let refusal = match key {
        "code" => "register-refuse-code",
        "lang" => "register-refuse-lang",
        _ => "register-refuse-date",
    };
    rule.set_input_title(words::plain(language, &format!("register-{key}")))?
        .set_input_message(words::plain(language, &format!("register-{key}-help")))?
        .set_error_title(words::plain(language, "template-refused"))?
        .set_error_message(words::plain(language, refusal))
}

/// A name or code that is lacking, a code that stands twice, an end before its beginning; and frames around rows in use.
fn colours(sheet: &mut Worksheet, last: u32) -> Result<(), XlsxError> {
    let (top, bottom) = (FIRST_ROW + 1, last + 1);
    let used = format!("COUNTA($A{top}:$H{top})>0");
    let rules = [
        (0, 0, format!("=COUNTIF($A${top}:$A${bottom},$A{top})>1"), style::contradiction()),
        (6, 7, format!("=ISNUMBER($G{top})*ISNUMBER($H{top})*($H{top}<$G{top})"), style::contradiction()),
        (0, 1, format!("=({used})*(LEN(TRIM(A{top}))=0)"), style::missing()),
        (0, 7, format!("={used}"), style::with_frame(Format::new())),
    ];
    for (from, to, rule, format) in rules {
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(FIRST_ROW, from, last, to, &rule)?;
    }
    Ok(())
}
