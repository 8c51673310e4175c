//! The clock. Nothing that it says reaches an artifact.

use jiff::Zoned;
use jiff::civil::Date;

/// Today, in the system's time zone.
#[must_use]
pub fn today() -> Date {
    Zoned::now().date()
}
