use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::Action;
use crate::domain::goal::GoalAction;
use crate::domain::review::{Period, ReviewAction};
use crate::domain::settings::{Settings, SettingsAction};
use crate::ui::testing::{World, moment};

fn world() -> World {
    let mut world = World::new(Model::default(), moment("2026-11-23T10:12:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    world
}

#[track_caller]
fn check(world: &World, kind: AlarmKind, cue: &str, title: &str, body: &str) {
    let alarm = Alarm { due: DateTime::<Utc>::UNIX_EPOCH, kind, cue: cue.to_owned() };
    let said = words(&world.model, &alarm, &|_| world.now.offset, &world.text);
    assert_eq!(said, Some((title.to_owned(), body.to_owned())));
}

#[test]
fn each_kind_has_its_words() {
    let world = world();
    let start = AlarmKind::Reminder { reminder: Uuid::nil() };
    check(&world, start, "", "Time to start: Write the book", "Ready when you are.");
    check(&world, start, "after breakfast", "Time to start: Write the book", "after breakfast");
    check(&world, AlarmKind::PutOffOver, "", "Ten minutes later: Write the book", "Ready when you are.");
    let body = "One missed day changes little. 5 min today are enough.";
    check(&world, AlarmKind::NeverMissTwice, "", "Today keeps it going", body);
    let body = "Two minutes are enough. Everything you did is still there.";
    check(&world, AlarmKind::Comeback, "", "A good moment to come back", body);
    let body = "Two minutes are enough to make it a day done.";
    check(&world, AlarmKind::DayEnding, "", "There is still time today", body);
    let body = "Five minutes, with your figures beside each question.";
    check(&world, AlarmKind::ReviewDue, "", "A look back at your week", body);
}

#[track_caller]
fn check_look_back(world: &World, due: &str, title: &str) {
    let alarm = Alarm { due: due.parse().unwrap(), kind: AlarmKind::ReviewDue, cue: String::new() };
    let said = words(&world.model, &alarm, &|_| world.now.offset, &world.text);
    assert_eq!(said.map(|said| said.0).as_deref(), Some(title), "{due}");
}

#[test]
fn a_look_back_names_the_week_the_month_or_both() {
    let mut world = World::new(Model::default(), moment("2026-11-02T10:00:00Z"));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    // Sunday 29 November: the week ends, the month does not.
    check_look_back(&world, "2026-11-29T18:00:00Z", "A look back at your week");
    check_look_back(&world, "2026-12-06T18:00:00Z", "A look back at your week and your month");
    // At two in the night the goal day is still Saturday.
    check_look_back(&world, "2026-12-06T02:00:00Z", "A look back at your week and your month");
    world.at(moment("2026-12-06T12:00:00Z"));
    world.act(Action::Review(ReviewAction::Open(Period::week_ending("2026-12-06".parse().unwrap()))));
    let id = world.model.reviews.iter().last().unwrap().id;
    world.act(Action::Review(ReviewAction::Finish { id }));
    check_look_back(&world, "2026-12-06T18:00:00Z", "A look back at your month");
    check_look_back(&world, "2026-12-08T09:00:00Z", "A look back at your month");
}

#[test]
fn private_mode_hides_the_user_s_own_words() {
    let mut world = world();
    let settings = Settings { notifications: Notifications::Private, ..world.model.settings.clone() };
    world.act(Action::Settings(SettingsAction::Set(settings)));
    let start = AlarmKind::Reminder { reminder: Uuid::nil() };
    check(&world, start, "after breakfast", "Time to start", "Ready when you are.");
    check(&world, AlarmKind::PutOffOver, "", "Ten minutes later", "Ready when you are.");
}

#[test]
fn what_was_missed_is_counted() {
    let text = Text::english();
    assert_eq!(missed(1, &text).1, "A reminder to start came. Ready when you are.");
    assert_eq!(missed(4, &text).1, "4 reminders to start came. Ready when you are.");
}
