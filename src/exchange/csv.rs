//! A table as CSV (RFC 4180): comma, CRLF, decimal point, days as 2026-11-23, shares of one; safe to open in a
//! spreadsheet.
//!
//! Words that a spreadsheet would take for a formula get an apostrophe before them. Only a file with letters beyond
//! ASCII begins with the UTF-8 mark: spreadsheets need it to read them, and without it other programs read the plain
//! ones as they are.

use super::table::{Cell, Table};

/// What makes a spreadsheet take a cell for a formula when it stands first, wide forms included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Decimals of minutes, and of a share of one.
const MINUTE_PLACES: usize = 2;
const SHARE_PLACES: usize = 4;

/// The table as a file.
pub fn of(table: &Table) -> String {
    let mut out = String::new();
    line(&mut out, table.headings().iter().map(|heading| words(heading)));
    for row in table.rows() {
        line(&mut out, row.iter().map(raw));
    }
    if !out.is_ascii() {
        out.insert(0, '\u{feff}');
    }
    out
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (nth, field) in fields.enumerate() {
        if nth > 0 {
            out.push(',');
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

fn raw(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Day(day) | Cell::From(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Minutes(minutes) => number(*minutes, MINUTE_PLACES),
        Cell::Number(figure, places) => number(*figure, *places),
        Cell::Share(share) => number(*share, SHARE_PLACES),
        Cell::Text(text) => words(text),
    }
}

/// A number with a decimal point and no more decimals than it needs; empty when it is none.
fn number(figure: f64, places: usize) -> String {
    if !figure.is_finite() {
        return String::new();
    }
    let plain = format!("{figure:.places$}");
    let short = if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Words that are no formula, in quotes where they need them.
fn words(text: &str) -> String {
    let is_formula = text.starts_with(FORMULA) && !is_plain_number(text);
    let safe = if is_formula { format!("'{text}") } else { text.to_owned() };
    if safe.contains(['"', ',', ';', '\t', '\r', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

/// Digits with at most one sign and one point.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
    digits.split_once('.').map_or_else(|| is_digits(digits), |(whole, part)| is_digits(whole) && is_digits(part))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn table(headings: &[&str]) -> Table {
        Table::new(headings.iter().map(|heading| (*heading).to_owned()))
    }

    #[test]
    fn figures_are_raw_and_days_are_iso() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        let mut table = table(&["Day", "Minutes", "Words", "Strength", "Note"]);
        table.push([Cell::Day(day), Cell::Minutes(17.5), Cell::Number(8420.0, 2), Cell::Share(0.724), Cell::Empty]);
        table.push([
            Cell::From(day),
            Cell::Minutes(1.0 / 3.0),
            Cell::Number(-2.5, 2),
            Cell::Share(1.0),
            Cell::Text("ill".to_owned()),
        ]);
        let expected =
            "Day,Minutes,Words,Strength,Note\r\n2026-11-02,17.5,8420,0.724,\r\n2026-11-02,0.33,-2.5,1,ill\r\n";
        assert_eq!(of(&table), expected);
    }

    #[track_caller]
    fn check_words(text: &str, expected: &str) {
        assert_eq!(words(text), expected, "{text:?}");
    }

    #[test]
    fn no_words_are_a_formula() {
        check_words("=1+1", "'=1+1");
        check_words("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        check_words("-1+1", "'-1+1");
        check_words("@SUM(A1)", "'@SUM(A1)");
        check_words("\t=1", "\"'\t=1\"");
        check_words("\r=1", "\"'\r=1\"");
        check_words("\n=1", "\"'\n=1\"");
        check_words("＝1", "'＝1");
        check_words("-", "'-");
        check_words("+-5", "'+-5");
        check_words("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        check_words("-5", "-5");
        check_words("+5.25", "+5.25");
        check_words("-5.", "'-5.");
        check_words("− 5", "− 5");
    }

    #[test]
    fn quotes_stand_where_they_are_needed() {
        check_words("", "");
        check_words("Chapter 4", "Chapter 4");
        check_words("one, two", "\"one, two\"");
        check_words("one; two", "\"one; two\"");
        check_words("say \"yes\"", "\"say \"\"yes\"\"\"");
        check_words("two\nlines", "\"two\nlines\"");
    }

    #[track_caller]
    fn check_number(figure: f64, places: usize, expected: &str) {
        assert_eq!(number(figure, places), expected);
    }

    #[test]
    fn numbers_have_a_point_and_no_idle_zeros() {
        check_number(1200.0, 0, "1200");
        check_number(1200.5, 2, "1200.5");
        check_number(-0.001, 2, "0");
        check_number(10.0, 2, "10");
        check_number(f64::NAN, 2, "");
        check_number(f64::INFINITY, 0, "");
    }

    #[test]
    fn only_letters_beyond_ascii_bring_the_mark() {
        assert_eq!(of(&table(&["Day"])), "Day\r\n");
        assert_eq!(of(&table(&["Wörter"])), "\u{feff}Wörter\r\n");
        assert_eq!(of(&table(&["=Wörter"])), "\u{feff}'=Wörter\r\n");
    }
}
