//! The page and its sheets as a person meets them: pictures to look at, and flows by role and label.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{PeopleTab, ShareSheet};
use crate::domain::goal::GoalAction;
use crate::domain::people::{Outcome, Part, Parts, PeopleAction, Reach, Rhythm, Span, To, Way};
use crate::domain::{Action, Model, demo};
use crate::exchange::export::Export;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};

const NOW: &str = "2026-11-23T18:00:00Z";

/// The page with the sheet over it, as the window has them.
#[derive(Default)]
struct Both {
    tab: PeopleTab,
    share: ShareSheet,
}

impl Both {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        self.tab.ui(ui, cx, out);
        for command in &out.commands {
            if let Command::Share { to, span } = command {
                self.share.open(cx.model, cx.derived, *to, *span);
            }
        }
        out.commands.retain(|command| !matches!(command, Command::Share { .. }));
        self.share.ui(ui, cx, out);
    }
}

type Page = Harness<'static, Scene<Both>>;

fn full() -> World {
    World::new(demo::demo_at(moment(NOW), 1), moment(NOW))
}

fn fresh() -> World {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

fn stage(world: World) -> Stage<Both> {
    Stage::of(Both::default(), world, Both::ui)
}

fn settle(page: &mut Page) {
    page.run();
    let commands = std::mem::take(&mut page.state_mut().out.commands);
    page.state_mut().carry_out();
    page.state_mut().out.commands = commands;
    page.run();
}

#[track_caller]
fn press(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    settle(page);
}

#[track_caller]
fn type_in(page: &mut Page, label: &str, words: &str) {
    page.get_by_role_and_label(Role::TextInput, label).focus();
    page.run();
    page.get_by_role_and_label(Role::TextInput, label).type_text(words);
    page.run();
}

#[track_caller]
fn chip(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::CheckBox, label).click();
    settle(page);
}

#[test]
fn pictures_of_a_full_page() {
    picture(&mut stage(full()).size(1184.0, 1200.0).open(), "people-full-light");
    picture(&mut stage(full()).size(1184.0, 1200.0).dark().open(), "people-full-dark");
    picture(&mut stage(full()).size(1184.0, 800.0).open(), "people-1280");
    picture(&mut stage(full()).size(624.0, 1800.0).open(), "people-narrow");
    picture(&mut stage(full()).size(624.0, 520.0).open(), "people-720");
    picture(&mut stage(full()).size(1440.0, 900.0).zoom(2.0).open(), "people-large-text");
}

#[test]
fn pictures_of_a_page_with_nothing_yet() {
    picture(&mut stage(fresh()).size(1184.0, 800.0).open(), "people-empty-light");
    picture(&mut stage(fresh()).size(1184.0, 800.0).dark().open(), "people-empty-dark");
    picture(&mut stage(fresh()).size(624.0, 900.0).open(), "people-empty-narrow");
    let nothing = World::new(Model::default(), moment(NOW));
    picture(&mut stage(nothing).size(1184.0, 900.0).open(), "people-no-goal");
}

#[test]
fn pictures_of_the_sheets() {
    for (label, name) in [
        ("Change Noor", "people-partner"),
        ("I told Noor without the app", "people-told"),
        ("Make a pledge", "people-pledge"),
        ("Add a community", "people-community"),
        ("Open: Noor, Yesterday 19:05", "people-answer"),
        ("What became of it: finish the second part, in a form that others may read", "people-judge"),
    ] {
        let mut page = stage(full()).size(1184.0, 1100.0).open();
        press(&mut page, label);
        picture(&mut page, name);
    }
    let mut page = stage(full()).size(624.0, 520.0).dark().open();
    press(&mut page, "Change Noor");
    picture(&mut page, "people-partner-720");
}

#[test]
fn pictures_of_what_is_to_be_sent() {
    for (form, name) in [("Text", "text"), ("Post", "post"), ("Picture", "picture"), ("Page", "page")] {
        let mut page = stage(full()).size(1184.0, 1400.0).open();
        press(&mut page, "Check in with Noor");
        page.get_by_role_and_label(Role::RadioButton, form).click();
        settle(&mut page);
        picture(&mut page, &format!("share-{name}"));
    }
    let mut page = stage(full()).size(1184.0, 800.0).dark().open();
    press(&mut page, "Check in with Noor");
    picture(&mut page, "share-dark");
    let mut page = stage(full()).size(624.0, 520.0).open();
    press(&mut page, "Check in with Theo");
    picture(&mut page, "share-720");
    for (label, seen, name) in
        [("Share how it goes…", "About", "share-large-text"), ("Change Noor", "At", "people-partner-large-text")]
    {
        let mut page = stage(full()).size(720.0, 520.0).zoom(2.0).open();
        press(&mut page, label);
        page.get_by_label(seen).scroll_to_me();
        page.run();
        picture(&mut page, name);
    }
}

#[test]
fn a_partner_is_written_down_changed_and_put_away() {
    let mut page = stage(fresh()).size(1184.0, 1400.0).open();
    page.get_by_role_and_label(Role::CheckBox, "A friend").click();
    settle(&mut page);
    type_in(&mut page, "Name", " Ada");
    chip(&mut page, "Minutes");
    type_in(&mut page, "If", "it rains");
    type_in(&mut page, "we", "meet inside");
    press(&mut page, "Save");
    let partner = page.state().world.model.partners.last().unwrap().clone();
    assert_eq!((partner.name.as_str(), partner.sees.has(Part::Minutes)), ("A friend Ada", false));
    assert!(matches!(partner.rhythm, Rhythm::Weekly { minute: 1140, .. }) && partner.plan.is_some());
    page.get_by_label("If it rains, we meet inside.");
    press(&mut page, "Change A friend Ada");
    press(&mut page, "Save");
    press(&mut page, "Put A friend Ada away");
    assert!(page.state().world.model.partners.is_empty(), "never told anything: no trace");
    page.state_mut().world.act(Action::Undo);
    page.run();
    page.get_by_label("A friend Ada");
}

#[test]
fn a_talk_is_noted_and_its_answer_kept_with_the_support() {
    let mut page = stage(full()).size(1184.0, 1400.0).open();
    press(&mut page, "I told Theo without the app");
    type_in(&mut page, "What you asked", "How do you begin?");
    press(&mut page, "Save");
    let told = page.state().world.model.check_ins.last().unwrap().clone();
    assert_eq!((told.way, told.name.as_str(), told.question.as_str()), (Way::Told, "Theo", "How do you begin?"));
    press(&mut page, "Open: Theo, Today 18:00");
    page.get_by_role_and_label(Role::MultilineTextInput, "What came back").focus();
    page.run();
    page.get_by_role_and_label(Role::MultilineTextInput, "What came back").type_text("With one line.");
    page.run();
    page.get_by_role_and_label(Role::RadioButton, "How much support did you feel? 9 of 10").click();
    settle(&mut page);
    press(&mut page, "Save");
    let kept = page.state().world.model.check_ins.get(told.id).unwrap();
    assert_eq!((kept.answer.as_str(), kept.support), ("With one line.", Some(9)));
    assert!(kept.is_unseen(), "Focus shows it the next time");
}

#[test]
fn a_pledge_is_given_and_judged_and_leaves_as_text_and_picture() {
    let mut page = stage(fresh()).size(1184.0, 1400.0).open();
    press(&mut page, "Make a pledge");
    type_in(&mut page, "I will", "write ten pages");
    type_in(&mut page, "Said to", "Ada");
    press(&mut page, "Give my word");
    page.get_by_label("I will write ten pages");
    press(&mut page, "Copy as text: write ten pages");
    let Some(Command::CopyText(words)) = page.state_mut().out.commands.pop() else { panic!("not copied") };
    assert!(words.contains("I will write ten pages.") && words.contains("Said to Ada"), "{words}");
    page.get_by_role_and_label(Role::Button, "Save as a picture: write ten pages").click();
    page.run();
    let Some(Export::Drawing(drawing)) = page.state_mut().out.exports.pop() else { panic!("no picture") };
    assert!(drawing.file_name.rsplit('.').next() == Some("png") && drawing.svg.contains("write ten pages"));
    press(&mut page, "What became of it: write ten pages");
    chip(&mut page, "Partly");
    press(&mut page, "Save");
    assert_eq!(page.state().world.model.pledges.last().unwrap().outcome, Some(Outcome::Partly));
}

#[test]
fn a_community_is_added_and_its_whole_link_is_in_sight() {
    let mut page = stage(fresh()).size(1184.0, 1400.0).open();
    press(&mut page, "Add a community");
    type_in(&mut page, "Name", "The early pages");
    type_in(&mut page, "Link", "ftp://example.org");
    page.get_by_label("Only links that begin with http:// or https:// are taken, without spaces.");
    page.key_press(Key::Escape);
    settle(&mut page);
    let mut page = stage(full()).size(1184.0, 1400.0).open();
    page.get_by_role_and_label(Role::Link, "https://forum.example.org/early-pages").click();
    settle(&mut page);
    let open = Command::OpenLink("https://forum.example.org/early-pages".to_owned());
    assert_eq!(page.state().out.commands, [open]);
}

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
