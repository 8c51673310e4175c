//! What lies in the inbox: which files are taken, under which name they are kept, and when one is still being written.
//!
//! In: names, sizes, times and bytes. Out: decisions. It opens no file, asks no clock, and never looks at what a file
//! means: whether it can be read is the business of `read`.

mod name;
mod settled;
mod sorting;
mod unpack;

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::record::ParcelId;

pub use name::{arrival_of, reason_name, stored_name};
pub use settled::{Look, settled};
pub use sorting::{SkipReason, Sorting, sort};
pub use unpack::{
    Contained, Refused, UnpackLimits, Unpacked, Wrapper, decode, encode, may_hold_files, unpack, wrapper,
};

/// The fingerprint of a file: the first 16 hexadecimal digits of the SHA-256 of its bytes.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> ParcelId {
    let digest = Sha256::digest(bytes);
    let digits = digest.iter().take(8).fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
    ParcelId(Arc::from(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_the_head_of_the_sha_256() {
        // `printf abc | sha256sum`
        assert_eq!(&*fingerprint(b"abc").0, "ba7816bf8f01cfea");
        assert_ne!(fingerprint(b"abc"), fingerprint(b"abd"));
    }
}
