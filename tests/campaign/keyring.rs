//! A keyring of GNOME's on a bus of its own, gone when dropped.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::tools::{is_found, is_there, left_out};

/// The keyring; nobody's own is touched.
pub(crate) struct Keyring {
    bus: Child,
    address: String,
    home: TempDir,
}

impl Keyring {
    /// None where it is not installed.
    pub(crate) fn start() -> Option<Self> {
        if !is_there("gnome-keyring-daemon") || !is_there("dbus-daemon") || !is_found("secret-tool") {
            left_out("the keyring", "gnome-keyring, dbus or secret-tool is not installed");
            return None;
        }
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("run")).unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let keyring = Self { bus, address: address.trim().to_owned(), home };
        // The empty password of a new keyring.
        keyring.told("gnome-keyring-daemon", &["--unlock", "--components=secrets"], "\n");
        Some(keyring)
    }

    /// The command, as it is started by somebody whose keyring this is.
    pub(crate) fn joined<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let home = self.home.path();
        command
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home.join("run"))
    }

    /// Keeps a password.
    pub(crate) fn keep(&self, service: &str, user: &str, password: &str) {
        self.told("secret-tool", &["store", "--label=svod", "service", service, "username", user], password);
    }

    fn told(&self, program: &str, arguments: &[&str], input: &str) {
        let mut command = Command::new(program);
        let command =
            self.joined(command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()));
        let mut process = command.spawn().unwrap();
        process.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        assert!(process.wait().unwrap().success(), "{program}");
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        // The keyring ends with its bus.
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}
