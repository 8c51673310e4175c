//! Files that nobody vouches for → books, or the files within them, each opened in a worker process.
//!
//! In: bytes. Out: a book, what an archive holds, or the refusal that says why there is none. Whatever a file does to its
//! worker costs that file alone.

use std::sync::Arc;
use std::time::Duration;

use super::{Error, Settings};
use crate::collect::{self, Refused, UnpackLimits, Unpacked};
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

    fn unpack_limits(self) -> UnpackLimits {
        UnpackLimits { file: self.file_mb.saturating_mul(1 << 20), ..UnpackLimits::default() }
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

/// What a worker is asked to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    /// Unfold a workbook, or list what an archive or a letter holds.
    Open = 0,
    /// Take the files out of an archive or a letter.
    Unpack = 1,
    /// Prove that a zip is whole.
    Prove = 2,
}

/// The first byte of an answer: what follows.
const A_BOOK: u8 = 0;
const A_WRAPPER: u8 = 1;
/// The file holds no others.
const NOTHING: u8 = 2;
/// The file is whole.
const PROVED: u8 = 3;

/// What a file is when it is opened.
#[derive(Debug)]
pub(super) enum Opened {
    Workbook(Result<Book, Refusal>),
    /// An archive or a letter; its files are listed, without their bytes.
    Wrapper(Result<Unpacked, Refused>),
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

    pub(super) fn orders(&self) -> Orders {
        self.orders
    }

    /// The largest file that is opened, in bytes.
    pub(super) fn largest_file(&self) -> u64 {
        self.orders.limits().file
    }

    /// Opens a file: unfolds a workbook, lists what an archive or a letter holds.
    ///
    /// # Errors
    /// When no worker can be started. What is wrong with the file is in the refusal.
    pub(super) fn open(&self, bytes: &Arc<[u8]>) -> Result<Opened, Error> {
        let opened = match self.serve(Task::Open, bytes)? {
            Served::Answer(answer) => match answer.split_first() {
                Some((&A_BOOK, rest)) => read::decode(rest, &self.orders.limits()).map(Opened::Workbook),
                Some((&A_WRAPPER, rest)) => collect::decode(rest, &self.orders.unpack_limits()).map(Opened::Wrapper),
                _ => None,
            },
            Served::Died => None,
            Served::TooSlow => Some(Opened::Workbook(Err(Refusal::out_of_time(self.orders.seconds)))),
        };
        Ok(opened.unwrap_or_else(|| Opened::Workbook(Err(Refusal::out_of_memory(self.orders.memory_mb)))))
    }

    /// Unfolds a file that is to be a workbook.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(super) fn unfold(&self, bytes: &Arc<[u8]>) -> Result<Result<Book, Refusal>, Error> {
        Ok(match self.open(bytes)? {
            Opened::Workbook(book) => book,
            Opened::Wrapper(_) => Err(Refusal::archive()),
        })
    }

    /// Takes the files out of an archive or a letter; `None` where it is neither.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(super) fn unpack(&self, bytes: &Arc<[u8]>) -> Result<Option<Result<Unpacked, Refused>>, Error> {
        let gave_up = Err(Refused::Memory(self.orders.memory_mb));
        Ok(match self.serve(Task::Unpack, bytes)? {
            Served::Answer(answer) => match answer.split_first() {
                Some((&NOTHING, [])) => None,
                Some((&A_WRAPPER, rest)) => {
                    Some(collect::decode(rest, &self.orders.unpack_limits()).unwrap_or(gave_up))
                }
                _ => Some(gave_up),
            },
            Served::Died => Some(gave_up),
            Served::TooSlow => Some(Err(Refused::Time(self.orders.seconds))),
        })
    }

    /// Proves that a zip, such as a workbook, is there to its last byte. One that takes too much to prove is not proved.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(super) fn is_whole(&self, bytes: &Arc<[u8]>) -> Result<bool, Error> {
        Ok(matches!(self.serve(Task::Prove, bytes)?, Served::Answer(answer) if answer == [PROVED]))
    }

    fn serve(&self, task: Task, bytes: &Arc<[u8]>) -> Result<Served, Error> {
        let served = self.workers.serve(task as u8, bytes)?;
        if !matches!(served, Served::Answer(_)) {
            tracing::warn!(size = bytes.len(), ?task, "a worker gave up");
        }
        Ok(served)
    }
}

/// Is a worker, until whoever started it is done.
///
/// # Errors
/// When the limits cannot be set or the pipe breaks.
pub fn work(orders: Orders) -> std::io::Result<()> {
    let (limits, unpack_limits) = (orders.limits(), orders.unpack_limits());
    outside::attend(orders.allowance(), |task, bytes| {
        if task == Task::Prove as u8 {
            return vec![if collect::is_whole_zip(bytes, unpack_limits.inflated) { PROVED } else { NOTHING }];
        }
        let is_wrapper = collect::wrapper(bytes).is_some();
        match (is_wrapper, task == Task::Unpack as u8) {
            (true, true) => answer(A_WRAPPER, &collect::encode(&collect::unpack(bytes, &unpack_limits))),
            (true, false) => answer(A_WRAPPER, &collect::encode(&listed(collect::unpack(bytes, &unpack_limits)))),
            (false, true) => vec![NOTHING],
            (false, false) => answer(A_BOOK, &read::encode(&read::unfold(bytes, &limits))),
        }
    })
}

fn answer(what: u8, encoded: &[u8]) -> Vec<u8> {
    [&[what], encoded].concat()
}

/// The names alone: the files themselves were taken when the archive came.
fn listed(unpacked: Result<Unpacked, Refused>) -> Result<Unpacked, Refused> {
    let mut unpacked = unpacked?;
    unpacked.files.iter_mut().for_each(|file| file.bytes = Vec::new());
    Ok(unpacked)
}
