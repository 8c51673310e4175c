//! Every code that svod itself gives, with its severity. The words stand in `locales/*/findings.ftl`: for each code
//! `finding-CODE` (the message), `finding-CODE-title` (a few words) and `finding-CODE-explain` (what it means and how to
//! mend it). `docs/findings.md` is made from them.
//!
//! In brackets stand the arguments of the message: `field` is a label, `value` what stood in the cell, `understood` what
//! svod made of it, `expected` what it should have been, `name` a file, a sheet or an institution, `first` and `last` the
//! days of the period, `day` another day, `count` how many, or a row's number on its sheet, `number` that of a received file or of a decision. `hint` is a whole sentence of advice, or empty.

use super::{Code, Severity};

/// One line of the catalogue.
#[derive(Debug)]
pub struct Entry {
    pub code: Code,
    pub severity: Severity,
    /// Names of the arguments of its message. Whoever makes a finding of this code gives all of them.
    pub args: &'static [&'static str],
}

macro_rules! catalogue {
    ($($code:ident $severity:ident [$($arg:ident)*];)*) => {
        impl Code {
            $(pub const $code: Self = Self::known(stringify!($code));)*
        }

        /// The catalogue, in the order in which the documentation shows it.
        pub static CATALOGUE: &[Entry] = &[
            $(Entry { code: Code::$code, severity: Severity::$severity, args: &[$(stringify!($arg)),*] },)*
        ];
    };
}

catalogue! {
    // F: the file as a whole
    F01 Error [name]; // not the template, no table found
    F02 Warning [value expected]; // an older version of the template
    F03 Error [name value]; // unreadable, or locked by a password
    F04 Error [name]; // empty: zero bytes, or no sheets
    F05 Warning [name]; // the same file twice
    F06 Note [name]; // replaced by a newer file of the same institution
    F07 Error [name value]; // a format that svod does not read (PDF, picture, Word, archive)
    F08 Error [name value]; // larger than the limits allow
    F09 Note [name]; // macros are there; they were not run
    F10 Error [name]; // the original is gone, or is not what was received
    F11 Warning [name value count]; // values come from other files
    F12 Warning [name]; // days are counted from 1904
    F13 Note [name count hint]; // an archive or a letter: its files were taken
    F14 Note [name value]; // the encoding of a text was guessed
    F15 Note [name value]; // a letter from an address that the register does not hold
    // L: the layout of a returned workbook
    L01 Note [field value]; // a column was recognised by a synonym, or stands elsewhere
    L02 Warning [value]; // a column that the form does not know, with values in it
    L03 Error [field]; // a required column is missing
    L04 Warning [count]; // hidden rows or columns hold values; they were taken
    L05 Error [field value]; // two columns for one field
    L06 Warning [count]; // merged cells in the table
    L07 Warning [count]; // rows stand beyond a long gap
    L08 Warning [name]; // another sheet looks like the same table; it was not taken
    L09 Warning [value count]; // values that stand at no place of a sheet
    L10 Warning [name]; // a sheet beside the table's is damaged
    L11 Error [value expected]; // a misspelt heading may be that of several fields
    L12 Warning [value count]; // columns that may be empty are not there at all
    L13 Warning [value count]; // words under, between or beside the rows
    L14 Warning [name]; // the table stands on a hidden sheet
    // V: the value of a cell
    V01 Error [field value]; // an error value such as #REF!
    V02 Error [field]; // a formula without a stored value
    V03 Error [field value expected]; // the wrong type: a number, a date, yes/no was expected
    V04 Error [field value expected]; // longer, shorter, larger, smaller than allowed, or not of the pattern
    V05 Error [field value hint]; // not in the dictionary
    V06 Warning [field value understood]; // understood though written differently from the dictionary
    V07 Warning [field value]; // a formula or a link stands where text belongs; the stored value was taken
    V08 Error [field value]; // something that is no value: what stands there cannot be read
    V09 Warning [field count expected]; // longer than a cell can hold
    V10 Warning [field value count]; // characters that nobody sees
    V11 Warning [field value]; // text that begins like a formula
    V12 Warning [field value]; // a number that lost its last digits
    // T: the title sheet, whose and for when
    T01 Error [value]; // institution not in the register
    T02 Error [value expected]; // another period
    T03 Error [count]; // "no events" marked, but rows are there
    T04 Error []; // no rows, and no mark
    T05 Warning [field]; // receptions not given
    T06 Error []; // cannot be told whose file it is
    T07 Warning [value expected]; // the title sheet says something else than the hidden sheet
    T08 Warning [expected]; // the period is not stated; taken for the one that is collected
    T09 Warning []; // the hidden sheet was changed: its check sum is wrong
    T10 Warning [value]; // the token is not the one of that institution and period
    T11 Error [name value expected count understood number]; // would replace another file, and nothing proves whose it is
    T12 Error [name value expected count understood number]; // fewer rows than the file that it would replace, and none of them
    T13 Note [name value]; // counts, though nothing but a name says whose it is
    T16 Warning [value expected]; // a template of one institution in which another was chosen
    T17 Error [name value expected count understood number]; // an unproved file that a proved one replaced
    T18 Note [name number expected]; // counts because a person said so
    T19 Note [name number expected]; // does not count because a person said so
    T20 Warning [name value expected understood]; // came in a letter from an address of another institution
    // R: the fields of a row
    R01 Error [field hint]; // a required field is empty
    R02 Error [field value hint]; // unknown section
    R03 Error [field value hint]; // unknown country
    R04 Error [value]; // the row has values, but none that makes it an entry
    R05 Warning [field value expected]; // a rule of the form could not be worked out for this row
    // D: dates
    D01 Error [field value]; // not understood
    D02 Error [field value]; // no such day in the calendar
    D03 Error [field value]; // the end lies before the start
    D04 Error [value first last]; // outside the period
    D05 Warning [value first last]; // begins before the period or ends after it
    D06 Warning [value understood]; // the year was taken from the period
    D07 Warning [value understood]; // no exact days
    D08 Warning [value expected understood]; // dates in words and date cells differ
    D09 Warning [value understood]; // another day of the week
    D10 Error [value day]; // ends after the day on which the file was handed in
    D11 Error [field value]; // postponed, cancelled or only planned
    // P: places
    P01 Warning [value expected understood]; // the city lies in another country
    P02 Error [value]; // online, but no link or platform
    P03 Note [value understood]; // country understood from the place
    P04 Warning [value]; // the country could not be understood from the place
    // U: people
    U01 Warning [field]; // no head count
    U02 Warning [value understood]; // number and text differ
    U03 Error [value]; // more foreigners than people in all
    U04 Warning [value understood]; // an approximate number
    U05 Warning [value understood]; // a number that may not count everybody, or not once
    // C: content
    C01 Warning [field count expected]; // a short text
    C02 Warning [value]; // something was signed, but no document is named
    C03 Warning [field understood]; // personal data
    C04 Warning []; // nothing international
    // X: repeats
    X01 Warning [count]; // twice in one file
    X02 Warning [name count]; // resembles another institution's row
    X03 Warning [name count]; // as in an earlier period
    // M: merging
    M01 Warning [field value expected name]; // numbers of two reports of one event differ; the lead's was kept
    M02 Warning [field value expected name]; // other fields differ; the lead's was kept
    // Q: people's decisions, in workbooks that svod published
    Q01 Note [name value]; // a workbook of svod's own: no institution's file
    Q02 Error [name value]; // a workbook of svod's own that is not of this workspace, period or form
    Q03 Warning [value hint]; // an answer that was not understood
    Q04 Warning [value]; // an answer to a question that cannot be told
    Q05 Error [name value]; // a workbook of svod's kind that is not proved to be made here: not obeyed
    Q06 Error [value]; // a hidden key of the register that does not belong where it stands
    // K: decisions and corrections of the coordinator
    K01 Note [value name day understood]; // a row was taken as it is
    K02 Warning [value]; // «take as it is» without a reason: asked again
    K03 Error [field value hint]; // a correction breaks a rule of its field: not taken
    K04 Warning [field value understood expected name day]; // an institution changed the value under a correction
    K05 Warning [field value expected]; // a cell that may not be edited was
    K06 Error [value]; // a row was added
    K07 Warning [value]; // a row was taken out
    K08 Warning [field value name day]; // a correction whose row is no longer in the report
    K09 Error []; // the sheet lost what edits are read by
    K10 Warning [field]; // a column that may be edited is gone
    // G: the register of institutions
    G01 Error [field]; // a required cell of the register is empty
    G02 Error [value]; // a code or a name stands twice
    G03 Warning [field value]; // not an e-mail address, a language or a date
    G04 Error [name]; // the register's table was not found
    G05 Error []; // until before since
    // H: editions that were published
    H01 Warning [name value]; // a folder of an edition without its record: left as it is
    H02 Error [name value]; // an edition is no longer what was published
}

/// The catalogue's line for `code`, if it is one of svod's own.
#[must_use]
pub fn entry(code: &Code) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.code == *code)
}
