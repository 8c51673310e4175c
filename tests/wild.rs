//! Real workbooks from the test sets of other spreadsheet projects: each has a stated outcome, none stops a run.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::campaign::Campaign;
use crate::campaign::tools::shared;

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn every_wild_workbook_has_a_stated_outcome_and_none_stops_the_run() {
    let Some(folder) = shared("wild") else { return };
    let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Краеведческий музей");
    let files = files_below(&folder);
    for (n, file) in files.iter().enumerate() {
        let name = file.file_name().unwrap().to_string_lossy();
        campaign.drop_file(&format!("{n:03} {name}"), &fs::read(file).unwrap());
    }
    let (ran, cost) = campaign.run_watched();
    let list = |key: &str| ran.answer["inbox"][key].as_array().unwrap().len();
    let (taken, repeated, skipped) = (list("taken"), list("repeated"), list("skipped"));
    assert_eq!(taken + repeated + skipped, files.len(), "{}", ran.answer["inbox"]);
    let unusable = ran.answer["unusable"].as_array().unwrap();
    for file in unusable {
        assert!(!file["findings"].as_array().unwrap().is_empty(), "{file}");
    }
    let answered: usize = ran.answer["institutions"][0]["versions"].as_array().unwrap().len();
    assert_eq!(unusable.len() + answered, taken);
    let took = cost.processor;
    assert!(took < Duration::from_mins(5), "{took:?}");
    eprintln!("{} files in {took:?} of processor time", files.len());
}
