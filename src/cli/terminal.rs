//! Where words leave the program: standard output, in the reader's language, or as JSON.

use std::io::{self, BufWriter, IsTerminal, Write};

use comfy_table::{ContentArrangement, LineStyle, Table, presets};
use serde::Serialize;
use svod::words::{self, Args, Language};

use super::args::Format;
use super::errors::Failure;

/// What a command speaks through.
#[derive(Debug)]
pub(super) struct Terminal {
    pub(super) language: Language,
    format: Format,
}

impl Terminal {
    pub(super) fn new(language: Language, format: Format) -> Self {
        Self { language, format }
    }

    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Whether a person looks on.
    pub(super) fn is_watched(&self) -> bool {
        !self.is_json() && io::stderr().is_terminal()
    }

    /// Says a message of `locales/`.
    pub(super) fn say(&mut self, id: &str, args: &Args) {
        let text = words::text(self.language, id, args);
        self.line(&text);
    }

    /// Writes a line that is words already.
    pub(super) fn line(&mut self, text: &str) {
        self.write(&format!("{text}\n"));
    }

    /// Writes to standard output. A reader that went away (`| head`) is no failure of ours.
    #[expect(clippy::unused_self, reason = "whoever speaks has the terminal")]
    pub(super) fn write(&mut self, text: &str) {
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            tracing::debug!(%error, "standard output is closed");
        }
    }

    /// Writes the answer for programs.
    #[expect(clippy::unused_self, reason = "whoever speaks has the terminal")]
    pub(super) fn json(&mut self, answer: &impl Serialize) {
        // Written as it is made: the answer about a large file is larger than the file.
        let mut out = BufWriter::new(io::stdout().lock());
        let written = serde_json::to_writer_pretty(&mut out, answer).map_err(io::Error::from);
        if let Err(error) = written.and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()) {
            tracing::debug!(%error, "standard output is closed");
        }
    }

    /// Writes one of many answers for programs, on a line of its own.
    pub(super) fn json_line(&mut self, answer: &impl Serialize) {
        match serde_json::to_string(answer) {
            Ok(text) => self.line(&text),
            Err(error) => tracing::error!(%error, "the answer is no JSON"),
        }
    }

    /// A table, with the headings of the messages `headings`.
    pub(super) fn table(&mut self, headings: &[&str], rows: Vec<Vec<String>>) {
        let mut table = Table::new();
        table
            .load_style(presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()))
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(Self::width())
            .set_header(headings.iter().map(|id| words::plain(self.language, id)));
        for row in rows {
            table.add_row(row);
        }
        let text = table.to_string();
        self.line(&text);
    }

    /// Columns of the terminal; in a pipe, what fits most screens and papers.
    fn width() -> u16 {
        console::Term::stdout().size_checked().map_or(120, |(_, columns)| columns.max(60))
    }

    /// Says why svod could not do its job.
    pub(super) fn fail(&mut self, failure: &Failure) {
        tracing::error!(error = %failure.message(self.language), "could not run");
        if self.is_json() {
            let answer = failure.answer(self.language);
            self.json(&answer);
            return;
        }
        self.complain(&failure.rendered(self.language));
    }

    /// Writes to standard error.
    #[expect(clippy::unused_self, reason = "whoever speaks has the terminal")]
    pub(super) fn complain(&self, text: &str) {
        let mut err = io::stderr().lock();
        if let Err(error) = err.write_all(text.as_bytes()).and_then(|()| err.flush()) {
            tracing::debug!(%error, "standard error is closed");
        }
    }
}
