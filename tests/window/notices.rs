//! The notices of the week's plan, read off the bus of a real desktop: their words, their buttons, their moment.
//!
//! The app's clock is set to shortly before a fixed moment, so that each comes soon and on the same day every time.

use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use mainspring::domain::environment::{EnvironmentAction, Group, ItemKind};
use mainspring::domain::goal::GoalAction;
use mainspring::domain::reminders::ReminderAction;
use mainspring::domain::session::SessionAction;
use mainspring::domain::{Action, Model};
use mainspring::store::write::to_text;

use crate::app::App;
use crate::bus::Notice;
use crate::desk::{Desk, PATIENCE};
use crate::records::{act_at, set_at};
use crate::reminders::{EVERY_DAY, LATER, START, minute_of};

/// Starts the smallest session there is (product.md §3.5, seed.txt: two minutes).
const START_SMALLEST: &str = "Start 2 min";
/// So long before its moment the app is started: its window has to be there by then, also on a busy machine.
const LEAD: TimeDelta = TimeDelta::seconds(20);
/// Longest wait for a notice whose moment is [`LEAD`] away, or twice that.
const MOMENT: Duration = Duration::from_secs(50);

/// The moment that all of these notices are for: a Wednesday, 18:00 UTC.
fn moment() -> DateTime<Utc> {
    "2027-03-03T18:00:00Z".parse().expect("a moment")
}

/// A goal with five minutes done so many days before the moment, the oldest first; nothing comes by itself.
fn worked(days_before: &[i64]) -> Model {
    let mut model = Model::default();
    let begin = moment() - TimeDelta::days(days_before[0]) - TimeDelta::hours(9);
    act_at(&mut model, begin, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    set_at(&mut model, begin, |settings| (settings.day_end_minute, settings.review_minute) = (None, None));
    for days in days_before {
        let started = moment() - TimeDelta::days(*days) - TimeDelta::hours(8);
        let session = SessionAction::Add { started, offset_secs: 0, focus_secs: 300, note: String::new() };
        act_at(&mut model, started + TimeDelta::hours(1), Action::Session(session));
    }
    model
}

/// Lets a reminder come every day at this moment's minute.
fn remind(mut model: Model, at: DateTime<Utc>) -> Model {
    let reminder = ReminderAction::Add { minute: minute_of(at), weekdays: EVERY_DAY.to_vec(), cue: String::new() };
    act_at(&mut model, moment() - TimeDelta::hours(6), Action::Reminder(reminder));
    model
}

/// The clock of a desk, set to some time before the moment; it runs from then on.
struct Clock {
    shift: TimeDelta,
}

impl Clock {
    fn set_before_the_moment(desk: &Desk, lead: TimeDelta) -> Self {
        let shift = TimeDelta::seconds((moment() - lead - Utc::now()).num_seconds());
        desk.shift_clock(&format!("{:+}", shift.num_seconds()));
        Self { shift }
    }

    /// Milliseconds since the moment, below zero before it.
    fn millis_late(&self) -> i64 {
        (Utc::now() + self.shift - moment()).num_milliseconds()
    }

    /// Waits for the one notice with this title; it may come 5 s late.
    #[track_caller]
    fn wait_for_the_notice(&self, desk: &Desk, title: &str) -> Notice {
        let early = self.millis_late();
        assert!(early < 0, "the machine is too busy for this test: the app was ready {early} ms after the moment");
        assert_eq!(desk.notices(), [], "not before its time");
        let notice = desk.wait_for_notice(title, MOMENT);
        let late_millis = self.millis_late();
        assert!((0..=5_000).contains(&late_millis), "it came {late_millis} ms after its moment");
        sleep(Duration::from_secs(2));
        assert_eq!(desk.notices().len(), 1, "one notification an event: {:#?}", desk.notices());
        notice
    }
}

/// Opens the app on a model, minimises it, and checks the notice that comes at the moment.
#[track_caller]
fn check_told<'a>(desk: &'a Desk, model: &Model, title: &str, body: &str, buttons: &[&str]) -> App<'a> {
    desk.put(model);
    let clock = Clock::set_before_the_moment(desk, LEAD);
    let app = desk.launch(&[]);
    app.minimise();
    let notice = clock.wait_for_the_notice(desk, title);
    let buttons = buttons.iter().map(|button| (*button).to_owned()).collect();
    let (summary, body, sound) = (title.to_owned(), body.to_owned(), Some("complete".to_owned()));
    assert_eq!(notice, Notice { replaces: 0, summary, body, buttons, sound });
    assert!(app.is_minimised(), "the window stays where the user put it");
    app
}

/// Presses a button that starts, and checks how long the session is planned that it started without the window.
#[track_caller]
fn check_starts(desk: &Desk, app: &App<'_>, button: &str, planned_secs: u32) {
    desk.press_on_notice(button);
    let model = desk.wait_for_model("the session runs", PATIENCE, |model| model.running.is_some());
    assert_eq!(model.running.map(|running| running.planned_secs), Some(planned_secs));
    assert!(app.is_minimised(), "it starts without the window");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn the_day_after_a_missed_one_says_that_today_keeps_it_going() {
    let desk = Desk::open();
    let model = remind(worked(&[2]), moment());
    let body = "One missed day changes little. 5 min today are enough.";
    let app = check_told(&desk, &model, "Today keeps it going", body, &[START, LATER]);
    check_starts(&desk, &app, START, 300);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn after_two_missed_days_start_on_the_notice_starts_two_minutes() {
    let desk = Desk::open();
    let model = remind(worked(&[3]), moment());
    let body = "Two minutes are enough. Everything you did is still there.";
    let app = check_told(&desk, &model, "A good moment to come back", body, &[START_SMALLEST, LATER]);
    desk.shoot("comeback-notice");
    check_starts(&desk, &app, START_SMALLEST, 120);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_day_about_to_end_empty_offers_two_minutes() {
    let desk = Desk::open();
    let mut model = worked(&[1]);
    set_at(&mut model, moment(), |settings| settings.day_end_minute = Some(minute_of(moment())));
    let body = "Two minutes are enough to make it a day done.";
    let app = check_told(&desk, &model, "There is still time today", body, &[START_SMALLEST, LATER]);
    check_starts(&desk, &app, START_SMALLEST, 120);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn the_things_to_set_up_are_named_before_the_reminder() {
    let desk = Desk::open();
    let mut model = remind(worked(&[1]), moment() + TimeDelta::minutes(10));
    for (group, text) in [(Group::Distractions, "Phone in another room"), (Group::EasyStart, "Open the draft")] {
        let item = EnvironmentAction::Add { group, kind: ItemKind::EverySession, text: text.to_owned() };
        act_at(&mut model, moment() - TimeDelta::hours(5), Action::Environment(item));
    }
    set_at(&mut model, moment(), |settings| settings.checklist_minutes = Some(10));
    let body = "To set up: Phone in another room, Open the draft";
    check_told(&desk, &model, "Starting in 10 min", body, &[]);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn the_look_back_at_the_week_opens_the_window_at_the_reviews() {
    let desk = Desk::open();
    let mut model = worked(&[7, 1]);
    set_at(&mut model, moment(), |settings| {
        (settings.review_weekday, settings.review_minute) = (moment().weekday(), Some(minute_of(moment())));
    });
    let body = "Five minutes, with your figures beside each question.";
    let app = check_told(&desk, &model, "A look back at your week", body, &["Open"]);
    desk.press_on_notice("Open");
    app.wait_until_drawn();
    sleep(Duration::from_secs(1));
    desk.shoot("review-opened");
    // It was on Focus: had it stayed there, or without the keyboard, this key would change nothing.
    app.time_to_answer("ctrl+1");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_reminder_comes_on_time_behind_a_window_that_fills_the_screen() {
    let desk = Desk::open();
    desk.put(&remind(worked(&[1]), moment()));
    let other = desk.path("data").join("other.ron");
    std::fs::write(&other, to_text(&worked(&[1])).expect("text")).expect("a data file");
    let clock = Clock::set_before_the_moment(&desk, LEAD * 2);
    let app = desk.launch(&[]);
    let cover = App::launch_on(&desk, &other);
    cover.fill_the_screen();

    let notice = clock.wait_for_the_notice(&desk, "Time to start: Write the book");
    desk.shoot("covered-reminder");
    assert_eq!(notice.buttons, [START, LATER]);
    assert!(cover.fills_the_screen(), "the window does not come to the front by itself");
    desk.press_on_notice(START);
    desk.wait_for_model("the session runs", PATIENCE, |model| model.running.is_some());
    assert!(cover.fills_the_screen() && app.is_shown(), "it starts behind the other window");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn an_app_that_was_started_minimised_reminds_all_the_same() {
    let desk = Desk::open();
    desk.put(&remind(worked(&[1]), moment()));
    let clock = Clock::set_before_the_moment(&desk, LEAD);
    let app = App::launch_minimised(&desk);

    let notice = clock.wait_for_the_notice(&desk, "Time to start: Write the book");
    assert!(app.is_minimised(), "the window stays out of the way");
    assert_eq!(notice.buttons, [START, LATER]);
    check_starts(&desk, &app, START, 300);
}
