//! The links, the Markdown and the page of each period of the demo's year against files that are kept, and the same of
//! words that are hard to write down.

use super::demo::{day, shared, spans, world};
use super::{look_light, networks};
use crate::domain::people::shared::Shared;
use crate::domain::people::{Parts, Span};
use crate::exchange::share::links::{MOST_CHARS, Network, mailto};
use crate::exchange::share::{Told, html, text};
use crate::ui::share_words;
use crate::ui::testing::World;

/// The note that no link has room for.
const LONG: usize = 10_000;

/// Compares with the file that is kept; `MAINSPRING_GOLDEN=1` writes it anew.
#[track_caller]
fn check_golden(name: &str, made: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/share").join(name);
    if std::env::var_os("MAINSPRING_GOLDEN").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    assert_eq!(made, std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n"), "{name}");
}

/// Each link on its line; in place of one that would be too long what the sheet offers.
fn links(world: &World, told: &Told) -> String {
    let values = [("goal", told.goal.as_str().into()), ("period", told.period.as_str().into())];
    let subject = world.text.with("people-share-subject", &values);
    let mail = mailto("noor@example.org", &subject, &text::plain(told));
    let mail = mail.unwrap_or_else(|_| world.text.get("people-share-mail-too-long"));
    networks().into_iter().fold(format!("{mail}\n"), |lines, network| {
        let post = text::post(told, &|words| network.fits(words));
        lines + &network.compose_link(&post).unwrap() + "\n"
    })
}

/// What a reader sees of the page: its style and its script are the same for everybody.
fn page(told: &Told) -> String {
    let page = html::html(told, &look_light());
    let (_, rest) = page.split_once("</style>").unwrap();
    let (words, _) = rest.split_once("<script>").unwrap();
    words.trim_start().to_owned()
}

#[test]
fn each_period_has_its_links_its_markdown_and_its_page() {
    let world = world();
    for (name, span) in spans() {
        let told = share_words::told(&world.text, &shared(&world, span, Parts::default()));
        check_golden(&format!("demo-{name}-links.txt"), &links(&world, &told));
        let all = share_words::told(&world.text, &shared(&world, span, Parts::ALL));
        check_golden(&format!("demo-{name}.md"), &text::markdown(&all));
        check_golden(&format!("demo-{name}.html"), &page(&all));
    }
}

#[test]
fn each_link_of_each_period_is_short_enough_everywhere() {
    let world = world();
    for (name, span) in spans() {
        let told = share_words::told(&world.text, &shared(&world, span, Parts::default()));
        for link in links(&world, &told).lines() {
            let is_link = link.starts_with("https://") || link.starts_with("mailto:noor@example.org?subject=");
            assert!(is_link && link.len() < MOST_CHARS, "{name}: {link}");
        }
    }
}

/// The demo with a title and a newest session that are hard to write down.
fn hard() -> World {
    let World { mut model, now, .. } = world();
    let goal = model.goal().unwrap().id;
    model.goals.update(goal, |goal| goal.title = "Write “the book” & <b>more</b> 🎉 100 % \"done\"?".to_owned());
    let id = model.goal_sessions().next_back().unwrap().id;
    model.sessions.update(id, |session| {
        session.done = vec![
            "She said \"no\" & left".to_owned(),
            "כתבתי את הפרק הראשון (12 עמודים)".to_owned(),
            "👩‍💻 ✍️ 100 % #done @you <i>".to_owned(),
        ];
        session.note = note();
        session.next = "سطر & \"above\" + 1".to_owned();
    });
    World::new(model, now)
}

/// So many characters, on many lines.
fn note() -> String {
    "A long evening & a “word” – then שלום 🌒\n".chars().cycle().take(LONG - 1).chain(['.']).collect()
}

fn hard_told(world: &World) -> (Shared, Told) {
    let shared = shared(world, Span::Day(day(11, 23)), Parts::ALL);
    let told = share_words::told(&world.text, &shared);
    (shared, told)
}

#[test]
fn words_that_are_hard_to_write_down_leave_as_they_are() {
    let world = hard();
    let (shared, mut told) = hard_told(&world);
    assert_eq!(shared.notes, [note()]);
    // The note is whole; the files are kept without it.
    assert_eq!(text::plain(&told).matches("A long evening & a “word” – then שלום 🌒").count(), 250);
    assert_eq!(page(&told).matches("A long evening &amp; a “word” – then שלום 🌒").count(), 250);
    let list = told.lists.iter_mut().find(|list| list.title == "Notes").unwrap();
    list.lines = vec!["A long evening & a “word” – then שלום 🌒\nA.".to_owned()];
    check_golden("hard.txt", &text::plain(&told));
    check_golden("hard.md", &text::markdown(&told));
    check_golden("hard.html", &page(&told));
}

#[test]
fn a_note_of_10_000_characters_is_copied_instead_of_mailed_and_posts_go_without_it() {
    let world = hard();
    let (_, told) = hard_told(&world);
    check_golden("hard-links.txt", &links(&world, &told));
    for network in networks() {
        assert!(network.compose_link(&text::plain(&told)).is_err(), "{network:?}");
    }
    assert!(Network::WhatsApp.length(&text::plain(&told)) > LONG);
}
