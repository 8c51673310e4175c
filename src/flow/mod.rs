//! The parcels that are handed from room to room, one file for each hand-over.
//!
//! collect → [`Parcel`] → read → [`Submission`] → check → [`Checked`] → link → [`Links`] → merge → [`Consolidated`]
//! → publish → [`Artifact`].

mod account;
mod agreement;
mod artifact;
mod checked;
mod claim;
mod consolidated;
mod decision;
mod earlier;
mod edits;
mod links;
mod stat;
mod matter;
mod own;
mod parcel;
mod post;
mod submission;

pub use account::{Account, Accounts, Completeness, Progress};
pub use agreement::{PlaceMatch, PlacePart};
pub use artifact::{Artifact, ArtifactKind};
pub use checked::{Checked, CheckedRow, Row, RowId, Standing, Understood};
pub use claim::{Claimant, FileChoice, FilePrint, FileRuling, FileRulings, FileState, Hold, HoldReason, Proof};
pub use consolidated::{
    AcceptedRow, Answer, Conflict, Consolidated, Event, MergedField, Part, Question, QuestionKind, ReceivedFile,
    RefusedRow, SourceRow, SourceValue, State, Tally, Version, WaitingRow,
};
pub use decision::{Decision, DecisionState, Former, GivenAnswer, JournalEntry, Ruling, Rulings, Side, UnclearAnswer};
pub use earlier::{Digest, Earlier, RowDigest, said};
pub use edits::{
    Acceptance, Acceptances, Amend, Amended, Corrected, Correction, CorrectionState, Edit, EditAnswer, Edits, Entry,
    GivenAcceptance, KeptCorrection, RowPrint, Signed, same_content,
};
pub use links::{Judgement, Link, Links, Verdict, Verdicts};
pub use matter::{Fact, Facts, Matter, MatterId};
pub use own::OwnWorkbook;
pub use parcel::{Parcel, ParcelCard, WITHIN, WholeIds};
pub use post::{Correspondence, LetterKey, LetterKind, PostEntry, Posted};
pub use stat::FileStat;
pub use submission::{Content, HeaderCell, Known, RawCell, RawRow, Reading, Submission};

#[cfg(test)]
pub(crate) mod sample;
