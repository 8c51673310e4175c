//! Passwords: from the environment, a file, or a program that asks the system's keyring. They are never written anywhere.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Error;

/// A password. It cannot be shown by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// For whoever hands it to a server.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What the environment holds under a name.
#[must_use]
pub fn secret_of_environment(name: &str) -> Option<Secret> {
    std::env::var(name).ok().filter(|value| !value.is_empty()).map(Secret)
}

/// The first line of a file.
///
/// # Errors
/// When it cannot be read.
pub fn secret_of_file(path: &Path) -> Result<Secret, Error> {
    let text = super::read(path)?;
    Ok(Secret(first_line(&text)))
}

/// The first line that a program says: `secret-tool lookup service svod`, `security find-generic-password -w …`.
///
/// # Errors
/// When it cannot be started, or fails.
pub fn secret_of_program(words: &[String]) -> Result<Secret, Error> {
    let (program, arguments) = words.split_first().map_or(("", &[][..]), |(program, rest)| (program.as_str(), rest));
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .and_then(|output| {
            if output.status.success() {
                Ok(output)
            } else {
                Err(std::io::Error::other(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
            }
        })
        .map_err(Error::at(Path::new(program)))?;
    Ok(Secret(first_line(&output.stdout)))
}

/// A new key that nobody can guess, in letters.
///
/// # Errors
/// When the system gives no random numbers.
pub fn random_key() -> Result<Vec<u8>, Error> {
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|error| Error::at(Path::new("random"))(std::io::Error::other(error)))?;
    Ok(key.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")).into_bytes())
}

fn first_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_first_line_and_is_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        std::fs::write(&path, "\u{feff}s3cret\r\n\r\nnote\n").unwrap();
        let secret = secret_of_file(&path).unwrap();
        assert_eq!(secret.reveal(), "s3cret");
        assert_eq!(format!("{secret:?}"), "Secret");
    }
}
