//! Progress bars, on a terminal only.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use svod::pipeline::{Stage, Watch};
use svod::words::{self, Language};

/// A bar for the stage that goes on.
#[derive(Debug)]
pub(super) struct Bars {
    language: Language,
    shown: bool,
    bar: Mutex<Option<ProgressBar>>,
}

impl Bars {
    pub(super) fn new(language: Language, shown: bool) -> Self {
        Self { language, shown, bar: Mutex::new(None) }
    }

    fn with_bar(&self, work: impl FnOnce(&mut Option<ProgressBar>)) {
        // A thread that panicked while it held the bar leaves a bar that is as good as any.
        work(&mut self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

impl Watch for Bars {
    fn begin(&self, stage: Stage, steps: usize) {
        if !self.shown {
            return;
        }
        let id = match stage {
            Stage::Template => "stage-template",
            Stage::Collect => "stage-collect",
            Stage::Read => "stage-read",
            Stage::Publish => "stage-publish",
        };
        let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(words::plain(self.language, id));
        self.with_bar(|slot| *slot = Some(bar));
    }

    fn step(&self) {
        self.with_bar(|slot| {
            if let Some(bar) = slot {
                bar.inc(1);
            }
        });
    }

    fn end(&self) {
        self.with_bar(|slot| {
            if let Some(bar) = slot.take() {
                bar.finish_and_clear();
            }
        });
    }
}
