//! Text, Markdown and posts against what is written here.

use super::week;
use crate::domain::people::Part;
use crate::exchange::share::links::Network;
use crate::exchange::share::pledge::{PledgeTold, plain as pledge_text};
use crate::exchange::share::text::{markdown, plain, post};
use crate::exchange::share::{List, Told};

const WEEK: &str = "\
Write the book
Week of 16 November – 22 November 2026

Focus: 2 h 14 min (of 2 h planned, in 6 sessions)
Days done: 5 of 7 (2 missed)
Words: 2\u{202f}340 (31\u{202f}200 of 60\u{202f}000 so far)

What got done
– Drafted a scene
– Cut \"two\" pages & a line

Our plan
If it is Sunday at 18:00, we talk for ten minutes.

Next
20 min on Monday 23 November 2026

A question for you
What would you do differently next week?";

#[test]
fn the_text_of_a_week_reads_from_top_to_bottom() {
    assert_eq!(plain(&week()), WEEK);
}

#[test]
fn the_markdown_of_a_week_has_no_markup_that_was_typed() {
    let expected = "\
# Write the book

Week of 16 November – 22 November 2026

- Focus: **2 h 14 min** (of 2 h planned, in 6 sessions)
- Days done: **5 of 7** (2 missed)
- Words: **2\u{202f}340** (31\u{202f}200 of 60\u{202f}000 so far)

## What got done

- Drafted a scene
- Cut \"two\" pages \\& a line

**Our plan**  
If it is Sunday at 18:00, we talk for ten minutes.

**Next**  
20 min on Monday 23 November 2026

**A question for you**  
What would you do differently next week?

---

Made with Mainspring
";
    assert_eq!(markdown(&week()), expected);
}

#[test]
fn typed_words_keep_their_lines_in_text_and_lose_senseless_signs() {
    let told = Told {
        goal: "Write\r\nthe  book \u{7}".to_owned(),
        period: "A day".to_owned(),
        lists: vec![List {
            part: Part::Notes,
            title: "Notes".to_owned(),
            lines: vec!["one\r\ntwo\u{2028}\u{0}three".to_owned(), "לכתוב \"את\" & 🎉".to_owned()],
            more: ["and 6 more", "and 5 more", "and 4 more"].map(str::to_owned).to_vec(),
        }],
        ..Told::default()
    };
    let expected = "Write the book\nA day\n\nNotes\n– one\n  two\n  three\n– לכתוב \"את\" & 🎉\n– and 4 more";
    assert_eq!(plain(&told), expected);
}

#[test]
fn a_note_of_10_000_characters_is_whole_in_the_text() {
    let note = "x".repeat(10_000);
    let mut told = week();
    told.lists[0].lines = vec![note.clone()];
    assert!(plain(&told).contains(&note));
    assert!(markdown(&told).contains(&note));
}

#[test]
fn a_post_holds_as_much_as_fits_and_begins_with_the_goal() {
    let expected = "\
Write the book
Week of 16 November – 22 November 2026
Focus: 2 h 14 min (of 2 h planned, in 6 sessions)
Days done: 5 of 7 (2 missed)
Words: 2\u{202f}340 (31\u{202f}200 of 60\u{202f}000 so far)
Next: 20 min on Monday 23 November 2026
A question for you: What would you do differently next week?";
    assert_eq!(post(&week(), &|words| Network::Bluesky.fits(words)), expected);
    assert_eq!(post(&week(), &|words| words.len() <= 60), "Write the book\nWeek of 16 November – 22 November 2026");
    assert_eq!(post(&week(), &|words| words.chars().count() <= 6), "Write…");
    assert_eq!(post(&week(), &|_| false), "");
}

#[test]
fn a_pledge_says_what_until_when_and_to_whom() {
    let pledge = PledgeTold {
        title: "My word".to_owned(),
        goal: "Write the book".to_owned(),
        words: "I will finish the draft.".to_owned(),
        until: "Until 31 December 2026".to_owned(),
        said: "Said to Anna, in the kitchen".to_owned(),
        made: "Given on 1 November 2026".to_owned(),
        ..PledgeTold::default()
    };
    let expected = "Write the book\n\nI will finish the draft.\nUntil 31 December 2026\nSaid to Anna, in the kitchen\nGiven on 1 November 2026";
    assert_eq!(pledge_text(&pledge), expected);
    let alone = PledgeTold { said: String::new(), ..pledge };
    assert!(pledge_text(&alone).ends_with("Until 31 December 2026\nGiven on 1 November 2026"));
}
