//! The page: well-formed, without a network, and nothing typed is markup.

use super::week;
use crate::domain::people::Part;
use crate::exchange::share::card::Look;
use crate::exchange::share::html::html;
use crate::exchange::share::{Line, List, Told};

const TYPED: &str = "<script>alert(\"a & b\")</script>";
const WRITTEN: &str = "&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;";

fn typed() -> Told {
    let words = || TYPED.to_owned();
    let line = || Some(Line { title: words(), words: words() });
    let mut told = Told {
        goal: words(),
        period: words(),
        lists: vec![List { part: Part::Notes, title: words(), lines: vec![words()], more: vec![words(); 2] }],
        identity: line(),
        plan: line(),
        promise: line(),
        question: line(),
        foot: words(),
        ..week()
    };
    for figure in &mut told.figures {
        (figure.name, figure.value, figure.note) = (words(), words(), words());
    }
    if let Some(drawn) = &mut told.drawn {
        (drawn.title, drawn.sentence, drawn.highest, drawn.target) = (words(), words(), words(), words());
        drawn.days[0].name = words();
        drawn.marks[0].name = words();
    }
    told.answer.head = words();
    told.answer.cheers = vec![words()];
    told
}

#[test]
fn what_was_typed_is_never_markup() {
    let page = html(&typed(), &Look::default());
    assert_eq!(page.matches("<script").count(), 1, "its own");
    assert!(page.matches(WRITTEN).count() >= 28, "{}", page.matches(WRITTEN).count());
}

#[test]
fn the_page_asks_nothing_of_a_network() {
    let page = html(&week(), &Look::default());
    for word in ["http:", "https:", "src=", "href=", "url(", "@import", "action=", "<link", "<iframe", "<img"] {
        assert!(!page.replace("http-equiv", "").contains(word), "{word}");
    }
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn the_page_is_well_formed() {
    for told in [week(), typed(), Told::default()] {
        let page = html(&told, &Look::default());
        let start = page.find("<html").unwrap();
        // The script is no XML; the rest is.
        let (head, rest) = page[start..].split_once("<script>").unwrap();
        let (_, tail) = rest.split_once("</script>").unwrap();
        let page = format!("{head}{tail}");
        let tree = resvg::usvg::roxmltree::Document::parse(&page).unwrap();
        let count = |name: &str| tree.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!([count("h1"), count("form"), count("textarea"), count("button")], [1, 1, 2, 1]);
    }
}

#[test]
fn lines_of_a_note_stay_lines() {
    let mut told = week();
    told.lists[0].lines = vec!["one\r\ntwo".to_owned()];
    assert!(html(&told, &Look::default()).contains("<li dir=\"auto\">one\ntwo</li>"));
}
