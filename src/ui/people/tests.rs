//! The page and its sheets as a person meets them: pictures to look at, and flows by role and label.

mod sharing;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{PeopleTab, ShareSheet};
use crate::domain::goal::GoalAction;
use crate::domain::people::{Outcome, Part, Rhythm, Way};
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
