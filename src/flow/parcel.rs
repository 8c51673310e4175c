//! collect → read: a file as it arrived.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::record::ParcelId;

/// What is known of a file without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelCard {
    pub id: ParcelId,
    /// The name under which it arrived.
    pub name: Arc<str>,
    /// Where the unaltered original lies, relative to the workspace, with `/`.
    pub stored: String,
    pub size: u64,
    /// When the file was last changed before it was taken from the inbox, in local time: the best there is for "when it
    /// was sent in", and the same at every run. Artifacts show the day only.
    pub received: DateTime,
    /// Order of arrival in the workspace, from 1: the later one of two of an institution replaces the earlier.
    pub arrival: u64,
    /// The archive or letter of the inbox that it lay in; [`ParcelId::unknown`] where that is known no more. `None` where it
    /// came by itself, if only once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<ParcelId>,
}

/// Stands between the name of an archive or a letter and the names in it, where it cannot be taken for a path.
pub const WITHIN: &str = " › ";

/// A file with its bytes.
#[derive(Debug, Clone)]
pub struct Parcel {
    pub card: Arc<ParcelCard>,
    pub bytes: Arc<[u8]>,
}

/// Whole ids by their first digits: tells which file an older record means.
///
/// An older svod kept the first of the files that share their first digits and no other, so the first that arrived is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WholeIds(BTreeMap<String, ParcelId>);

impl WholeIds {
    /// Of ids in order of arrival.
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a ParcelId>) -> Self {
        let mut whole = BTreeMap::new();
        for id in ids.into_iter().filter(|id| id.0.len() == ParcelId::DIGITS) {
            whole.entry(id.head().to_owned()).or_insert_with(|| id.clone());
        }
        Self(whole)
    }

    /// The file that an id means; the id itself where it is whole, or no file begins so.
    #[must_use]
    pub fn whole(&self, id: &ParcelId) -> ParcelId {
        let meant = if id.is_old() { self.0.get(&*id.0) } else { None };
        meant.unwrap_or(id).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_record_means_the_first_of_the_files_that_begin_so() {
        let id = |digits: String| ParcelId(Arc::from(digits));
        let [first, second] = ["1", "2"].map(|end| id(format!("0123456789abcdef{}", end.repeat(48))));
        let whole = WholeIds::of([&first, &second]);
        let old = id("0123456789abcdef".to_owned());
        assert_eq!(whole.whole(&old), first);
        assert_eq!(whole.whole(&second), second, "a whole id means itself");
        let stranger = id("f".repeat(16));
        assert_eq!(whole.whole(&stranger), stranger);
    }
}
