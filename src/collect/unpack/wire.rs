//! What was unpacked, or why nothing was, as bytes: what a worker process answers.
//!
//! In: what [`super::unpack`] gave. Out: bytes, and back: a table of contents, then the files one after another. What is
//! decoded is not believed, for it comes from a process that has touched an untrusted file.

use serde::{Deserialize, Serialize};

use super::{Contained, Refused, UnpackLimits, Unpacked};

/// The table of contents: files with their sizes, and names of what was left aside.
#[derive(Serialize, Deserialize)]
struct Contents {
    files: Vec<(String, u64)>,
    aside: Vec<String>,
    sender: Option<String>,
}

/// The bytes of an answer; nothing where it cannot be written down.
#[must_use]
pub fn encode(unpacked: &Result<Unpacked, Refused>) -> Vec<u8> {
    let contents = unpacked.as_ref().map(|unpacked| Contents {
        files: unpacked.files.iter().map(|file| (file.name.clone(), file.bytes.len() as u64)).collect(),
        aside: unpacked.aside.clone(),
        sender: unpacked.sender.clone(),
    });
    let Ok(mut bytes) = postcard::to_stdvec(&contents) else { return Vec::new() };
    let files = unpacked.iter().flat_map(|unpacked| &unpacked.files);
    bytes.reserve_exact(files.clone().map(|file| file.bytes.len()).sum());
    files.for_each(|file| bytes.extend_from_slice(&file.bytes));
    bytes
}

/// The answer that the bytes hold; `None` where they hold none, or one that breaks the limits.
#[must_use]
pub fn decode(bytes: &[u8], limits: &UnpackLimits) -> Option<Result<Unpacked, Refused>> {
    let (contents, mut rest): (Result<Contents, Refused>, _) = postcard::take_from_bytes(bytes).ok()?;
    let contents = match contents {
        Ok(contents) => contents,
        Err(refused) => return rest.is_empty().then_some(Err(refused)),
    };
    let names = contents.files.iter().map(|(name, _)| name).chain(&contents.aside);
    let sender = contents.sender.iter();
    if names.clone().count() > limits.files || !names.clone().chain(sender).all(|name| is_shown(name)) {
        return None;
    }
    let mut files = Vec::new();
    for (name, size) in contents.files {
        let size = usize::try_from(size).ok().filter(|_| size <= limits.file)?;
        let (own, others) = rest.split_at_checked(size)?;
        files.push(Contained { name, bytes: own.to_vec() });
        rest = others;
    }
    rest.is_empty().then_some(Ok(Unpacked { files, aside: contents.aside, sender: contents.sender }))
}

/// Whether a name is one that may be shown, and no path.
fn is_shown(name: &str) -> bool {
    !name.is_empty() && super::shown(name) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked() -> Unpacked {
        let file = |name: &str, bytes: &[u8]| Contained { name: name.to_owned(), bytes: bytes.to_vec() };
        let files = vec![file("Отчёты › Музей.xlsx", b"workbook"), file("Театр.csv", b"")];
        Unpacked { files, aside: vec!["скан.pdf".to_owned()], sender: Some("museum@example.org".to_owned()) }
    }

    #[test]
    fn files_and_refusals_come_back_as_they_were() {
        let limits = UnpackLimits::default();
        for answer in [Ok(unpacked()), Ok(Unpacked::default()), Err(Refused::Locked), Err(Refused::TooMany(7))] {
            assert_eq!(decode(&encode(&answer), &limits), Some(answer));
        }
    }

    #[test]
    fn no_bytes_make_it_panic_or_are_believed_beyond_the_limits() {
        let limits = UnpackLimits::default();
        let whole = encode(&Ok(unpacked()));
        assert_eq!(decode(&[whole.as_slice(), b"more"].concat(), &limits), None);
        assert_eq!(decode(&whole, &UnpackLimits { files: 2, ..limits.clone() }), None);
        assert_eq!(decode(&whole, &UnpackLimits { file: 7, ..limits.clone() }), None);
        let path = Unpacked { aside: vec!["../скан.pdf".to_owned()], ..unpacked() };
        assert_eq!(decode(&encode(&Ok(path)), &limits), None);
        for at in 0..whole.len() {
            assert_eq!(decode(&whole[..at], &limits), None, "cut at {at}");
            let mut changed = whole.clone();
            changed[at] ^= 0xFF;
            let _ = decode(&changed, &limits);
        }
    }
}
