use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::app::file::Heartbeat;
use crate::app::opening::{self, Opening};
use crate::app::window::Geometry;
use crate::cli::Launch;
use crate::platform::alarm::{AlarmClock, AlarmEvent};
use crate::platform::clock::{Clock, FakeClock};
use crate::platform::paths::Paths;
use crate::ui::evidence::Strategy;

/// The sample data in a window with an alarm clock behind it, as the desktop has it.
fn window(clock: &FakeClock) -> Harness<'static, App> {
    let shared: Arc<dyn Clock> = Arc::new(clock.clone());
    let mut services = Services::apart(Arc::clone(&shared));
    let inbox = services.inbox.clone();
    let heartbeat = Heartbeat::default();
    let look = move |event| match event {
        AlarmEvent::Gap(gap) => inbox.send(Message::Gap(gap)),
        AlarmEvent::Due(_) | AlarmEvent::Missed(_) | AlarmEvent::Zone(_) => inbox.send(Message::Look),
    };
    services.alarm = Some(AlarmClock::start(shared, look, move |beat| heartbeat.beat(beat)).expect("a thread"));
    let launch = Launch { is_demo: true, ..Launch::default() };
    let paths = Paths { default_data_file: "nowhere.ron".into(), state_dir: "nowhere".into(), documents_dir: None };
    let mut window = Harness::builder().with_max_steps(24).build_eframe(move |cc| {
        let opening = opening::read(&launch, &paths, &*services.clock);
        assert!(matches!(opening, Opening::Demo(_)), "nothing is written");
        App::new(cc, opening, Geometry::default(), &launch, &paths, services)
    });
    window.run();
    window
}

/// The alarm thread sees that a moment has come and wakes the window, which nothing else does.
#[track_caller]
fn ring(window: &mut Harness<'static, App>, clock: &FakeClock, moment: &str, offset_hours: i32) -> NaiveDate {
    clock.set_wall(moment.parse().expect("a moment"));
    clock.set_offset(FixedOffset::east_opt(offset_hours * 3_600).expect("an offset"));
    window.state().services.alarm.as_ref().expect("an alarm clock").look();
    let message = window.state().services.messages.recv_timeout(Duration::from_secs(10));
    let message = message.unwrap_or_else(|_| panic!("nothing rang at {moment}"));
    window.state().services.inbox.send(message);
    window.run();
    window.state_mut().stage.room().expect("a room").derived.today
}

#[test]
fn an_idle_window_left_open_turns_to_each_new_day_by_itself() {
    let clock = FakeClock::new("2026-10-24T10:00:00Z".parse().expect("a moment"));
    clock.set_offset(FixedOffset::east_opt(7_200).expect("an offset"));
    let mut window = window(&clock);
    let day = |date: &str| date.parse::<NaiveDate>().expect("a day");
    // The clocks go back in the first night: 04:00 is at 03:00Z, not at 02:00Z.
    assert_eq!(ring(&mut window, &clock, "2026-10-25T01:00:00Z", 1), day("2026-10-24"));
    assert_eq!(ring(&mut window, &clock, "2026-10-25T02:00:00Z", 1), day("2026-10-24"));
    assert_eq!(ring(&mut window, &clock, "2026-10-25T03:00:00Z", 1), day("2026-10-25"));
    assert_eq!(ring(&mut window, &clock, "2026-10-26T02:00:00Z", 1), day("2026-10-25"));
    assert_eq!(ring(&mut window, &clock, "2026-10-26T03:00:00Z", 1), day("2026-10-26"));
    // In a spring night 04:00 comes an hour early, and the night after that is one as any other.
    clock.set_wall("2027-03-27T10:00:00Z".parse().expect("a moment"));
    window.state().services.inbox.send(Message::Look);
    window.run();
    assert_eq!(ring(&mut window, &clock, "2027-03-28T02:00:00Z", 2), day("2027-03-28"));
    assert_eq!(ring(&mut window, &clock, "2027-03-29T02:00:00Z", 2), day("2027-03-29"));
}

#[test]
fn what_the_last_moment_brought_is_handed_over_before_the_end() {
    use crate::domain::people::Happening;
    let clock = FakeClock::new("2026-11-23T10:12:00Z".parse().expect("a moment"));
    let mut window = window(&clock);
    let app = window.state_mut();
    app.stage.room().expect("a room").happened.push(Happening::SessionDone(uuid::Uuid::nil()));
    app.last_beat();
    assert!(app.stage.room().expect("a room").happened.is_empty());
}

#[test]
fn a_link_that_is_not_plain_http_is_refused_with_a_reason() {
    #[track_caller]
    fn check(link: &str, said: &str) {
        let clock = FakeClock::new("2026-10-24T10:00:00Z".parse().expect("a moment"));
        let mut window = window(&clock);
        window.state_mut().stage.room().expect("a room").run(Command::OpenLink(link.to_owned()));
        window.run();
        assert!(window.query_by_label(said).is_some(), "{said}");
    }
    check("file:///etc/passwd", "Not opened: only http and https links are opened");
    check("https://bank.example@evil.example/", "Not opened: links with a user name are not opened");
}

#[test]
fn a_card_lies_over_every_room_until_escape() {
    let clock = FakeClock::new("2026-10-24T10:00:00Z".parse().expect("a moment"));
    let mut window = window(&clock);
    let is_open = |window: &Harness<'static, App>| window.query_by_label("All cards").is_some();
    window.state_mut().stage.room().expect("a room").run(Command::ShowEvidence(Strategy::Comeback));
    window.run();
    assert!(is_open(&window));
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(!is_open(&window));
    window.state_mut().stage.room().expect("a room").run(Command::ShowAllEvidence);
    window.run();
    assert!(window.query_by_label("Coming back after a miss, grade A").is_some());
}

/// The words of the window title.
mod title {
    use super::super::*;
    use crate::domain::goal::GoalAction;
    use crate::domain::{Model, apply};

    const EXTEND: TimerAction = TimerAction::Extend { secs: 300 };

    fn at(secs: i64) -> Now {
        let utc = DateTime::from_timestamp(1_795_000_000 + secs, 0).unwrap();
        Now::new(utc, chrono::FixedOffset::east_opt(0).unwrap(), u64::try_from(secs).unwrap())
    }

    /// The title of a session of 5 minutes, after actions each at so many seconds of it.
    #[track_caller]
    fn check(actions: &[(i64, TimerAction)], secs: i64, expected: &str) {
        let mut model = Model::default();
        apply(&mut model, Action::Goal(GoalAction::Create { title: "Write".to_owned() }), at(0)).unwrap();
        let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
        apply(&mut model, Action::Timer(start), at(0)).unwrap();
        for (secs, action) in actions {
            apply(&mut model, Action::Timer(action.clone()), at(*secs)).unwrap();
        }
        let running = model.running.as_ref().unwrap();
        assert_eq!(running_title(running, "Write", &Text::english(), at(secs)), expected);
    }

    /// The app lived until now.
    fn tick(secs: i64) -> (i64, TimerAction) {
        (secs, TimerAction::Tick { last_alive: at(secs).utc })
    }

    #[test]
    fn the_title_counts_down_and_then_up() {
        check(&[], 100, "4 min · Write — Mainspring");
        check(&[], 299, "1 min · Write — Mainspring");
        check(&[tick(420)], 420, "+2 min · Write — Mainspring");
    }

    #[test]
    fn an_earned_session_that_was_extended_counts_down_again() {
        check(&[tick(310), (310, EXTEND)], 310, "5 min · Write — Mainspring");
        check(&[tick(310), (310, EXTEND)], 680, "+1 min · Write — Mainspring");
    }

    #[test]
    fn a_pause_says_what_is_left_or_what_lies_beyond_the_plan() {
        check(&[(60, TimerAction::Pause)], 900, "Paused, 4 min left · Write — Mainspring");
        check(&[tick(480), (480, TimerAction::Pause)], 900, "Paused at +3 min · Write — Mainspring");
        check(&[tick(310), (310, EXTEND), (310, TimerAction::Pause)], 900, "Paused, 5 min left · Write — Mainspring");
    }
}

/// What comes back of a reminder, and what was missed.
mod reminders {
    use super::super::*;
    use super::window;
    use crate::platform::clock::FakeClock;
    use crate::platform::notifier::Health;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;
    use uuid::Uuid;

    /// The sample data on a Monday morning, with the day's target still to be met.
    fn morning() -> (Harness<'static, App>, FakeClock) {
        let clock = FakeClock::new("2026-11-23T10:12:00Z".parse().expect("a moment"));
        (window(&clock), clock)
    }

    fn send(window: &mut Harness<'static, App>, message: Message) {
        window.state().services.inbox.send(message);
        window.run_ok();
    }

    fn press(window: &mut Harness<'static, App>, tag: &str, key: &str) {
        send(window, Message::Notice { tag: tag.to_owned(), answer: Answer::Action(key.to_owned()) });
    }

    fn room<'a>(window: &'a mut Harness<'static, App>) -> &'a mut Room {
        window.state_mut().stage.room().expect("a room")
    }

    #[test]
    fn start_starts_the_planned_session_and_the_smallest_one_in_a_comeback() {
        for (key, planned_secs) in [(KEY_START, 1_500), (KEY_START_SHORT, 120)] {
            let (mut window, _clock) = morning();
            press(&mut window, TAG_REMINDER, key);
            let running = room(&mut window).model.running.as_ref().map(|running| running.planned_secs);
            assert_eq!(running, Some(planned_secs));
            // Pressed once more, it does not pause what it started.
            press(&mut window, TAG_REMINDER, key);
            let running = room(&mut window).model.running.as_ref().expect("a session");
            assert!(matches!(running.phase, Phase::Focusing { .. }));
        }
    }

    #[test]
    fn later_puts_off_and_a_paused_session_goes_on_by_start() {
        let (mut window, _clock) = morning();
        press(&mut window, TAG_REMINDER, KEY_LATER);
        assert_eq!(room(&mut window).model.put_offs.len(), 1);
        press(&mut window, TAG_REMINDER, KEY_START);
        room(&mut window).outbox.act(Action::Timer(TimerAction::Pause));
        window.run_ok();
        assert_eq!(room(&mut window).model.running.as_ref().expect("a session").phase, Phase::Paused);
        press(&mut window, TAG_REMINDER, KEY_START_SHORT);
        let running = room(&mut window).model.running.as_ref().expect("a session");
        assert!(matches!(running.phase, Phase::Focusing { .. }));
    }

    #[test]
    fn later_on_the_notice_of_a_reward_puts_no_reminder_off() {
        let (mut window, _clock) = morning();
        for tag in [TAG_SESSION, TAG_REWARD] {
            press(&mut window, tag, KEY_LATER);
        }
        assert!(room(&mut window).model.put_offs.is_empty());
    }

    #[test]
    fn the_look_back_opens_the_page_of_reviews() {
        let (mut window, _clock) = morning();
        press(&mut window, TAG_REVIEW, KEY_OPEN);
        assert_eq!(room(&mut window).status.tab, Tab::Review);
    }

    const LOOK_BACK: &str = "A reminder: time to look back, on the Review page. The desktop showed no notification.";

    #[test]
    fn a_review_that_came_in_a_session_is_told_when_the_session_is_over() {
        let (mut window, _clock) = morning();
        press(&mut window, TAG_REMINDER, KEY_START);
        send(&mut window, Message::Missed(vec![AlarmKind::ReviewDue]));
        assert!(window.query_by_label(LOOK_BACK).is_none());
        // Under a minute it leaves no trace, and the review is told all the same.
        room(&mut window).outbox.act(Action::Timer(TimerAction::Finish));
        window.run_ok();
        window.get_by_label(LOOK_BACK);
        assert!(room(&mut window).waiting.is_empty());
    }

    #[test]
    fn a_review_that_was_told_is_noted_so_that_the_next_start_does_not_tell_it_again() {
        for message in [Message::Rang(AlarmKind::ReviewDue), Message::Missed(vec![AlarmKind::ReviewDue])] {
            let (mut window, _clock) = morning();
            let told = |window: &mut Harness<'static, App>| {
                room(window).model.goal().expect("a goal").look_back_told.map(|day| day.to_string())
            };
            assert_eq!(told(&mut window), None);
            send(&mut window, message);
            // It is Monday; reviews are on Sundays.
            assert_eq!(told(&mut window).as_deref(), Some("2026-11-22"));
        }
        let (mut window, _clock) = morning();
        send(&mut window, Message::Rang(AlarmKind::Checklist));
        assert_eq!(room(&mut window).model.goal().expect("a goal").look_back_told, None);
    }

    #[test]
    fn a_review_slept_through_into_quiet_hours_is_told_after_them() {
        let (mut window, clock) = morning();
        let hours = crate::domain::settings::QuietHours { from_minute: 10 * 60, to_minute: 11 * 60 };
        room(&mut window).model.settings.quiet_hours = Some(hours);
        send(&mut window, Message::Missed(vec![AlarmKind::ReviewDue]));
        assert!(window.query_by_label(LOOK_BACK).is_none());
        clock.set_wall("2026-11-23T11:00:00Z".parse().expect("a moment"));
        send(&mut window, Message::Look);
        window.get_by_label(LOOK_BACK);
    }

    #[test]
    fn a_review_passed_over_on_a_journey_is_told_where_it_does_not_come_again() {
        let (mut window, _clock) = morning();
        send(&mut window, Message::Moved(vec![AlarmKind::ReviewDue]));
        window.get_by_label(LOOK_BACK);
    }

    #[test]
    fn a_reminder_that_the_desktop_did_not_take_is_told_in_the_window() {
        let (mut window, _clock) = morning();
        let answer = Answer::Undelivered(Health::NoDaemon);
        send(&mut window, Message::Notice { tag: TAG_REMINDER.to_owned(), answer });
        window.get_by_label("A reminder: time to start. The desktop showed no notification.");
    }

    #[test]
    fn what_was_missed_in_a_sleep_is_one_notice_or_none() {
        let start = AlarmKind::Reminder { reminder: Uuid::nil() };
        let check = |missed: &[AlarmKind], expected: Option<&str>| {
            let (mut window, clock) = morning();
            let now = crate::platform::clock::Clock::now(&clock);
            let text = Text::english();
            let notice = notices::summary(&room(&mut window).model, missed, now, &text);
            assert_eq!(notice.map(|notice| notice.body).as_deref(), expected, "{missed:?}");
        };
        check(&[start, start, AlarmKind::DayEnding, start], Some("3 reminders to start came. Ready when you are."));
        check(&[AlarmKind::PutOffOver], Some("A reminder to start came. Ready when you are."));
        check(&[AlarmKind::DayEnding, AlarmKind::Checklist], None);
        check(&[AlarmKind::ReviewDue], Some("Five minutes, with your figures beside each question."));
        let both = "A reminder to start came. Ready when you are. A look back is due too.";
        check(&[AlarmKind::ReviewDue, start], Some(both));
    }

    #[test]
    fn a_summary_that_names_the_review_can_open_it() {
        let (mut window, clock) = morning();
        let (now, text) = (crate::platform::clock::Clock::now(&clock), Text::english());
        let missed = [AlarmKind::Reminder { reminder: Uuid::nil() }, AlarmKind::ReviewDue];
        let notice = notices::summary(&room(&mut window).model, &missed, now, &text).expect("a summary");
        let keys: Vec<&str> = notice.actions.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!((notice.tag.as_str(), keys), (TAG_REMINDER, vec![KEY_START, KEY_LATER, KEY_OPEN]));
        press(&mut window, &notice.tag, KEY_OPEN);
        assert_eq!(room(&mut window).status.tab, Tab::Review);
    }

    #[test]
    fn a_summary_does_not_come_when_the_target_is_met_or_the_hours_are_quiet() {
        let start = AlarmKind::Reminder { reminder: Uuid::nil() };
        let (mut window, clock) = morning();
        let (now, text) = (crate::platform::clock::Clock::now(&clock), Text::english());
        let model = &mut room(&mut window).model;
        model.settings.quiet_hours =
            Some(crate::domain::settings::QuietHours { from_minute: 10 * 60, to_minute: 11 * 60 });
        assert_eq!(notices::summary(model, &[start], now, &text), None);
        model.settings.quiet_hours = None;
        for target in model.targets.iter().cloned().collect::<Vec<_>>() {
            model.targets.update(target.id, |target| target.minutes = 1);
        }
        assert_eq!(notices::summary(model, &[start], now, &text), None);
    }
}
