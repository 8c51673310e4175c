//! `svod worker`: reads one file after the other for the svod that started it. Not for people; the help hides it.

use std::process::ExitCode;

use clap::Args;
use svod::pipeline::{self, Orders};

/// Read files for the svod that started this process.
#[derive(Debug, Args)]
pub(super) struct WorkerArgs {
    /// Megabytes of memory that it may use.
    memory_mb: u64,
    /// Seconds for each file.
    seconds: u64,
    /// Largest file, in megabytes.
    file_mb: u64,
}

pub(super) fn worker(args: &WorkerArgs) -> ExitCode {
    let orders = Orders { memory_mb: args.memory_mb, seconds: args.seconds, file_mb: args.file_mb };
    match pipeline::work(orders) {
        Ok(()) => ExitCode::SUCCESS,
        // Nobody reads what it would say; whoever started it sees that it ends.
        Err(_) => ExitCode::from(2),
    }
}
