//! What leaves as it is shown: JSON in lines for the eye, and never so much that the rest of the sheet is far away.

use eframe::egui::{Frame, ScrollArea, Ui};

use crate::ui::cx::Cx;
use crate::ui::widgets;

/// The most of a body that is shown, in characters.
const MOST_SHOWN: usize = 4_000;
/// Most height before it scrolls, in points.
const HEIGHT: f32 = 120.0;
/// How far what is inside stands to the right.
const INSIDE: &str = "  ";

/// What leaves or left, in a frame.
pub(super) fn body_ui(ui: &mut Ui, cx: &Cx<'_>, (id, body): (&str, &str)) {
    if body.is_empty() {
        return;
    }
    let shown: String = in_lines(body).chars().take(MOST_SHOWN).collect();
    let frame = Frame::new().stroke(cx.theme.border()).corner_radius(8_u8).inner_margin(8_i8);
    frame.show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt(id).max_height(HEIGHT).min_scrolled_height(HEIGHT);
        area.auto_shrink([false, true]).show(ui, |ui| {
            widgets::words(ui, &shown, &cx.theme.small, cx.theme.ink);
        });
    });
}

/// JSON with a line for each value, in its own order; any other words as they are.
fn in_lines(body: &str) -> String {
    if !body.starts_with(['{', '[']) {
        return body.to_owned();
    }
    let mut lines = Lines::default();
    let (mut is_said, mut is_escaped) = (false, false);
    for letter in body.chars() {
        if is_said {
            lines.out.push(letter);
            is_said = is_escaped || letter != '"';
            is_escaped = letter == '\\' && !is_escaped;
        } else {
            is_said = letter == '"';
            lines.add(letter);
        }
    }
    lines.out
}

/// The lines so far, and how deep the last one is.
#[derive(Default)]
struct Lines {
    out: String,
    depth: usize,
}

impl Lines {
    /// Adds a letter that is in no string.
    fn add(&mut self, letter: char) {
        match letter {
            '{' | '[' => {
                self.depth += 1;
                self.out.push(letter);
                self.begin();
            }
            '}' | ']' => {
                self.depth = self.depth.saturating_sub(1);
                self.out.truncate(self.out.trim_end().len());
                // Nothing in it: it ends where it began.
                if !self.out.ends_with(['{', '[']) {
                    self.begin();
                }
                self.out.push(letter);
            }
            ',' => {
                self.out.push(letter);
                self.begin();
            }
            ':' => self.out.push_str(": "),
            letter if letter.is_whitespace() => {}
            letter => self.out.push(letter),
        }
    }

    fn begin(&mut self) {
        self.out.push('\n');
        self.out.push_str(&INSIDE.repeat(self.depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_lines(body: &str, expected: &str) {
        assert_eq!(in_lines(body), expected);
    }

    #[test]
    fn json_has_a_line_for_each_value() {
        check_lines(r#"{"a":1,"b":[2,3]}"#, "{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3\n  ]\n}");
        check_lines(r#"{"a":{},"b":[]}"#, "{\n  \"a\": {},\n  \"b\": []\n}");
        check_lines(r#"{"a":"b, \"c\": {d} \\","e":2}"#, "{\n  \"a\": \"b, \\\"c\\\": {d} \\\\\",\n  \"e\": 2\n}");
        check_lines("Focus: 5 min, done {so far}", "Focus: 5 min, done {so far}");
    }
}
