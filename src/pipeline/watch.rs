//! Progress, for whoever waits.

/// A part of the work that takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Template,
    Collect,
    Read,
    Publish,
}

/// Is told how far the work is. Called from several threads.
pub trait Watch: Sync {
    /// A stage begins that has `steps` steps.
    fn begin(&self, stage: Stage, steps: usize);
    /// One step is done.
    fn step(&self);
    /// The stage is over.
    fn end(&self);
}

/// Nobody waits.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn begin(&self, _stage: Stage, _steps: usize) {}
    fn step(&self) {}
    fn end(&self) {}
}
