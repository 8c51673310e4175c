//! The least and the greatest value of each number in `svod.toml`.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::Error;

/// Numbers by the keys that lead to them, each with its least and its greatest value. One that is too small would refuse every
/// file, or stop every letter; one that is too large would ask for what no computer has.
const RANGES: [(&str, u32, u32); 10] = [
    ("deadline-days", 0, 366),
    // What is handed to a worker is measured in four bytes.
    ("file-limit-mb", 1, 2048),
    ("quiet-seconds", 1, 3600),
    // To start takes a part of it.
    ("worker-memory-mb", 128, 65_536),
    ("worker-seconds", 1, 3600),
    ("post.remind-days", 0, 366),
    ("post.patience-days", 0, 366),
    ("post.smtp.port", 1, 65_535),
    ("post.smtp.per-minute", 1, 6000),
    ("post.imap.port", 1, 65_535),
];

/// Refuses the first number that is out of its range. What is no number, or no TOML, is for the types to refuse.
pub(super) fn check(path: &Path, text: &str) -> Result<(), Error> {
    let Ok(table) = DeTable::parse(text) else { return Ok(()) };
    for (key, least, greatest) in RANGES {
        let (parents, last) = key.rsplit_once('.').unwrap_or(("", key));
        let mut parents = parents.split('.').filter(|parent| !parent.is_empty());
        let holder = parents.try_fold(table.get_ref(), |table, parent| table.get(parent)?.get_ref().as_table());
        let Some(value) = holder.and_then(|table| table.get(last)) else { continue };
        let DeValue::Integer(number) = value.get_ref() else { continue };
        let range = i128::from(least)..=i128::from(greatest);
        let fits = i128::from_str_radix(number.as_str(), number.radix()).is_ok_and(|number| range.contains(&number));
        if !fits {
            let (path, source_text, span) = (path.to_owned(), text.to_owned(), value.span());
            return Err(Error::SettingRange { path, source_text, span, key, least, greatest });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Option<(String, String)> {
        match check(Path::new("svod.toml"), text) {
            Err(Error::SettingRange { key, span, .. }) => Some((key.to_owned(), text[span].to_owned())),
            _ => None,
        }
    }

    #[test]
    fn a_number_out_of_its_range_is_named_with_its_place() {
        for value in
            ["0", "-1", "2049", "18446744073709551615", "99999999999999999999999999999999999999999999", "0x801"]
        {
            let text = format!("form = \"form.toml\"\nfile-limit-mb = {value}\n");
            assert_eq!(refused(&text), Some(("file-limit-mb".to_owned(), value.to_owned())));
        }
        let text = "[post.smtp]\nhost = \"localhost\"\nper-minute = 0";
        assert_eq!(refused(text), Some(("post.smtp.per-minute".to_owned(), "0".to_owned())));
    }

    #[test]
    fn the_ends_of_a_range_are_in_it_and_what_is_no_number_is_not_judged_here() {
        for text in
            ["file-limit-mb = 1", "file-limit-mb = 2_048", "file-limit-mb = \"0\"", "deadline-days = 0", "no toml"]
        {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
