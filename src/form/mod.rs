//! The form: what is asked, which values are allowed, how rows are matched and merged, how the report looks.
//!
//! In: the text of a form file. Out: a [`Form`] in which nothing is left that would fail later, or every mistake with
//! its line and column. It knows nothing of workbooks.

mod brief;
mod builtin;
mod dictionary;
mod field;
mod lint;
mod load;
mod model;
mod near;
mod policy;
mod reference;
mod report;
mod rule;
mod schema;
mod shape;
mod skeleton;
mod source;
mod validated;

pub use brief::{Brief, BriefBlock, BriefContent};
pub use builtin::{builtin, builtin_ids};
pub use dictionary::{Dictionary, Entry};
pub use field::{Constraints, Field, FieldType, Role};
pub use load::load;
pub use model::{Form, Identity, Region, Sheets, Table};
pub use policy::{LinkPolicy, LinkWeights, MergePolicy, MergeRule, Veto};
pub use reference::reference;
pub use report::{Closing, Column, ColumnContent, PAGE_WIDTH, PERIOD_ARGS, Report, TotalLine};
pub use rule::Rule;
pub use schema::json_schema;
pub use skeleton::skeleton;
pub use source::Mistake;

#[cfg(test)]
mod tests;
