//! A PDF as its readers see it: the pages of `pdftotext`, the tagged table of `pdfinfo`, and what validators say.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::tools::{is_there, left_out};

/// A PDF, read.
pub(crate) struct Pdf {
    path: PathBuf,
    /// The words of each page.
    pub(crate) pages: Vec<String>,
    /// The rows of its tables without the headers of the columns, as their tags give them, white space folded; a section is a
    /// row of one cell.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Pdf {
    /// The file, read by poppler's programs; `None` where they are missing.
    pub(crate) fn read(path: &Path) -> Option<Self> {
        if !run("pdfinfo", &["-v"], None).status.success() {
            left_out("the PDF", "poppler-utils are not installed");
            return None;
        }
        assert!(path.is_file(), "{} is not there", path.display());
        let text = run("pdftotext", &["-layout"], Some(path));
        let all = String::from_utf8_lossy(&text.stdout).into_owned();
        let pages = all.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect();
        let tagged = run("pdfinfo", &["-struct-text"], Some(path));
        Some(Self { path: path.to_owned(), pages, rows: rows(&String::from_utf8_lossy(&tagged.stdout)) })
    }

    /// Asserts that `qpdf` finds nothing wrong with the file's structure.
    pub(crate) fn assert_sound(&self) {
        if !is_there("qpdf") {
            return left_out("the structure of the PDF", "qpdf is not installed");
        }
        let output = Command::new("qpdf").arg("--check").arg(&self.path).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }

    /// Asserts that `outloud` finds nothing that PDF/UA-1 forbids; `SVOD_OUTLOUD` names another one.
    pub(crate) fn assert_accessible(&self) {
        let program = std::env::var("SVOD_OUTLOUD").unwrap_or_else(|_| "outloud".to_owned());
        if !is_there(&program) {
            return left_out("accessibility of the PDF", "outloud is not installed");
        }
        let mut outloud = Command::new(program);
        let output = outloud.args(["--layer", "conformance", "--fail-on", "warning"]).arg(&self.path).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }
}

fn run(program: &str, args: &[&str], file: Option<&Path>) -> Output {
    let mut command = Command::new(program);
    command.args(args).args(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    command.output().unwrap_or_else(|_| Command::new("false").output().unwrap())
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The rows of the tables in the tree of tags: `TR`, in it `TH` and `TD`, in them texts between quotation marks.
fn rows(tags: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut inside = None;
    for line in tags.lines() {
        let depth = line.len() - line.trim_start().len();
        let text = line.trim();
        if text == "TR" {
            rows.push(Vec::new());
            inside = Some(depth);
        } else if text.starts_with("TD:") || text.starts_with("TH ") {
            rows.last_mut().unwrap().push(String::new());
        } else if text == "P (block)" && inside.is_some_and(|row| depth > row) {
            // Paragraphs of a cell are parted.
            rows.last_mut().unwrap().last_mut().unwrap().push(' ');
        } else if inside.is_some_and(|row| depth <= row) && !text.starts_with('"') {
            inside = None;
        } else if let Some(words) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'))
            && inside.is_some()
        {
            rows.last_mut().unwrap().last_mut().unwrap().push_str(words);
        }
    }
    let folded = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(folded).collect()).collect();
    // The first row of a table is its header.
    let header = rows.first().cloned();
    rows.into_iter().filter(|row| Some(row) != header.as_ref()).collect()
}
