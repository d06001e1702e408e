//! What an item opens, in words: short for a row, and exactly where it is to be allowed.

use crate::domain::environment::Opens;
use crate::ui::cx::Cx;

/// The last part of the path or program: "book.odt".
pub fn short(opens: &Opens) -> String {
    let whole = match opens {
        Opens::File { path } => path,
        Opens::Link { address } => return visible(address),
        Opens::Program { program, .. } => program,
    };
    let trimmed = whole.trim_end_matches(['/', '\\']);
    let last = trimmed.rsplit(['/', '\\']).next().filter(|last| !last.is_empty()).unwrap_or(whole);
    visible(last)
}

/// Each line of what would be opened, a name and the exact words.
pub(super) fn exactly(cx: &Cx<'_>, opens: &Opens) -> Vec<(String, String)> {
    match opens {
        Opens::File { path } => vec![(cx.text.get("environment-opens-path"), visible(path))],
        Opens::Link { address } => vec![(cx.text.get("environment-opens-link"), visible(address))],
        Opens::Program { program, arguments } => {
            let program = (cx.text.get("environment-opens-program"), visible(program));
            let arguments = (1..).zip(arguments).map(|(nth, argument): (usize, _)| {
                (cx.text.with("environment-opens-argument", &[("number", nth.into())]), visible(argument))
            });
            std::iter::once(program).chain(arguments).collect()
        }
    }
}

/// The same with everything that shows nothing, or turns what follows round, written as `\u{202e}`.
fn visible(words: &str) -> String {
    let hides = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
            || (letter.is_whitespace() && letter != ' ')
    };
    words
        .chars()
        .map(|letter| if hides(letter) { letter.escape_unicode().to_string() } else { letter.to_string() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_short(path: &str, expected: &str) {
        assert_eq!(short(&Opens::File { path: path.to_owned() }), expected);
    }

    #[test]
    fn the_last_part_of_a_path_is_its_short_name() {
        check_short("/home/ada/book.odt", "book.odt");
        check_short("/home/ada/book/", "book");
        check_short(r"C:\Users\ada\book.odt", "book.odt");
        check_short("/", "/");
        check_short("code", "code");
    }

    #[test]
    fn what_would_mislead_is_written_out() {
        assert_eq!(visible("photo\u{202e}gpj.sh\n"), "photo\\u{202e}gpj.sh\\u{a}");
        assert_eq!(visible("Ärger & 日本 語"), "Ärger & 日本 語");
    }
}
