//! "Why" stands beside the strategies on their screens, each with a name of its own, and opens the right card.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::Strategy;
use crate::domain::demo;
use crate::ui::commands::Command;
use crate::ui::focus::FocusTab;
use crate::ui::goal::GoalTab;
use crate::ui::progress::ProgressTab;
use crate::ui::rewards::RewardsTab;
use crate::ui::settings::SettingsTab;
use crate::ui::testing::{Stage, World, moment};

fn world() -> World {
    let now = moment("2026-11-23T10:12:00Z");
    World::new(demo::demo_at(now, 1), now)
}

#[track_caller]
fn check<V: 'static>(stage: Stage<V>, places: &[(&str, Strategy)]) -> usize {
    let mut shown = stage.size(1184.0, 2600.0).open();
    for (name, strategy) in places {
        shown.get_by_role_and_label(Role::Button, name).click();
        shown.run();
        assert_eq!(shown.state().out.commands.last(), Some(&Command::ShowEvidence(*strategy)), "{name}");
    }
    shown.query_all_by_label_contains("Why: ").count()
}

#[test]
fn on_focus_the_reward_says_why() {
    let stage = Stage::of(FocusTab::default(), world(), FocusTab::ui);
    assert_eq!(check(stage, &[("Why: a reward at once", Strategy::ImmediateRewards)]), 1);
}

#[test]
fn on_the_goal_page_target_cue_and_waiting_room_say_why() {
    let stage = Stage::of(GoalTab::default(), world(), GoalTab::ui);
    let places = [
        ("Why: a steady cue and reminders", Strategy::Reminders),
        ("Why: a set target", Strategy::Targets),
        ("Why: one goal at a time", Strategy::OneGoal),
        ("Why: starting small", Strategy::SmallSessions),
        ("Why: becoming the person", Strategy::Identity),
        ("Why: if-then plans", Strategy::IfThenPlans),
    ];
    assert_eq!(check(stage, &places), places.len());
}

#[test]
fn on_progress_strength_and_counters_say_why() {
    let stage = Stage::of(ProgressTab::default(), world(), ProgressTab::ui);
    let places = [
        ("Why: consistency over perfection", Strategy::Consistency),
        ("Why: progress you can see", Strategy::VisibleProgress),
    ];
    assert_eq!(check(stage, &places), places.len());
}

#[test]
fn among_the_rewards_the_ladder_the_break_and_the_comeback_say_why() {
    let stage = Stage::of(RewardsTab::default(), world(), RewardsTab::ui);
    let places = [
        ("Why: a reward at once", Strategy::ImmediateRewards),
        ("Why: breaks", Strategy::Breaks),
        ("Why: coming back after a miss", Strategy::Comeback),
    ];
    assert_eq!(check(stage, &places), places.len());
}

#[test]
fn in_the_settings_length_and_reminders_say_why() {
    let stage = Stage::of(SettingsTab::default(), world(), SettingsTab::ui);
    let places = [
        ("Why: sessions that grow", Strategy::GrowingSessions),
        ("Why: a steady cue and reminders", Strategy::Reminders),
    ];
    assert_eq!(check(stage, &places), places.len());
}

#[test]
fn the_list_is_opened_from_the_settings() {
    let mut shown = Stage::of(SettingsTab::default(), world(), SettingsTab::ui).size(1184.0, 2600.0).open();
    shown.get_by_role_and_label(Role::Button, "What the evidence says…").click();
    shown.run();
    assert_eq!(shown.state().out.commands, [Command::ShowAllEvidence]);
}
