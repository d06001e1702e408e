//! Reminders in the real window: on time while minimised, their buttons, their silence, and one summary after a sleep.

use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, DurationRound, TimeDelta, Timelike, Utc, Weekday};
use mainspring::domain::goal::GoalAction;
use mainspring::domain::reminders::ReminderAction;
use mainspring::domain::session::SessionAction;
use mainspring::domain::settings::{QuietHours, Settings};
use mainspring::domain::{Action, Model};

use crate::desk::{Desk, PATIENCE};
use crate::records::{act_at, set_at};
use crate::{SAVED, app};

/// The words on the buttons.
pub const START: &str = "Start 5 min";
pub const LATER: &str = "Later (10 min)";
/// A reminder is set one to two minutes ahead; a busy machine may add to that.
const TWO_MINUTES: Duration = Duration::from_secs(140);
/// The alarm clock looks at the wall clock once a minute.
const A_LOOK: Duration = Duration::from_secs(80);

pub const EVERY_DAY: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// A full minute that is one to two minutes away.
fn soon() -> DateTime<Utc> {
    let minute = TimeDelta::minutes(1);
    (Utc::now() + minute).duration_trunc(minute).expect("a minute") + minute
}

/// A goal with reminders at these moments of every day, the desk's zone being UTC; nothing else comes by itself.
fn model_with(reminders: &[DateTime<Utc>]) -> Model {
    let mut model = Model::default();
    act(&mut model, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    set(&mut model, |settings| (settings.day_end_minute, settings.review_minute) = (None, None));
    for at in reminders {
        let minute = minute_of(*at);
        act(
            &mut model,
            Action::Reminder(ReminderAction::Add { minute, weekdays: EVERY_DAY.to_vec(), cue: String::new() }),
        );
    }
    model
}

fn act(model: &mut Model, action: Action) {
    act_at(model, Utc::now(), action);
}

fn set(model: &mut Model, change: impl FnOnce(&mut Settings)) {
    set_at(model, Utc::now(), change);
}

pub fn minute_of(at: DateTime<Utc>) -> u16 {
    u16::try_from(at.hour() * 60 + at.minute()).expect("a minute of a day")
}

/// Waits for the reminder that is due at a moment; it may come 5 s late.
#[track_caller]
fn wait_for_reminder(desk: &Desk, due: DateTime<Utc>) {
    let notice = desk.wait_for_notice("Time to start: Write the book", TWO_MINUTES);
    let late_millis = (Utc::now() - due).num_milliseconds();
    assert!((0..=5_000).contains(&late_millis), "it came {late_millis} ms after it was due");
    assert_eq!(notice.buttons, [START, LATER]);
}

/// A minimised window on a desk with one reminder, and when it is due.
fn minimised_before_a_reminder(desk: &Desk) -> (app::App<'_>, DateTime<Utc>) {
    let due = soon();
    desk.put(&model_with(&[due]));
    let app = desk.launch(&[]);
    app.minimise();
    (app, due)
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_reminder_comes_on_time_while_minimised_and_starts_the_session() {
    let desk = Desk::open();
    let (app, due) = minimised_before_a_reminder(&desk);
    wait_for_reminder(&desk, due);
    assert!(!app.is_shown(), "the window stays where the user put it");
    desk.press_on_notice(START);
    let model = desk.wait_for_model("the session runs", SAVED, |model| model.running.is_some());
    assert_eq!(model.running.map(|running| running.planned_secs), Some(300));
    assert!(!app.is_shown(), "it starts without the window");
    assert_eq!(desk.notices().len(), 1, "one notification an event: {:#?}", desk.notices());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_reminder_put_off_comes_again_after_ten_minutes() {
    let desk = Desk::open();
    desk.shift_clock("+0");
    let (_app, due) = minimised_before_a_reminder(&desk);
    wait_for_reminder(&desk, due);
    desk.press_on_notice(LATER);
    let model = desk.wait_for_model("it is put off", SAVED, |model| !model.put_offs.is_empty());
    let put_off = model.put_offs.iter().next().expect("a record").clone();
    assert_eq!((put_off.until - put_off.at).num_minutes(), 10);

    desk.shift_clock("+9m");
    sleep(Duration::from_secs(5));
    assert_eq!(desk.notices().len(), 1, "not before its time: {:#?}", desk.notices());
    let again = desk.wait_for_notice("Ten minutes later: Write the book", A_LOOK);
    let late_millis = (Utc::now() + TimeDelta::minutes(9) - put_off.until).num_milliseconds();
    assert!((0..=5_000).contains(&late_millis), "it came {late_millis} ms after it was due");
    assert_eq!(again.buttons, [START, LATER]);
    assert_eq!(desk.notices().len(), 2, "{:#?}", desk.notices());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn with_the_target_met_and_in_quiet_hours_no_reminder_comes() {
    let due = soon();
    let mut done = model_with(&[due]);
    let started = Utc::now() - TimeDelta::minutes(10);
    act(
        &mut done,
        Action::Session(SessionAction::Add { started, offset_secs: 0, focus_secs: 300, note: String::new() }),
    );
    let mut quiet = model_with(&[due]);
    let (from, to) = (due - TimeDelta::minutes(3), due + TimeDelta::minutes(3));
    let hours = QuietHours { from_minute: minute_of(from), to_minute: minute_of(to) };
    set(&mut quiet, |settings| settings.quiet_hours = Some(hours));
    let desks = [done, quiet].map(|model| {
        let desk = Desk::open();
        desk.put(&model);
        desk
    });
    let apps: Vec<_> = desks.iter().map(|desk| desk.launch(&[])).collect();
    apps.iter().for_each(app::App::minimise);
    sleep((due - Utc::now()).to_std().unwrap_or_default() + Duration::from_secs(10));
    for desk in &desks {
        assert_eq!(desk.notices(), []);
    }
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn nine_hours_of_sleep_over_four_reminders_are_one_summary() {
    let desk = Desk::open();
    desk.shift_clock("+0");
    desk.put(&model_with(&[1, 3, 5, 8].map(|hours| Utc::now() + TimeDelta::hours(hours))));
    let app = desk.launch(&[]);
    app.minimise();
    sleep(Duration::from_secs(5));
    assert_eq!(desk.notices(), []);
    desk.shift_clock("+9h");
    let summary = desk.wait_for_notice("While the computer slept", A_LOOK);
    assert_eq!(summary.body, "4 reminders to start came. Ready when you are.");
    // The daemon shows it for ten seconds.
    sleep(Duration::from_secs(5));
    assert_eq!(desk.notices().len(), 1, "{:#?}", desk.notices());
    desk.press_on_notice(START);
    desk.wait_for_model("the session runs", PATIENCE, |model| model.running.is_some());
    sleep(Duration::from_secs(10));
    assert_eq!(desk.notices().len(), 1, "{:#?}", desk.notices());
}
