//! The system's keyring: Windows' credentials, the keychain of macOS, elsewhere whatever answers to `secret-tool`.
//!
//! In: a service and a user. Out: the password that is kept for them, or why there is none, in the system's words.

use super::{Error, Secret};

/// The password that the keyring keeps for a user of a service.
///
/// # Errors
/// When the keyring cannot be asked, or keeps none.
pub fn secret_of_keyring(service: &str, user: &str) -> Result<Secret, Error> {
    asked(service, user).map_err(|reason| Error::Keyring { service: service.to_owned(), user: user.to_owned(), reason })
}

#[cfg(any(windows, target_os = "macos"))]
fn asked(service: &str, user: &str) -> Result<Secret, String> {
    let password = keyring::v1::Entry::new(service, user).and_then(|entry| entry.get_password());
    password.map(Secret::new).map_err(|error| error.to_string())
}

/// The Secret Service is asked by the program that belongs to it: a library would bring a whole bus with it.
#[cfg(not(any(windows, target_os = "macos")))]
fn asked(service: &str, user: &str) -> Result<Secret, String> {
    let words = ["secret-tool", "lookup", "service", service, "username", user];
    let said = super::secret::said_by(&words).map_err(|error| format!("secret-tool: {error}"))?;
    match said {
        Ok(password) if password.is_empty() => Err(String::new()),
        Ok(password) => Ok(password),
        Err(complaint) => Err(complaint),
    }
}
