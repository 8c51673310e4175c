//! Tells when a file of the inbox is no longer being written.
//!
//! In: stats of files, and the moment by two clocks. Out: which files have rested. It opens no file and asks no clock.
//!
//! A file has rested when it was left alone for a while: either its own times say so, both of them, by the clock of the file
//! system that keeps them, or it looked the same for so long. The first costs no waiting; the second is for times that prove
//! nothing, such as one in the future. Size proves nothing at all: whoever allocates the space first gives a file its size
//! with its first byte.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::flow::FileStat;

/// A moment by two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// Nanoseconds since 1970, by the clock of the file system.
    pub on_disk: i128,
    /// By a clock that only ever goes on.
    pub steady: Duration,
}

/// Files that were seen, by a key of their own: the last stat of each, and since when it has been the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeenFiles(BTreeMap<String, (FileStat, Duration)>);

impl SeenFiles {
    /// Notes how a file looks; says whether it has rested for `quiet`.
    pub fn has_rested(&mut self, key: &str, stat: FileStat, now: Moment, quiet: Duration) -> bool {
        let since = match self.0.get(key) {
            Some((before, since)) if *before == stat => *since,
            _ => now.steady,
        };
        self.0.insert(key.to_owned(), (stat, since));
        now.steady.saturating_sub(since) >= quiet || is_old(&stat, now.on_disk, quiet)
    }

    /// Forgets the files that are not there any more.
    pub fn keep(&mut self, is_there: impl Fn(&str) -> bool) {
        self.0.retain(|key, _| is_there(key));
    }
}

/// Tells whether all times of a file lie so far back.
fn is_old(stat: &FileStat, now: i128, quiet: Duration) -> bool {
    i128::try_from(quiet.as_nanos()).is_ok_and(|quiet| now - stat.latest() >= quiet)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUIET: Duration = Duration::from_secs(10);
    const SECOND: i128 = 1_000_000_000;
    const LOOK: FileStat = FileStat { size: 100, modified: 1_000 * SECOND, touched: 1_000 * SECOND, number: 7 };

    fn at(on_disk: i128, steady: u64) -> Moment {
        Moment { on_disk: on_disk * SECOND, steady: Duration::from_secs(steady) }
    }

    #[test]
    fn a_file_that_was_left_alone_needs_no_second_look() {
        assert!(SeenFiles::default().has_rested("a", LOOK, at(1_010, 0), QUIET));
        assert!(!SeenFiles::default().has_rested("a", LOOK, at(1_009, 0), QUIET));
    }

    #[test]
    fn a_time_that_was_set_back_makes_no_file_old() {
        let copied = FileStat { modified: 5, ..LOOK };
        assert!(!SeenFiles::default().has_rested("a", copied, at(1_003, 0), QUIET));
        assert!(SeenFiles::default().has_rested("a", copied, at(1_010, 0), QUIET));
    }

    #[test]
    fn a_time_in_the_future_proves_nothing_and_looking_for_long_enough_does() {
        let future = FileStat { modified: 9_000 * SECOND, ..LOOK };
        let mut seen = SeenFiles::default();
        assert!(!seen.has_rested("a", future, at(2_000, 50), QUIET));
        assert!(!seen.has_rested("a", future, at(2_009, 59), QUIET));
        assert!(seen.has_rested("a", future, at(2_010, 60), QUIET));
    }

    #[test]
    fn whatever_changes_of_a_file_begins_its_rest_anew() {
        let future = FileStat { modified: 9_000 * SECOND, ..LOOK };
        let changes = [
            FileStat { size: 101, ..future },
            FileStat { modified: future.modified + 1, ..future },
            FileStat { touched: future.touched + 1, ..future },
            FileStat { number: 8, ..future },
        ];
        for changed in changes {
            let mut seen = SeenFiles::default();
            assert!(!seen.has_rested("a", future, at(2_000, 0), QUIET));
            assert!(!seen.has_rested("a", changed, at(2_010, 10), QUIET), "{changed:?}");
            assert!(!seen.has_rested("a", changed, at(2_019, 19), QUIET), "{changed:?}");
            assert!(seen.has_rested("a", changed, at(2_020, 20), QUIET), "{changed:?}");
        }
    }

    #[test]
    fn a_name_that_was_gone_meanwhile_begins_anew() {
        let future = FileStat { modified: 9_000 * SECOND, ..LOOK };
        let mut seen = SeenFiles::default();
        assert!(!seen.has_rested("a", future, at(2_000, 0), QUIET));
        seen.keep(|name| name != "a");
        assert!(!seen.has_rested("a", future, at(2_010, 10), QUIET));
    }
}
