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

/// Time on a clock that only ever goes on, since this was first asked.
#[must_use]
pub fn steady() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;

    static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGINNING.elapsed()
}

/// Processor time of this process, all threads together.
#[cfg(unix)]
pub(super) fn spent() -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}

/// Time on the clock since this was first asked: the standard library does not tell the processor's.
#[cfg(not(unix))]
pub(super) fn spent() -> Duration {
    steady()
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
