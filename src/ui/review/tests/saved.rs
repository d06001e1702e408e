//! A copy of a review: what the row below it saves, and what the palette does.

use super::*;
use crate::exchange::export::Export;
use crate::ui::review::Form;

/// The month is done with answers to who one becomes, and open.
fn month() -> Page {
    let mut page = high(demo_world("2026-12-06T10:12:00Z"));
    page.get_by_label("Start: November 2026").click();
    settle(&mut page);
    rate(&mut page, "How true does it feel? 8 of 10");
    fill(&mut page, "How do you see yourself by now?", "Someone who writes in the dark");
    page
}

/// Name and words of the one file that was asked for.
#[track_caller]
fn saved(page: &mut Page) -> (String, String) {
    let exports = std::mem::take(&mut page.state_mut().out.exports);
    let [Export::Document(document)] = exports.as_slice() else { panic!("{} files", exports.len()) };
    (document.file_name.clone(), String::from_utf8(document.bytes.clone()).unwrap())
}

/// Presses without carrying out, which would forget the file asked for.
fn ask(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    page.run();
}

const IN_DARK: &str = "Someone who writes in the dark";
const TOGGLE: &str = "With who I become";

#[test]
fn who_one_becomes_stays_out_of_a_copy_until_it_is_switched_on() {
    let mut page = month();
    page.get_by_label("Keep a copy");
    for (button, name) in
        [("Save as HTML…", "mainspring-review-2026-11.html"), ("Save as Markdown…", "mainspring-review-2026-11.md")]
    {
        ask(&mut page, button);
        let (file, words) = saved(&mut page);
        assert_eq!(file, name);
        assert!(words.contains("November 2026") && !words.contains(IN_DARK) && !words.contains("8 of 10"), "{name}");
    }
    page.get_by_role_and_label(Role::Switch, TOGGLE).click();
    settle(&mut page);
    picture(&mut page, "review-month-save");
    ask(&mut page, "Save as HTML…");
    let (_, words) = saved(&mut page);
    assert!(words.contains(IN_DARK) && words.contains("8 of 10"));
}

#[test]
fn the_choice_is_made_anew_for_each_review_that_is_opened() {
    let mut page = month();
    page.get_by_role_and_label(Role::Switch, TOGGLE).click();
    settle(&mut page);
    press(&mut page, "All reviews");
    // It is due, and stands in the list too.
    page.get_all_by_label("Go on: November 2026").next().unwrap().click();
    settle(&mut page);
    ask(&mut page, "Save as Markdown…");
    assert!(!saved(&mut page).1.contains(IN_DARK));
}

#[test]
fn a_week_has_no_such_choice() {
    let mut page = high(demo_world(NOW));
    press_primary(&mut page, START_WEEK);
    assert!(page.query_by_label(TOGGLE).is_none());
    ask(&mut page, "Save as Markdown…");
    assert_eq!(saved(&mut page).0, "mainspring-review-week-2026-11-16.md");
}

#[test]
fn the_palette_saves_the_open_review_or_the_newest_that_is_done() {
    let mut page = high(demo_world(NOW));
    page.state_mut().view.save(Form::Html);
    page.run();
    assert_eq!(saved(&mut page).0, "mainspring-review-week-2026-11-09.html");
    press(&mut page, "Show 24 more");
    press(&mut page, "Read: October 2026");
    page.state_mut().view.save(Form::Markdown);
    page.run();
    let (file, words) = saved(&mut page);
    assert_eq!(file, "mainspring-review-2026-10.md");
    assert!(!words.contains("How true does it feel?"));
}

#[test]
fn without_a_review_nothing_is_saved() {
    let mut page = high(fresh());
    page.state_mut().view.save(Form::Html);
    page.run();
    assert_eq!(page.state().out.exports, []);
}
