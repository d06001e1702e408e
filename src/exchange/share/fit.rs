//! Words in the room they have: how wide they are about, broken into lines, cut, and from right to left.

/// Ends words that were cut.
const CUT: char = '…';
/// Steps in which a title gets smaller until it fits.
const STEP: f64 = 2.0;

/// How wide the wider weight of the bundled font draws the letters from U+0020 to U+00FF, in hundredths of its size, rounded
/// up; 0 for what is no letter.
const ADVANCES: [u8; 224] = [
    29, 33, 53, 65, 66, 101, 67, 33, 38, 38, 54, 68, 32, 47, 32, 38, // from the space
    65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 32, 33, 68, 68, 68, 55, // from 0
    100, 73, 66, 74, 73, 61, 60, 75, 75, 28, 58, 71, 57, 93, 76, 77, // from @
    65, 78, 66, 66, 67, 75, 73, 103, 72, 72, 66, 38, 38, 38, 49, 47, // from P
    36, 58, 63, 59, 63, 60, 39, 63, 62, 27, 27, 57, 27, 91, 62, 61, // from `
    63, 63, 40, 55, 36, 62, 59, 84, 57, 59, 57, 46, 36, 46, 68, 0, // from p
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // controls
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // controls
    29, 33, 59, 63, 75, 57, 32, 57, 62, 92, 47, 64, 68, 0, 67, 48, // from U+00A0
    46, 68, 46, 47, 36, 62, 61, 32, 34, 33, 49, 64, 84, 87, 91, 55, // from °
    73, 73, 73, 73, 73, 73, 102, 74, 61, 61, 61, 61, 28, 28, 28, 28, // from À
    76, 76, 77, 77, 77, 77, 77, 68, 77, 75, 75, 75, 75, 72, 66, 65, // from Ð
    58, 58, 58, 58, 58, 58, 92, 59, 60, 60, 60, 60, 27, 27, 27, 27, // from à
    60, 62, 61, 61, 61, 61, 61, 68, 61, 62, 62, 62, 62, 59, 63, 59, // from ð
];
/// The first letter of [`ADVANCES`].
const FIRST: u32 = 0x20;

/// How wide words are in the bundled font; about, and rather too wide, where they have letters of other scripts.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// At size 1, of the wider weight.
fn advance(letter: char) -> f64 {
    let place = (letter as u32).checked_sub(FIRST).and_then(|place| usize::try_from(place).ok());
    if let Some(hundredths) = place.and_then(|place| ADVANCES.get(place)) {
        return f64::from(*hundredths) / 100.0;
    }
    match letter {
        '\u{0}'..='\u{1f}' => 0.0,
        '\u{2009}' | '\u{202f}' => 0.19,
        '‘' | '’' | '′' => 0.3,
        '–' | '“' | '”' => 0.51,
        '•' => 0.57,
        '−' | '€' => 0.68,
        '…' | '→' => 0.96,
        '—' => 1.0,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.1,
        '\u{100}'..='\u{24f}' | '\u{590}'..='\u{8ff}' | '\u{1e00}'..='\u{1eff}' => 0.8,
        '\u{250}'..='\u{10ff}' => 0.95,
        _ => 1.3,
    }
}

/// Words on one line, cut with a sign where they do not fit.
pub(super) fn cut(words: &str, room: f64, size: f64) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    let mut left = room / size - advance(CUT);
    let fitting = words.chars().take_while(|letter| {
        left -= advance(*letter);
        left >= 0.0
    });
    let mut kept: String = fitting.collect();
    kept.truncate(kept.trim_end().len());
    kept.push(CUT);
    kept
}

/// Words broken into at most so many lines; a word longer than a line is broken too, and what is too much is cut.
pub(super) fn lines(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines = broken(words, room, size);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(cut(&rest, room, size));
        // The rest is longer than a line, but cutting it between words may have made it fit as it is.
        if let Some(last) = lines.last_mut().filter(|last| !last.ends_with(CUT)) {
            last.push(CUT);
        }
    }
    lines
}

fn broken(words: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| width(longer, size) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.extend(parts(word, room, size)),
        }
    }
    lines
}

/// A word in parts that fit on a line each.
fn parts(word: &str, room: f64, size: f64) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    for letter in word.chars() {
        if !part.is_empty() && width(&part, size) + advance(letter) * size > room {
            parts.push(std::mem::take(&mut part));
        }
        part.push(letter);
    }
    parts.push(part);
    parts
}

/// Words on as few lines as `most`, as large as fits between two sizes.
pub(super) fn title(words: &str, room: f64, sizes: (f64, f64), most: usize) -> (Vec<String>, f64) {
    // One line may be smaller than two are, but not by much.
    let has_room = |lines: usize, size: f64| lines <= if size > sizes.0 * 0.8 { 1 } else { most };
    largest(words, room, (sizes, most), has_room)
}

/// Words as large as their lines have room, between two sizes; at the smaller one there are at most so many.
pub(super) fn largest(
    words: &str,
    room: f64,
    ((largest, smallest), most): ((f64, f64), usize),
    has_room: impl Fn(usize, f64) -> bool,
) -> (Vec<String>, f64) {
    let mut size = largest;
    while size > smallest {
        let lines = broken(words, room, size);
        if has_room(lines.len(), size) {
            return (lines, size);
        }
        size -= STEP;
    }
    (lines(words, room, smallest, most), smallest)
}

/// Whether words run from right to left: the first letter with a direction decides (UAX #9, P2).
pub(super) fn is_rtl(words: &str) -> bool {
    let strong = words.chars().find(|letter| letter.is_alphabetic());
    strong.is_some_and(|letter| {
        matches!(letter as u32, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::png;
    use crate::exchange::svg::{REGULAR, SEMIBOLD};

    /// How wide the letters of a font are at size 1, each drawn alone.
    fn drawn(letters: &[char], (family, weight): (&str, u16)) -> Vec<f64> {
        let texts = letters.iter().map(|letter| {
            let escaped = format!("&#{};", *letter as u32);
            format!(
                r#"<text xml:space="preserve" y="80" font-family="{family}" font-size="100" font-weight="{weight}">{escaped}</text>"#
            )
        });
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{}</svg>"#,
            texts.collect::<String>()
        );
        let tree = png::tree(&svg).unwrap();
        let text = |node: &resvg::usvg::Node| match node {
            resvg::usvg::Node::Text(text) => Some(f64::from(text.bounding_box().width()) / 100.0),
            _ => None,
        };
        tree.root().children().iter().filter_map(text).collect()
    }

    #[test]
    fn letters_are_as_wide_as_the_bundled_font_draws_them() {
        let signs = "–—…‘’′“”•→−€".chars();
        let letters: Vec<char> =
            ('!'..='~').chain('¡'..='ÿ').filter(|letter| *letter != '\u{ad}').chain(signs).collect();
        let [regular, semibold] = [REGULAR, SEMIBOLD].map(|font| drawn(&letters, font));
        assert_eq!([regular.len(), semibold.len()], [letters.len(); 2]);
        for (nth, letter) in letters.into_iter().enumerate() {
            let (real, guessed) = (regular[nth].max(semibold[nth]), advance(letter));
            // The signs share a few widths.
            let most = if letter > 'ÿ' { real * 1.2 } else { real * 1.04 };
            assert!(guessed >= real - 1e-4 && guessed <= most, "{letter}: {guessed} for {real}");
        }
    }

    #[test]
    fn words_are_cut_where_their_room_ends() {
        assert_eq!(cut("short", 500.0, 20.0), "short");
        assert_eq!(cut("a word and another", 80.0, 10.0), "a word and an…");
        assert_eq!(cut("anything", 1.0, 20.0), "…");
        assert_eq!(cut("", 1.0, 20.0), "");
    }

    #[test]
    fn lines_break_between_words_and_a_long_word_in_itself() {
        assert_eq!(lines("one two three", 70.0, 20.0, 3), ["one", "two", "three"]);
        assert_eq!(lines("one two three", 60.0, 20.0, 2), ["one", "two…"]);
        assert_eq!(lines("aaaaaaaaaa", 50.0, 20.0, 9), ["aaaa", "aaaa", "aa"]);
        assert_eq!(lines("", 60.0, 20.0, 2), [""; 0]);
    }

    #[test]
    fn a_title_is_as_large_as_fits() {
        assert_eq!(title("Write the book", 1000.0, (56.0, 34.0), 2), (vec!["Write the book".to_owned()], 56.0));
        let (lines, size) = title(&"W".repeat(120), 1000.0, (56.0, 34.0), 2);
        assert_eq!((lines.len(), size), (2, 34.0));
        assert!(lines[1].ends_with('…'));
    }

    #[test]
    fn the_first_letter_says_the_direction() {
        assert_eq!([is_rtl("לכתוב את הספר"), is_rtl("كتابة"), is_rtl("1. כתיבה")], [true; 3]);
        assert_eq!([is_rtl("Write"), is_rtl("Write כתיבה"), is_rtl("✍️ 123"), is_rtl("")], [false; 4]);
    }
}
