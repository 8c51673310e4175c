//! The parcels that are handed from room to room, one file for each hand-over.
//!
//! collect → [`Parcel`] → read → [`Submission`] → check → [`Checked`] → link → [`Links`] → merge → [`Consolidated`]
//! → publish → [`Artifact`].

mod agreement;
mod artifact;
mod checked;
mod consolidated;
mod edits;
mod links;
mod own;
mod parcel;
mod submission;

pub use agreement::{PlaceMatch, PlacePart};
pub use artifact::{Artifact, ArtifactKind};
pub use checked::{Checked, CheckedRow, Row, RowId, Standing, Understood};
pub use consolidated::{
    Answer, Conflict, Consolidated, Event, MergedField, Question, QuestionKind, RefusedRow, SourceRow, SourceValue,
    State, Tally, Version, WaitingRow,
};
pub use edits::{Acceptance, Acceptances, Amend, Amended, Corrected, Correction, Edits, Entry, Signed, same_content};
pub use links::{Judgement, Link, Links, Verdict, Verdicts};
pub use own::OwnWorkbook;
pub use parcel::{Parcel, ParcelCard};
pub use submission::{Content, HeaderCell, Known, RawCell, RawRow, Reading, Submission};

#[cfg(test)]
pub(crate) mod sample;
