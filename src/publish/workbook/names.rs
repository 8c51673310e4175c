//! The names of the sheets: the form's own words where it has them, no two alike.

use crate::form::Form;
use crate::layout::editable::{LISTS_SHEET, WRITTEN_SHEET};
use crate::layout::{Layout, Mark};
use crate::style;
use crate::words::{self, Args, Language};

use super::super::{Error, sentences};

/// The sheets, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SheetKind {
    About,
    Report,
    Register,
    Summary,
    Answers,
    Findings,
    Questions,
    LeftOut,
    Sources,
}

impl SheetKind {
    pub(super) const ALL: [Self; 9] = [
        Self::About,
        Self::Report,
        Self::Register,
        Self::Summary,
        Self::Answers,
        Self::Findings,
        Self::Questions,
        Self::LeftOut,
        Self::Sources,
    ];

    /// The word in the ids of its messages.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Report => "report",
            Self::Register => "register",
            Self::Summary => "summary",
            Self::Answers => "answers",
            Self::Findings => "findings",
            Self::Questions => "questions",
            Self::LeftOut => "left-out",
            Self::Sources => "sources",
        }
    }
}

/// The names, in the order of [`SheetKind::ALL`].
pub(super) struct Names(Vec<String>);

impl Names {
    pub(super) fn new(form: &Form, language: Language, args: &Args) -> Result<Self, Error> {
        let mut names: Vec<String> = Vec::new();
        for kind in SheetKind::ALL {
            let wanted = match kind {
                SheetKind::Report => sentences::say(&form.report.sheet, "report.sheet", language, args)?,
                SheetKind::Register => Layout::of(form, language).table_sheet,
                other => words::plain(language, &format!("publish-sheet-{}", other.id())),
            };
            let own = [Mark::SHEET, WRITTEN_SHEET, LISTS_SHEET];
            let taken: Vec<&str> = names.iter().map(String::as_str).chain(own).collect();
            let name = style::sheet_name(&wanted, &taken);
            names.push(name);
        }
        Ok(Self(names))
    }

    pub(super) fn of(&self, kind: SheetKind) -> &str {
        let at = SheetKind::ALL.iter().position(|other| *other == kind);
        at.and_then(|at| self.0.get(at)).map_or("", String::as_str)
    }
}
