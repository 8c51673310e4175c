//! The text that lies beside an unusable file: why it was not used, in words.

use crate::finding::Finding;
use crate::flow::ParcelCard;
use crate::words::{self, Args, Language};

/// The text, with the line ends of Windows: Notepad shows it to whoever clicks on it.
#[must_use]
pub fn reason(card: &ParcelCard, findings: &[Finding], language: Language) -> String {
    let mut lines =
        vec![words::text(language, "publish-reason-head", &Args::new().with("name", &*card.name)), String::new()];
    let keeps_out = findings.iter().filter(|finding| finding.is_error());
    lines.extend(keeps_out.map(|finding| format!("{}  {}", finding.kind, finding.sentence(language))));
    lines.push(String::new());
    lines.push(words::text(language, "publish-reason-stored", &Args::new().with("stored", card.stored.as_str())));
    lines.push(String::new());
    // The mark at the start tells old editors that this is UTF-8.
    format!("\u{feff}{}", lines.join("\r\n"))
}
