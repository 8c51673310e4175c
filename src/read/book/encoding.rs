//! Text of an unknown encoding.
//!
//! In: bytes of a text file, and what the file itself says of its encoding. Out: text. It refuses to know what stands in
//! the text. A byte order mark is believed first, then the file's own word if the bytes agree with it, then likeness.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// So much of a text is looked at to find out its encoding.
const SAMPLE: usize = 1 << 20;

/// The text of a file; `declared` is the name of the encoding that the file gives itself, if it does.
pub(in crate::read) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    let encoding = by_mark(bytes)
        .or_else(|| wide(bytes))
        .or_else(|| declared.and_then(|label| believed(bytes, label)))
        .unwrap_or_else(|| likely(bytes));
    // `decode` takes the byte order mark off, and puts U+FFFD in the place of what is no text.
    encoding.decode(bytes).0.into_owned()
}

/// The name of the encoding of a file, where nothing but likeness tells it.
pub(super) fn guessed(bytes: &[u8], declared: Option<&str>) -> Option<String> {
    let told = by_mark(bytes).or_else(|| wide(bytes)).or_else(|| declared.and_then(|label| believed(bytes, label)));
    (told.is_none() && !is_utf8(bytes)).then(|| likely(bytes).name().to_lowercase())
}

fn by_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: every second byte of its digits, separators and tags is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = head.len() / 2 / 16;
    match (even, odd) {
        (0, odd) if odd > enough => Some(UTF_16LE),
        (even, 0) if even > enough => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that the file names, unless its bytes contradict: a page that was saved anew keeps its old word.
fn believed(bytes: &[u8], label: &str) -> Option<&'static Encoding> {
    let named = Encoding::for_label(label.as_bytes())?;
    // Bytes without a zero are not UTF-16, whatever is said of them.
    if named == UTF_16LE || named == UTF_16BE || named == X_USER_DEFINED {
        return None;
    }
    let is_utf8 = is_utf8(bytes);
    if named == UTF_8 {
        is_utf8.then_some(UTF_8)
    } else {
        Some(if is_utf8 && !bytes.is_ascii() { UTF_8 } else { named })
    }
}

fn likely(bytes: &[u8]) -> &'static Encoding {
    if is_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], bytes.len() <= SAMPLE);
    // The files come from one country: what is neither here nor there is of its own alphabet.
    detector.guess(Some(b"ru"), Utf8Detection::Deny)
}

/// Whether the bytes are UTF-8, be it cut off within a letter, or with a few bytes that were damaged on the way: in no
/// other alphabet do so many letters come out right.
fn is_utf8(bytes: &[u8]) -> bool {
    const LETTERS_FOR_EACH_FAULT: usize = 50;
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) if error.error_len().is_none() => true,
        Err(_) => {
            let sample = &bytes[..bytes.len().min(SAMPLE)];
            let faults = sample.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
            let letters =
                sample.utf8_chunks().flat_map(|chunk| chunk.valid().chars()).filter(|c| !c.is_ascii()).count();
            letters > faults * LETTERS_FOR_EACH_FAULT
        }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{IBM866, WINDOWS_1251};

    use super::*;

    const TEXT: &str = "Раздел;Название;Место проведения\r\nРемёсла;Льняная ярмарка;г. Озёрск\r\n";

    fn wide_bytes(big: bool) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn text_is_read_in_whatever_encoding_it_was_saved() {
        let cases = [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8 with a mark", ["\u{FEFF}".as_bytes(), TEXT.as_bytes()].concat()),
            ("UTF-16 LE with a mark", [&[0xFF, 0xFE], &wide_bytes(false)[..]].concat()),
            ("UTF-16 BE with a mark", [&[0xFE, 0xFF], &wide_bytes(true)[..]].concat()),
            ("UTF-16 LE", wide_bytes(false)),
            ("UTF-16 BE", wide_bytes(true)),
            ("windows-1251", WINDOWS_1251.encode(TEXT).0.into_owned()),
            ("cp866", IBM866.encode(TEXT).0.into_owned()),
        ];
        for (name, bytes) in cases {
            assert_eq!(decode(&bytes, None), TEXT, "{name}");
        }
    }

    #[test]
    fn the_files_own_word_is_believed_unless_its_bytes_contradict() {
        let short = WINDOWS_1251.encode("Да").0.into_owned();
        assert_eq!(decode(&short, Some("windows-1251")), "Да");
        assert_eq!(decode("Да".as_bytes(), Some("windows-1251")), "Да");
        assert_eq!(decode(&WINDOWS_1251.encode(TEXT).0, Some("utf-8")), TEXT);
        assert_eq!(decode("Да".as_bytes(), Some("utf-16")), "Да");
    }
}
