//! The targets: what is fuzzed, and from which seeds.

use crate::{books, phrases, returned, samples, unpacking};

/// Something that is fuzzed.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Aborts where a promise is broken.
    pub(crate) run: fn(&[u8]),
    /// What its mutations begin with.
    pub(crate) seeds: fn() -> Vec<Vec<u8>>,
    /// What stands between the pieces of a seed that are worth being put elsewhere.
    pub(crate) joints: &'static [char],
    /// Whether calamine may exhaust or end the process there: svod reads such files in a worker that may die.
    pub(crate) fenced: bool,
}

const WORDS: &[char] = &[' ', '\n', ',', '(', ')'];
const MARKUP: &[char] = &['<', '>', ' ', '\u{1E}'];

const fn target(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>, joints: &'static [char]) -> Target {
    Target { name, run, seeds, joints, fenced: false }
}

const fn fenced(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>, joints: &'static [char]) -> Target {
    Target { name, run, seeds, joints, fenced: true }
}

/// All of them.
pub(crate) static ALL: [Target; 20] = [
    target("dates", phrases::dates, samples::dates, WORDS),
    target("people", phrases::people, samples::people, WORDS),
    target("places", phrases::places, samples::places, WORDS),
    target("countries", phrases::countries, samples::places, WORDS),
    target("titles", phrases::titles, samples::titles, WORDS),
    target("text", phrases::text, samples::texts, WORDS),
    fenced("inspection", books::whole, samples::whole_files, &[]),
    target("xlsx", books::xlsx, samples::xlsx, MARKUP),
    fenced("xlsb", books::xlsb, samples::xlsb, &[]),
    fenced("xls", books::xls, samples::xls, &[]),
    fenced("ods", books::ods, samples::ods, MARKUP),
    fenced("fods", books::whole, samples::fods, MARKUP),
    target("spreadsheetml", books::whole, samples::spreadsheetml, MARKUP),
    target("html", books::whole, samples::html, MARKUP),
    target("csv", books::whole, samples::csv, WORDS),
    target("docx", books::docx, samples::docx, MARKUP),
    target("answers", books::answer, samples::answers, &[]),
    target("rows", returned::rows, samples::rows, WORDS),
    target("unpacking", unpacking::whole, samples::wrappers, &[]),
    target("archive", unpacking::zipped, samples::archives, &['\u{1E}', '/']),
];

pub(crate) fn named(name: &str) -> Option<&'static Target> {
    ALL.iter().find(|target| target.name == name)
}
