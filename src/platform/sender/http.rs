//! One call over HTTP: bounded in time and size, no redirects, and nothing of the address in what it tells.

use std::borrow::Cow;
use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Timeout};

use super::Chat;
use super::pace;
use super::queue::{Content, Parcel};
use crate::domain::people::{Answer, Secret, Trouble, checked_secret, stays_here};

/// Longest wait for a connection.
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
/// Longest wait for all of it.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);
/// The most that is read of what comes back, in bytes: enough to say what is wrong.
const MAX_SAID_BYTES: u64 = 2_000;
/// The most of that which is shown, in characters.
const MAX_SAID_CHARS: usize = 400;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub answer: Answer,
    /// How long the other side asks to be left alone.
    pub asked: Option<Duration>,
    /// The first words of what it said; shown, and kept nowhere.
    pub said: String,
}

/// Makes the calls.
pub struct Caller {
    agent: Agent,
    /// For this machine: no proxy stands in between.
    near: Agent,
    chat: Chat,
}

impl Caller {
    /// Prepares calls; opens nothing yet.
    pub fn new(chat: Chat) -> Self {
        let agent =
            |config: ureq::config::ConfigBuilder<ureq::typestate::AgentScope>| Agent::new_with_config(config.build());
        Self { agent: agent(config()), near: agent(config().proxy(None)), chat }
    }

    /// Sends one parcel; blocks for up to 30 s.
    pub fn call(&self, secret: &Secret, parcel: &Parcel, now: DateTime<Utc>) -> Reply {
        // The file of secrets may have been changed by hand: what may be called is decided here.
        let Ok(Secret { address, token }) = checked_secret(secret) else {
            return nothing(Trouble::NoAddress);
        };
        let agent = if stays_here(&address) { &self.near } else { &self.agent };
        let content = match parcel.content {
            Content::Json | Content::Chat => "application/json",
            Content::Text => "text/plain; charset=utf-8",
        };
        let id = parcel.id.to_string();
        let mut request = agent.post(address.as_str()).header("Content-Type", content).header("Idempotency-Key", &id);
        if !token.is_empty() {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        if !parcel.title.is_empty() {
            request = request.header("Title", header_words(&parcel.title));
        }
        let body = match parcel.content {
            Content::Chat => Cow::Owned((self.chat)(&address, &parcel.body)),
            Content::Json | Content::Text => Cow::Borrowed(parcel.body.as_str()),
        };
        match request.send(&*body) {
            Ok(response) => reply(response, now),
            Err(error) => nothing(trouble(&error)),
        }
    }
}

fn config() -> ureq::config::ConfigBuilder<ureq::typestate::AgentScope> {
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        .max_redirects(0)
        // A connection that was closed meanwhile would look like a failure.
        .max_idle_connections(0)
        .timeout_connect(Some(CONNECT_WITHIN))
        .timeout_global(Some(ANSWER_WITHIN))
        .user_agent(concat!("mainspring/", env!("CARGO_PKG_VERSION")))
}

fn reply(response: ureq::http::Response<ureq::Body>, now: DateTime<Utc>) -> Reply {
    let answer = pace::judge(response.status().as_u16());
    let asked = response.headers().get("retry-after").and_then(|value| value.to_str().ok());
    let asked = asked.and_then(|header| pace::asked_wait(header, now));
    let mut said = Vec::new();
    // The status stands, whatever becomes of the words after it.
    let _ = response.into_body().into_reader().take(MAX_SAID_BYTES).read_to_end(&mut said);
    Reply { answer, asked, said: shown(&said) }
}

/// The words on one line, without what a screen cannot show.
fn shown(said: &[u8]) -> String {
    let text = String::from_utf8_lossy(said);
    let words: Vec<&str> = text.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(MAX_SAID_CHARS).collect()
}

/// No call, or none that was answered.
pub fn nothing(trouble: Trouble) -> Reply {
    Reply { answer: Answer::Trouble(trouble), asked: None, said: String::new() }
}

/// Whether the certificate or the encryption was at fault.
fn is_of_tls(error: &std::io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).is_some()
}

/// Whether the name of the host was not found. The resolver has errors of its own, without a code of the system; on Windows
/// they are the codes 11001 to 11004 of Winsock.
fn is_of_name(error: &std::io::Error) -> bool {
    error.raw_os_error().is_none_or(|code| cfg!(windows) && (11_001..=11_004).contains(&code))
}

/// Only the kind: the error's own words may hold the address.
fn trouble(error: &ureq::Error) -> Trouble {
    use std::io::ErrorKind;
    match error {
        ureq::Error::HostNotFound | ureq::Error::Timeout(Timeout::Resolve) => Trouble::NoHost,
        ureq::Error::Timeout(Timeout::Connect) | ureq::Error::ConnectionFailed => Trouble::Unreached,
        ureq::Error::Timeout(_) => Trouble::Slow,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Trouble::Untrusted,
        ureq::Error::Io(error) if is_of_tls(error) => Trouble::Untrusted,
        ureq::Error::Io(error) => match error.kind() {
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Trouble::Cut,
            ErrorKind::TimedOut => Trouble::Slow,
            _ if is_of_name(error) => Trouble::NoHost,
            _ => Trouble::Unreached,
        },
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Trouble::NoAddress,
        _ => Trouble::Other,
    }
}

/// Words for a header: as they are in plain ASCII, else encoded as RFC 2047 has it, which ntfy reads.
fn header_words(words: &str) -> String {
    let line: String = words.split(char::is_control).collect::<Vec<_>>().join(" ");
    if line.is_ascii() { line } else { format!("=?UTF-8?B?{}?=", base64(line.as_bytes())) }
}

/// RFC 4648, §4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let group = (0..3).fold(0_u32, |group, at| group << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_matches_the_published_values() {
        let cases =
            [("", ""), ("f", "Zg=="), ("ab", "YWI="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (bytes, expected) in cases {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }

    #[test]
    fn a_title_is_a_header_in_any_language() {
        assert_eq!(header_words("Write the book"), "Write the book");
        assert_eq!(header_words("a\r\nX-Evil: b"), "a  X-Evil: b");
        assert_eq!(header_words("Ärger"), "=?UTF-8?B?w4RyZ2Vy?=");
    }

    #[test]
    fn a_name_that_is_not_found_is_told_from_a_server_that_takes_no_connection() {
        use std::net::{TcpListener, TcpStream, ToSocketAddrs};
        let unknown = ("no-such-host.invalid", 443).to_socket_addrs().unwrap_err();
        assert_eq!(trouble(&ureq::Error::Io(unknown)), Trouble::NoHost);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let refused = TcpStream::connect(port).unwrap_err();
        assert_eq!(trouble(&ureq::Error::Io(refused)), Trouble::Unreached);
    }

    #[test]
    fn what_comes_back_is_cut_and_on_one_line() {
        assert_eq!(shown(b"not\r\n  found\0\x1b[2J"), "not found [2J");
        assert_eq!(shown("ä".repeat(1000).as_bytes()).chars().count(), 400);
        assert_eq!(shown(&[0xff, b'a']), "\u{fffd}a");
    }
}
