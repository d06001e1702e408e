//! What comes beside reminders: the end of a day, the review, things to set up; and which of one moment is told.

use super::*;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind};

#[test]
fn a_day_about_to_end_is_told_only_while_nothing_was_done_on_it() {
    let mut world = quiet_world();
    change(&mut world, |settings| settings.day_end_minute = Some(20 * 60));
    check_next(&mut world, &["Mon 02 20:00 ending"]);
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 2);
    check_next(&mut world, &[]);
    go_to(&mut world, 4, "10:00");
    check_next(&mut world, &["Wed 04 20:00 ending"]);
    go_to(&mut world, 5, "10:00");
    check_next(&mut world, &[]);
}

#[test]
fn a_review_is_due_each_week_from_the_first_full_one_on_also_with_the_target_met() {
    let mut world = quiet_world();
    change(&mut world, |settings| (settings.review_minute, settings.review_weekday) = (Some(18 * 60), Sat));
    check_next(&mut world, &["Sat 14 18:00 review", "Sat 21 18:00 review"]);
    go_to(&mut world, 14, "17:00");
    work(&mut world, 10);
    check_next(&mut world, &["Sat 14 18:00 review"]);
}

#[test]
fn a_review_at_the_minute_of_a_reminder_comes_beside_it() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    change(&mut world, |settings| (settings.review_minute, settings.review_weekday) = (Some(18 * 60), Sat));
    go_to(&mut world, 14, "12:00");
    check_next(&mut world, &["Sat 14 18:00 start", "Sat 14 18:00 review", "Sun 15 18:00 start"]);
    // A minute apart is one moment for what asks to start, and still two matters.
    change(&mut world, |settings| settings.review_minute = Some(18 * 60 - 1));
    check_next(&mut world, &["Sat 14 17:59 review", "Sat 14 18:00 start"]);
}

#[test]
fn a_rest_or_an_open_session_takes_no_review_off_the_list() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    change(&mut world, |settings| (settings.review_minute, settings.review_weekday) = (Some(18 * 60), Sat));
    go_to(&mut world, 14, "17:50");
    world.start(1_500);
    check_next(&mut world, &["Sat 14 18:00 review", "Sun 15 18:00 start"]);
    world.work(60);
    world.timer(TimerAction::Finish);
    let day = "2026-03-14".parse().unwrap();
    world.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Rest }));
    check_next(&mut world, &["Sat 14 18:00 review", "Sun 15 18:00 start"]);
}

#[test]
fn the_smallest_session_is_offered_after_missed_days_and_at_the_end_of_an_empty_day() {
    let mut world = quiet_world();
    let offered = |world: &mut World, day: u32, time: &str| {
        go_to(world, day, time);
        let now = world.now();
        is_smallest_offered(&world.model, now.utc, now.offset)
    };
    work(&mut world, 10);
    assert!(!offered(&mut world, 4, "23:00"), "one day was missed");
    assert!(offered(&mut world, 5, "09:00"), "two were");
    change(&mut world, |settings| settings.comeback_reminder = Switch::Off);
    assert!(!offered(&mut world, 5, "23:00"), "of missed days nothing is wanted");
    change(&mut world, |settings| settings.day_end_minute = Some(20 * 60));
    assert!(!offered(&mut world, 5, "19:59"));
    assert!(offered(&mut world, 5, "20:00"));
    assert!(offered(&mut world, 6, "03:59"), "the day still runs");
    assert!(!offered(&mut world, 6, "04:00"));
    work(&mut world, 10);
    assert!(!offered(&mut world, 6, "20:00"), "the day is done");
    change(&mut world, |settings| settings.day_end_minute = Some(60));
    assert!(!offered(&mut world, 8, "00:59"));
    assert!(offered(&mut world, 8, "01:00"));
}

fn item(world: &mut World, kind: ItemKind) {
    let (goal, now) = (world.goal(), world.now());
    world.model.environment.insert(EnvironmentItem {
        id: now.id(0),
        goal,
        group: Group::Distractions,
        kind,
        text: "phone in the hall".into(),
        position: 0,
        set_up: None,
        archived: None,
        opens: None,
        made: now.utc,
        modified: now.utc,
    });
}

#[test]
fn things_of_every_session_are_to_be_set_up_before_each_reminder() {
    let mut world = quiet_world();
    add(&mut world, "18:00", &EVERY_DAY);
    change(&mut world, |settings| settings.checklist_minutes = Some(10));
    item(&mut world, ItemKind::SetUpOnce);
    check_next(&mut world, &["Mon 02 18:00 start", "Tue 03 18:00 start"]);
    item(&mut world, ItemKind::EverySession);
    check_next(&mut world, &["Mon 02 17:50 checklist", "Mon 02 18:00 start", "Tue 03 17:50 checklist"]);
    work(&mut world, 10);
    check_next(&mut world, &["Tue 03 17:50 checklist"]);
    change(&mut world, |settings| {
        settings.quiet_hours = Some(QuietHours { from_minute: 17 * 60, to_minute: 18 * 60 });
    });
    check_next(&mut world, &["Tue 03 18:00 start"]);
}

#[test]
fn of_one_moment_the_most_useful_is_told_and_the_rest_does_not_follow() {
    let mut world = quiet_world();
    add(&mut world, "20:00", &EVERY_DAY);
    add(&mut world, "20:00", &[Mon]);
    change(&mut world, |settings| settings.day_end_minute = Some(20 * 60));
    check_next(&mut world, &["Mon 02 20:00 start", "Tue 03 20:00 start"]);
    go_to(&mut world, 2, "19:50");
    world.pass(20);
    world.act(Action::Reminder(ReminderAction::PutOff));
    check_next(&mut world, &["Mon 02 20:00 start", "Tue 03 20:00 start"]);
    go_to(&mut world, 2, "20:00");
    check_next(&mut world, &["Tue 03 20:00 start"]);
}
