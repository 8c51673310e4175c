//! Files that nobody vouches for → books, each unfolded in a worker process.
//!
//! In: bytes. Out: a book, or the refusal that says why there is none. Whatever a file does to its worker costs that
//! file alone.

use std::sync::Arc;
use std::time::Duration;

use super::{Error, Settings};
use crate::outside::{self, Allowance, Served, Workers};
use crate::read::{self, Book, Limits, Refusal};

/// The name of the hidden command that makes this program a worker; its arguments are the three numbers of [`Orders`].
pub const WORKER: &str = "worker";

/// What a worker is told when it is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orders {
    pub memory_mb: u64,
    pub seconds: u64,
    /// A larger file is refused.
    pub file_mb: u64,
}

impl Orders {
    pub(super) fn of(settings: &Settings) -> Self {
        Self { memory_mb: settings.worker_memory_mb, seconds: settings.worker_seconds, file_mb: settings.file_limit_mb }
    }

    fn allowance(self) -> Allowance {
        Allowance { memory: self.memory_mb.saturating_mul(1 << 20), time: Duration::from_secs(self.seconds) }
    }

    fn limits(self) -> Limits {
        Limits { file: self.file_mb.saturating_mul(1 << 20), ..Limits::default() }
    }

    fn arguments(self) -> Vec<String> {
        let mut arguments = vec![WORKER.to_owned()];
        arguments.extend([self.memory_mb, self.seconds, self.file_mb].map(|number| number.to_string()));
        arguments
    }
}

impl Default for Orders {
    fn default() -> Self {
        Self {
            memory_mb: super::settings::usual_worker_memory(),
            seconds: super::settings::usual_worker_seconds(),
            file_mb: super::settings::usual_file_limit(),
        }
    }
}

/// Unfolds files in worker processes.
#[derive(Debug)]
pub(super) struct Unfolder {
    orders: Orders,
    workers: Workers,
}

impl Unfolder {
    /// No process is started before the first file.
    pub(super) fn new(orders: Orders) -> Self {
        Self { orders, workers: Workers::new(orders.arguments(), orders.allowance()) }
    }

    /// Unfolds a file.
    ///
    /// # Errors
    /// When no worker can be started. What is wrong with the file is in the refusal.
    pub(super) fn unfold(&self, bytes: &Arc<[u8]>) -> Result<Result<Book, Refusal>, Error> {
        let limits = self.orders.limits();
        let decoded = match self.workers.serve(bytes)? {
            Served::Answer(answer) => read::decode(&answer, &limits),
            Served::Died => None,
            Served::TooSlow => return Ok(Err(Refusal::out_of_time(self.orders.seconds))),
        };
        Ok(decoded.unwrap_or_else(|| {
            tracing::warn!(size = bytes.len(), "a worker gave up");
            Err(Refusal::out_of_memory(self.orders.memory_mb))
        }))
    }
}

/// Is a worker, until whoever started it is done.
///
/// # Errors
/// When the limits cannot be set or the pipe breaks.
pub fn work(orders: Orders) -> std::io::Result<()> {
    let limits = orders.limits();
    outside::attend(orders.allowance(), |bytes| read::encode(&read::unfold(bytes, &limits)))
}
