//! The catalogue: every kind of finding that svod itself gives, with its code and its severity. The words stand in
//! `locales/*/findings.ftl`: for each code `finding-CODE` (the message), `finding-CODE-title` (a few words) and
//! `finding-CODE-explain` (what it means and how to mend it). `docs/findings.md` is made from them.
//!
//! In brackets stand the arguments of the message: `field` is a label, `value` what stood in the cell, `understood` what
//! svod made of it, `expected` what it should have been, `name` a file, a sheet or an institution, `first` and `last` the
//! days of the period, `day` another day, `count` how many, or a row's number on its sheet, `number` that of a received file
//! or of a decision. `hint` is a whole sentence of advice, or empty.

use std::sync::Arc;

use super::Severity;

/// One line of the catalogue.
#[derive(Debug)]
pub struct Entry {
    pub kind: FindingKind,
    pub severity: Severity,
    /// Names of the arguments of its message. Whoever makes a finding of this kind gives all of them.
    pub args: &'static [&'static str],
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $kind:ident = $code:literal $severity:ident [$($arg:ident)*];)*) => {
        /// What a finding is about. Documents and answers for programs name it by its code, such as `D04`.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum FindingKind {
            $($(#[$doc])* $kind,)*
            /// A rule of the form, by its code there.
            OfForm(Arc<str>),
        }

        impl FindingKind {
            /// The code, which is stable from version to version.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$kind => $code,)*
                    Self::OfForm(code) => code,
                }
            }

            /// The kind with that code: one of the catalogue, or else a form's own.
            #[must_use]
            pub fn of_code(code: &str) -> Self {
                match code {
                    $($code => Self::$kind,)*
                    own => Self::OfForm(own.into()),
                }
            }
        }

        /// The catalogue, in the order in which the documentation shows it.
        pub static CATALOGUE: &[Entry] = &[
            $(Entry { kind: FindingKind::$kind, severity: Severity::$severity, args: &[$(stringify!($arg)),*] },)*
        ];
    };
}

catalogue! {
    // F: the file as a whole
    /// Not the template, no table found.
    NotTheTemplate = "F01" Error [name];
    /// An older version of the template.
    OlderTemplate = "F02" Warning [value expected];
    /// Unreadable, or locked by a password.
    UnreadableFile = "F03" Error [name value];
    /// Empty: zero bytes, or no sheets.
    EmptyFile = "F04" Error [name];
    /// The same file twice.
    RepeatedFile = "F05" Warning [name];
    /// Replaced by a newer file of the same institution.
    ReplacedFile = "F06" Note [name];
    /// A format that svod does not read (PDF, picture, Word, archive).
    UnsupportedFormat = "F07" Error [name value];
    /// Larger than the limits allow.
    LimitExceeded = "F08" Error [name value];
    /// Macros are there; they were not run.
    MacrosPresent = "F09" Note [name];
    /// The original is gone, or is not what was received.
    OriginalDamaged = "F10" Error [name];
    /// Values come from other files.
    ExternalValues = "F11" Warning [name value count];
    /// Days are counted from 1904.
    DateSystem1904 = "F12" Warning [name];
    /// An archive or a letter: its files were taken.
    AttachmentTaken = "F13" Note [name count hint];
    /// The encoding of a text was guessed.
    GuessedEncoding = "F14" Note [name value];
    /// A letter from an address that the register does not hold.
    UnknownSender = "F15" Note [name value];
    // L: the layout of a returned workbook
    /// A column was recognised by a synonym, or stands elsewhere.
    ColumnBySynonym = "L01" Note [field value];
    /// A column that the form does not know, with values in it.
    UnknownColumn = "L02" Warning [value];
    /// A required column is missing.
    MissingColumn = "L03" Error [field];
    /// Hidden rows or columns hold values; they were taken.
    HiddenValues = "L04" Warning [count];
    /// Two columns for one field.
    DuplicateColumn = "L05" Error [field value];
    /// Merged cells in the table.
    MergedCells = "L06" Warning [count];
    /// Rows stand beyond a long gap.
    RowsBeyondGap = "L07" Warning [count];
    /// Another sheet looks like the same table; it was not taken.
    SecondTable = "L08" Warning [name];
    /// Values that stand at no place of a sheet.
    MisplacedValues = "L09" Warning [value count];
    /// A sheet beside the table's is damaged.
    DamagedSheet = "L10" Warning [name];
    /// A misspelt heading may be that of several fields.
    AmbiguousHeading = "L11" Error [value expected];
    /// Columns that may be empty are not there at all.
    MissingOptionalColumn = "L12" Warning [value count];
    /// Words under, between or beside the rows.
    TextOutsideRows = "L13" Warning [value count];
    /// The table stands on a hidden sheet.
    HiddenTable = "L14" Warning [name];
    // V: the value of a cell
    /// An error value such as #REF!.
    CellErrorValue = "V01" Error [field value];
    /// A formula without a stored value.
    UnevaluatedFormula = "V02" Error [field];
    /// The wrong type: a number, a date, yes/no was expected.
    WrongType = "V03" Error [field value expected];
    /// Longer, shorter, larger, smaller than allowed, or not of the pattern.
    OutOfBounds = "V04" Error [field value expected];
    /// Not in the dictionary.
    NotInDictionary = "V05" Error [field value hint];
    /// Understood though written differently from the dictionary.
    DictionaryVariant = "V06" Warning [field value understood];
    /// A formula or a link stands where text belongs; the stored value was taken.
    FormulaInText = "V07" Warning [field value];
    /// Something that is no value: what stands there cannot be read.
    UnreadableValue = "V08" Error [field value];
    /// Longer than a cell can hold.
    OverlongText = "V09" Warning [field count expected];
    /// Characters that nobody sees.
    InvisibleCharacters = "V10" Warning [field value count];
    /// Text that begins like a formula.
    FormulaLikeText = "V11" Warning [field value];
    /// A number that lost its last digits.
    LostDigits = "V12" Warning [field value];
    // T: the title sheet, whose and for when
    /// Institution not in the register.
    UnknownInstitution = "T01" Error [value];
    /// Another period.
    OtherPeriod = "T02" Error [value expected];
    /// "no events" marked, but rows are there.
    NilWithRows = "T03" Error [count];
    /// No rows, and no mark.
    NoRows = "T04" Error [];
    /// Receptions not given.
    ReceptionsMissing = "T05" Warning [field];
    /// Cannot be told whose file it is.
    InstitutionMissing = "T06" Error [];
    /// The title sheet says something else than the hidden sheet.
    TitleSheetContradicts = "T07" Warning [value expected];
    /// The period is not stated; taken for the one that is collected.
    PeriodAssumed = "T08" Warning [expected];
    /// The hidden sheet was changed: its check sum is wrong.
    HiddenSheetChanged = "T09" Warning [];
    /// The token is not the one of that institution and period.
    WrongToken = "T10" Warning [value];
    /// Would replace another file, and nothing proves whose it is.
    UnprovedReplacement = "T11" Error [name value expected count understood number hint];
    /// Fewer rows than the file that it would replace, and none of them.
    SmallerReplacement = "T12" Error [name value expected count understood number hint];
    /// Counts, though nothing but a name says whose it is.
    UnprovedFile = "T13" Note [name value];
    /// A template of one institution in which another was chosen.
    TemplateOfAnother = "T16" Warning [value expected];
    /// An unproved file that a proved one replaced.
    UnprovedFileDisplaced = "T17" Error [name value expected count understood number];
    /// Counts because a person said so.
    FileAdmitted = "T18" Note [name number expected];
    /// Does not count because a person said so.
    FileSetAside = "T19" Note [name number expected];
    /// Came in a letter from an address of another institution.
    SenderOfAnother = "T20" Warning [name value expected understood];
    // R: the fields of a row
    /// A required field is empty.
    MissingValue = "R01" Error [field hint];
    /// Unknown section.
    UnknownSection = "R02" Error [field value hint];
    /// Unknown country.
    UnknownCountry = "R03" Error [field value hint];
    /// The row has values, but none that makes it an entry.
    NotAnEntry = "R04" Error [value];
    /// A rule of the form could not be worked out for this row.
    RuleNotEvaluated = "R05" Warning [field value expected];
    // D: dates
    /// Not understood.
    UnreadableDate = "D01" Error [field value];
    /// No such day in the calendar.
    NoSuchDay = "D02" Error [field value];
    /// The end lies before the start.
    EndBeforeStart = "D03" Error [field value];
    /// Outside the period.
    OutsidePeriod = "D04" Error [value first last];
    /// Begins before the period or ends after it.
    BeyondPeriod = "D05" Warning [value first last];
    /// The year was taken from the period.
    YearAssumed = "D06" Warning [value understood];
    /// No exact days.
    NoExactDays = "D07" Warning [value understood];
    /// Dates in words and date cells differ.
    DatesDiffer = "D08" Warning [value expected understood];
    /// Another day of the week.
    OtherWeekday = "D09" Warning [value understood];
    /// Ends after the day on which the file was handed in.
    EndsAfterArrival = "D10" Error [value day];
    /// Postponed, cancelled or only planned.
    NotHeld = "D11" Error [field value];
    // P: places
    /// The city lies in another country.
    CityInAnotherCountry = "P01" Warning [value expected understood];
    /// Online, but no link or platform.
    OnlineWithoutLink = "P02" Error [value];
    /// Country understood from the place.
    CountryFromPlace = "P03" Note [value understood];
    /// The country could not be understood from the place.
    CountryNotUnderstood = "P04" Warning [value];
    // U: people
    /// No head count.
    NoHeadCount = "U01" Warning [field];
    /// Number and text differ.
    HeadCountsDiffer = "U02" Warning [value understood];
    /// More foreigners than people in all.
    TooManyForeigners = "U03" Error [value];
    /// An approximate number.
    ApproximateCount = "U04" Warning [value understood];
    /// A number that may not count everybody, or not once.
    UncertainCount = "U05" Warning [value understood];
    // C: content
    /// A short text.
    ShortText = "C01" Warning [field count expected];
    /// Something was signed, but no document is named.
    DocumentNotNamed = "C02" Warning [value];
    /// Personal data.
    PersonalData = "C03" Warning [field understood];
    /// Nothing international.
    NothingInternational = "C04" Warning [];
    // X: repeats
    /// Twice in one file.
    RepeatedRow = "X01" Warning [count];
    /// Resembles another institution's row.
    ResemblingRow = "X02" Warning [name count];
    /// As in an earlier period.
    CopiedFromEarlier = "X03" Warning [name count];
    // M: merging
    /// Numbers of two reports of one event differ; the lead's was kept.
    NumbersDiffer = "M01" Warning [field value expected name];
    /// Other fields differ; the lead's was kept.
    FieldsDiffer = "M02" Warning [field value expected name];
    // Q: people's decisions, in workbooks that svod published
    /// A workbook of svod's own: no institution's file.
    OwnWorkbook = "Q01" Note [name value];
    /// A workbook of svod's own that is not of this workspace, period or form.
    ForeignOwnWorkbook = "Q02" Error [name value];
    /// An answer that was not understood.
    UnclearAnswer = "Q03" Warning [value hint];
    /// An answer to a question that cannot be told.
    OrphanAnswer = "Q04" Warning [value];
    /// A workbook of svod's kind that is not proved to be made here: not obeyed.
    UnprovedOwnWorkbook = "Q05" Error [name value];
    /// A hidden key of the register that does not belong where it stands.
    MisplacedKey = "Q06" Error [value];
    // K: decisions and corrections of the coordinator
    /// A row was taken as it is.
    RowAccepted = "K01" Note [value name day understood];
    /// «take as it is» without a reason: asked again.
    AcceptanceWithoutReason = "K02" Warning [value];
    /// A correction breaks a rule of its field: not taken.
    InvalidCorrection = "K03" Error [field value hint];
    /// An institution changed the value under a correction.
    CorrectionOvertaken = "K04" Warning [field value understood expected name day];
    /// A cell that may not be edited was.
    LockedCellEdited = "K05" Warning [field value expected];
    /// A row was added.
    RowAdded = "K06" Error [value];
    /// A row was taken out.
    RowRemoved = "K07" Warning [value];
    /// A correction whose row is no longer in the report.
    CorrectionWithoutRow = "K08" Warning [field value name day];
    /// The sheet lost what edits are read by.
    EditKeysLost = "K09" Error [];
    /// A column that may be edited is gone.
    EditableColumnGone = "K10" Warning [field];
    // G: the register of institutions
    /// A required cell of the register is empty.
    RegisterCellEmpty = "G01" Error [field];
    /// A code or a name stands twice.
    RegisterDuplicate = "G02" Error [value];
    /// Not an e-mail address, a language or a date.
    RegisterValueInvalid = "G03" Warning [field value];
    /// The register's table was not found.
    RegisterTableMissing = "G04" Error [name];
    /// Until before since.
    UntilBeforeSince = "G05" Error [];
    // H: editions that were published
    /// A folder of an edition without its record: left as it is.
    EditionWithoutRecord = "H01" Warning [name value];
    /// An edition is no longer what was published.
    EditionChanged = "H02" Error [name value];
}

/// The catalogue's line for `kind`; `None` for a form's own.
#[must_use]
pub fn entry(kind: &FindingKind) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.kind == *kind)
}
