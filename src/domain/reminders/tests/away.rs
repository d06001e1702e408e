//! What the first reminder says after missed days.

use super::*;

#[test]
fn the_first_reminder_after_a_missed_day_says_so_and_only_that_one() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    add(&mut world, "18:00", &EVERY_DAY);
    work(&mut world, 10);
    go_to(&mut world, 4, "05:00");
    check_next(&mut world, &["Wed 04 08:00 never twice", "Wed 04 18:00 start", "Thu 05 08:00 start"]);
    go_to(&mut world, 4, "08:00");
    check_next(&mut world, &["Wed 04 18:00 start", "Thu 05 08:00 start"]);
    change(&mut world, |settings| settings.comeback_reminder = Switch::Off);
    go_to(&mut world, 4, "05:00");
    check_next(&mut world, &["Wed 04 08:00 start"]);
}

#[test]
fn after_two_missed_days_the_first_reminder_is_about_coming_back() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    work(&mut world, 10);
    go_to(&mut world, 5, "05:00");
    check_next(&mut world, &["Thu 05 08:00 comeback", "Fri 06 08:00 start"]);
    go_to(&mut world, 5, "07:00");
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 2);
    go_to(&mut world, 6, "05:00");
    check_next(&mut world, &["Fri 06 08:00 start"]);
}

#[test]
fn who_worked_today_already_is_back_and_no_reminder_speaks_of_a_miss() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    world.act(Action::Target(TargetAction::Set { minutes: 60 }));
    work(&mut world, 60);
    go_to(&mut world, 4, "07:00");
    check_next(&mut world, &["Wed 04 08:00 never twice"]);
    work(&mut world, 2);
    check_next(&mut world, &["Wed 04 08:00 start"]);
    go_to(&mut world, 7, "07:00");
    check_next(&mut world, &["Sat 07 08:00 comeback"]);
    work(&mut world, 2);
    check_next(&mut world, &["Sat 07 08:00 start"]);
}

#[test]
fn days_without_a_reminder_and_rests_are_not_missed() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &[Mon, Tue, Wed, Thu, Fri]);
    go_to(&mut world, 6, "09:00");
    work(&mut world, 10);
    go_to(&mut world, 9, "05:00");
    check_next(&mut world, &["Mon 09 08:00 start"]);
    let day = "2026-03-09".parse().unwrap();
    world.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Travel }));
    go_to(&mut world, 10, "05:00");
    check_next(&mut world, &["Tue 10 08:00 start"]);
    go_to(&mut world, 11, "05:00");
    check_next(&mut world, &["Wed 11 08:00 never twice"]);
}

#[test]
fn a_goal_that_has_not_begun_is_not_greeted_as_coming_back() {
    let mut world = quiet_world();
    add(&mut world, "08:00", &EVERY_DAY);
    go_to(&mut world, 6, "05:00");
    check_next(&mut world, &["Fri 06 08:00 start"]);
}

#[test]
fn without_a_reminder_coming_back_is_brought_up_less_and_less_often() {
    let mut world = quiet_world();
    work(&mut world, 10);
    let mut told = Vec::new();
    for day in 3..=31 {
        go_to(&mut world, day, "05:00");
        told.extend(next(&mut world, 1));
    }
    let expected = [
        "Wed 04 09:00 never twice",
        "Thu 05 09:00 comeback",
        "Sat 07 09:00 comeback",
        "Tue 10 09:00 comeback",
        "Tue 17 09:00 comeback",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_reminder_after_midnight_plans_the_day_that_still_runs() {
    let mut world = quiet_world();
    let id = add(&mut world, "01:00", &[Tue, Wed]);
    let planned = |world: &World| planned_weekdays(&world.model, world.model.goal().unwrap());
    assert_eq!(planned(&world), [Mon, Tue]);
    // Monday is worked on and Tuesday missed; Wednesday is not planned, though it has a reminder in its first hours.
    work(&mut world, 10);
    go_to(&mut world, 5, "05:00");
    let away = |world: &World, day: &str| Away::of(&world.model, world.model.goal().unwrap(), day.parse().unwrap());
    let tuesday = "2026-03-03".parse().ok();
    assert_eq!(away(&world, "2026-03-05"), Away { missed: 1, last_missed: tuesday, has_begun: true });
    world.act(Action::Reminder(ReminderAction::Set { id, field: ReminderField::Minute(4 * 60) }));
    assert_eq!(planned(&world), [Tue, Wed]);
    assert_eq!(away(&world, "2026-03-05").missed, 2);
    change(&mut world, |settings| settings.day_start_hour = 5);
    assert_eq!(planned(&world), [Mon, Tue]);
}
