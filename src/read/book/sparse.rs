//! The cells of a sheet on their way from a worker process: row, column and cell, one after the other.
//!
//! For `#[serde(with)]`. What comes in is not believed: a place beyond the sheet is a mistake. A text that stands in many
//! cells, as the name of a school does, is kept once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserializer, Serializer};

use super::Cell;
use super::xlsx::within_sheet;
use crate::flow::Content;
use crate::record::CellRef;

pub(super) fn serialize<S: Serializer>(cells: &BTreeMap<CellRef, Cell>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cells.iter().map(|(at, cell)| (at.row, at.col, cell)))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<CellRef, Cell>, D::Error> {
    deserializer.deserialize_seq(Cells)
}

struct Cells;

impl<'de> Visitor<'de> for Cells {
    type Value = BTreeMap<CellRef, Cell>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cells of a sheet")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut cells = BTreeMap::new();
        let mut texts: BTreeSet<Arc<str>> = BTreeSet::new();
        while let Some((row, col, mut cell)) = seq.next_element::<(u32, u16, Cell)>()? {
            let at = within_sheet((row, u32::from(col))).ok_or_else(|| A::Error::custom("a cell beyond the sheet"))?;
            if let Content::Text(text) = &mut cell.content {
                match texts.get(text) {
                    Some(known) => *text = Arc::clone(known),
                    None => drop(texts.insert(Arc::clone(text))),
                }
            }
            cells.insert(at, cell);
        }
        Ok(cells)
    }
}
