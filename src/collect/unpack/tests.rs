//! Archives and letters made here, each with its own quirk.

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Refused, UnpackLimits, Wrapper, unpack, wrapper};
use crate::flow::sample::zipped;

fn workbook() -> Vec<u8> {
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")])
}

fn refused(bytes: &[u8]) -> Option<Refused> {
    unpack(bytes, &UnpackLimits::default()).err()
}

fn names(bytes: &[u8]) -> Vec<String> {
    unpack(bytes, &UnpackLimits::default()).unwrap().files.into_iter().map(|file| file.name).collect()
}

#[test]
fn a_workbook_is_no_archive_although_it_is_a_zip() {
    assert_eq!(wrapper(&workbook()), None);
    assert_eq!(wrapper(&zipped(&[("Отчёт.xlsx", &workbook())])), Some(Wrapper::Zip));
    assert_eq!(wrapper("Раздел;Название\nРемёсла;Ярмарка\n".as_bytes()), None);
    assert_eq!(wrapper(b""), None);
}

#[test]
fn workbooks_are_taken_by_what_they_hold_and_the_rest_is_named() {
    let archive = zipped(&[
        ("Отчёты/Музей.xlsx", &workbook()),
        ("Отчёты/без расширения", &workbook()),
        ("Отчёты/Театр.csv", "Раздел;Название".as_bytes()),
        ("скан.pdf", b"%PDF-1.7"),
        ("~$Музей.xlsx", b"lock"),
        ("__MACOSX/._Музей.xlsx", b"shadow"),
    ]);
    let unpacked = unpack(&archive, &UnpackLimits::default()).unwrap();
    let names: Vec<_> = unpacked.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Отчёты › Музей.xlsx", "Отчёты › без расширения", "Отчёты › Театр.csv"]);
    assert_eq!(unpacked.files[0].bytes, workbook());
    assert_eq!(unpacked.aside, ["скан.pdf"]);
}

#[test]
fn names_of_dos_are_read_in_its_alphabet() {
    // The zip writer marks names as UTF-8; a packer of Windows writes the bytes and no mark.
    let utf8 = "Музей.xlsx".as_bytes();
    let dos = encoding_rs::IBM866.encode("Музей.xlsx").0.into_owned();
    let plain = "x".repeat(dos.len());
    let mut archive = zipped(&[(&plain, &workbook())]);
    assert_ne!(utf8, &dos[..]);
    for at in 0..archive.len() - dos.len() {
        if archive[at..].starts_with(plain.as_bytes()) {
            archive[at..at + dos.len()].copy_from_slice(&dos);
        }
    }
    assert_eq!(names(&archive), ["Музей.xlsx"]);
}

#[test]
fn a_name_that_leads_out_a_link_and_an_archive_within_are_refused() {
    for name in ["../evil.xlsx", "/etc/evil.xlsx", "..\\..\\evil.xlsx", "C:\\evil.xlsx", "a/../../b.xlsx"] {
        assert_eq!(refused(&zipped(&[(name, &workbook())])), Some(Refused::LeadsOut), "{name}");
    }
    let nested = zipped(&[("Отчёт.xlsx", &workbook()), ("ещё.zip", &zipped(&[("a.xlsx", &workbook())]))]);
    assert_eq!(refused(&nested), Some(Refused::Nested));
    assert_eq!(refused(&zipped(&[("ещё.rar", b"Rar!\x1A\x07")])), Some(Refused::Nested));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("link.xlsx", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    assert_eq!(refused(&writer.finish().unwrap().into_inner()), Some(Refused::Link));
}

#[test]
fn a_bomb_and_a_flood_are_refused_by_what_they_really_are() {
    let limits = UnpackLimits { files: 3, file: 1 << 20, inflated: 2 << 20 };
    let bomb = zipped(&[("a.xlsx", &vec![b' '; 4 << 20])]);
    assert!(bomb.len() < 20_000);
    assert_eq!(unpack(&bomb, &limits), Err(Refused::TooLarge(1 << 20)));
    let part = vec![b' '; 900 << 10];
    let parts = [("a.csv", &part[..]), ("b.csv", &part), ("c.csv", &part)];
    assert_eq!(unpack(&zipped(&parts), &limits), Err(Refused::TooLarge(1 << 20)));
    let flood = [("a", &b""[..]), ("b", b""), ("c", b""), ("d", b"")];
    assert_eq!(unpack(&zipped(&flood), &limits), Err(Refused::TooMany(3)));
}

#[test]
fn an_archive_without_a_workbook_says_so() {
    assert_eq!(refused(&zipped(&[("скан.pdf", b"%PDF-1.7")])), Some(Refused::NoWorkbook));
}

#[test]
fn an_archive_with_a_password_is_called_so() {
    let mut archive = zipped(&[("Отчёт.xlsx", &workbook())]);
    // The flag of encryption, in the local header and in the directory.
    archive[6] |= 1;
    let directory = archive.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    archive[directory + 8] |= 1;
    assert_eq!(refused(&archive), Some(Refused::Locked));
}

#[test]
fn no_cut_and_no_changed_byte_of_an_archive_makes_it_panic() {
    let whole = zipped(&[("Музей.xlsx", &workbook()), ("скан.pdf", b"%PDF")]);
    for end in 0..whole.len() {
        let _ = unpack(&whole[..end], &UnpackLimits::default());
        let mut bytes = whole.clone();
        bytes[end] ^= 0x5A;
        let _ = unpack(&bytes, &UnpackLimits::default());
    }
}

fn letter(attachment: &str) -> Vec<u8> {
    format!(
        "From: museum@example.org\r\nTo: svod@example.org\r\nSubject: =?utf-8?B?0J7RgtGH0ZHRgg==?=\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nНаправляем отчёт.\r\n{attachment}--x--\r\n"
    )
    .into_bytes()
}

#[test]
fn attachments_of_a_letter_are_taken_with_names_in_any_alphabet() {
    let csv = "--x\r\nContent-Type: text/csv; charset=utf-8\r\nContent-Disposition: attachment;\r\n \
               filename*=utf-8''%D0%9C%D1%83%D0%B7%D0%B5%D0%B9.csv\r\n\r\nРаздел;Название\r\nРемёсла;Ярмарка\r\n";
    let bytes = letter(csv);
    assert_eq!(wrapper(&bytes), Some(Wrapper::Letter));
    assert_eq!(names(&bytes), ["Музей.csv"]);
    let archive = "--x\r\nContent-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment; filename=a.zip\r\n\
                   Content-Transfer-Encoding: base64\r\n\r\nUEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==\r\n";
    assert_eq!(refused(&letter(archive)), Some(Refused::NoWorkbook), "an empty archive");
    assert_eq!(refused(&letter("")), Some(Refused::NoWorkbook));
}

#[test]
fn a_letter_says_who_sent_it_and_files_in_its_archive_or_in_a_forwarded_letter_are_taken() {
    let csv =
        "--x\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\nа;б\r\n";
    let forwarded = |inner: &[u8]| {
        let inner = String::from_utf8(inner.to_vec()).unwrap().replace("\"x\"", "\"y\"").replace("--x", "--y");
        letter(&format!("--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n"))
    };
    let once = forwarded(&letter(csv));
    let unpacked = unpack(&once, &UnpackLimits::default()).unwrap();
    assert_eq!(unpacked.files[0].name, "a.csv");
    assert_eq!(unpacked.sender.as_deref(), Some("museum@example.org"));
    let zip = data_encoding::BASE64.encode(&zipped(&[("Отчёт.xlsx", &workbook())]));
    let zipped = letter(&format!(
        "--x\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=a.zip\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{zip}\r\n"
    ));
    assert_eq!(names(&zipped), ["Отчёт.xlsx"]);
    assert!(
        [&zipped, &once].into_iter().all(|letter| super::may_hold_files(letter)) && !super::may_hold_files(&letter(""))
    );
}

#[test]
fn attachments_of_an_outlook_message_are_taken() {
    let mut message = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut stream = |path: &str, bytes: &[u8]| message.create_stream(path).unwrap().write_all(bytes).unwrap();
    stream("/__properties_version1.0", &[0; 32]);
    message.create_storage("/__attach_version1.0_#00000000").unwrap();
    let mut stream = |path: &str, bytes: &[u8]| message.create_stream(path).unwrap().write_all(bytes).unwrap();
    stream("/__attach_version1.0_#00000000/__substg1.0_37010102", &workbook());
    stream("/__attach_version1.0_#00000000/__substg1.0_3707001F", &wide("Отчёт музея.xlsx"));
    message.flush().unwrap();
    let bytes = message.into_inner().into_inner();
    assert_eq!(wrapper(&bytes), Some(Wrapper::Message));
    let unpacked = unpack(&bytes, &UnpackLimits::default()).unwrap();
    assert_eq!(unpacked.files[0].name, "Отчёт музея.xlsx");
    assert_eq!(unpacked.files[0].bytes, workbook());
    for end in (0..bytes.len()).step_by(97) {
        let _ = unpack(&bytes[..end], &UnpackLimits::default());
        let mut changed = bytes.clone();
        changed[end] ^= 0xFF;
        let _ = unpack(&changed, &UnpackLimits::default());
    }
}

/// A `winmail.dat` with one attachment, whose long name is in UTF-16 behind a property that has a name of its own.
fn winmail(name: &str, file: &[u8]) -> Vec<u8> {
    let le = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let padded = |bytes: &[u8]| {
        let mut value = [&le(bytes.len())[..], bytes].concat();
        value.resize(value.len().next_multiple_of(4), 0);
        value
    };
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let properties = [
        &le(3)[..],
        &[0x03, 0x00, 0x05, 0x37, 1, 0, 0, 0],
        &[0x1F, 0x00, 0x01, 0x80],
        &[7; 16],
        &le(1),
        &padded(b"k\0e\0y\0"),
        &le(1),
        &padded(b"v\0"),
        &[0x1F, 0x00, 0x07, 0x37],
        &le(1),
        &padded(&wide),
    ]
    .concat();
    let attribute = |level: u8, id: u32, data: &[u8]| {
        let sum = data.iter().fold(0_u16, |sum, byte| sum.wrapping_add(u16::from(*byte)));
        [&[level][..], &id.to_le_bytes(), &le(data.len()), data, &sum.to_le_bytes()].concat()
    };
    [
        &[0x78, 0x9F, 0x3E, 0x22, 0x01, 0x00][..],
        &attribute(1, 0x0008_9006, &[0, 0, 1, 0]),
        &attribute(1, 0x0006_9007, &[0xE3, 4, 0, 0, 0, 0, 0, 0]),
        &attribute(2, 0x0006_9002, &[0; 14]),
        &attribute(2, 0x0001_8010, &encoding_rs::WINDOWS_1251.encode("ОТЧЕТМ~1.XLS\0").0),
        &attribute(2, 0x0006_800F, file),
        &attribute(2, 0x0006_9005, &properties),
    ]
    .concat()
}

fn encoded(bytes: &[u8]) -> String {
    data_encoding::BASE64.encode(bytes)
}

#[test]
fn what_outlook_wraps_into_winmail_dat_is_taken_alone_and_in_a_letter() {
    let bytes = winmail("Отчёт музея.xlsx", &workbook());
    assert_eq!(wrapper(&bytes), Some(Wrapper::Winmail));
    assert_eq!(names(&bytes), ["Отчёт музея.xlsx"]);
    assert_eq!(unpack(&bytes, &UnpackLimits::default()).unwrap().files[0].bytes, workbook());
    let sent = letter(&format!(
        "--x\r\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        encoded(&winmail("ответы.zip", &zipped(&[("Отчёт.xlsx", &workbook())])))
    ));
    assert_eq!(names(&sent), ["Отчёт.xlsx"]);
    assert!(super::may_hold_files(&sent));
    for end in 0..bytes.len() {
        let _ = unpack(&bytes[..end], &UnpackLimits::default());
        let mut changed = bytes.clone();
        changed[end] ^= 0xFF;
        let _ = unpack(&changed, &UnpackLimits::default());
    }
}

#[test]
fn without_a_long_name_the_short_one_is_read_in_the_alphabet_that_the_file_names() {
    let mut bytes = winmail("x", &workbook());
    let at = bytes.windows(4).rposition(|four| four == [0x1F, 0x00, 0x07, 0x37]).unwrap();
    bytes[at + 2] = 0x08;
    assert_eq!(names(&bytes), ["ОТЧЕТМ~1.XLS"]);
}

#[test]
fn whatever_a_mail_program_makes_of_a_workbooks_name_the_workbook_is_taken() {
    let part = |headers: &str| {
        format!("--x\r\n{headers}Content-Transfer-Encoding: base64\r\n\r\n{}\r\n", encoded(&workbook()))
    };
    let programs = [
        // Outlook of long ago: the name in the type alone, as an encoded word.
        ("Content-Type: application/octet-stream; name=\"=?koi8-r?B?79TexdQueGxzeA==?=\"\r\n", "Отчет.xlsx"),
        (
            "Content-Type: application/vnd.ms-excel;\r\n\tname=\"=?windows-1251?Q?=CE=F2=F7=E5=F2.xlsx?=\"\r\nContent-Disposition: attachment\r\n",
            "Отчет.xlsx",
        ),
        // An encoded word parted in the middle of the name.
        (
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename=\"=?utf-8?B?0J7RgtGH?=\r\n =?utf-8?B?0LXRgi54bHN4?=\"\r\n",
            "Отчет.xlsx",
        ),
        // RFC 2231 in pieces, one of which is not encoded.
        (
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8''%D0%9E%D1%82;\r\n filename*1*=%D1%87%D0%B5%D1%82;\r\n filename*2=\".xlsx\"\r\n",
            "Отчет.xlsx",
        ),
        (
            "Content-Type: application/octet-stream\r\nContent-Disposition: inline; filename*=windows-1251''%CE%F2%F7%E5%F2.xlsx\r\n",
            "Отчет.xlsx",
        ),
        // Eight bits without any word about the alphabet, as UTF-8.
        (
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"Отчет.xlsx\"\r\n",
            "Отчет.xlsx",
        ),
        // A telephone names no file at all.
        ("Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n", "?"),
        // A wrong type: nobody is to believe it.
        (
            "Content-Type: image/png; name=report.xlsx\r\nContent-Disposition: inline; filename=report.xlsx\r\n",
            "report.xlsx",
        ),
    ];
    for (headers, name) in programs {
        let bytes = letter(&part(headers));
        assert!(super::may_hold_files(&bytes), "{headers}");
        assert_eq!(names(&bytes), [name], "{headers}");
    }
    // A label that names another alphabet than the bytes have: the name is spoilt, the workbook is not.
    let mislabelled = letter(&part(
        "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?zvL35fIueGxzeA==?=\"\r\n",
    ));
    assert_eq!(unpack(&mislabelled, &UnpackLimits::default()).unwrap().files[0].bytes, workbook());
}
