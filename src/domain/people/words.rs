//! Texts and addresses as they are kept.

use super::{MAX_LINE_CHARS, MAX_NAME_CHARS, MAX_WORDS_CHARS};
use crate::domain::effect::Refusal;
use crate::domain::environment::{Opens, checked_opens};

/// Longest mail address, in characters (RFC 5321, §4.5.3.1.3).
const MAX_MAIL_CHARS: usize = 254;

/// Text on one line, without space around it.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name on one line.
///
/// # Errors
/// Refuses none at all, and more than [`MAX_NAME_CHARS`].
pub(super) fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = one_line(name);
    match name.chars().count() {
        0 => Err(Refusal::Empty("name")),
        1..=MAX_NAME_CHARS => Ok(name),
        _ => Err(Refusal::TooLong { field: "name", max: MAX_NAME_CHARS }),
    }
}

/// One line that may be empty.
///
/// # Errors
/// Refuses more than [`MAX_LINE_CHARS`].
pub(super) fn checked_line(line: &str, field: &'static str) -> Result<String, Refusal> {
    checked_within(one_line(line), field, MAX_LINE_CHARS)
}

/// A text of several lines that may be empty.
///
/// # Errors
/// Refuses more than [`MAX_WORDS_CHARS`].
pub(super) fn checked_words(words: &str, field: &'static str) -> Result<String, Refusal> {
    checked_within(words.trim().to_owned(), field, MAX_WORDS_CHARS)
}

/// Text of at most so many characters.
pub(super) fn checked_within(text: String, field: &'static str, max: usize) -> Result<String, Refusal> {
    if text.chars().count() <= max { Ok(text) } else { Err(Refusal::TooLong { field, max }) }
}

/// An address of the web: http or https, and nothing else ever.
///
/// # Errors
/// As [`checked_opens`] for a link.
pub fn checked_web(address: &str) -> Result<String, Refusal> {
    let address = address.trim().to_owned();
    let has_space = address.chars().any(char::is_whitespace);
    match checked_opens(Opens::Link { address })? {
        Opens::Link { address } if !has_space => Ok(address),
        _ => Err(Refusal::OutOfRange("address")),
    }
}

/// A mail address: one `@` between a name and a host, and nothing in it that could begin another field of a mail.
///
/// # Errors
/// Refuses what is no such address, and more than 254 characters.
pub fn checked_mail(address: &str) -> Result<String, Refusal> {
    let address = address.trim();
    let is_plain = |char: char| !char.is_whitespace() && !char.is_control() && !"<>()[]\\,;:\"?&%".contains(char);
    let is_whole = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !host.contains('@') && !host.starts_with('.') && !host.ends_with('.')
    });
    if address.is_empty() {
        return Err(Refusal::Empty("mail"));
    }
    if address.chars().count() > MAX_MAIL_CHARS {
        return Err(Refusal::TooLong { field: "mail", max: MAX_MAIL_CHARS });
    }
    if is_whole && address.chars().all(is_plain) { Ok(address.to_owned()) } else { Err(Refusal::OutOfRange("mail")) }
}
