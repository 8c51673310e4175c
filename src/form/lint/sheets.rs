//! Names of sheets: what Excel allows, and no name twice in one workbook.

use super::{Known, folded, patterns};
use crate::form::PERIOD_ARGS;
use crate::form::source::{Mistakes, Node};
use crate::words::{self, Args, Language};

/// Characters in the name of a sheet.
const MOST: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The hidden sheet by which svod knows its workbooks again.
const HIDDEN: &str = "svod";
/// The sheets of the template, with the messages that name them where the form does not.
const TEMPLATE: [(&str, &str); 4] = [
    ("title", "sheet-title"),
    ("table", "sheet-table"),
    ("dictionaries", "sheet-dictionaries"),
    ("guide", "sheet-guide"),
];

pub(super) fn check(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let sheets = root.get("sheets");
    let own = |key: &str| sheets.and_then(|sheets| sheets.get(key));
    for language in Language::ALL {
        let mut seen = vec![HIDDEN.to_owned()];
        // Svod's own names first: it is the form's name that can be changed.
        for (key, id) in TEMPLATE {
            if own(key).is_none() {
                seen.push(folded(&words::plain(language, id)));
            }
        }
        for (key, _) in TEMPLATE {
            for (_, wording) in
                own(key).into_iter().flat_map(Node::wordings).filter(|(code, _)| speaks(*code, language))
            {
                let name = folded(wording.text().unwrap_or_default());
                if seen.contains(&name) {
                    let args = Args::new().with("name", wording.text().unwrap_or_default());
                    mistakes.add(wording.span(), "form-sheet-twice", args);
                }
                seen.push(name);
            }
        }
    }
    for (key, _) in TEMPLATE {
        if let Some(text) = own(key) {
            named(text, mistakes);
        }
    }
    if let Some(sheet) = root.at(&["report", "sheet"]) {
        named(sheet, mistakes);
        patterns::check(sheet, known, &PERIOD_ARGS, mistakes);
    }
}

fn speaks(code: Option<&str>, language: Language) -> bool {
    code.is_none_or(|code| code == language.code())
}

fn named(text: Node<'_>, mistakes: &mut Mistakes<'_>) {
    for (_, wording) in text.wordings() {
        let name = wording.text().unwrap_or_default();
        let wrong = name.trim().is_empty()
            || name.chars().count() > MOST
            || name.contains(FORBIDDEN)
            || name.contains(char::is_control)
            || name.starts_with('\'')
            || name.ends_with('\'')
            // Excel keeps this name for itself.
            || name.eq_ignore_ascii_case("history");
        if wrong {
            mistakes.add(wording.span(), "form-bad-sheet", Args::new().with("name", name));
        }
    }
}
