//! Words in the room they have: how wide they are about, broken into lines, cut, and from right to left.

/// Ends words that were cut.
const CUT: char = '…';
/// Steps in which a title gets smaller until it fits.
const STEP: f64 = 2.0;

/// About how wide words are in the bundled font; rather too wide, so that nothing reaches beyond its room.
pub(super) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// At size 1, with room for the wider weight.
fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '\u{202f}' | 'i' | 'j' | 'l' | 'I' | '|' | '.' | ',' | ':' | ';' | '\'' | '’' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '!' | '-' | '–' | '"' | '“' | '”' | '1' => 0.46,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '—' | '…' | '→' => 1.02,
        'A'..='Z' => 0.78,
        '0'..='9' => 0.68,
        '\u{0}'..='\u{7f}' => 0.64,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.1,
        '\u{80}'..='\u{24f}' | '\u{590}'..='\u{8ff}' => 0.8,
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
pub(super) fn title(words: &str, room: f64, (largest, smallest): (f64, f64), most: usize) -> (Vec<String>, f64) {
    let mut size = largest;
    while size > smallest {
        // One line may be smaller than two are, but not by much.
        let allowed = if size > largest * 0.8 { 1 } else { most };
        let lines = broken(words, room, size);
        if lines.len() <= allowed {
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

    #[test]
    fn words_are_cut_where_their_room_ends() {
        assert_eq!(cut("short", 500.0, 20.0), "short");
        assert_eq!(cut("a word and another", 100.0, 10.0), "a word and anot…");
        assert_eq!(cut("anything", 1.0, 20.0), "…");
        assert_eq!(cut("", 1.0, 20.0), "");
    }

    #[test]
    fn lines_break_between_words_and_a_long_word_in_itself() {
        assert_eq!(lines("one two three", 70.0, 20.0, 3), ["one", "two", "three"]);
        assert_eq!(lines("one two three", 70.0, 20.0, 2), ["one", "two…"]);
        assert_eq!(lines("aaaaaaaaaa", 60.0, 20.0, 9), ["aaaa", "aaaa", "aa"]);
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
