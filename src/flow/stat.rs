//! outside → collect: what the system tells of a file without opening it.

/// Size, times and number of a file: one of them changes whenever somebody writes to it.
///
/// Times are nanoseconds since 1970 by the clock of the file system, as finely as it keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FileStat {
    /// Bytes.
    pub size: u64,
    /// Last change of the bytes. Programs that copy a file set it back to that of the original.
    pub modified: i128,
    /// Last change of anything, which no program can set; where the system does not tell, the time when the file was made,
    /// which of a copy is the time when the copying began.
    pub touched: i128,
    /// Tells a file from another one under its name; zero where the system does not tell.
    pub number: u64,
}

impl FileStat {
    /// The later of its times.
    #[must_use]
    pub fn latest(&self) -> i128 {
        self.modified.max(self.touched)
    }
}
