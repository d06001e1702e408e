//! Sending by itself: the secret of an outlet, which is no part of the records, and what came of sending.

use core::net::Ipv4Addr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Longest address, in bytes; what browsers and servers agree on.
const MAX_ADDRESS_BYTES: usize = 2048;
/// Longest token, in bytes.
const MAX_TOKEN_BYTES: usize = 1024;

/// Where an outlet sends to, and what it shows there. Kept apart from the data, on this device alone; never printed.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Secret {
    /// A whole address; for many services it is a password by itself.
    pub address: String,
    /// What is shown as `Authorization: Bearer`; empty where none is asked for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub token: String,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

/// Why nothing is sent to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    Empty,
    /// It does not start with `https://` or `http://`.
    Scheme,
    /// `http://` to another machine: everyone on the way could read it.
    Unprotected,
    /// A space, a control character, a quote or another letter that an address has to write as `%xx`.
    Letter,
    /// No host after the scheme.
    Host,
    /// `user@host`, which is most often made to look like another site.
    User,
    TooLong,
    /// A letter in the token that no header may have, or too many.
    Token,
}

/// The secret without space around it.
///
/// # Errors
/// Refuses any scheme but https, or http to this machine, and what is no address or token.
pub fn checked_secret(secret: &Secret) -> Result<Secret, AddressProblem> {
    let (address, token) = (secret.address.trim(), secret.token.trim());
    checked_address(address)?;
    if token.len() > MAX_TOKEN_BYTES || token.chars().any(|letter| !letter.is_ascii_graphic()) {
        return Err(AddressProblem::Token);
    }
    Ok(Secret { address: address.to_owned(), token: token.to_owned() })
}

fn checked_address(address: &str) -> Result<(), AddressProblem> {
    let after = |scheme: &str| {
        let start = address.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
    };
    if address.is_empty() {
        return Err(AddressProblem::Empty);
    }
    after("https://").or_else(|| after("http://")).ok_or(AddressProblem::Scheme)?;
    if address.len() > MAX_ADDRESS_BYTES {
        return Err(AddressProblem::TooLong);
    }
    let is_odd = |letter: char| !letter.is_ascii_graphic() || "\"'<>\\`^{|}#".contains(letter);
    if address.chars().any(is_odd) {
        return Err(AddressProblem::Letter);
    }
    let authority = server(address);
    if authority.contains('@') {
        return Err(AddressProblem::User);
    }
    if authority.is_empty() || authority.starts_with(['-', ':', '.']) {
        return Err(AddressProblem::Host);
    }
    if after("https://").is_none() && !is_this_machine(authority) {
        return Err(AddressProblem::Unprotected);
    }
    Ok(())
}

/// Whether an address leads to this machine; nothing can listen in between.
pub fn stays_here(address: &str) -> bool {
    is_this_machine(server(address))
}

/// The server of an address, with its port where there is one.
pub fn server(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The server without its port; an address in brackets has none.
pub fn host(server: &str) -> &str {
    server.split(':').next().unwrap_or_default()
}

fn is_this_machine(authority: &str) -> bool {
    if authority == "[::1]" || authority.starts_with("[::1]:") {
        return true;
    }
    let host = host(authority);
    // A part with a leading zero is octal to some resolvers, and so another machine: it is no address here.
    host.eq_ignore_ascii_case("localhost") || host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
}

/// Where the secret of an outlet is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the keyring of the system.
    Keyring,
    /// In a file beside the data that only this user may read.
    File,
    /// In the keyring perhaps, which is locked.
    Locked,
    /// Not on this device.
    Nowhere,
}

/// What came back of one try to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It arrived; the status is 200 to 299.
    Taken(u16),
    /// It was refused for good.
    Refused(u16),
    /// Later, said the other side.
    Busy(u16),
    /// There was no answer.
    Trouble(Trouble),
}

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// No address is kept on this device, or it is none.
    NoAddress,
    /// It lies in a keyring that is locked.
    Locked,
    /// It may lie in a keyring, and none answers.
    NoKeyring,
    /// It may lie in the file of addresses, which cannot be read.
    Unreadable,
    /// There is no host of this name, or no network to ask for it.
    NoHost,
    /// The host took no connection.
    Unreached,
    /// No answer in time.
    Slow,
    /// The connection ended before the answer.
    Cut,
    /// The other side could not show that it is who it should be.
    Untrusted,
    /// Something else that is no answer of the web.
    Other,
}

/// What became of something to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    Arrived,
    /// It is tried again.
    Waits,
    /// It was refused, or it was tried for too long.
    GivenUp,
    /// Too much waited; the oldest went.
    CrowdedOut,
}

/// The last thing an outlet tried to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastTry {
    pub at: DateTime<Utc>,
    pub answer: Answer,
    pub fate: Fate,
    /// What was sent, without any secret.
    pub body: String,
}

/// How an outlet stands on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutletState {
    /// Where its secret is kept; `None` until that is known.
    pub kept: Option<Kept>,
    /// How much waits to be sent.
    pub waiting: usize,
    /// When the next try is, while one waits for its time.
    pub next: Option<DateTime<Utc>>,
    pub last: Option<LastTry>,
    pub test: Option<Test>,
}

impl OutletState {
    /// Whether its address never was on this device: another one sends for it.
    pub fn is_of_elsewhere(&self) -> bool {
        self.kept == Some(Kept::Nowhere) && self.last.is_none() && self.waiting == 0
    }
}

/// How a test stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It is on its way.
    Sent { body: String },
    /// What came back: the answer, and the first words that came with it.
    Answered { answer: Answer, said: String, body: String },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Result<(), AddressProblem>) {
        let secret = Secret { address: address.to_owned(), token: String::new() };
        assert_eq!(checked_secret(&secret).map(drop), expected, "{address:?}");
    }

    #[test]
    fn https_goes_anywhere_and_http_only_to_this_machine() {
        check("https://ntfy.sh/my-topic", Ok(()));
        check(" HTTPS://hooks.example.org:8443/a/b?c=d&e=%20 ", Ok(()));
        check("http://localhost:8080/hook", Ok(()));
        check("http://127.0.0.1/hook", Ok(()));
        check("http://127.9.8.7:1", Ok(()));
        check("http://[::1]:8080/", Ok(()));
        check("http://ntfy.sh/my-topic", Err(AddressProblem::Unprotected));
        check("http://127.0.0.1.example.org/", Err(AddressProblem::Unprotected));
        check("http://localhost.example.org/", Err(AddressProblem::Unprotected));
        check("http://0127.0.0.1/", Err(AddressProblem::Unprotected));
        check("http://127.0.0.01:80/", Err(AddressProblem::Unprotected));
        check("http://127.0.0.256/", Err(AddressProblem::Unprotected));
        check("http://example.org/?http://localhost/", Err(AddressProblem::Unprotected));
        check("http://[::1].example.org/", Err(AddressProblem::Unprotected));
        check("http://192.168.0.1/", Err(AddressProblem::Unprotected));
    }

    #[test]
    fn what_is_no_address_of_the_web_is_refused() {
        check("", Err(AddressProblem::Empty));
        check("  ", Err(AddressProblem::Empty));
        check("ntfy.sh/topic", Err(AddressProblem::Scheme));
        for scheme in ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "ftp://host/", "-flag"] {
            check(scheme, Err(AddressProblem::Scheme));
        }
        check("https://", Err(AddressProblem::Host));
        check("https:///path", Err(AddressProblem::Host));
        check("https://-flag", Err(AddressProblem::Host));
        check("https://bank.example@evil.example/", Err(AddressProblem::User));
        check("http://localhost@evil.example/", Err(AddressProblem::User));
        check("https://a b.example/", Err(AddressProblem::Letter));
        check("https://a.example/\nHost: b", Err(AddressProblem::Letter));
        check("https://\u{430}pple.com/", Err(AddressProblem::Letter));
        check(&format!("https://a.example/{}", "x".repeat(2048)), Err(AddressProblem::TooLong));
    }

    #[test]
    fn a_token_cannot_begin_another_header() {
        let with = |token: &str| checked_secret(&Secret { address: "https://a.example".into(), token: token.into() });
        assert_eq!(with(" tk_abc.DEF-1= ").map(|secret| secret.token), Ok("tk_abc.DEF-1=".to_owned()));
        assert_eq!(with("a\r\nX-Other: b"), Err(AddressProblem::Token));
        assert_eq!(with("a b"), Err(AddressProblem::Token));
        assert_eq!(with(&"a".repeat(1025)), Err(AddressProblem::Token));
    }

    #[test]
    fn a_secret_is_never_printed() {
        let secret = Secret { address: "https://a.example/hidden".into(), token: "tk_hidden".into() };
        assert_eq!(format!("{secret:?}"), "Secret");
    }

    #[test]
    fn an_outlet_is_of_elsewhere_only_where_no_address_was_ever_used() {
        let nowhere = OutletState { kept: Some(Kept::Nowhere), ..OutletState::default() };
        assert!(nowhere.is_of_elsewhere() && !OutletState::default().is_of_elsewhere());
        let at = DateTime::UNIX_EPOCH;
        let last = LastTry { at, answer: Answer::Taken(200), fate: Fate::Arrived, body: String::new() };
        assert!(!OutletState { last: Some(last), ..nowhere.clone() }.is_of_elsewhere(), "its address was lost");
        assert!(!OutletState { waiting: 1, ..nowhere.clone() }.is_of_elsewhere());
        assert!(!OutletState { kept: Some(Kept::Locked), ..nowhere }.is_of_elsewhere());
    }

    #[test]
    fn only_this_machine_stays_here() {
        assert!(stays_here("http://localhost:80/a") && stays_here("https://[::1]/") && stays_here("http://127.0.0.1"));
        assert!(!stays_here("https://example.org/localhost"));
    }
}
