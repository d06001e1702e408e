//! People by keys alone: a partner, what is told them, their answer and the support felt; a pledge; an outlet. Tab comes
//! to everything, and what it comes to is seen.

use eframe::egui::{Key, vec2};
use mainspring::domain::people::{Reach, Rhythm, Way};
use mainspring::domain::settings::ThemeChoice;

use crate::desk::{Desk, SIZE, Window, ctrl, key, shows, type_text};
use crate::keys::{focused, tab_to};
use crate::reward_keys::{check_tab_comes_to_everything, enter};
use crate::screens::{Screen, themed};
use crate::young;

#[test]
fn tab_comes_to_everything_on_the_page_of_people() {
    for screen in [Screen::People, Screen::PeopleEmpty, Screen::CheckIns] {
        for size in [vec2(720.0, 520.0), SIZE] {
            check_tab_comes_to_everything(screen, size);
        }
    }
}

#[test]
fn tab_comes_to_everything_on_the_sheets_of_people() {
    for screen in [Screen::Partner, Screen::Pledge, Screen::CheckIn, Screen::Outlet] {
        check_tab_comes_to_everything(screen, vec2(720.0, 520.0));
    }
}

#[test]
fn tab_comes_to_everything_where_it_is_shown_what_leaves() {
    for screen in [Screen::Share, Screen::SharePost, Screen::SharePicture, Screen::SharePage] {
        for size in [vec2(720.0, 520.0), SIZE] {
            check_tab_comes_to_everything(screen, size);
        }
    }
}

#[test]
fn the_keyboard_is_where_it_was_once_a_sheet_is_closed() {
    let desk = Desk::new();
    desk.write(&young::goal(&desk, "34", themed(ThemeChoice::Light)));
    let mut window = desk.open();
    ctrl(&mut window, Key::Num6);
    for close in [Key::Escape, Key::Enter] {
        enter(&mut window, "Add a partner");
        if close == Key::Enter {
            enter(&mut window, "Cancel");
        } else {
            key(&mut window, close);
        }
        assert_eq!(focused(&window), "Add a partner", "{close:?}");
    }
}

/// Adds Ada, who hears of each session by mail.
fn add_ada(window: &mut Window) {
    enter(window, "Add a partner");
    type_text(window, "Ada");
    choose(window, "How you reach them", &[Key::ArrowDown]);
    tab_to(window, "Mail address");
    type_text(window, "ada@example.org");
    choose(window, "How often", &[Key::ArrowUp, Key::ArrowUp]);
    tab_to(window, "Notes and what got done");
    key(window, Key::Space);
    tab_to(window, "If");
    type_text(window, "one of us misses a day");
    tab_to(window, "we");
    type_text(window, "call at noon");
    enter(window, "Save");
    assert!(shows(window, "If one of us misses a day, we call at noon."));
}

/// Opens what is chosen from, and takes what some keys lead to.
fn choose(window: &mut Window, name: &str, way: &[Key]) {
    enter(window, name);
    for step in way {
        key(window, *step);
    }
    key(window, Key::Enter);
}

#[test]
fn a_partner_is_told_and_answers_without_a_mouse() {
    let desk = Desk::new();
    desk.write(&young::goal(&desk, "34", themed(ThemeChoice::Light)));
    let mut window = desk.open();
    ctrl(&mut window, Key::Num6);
    add_ada(&mut window);

    enter(&mut window, "Check in with Ada");
    tab_to(&mut window, "One question for them");
    type_text(&mut window, "How is yours?");
    tab_to(&mut window, "Copy the text");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Noted among the check-ins: copied"));
    key(&mut window, Key::Escape);

    enter(&mut window, "Open: Ada, Today 11:12");
    tab_to(&mut window, "What came back");
    type_text(&mut window, "Go on, it reads well.");
    tab_to(&mut window, "How much support did you feel? 0 of 10");
    for _ in 0..8 {
        key(&mut window, Key::ArrowRight);
    }
    enter(&mut window, "Save");
    ctrl(&mut window, Key::Num1);
    assert!(shows(&window, "Ada answered") && shows(&window, "Go on, it reads well."));
    enter(&mut window, "Seen");
    assert!(!shows(&window, "Ada answered"));
    desk.close(window);

    let model = desk.read();
    let ada = model.partners.iter().next().expect("a partner");
    assert_eq!((&ada.reach, ada.rhythm), (&Reach::Mail("ada@example.org".to_owned()), Rhythm::AfterSession));
    let check_in = model.check_ins.last().expect("a check-in");
    assert_eq!(check_in.way, Way::Copied);
    for words in ["Write the book", "If one of us misses a day, we call at noon.", "How is yours?"] {
        assert!(check_in.words.contains(words), "{words}: {}", check_in.words);
    }
    assert_eq!((check_in.answer.as_str(), check_in.support), ("Go on, it reads well.", Some(8)));
    assert!(check_in.seen.is_some() && model.check_ins.len() == 1);
}

#[test]
fn a_pledge_is_given_without_a_mouse() {
    let desk = Desk::new();
    desk.write(&young::goal(&desk, "34", themed(ThemeChoice::Light)));
    let mut window = desk.open();
    ctrl(&mut window, Key::Num6);
    enter(&mut window, "Make a pledge");
    type_text(&mut window, "read it aloud");
    tab_to(&mut window, "Said to");
    type_text(&mut window, "Ada");
    enter(&mut window, "Give my word");
    assert!(shows(&window, "I will read it aloud"));
    enter(&mut window, "What became of it: read it aloud");
    tab_to(&mut window, "Kept");
    key(&mut window, Key::Space);
    enter(&mut window, "Save");
    assert!(shows(&window, "Earlier pledges"));
}
