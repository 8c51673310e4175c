//! Which panics are findings: all but those of calamine, which svod expects and catches.
//!
//! svod catches panics where it opens a workbook, so that a panic of calamine costs one file. Here a panic of anything
//! else must be seen although it would be caught: it ends the process before it unwinds.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;

/// Looks at every panic from here on.
pub(crate) fn watch() {
    let tell = std::panic::take_hook();
    // libFuzzer's own hook stands beneath; it prints and aborts.
    std::panic::set_hook(Box::new(move |panic| {
        if !is_of_calamine(panic) {
            tell(panic);
            std::process::abort();
        }
    }));
}

fn is_of_calamine(panic: &PanicHookInfo<'_>) -> bool {
    let file = panic.location().map(std::panic::Location::file).unwrap_or_default();
    if file.contains("/calamine-") {
        return true;
    }
    if file.starts_with("src/") || file.contains("/svod/src/") {
        return false;
    }
    // In a library that both use: whoever called it stands nearer.
    let trace = Backtrace::force_capture().to_string();
    let callers = trace.lines().filter_map(|line| line.trim().split_once(": ")).map(|(_, name)| name);
    let ours = |name: &&str| ["svod::", "<svod::"].iter().any(|start| name.starts_with(start));
    let calamines = |name: &&str| name.contains("calamine::");
    callers.take_while(|name| !ours(name)).any(|name| calamines(&name))
}
