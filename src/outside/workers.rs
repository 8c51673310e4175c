//! Worker processes: this program once more, for work that may abort, loop for ever or eat all memory.
//!
//! In: a request of bytes. Out: the answer of bytes, or that the worker died or was too slow. Workers are started when
//! they are needed, kept, and used again; one that dies costs its request alone. It knows nothing of what the bytes say.
//!
//! On the wire a message is its length (four bytes, little-endian) and its bytes; a request is two of them, the task (one
//! byte, whatever it means to those who ask and answer) and what it is to be done with. A worker greets when it is ready: so a
//! program that is no worker is told from a request that kills one.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::Error;

const GREETING: &[u8] = concat!("svod worker ", env!("CARGO_PKG_VERSION")).as_bytes();
/// For a loaded machine that has to load the program first.
const TIME_TO_GREET: Duration = Duration::from_secs(30);
/// A worker ends itself when its processor time is spent. One that gets no processor for so many times that long is ended.
const PATIENCE: u32 = 4;
/// With this status a worker says that its time was spent.
const OUT_OF_TIME: i32 = 3;
/// After a request or an answer of more bytes a worker is not used again: it would keep what it had to allocate.
const HEAVY: usize = 4 << 20;

/// What a worker may spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Bytes of memory of each worker, where the system can limit it.
    pub memory: u64,
    /// Processor time for each request, so that a busy machine refuses nothing that an idle one reads. Where the system does
    /// not tell it, time on the clock.
    pub time: Duration,
}

/// What became of a request.
#[derive(Debug, PartialEq, Eq)]
pub enum Served {
    Answer(Vec<u8>),
    /// The worker's process ended: it ran out of memory or of stack.
    Died,
    TooSlow,
}

/// A pool of worker processes, empty until it is asked.
#[derive(Debug)]
pub struct Workers {
    arguments: Vec<String>,
    allowance: Allowance,
    most: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    idle: Vec<Worker>,
    /// Idle and at work.
    alive: usize,
}

impl Workers {
    /// A pool of this program, called with `arguments`; as many workers as the machine has cores.
    #[must_use]
    pub fn new(arguments: Vec<String>, allowance: Allowance) -> Self {
        let most = thread::available_parallelism().map_or(1, usize::from);
        Self { arguments, allowance, most, state: Mutex::default(), freed: Condvar::new() }
    }

    /// Has a task done with the bytes of a request; waits for a worker where all are at work.
    ///
    /// # Errors
    /// When no worker can be started.
    pub fn serve(&self, task: u8, request: &Arc<[u8]>) -> Result<Served, Error> {
        loop {
            let mut seat = self.seat()?;
            let Some(worker) = seat.worker.as_mut() else { return Ok(Served::Died) };
            let is_fresh = worker.requests == 0;
            let served = worker.serve(task, request, self.allowance.time);
            let heavy = request.len() > HEAVY || matches!(&served, Served::Answer(answer) if answer.len() > HEAVY);
            if heavy || !matches!(served, Served::Answer(_)) {
                seat.worker = None;
            }
            // What earlier requests left behind in a worker must not decide about this one.
            if served != Served::Died || is_fresh {
                return Ok(served);
            }
        }
    }

    /// A worker, idle or new.
    fn seat(&self) -> Result<Seat<'_>, Error> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(worker) = state.idle.pop() {
                return Ok(Seat { pool: self, worker: Some(worker) });
            }
            if state.alive < self.most {
                state.alive += 1;
                drop(state);
                let mut seat = Seat { pool: self, worker: None };
                seat.worker = Some(Worker::start(&self.arguments, self.allowance)?);
                return Ok(seat);
            }
            state = self.freed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A place in the pool; given back when dropped, with the worker if there still is one.
struct Seat<'a> {
    pool: &'a Workers,
    worker: Option<Worker>,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state.lock().unwrap_or_else(PoisonError::into_inner);
        match self.worker.take() {
            Some(worker) => state.idle.push(worker),
            None => state.alive -= 1,
        }
        drop(state);
        self.pool.freed.notify_one();
    }
}

/// One process. A thread of its own talks to it, so that whoever asks can stop waiting.
#[derive(Debug)]
struct Worker {
    process: Child,
    requests: u32,
    to: Sender<(u8, Arc<[u8]>)>,
    from: Receiver<io::Result<Vec<u8>>>,
}

impl Worker {
    fn start(arguments: &[String], allowance: Allowance) -> Result<Self, Error> {
        let program = std::env::current_exe().map_err(Error::worker(PathBuf::new()))?;
        let failed = || Error::worker(program.clone());
        let mut process = Command::new(&program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed())?;
        let (Some(stdin), Some(stdout)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(failed()(io::ErrorKind::BrokenPipe.into()));
        };
        let (to, requests) = mpsc::channel();
        let (answers, from) = mpsc::channel();
        thread::spawn(move || converse(stdin, stdout, &requests, &answers, allowance.memory));
        let worker = Self { process, requests: 0, to, from };
        match worker.from.recv_timeout(TIME_TO_GREET) {
            Ok(Ok(greeting)) if greeting == GREETING => Ok(worker),
            Ok(Err(source)) => Err(failed()(source)),
            _ => Err(failed()(io::Error::other("it does not greet as a worker"))),
        }
    }

    fn serve(&mut self, task: u8, request: &Arc<[u8]>, time: Duration) -> Served {
        self.requests += 1;
        if self.to.send((task, Arc::clone(request))).is_err() {
            return Served::Died;
        }
        match self.from.recv_timeout(time * PATIENCE) {
            Ok(Ok(answer)) => Served::Answer(answer),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => self.why_it_died(),
            Err(RecvTimeoutError::Timeout) => Served::TooSlow,
        }
    }

    /// What the status of a process says that does not answer any more.
    fn why_it_died(&mut self) -> Served {
        // It may have broken the rules of the wire and live; one that is gone keeps the status that it had.
        let _ = self.process.kill();
        let status = self.process.wait().ok().and_then(|status| status.code());
        if status == Some(OUT_OF_TIME) { Served::TooSlow } else { Served::Died }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that is gone already cannot be killed; there is nobody to be told of anything else.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Hands requests to a process and its answers back, until one of the three is gone.
fn converse(
    mut to: ChildStdin,
    mut from: ChildStdout,
    requests: &Receiver<(u8, Arc<[u8]>)>,
    answers: &Sender<io::Result<Vec<u8>>>,
    longest: u64,
) {
    let mut answer = receive(&mut from, longest);
    loop {
        let over = answer.is_err();
        if answers.send(answer).is_err() || over {
            return;
        }
        let Ok((task, request)) = requests.recv() else { return };
        let sent = send(&mut to, &[task]).and_then(|()| send(&mut to, &request));
        drop(request);
        answer = sent.and_then(|()| receive(&mut from, longest));
    }
}

fn send(to: &mut impl Write, message: &[u8]) -> io::Result<()> {
    let length = u32::try_from(message.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(message)?;
    to.flush()
}

/// Reads a message; its announced length is not believed beyond what really comes.
fn receive(from: &mut impl Read, longest: u64) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u64::from(u32::from_le_bytes(length));
    if length > longest {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut message = Vec::new();
    let read = from.take(length).read_to_end(&mut message)?;
    if u64::try_from(read).is_ok_and(|read| read == length) {
        Ok(message)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// Is a worker: limits itself, greets, and answers what comes on standard input until it ends.
///
/// # Errors
/// When the limits cannot be set, or an answer cannot be written.
pub fn attend(allowance: Allowance, answer: impl Fn(u8, &[u8]) -> Vec<u8>) -> io::Result<()> {
    limit::memory(allowance.memory)?;
    let alarm = alarm(allowance.time);
    let (mut from, mut to) = (io::stdin().lock(), io::stdout().lock());
    send(&mut to, GREETING)?;
    loop {
        let task = match receive(&mut from, 1) {
            Ok(task) => task.first().copied().unwrap_or_default(),
            // Whoever asked is done, or gone.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        let request = receive(&mut from, u64::MAX)?;
        // Without the alarm a worker would work on; its pool ends it all the same.
        let _ = alarm.send(());
        let answered = answer(task, &request);
        drop(request);
        let _ = alarm.send(());
        send(&mut to, &answered)?;
    }
}

/// Ends this process when it has spent more than `time` between two messages: every other message is a beginning.
fn alarm(time: Duration) -> Sender<()> {
    const LOOK_AGAIN: Duration = Duration::from_millis(20);
    let (sender, messages) = mpsc::channel();
    thread::spawn(move || {
        while messages.recv().is_ok() {
            let end = spent::so_far() + time;
            while messages.recv_timeout(end.saturating_sub(spent::so_far()).max(LOOK_AGAIN))
                == Err(RecvTimeoutError::Timeout)
            {
                if spent::so_far() >= end {
                    std::process::exit(OUT_OF_TIME);
                }
            }
        }
    });
    sender
}

#[cfg(unix)]
mod spent {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};

    /// Processor time of this process, all threads together.
    pub(super) fn so_far() -> Duration {
        Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
    }
}

#[cfg(not(unix))]
mod spent {
    use std::sync::LazyLock;
    use std::time::{Duration, Instant};

    static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Time on the clock: the standard library does not tell the processor's.
    pub(super) fn so_far() -> Duration {
        BEGINNING.elapsed()
    }
}

#[cfg(unix)]
mod limit {
    use std::io;

    use rustix::process::{Resource, Rlimit, setrlimit};

    /// Limits the address space of this process, and forbids a core dump: it would hold what an institution sent.
    pub(super) fn memory(bytes: u64) -> io::Result<()> {
        let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
        setrlimit(Resource::Core, limit(0))?;
        match setrlimit(Resource::As, limit(bytes)) {
            // macOS knows the limit by name and refuses to set it.
            Err(_) if cfg!(not(target_os = "linux")) => Ok(()),
            set => Ok(set?),
        }
    }
}

#[cfg(not(unix))]
mod limit {
    use std::io;

    /// There is no such limit that could be set without unsafe code; `docs/reading.md` says so.
    pub(super) fn memory(_: u64) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_whole_and_a_lying_length_is_not_believed() {
        let mut wire = Vec::new();
        send(&mut wire, "отчёт".as_bytes()).unwrap();
        assert_eq!(receive(&mut wire.as_slice(), 100).unwrap(), "отчёт".as_bytes());
        assert!(receive(&mut wire.as_slice(), 3).is_err());
        assert!(receive(&mut &wire[..wire.len() - 1], 100).is_err());
        assert!(receive(&mut [0xFF; 8].as_slice(), u64::MAX).is_err());
    }

    #[test]
    fn a_program_that_is_no_worker_is_an_error_and_not_a_dead_worker() {
        let allowance = Allowance { memory: 1 << 30, time: Duration::from_secs(5) };
        let workers = Workers::new(vec!["--no-such-argument".to_owned()], allowance);
        assert!(matches!(workers.serve(0, &Arc::from(&b"request"[..])), Err(Error::Worker { .. })));
        assert!(workers.serve(0, &Arc::from(&b"again"[..])).is_err());
    }
}
