//! Records of the binary workbooks, [MS-XLS] and [MS-XLSB], as few as make a table.

/// The relations of a binary workbook.
pub(crate) const XLSB_RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A record of [MS-XLS]: id, length, data.
fn record(id: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a short record");
    [&id.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// The stream of an `xls`: one sheet with texts, numbers, a hidden row, a hidden column and merged cells.
pub(crate) fn xls_stream(rows: &[&[&str]]) -> Vec<u8> {
    let begin = |kind: u16| {
        record(
            0x0809,
            &[&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0xDB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]]
                .concat(),
        )
    };
    let end = record(0x000A, &[]);
    let name = wide("Мероприятия");
    let letters = u8::try_from(name.len() / 2).expect("a short name");
    let bound = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, letters, 1], &name].concat());
    let texts: Vec<&str> = rows.iter().flat_map(|row| row.iter().copied()).collect();
    let count = u32::try_from(texts.len()).expect("few texts").to_le_bytes();
    let mut strings = [count, count].concat();
    for text in &texts {
        let letters = u16::try_from(text.encode_utf16().count()).expect("a short text");
        strings.extend([&letters.to_le_bytes()[..], &[1], &wide(text)].concat());
    }
    let strings = record(0x00FC, &strings);
    let start = begin(5).len() + bound(0).len() + strings.len() + end.len();
    let mut stream =
        [begin(5), bound(u32::try_from(start).expect("a short stream")), strings, end.clone(), begin(0x10)].concat();
    stream.extend(record(0x0200, &[0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 8, 0, 0, 0]));
    stream.extend(record(0x007D, &[5, 0, 6, 0, 0, 8, 0, 0, 1, 0, 0, 0]));
    let mut text = 0_u32;
    for (row, cells) in (0_u16..).zip(rows) {
        let hidden = if row == 3 { 0x20 } else { 0 };
        stream.extend(record(
            0x0208,
            &[&row.to_le_bytes()[..], &[0, 0, 8, 0, 0xFF, 0, 0, 0, 0, 0, hidden, 1, 15, 0]].concat(),
        ));
        for column in 0..u16::try_from(cells.len()).expect("few cells") {
            let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
            stream.extend(record(0x00FD, &[&place[..], &text.to_le_bytes()].concat()));
            text += 1;
        }
        let place = [row.to_le_bytes(), 7_u16.to_le_bytes(), [0, 0]].concat();
        stream.extend(record(0x0203, &[&place[..], &f64::from(row).to_le_bytes()].concat()));
    }
    stream.extend(record(0x00E5, &[1, 0, 4, 0, 5, 0, 1, 0, 1, 0]));
    stream.extend(end);
    stream
}

/// A record of [MS-XLSB]: id and length in groups of seven bits, data.
fn binary(id: u16, data: &[u8]) -> Vec<u8> {
    let mut out = if id < 0x80 { vec![id.to_le_bytes()[0]] } else { id.to_le_bytes().to_vec() };
    let mut length = data.len();
    while length > 0x7F {
        out.push(u8::try_from(length & 0x7F).expect("seven bits") | 0x80);
        length >>= 7;
    }
    out.push(u8::try_from(length).expect("seven bits"));
    out.extend(data);
    out
}

fn binary_text(text: &str) -> Vec<u8> {
    let letters = u32::try_from(text.encode_utf16().count()).expect("a short text");
    [&letters.to_le_bytes()[..], &wide(text)].concat()
}

/// The parts of an `xlsb` that are binary: its sheet, its table of strings, its list of sheets.
pub(crate) fn xlsb_parts() -> [(&'static str, Vec<u8>); 3] {
    let rows: [&[&str]; 3] = [
        &["Наименование мероприятия", "Место проведения", "Участники"],
        &["Ярмарка льна", "г. Минск", "40 человек"],
        &["Вечер", "г. Витебск", "5 гостей"],
    ];
    let mut sheet = [binary(0x0181, &[]), binary(0x0194, &[0; 16]), binary(0x0191, &[])].concat();
    for (row, cells) in (0_u32..).zip(rows) {
        sheet.extend(binary(0x0000, &[&row.to_le_bytes()[..], &[0; 13]].concat()));
        for (column, text) in (0_u32..).zip(cells) {
            let place = [column.to_le_bytes(), [0; 4]].concat();
            // The heading stands in the table of strings, the rest in the cells themselves.
            if row == 0 {
                sheet.extend(binary(0x0007, &[&place[..], &column.to_le_bytes()].concat()));
            } else {
                sheet.extend(binary(0x0006, &[&place[..], &binary_text(text)].concat()));
            }
        }
        let place = [5_u32.to_le_bytes(), [0; 4]].concat();
        sheet.extend(binary(0x0005, &[&place[..], &f64::from(row).to_le_bytes()].concat()));
        sheet.extend(binary(0x0002, &[&[6, 0, 0, 0, 0, 0, 0, 0][..], &81_u32.to_le_bytes()].concat()));
    }
    sheet.extend([binary(0x0192, &[]), binary(0x0182, &[])].concat());
    let mut strings = binary(0x019F, &[3, 0, 0, 0, 3, 0, 0, 0]);
    for text in rows[0] {
        strings.extend(binary(0x0013, &[&[0][..], &binary_text(text)].concat()));
    }
    strings.extend(binary(0x01A0, &[]));
    let bundle = [&[0, 0, 0, 0, 1, 0, 0, 0][..], &binary_text("rId1"), &binary_text("Мероприятия")].concat();
    let workbook =
        [binary(0x0183, &[]), binary(0x018F, &[]), binary(0x019C, &bundle), binary(0x0190, &[]), binary(0x0184, &[])]
            .concat();
    [("xl/worksheets/sheet1.bin", sheet), ("xl/sharedStrings.bin", strings), ("xl/workbook.bin", workbook)]
}
