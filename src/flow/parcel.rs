//! collect → read: a file as it arrived.

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
}

/// A file with its bytes.
#[derive(Debug, Clone)]
pub struct Parcel {
    pub card: Arc<ParcelCard>,
    pub bytes: Arc<[u8]>,
}
