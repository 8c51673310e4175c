//! Whether a file of the inbox is still being written.
//!
//! In: two looks at the file. Out: yes or no. It asks no clock: the caller says how old the file is.

/// How long a file must have been left alone, in seconds, when there is no earlier look to compare with.
const QUIET_SECONDS: u64 = 10;

/// What a look at a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Bytes.
    pub size: u64,
    /// When it was last changed, in seconds of whatever clock the file system has; only compared with itself.
    pub modified: i64,
}

/// Whether the file is finished: two looks agree, or it has been left alone for a while.
///
/// `age` is the time in seconds since the last change, as far as it is known; a file dated in the future has none, and
/// then only the looks count. Copies keep the time of their original, so age alone is never enough when the looks differ.
#[must_use]
pub fn settled(before: Option<Look>, now: Look, age: Option<u64>) -> bool {
    match before {
        Some(before) => before == now,
        None => age.is_some_and(|age| age >= QUIET_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { size: 100, modified: 5 };

    #[test]
    fn a_file_that_grows_is_waited_for_however_old_it_says_it_is() {
        assert!(!settled(Some(Look { size: 50, ..LOOK }), LOOK, Some(9_999)));
        assert!(settled(Some(LOOK), LOOK, Some(0)));
    }

    #[test]
    fn a_file_seen_for_the_first_time_must_have_rested() {
        assert!(settled(None, LOOK, Some(60)));
        assert!(!settled(None, LOOK, Some(1)));
        assert!(!settled(None, LOOK, None));
    }
}
