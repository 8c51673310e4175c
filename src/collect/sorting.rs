//! Which names of the inbox are files that somebody sent, and which are the litter of programs.
//!
//! In: a file's name. Out: take it, or skip it and why. It refuses to know what is in the file: a file of an
//! unknown kind is taken and then refused in words, never passed over in silence.

/// What to do with a file of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sorting {
    Take,
    Skip(SkipReason),
}

/// Why a file is nobody's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// An office program has the workbook next to it open: `~$Отчёт.xlsx`, `.~lock.Отчёт.xlsx#`.
    Lock,
    /// The operating system's own: `Thumbs.db`, `desktop.ini`, `.DS_Store`, `._Отчёт.xlsx`.
    System,
    /// A download or a copy that is not finished: `*.crdownload`, `*.part`, `*.tmp`.
    Unfinished,
    /// A hidden file.
    Hidden,
}

/// Files that Windows, macOS and file synchronisers leave in any folder.
const SYSTEM: [&str; 5] = ["thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".directory"];

/// Ends of the names of files that are still being written by a browser, a mail program or a copy.
const UNFINISHED: [&str; 6] = [".tmp", ".temp", ".crdownload", ".part", ".partial", ".download"];

/// Sorts a file of the inbox by its name. An empty file is taken too: its sender must be told that nothing arrived.
#[must_use]
pub fn sort(name: &str) -> Sorting {
    let lower = name.trim().to_lowercase();
    if lower.starts_with("~$") || lower.starts_with(".~lock.") {
        Sorting::Skip(SkipReason::Lock)
    } else if SYSTEM.contains(&lower.as_str()) || lower.starts_with("._") || name == "Icon\r" {
        Sorting::Skip(SkipReason::System)
    } else if UNFINISHED.iter().any(|end| lower.ends_with(end)) {
        Sorting::Skip(SkipReason::Unfinished)
    } else if lower.starts_with('.') {
        Sorting::Skip(SkipReason::Hidden)
    } else {
        Sorting::Take
    }
}

/// Tells whether a download of a file is going on: a browser keeps its place with an empty file, and writes into one beside it.
#[must_use]
pub fn is_downloaded_beside(name: &str, is_there: impl Fn(&str) -> bool) -> bool {
    UNFINISHED.iter().any(|end| is_there(&format!("{name}{end}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_litter_of_programs_is_skipped_and_its_kind_told() {
        for (name, reason) in [
            ("~$Отчёт.xlsx", SkipReason::Lock),
            (".~lock.Отчёт.xlsx#", SkipReason::Lock),
            ("Thumbs.db", SkipReason::System),
            ("Desktop.ini", SkipReason::System),
            (".DS_Store", SkipReason::System),
            ("._Отчёт.xlsx", SkipReason::System),
            ("Отчёт.xlsx.crdownload", SkipReason::Unfinished),
            ("0A3F.TMP", SkipReason::Unfinished),
            ("Отчёт.xlsx.part", SkipReason::Unfinished),
            (".gitkeep", SkipReason::Hidden),
        ] {
            assert_eq!(sort(name), Sorting::Skip(reason), "{name}");
        }
    }

    #[test]
    fn an_empty_file_that_keeps_the_place_of_a_download_is_not_finished() {
        let folder = ["Отчёт.xlsx", "Отчёт.xlsx.part", "Свод.xlsx"];
        let is_there = |name: &str| folder.contains(&name);
        assert!(is_downloaded_beside("Отчёт.xlsx", is_there));
        assert!(!is_downloaded_beside("Свод.xlsx", is_there));
    }

    #[test]
    fn whatever_somebody_may_have_sent_is_taken() {
        for name in ["Отчёт.xlsx", "скан.pdf", "без расширения", "~черновик.xlsx", "архив.zip", "part.xlsx"]
        {
            assert_eq!(sort(name), Sorting::Take, "{name}");
        }
    }
}
