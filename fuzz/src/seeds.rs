//! Writes the seeds and the dictionaries of all targets, and tells their names.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use crate::targets::{self, Target};

/// More entries slow the choice among them down.
const MOST_ENTRIES: usize = 400;

/// One folder of seeds and one dictionary for each target; on standard output a line for each: its name, and whether it
/// is `fenced` or `open`.
pub(crate) fn write(folder: &Path) -> io::Result<()> {
    for target in &targets::ALL {
        let seeds = (target.seeds)();
        let own = folder.join(target.name);
        fs::create_dir_all(&own)?;
        for (number, seed) in seeds.iter().enumerate() {
            fs::write(own.join(format!("{number:03}")), seed)?;
        }
        fs::write(folder.join(format!("{}.dict", target.name)), dictionary(target, &seeds))?;
        println!("{} {}", target.name, if target.fenced { "fenced" } else { "open" });
    }
    Ok(())
}

/// The pieces of the seeds between their joints, as libFuzzer reads them.
fn dictionary(target: &Target, seeds: &[Vec<u8>]) -> String {
    let mut pieces = BTreeSet::new();
    for seed in seeds.iter().filter(|_| !target.joints.is_empty()) {
        let text = String::from_utf8_lossy(seed).into_owned();
        let found = text.split(target.joints).filter(|piece| (2..=40).contains(&piece.len()));
        pieces.extend(found.map(str::to_owned));
    }
    let mut dictionary = String::new();
    for piece in pieces.iter().take(MOST_ENTRIES) {
        let escaped = piece.bytes().fold(String::new(), |mut escaped, byte| {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "\\x{byte:02X}");
            escaped
        });
        let _ = writeln!(dictionary, "\"{escaped}\"");
    }
    dictionary
}
