//! Addresses of cells in the originals and of sheets of the same workbook.
//!
//! In: where an original lies. Out: a link as `rust_xlsxwriter` wants it, or nothing where a workbook cannot hold it; the
//! text then stands alone.

use crate::record::CellRef;

/// Links that one sheet may hold: Excel's limit is 65,530, and the sheet's own few count.
pub(super) const MOST_LINKS: usize = 65_000;
/// Longest address, in UTF-16 units; also the longest place within a file.
const LONGEST: usize = 2_080;
/// From `<workspace>/<period>/report/` to `<workspace>/`.
const WORKSPACE: &str = "../../";

/// The link to an original, and to a cell of it.
pub(super) fn original(stored: &str, place: Option<(&str, CellRef)>) -> Option<String> {
    let path = escaped(&format!("{WORKSPACE}{stored}"))?;
    let anchor = place.map_or_else(String::new, |(sheet, cell)| format!("#'{}'!{cell}", sheet.replace('\'', "''")));
    let fits = |text: &str| text.encode_utf16().count() <= LONGEST;
    // `rust_xlsxwriter` takes what follows `file:///` for a relative path, as Excel writes it.
    (fits(&path) && fits(&anchor)).then(|| format!("file:///{path}{anchor}"))
}

/// The link to a sheet of the same workbook.
pub(super) fn sheet(name: &str, cell: CellRef) -> String {
    format!("internal:'{}'!{cell}", name.replace('\'', "''"))
}

/// The path with what a URL keeps for itself escaped. Letters beyond ASCII stay as they are: so Excel writes them, and
/// it does not find a Cyrillic file under a percent-encoded name.
fn escaped(path: &str) -> Option<String> {
    let mut url = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' | '%' | '"' | '<' | '>' | '[' | ']' | '`' | '^' | '{' | '}' | '#' | '?' => {
                url.push('%');
                url.push_str(&hexadecimal(c));
            }
            c if c == '\\' || c.is_control() => return None,
            c => url.push(c),
        }
    }
    // `rust_xlsxwriter` escapes an address once more unless it sees one of its own escapes in it. A name whose only
    // special character is one that it does not know would be broken by that: better no link than one that leads nowhere.
    let seen = ["%20", "%25", "%22", "%60", "%3C", "%3E", "%5B", "%5D", "%5E", "%7B", "%7D"];
    (!url.contains('%') || seen.iter().any(|escape| url.contains(escape))).then_some(url)
}

fn hexadecimal(c: char) -> String {
    format!("{:02X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_the_report_to_the_cell_of_the_original() {
        let place = Some(("Мероприятия", CellRef::new(13, 6)));
        assert_eq!(
            original("2024-Q1/received/Отчёт музея.xlsx", place).as_deref(),
            Some("file:///../../2024-Q1/received/Отчёт%20музея.xlsx#'Мероприятия'!G14")
        );
    }

    #[test]
    fn signs_that_an_address_keeps_for_itself_are_escaped_or_there_is_no_link() {
        let link = |stored| original(stored, None);
        assert_eq!(link("a/50% [1] #2.xlsx").as_deref(), Some("file:///../../a/50%25%20%5B1%5D%20%232.xlsx"));
        assert_eq!(link("a/Отчёт%20.xlsx").as_deref(), Some("file:///../../a/Отчёт%2520.xlsx"));
        assert_eq!(link("a/#2.xlsx"), None);
        assert_eq!(link(&"ж".repeat(3000)), None);
    }

    #[test]
    fn an_apostrophe_in_a_sheet_name_is_doubled() {
        assert_eq!(sheet("Д'Артаньян", CellRef::new(0, 0)), "internal:'Д''Артаньян'!A1");
    }
}
