//! Being told by the system that something has come into a folder.
//!
//! In: a folder. Out: a bell that rings. Network shares ring for none of what others put there, and a system may refuse
//! to watch at all: whoever listens must look by himself from time to time.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// A bell at a folder's door.
pub struct Bell {
    /// As long as it is held, the system tells of the folder. None where it does not.
    _watcher: Option<RecommendedWatcher>,
    rung: Receiver<()>,
}

impl Bell {
    /// Hangs a bell at the door of a folder; a silent one, where the system does not tell.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        let (clapper, rung) = channel();
        let tell = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| is_arrival(event.kind)) {
                // Nobody listens any more.
                let _ = clapper.send(());
            }
        };
        let watcher = notify::recommended_watcher(tell).and_then(|mut watcher| {
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
            Ok(watcher)
        });
        if let Err(error) = &watcher {
            tracing::warn!(%error, "the system does not tell of the folder: it is looked at from time to time");
        }
        Self { _watcher: watcher.ok(), rung }
    }

    /// Waits so long; says whether it rang meanwhile.
    #[must_use]
    pub fn rings_within(&self, time: Duration) -> bool {
        match self.rung.recv_timeout(time) {
            Ok(()) => {
                // One file rings several times.
                while self.rung.try_recv().is_ok() {}
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                super::pause(time);
                false
            }
        }
    }
}

/// What svod does itself, looking and taking away, is no arrival.
fn is_arrival(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Access(AccessKind::Close(AccessMode::Write))
    )
}
