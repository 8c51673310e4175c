//! The fuzzer: one program for all targets, so that svod is built and linked once.
//!
//! In: bytes from libFuzzer, and in the environment the name of a target. Out: nothing, or an abort where a promise of
//! svod's is broken. `fuzz/run` builds it, has it write its seeds and runs its targets; `docs/fuzzing.md` tells more.

#![no_main]

mod biff;
mod books;
mod judge;
mod packages;
mod panics;
mod phrases;
mod returned;
mod samples;
mod seeds;
mod targets;
mod unpacking;

use std::sync::OnceLock;

use targets::Target;

static TARGET: OnceLock<&'static Target> = OnceLock::new();

/// `SVOD_FUZZ_SEEDS=folder` writes the seeds of all targets and tells their names; `SVOD_FUZZ=target` chooses one.
fn prepare() {
    panics::watch();
    if let Some(folder) = std::env::var_os("SVOD_FUZZ_SEEDS") {
        seeds::write(folder.as_ref()).expect("the folder of the seeds can be written to");
        std::process::exit(0);
    }
    let name = std::env::var("SVOD_FUZZ").unwrap_or_default();
    let Some(target) = targets::named(&name) else {
        eprintln!("SVOD_FUZZ: there is no target `{name}`");
        std::process::exit(2);
    };
    TARGET.get_or_init(|| target);
}

libfuzzer_sys::fuzz_target!(init: prepare(), |bytes: &[u8]| {
    if let Some(target) = TARGET.get() {
        (target.run)(bytes);
    }
});
