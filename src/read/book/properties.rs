//! Who saved a workbook last, as its properties say.
//!
//! In: the bytes of a package that has passed inspection. Out: a name, or nothing. It refuses to believe more than one line.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::decode;

/// Properties are small; more is not read.
const MOST: u64 = 64 * 1024;
/// A longer name is cut.
const LONGEST: usize = 100;
/// Where packages keep their properties, and the element that names who saved them.
const PLACES: [(&str, &str); 2] = [("docProps/core.xml", "lastModifiedBy"), ("meta.xml", "creator")];
/// What svod itself writes there: then nobody has saved the workbook since.
const SVOD: &str = "svod";

/// Who saved a package last; empty where it does not say.
pub(super) fn editor(bytes: &[u8]) -> String {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return String::new() };
    let named = PLACES.iter().find_map(|(part, element)| {
        let mut text = Vec::new();
        archive.by_name(part).ok()?.take(MOST).read_to_end(&mut text).ok()?;
        text_of(&decode(&text, None), element)
    });
    named.filter(|name| name != SVOD).unwrap_or_default()
}

/// The text of the first element of that name, on one line.
fn text_of(xml: &str, element: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let (mut inside, mut said) = (false, String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => inside = start.local_name().as_ref() == element,
            Ok(Event::Text(text)) if inside => said.push_str(text.as_ref()),
            Ok(Event::End(end)) if end.local_name().as_ref() == element => break,
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
    let line: Vec<&str> =
        said.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    Some(line.join(" ").chars().take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_saved_it_is_named_on_one_line() {
        let xml = "<cp:coreProperties><dc:creator>svod</dc:creator><cp:lastModifiedBy> Анна\n Ильина </cp:lastModifiedBy></cp:coreProperties>";
        assert_eq!(text_of(xml, "lastModifiedBy").as_deref(), Some("Анна Ильина"));
        assert_eq!(text_of("<a><b/></a>", "creator"), None);
        assert_eq!(editor(b"PK"), "");
    }
}
