//! The page as a person meets it: pictures to look at, and flows by role and label.

mod life;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::RewardsTab;
use crate::ui::testing::{Scene, Stage, World, picture};
use life::{fresh, full};

type Page = Harness<'static, Scene<RewardsTab>>;

fn stage(world: World) -> Stage<RewardsTab> {
    Stage::of(RewardsTab::default(), world, RewardsTab::ui)
}

/// A page high enough to show everything.
fn high(world: World) -> Page {
    stage(world).size(1184.0, 2000.0).open()
}

fn settle(page: &mut Page) {
    page.run();
    page.state_mut().carry_out();
    page.run();
}

fn press(page: &mut Page, label: &str) {
    page.get_by_role_and_label(Role::Button, label).click();
    settle(page);
}

#[test]
fn pictures_of_a_full_page() {
    picture(&mut high(full()), "rewards-full-light");
    picture(&mut stage(full()).size(1184.0, 2000.0).dark().open(), "rewards-full-dark");
    picture(&mut stage(full()).size(1184.0, 800.0).open(), "rewards-1280");
    picture(&mut stage(full()).size(624.0, 2600.0).open(), "rewards-narrow");
    picture(&mut stage(full()).size(1440.0, 900.0).zoom(2.0).open(), "rewards-large-text");
}

#[test]
fn pictures_of_a_page_with_nothing_yet() {
    picture(&mut stage(fresh()).size(1184.0, 1500.0).open(), "rewards-empty-light");
    picture(&mut stage(fresh()).size(1184.0, 1500.0).dark().open(), "rewards-empty-dark");
}

#[test]
fn pictures_of_the_badges() {
    let mut page = stage(full()).size(1184.0, 900.0).open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-light");
    let mut page = stage(full()).size(1184.0, 900.0).dark().open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-dark");
    let mut page = stage(full()).size(624.0, 520.0).open();
    press(&mut page, "See all badges");
    picture(&mut page, "badges-narrow");
}

#[test]
fn pictures_of_the_sheets() {
    let mut page = stage(full()).size(1184.0, 800.0).open();
    press(&mut page, "Add a reward: For a day");
    picture(&mut page, "rewards-form");
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Swap One favourite song, loud");
    picture(&mut page, "rewards-swap");
    page.key_press(Key::Escape);
    settle(&mut page);
    press(&mut page, "Add your own…");
    picture(&mut page, "rewards-own-milestone");
}
