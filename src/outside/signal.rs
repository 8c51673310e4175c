//! Being asked to stop: by a key, by the system, by whoever started svod.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Error;

/// Becomes true once svod is asked to stop.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Listens for signals from now on.
    ///
    /// # Errors
    /// When the system does not allow it, or somebody listens already.
    pub fn on_signal() -> Result<Self, Error> {
        let stop = Self::default();
        let asked = Arc::clone(&stop.0);
        ctrlc::set_handler(move || asked.store(true, Ordering::SeqCst))
            .map_err(|error| Error::at(Path::new("signal"))(std::io::Error::other(error)))?;
        Ok(stop)
    }

    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
