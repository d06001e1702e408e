//! Links that open a draft elsewhere: a mail, or a post on a network. Nothing is sent by them.

use std::fmt::Write;

use super::text;
use crate::domain::effect::Refusal;
use crate::domain::people::checked_web;

/// A link is shorter, in characters: some systems cut off what is not.
pub const MOST_CHARS: usize = 1_900;
/// Signs that some networks count for each address.
const ADDRESS: usize = 23;
/// The draft does not fit into a link: it has to be copied instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the link would have {chars} characters, and fewer than {MOST_CHARS} are let through everywhere")]
pub struct TooLong {
    pub chars: usize,
}

/// A mail draft (RFC 6068); `to` may be empty.
///
/// # Errors
/// When the link would not be shorter than [`MOST_CHARS`].
pub fn mailto(to: &str, subject: &str, body: &str) -> Result<String, TooLong> {
    let body = encoded(&text::clean(body).replace('\n', "\r\n"));
    let (to, subject) = (address(to), encoded(&text::one_line(subject)));
    fitting(format!("mailto:{to}?subject={subject}&body={body}"))
}

/// Where a post can be composed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Network {
    /// The address of the person's own server, see [`Network::mastodon`]: `https://mastodon.social`.
    Mastodon(String),
    Bluesky,
    X,
    LinkedIn,
    Telegram,
    WhatsApp,
}

impl Network {
    /// A server of Mastodon by its address or its bare name, "mastodon.social".
    ///
    /// # Errors
    /// Refuses every scheme but http and https, and what is no address; see [`checked_web`].
    pub fn mastodon(typed: &str) -> Result<Self, Refusal> {
        let typed = typed.trim();
        let is_bare = !typed.is_empty() && !typed.contains([':', '/']);
        let address = checked_web(&if is_bare { format!("https://{typed}") } else { typed.to_owned() })?;
        let origin = origin(&address);
        if origin.ends_with('/') || origin.contains('@') {
            Err(Refusal::OutOfRange("address"))
        } else {
            Ok(Self::Mastodon(origin))
        }
    }

    /// The link that opens a post with these words, to be looked at and sent there.
    ///
    /// # Errors
    /// When the link would not be shorter than [`MOST_CHARS`].
    pub fn compose_link(&self, words: &str) -> Result<String, TooLong> {
        let words = encoded(&text::clean(words));
        fitting(match self {
            Self::Mastodon(server) => format!("{}/share?text={words}", origin(server)),
            Self::Bluesky => format!("https://bsky.app/intent/compose?text={words}"),
            Self::X => format!("https://x.com/intent/post?text={words}"),
            Self::LinkedIn => format!("https://www.linkedin.com/feed/?shareActive=true&text={words}"),
            // Its only form for words without an address: what stands there becomes the message.
            Self::Telegram => format!("https://t.me/share/url?url={words}"),
            Self::WhatsApp => format!("https://wa.me/?text={words}"),
        })
    }

    /// Signs that a post there holds at most, as [`Network::length`] counts them.
    pub fn room(&self) -> usize {
        match self {
            Self::Mastodon(_) => 500,
            Self::Bluesky => 300,
            Self::X => 280,
            Self::LinkedIn => 3_000,
            Self::Telegram | Self::WhatsApp => 4_096,
        }
    }

    /// How many signs the words are there; never fewer than the network counts.
    pub fn length(&self, words: &str) -> usize {
        let weight = |letter: char| match (self, letter as u32) {
            (Self::X, 0..=0x10ff | 0x2000..=0x200d | 0x2010..=0x201f | 0x2032..=0x2037) => 1,
            (Self::X, _) => 2,
            _ => 1,
        };
        let counted: usize = words.chars().map(weight).sum();
        // An address counts as so many, however short it is.
        let short = words.split_whitespace().filter(|word| self.shortens() && is_web(word));
        counted + short.map(|word| ADDRESS.saturating_sub(word.chars().count())).sum::<usize>()
    }

    /// Whether it counts each address as [`ADDRESS`] signs.
    fn shortens(&self) -> bool {
        matches!(self, Self::Mastodon(_) | Self::X)
    }

    /// Whether a post there has room for the words, and a link to it too.
    pub fn fits(&self, words: &str) -> bool {
        self.length(words) <= self.room() && self.compose_link(words).is_ok()
    }
}

fn is_web(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

fn fitting(link: String) -> Result<String, TooLong> {
    // All of it is ASCII: a byte is a character.
    if link.len() < MOST_CHARS { Ok(link) } else { Err(TooLong { chars: link.len() }) }
}

/// Scheme and server of an address, nothing behind them.
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let scheme = if scheme.eq_ignore_ascii_case("http") { "http" } else { "https" };
    format!("{scheme}://{}", rest.split(['/', '?', '#', '\\']).next().unwrap_or_default())
}

/// A mail address in a link: what could end it is encoded.
fn address(to: &str) -> String {
    let to: String = to.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    percent(&to, |byte| is_plain(byte) || byte == b'@')
}

/// Words as one value in a link.
pub(super) fn encoded(words: &str) -> String {
    percent(words, is_plain)
}

fn percent(words: &str, is_kept: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(words.len() * 3);
    for byte in words.bytes() {
        if is_kept(byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// RFC 3986 §2.3: never encoded.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}
