//! Real mail servers on loopback, each with its own certificate, folder and port; gone when dropped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use mail_parser::MessageParser;
use tempfile::TempDir;

use super::tools::left_out;

pub(crate) const USER: &str = "svod";
pub(crate) const PASSWORD: &str = "мост-и-озеро";

/// An authority and a certificate for `localhost` that it signed.
pub(crate) struct Certificate {
    folder: TempDir,
}

impl Certificate {
    /// None where openssl is not installed.
    pub(crate) fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let new_key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        let script = format!(
            "openssl req -x509 {new_key} -keyout ca.key -out ca.pem -subj /CN=svod-test-authority -days 2 &&
             openssl req {new_key} -keyout key.pem -out leaf.csr -subj /CN=localhost &&
             printf 'subjectAltName=DNS:localhost\\nbasicConstraints=CA:FALSE\\n' > leaf.ext &&
             openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out cert.pem -days 2 -extfile leaf.ext"
        );
        let made = Command::new("sh").arg("-c").arg(script).current_dir(folder.path()).output().unwrap();
        if !made.status.success() {
            left_out("mail servers", &format!("openssl: {}", String::from_utf8_lossy(&made.stderr)));
            return None;
        }
        Some(Self { folder })
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// An SMTP server that keeps what it gets.
pub(crate) struct SmtpServer {
    process: Child,
    pub(crate) port: u16,
    kept: TempDir,
    pub(crate) certificate: Certificate,
}

impl SmtpServer {
    /// None where its library is not installed; `SVOD_MAIL_PYTHON` names a Python that has it.
    pub(crate) fn start() -> Option<Self> {
        let python = std::env::var("SVOD_MAIL_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let certificate = Certificate::new()?;
        let kept = tempfile::tempdir().unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/servers/smtp.py");
        let mut process = Command::new(python)
            .arg(script)
            .args([kept.path(), &certificate.file("cert.pem"), &certificate.file("key.pem")])
            .args([USER, PASSWORD])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let Ok(port) = line.trim().parse() else {
            left_out("the SMTP server", "aiosmtpd is not installed");
            return None;
        };
        Some(Self { process, port, kept, certificate })
    }

    /// `[post]` for this server.
    pub(crate) fn settings(&self) -> String {
        format!(
            "[post]\nfrom = \"svod@region.example\"\nname = \"Отдел внешних связей\"\n\n[post.smtp]\nhost = \"localhost\"\n\
             port = {}\nper-minute = 60000\naccount = {{ user = \"{USER}\", password-env = \"SVOD_TEST_PASSWORD\", ca-file = \
             '{}' }}\n",
            self.port,
            self.certificate.file("ca.pem").display()
        )
    }

    /// First recipients of everything that was kept, in order.
    pub(crate) fn kept(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.kept.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".eml"))
            .map(|name| name.split(' ').next().unwrap().to_owned())
            .collect();
        names.sort();
        names
    }

    /// Files of everything that was kept for a recipient.
    pub(crate) fn messages(&self, recipient: &str) -> Vec<PathBuf> {
        let files = fs::read_dir(self.kept.path()).unwrap().map(|entry| entry.unwrap().path());
        let is_for = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(recipient);
        let mut found: Vec<PathBuf> = files.filter(is_for).collect();
        found.sort();
        found
    }

    /// Message ids of everything that was kept.
    pub(crate) fn ids(&self) -> Vec<String> {
        let files = fs::read_dir(self.kept.path()).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
        files.map(|bytes| MessageParser::new().parse(&bytes).unwrap().message_id().unwrap().to_owned()).collect()
    }

    pub(crate) fn forget(&self) {
        for entry in fs::read_dir(self.kept.path()).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
