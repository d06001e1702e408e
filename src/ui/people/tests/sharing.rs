//! What is to be sent: its words, its forms, what is logged of it, and what stays by hand.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Page, chip, full, press, settle, stage};
use crate::domain::Action;
use crate::domain::people::{Part, Parts, PeopleAction, Reach, Span, To, Way};
use crate::exchange::export::Export;
use crate::ui::commands::Command;
use crate::ui::testing::World;

#[test]
fn what_is_copied_is_what_was_shown_and_is_logged_once() {
    let mut page = stage(full()).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Noor");
    let before = page.state().world.model.check_ins.len();
    press(&mut page, "Copy the text");
    press(&mut page, "Copy the text");
    let copied = page.state().out.commands.clone();
    let [Command::CopyText(words), Command::CopyText(_)] = &copied[..] else { panic!("{copied:?}") };
    assert!(words.contains("Write the book"), "{words}");
    let model = &page.state().world.model;
    assert_eq!(model.check_ins.len(), before + 1);
    let logged = model.check_ins.last().unwrap();
    assert_eq!((logged.way, logged.name.as_str(), &logged.words), (Way::Copied, "Noor", words));
    assert!(matches!(logged.span, Span::Week(_)));
    page.get_by_label("Noted among the check-ins: copied");
    press(&mut page, "Write a mail…");
    let Some(Command::WriteMail(link)) = page.state_mut().out.commands.pop() else { panic!("no mail") };
    assert!(link.starts_with("mailto:noor@example.org?subject=Write%20the%20book"), "{link}");
}

#[test]
fn a_part_that_is_turned_off_leaves_the_words_also_those_by_hand() {
    let mut page = stage(full()).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Noor");
    let words =
        |page: &Page| page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").value().unwrap_or_default();
    assert!(words(&page).contains("Days done"));
    chip(&mut page, "Days done and missed");
    assert!(!words(&page).contains("Days done"));
    page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").focus();
    page.run();
    page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").type_text("Mine. ");
    page.run();
    chip(&mut page, "Days done and missed");
    assert!(words(&page).contains("Mine. ") && !words(&page).contains("Days done"));
    page.get_by_label("Your own words now. Another reader or period, or a part turned off, writes them anew.");
    press(&mut page, "Write it anew");
    assert!(!words(&page).contains("Mine. ") && words(&page).contains("Days done"));
    page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").focus();
    page.run();
    page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").type_text("Mine. ");
    page.run();
    assert!(words(&page).contains("Mine. ") && words(&page).contains("Days done"));
    chip(&mut page, "Days done and missed");
    assert!(!words(&page).contains("Mine. ") && !words(&page).contains("Days done"));
}

fn type_into(page: &mut Page, role: Role, label: &str, words: &str) {
    page.get_by_role_and_label(role, label).focus();
    page.run();
    page.get_by_role_and_label(role, label).type_text(words);
    page.run();
}

#[test]
fn words_by_hand_stay_in_their_form_and_with_their_reader() {
    let mut page = to_noor("Text");
    let words =
        |page: &Page| page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").value().unwrap_or_default();
    type_into(&mut page, Role::MultilineTextInput, "This leaves", "For you alone. ");
    page.get_by_role_and_label(Role::RadioButton, "Post").click();
    settle(&mut page);
    assert!(!words(&page).contains("For you alone. ") && !words(&page).contains("Our plan"), "{}", words(&page));
    page.get_by_role_and_label(Role::RadioButton, "Text").click();
    settle(&mut page);
    assert!(words(&page).contains("For you alone. ") && words(&page).contains("Our plan"));
    // Closed and opened again it is as it was; another reader has words of their own.
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Check in with Noor");
    assert!(words(&page).contains("For you alone. "));
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Check in with Theo");
    assert!(!words(&page).contains("For you alone. ") && !words(&page).contains("Our plan"));
}

#[test]
fn what_comes_next_is_said_anew_once_what_it_came_from_is_hidden() {
    let mut page = to_noor("Text");
    let next = |page: &Page| page.get_by_role_and_label(Role::TextInput, "Next").value().unwrap_or_default();
    assert_eq!(next(&page), "Start with the sound of the bell");
    type_into(&mut page, Role::TextInput, "Next", "!");
    chip(&mut page, "Chart");
    assert!(next(&page).contains('!') && next(&page).contains("bell"));
    chip(&mut page, "Notes and what got done");
    assert!(!next(&page).contains("bell"), "{}", next(&page));
}

#[test]
fn the_subject_of_a_mail_is_seen_and_can_be_changed() {
    let mut page = to_noor("Text");
    type_into(&mut page, Role::TextInput, "Subject, if it goes by mail", "Hello: ");
    press(&mut page, "Write a mail…");
    let Some(Command::WriteMail(link)) = page.state_mut().out.commands.pop() else { panic!("no mail") };
    assert!(link.contains("subject=") && link.contains("Hello%3A"), "{link}");
}

#[test]
fn words_too_long_for_a_mail_are_copied_instead() {
    let World { mut model, now, .. } = full();
    let newest = model.goal_sessions().next_back().unwrap().id;
    model.sessions.update(newest, |session| session.note = "x ".repeat(5_000));
    let mut page = stage(World::new(model, now)).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Noor");
    page.get_by_label("Too long for a mail link. Copy it instead.");
    assert!(page.get_by_role_and_label(Role::Button, "Write a mail…").accesskit_node().is_disabled());
    // So long a text has its acts below the window.
    page.get_by_role_and_label(Role::Button, "Copy the text").scroll_to_me();
    page.run();
    press(&mut page, "Copy the text");
    let Some(Command::CopyText(words)) = page.state_mut().out.commands.pop() else { panic!("not copied") };
    assert!(words.contains("x ".repeat(5_000).trim_end()));
}

#[test]
fn what_is_due_since_last_week_is_about_last_week() {
    let mut world = full();
    let newest = world.model.check_ins.last().unwrap();
    assert_eq!((newest.name.as_str(), newest.day.to_string().as_str()), ("Noor", "2026-11-22"));
    let id = newest.id;
    world.act(Action::People(PeopleAction::DeleteCheckIn { id }));
    let mut page = stage(world).size(1184.0, 1600.0).open();
    page.get_by_label_contains("due since");
    press(&mut page, "Check in with Noor");
    let words = page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").value().unwrap_or_default();
    assert!(words.contains("Week of 16 – 22 November 2026"), "{words}");
}

#[test]
fn a_file_is_a_check_in_once_it_is_there() {
    let mut page = stage(full()).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Noor");
    page.get_by_role_and_label(Role::RadioButton, "Page").click();
    settle(&mut page);
    let before = page.state().world.model.check_ins.len();
    page.get_by_role_and_label(Role::Button, "Save the page…").click();
    page.run();
    let Some((Export::Document(page_file), saved)) = page.state_mut().out.shared.pop() else { panic!("no page") };
    assert!(String::from_utf8_lossy(&page_file.bytes).starts_with("<!"));
    assert_eq!(page.state().world.model.check_ins.len(), before);
    assert_eq!(saved.way, Way::Saved);
    let share = &mut page.state_mut().view.share;
    assert_eq!([share.note(&saved), share.note(&saved)], [true, false], "once while the message stays open");
    page.run();
    page.get_by_label("Noted among the check-ins: saved as a file");
}

#[test]
fn the_chat_of_a_partner_opens_with_the_words_copied() {
    let mut page = stage(full()).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Theo");
    page.get_by_label("https://chat.example.org/theo");
    press(&mut page, "Copy and open their link");
    let commands = page.state().out.commands.clone();
    assert!(
        matches!(&commands[..], [Command::CopyText(_), Command::OpenLink(link)] if link == "https://chat.example.org/theo")
    );
    let theo = page.state().world.model.partners.iter().find(|partner| partner.name == "Theo").unwrap();
    assert!(matches!(theo.reach, Reach::Link(_)));
    assert_eq!(page.state().world.model.check_ins.last().unwrap().to, To::Partner(theo.id));
}

/// Opens a message to Noor, who sees all, in a form.
fn to_noor(form: &str) -> Page {
    let mut world = full();
    let noor = world.model.partners.iter().find(|partner| partner.name == "Noor").unwrap().id;
    world.model.partners.update(noor, |partner| partner.sees = Parts::ALL);
    let mut page = stage(world).size(1184.0, 1600.0).open();
    press(&mut page, "Check in with Noor");
    page.get_by_role_and_label(Role::RadioButton, form).click();
    settle(&mut page);
    page
}

/// The chips of what a form has no room for.
#[track_caller]
fn check_no_room(form: &str, expected: &[&str]) {
    let page = to_noor(form);
    let sheet = page.get_by_role(Role::Dialog);
    let chips = sheet.get_all_by_role(Role::CheckBox).filter(|chip| chip.accesskit_node().is_disabled());
    let labels: Vec<String> = chips.filter_map(|chip| chip.accesskit_node().label()).collect();
    assert_eq!(labels, expected, "{form}");
    let question = page.get_by_role_and_label(Role::TextInput, "One question for them");
    let asks = !question.accesskit_node().is_disabled() && !question.value().unwrap_or_default().is_empty();
    assert_eq!(asks, form != "Picture", "{form}");
}

#[test]
fn what_a_form_has_no_room_for_cannot_be_chosen() {
    check_no_room("Text", &["Chart"]);
    check_no_room("Post", &["Chart", "Notes and what got done", "Proofs", "Who I want to be", "Our plan"]);
    check_no_room("Picture", &["Notes and what got done", "Proofs", "Our plan"]);
    check_no_room("Page", &[]);
}

#[test]
fn a_picture_is_logged_with_what_is_on_it() {
    let mut page = to_noor("Picture");
    press(&mut page, "Copy the picture");
    let Some(Command::CopyPicture(svg)) = page.state_mut().out.commands.pop() else { panic!("not copied") };
    let logged = page.state().world.model.check_ins.last().unwrap();
    assert_eq!((logged.way, logged.question.as_str()), (Way::Copied, ""));
    for absent in ["Our plan", "A question for you", "What got done", "Proof"] {
        assert!(!logged.words.contains(absent) && !svg.contains(absent), "{absent}: {}", logged.words);
    }
    assert!(logged.words.contains("Days done") && logged.words.contains("Next"), "{}", logged.words);
    page.get_by_role_and_label(Role::RadioButton, "Square").click();
    settle(&mut page);
    page.get_by_role_and_label(Role::Button, "Save as SVG…").click();
    page.run();
    let Some((_, saved)) = page.state_mut().out.shared.pop() else { panic!("not saved") };
    assert!(saved.words.contains("What got done") && !saved.words.contains("Our plan"), "{}", saved.words);
}

#[test]
fn a_message_put_aside_does_not_outlive_what_its_reader_may_see() {
    let mut page = to_noor("Text");
    type_into(&mut page, Role::MultilineTextInput, "This leaves", "For you alone. ");
    page.key_press(Key::Escape);
    settle(&mut page);
    let noor = page.state().world.model.partners.iter().find(|partner| partner.name == "Noor").unwrap().id;
    page.state_mut().world.model.partners.update(noor, |partner| partner.sees = Parts::ALL.without(Part::Notes));
    press(&mut page, "Check in with Noor");
    let words = page.get_by_role_and_label(Role::MultilineTextInput, "This leaves").value().unwrap_or_default();
    assert!(!words.contains("For you alone. ") && !words.contains("What got done"), "{words}");
}
