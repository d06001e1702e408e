//! The sheet as a person uses it: by pointer, by keyboard, in both looks and at every size.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::EvidenceSheet;
use crate::domain::Model;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::widgets::{card, section};

type Shown = Harness<'static, Scene<EvidenceSheet>>;

fn stage(open: impl FnOnce(&mut EvidenceSheet)) -> Stage<EvidenceSheet> {
    let mut sheet = EvidenceSheet::default();
    open(&mut sheet);
    Stage::of(sheet, World::new(Model::default(), moment("2026-11-23T10:12:00Z")), EvidenceSheet::ui)
}

fn card_of(strategy: Strategy) -> Shown {
    stage(|sheet| sheet.open(strategy)).size(1184.0, 800.0).open()
}

fn title(shown: &Shown) -> String {
    shown.get_by_role(Role::Dialog).accesskit_node().label().unwrap_or_default()
}

#[test]
fn a_card_says_how_well_it_is_supported_and_where_that_ends() {
    let shown = card_of(Strategy::VisibleProgress);
    assert_eq!(title(&shown), "Progress you can see");
    shown.get_by_label("Grade A: large randomised trials or meta-analyses");
    shown.get_by_label("Keeping an eye on progress helps people reach their goals, on average.");
    shown.get_by_label_contains("61\u{a0}% of the time, a random person");
    shown.get_by_label_contains(
        "Harkin and others 2016, Psychological Bulletin 142(2), 198–229 · 138 randomised trials",
    );
    for heading in ["What was found", "Limits", "So in Mainspring"] {
        shown.get_by_role_and_label(Role::Heading, heading);
    }
    shown.get_by_label_contains("Take every size here as an upper estimate");
}

#[test]
fn an_address_is_shown_whole_and_opens_that_page() {
    let mut shown = card_of(Strategy::VisibleProgress);
    shown.get_by_role_and_label(Role::Link, "The study: https://doi.org/10.1037/bul0000025").click();
    shown.run();
    let asked = Command::OpenLink("https://doi.org/10.1037/bul0000025".to_owned());
    assert_eq!(shown.state().out.commands, [asked]);
}

#[test]
fn the_only_address_of_a_card_does_not_pass_for_that_of_its_study() {
    let shown = card_of(Strategy::Targets);
    shown.get_by_label("No address of this study was checked.");
    shown.get_by_role_and_label(Role::Heading, "For every card");
    shown.get_by_role_and_label(Role::Link, "On sizes in general: https://doi.org/10.1098/rsos.230224");
    assert!(shown.query_all_by_label_contains("The study:").next().is_none());
}

#[test]
fn escape_closes_a_card_and_asks_for_nothing() {
    let mut shown = card_of(Strategy::Comeback);
    shown.key_press(Key::Escape);
    shown.run();
    assert!(shown.query_by_role(Role::Dialog).is_none());
    assert_eq!(shown.state().out, Outbox::default());
}

#[test]
fn the_keyboard_is_inside_at_once_and_reads_on_page_by_page() {
    let mut shown = stage(|sheet| sheet.open(Strategy::IfThenPlans)).size(624.0, 520.0).open();
    shown.run();
    assert!(shown.get_by_label("All cards").accesskit_node().is_focused());
    let top = |shown: &Shown| shown.get_by_role_and_label(Role::Heading, "What was found").rect().top();
    let before = top(&shown);
    shown.key_press(Key::PageDown);
    shown.run();
    assert!(top(&shown) < before - 100.0, "{} from {before}", top(&shown));
    shown.key_press(Key::PageUp);
    shown.run();
    assert!((top(&shown) - before).abs() < 1.0);
}

#[test]
fn from_a_card_to_the_list_and_on_to_another_card() {
    let mut shown = card_of(Strategy::Woop);
    shown.get_by_label("All cards").click();
    shown.run();
    assert_eq!(title(&shown), "What the evidence says");
    shown.get_by_label("Becoming the person, grade C").click();
    shown.run();
    assert_eq!(title(&shown), "Becoming the person");
}

#[test]
fn the_list_names_every_card_with_its_grade() {
    let shown = stage(EvidenceSheet::open_all).size(1184.0, 800.0).open();
    assert_eq!(shown.query_all_by_label_contains(", grade ").count(), Strategy::ALL.len());
    shown.get_by_label("The article’s figures, grade D");
    shown.get_by_label("Grade D: unsupported");
}

#[test]
fn the_articles_figures_stand_beside_what_holds() {
    let shown = card_of(Strategy::ArticleFigures);
    shown.get_by_role_and_label(Role::Heading, "The figures, and what holds instead");
    shown.get_by_label("“Identity-based goals create 2x stronger neural pathways”");
    shown.get_by_label("Unsupported. No such measurement was found.");
}

/// A card with both forms of "why".
fn page(_: &mut (), ui: &mut eframe::egui::Ui, cx: &Cx<'_>, out: &mut Outbox) {
    eframe::egui::Frame::new().inner_margin(24).show(ui, |ui| {
        ui.set_max_width(320.0);
        card(ui, cx.theme, |ui| {
            with_why(ui, cx, Strategy::ImmediateRewards, out, |ui| {
                section(ui, cx.theme, &cx.text.get("focus-waiting"));
            });
            why(ui, cx, Strategy::Breaks, out);
        });
    });
}

#[test]
fn each_why_has_a_name_of_its_own_and_opens_its_card_by_key() {
    let world = World::new(Model::default(), moment("2026-11-23T10:12:00Z"));
    let mut shown = Stage::of((), world, page).size(400.0, 200.0).open();
    shown.get_by_role_and_label(Role::Button, "Why: a reward at once");
    shown.get_by_role_and_label(Role::Button, "Why: breaks").focus();
    shown.run();
    shown.key_press(Key::Enter);
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::ShowEvidence(Strategy::Breaks)]);
    picture(&mut shown, "evidence-why");
}

#[test]
fn pictures_in_both_looks_and_at_every_size() {
    let card = |strategy| stage(move |sheet: &mut EvidenceSheet| sheet.open(strategy));
    picture(&mut card(Strategy::VisibleProgress).size(1184.0, 800.0).open(), "evidence-card-light");
    picture(&mut card(Strategy::VisibleProgress).dark().size(1184.0, 800.0).open(), "evidence-card-dark");
    picture(&mut card(Strategy::IfThenPlans).size(624.0, 520.0).open(), "evidence-card-small");
    picture(&mut card(Strategy::IfThenPlans).dark().size(720.0, 520.0).zoom(2.0).open(), "evidence-card-zoom");
    picture(&mut card(Strategy::ArticleFigures).size(1184.0, 800.0).open(), "evidence-article-light");
    picture(&mut card(Strategy::ArticleFigures).dark().size(1184.0, 1500.0).open(), "evidence-article-dark");
    picture(&mut card(Strategy::OneGoal).size(1184.0, 800.0).open(), "evidence-one-goal");
    picture(&mut stage(EvidenceSheet::open_all).size(1184.0, 800.0).open(), "evidence-list-light");
    picture(&mut stage(EvidenceSheet::open_all).dark().size(624.0, 520.0).open(), "evidence-list-small");
}

/// Every card can be read to its end by a screen reader, in the smallest window too.
#[test]
fn every_card_opens_in_the_smallest_window() {
    for strategy in Strategy::ALL {
        let shown = stage(move |sheet| sheet.open(strategy)).size(624.0, 520.0).open();
        shown.get_by_role_and_label(Role::Heading, "Limits");
        shown.check_accessibility();
    }
}
