//! What lies in the inbox: which files are taken, under which name they are kept, and when one is still being written.
//!
//! In: names, sizes, times and bytes. Out: decisions. It opens no file, asks no clock, and never looks at what a file
//! means: whether it can be read is the business of `read`.

mod name;
mod settled;
mod sorting;
mod unpack;
mod whole;

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::record::ParcelId;

pub use name::{arrival_of, reason_name, stored_name};
pub use settled::{Moment, SeenFiles};
pub use sorting::{SkipReason, Sorting, is_downloaded_beside, sort};
pub use unpack::{
    Contained, Refused, UnpackLimits, Unpacked, Wrapper, decode, encode, may_hold_files, unpack, wrapper,
};
pub use whole::{HEAD, TAIL, is_called_by_digest, is_whole_zip, may_be_whole};

/// The identity of a file: the SHA-256 of its bytes.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> ParcelId {
    let mut digits = Fingerprinter::default();
    digits.add(bytes);
    digits.finish()
}

/// Works out the identity of a file that is read piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Fingerprinter(Sha256);

impl Fingerprinter {
    /// Adds the next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    #[must_use]
    pub fn finish(self) -> ParcelId {
        let digest = self.0.finalize();
        ParcelId(Arc::from(digest.iter().fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_whole_sha_256_however_the_bytes_come() {
        // `printf abc | sha256sum`
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(&*fingerprint(b"abc").0, abc);
        let mut pieces = Fingerprinter::default();
        pieces.add(b"a");
        pieces.add(b"bc");
        assert_eq!(&*pieces.finish().0, abc);
        assert_ne!(fingerprint(b"abc"), fingerprint(b"abd"));
    }
}
