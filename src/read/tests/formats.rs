//! The same return in every format that is sent, each read into the same rows.

use rust_xlsxwriter::Workbook;

use super::{codes, column, reading_of, text, usual};
use crate::flow::sample::{repacked, zipped};
use crate::flow::{Content, Submission};

const TITLES: [&str; 2] = ["Льняная ярмарка", "Медовый торг"];

const ROWS: [[&str; 4]; 3] = [
    ["Раздел", "Название", "Место проведения", "Всего людей"],
    ["Ремёсла", "Льняная ярмарка", "г. Озёрск", "120"],
    ["Продукты", "Медовый торг", "г. Озёрск", "36"],
];

fn submission(bytes: Vec<u8>, name: &str) -> Submission {
    let reading = reading_of(bytes, name);
    let codes = codes(&reading.findings);
    let submission = reading.submission.unwrap_or_else(|| panic!("{name}: {codes:?}"));
    assert_eq!(column(&submission, "title"), TITLES, "{name}");
    assert_eq!(column(&submission, "section"), ["Ремёсла", "Продукты"], "{name}");
    assert_eq!(submission.rows[0].cells["total"].content, Content::Number(120.0), "{name}");
    submission
}

fn delimited(separator: &str) -> String {
    ROWS.map(|row| row.join(separator)).join("\r\n") + "\r\n"
}

fn page() -> String {
    let row = |row: [&str; 4]| format!("<tr>{}</tr>", row.map(|cell| format!("<td>{cell}</td>")).concat());
    format!("<table>{}</table>", ROWS.map(row).concat())
}

#[test]
fn csv_in_any_encoding_and_with_any_separator_is_read_under_any_extension() {
    for separator in [";", "\t", "|", ","] {
        let text = delimited(separator);
        let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            text.clone().into_bytes(),
            format!("\u{FEFF}{text}").into_bytes(),
            wide,
            encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
            encoding_rs::IBM866.encode(&text).0.into_owned(),
        ] {
            let submission = submission(bytes, "Ярмарки.xls");
            assert_eq!(submission.rows[1].cells["title"].origin.cell.to_string(), "B3");
            assert_eq!(&*submission.sheet, "CSV");
        }
    }
}

#[test]
fn a_web_page_saved_as_a_workbook_is_read_in_the_encoding_that_it_declares() {
    let declared = |charset: &str| format!("<html><meta charset={charset}>{}", page());
    submission(declared("utf-8").into_bytes(), "Выгрузка.xls");
    submission(encoding_rs::WINDOWS_1251.encode(&declared("windows-1251")).0.into_owned(), "Выгрузка.xls");
    submission(encoding_rs::WINDOWS_1251.encode(&page()).0.into_owned(), "Выгрузка.xls");
    let legacy = format!(
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'></head>{}",
        page()
    );
    submission(encoding_rs::WINDOWS_1251.encode(&legacy).0.into_owned(), "Выгрузка.xls");
}

#[test]
fn a_table_within_the_layout_of_a_page_is_found() {
    submission(format!("<html><body><table><tr><td>Меню<td>{}</table>", page()).into_bytes(), "Выгрузка.xls");
}

#[test]
fn the_xml_workbook_of_excel_2003_is_read() {
    let cell = |cell: &str| {
        let kind = if cell.parse::<u32>().is_ok() { "Number" } else { "String" };
        format!("<Cell><Data ss:Type=\"{kind}\">{cell}</Data></Cell>")
    };
    let rows = ROWS.map(|row| format!("<Row>{}</Row>", row.map(cell).concat())).concat();
    let text = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Лист1\"><Table>{rows}</Table>\
         </Worksheet></Workbook>"
    );
    submission(text.into_bytes(), "Ярмарки.xls");
}

#[test]
fn a_flat_open_document_is_read() {
    let cell = |cell: &str| {
        let value = cell.parse::<u32>().map_or_else(
            |_| "office:value-type=\"string\"".to_owned(),
            |number| format!("office:value-type=\"float\" office:value=\"{number}\""),
        );
        // LibreOffice writes every tag on a line of its own.
        format!("\n  <table:table-cell {value}>\n   <text:p>{cell}</text:p>\n  </table:table-cell>")
    };
    let rows = ROWS.map(|row| format!("\n <table:table-row>{}\n </table:table-row>", row.map(cell).concat())).concat();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\" \
         office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Лист1\">{rows}</table:table></office:spreadsheet></office:body></office:document>"
    );
    submission(text.into_bytes(), "Ярмарки.fods");
}

fn word(rows: &[Vec<String>]) -> Vec<u8> {
    let rows = rows.iter().map(|row| format!("<w:tr>{}</w:tr>", row.concat())).collect::<Vec<_>>().concat();
    let text = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
         <w:p><w:r><w:t>Отчёт о ярмарках</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>\
         <w:p><w:r><w:t>В I квартале состоялись 3 встречи.</w:t></w:r></w:p></w:body></w:document>"
    );
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", text.as_bytes())])
}

fn word_cell(text: &str) -> String {
    let paragraphs = text.split('\n').map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    format!("<w:tc>{}</w:tc>", paragraphs.collect::<Vec<_>>().concat())
}

#[test]
fn a_word_table_with_headings_of_sections_in_it_is_read_into_the_same_rows() {
    let row = |cells: &[&str]| cells.iter().map(|cell| word_cell(cell)).collect::<Vec<_>>();
    let across =
        |text: &str| vec![word_cell(text).replacen("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val=\"4\"/></w:tcPr>", 1)];
    let heading = ["№ п/п", "Название", "Место\nпроведения", "Всего людей"];
    let bytes = word(&[
        row(&heading),
        row(&["1", "2", "3", "4"]),
        across("Ремёсла"),
        row(&["1.", "Льняная ярмарка", "г. Озёрск,\nДом музыки", "120"]),
        across("Продукты"),
        row(&heading),
        row(&["", "Медовый торг", "г. Озёрск", "36"]),
    ]);
    let submission = submission(bytes, "Музей льна.docx");
    assert_eq!(&*submission.sheet, "Word 1");
    assert_eq!(text(&submission.rows[0], "place"), "г. Озёрск,\nДом музыки");
    assert_eq!(submission.rows[0].cells["title"].origin.cell.to_string(), "B4");
    assert_eq!(submission.known.institution.as_deref(), Some("museum"));
    assert_eq!(submission.rows.len(), 2, "the paragraph behind the table is no row");
}

#[test]
fn a_word_document_without_a_table_and_one_that_breaks_off_are_refused_in_words() {
    let plain =
        zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document><w:p/></w:document>")]);
    assert_eq!(codes(&reading_of(plain, "Письмо.docx").findings), ["F07"]);
    let cut =
        zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document><w:tbl><w:tr><w:tc>")]);
    assert_eq!(codes(&reading_of(cut, "Отчёт.docx").findings), ["F03"]);
}

/// The usual workbook with every part changed.
fn with_parts(change: impl Fn(&str, String) -> Vec<u8>) -> Vec<u8> {
    repacked(&usual().save_to_buffer().unwrap(), change, &[])
}

fn is_as_usual(bytes: Vec<u8>) {
    let reading = reading_of(bytes, "отчёт.xlsx");
    assert_eq!(codes(&reading.findings), Vec::<String>::new());
    let submission = reading.submission.unwrap();
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка", "Медовый торг", "Гончарный ряд"]);
    assert_eq!(submission.rows[0].cells["title"].origin.cell.to_string(), "C5");
    assert_eq!(submission.header["receptions"].content, Content::Number(3.0));
}

#[test]
fn a_strict_workbook_is_read() {
    is_as_usual(with_parts(|_, text| {
        text.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .into_bytes()
    }));
}

#[test]
fn a_workbook_with_prefixed_names_is_read() {
    is_as_usual(with_parts(|name, text| {
        let is_main = ["workbook.xml", "sharedStrings.xml", "styles.xml"].iter().any(|part| name.ends_with(part))
            || name.starts_with("xl/worksheets/sheet");
        if is_main { prefixed(&text).into_bytes() } else { text.into_bytes() }
    }));
}

/// Puts `x:` before every element.
fn prefixed(text: &str) -> String {
    let mut result = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        result.push(c);
        if c == '<' {
            match chars.peek() {
                Some('?' | '!') => {}
                Some('/') => {
                    chars.next();
                    result.push_str("/x:");
                }
                _ => result.push_str("x:"),
            }
        }
    }
    result.replace("xmlns=\"", "xmlns:x=\"")
}

#[test]
fn parts_in_utf_16_are_read() {
    is_as_usual(with_parts(|name, text| {
        if name.starts_with("xl/worksheets/") || name.ends_with("sharedStrings.xml") || name.ends_with("workbook.xml") {
            let text = text.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
            format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        }
    }));
}

#[test]
fn cells_and_rows_without_references_stand_in_their_order() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(ROWS) {
        for (col, text) in (0..).zip(cells) {
            match text.parse::<u32>() {
                Ok(number) => sheet.write(row, col, number).unwrap(),
                Err(_) => sheet.write(row, col, text).unwrap(),
            };
        }
    }
    let reference = regex::Regex::new(r#"(<(?:c|row)) r="[A-Z0-9]+""#).unwrap();
    let without = |name: &str, text: String| {
        if name.contains("worksheets/sheet") {
            reference.replace_all(&text, "$1").into_owned().into_bytes()
        } else {
            text.into_bytes()
        }
    };
    submission(repacked(&book.save_to_buffer().unwrap(), without, &[]), "Ярмарки.xlsx");
}

#[test]
fn no_cut_of_any_text_format_makes_it_panic() {
    let word = word(&[vec![word_cell("Раздел"), word_cell("Название")]]);
    for whole in [delimited(";").into_bytes(), page().into_bytes(), word] {
        for end in (0..whole.len()).step_by(7) {
            let _ = reading_of(whole[..end].to_vec(), "отчёт.xls");
        }
    }
}
