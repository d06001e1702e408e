//! The release binary in a real window: own display, own session bus, own notification daemon, own home, driven by keys.
//!
//! `check.sh` runs these with `MAINSPRING_BIN` set to the release binary. By hand:
//! `cargo test --test window -- --ignored`. With `MAINSPRING_SHOTS=FOLDER` they leave screenshots there.
#![cfg(target_os = "linux")]

#[path = "window/app.rs"]
mod app;
#[path = "window/bus.rs"]
mod bus;
#[path = "window/desk.rs"]
mod desk;
#[path = "window/notices.rs"]
mod notices;
#[path = "window/process.rs"]
mod process;
#[path = "common/receiver.rs"]
#[allow(dead_code, reason = "the tests of sending use the rest")]
mod receiver;
#[path = "window/records.rs"]
mod records;
#[path = "window/reminders.rs"]
mod reminders;
#[path = "window/renderers.rs"]
mod renderers;
#[path = "window/rewards.rs"]
mod rewards;
#[path = "window/sending.rs"]
mod sending;

use std::collections::HashMap;
use std::thread::sleep;
use std::time::Duration;

use chrono::Utc;
use desk::{Desk, PATIENCE};
use mainspring::domain::Model;
use mainspring::domain::rewards::GrantState;
use mainspring::domain::session::Interval;
use mainspring::domain::timer::Phase;
use process::poll;
use zbus::zvariant::Value;

/// The user's own words for the reward; they have to arrive as they are.
const REWARD: &str = "Tea on the balcony";
/// What the reward's button says on a notification.
const TAKE: &str = "Take it now";
/// The shortest session the app times, with the seconds that a busy machine may add to its end.
const ONE_MINUTE_SESSION: Duration = Duration::from_secs(75);
/// A change is on disk after this at the latest, with a second for a busy machine.
const SAVED: Duration = Duration::from_secs(3);
/// Longest wait for a key to show; far above a frame, far below a call that waits for somebody.
const STALL: Duration = Duration::from_millis(1500);

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn the_desk_presses_a_button_on_a_notification() {
    let desk = Desk::open();
    let connection = desk.connection();
    let (name, path) = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
    let daemon = zbus::blocking::Proxy::new(&connection, name, path, name).expect("a proxy");
    let mut pressed = daemon.receive_signal("ActionInvoked").expect("signals");
    let hints: HashMap<&str, Value<'_>> = HashMap::new();
    let buttons = vec!["later", "Later", "take", TAKE];
    let id: u32 = daemon.call("Notify", &("test", 0_u32, "", "Earned", "Tea", buttons, hints, 0_i32)).expect("an id");

    let notice = desk.wait_for_notice("Earned", PATIENCE);
    desk.press_on_notice(TAKE);

    let (pressed_id, key): (u32, String) = pressed.next().expect("a signal").body().deserialize().expect("its body");
    assert_eq!((pressed_id, key.as_str()), (id, "take"));
    assert_eq!(notice.buttons, ["Later", TAKE]);
    assert_eq!(desk.notices().len(), 1);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn the_first_run_needs_only_the_keyboard() {
    let desk = Desk::open();
    let mut app = desk.launch(&[]);
    desk.shoot("first-run");
    app.write("Write the book");
    app.press(&["Return"]);

    let model = desk.wait_for_model("the first session runs", SAVED, |model| model.running.is_some());
    assert_eq!(model.goal().map(|goal| goal.title.as_str()), Some("Write the book"));
    assert_eq!(model.running.map(|running| running.planned_secs), Some(300));
    desk.shoot("first-session");

    // Pause, go on, walk through the screens, finish, quit: all without a mouse.
    app.press(&["space"]);
    desk.wait_for_model("paused", SAVED, |model| {
        model.running.as_ref().is_some_and(|running| running.phase == Phase::Paused)
    });
    app.press(&["space"]);
    desk.wait_for_model("resumed", SAVED, |model| {
        model.running.as_ref().is_some_and(|running| matches!(running.phase, Phase::Focusing { .. }))
    });
    for screen in ["ctrl+2", "ctrl+3", "ctrl+4", "ctrl+1"] {
        app.time_to_answer(screen);
    }
    app.press(&["ctrl+Return"]);
    let model = desk.wait_for_model("finished", SAVED, |model| model.running.is_none());
    assert_eq!(model.sessions.len(), 0, "a session under a minute leaves no trace");
    app.press(&["ctrl+q"]);
    assert!(app.ended_within(Duration::from_secs(5)).success());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_session_ends_on_time_while_minimised_and_says_so_once() {
    let desk = Desk::open();
    check_told_on_time(&desk, |app| {
        app.minimise();
        None
    });
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_session_ends_on_time_behind_a_window_that_fills_the_screen() {
    let desk = Desk::open();
    check_told_on_time(&desk, |_| {
        let cover = desk.launch(&[]); // a second window on the file, which only reads
        cover.fill_the_screen();
        Some(cover)
    });
}

/// A session of a minute whose window is out of sight ends on time, with one notification.
#[track_caller]
fn check_told_on_time<'a>(desk: &'a Desk, hide: impl FnOnce(&app::App<'a>) -> Option<app::App<'a>>) {
    desk.prepare(REWARD);
    let app = desk.launch(&["--start", "1"]);
    let cover = hide(&app);
    let running = desk.wait_for_model("running", SAVED, |model| model.running.is_some()).running.expect("a session");

    desk.wait_for_notice(REWARD, ONE_MINUTE_SESSION);
    let late_millis = (Utc::now() - running.started).num_milliseconds() - 60_000;
    assert!((0..=5_000).contains(&late_millis), "the notification came {late_millis} ms after the end");
    assert_eq!(app.is_shown(), cover.is_some(), "the window stays where the user put it");

    sleep(Duration::from_secs(5));
    assert_eq!(desk.notices().len(), 1, "one notification an event: {:#?}", desk.notices());
    let earned = desk.wait_for_model("earned", SAVED, |model| model.running.is_some()).running.expect("overtime");
    assert!(earned.earned.is_some(), "the clock runs on, earned");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn take_it_now_on_the_notification_takes_the_reward() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    let app = desk.launch(&["--start", "1"]);
    app.minimise();

    let notice = desk.wait_for_notice(REWARD, ONE_MINUTE_SESSION);
    assert!(notice.buttons.iter().any(|button| button == TAKE), "{notice:?}");
    desk.press_on_notice(TAKE);

    let taken = desk.wait_for_model("taken", SAVED, |model| model.reward_break.is_some());
    let session = taken.sessions.iter().next().expect("the session is finished");
    assert_eq!(taken.answers.last().map(|answer| answer.state), Some(GrantState::Claimed));
    assert!((60..75).contains(&session.focus_secs()), "{} s", session.focus_secs());
    assert!(taken.running.is_none(), "the break is not focus");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_kill_in_a_session_loses_a_minute_at_most() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    let mut app = desk.launch(&["--start", "5"]);
    let before = desk.wait_for_model("running", SAVED, |model| model.running.is_some()).running.expect("a session");
    sleep(Duration::from_secs(72));
    let killed = Utc::now();
    app.signal("KILL");
    app.ended_within(Duration::from_secs(5));

    let app = desk.launch(&[]);
    desk.shoot("after-a-kill");
    let after = desk.wait_for_model("it asks what the gap was", PATIENCE, asks).running.expect("the session");
    assert_eq!(after.id, before.id);
    let kept_secs: i64 = after.intervals.iter().map(Interval::secs).sum();
    let lost_secs = (killed - before.started).num_seconds() - kept_secs;
    assert!((0..=60).contains(&lost_secs), "{lost_secs} s were lost");
    assert!(app.is_shown());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_window_closed_in_a_session_by_key_or_by_its_frame_loses_nothing() {
    let by_key: fn(&app::App<'_>) = |app| app.press(&["ctrl+q"]);
    let by_frame: fn(&app::App<'_>) = |app| app.close_by_frame();
    for close in [by_key, by_frame] {
        let desk = Desk::without_daemon();
        desk.prepare(REWARD);
        let mut app = desk.launch(&["--start", "5"]);
        let before = desk.wait_for_model("running", SAVED, |model| model.running.is_some()).running.expect("a session");
        sleep(Duration::from_secs(5));
        let closed = Utc::now();
        close(&app);
        assert!(app.ended_within(Duration::from_secs(5)).success());
        let ended = Utc::now();

        let _app = desk.launch(&[]);
        let model = desk.wait_for_model("it asks what the gap was", PATIENCE, asks);
        let after = model.running.expect("the session");
        assert_eq!((after.id, model.sessions.len()), (before.id, 0), "one session");
        let kept_secs: i64 = after.intervals.iter().map(Interval::secs).sum();
        let (least, most) = ((closed - before.started).num_seconds() - 1, (ended - before.started).num_seconds() + 1);
        assert!((least..=most).contains(&kept_secs), "{kept_secs} s of {least} to {most} were kept");
    }
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn eight_hours_of_sleep_in_a_session_count_nothing() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    desk.shift_clock("+0");
    let app = desk.launch(&["--start", "1"]);
    desk.wait_for_model("running", SAVED, |model| model.running.is_some());
    app.minimise();
    sleep(Duration::from_secs(10));
    desk.shift_clock("+8h");

    let after = desk.wait_for_model("it asks what the gap was", ONE_MINUTE_SESSION, asks).running.expect("the session");
    let kept_secs: i64 = after.intervals.iter().map(Interval::secs).sum();
    assert!((0..=60).contains(&kept_secs), "{kept_secs} s were counted");
    assert!(after.earned.is_none(), "sleep earns nothing");
    sleep(Duration::from_secs(5));
    assert!(desk.notices().len() <= 1, "{:#?}", desk.notices());
}

/// True while the app waits for the user's word on a gap.
fn asks(model: &Model) -> bool {
    model.running.as_ref().is_some_and(|running| matches!(running.phase, Phase::Asking { .. }))
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_signal_saves_and_ends_the_app_in_three_seconds() {
    for signal in ["TERM", "INT", "HUP"] {
        let desk = Desk::without_daemon();
        desk.prepare(REWARD);
        let mut app = desk.launch(&[]);
        app.press(&["space"]);
        app.wait_for_title("the clock runs", PATIENCE, |title| title.contains(|sign: char| sign.is_ascii_digit()));
        app.signal(signal);
        app.ended_within(Duration::from_secs(3));
        let model = desk.model().expect("a file that can be read");
        assert!(model.running.is_some(), "SIG{signal} keeps the running session");
    }
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_second_instance_never_writes() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    let mut first = desk.launch(&[]);
    let before = desk.data();
    let second = desk.start(&["--start", "5"]);
    sleep(Duration::from_secs(6));
    desk.shoot("second-instance");
    assert_eq!(desk.data(), before, "the second instance wrote");

    first.signal("KILL");
    first.ended_within(Duration::from_secs(5));
    sleep(SAVED);
    assert_eq!(desk.data(), before, "the second instance wrote after the first had gone");
    drop(second);
    let third = desk.launch(&["--start", "5"]);
    desk.wait_for_model("a kill leaves no lock behind", SAVED, |model| model.running.is_some());
    assert!(third.is_shown());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn without_a_notification_daemon_the_window_goes_on() {
    check_window_answers_at_the_end_of_a_session(&Desk::without_daemon(), "no-daemon");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_stopped_notification_daemon_never_stalls_the_window() {
    let desk = Desk::open();
    desk.daemon().signal("STOP");
    check_window_answers_at_the_end_of_a_session(&desk, "stopped-daemon");
    desk.daemon().signal("CONT");
}

/// Times the keys around the end of a session, then leaves.
#[track_caller]
fn check_window_answers_at_the_end_of_a_session(desk: &Desk, shot: &str) {
    desk.prepare(REWARD);
    let mut app = desk.launch(&["--start", "1"]);
    let earned = |model: &Model| model.running.as_ref().is_some_and(|running| running.earned.is_some());
    desk.wait_for_model("earned", ONE_MINUTE_SESSION, earned);
    for key in ["ctrl+3", "ctrl+1", "ctrl+2", "ctrl+1", "ctrl+4", "ctrl+1"] {
        let took = app.time_to_answer(key);
        assert!(took < STALL, "{key} took {took:?}");
    }
    desk.shoot(shot);
    app.press(&["ctrl+q"]);
    app.ended_within(Duration::from_secs(5));
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_quiet_window_costs_nothing() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    let app = desk.launch(&[]);
    sleep(Duration::from_secs(5));
    let saved = desk.saved_at();
    check_quiet(&app, "shown and idle");
    app.minimise();
    sleep(Duration::from_secs(2));
    check_quiet(&app, "hidden and idle");
    assert_eq!(desk.saved_at(), saved, "nothing changed, so nothing is written");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_hidden_window_costs_nothing_while_a_session_runs() {
    let desk = Desk::open();
    desk.prepare(REWARD);
    let app = desk.launch(&["--start", "5"]);
    app.minimise();
    sleep(Duration::from_secs(5));
    check_quiet(&app, "hidden with a running session");
}

/// Twenty seconds cost less than one frame of software rendering, and no thread of the app wakes again and again.
#[track_caller]
fn check_quiet(app: &app::App<'_>, state: &str) {
    let (before, slices) = (app.cpu(), app.slices());
    sleep(Duration::from_secs(20));
    let used = app.cpu().saturating_sub(before);
    let woken = app.slices() - slices;
    assert!(woken < 30, "{state}: woken {woken} times in 20 s");
    assert!(used < Duration::from_millis(15), "{state}: {used:?} of CPU in 20 s");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn an_unreadable_file_is_left_as_it_is() {
    let desk = Desk::without_daemon();
    let broken = "(version: 1, goals: [(title: \"half a fi";
    std::fs::write(desk.data_file(), broken).expect("a file");
    let app = desk.launch(&[]);
    desk.shoot("recovery");
    app.press(&["Return", "space", "ctrl+1", "Return"]);
    sleep(SAVED);
    assert_eq!(desk.data(), broken);
    assert_eq!(poll(Duration::from_secs(1), || (!desk.data_file().exists()).then_some(())), None);
}
