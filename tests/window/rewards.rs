//! Rewards on a real desktop: told once with the user's words, taken from the notification, safe from a kill.

use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use mainspring::domain::goal::GoalAction;
use mainspring::domain::insight::Derived;
use mainspring::domain::rewards::{GrantState, Layer, RewardAction};
use mainspring::domain::session::SessionAction;
use mainspring::domain::target::TargetAction;
use mainspring::domain::{Action, Model};

use crate::desk::{Desk, PATIENCE};
use crate::records::{act_at, set_at};
use crate::{ONE_MINUTE_SESSION, SAVED, TAKE};

const SESSION: &str = "Tea on the balcony";
const DAY: &str = "A long bath";
const WEEK: &str = "Cinema with Ana";
const MILESTONE: &str = "New headphones";
/// What the notification of all four says below its title.
const ALL_LINES: &str = "1 min of focus done.
Daily target met: A long bath (1 min)
Week done: Cinema with Ana (1 min)
First session: New headphones (1 min)";
/// Where "Leave it out" stands in the question after a gap, in points.
const LEAVE_IT_OUT: [u16; 2] = [330, 663];
/// Longest wait for a notification that follows at once.
const SOON: Duration = Duration::from_secs(5);

/// A goal of nine days without a session, for which a minute is a day's target and a day done a week's.
fn ladder(layers: &[(Layer, &str)]) -> Model {
    let mut model = Model::default();
    let begun = Utc::now() - TimeDelta::days(9);
    let mut act = |nth: i64, action| act_at(&mut model, begun + TimeDelta::seconds(nth), action);
    act(0, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    act(1, Action::Target(TargetAction::Set { minutes: 1 }));
    act(2, Action::Reward(RewardAction::SetRung { layer: Layer::Week, days: 1 }));
    for (nth, (layer, words)) in (3..).zip(layers) {
        act(nth, Action::Reward(RewardAction::write(*layer, *words, 1)));
    }
    set_at(&mut model, begun + TimeDelta::minutes(1), |settings| {
        (settings.day_end_minute, settings.review_minute) = (None, None);
    });
    model
}

/// All four layers that one session of a minute can reach.
fn four_layers() -> Model {
    ladder(&[(Layer::Session, SESSION), (Layer::Day, DAY), (Layer::Week, WEEK), (Layer::Milestone, MILESTONE)])
}

/// The words of the rewards that wait by what the file says, newest first.
fn waiting(model: &Model) -> Vec<String> {
    let derived = Derived::of(model, today());
    derived.rewards.unclaimed.iter().map(|grant| grant.words.clone()).collect()
}

fn today() -> chrono::NaiveDate {
    mainspring::domain::time::day_of(Utc::now(), chrono::Offset::fix(&Utc), 4)
}

/// How often each of the four is waiting, in the order of the ladder.
fn counted(model: &Model) -> [usize; 4] {
    let waiting = waiting(model);
    [SESSION, DAY, WEEK, MILESTONE].map(|words| waiting.iter().filter(|one| *one == words).count())
}

#[track_caller]
fn check_quiet(desk: &Desk, notices: usize) {
    sleep(SOON);
    assert_eq!(desk.notices().len(), notices, "{:#?}", desk.notices());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn rewards_of_four_layers_in_the_same_second_are_one_notification_that_names_them_all() {
    let desk = Desk::open();
    desk.put(&four_layers());
    let app = desk.launch(&["--start", "1"]);
    app.minimise();

    let notice = desk.wait_for_notice(SESSION, ONE_MINUTE_SESSION);
    desk.shoot("four-layers");
    assert_eq!((notice.summary.as_str(), notice.body.as_str()), ("Earned: Tea on the balcony (1 min)", ALL_LINES));
    assert_eq!(
        (notice.buttons.as_slice(), notice.sound.as_deref()),
        (&[TAKE.to_owned(), "Later".to_owned()][..], Some("complete"))
    );
    check_quiet(&desk, 1);

    desk.press_on_notice(TAKE);
    let model = desk.wait_for_model("the break runs", SAVED, |model| model.reward_break.is_some());
    assert_eq!(model.sessions.len(), 1, "the session is finished");
    assert_eq!(counted(&model), [0, 1, 1, 1], "the others wait");
    assert!(!app.is_shown(), "all without the window");
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_break_taken_on_the_notification_ends_with_one_of_its_own() {
    let desk = Desk::open();
    desk.put(&ladder(&[(Layer::Session, SESSION)]));
    let app = desk.launch(&["--start", "1"]);
    app.minimise();
    desk.wait_for_notice(SESSION, ONE_MINUTE_SESSION);
    desk.press_on_notice(TAKE);
    let taken = desk.wait_for_model("the break runs", SAVED, |model| model.reward_break.is_some());
    let ends = taken.reward_break.expect("a break").ends;

    let over = desk.wait_for_notice("The break is over", ONE_MINUTE_SESSION);
    let late_millis = (Utc::now() - ends).num_milliseconds();
    assert!((0..=5_000).contains(&late_millis), "it came {late_millis} ms after the end");
    assert_eq!(over.body, "Tea on the balcony. Ready when you are.");
    check_quiet(&desk, 2);
    let after = desk.wait_for_model("it is over", SAVED, |model| model.reward_break.is_none());
    assert_eq!(states(&after), [GrantState::Claimed]);
}

/// What became of the rewards that were answered, oldest first.
fn states(model: &Model) -> Vec<GrantState> {
    model.answers.iter().map(|answer| answer.state).collect()
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_kill_between_earned_and_claimed_tells_nothing_twice_and_what_waits_is_taken_once() {
    let desk = Desk::open();
    desk.put(&four_layers());
    let mut app = desk.launch(&["--start", "1"]);
    desk.wait_for_notice(SESSION, ONE_MINUTE_SESSION);
    desk.wait_for_model("told", SAVED, |model| model.running.as_ref().is_some_and(|running| running.told.len() == 4));
    app.signal("KILL");
    app.ended_within(SOON);

    // It asks what the time since was, and tells nothing.
    let app = desk.launch(&[]);
    desk.wait_for_model("it asks what the gap was", PATIENCE, crate::asks);
    desk.shoot("killed-in-overtime");
    check_quiet(&desk, 1);

    // What was earned before the kill waits, each once.
    app.click(LEAVE_IT_OUT);
    let earned = desk.wait_for_model("the session is over", SAVED, |model| model.sessions.len() == 1);
    assert_eq!((counted(&earned), states(&earned)), ([1, 1, 1, 1], Vec::new()));
    desk.shoot("card-after-a-gap");
    app.press(&["Escape"]);
    desk.shoot("tray-after-a-gap");
    app.press(&["ctrl+k"]);
    app.write("take the reward");
    app.press(&["Return"]);
    let taken = desk.wait_for_model("its break runs", SAVED, |model| model.reward_break.is_some());
    assert_eq!(taken.reward_break.as_ref().map(|pause| pause.words.as_str()), Some(SESSION));
    assert_eq!((counted(&taken), states(&taken)), ([0, 1, 1, 1], vec![GrantState::Claimed]));
    check_quiet(&desk, 1);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_kill_before_a_reward_is_taken_loses_none_and_doubles_none() {
    let desk = Desk::open();
    desk.put(&four_layers());
    let mut app = desk.launch(&["--start", "1"]);
    desk.wait_for_notice(SESSION, ONE_MINUTE_SESSION);
    app.press(&["ctrl+Return"]);
    let earned = desk.wait_for_model("it is finished", SAVED, |model| model.sessions.len() == 1);
    assert_eq!(counted(&earned), [1, 1, 1, 1]);
    desk.shoot("card-of-four-layers");
    app.signal("KILL");
    app.ended_within(SOON);

    let again = desk.launch(&[]);
    desk.shoot("tray-after-a-kill");
    check_quiet(&desk, 1);
    // The palette finds the act by its name.
    again.press(&["ctrl+k"]);
    again.write("take the reward");
    again.press(&["Return"]);
    let taken = desk.wait_for_model("it is taken", PATIENCE, |model| !model.answers.is_empty());
    assert_eq!((counted(&taken), states(&taken)), ([0, 1, 1, 1], vec![GrantState::Claimed]));
    check_quiet(&desk, 1);
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_reward_that_comes_with_the_finish_is_told_when_the_window_is_out_of_sight() {
    let desk = Desk::open();
    // Two seconds are missing to the day's target at the end of the plan.
    let mut model = ladder(&[(Layer::Session, SESSION), (Layer::Day, DAY)]);
    let begun: DateTime<Utc> = Utc::now() - TimeDelta::days(9) + TimeDelta::minutes(2);
    act_at(&mut model, begun, Action::Target(TargetAction::Set { minutes: 3 }));
    let started = Utc::now() - TimeDelta::minutes(3);
    let session = SessionAction::Add { started, offset_secs: 0, focus_secs: 118, note: String::new() };
    act_at(&mut model, Utc::now(), Action::Session(session));
    desk.put(&model);
    let app = desk.launch(&["--start", "1"]);
    app.minimise();
    let notice = desk.wait_for_notice(SESSION, ONE_MINUTE_SESSION);
    assert_eq!(notice.body, "1 min of focus done.", "the target is not met yet");
    sleep(Duration::from_secs(4));

    desk.press_on_notice(TAKE);
    let more = desk.wait_for_notice(DAY, SOON);
    assert_eq!((more.summary.as_str(), more.body.as_str()), ("Earned: A long bath (1 min)", "Daily target met"));
    check_quiet(&desk, 2);
}
