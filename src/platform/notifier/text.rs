//! Makes what a person wrote safe to show: one line, no hidden characters, bounded, and inert where markup is read.

/// Longest title or body, in characters; more is cut, because some desktops would fill the screen.
pub const MAX_CHARS: usize = 200;
/// Most lines below the title: one for each layer in which a reward may come at once.
pub const MOST_LINES: usize = 6;

/// Whether the receiver reads markup in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// It shows the text as it is.
    Plain,
    /// It takes `<`, `>` and `&` for markup (the `body-markup` capability).
    Read,
}

/// The text without control and direction characters, in one line of at most 200 characters, and escaped if it has to be.
pub fn clean(text: &str, markup: Markup) -> String {
    let shown = text.chars().map(|c| if breaks_line(c) { ' ' } else { c }).filter(|c| !is_hidden(*c));
    let line = one_spaced(shown);
    let cut = cut(&line);
    match markup {
        Markup::Plain => cut,
        Markup::Read => escape(&cut),
    }
}

/// The body of a notice and the lines below it, each made inert by itself; an empty one is left out.
pub fn lines(body: &str, more: &[String], markup: Markup) -> String {
    let all = std::iter::once(body).chain(more.iter().map(String::as_str));
    let shown = all.map(|line| clean(line, markup)).filter(|line| !line.is_empty());
    shown.take(MOST_LINES).collect::<Vec<_>>().join("\n")
}

fn one_spaced(chars: impl Iterator<Item = char>) -> String {
    let mut line = String::new();
    // Reading stops a little after the bound, so that a text of megabytes costs no more than a short one.
    for c in chars {
        if line.chars().count() > MAX_CHARS {
            break;
        }
        if c != ' ' || !(line.is_empty() || line.ends_with(' ')) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

fn cut(line: &str) -> String {
    if line.chars().count() <= MAX_CHARS {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(MAX_CHARS - 1).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn breaks_line(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, the ones that change the direction of text (Unicode `Bidi_Control`), and invisible fillers.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_inert_by_itself_and_only_the_first_few_are_shown() {
        let more = ["<b>two</b>\nstill two".to_owned(), " ".to_owned(), "three".to_owned()];
        assert_eq!(lines("one", &more, Markup::Plain), "one\n<b>two</b> still two\nthree");
        assert_eq!(lines("", &more, Markup::Read), "&lt;b&gt;two&lt;/b&gt; still two\nthree");
        let many = vec!["more".to_owned(); 40];
        assert_eq!(lines("one", &many, Markup::Plain).lines().count(), MOST_LINES);
    }

    #[track_caller]
    fn check(text: &str, plain: &str, read: &str) {
        assert_eq!(clean(text, Markup::Plain), plain);
        assert_eq!(clean(text, Markup::Read), read);
    }

    #[test]
    fn text_is_made_inert_and_readable() {
        for (text, plain, read) in [
            ("Earned: tea", "Earned: tea", "Earned: tea"),
            ("<b>loud</b>", "<b>loud</b>", "&lt;b&gt;loud&lt;/b&gt;"),
            ("<a href=\"x\">y</a>", "<a href=\"x\">y</a>", "&lt;a href=\"x\"&gt;y&lt;/a&gt;"),
            ("Tom & &amp; Jerry", "Tom & &amp; Jerry", "Tom &amp; &amp;amp; Jerry"),
            ("one\ntwo\r\n\tthree ", "one two three", "one two three"),
            ("a\u{0}b\u{7}\u{1b}[31mc\u{9f}", "ab[31mc", "ab[31mc"),
            ("\u{202e}gpj.exe\u{2066}x\u{200f}", "gpj.exex", "gpj.exex"),
            ("\u{feff}\u{200b}", "", ""),
            ("été 日本 👩\u{200d}🔬", "été 日本 👩\u{200d}🔬", "été 日本 👩\u{200d}🔬"),
        ] {
            check(text, plain, read);
        }
    }

    #[test]
    fn long_text_is_cut_before_it_is_escaped() {
        check(&"a".repeat(200), &"a".repeat(200), &"a".repeat(200));
        let cut = format!("{}…", "é".repeat(199));
        check(&"é".repeat(10_000), &cut, &cut);
        let plain = format!("{}…", "&".repeat(199));
        let read = format!("{}…", "&amp;".repeat(199));
        check(&"&".repeat(201), &plain, &read);
    }
}
