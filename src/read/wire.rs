//! A book, or why there is none, as bytes: what a worker process answers.
//!
//! In: what [`super::unfold`] gave. Out: bytes, and back. Nobody else knows their format. What is decoded is not
//! believed, for it comes from a process that has touched an untrusted file.

use super::{Book, Limits, Refusal};

/// The bytes of an answer; nothing where it cannot be written down.
#[must_use]
pub fn encode(unfolded: &Result<Book, Refusal>) -> Vec<u8> {
    postcard::to_stdvec(unfolded).unwrap_or_default()
}

/// The answer that the bytes hold; `None` where they hold none, or one that breaks the limits.
#[must_use]
pub fn decode(bytes: &[u8], limits: &Limits) -> Option<Result<Book, Refusal>> {
    let (unfolded, rest): (Result<Book, Refusal>, _) = postcard::take_from_bytes(bytes).ok()?;
    let sound = match &unfolded {
        Ok(book) => keeps(book, limits),
        Err(refusal) => refusal.is_sound(),
    };
    (rest.is_empty() && sound).then_some(unfolded)
}

fn keeps(book: &Book, limits: &Limits) -> bool {
    let cells: usize = book.sheets.iter().map(|sheet| sheet.cells.len()).sum();
    let within = |count: usize, most: u64| u64::try_from(count).is_ok_and(|count| count <= most);
    !book.sheets.is_empty() && within(book.sheets.len(), limits.sheets) && within(cells, limits.cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::unfold;

    fn workbook() -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(1, 2, "Ярмарка «Осень»").unwrap().write_number(3, 0, 12.5).unwrap();
        sheet.merge_range(5, 0, 6, 1, "вместе", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.set_row_hidden(3).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_book_and_a_refusal_come_back_as_they_were() {
        let limits = Limits::default();
        for bytes in [workbook(), b"%PDF-1.7".to_vec(), b"PK\x03\x04".to_vec(), Vec::new()] {
            let unfolded = unfold(&bytes, &limits);
            assert_eq!(decode(&encode(&unfolded), &limits), Some(unfolded));
        }
    }

    #[test]
    fn no_bytes_make_it_panic_or_are_believed_beyond_the_limits() {
        let limits = Limits::default();
        let whole = encode(&unfold(&workbook(), &limits));
        assert_eq!(decode(&[], &limits), None);
        assert_eq!(decode(&[whole.as_slice(), b"more"].concat(), &limits), None);
        assert_eq!(decode(&whole, &Limits { cells: 2, ..limits.clone() }), None);
        for at in 0..whole.len() {
            assert_eq!(decode(&whole[..at], &limits), None, "cut at {at}");
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            let _ = decode(&changed, &limits);
        }
    }
}
