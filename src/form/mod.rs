//! The form: what is asked, which values are allowed, how rows are matched and merged, how the report looks.
//!
//! In: the text of a form file. Out: a [`Form`] in which nothing is left that would fail later, or every mistake with
//! its line and column. It knows nothing of workbooks.

mod builtin;
mod dictionary;
mod field;
mod load;
mod model;
mod policy;
mod report;
mod rule;

pub use builtin::{builtin, builtin_ids};
pub use dictionary::{Dictionary, Entry};
pub use field::{Constraints, Field, FieldType, Role};
pub use load::{Mistake, load};
pub use model::{Form, Identity, Region, Sheets, Table};
pub use policy::{LinkPolicy, MergePolicy, MergeRule};
pub use report::{Closing, Column, ColumnContent, Report, TotalLine};
pub use rule::Rule;
