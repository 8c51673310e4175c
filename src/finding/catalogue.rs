//! Every code that svod itself gives, with its severity. The words stand in `locales/*/findings.ftl`: for each code
//! `finding-CODE` (the message), `finding-CODE-title` (a few words) and `finding-CODE-explain` (what it means and how to
//! mend it). `docs/findings.md` is made from them.

use super::{Code, Severity};

/// One line of the catalogue.
#[derive(Debug)]
pub struct Entry {
    pub code: Code,
    pub severity: Severity,
}

macro_rules! catalogue {
    ($($code:ident $severity:ident;)*) => {
        impl Code {
            $(pub const $code: Self = Self::known(stringify!($code));)*
        }

        /// The catalogue, in the order in which the documentation shows it.
        pub static CATALOGUE: &[Entry] = &[
            $(Entry { code: Code::$code, severity: Severity::$severity },)*
        ];
    };
}

catalogue! {
    // F: the file as a whole
    F01 Error;    // not the template, no table found
    F02 Warning;  // an older version of the template
    F03 Error;    // unreadable, or locked by a password
    F04 Error;    // empty: zero bytes, or no sheets
    F05 Warning;  // the same file twice
    F06 Note;     // replaced by a newer file of the same institution
    F07 Error;    // a format that svod does not read (PDF, picture, Word, archive)
    F08 Error;    // larger than the limits allow
    F09 Note;     // macros are there; they were not run
    // L: the layout of a returned workbook
    L01 Note;     // a column was recognised by a synonym, or stands elsewhere
    L02 Warning;  // a column that the form does not know, with values in it
    L03 Error;    // a required column is missing
    L04 Warning;  // hidden rows or columns hold values; they were taken
    L05 Error;    // two columns for one field
    L06 Warning;  // merged cells in the table
    L07 Warning;  // rows stand beyond a long gap
    L08 Warning;  // another sheet looks like the same table; it was not taken
    // V: the value of a cell
    V01 Error;    // an error value such as #REF!
    V02 Error;    // a formula without a stored value
    V03 Error;    // the wrong type: a number, a date, yes/no was expected
    V04 Error;    // longer, shorter, larger, smaller than allowed, or not of the pattern
    V05 Error;    // not in the dictionary
    V06 Warning;  // understood though written differently from the dictionary
    V07 Warning;  // a formula or a link stands where text belongs; the stored value was taken
    // T: the title sheet, whose and for when
    T01 Error;    // institution not in the register
    T02 Error;    // another period
    T03 Error;    // "no events" marked, but rows are there
    T04 Error;    // no rows, and no mark
    T05 Warning;  // receptions not given
    T06 Error;    // cannot be told whose file it is
    T07 Warning;  // the title sheet says something else than the hidden sheet
    T08 Warning;  // the period is not stated; taken for the one that is collected
    T09 Warning;  // the hidden sheet was changed: its check sum is wrong
    // R: the fields of a row
    R01 Error;    // a required field is empty
    R02 Error;    // unknown section
    R03 Error;    // unknown country
    R04 Error;    // the row has values, but none that makes it an entry
    // D: dates
    D01 Error;
    D02 Error;
    D03 Error;
    D04 Error;
    D05 Warning;
    D06 Warning;
    D07 Warning;
    D08 Warning;
    D09 Warning;
    D10 Error;
    // P: places
    P01 Warning;
    P02 Error;
    P03 Note;     // country understood from the place
    P04 Warning;  // the country could not be understood from the place
    // U: people
    U01 Warning;
    U02 Warning;
    U03 Error;
    U04 Warning;
    // C: content
    C01 Warning;
    C02 Warning;
    C03 Warning;
    C04 Warning;
    // X: repeats
    X01 Warning;
    X02 Warning;
    X03 Warning;
    // M: merging
    M01 Warning;  // numbers of two reports of one event differ; the lead's was kept
    M02 Warning;  // other fields differ; the lead's was kept
    // G: the register of institutions
    G01 Error;    // a required cell of the register is empty
    G02 Error;    // a code or a name stands twice
    G03 Warning;  // not an e-mail address, a language or a date
    G04 Error;    // the register's table was not found
    G05 Error;    // until before since
}

/// The catalogue's line for `code`, if it is one of svod's own.
#[must_use]
pub fn entry(code: &Code) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.code == *code)
}
