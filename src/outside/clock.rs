//! The clock, and who sits at the computer. Nothing that they say reaches an artifact by itself.

use std::time::Duration;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, Unit, Zoned};

/// Today, in the system's time zone.
#[must_use]
pub fn today() -> Date {
    Zoned::now().date()
}

/// This second, in the system's time zone.
#[must_use]
pub fn now() -> DateTime {
    let now = Zoned::now().datetime();
    now.round(Unit::Second).unwrap_or(now)
}

/// This moment.
#[must_use]
pub fn moment() -> Timestamp {
    Zoned::now().timestamp()
}

/// Waits.
pub fn pause(time: Duration) {
    std::thread::sleep(time);
}

/// The name under which the user is signed in; empty where the system does not say.
#[must_use]
pub fn user() -> String {
    let names = ["USER", "USERNAME", "LOGNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    names.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}
