//! The smallest nouns: a value, the cell that it came from, the period that it was asked for.
//!
//! Nothing here knows of forms, files or rules.

mod cell;
mod interval;
mod period;
mod value;

pub use cell::{CellRef, Origin, ParcelId, column_letters, is_blank};
pub use interval::Interval;
pub use period::{Frequency, NotAPeriod, Period, Quarter};
pub use value::{Datum, FieldKey, Value};
