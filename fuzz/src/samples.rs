//! What the mutations begin with: phrases of the tests, made-up tables in every format, the files of the demonstration.

use std::io::{Cursor, Write};

use cfb::CompoundFile;

use crate::biff;
use crate::packages::{self, BETWEEN, XLSX};

const DATES: &str = include_str!("../../tests/phrases/dates.json");
const PEOPLE: &str = include_str!("../../tests/phrases/participants.json");
const PLACES: &str = include_str!("../../tests/phrases/places.json");

type Row = [String; 4];

fn phrases(collection: &str) -> Vec<Vec<u8>> {
    let phrases: Vec<serde_json::Value> = serde_json::from_str(collection).expect("a collection of phrases");
    phrases.iter().filter_map(|phrase| phrase["raw"].as_str()).map(|raw| raw.as_bytes().to_vec()).collect()
}

fn of(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Each phrase with nothing around it, and as if a quarter were collected.
pub(crate) fn dates() -> Vec<Vec<u8>> {
    let around = |first: u8| phrases(DATES).into_iter().map(move |phrase| [&[first][..], &phrase].concat());
    around(24).chain(around(128 + 24)).collect()
}

pub(crate) fn people() -> Vec<Vec<u8>> {
    phrases(PEOPLE)
}

pub(crate) fn places() -> Vec<Vec<u8>> {
    phrases(PLACES)
}

pub(crate) fn titles() -> Vec<Vec<u8>> {
    of(&[
        "Участие делегации Лугового района в XVII международной выставке «Нить времени»\nXVII выставка \"Нить времени\"",
        "Проведение 18-го фестиваля народной песни\nвосемнадцатый фестиваль народной песни 2024 года",
        "Встреча с делегацией Брестской области (Республика Беларусь)\nВстреча с делегацией Витебской области",
        "Second round of the «Bridges» forum – day 1\nThe 2nd round of the Bridges forum, day 2",
    ])
}

pub(crate) fn texts() -> Vec<Vec<u8>> {
    of(&[
        "Ярмарка\u{a0}«Лён» – 5\u{2011}7 мая\u{200b}\r\n\r\nДом_x000D_ музыки [bookmark: _GoBack]",
        "Встреча в 2024 г. Минск принял гостей. И др. – «Конец.» Да! Нет? А. Б. Иванов",
        "https://example.\norg/page-\n12 и\u{306} е\u{308} cтрана Pоссия _x005F_x0041_",
    ])
}

/// Headings and three rows of a made-up return.
fn table() -> Vec<Row> {
    [
        ["Наименование мероприятия", "Место проведения", "Даты словами", "Участники"],
        ["Вечер гитарной музыки «Шесть струн»", "г. Минск, Дом музыки", "5 марта 2024 года", "40 человек"],
        ["Выставка «Нить; времени»", "г. Витебск", "18 января – 18 февраля 2024 года", "312"],
        ["Лекции <об архивах> & музеях", "", "16 февраля, 5 марта", "более 10 гостей,\nв т.ч. 3 из Сербии"],
    ]
    .map(|row| row.map(str::to_owned))
    .to_vec()
}

fn with_table(write: fn(&[&Row]) -> String) -> String {
    write(&table().iter().collect::<Vec<_>>())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn each(rows: &[&Row], row: fn(&[String]) -> String) -> String {
    rows.iter().map(|cells| row(&cells[..])).collect()
}

/// Text with semicolons, every field in quotation marks.
pub(crate) fn delimited(rows: &[&Row]) -> String {
    each(rows, |cells| {
        let fields: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        fields.join(";") + "\r\n"
    })
}

/// A web page.
pub(crate) fn page(rows: &[&Row]) -> String {
    let rows = each(rows, |cells| {
        let cells: String =
            cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell).replace('\n', "<br>"))).collect();
        format!("<tr>{cells}</tr>")
    });
    format!("<html><head><meta charset=utf-8></head><body><table>{rows}</table></body></html>")
}

/// The XML workbook of Excel 2003.
pub(crate) fn spreadsheet_2003(rows: &[&Row]) -> String {
    let rows = each(rows, |cells| {
        let cell = |cell: &String| format!(r#"<Cell><Data ss:Type="String">{}</Data></Cell>"#, escaped(cell));
        format!("<Row>{}</Row>", cells.iter().map(cell).collect::<String>())
    });
    format!(
        r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Мероприятия"><Table>{rows}</Table></Worksheet></Workbook>"#
    )
}

/// The document of a Word file.
pub(crate) fn word(rows: &[&Row]) -> String {
    let rows = each(rows, |cells| {
        let paragraph =
            |line: &str| format!(r#"<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#, escaped(line));
        let cell = |cell: &String| format!("<w:tc>{}</w:tc>", cell.split('\n').map(paragraph).collect::<String>());
        format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
    });
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"#
    )
}

/// The content of an open document; of a flat one, with the mark of its kind.
fn open_document_of(rows: &[&Row], root: &str, mark: &str) -> String {
    let rows = each(rows, |cells| {
        let paragraph = |line: &str| format!("<text:p>{}</text:p>", escaped(line));
        let cell = |cell: &String| {
            let text: String = cell.split('\n').map(paragraph).collect();
            format!(r#"<table:table-cell office:value-type="string">{text}</table:table-cell>"#)
        };
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    });
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><{root} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"{mark}><office:body><office:spreadsheet><table:table table:name="Мероприятия">{rows}</table:table></office:spreadsheet></office:body></{root}>"#
    )
}

pub(crate) fn open_document(rows: &[&Row]) -> String {
    open_document_of(rows, "office:document-content", "")
}

/// A sheet whose texts stand in its cells.
pub(crate) fn sheet(rows: &[&Row]) -> String {
    let rows = each(rows, |cells| {
        let cell = |cell: &String| format!(r#"<c t="inlineStr"><is><t>{}</t></is></c>"#, escaped(cell));
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    });
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

/// A sheet with everything that is odd about cells.
const ODD_SHEET: &str = r#"<worksheet><dimension ref="A1:H9"/><cols><col min="5" max="6" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Дата начала</t></is></c><c r="D1" t="str"><v>Общее количество</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><r><t>г. </t></r><r><t xml:space="preserve">Минск </t></r></is></c><c r="C2" s="1"><v>45327</v></c><c r="D2"><f>SUM(E2:F2)</f><v>12.5</v></c></row><row r="3" hidden="1"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="2"><v>60.25</v></c><c r="D3"><f t="shared" ref="D3:D9" si="0">E3</f></c></row><row><c t="s"><v>2</v></c><c t="d"><v>2024-02-05T10:00:00</v></c><c t="n"><v>1e3</v></c><c><v>1e999</v></c><c><v>nan</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells></worksheet>"#;

/// A sheet, and behind it parts that take the place of the usual ones.
fn with_parts(parts: &[&str]) -> Vec<u8> {
    parts.join(&char::from(BETWEEN).to_string()).into_bytes()
}

pub(crate) fn xlsx() -> Vec<Vec<u8>> {
    let usual: Vec<&str> = XLSX.iter().skip(1).map(|(_, part)| *part).collect();
    let own = with_table(sheet);
    let prefixed = |part: &str| part.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    let strict = usual[2].replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
    let since_1904 = usual[2].replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    let named = usual[2].replace(
        "</sheets>",
        "</sheets><definedNames><definedName name=\"svod_period\">Мероприятия!$C$2</definedName></definedNames>",
    );
    let wide: Vec<u8> =
        format!("\u{FEFF}{}", &own[..own.len().min(4000)]).encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        with_parts(&[&own]),
        with_parts(&[&prefixed(&own), &prefixed(usual[0])]),
        with_parts(&[ODD_SHEET]),
        with_parts(&[ODD_SHEET, usual[0], usual[1], &since_1904]),
        with_parts(&[ODD_SHEET, usual[0], usual[1], &named]),
        with_parts(&[ODD_SHEET, usual[0], usual[1], &strict]),
        with_parts(&[&[ODD_SHEET][..], &usual[..6], &["macros"]].concat()),
        wide,
    ]
}

pub(crate) fn xlsb() -> Vec<Vec<u8>> {
    (0..).zip(biff::xlsb_parts()).map(|(at, (_, part))| [&[at][..], &part].concat()).collect()
}

pub(crate) fn xls() -> Vec<Vec<u8>> {
    let table = table();
    let rows: Vec<Vec<&str>> = table.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    vec![biff::xls_stream(&rows), biff::xls_stream(&rows[..1])]
}

/// Changes what stands below the heading of a table whose rows begin with `row`.
fn below_heading(table: &str, row: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let second = table.match_indices(row).nth(1).map_or(table.len(), |(at, _)| at);
    let (heading, rows) = table.split_at(second);
    [heading, &change(rows)].concat().into_bytes()
}

pub(crate) fn ods() -> Vec<Vec<u8>> {
    let plain = with_table(open_document);
    let odd = below_heading(&plain, "<table:table-row>", |rows| {
        rows
        .replacen("<table:table-row>", r#"<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row>"#, 1)
        .replacen("<table:table-cell ", r#"<table:covered-table-cell table:number-columns-repeated="3"/><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" "#, 1)
        .replace("</table:table>", r#"<table:table-row table:number-rows-repeated="1000" table:visibility="filter"><table:table-cell table:number-columns-repeated="900"/></table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="2024-02-05"/><table:table-cell office:value-type="float" office:value="1.5" table:formula="of:=[.A1]"/></table:table-row></table:table>"#)
    });
    vec![plain.into_bytes(), odd]
}

pub(crate) fn fods() -> Vec<Vec<u8>> {
    let mark = r#" office:mimetype="application/vnd.oasis.opendocument.spreadsheet""#;
    let plain = open_document_of(&table().iter().collect::<Vec<_>>(), "office:document", mark);
    let spread = plain.replace("><", ">\n  <");
    vec![plain.into_bytes(), spread.into_bytes()]
}

pub(crate) fn spreadsheetml() -> Vec<Vec<u8>> {
    let plain = with_table(spreadsheet_2003);
    let odd = below_heading(&plain, "<Row>", |rows| {
        rows.replacen(
            "<Row>",
            r#"<Column ss:Hidden="1" ss:Index="5" ss:Span="2"/><Row ss:Index="3" ss:Hidden="1" ss:Span="1">"#,
            1,
        )
        .replacen("<Cell>", r#"<Cell ss:Index="1" ss:MergeAcross="1" ss:MergeDown="2" ss:Formula="=R[-1]C">"#, 1)
        .replacen(r#"ss:Type="String""#, r#"ss:Type="DateTime""#, 2)
        .replacen(r#"ss:Type="String">"#, r#"ss:Type="Number">45.5"#, 5)
    });
    vec![plain.into_bytes(), odd]
}

pub(crate) fn html() -> Vec<Vec<u8>> {
    let plain = with_table(page);
    let odd = below_heading(&plain, "<tr>", |rows| {
        rows.replacen("<td>", "<td colspan=2 rowspan=\"3\">", 2).replacen(
            "<tr>",
            "<tr style='display:none'><td><table><tr><td>внутри</table><!-- x --><script>1<2</script>&nbsp;&#1071;",
            1,
        )
    });
    let (old, _, _) = encoding_rs::WINDOWS_1251.encode(&plain);
    let old = old.into_owned();
    vec![plain.clone().into_bytes(), odd, old]
}

pub(crate) fn csv() -> Vec<Vec<u8>> {
    let plain = with_table(delimited);
    let bare = plain.replace('"', "");
    let wide = format!("\u{FEFF}{plain}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        encoding_rs::WINDOWS_1251.encode(&plain).0.into_owned(),
        encoding_rs::IBM866.encode(&plain).0.into_owned(),
        bare.replace(';', "\t").into_bytes(),
        format!("sep=|\r\n{}", bare.replace(';', "|")).into_bytes(),
        plain.into_bytes(),
        wide,
    ]
}

pub(crate) fn docx() -> Vec<Vec<u8>> {
    let plain = with_table(word);
    let odd = below_heading(&plain, "<w:tr>", |rows| {
        rows.replacen("<w:tc>", r#"<w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr>"#, 2)
            .replacen("<w:tr>", r#"<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>"#, 2)
            .replacen("<w:p>", "<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><w:tab/><w:br/></w:r>", 1)
    });
    let around =
        plain.replace("<w:body>", "<w:body><w:p><w:r><w:t>Отчет музея за I квартал 2024 года</w:t></w:r></w:p>");
    vec![plain.into_bytes(), around.into_bytes(), odd]
}

/// A file of each kind, and those of the demonstration that are small.
pub(crate) fn whole_files() -> Vec<Vec<u8>> {
    let first = |seeds: Vec<Vec<u8>>| seeds.into_iter().next().unwrap_or_default();
    let mut locked = packages::xls(b"stream");
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("a file in memory");
    if file.create_stream("/EncryptedPackage").and_then(|mut part| part.write_all(&[7; 64])).is_ok() {
        locked = file.into_inner().into_inner();
    }
    vec![
        packages::xlsx(&first(xlsx())),
        packages::xlsb(&first(xlsb())),
        packages::xls(&first(xls())),
        packages::ods(&first(ods())),
        packages::docx(&first(docx())),
        first(csv()),
        first(html()),
        first(spreadsheetml()),
        first(fods()),
        locked,
        b"%PDF-1.7".to_vec(),
        include_bytes!("../../sample-workbooks/returned/Прайс-лист.xlsx").to_vec(),
        include_bytes!("../../sample-workbooks/returned/~$Сельхоз.xlsx").to_vec(),
    ]
}

/// What workers answer.
pub(crate) fn answers() -> Vec<Vec<u8>> {
    let limits = crate::judge::limits();
    whole_files().iter().map(|file| svod::read::encode(&svod::read::unfold(file, &limits))).collect()
}

/// Rows of titles, places and participants, for each format.
pub(crate) fn rows() -> Vec<Vec<u8>> {
    let rows: Vec<String> =
        table().iter().map(|[title, place, _, people]| format!("{title}\n{place}\n{people}")).collect();
    let rows = rows.join(&char::from(BETWEEN).to_string());
    (0..6).map(|format| [&[format][..], rows.as_bytes()].concat()).collect()
}

fn letter() -> String {
    let part = |head: &str, body: &str| format!("--b\r\n{head}\r\n\r\n{body}\r\n");
    [
        "From: Музей <museum@example.org>\r\nTo: svod@example.org\r\nSubject: =?UTF-8?B?0J7RgtGH0ZHRgg==?=\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
        &part("Content-Type: text/plain; charset=utf-8", "Отчёт во вложении."),
        &part(
            "Content-Type: text/csv\r\nContent-Disposition: attachment; filename=report.csv\r\n\
             Content-Transfer-Encoding: base64",
            "0L3QvtC80LXRgDvQvdCw0LfQstCw0L3QuNC1CjE70L/RgNC40LfRiw==",
        ),
        &part("Content-Type: image/png; name=\"scan.png\"\r\nContent-Disposition: attachment", "png"),
        "--b--\r\n",
    ]
    .concat()
}

fn message() -> Vec<u8> {
    let write = || -> std::io::Result<Vec<u8>> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new()))?;
        file.create_stream("/__properties_version1.0")?.write_all(&[0; 32])?;
        file.create_storage("/__attach_version1.0_#00000000")?;
        let property = |name: &str| format!("/__attach_version1.0_#00000000/__substg1.0_{name}");
        let name: Vec<u8> = "Отчет.csv".encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.create_stream(property("3707001F"))?.write_all(&name)?;
        file.create_stream(property("37010102"))?.write_all("номер;название\n1;призы".as_bytes())?;
        file.flush()?;
        Ok(file.into_inner().into_inner())
    };
    write().expect("a file in memory")
}

/// Archives and letters.
pub(crate) fn wrappers() -> Vec<Vec<u8>> {
    let workbook = packages::xlsx(b"<worksheet/>");
    let archive = packages::zipped([("Музей/Отчет.xlsx", &workbook[..]), ("скан.pdf", b"%PDF-1.7"), ("a.csv", b"a;b")]);
    vec![archive, letter().into_bytes(), message()]
}

/// Names and contents, in turns.
pub(crate) fn archives() -> Vec<Vec<u8>> {
    let between = char::from(BETWEEN).to_string();
    let pieces = |pieces: &[&str]| pieces.join(&between).into_bytes();
    vec![
        pieces(&["Музей/Отчет.csv", "номер;название\n1;призы", "скан.pdf", "%PDF-1.7"]),
        pieces(&["../evil.csv", "a;b", "C:\\x.csv", "a;b", "__MACOSX/._x", ""]),
        pieces(&["a.xls", "From: a\nTo: b\nSubject: c\n\n", "b.html", "<table><tr><td>1</table>", "~$x.xlsx", "x"]),
        pieces(&["a\\b\\.\\..csv", "x", "inner.zip", "PK\u{5}\u{6}"]),
    ]
}
