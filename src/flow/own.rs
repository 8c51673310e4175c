//! read → decide: a workbook that svod itself published, as it came back.

use std::sync::Arc;

use super::{Edits, GivenAnswer, ParcelCard, UnclearAnswer};
use crate::finding::Finding;
use crate::layout::OwnKind;

/// A workbook of svod's own that came back. It is nobody's answer, and its rows are no rows of an institution.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnWorkbook {
    pub parcel: Arc<ParcelCard>,
    pub kind: OwnKind,
    /// Why nothing may be taken from it: it was not made here, was changed, or is another period's or another form's. `None`
    /// where it is ours.
    pub refused: Option<Finding>,
    /// What is in it was taken earlier, and stands: by an older svod, or under another key.
    pub taken_before: bool,
    /// What was changed in its register sheet.
    pub edits: Edits,
    /// Who saved it last; empty where it does not say.
    pub editor: String,
    /// What is answered in it, in the order of its cells.
    pub answers: Vec<GivenAnswer>,
    /// What is written in it and could not be understood.
    pub unclear: Vec<UnclearAnswer>,
}
