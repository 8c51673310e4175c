//! Passwords and tokens: from the environment, a file, or a program. They are never written anywhere.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Error;

/// A password, or a token. It cannot be shown by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    #[cfg(any(windows, target_os = "macos"))]
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

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

/// The first line that a program says: `pass show mail`, a script that prints a fresh token.
///
/// # Errors
/// When it cannot be started, fails, or says nothing.
pub fn secret_of_program(words: &[String]) -> Result<Secret, Error> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let program = words.first().copied().unwrap_or_default();
    let failed = |reason: String| Error::Program { program: program.to_owned(), reason };
    let secret = said_by(&words).map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    if secret.is_empty() { Err(failed(String::new())) } else { Ok(secret) }
}

/// The first line of what a program says, or its complaint where it fails.
pub(super) fn said_by(words: &[&str]) -> std::io::Result<Result<Secret, String>> {
    let (program, arguments) = words.split_first().map_or(("", &[][..]), |(program, rest)| (*program, rest));
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(Ok(Secret(first_line(&output.stdout))));
    }
    Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
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

    #[test]
    #[cfg(unix)]
    fn a_program_says_a_secret_or_why_it_does_not() {
        let said = |script: &str| secret_of_program(&["sh", "-c", script].map(str::to_owned));
        assert_eq!(said("echo token; echo note").unwrap().reveal(), "token");
        for (script, reason) in [("echo no entry >&2; exit 1", "no entry"), ("exit 0", "")] {
            let Err(Error::Program { program, reason: told }) = said(script) else { panic!("{script}") };
            assert_eq!((program.as_str(), told.as_str()), ("sh", reason));
        }
        let Err(Error::Program { program, .. }) = secret_of_program(&["svod-no-such-program".to_owned()]) else {
            panic!()
        };
        assert_eq!(program, "svod-no-such-program");
    }
}
