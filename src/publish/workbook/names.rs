//! The names of the sheets: the form's own words where it has them, no two alike.

use crate::flow::Consolidated;
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
    /// Only where the period is made of others.
    Parts,
    Answers,
    Findings,
    Questions,
    LeftOut,
    Sources,
}

impl SheetKind {
    /// The sheets of a period that files are collected for.
    const OF_ONE: &[Self] = &[
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
    /// The sheets of a longer period: what a person decides stands in the workbooks of its parts.
    const OF_PARTS: &[Self] = &[
        Self::About,
        Self::Report,
        Self::Register,
        Self::Summary,
        Self::Parts,
        Self::Answers,
        Self::Findings,
        Self::Sources,
    ];

    /// The sheets, in their order.
    pub(super) fn all(data: &Consolidated) -> &'static [Self] {
        if data.parts.is_empty() { Self::OF_ONE } else { Self::OF_PARTS }
    }

    /// The word in the ids of its messages.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Report => "report",
            Self::Register => "register",
            Self::Summary => "summary",
            Self::Parts => "parts",
            Self::Answers => "answers",
            Self::Findings => "findings",
            Self::Questions => "questions",
            Self::LeftOut => "left-out",
            Self::Sources => "sources",
        }
    }
}

/// The names of the sheets that there are, in their order.
pub(super) struct Names(Vec<(SheetKind, String)>);

impl Names {
    pub(super) fn new(data: &Consolidated, form: &Form, language: Language, args: &Args) -> Result<Self, Error> {
        let mut names: Vec<(SheetKind, String)> = Vec::new();
        for kind in SheetKind::all(data).iter().copied() {
            let wanted = match kind {
                SheetKind::Report => sentences::say(&form.report.sheet, "report.sheet", language, args)?,
                SheetKind::Register => Layout::of(form, language).table_sheet,
                other => words::plain(language, &format!("publish-sheet-{}", other.id())),
            };
            let own = [Mark::SHEET, WRITTEN_SHEET, LISTS_SHEET];
            let taken: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).chain(own).collect();
            let name = style::sheet_name(&wanted, &taken);
            names.push((kind, name));
        }
        Ok(Self(names))
    }

    pub(super) fn of(&self, kind: SheetKind) -> &str {
        self.0.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
    }
}
