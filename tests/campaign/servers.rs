//! Real mail servers on loopback, each with its own certificate, folder and port; gone when dropped.

use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use hmac::{Hmac, KeyInit, Mac};
use mail_parser::MessageParser;
use sha2::Sha256;
use tempfile::TempDir;

use super::tools::left_out;

pub(crate) const USER: &str = "svod";
pub(crate) const PASSWORD: &str = "мост-и-озеро";
/// By what tokens are signed.
const TOKEN_KEY: &[u8] = b"thirty-two bytes of nobody's key";

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
        Self::start_with(&[])
    }

    /// One that takes no password, but this token by this mechanism.
    pub(crate) fn with_token(mechanism: &str, token: &str) -> Option<Self> {
        Self::start_with(&[mechanism, token])
    }

    fn start_with(more: &[&str]) -> Option<Self> {
        let python = std::env::var("SVOD_MAIL_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let certificate = Certificate::new()?;
        let kept = tempfile::tempdir().unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/servers/smtp.py");
        let mut process = Command::new(python)
            .arg(script)
            .args([kept.path(), &certificate.file("cert.pem"), &certificate.file("key.pem")])
            .args([USER, PASSWORD])
            .args(more)
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
             port = {}\nper-minute = 6000\naccount = {{ user = \"{USER}\", password-env = \"SVOD_TEST_PASSWORD\", ca-file = \
             '{}' }}\n",
            self.port,
            self.certificate.file("ca.pem").display()
        )
    }

    /// The same for a token.
    pub(crate) fn settings_with_token(&self) -> String {
        with_token(&self.settings())
    }

    /// First recipients of everything that was kept, in order.
    pub(crate) fn kept(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.kept.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "eml"))
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

/// Dovecot with one mailbox.
pub(crate) struct ImapServer {
    process: Child,
    pub(crate) port: u16,
    folder: TempDir,
    certificate: Certificate,
}

impl ImapServer {
    /// None where Dovecot is not installed.
    pub(crate) fn start() -> Option<Self> {
        let password =
            format!("auth_mechanisms = plain login\npassdb {{\n driver = static\n args = password={PASSWORD}\n}}\n");
        Self::start_with(|_| password)
    }

    /// One that takes tokens alone, by this mechanism, signed with [`TOKEN_KEY`].
    pub(crate) fn with_tokens(mechanism: &str) -> Option<Self> {
        Self::start_with(|root| {
            let keys = root.join("keys/default/HS256");
            fs::create_dir_all(&keys).unwrap();
            fs::write(keys.join("default"), BASE64.encode(TOKEN_KEY)).unwrap();
            let settings = format!(
                "introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix={}/keys/\nusername_attribute = sub\n",
                root.display()
            );
            fs::write(root.join("oauth.conf"), settings).unwrap();
            format!(
                "auth_mechanisms = {mechanism}\npassdb {{\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = {}\n}}\n",
                root.join("oauth.conf").display()
            )
        })
    }

    /// One whose mailbox holds so many kilobytes and no more, and which copies letters where others move them.
    pub(crate) fn with_room(kilobytes: u32) -> Option<Self> {
        let password =
            format!("auth_mechanisms = plain login\npassdb {{\n driver = static\n args = password={PASSWORD}\n}}\n");
        let quota = format!(
            "imap_capability = IMAP4rev1 UIDPLUS\nmail_plugins = quota\nprotocol imap {{\n mail_plugins = quota imap_quota\n}}\n\
             plugin {{\n quota = maildir:User\n quota_rule = *:storage={kilobytes}K\n quota_grace = 0\n}}\n"
        );
        Self::start_with(|_| password + &quota)
    }

    /// `more` tells by what somebody is known, given the folder of the server.
    fn start_with(more: impl FnOnce(&Path) -> String) -> Option<Self> {
        let certificate = Certificate::new()?;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        for name in ["mail", "mail/new", "mail/cur", "mail/tmp"] {
            fs::create_dir(root.join(name)).unwrap();
        }
        let me = |flag: &str| said("id", &[flag]);
        // Dovecot keeps no mail for the superuser.
        let (uid, gid) = if me("-u") == "0" {
            (said("id", &["-u", "nobody"]), said("id", &["-g", "nobody"]))
        } else {
            (me("-u"), me("-g"))
        };
        let own = if me("-u") == "0" {
            said("chown", &["-R", &format!("{uid}:{gid}"), root.join("mail").to_str().unwrap()]);
            said("chmod", &["755", root.to_str().unwrap()]);
            String::new()
        } else {
            let name = me("-un");
            format!(
                "default_internal_user = {name}\ndefault_internal_group = {}\ndefault_login_user = {name}\n\
                     service anvil {{\n chroot =\n}}\nservice imap-login {{\n chroot =\n}}\n",
                me("-gn")
            )
        };
        let config = format!(
            "protocols = imap\nbase_dir = {root}/run\nlog_path = {root}/log\nssl = required\nssl_cert = <{cert}\n\
             ssl_key = <{key}\nmail_location = maildir:{root}/mail\nfirst_valid_uid = 1\nfirst_valid_gid = 1\n\
             {more}\
             userdb {{\n driver = static\n args = uid={uid} gid={gid} home={root}/mail\n}}\n\
             service imap-login {{\n inet_listener imap {{\n port = 0\n }}\n inet_listener imaps {{\n address = 127.0.0.1\n port = {port}\n }}\n}}\n{own}",
            more = more(root),
            root = root.display(),
            cert = certificate.file("cert.pem").display(),
            key = certificate.file("key.pem").display(),
        );
        fs::write(root.join("dovecot.conf"), config).unwrap();
        let dovecot = ["dovecot", "/usr/sbin/dovecot"]
            .into_iter()
            .find(|name| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()));
        let Some(dovecot) = dovecot else {
            left_out("the IMAP server", "dovecot is not installed");
            return None;
        };
        let process = Command::new(dovecot)
            .args(["-F", "-c"])
            .arg(root.join("dovecot.conf"))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { process, port, folder, certificate };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(server);
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("Dovecot does not answer: {}", fs::read_to_string(server.folder.path().join("log")).unwrap_or_default());
    }

    /// `[post.imap]` for this server.
    pub(crate) fn settings(&self) -> String {
        format!(
            "[post.imap]\nhost = \"localhost\"\nport = {}\n\
             account = {{ user = \"{USER}\", password-env = \"SVOD_TEST_PASSWORD\", ca-file = '{}' }}\n",
            self.port,
            self.certificate.file("ca.pem").display()
        )
    }

    /// The same for a token.
    pub(crate) fn settings_with_token(&self) -> String {
        with_token(&self.settings())
    }

    /// A message arrives.
    pub(crate) fn deliver(&self, name: &str, message: &[u8]) {
        let written = self.folder.path().join("mail/tmp").join(name);
        fs::write(&written, message).unwrap();
        if said("id", &["-u"]) == "0" {
            said("chown", &["nobody", written.to_str().unwrap()]);
        }
        fs::rename(&written, self.folder.path().join("mail/new").join(name)).unwrap();
    }

    /// Messages in the mailbox itself, and in the folder that svod moves them to.
    pub(crate) fn left_and_moved(&self) -> (usize, usize) {
        let count = |folder: &str| {
            let files = ["new", "cur"].map(|part| fs::read_dir(self.folder.path().join(folder).join(part)));
            files.into_iter().flatten().map(Iterator::count).sum()
        };
        (count("mail"), count("mail/.svod"))
    }
}

impl Drop for ImapServer {
    fn drop(&mut self) {
        // Its own processes end with the master, if that is asked and not killed.
        said("kill", &[&self.process.id().to_string()]);
        let _ = self.process.wait();
    }
}

/// A token for [`USER`] as an authority would sign it, which runs out at that moment.
pub(crate) fn token(until: jiff::Timestamp) -> String {
    let encoded = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let claims = format!("{{\"sub\":\"{USER}\",\"exp\":{}}}", until.as_second());
    let signed = format!("{}.{}", encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"), encoded(&claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(TOKEN_KEY).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", BASE64URL_NOPAD.encode(&mac.finalize().into_bytes()))
}

/// Settings of a server that is shown a token in the place of a password.
fn with_token(settings: &str) -> String {
    settings.replace("password-env = \"SVOD_TEST_PASSWORD\"", "log-in = \"token\", password-env = \"SVOD_TEST_TOKEN\"")
}

/// A way to a server that breaks off after so many bytes of what the server says, each time; its port.
pub(crate) fn way_that_breaks(to: u16, after: u64) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let Ok(server) = TcpStream::connect(("127.0.0.1", to)) else { continue };
            let (mut from, mut into) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            thread::spawn(move || io::copy(&mut from, &mut into));
            let _ = io::copy(&mut server.try_clone().unwrap().take(after), &mut &client);
            let _ = client.shutdown(Shutdown::Both);
            let _ = server.shutdown(Shutdown::Both);
        }
    });
    port
}

/// What a program says.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
