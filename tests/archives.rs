//! Archives and letters in the inbox: their workbooks are files of their own, and what is not honest is refused in words.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

use crate::campaign::{Campaign, Returned, files};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "ОГБУК «Приреченский краеведческий музей»")
        .institution("library", "ОГБУК «Речегорская областная научная библиотека»")
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn workbooks_in_an_archive_are_files_of_their_own_and_the_archive_stays_as_it_was() {
    let campaign = campaign();
    let museum = campaign.workbook("museum", &Returned::new().event(&[]));
    let library =
        campaign.workbook("library", &Returned::new().event(&[("title", "Вечер переводов"), ("start", "2024-03-01")]));
    let archive =
        zipped(&[("Отчёты/музей.xlsx", &museum), ("Отчёты/библиотека.xlsx", &library), ("скан.pdf", b"%PDF")]);
    let campaign = campaign.file("ответы.zip", &archive);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [2, 2, 0, 0, 0]);
    assert!(ran.has("F13"), "{}", ran.answer["findings"]);
    let originals = files(&campaign.root().join("2024-Q1/originals"));
    let names: Vec<_> = originals.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["0001 ответы.zip", "0002 ответы.zip › Отчёты › музей.xlsx", "0003 ответы.zip › Отчёты › библиотека.xlsx"]
    );
    assert_eq!(originals[0].1, archive);
    assert!(files(&campaign.inbox()).is_empty());
    assert!(!campaign.root().join("2024-Q1/unusable").exists());
    assert_eq!(campaign.run().tally(), [2, 2, 0, 0, 0], "the next run says the same");
}

#[test]
fn a_letter_with_a_workbook_is_opened() {
    let campaign = campaign();
    let workbook = campaign.workbook("museum", &Returned::new().event(&[]));
    let letter = format!(
        "From: museum@example.org\r\nTo: svod@example.org\r\nSubject: report\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n\
         --x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"museum.xlsx\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        base64(&workbook)
    );
    let ran = campaign.file("Отчёт.eml", letter.as_bytes()).run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
}

#[test]
fn an_archive_that_leads_out_or_holds_another_is_refused_with_its_reason() {
    let campaign = campaign();
    let museum = campaign.workbook("museum", &Returned::new().event(&[]));
    let nested = zipped(&[("ещё.zip", &zipped(&[("музей.xlsx", &museum)]))]);
    let ran = campaign
        .file("наружу.zip", &zipped(&[("../../evil.xlsx", &museum)]))
        .file("матрёшка.zip", &nested)
        .file("сканы.zip", &zipped(&[("скан.pdf", b"%PDF-1.7")]))
        .run();
    assert_eq!(ran.tally(), [0; 5]);
    assert_eq!(ran.codes("error").iter().filter(|code| *code == "F03").count(), 2, "{}", ran.answer["findings"]);
    assert!(ran.has("F07"));
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= chunk.len() { char::from(letter) } else { '=' });
        }
        if text.len().is_multiple_of(76) {
            text.push_str("\r\n");
        }
    }
    text
}
