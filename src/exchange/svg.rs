//! What all drawings share: fonts, and words as XML wants them.

/// Families and weights; the bundled semibold has a family of its own.
pub(super) const SEMIBOLD: (&str, u16) = ("Inter SemiBold, Inter, sans-serif", 600);
pub(super) const REGULAR: (&str, u16) = ("Inter, sans-serif", 400);

/// Text as XML wants it; letters that XML cannot hold are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}
