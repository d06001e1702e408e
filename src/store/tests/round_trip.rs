//! R20, R22: what is saved is what is read, whatever was typed.

use chrono::{DateTime, Duration, NaiveDate, Utc, Weekday};
use proptest::prelude::*;

use super::looked_back::any_looked_back;
use super::people::any_peopled;
use super::rewarded::{any_occasion, any_rewarded};
use super::samples::{environment_item, id, model, plan, plan_use, put_off, reminder, session};
use super::worked::any_worked;
use crate::domain::Model;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind, Opens};
use crate::domain::identity::Wording;
use crate::domain::model::Quarantined;
use crate::domain::nudges::{Dismissal, Rule};
use crate::domain::plans::{Plan, PlanUse, UseResult};
use crate::domain::programme::{Mark, Marked, Stage, Step};
use crate::domain::reminders::{PutOff, Reminder};
use crate::domain::rewards::{Occasion, Pick, RewardBreak};
use crate::domain::session::Session;
use crate::domain::session_length::{Length, LengthChange};
use crate::domain::settings::{
    Accent, ClockFace, LengthMode, Motion, Notifications, QuietHours, Settings, Switch, ThemeChoice,
};
use crate::domain::time::WeekStart;
use crate::store::document::same_data;
use crate::store::read::{read, read_back};
use crate::store::write::to_text;

/// Texts that break careless formats.
pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        Just("\"],\n)\n".to_owned()),
        Just("r#\"raw\"# // no comment /* none */".to_owned()),
        Just("\u{0}\u{1}\u{7f}\u{85}\u{feff}\u{202e}\u{2028}".to_owned()),
        Just("\\\\ \\u{41} \\n \\".to_owned()),
        Just("日本語 🎯 e\u{301} 👩‍🚀".to_owned()),
        Just("(((((((((((((((((((((((((((((((((((((((((((((((((([[[[".to_owned()),
        Just("sessions: [\r\n(id: 1),\r\n],".to_owned()),
        any::<String>(),
        ".*",
    ]
    .boxed()
}

pub fn stamp() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..7_000_000_000, 0_u32..1_000_000_000)
        .prop_map(|(secs, nanos)| DateTime::from_timestamp(secs, nanos).unwrap())
}

pub fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..80_000).prop_map(|days| NaiveDate::from_ymd_opt(1971, 1, 1).unwrap() + Duration::days(days))
}

prop_compose! {
    fn any_settings()(day_start_hour in 0_u8..=12, session_minutes in 1_u16..=240, text_percent in 80_u16..=200,
        quiet in prop::option::of((0_u16..1_440, 0_u16..1_440)),
        theme in prop::sample::select(vec![ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark]),
        accent in prop::sample::select(vec![Accent::Gold, Accent::Copper, Accent::Bronze, Accent::Steel]),
        notifications in prop::sample::select(vec![Notifications::On, Notifications::Private, Notifications::Off]),
        motion in prop::sample::select(vec![Motion::System, Motion::Full, Motion::Reduced]),
        week_start in prop::sample::select(vec![WeekStart::Monday, WeekStart::Saturday, WeekStart::Sunday]),
        length_mode in prop::sample::select(vec![LengthMode::Growing, LengthMode::Fixed]), longest_minutes in 5_u16..=240,
        silent_rules in prop::sample::subsequence(RULES.to_vec(), 0..=RULES.len()),
        is_on in any::<bool>()) -> Settings {
        let switch = if is_on { Switch::On } else { Switch::Off };
        let clock_face = if is_on { ClockFace::Seconds } else { ClockFace::Minutes };
        let quiet_hours = quiet.map(|(from_minute, to_minute)| QuietHours { from_minute, to_minute });
        Settings { day_start_hour, week_start, session_minutes, text_percent, quiet_hours, theme, accent, notifications, motion,
            sound: switch, celebration: switch, clock_face, length_mode, longest_minutes, silent_rules, game: switch,
            reward_pick: if is_on { Pick::Surprise } else { Pick::Rotate }, ..Settings::default() }
    }
}

/// In the order in which the settings keep them.
const RULES: [Rule; 8] = [
    Rule::Comeback,
    Rule::NeverMissTwice,
    Rule::TooManyGoals,
    Rule::WeakRewards,
    Rule::NoSupport,
    Rule::UnrealisticExpectations,
    Rule::Perfectionism,
    Rule::BurnOut,
];
const CHANGES: [LengthChange; 4] = [LengthChange::Grown, LengthChange::Eased, LengthChange::Kept, LengthChange::Chosen];
const MARKS: [Marked; 4] = [
    Marked::Ticked(Step::FindPartner),
    Marked::Ticked(Step::PlanForObstacles),
    Marked::Began(Stage::Foundation),
    Marked::Began(Stage::KeepGoing),
];

prop_compose! {
    fn any_length()(number in 3_000_u128..3_100, day in any_day(), minutes in 1_u16..=240,
        why in prop::sample::select(&CHANGES[..]), made in stamp()) -> Length {
        Length { id: id(number), goal: id(1), day, minutes, why, made }
    }
}

prop_compose! {
    fn any_dismissal()(number in 3_000_u128..3_100, day in any_day(), rule in prop::sample::select(&RULES[..]), made in stamp()) -> Dismissal {
        Dismissal { id: id(number), goal: id(1), rule, day, made }
    }
}

prop_compose! {
    fn any_wording()(number in 3_000_u128..3_100, from in any_day(), text in text(), made in stamp()) -> Wording {
        Wording { id: id(number), goal: id(1), from, text, made }
    }
}

prop_compose! {
    fn any_mark()(number in 3_000_u128..3_100, day in any_day(), what in prop::sample::select(&MARKS[..]), made in stamp()) -> Mark {
        Mark { id: id(number), goal: id(1), day, what, made }
    }
}

/// Some of each list of what was decided.
fn any_decided() -> impl Strategy<Value = Decided> {
    let (lengths, dismissals) = (any_length().boxed(), any_dismissal().boxed());
    let (wordings, marks) = (any_wording().boxed(), any_mark().boxed());
    let some = 0..3;
    (
        prop::collection::vec(lengths, some.clone()),
        prop::collection::vec(dismissals, some.clone()),
        prop::collection::vec(wordings, some.clone()),
        prop::collection::vec(marks, some),
    )
}

type Decided = (Vec<Length>, Vec<Dismissal>, Vec<Wording>, Vec<Mark>);

fn decide(made: &mut Model, (lengths, dismissals, wordings, marks): Decided) {
    for length in lengths {
        made.lengths.insert(length);
    }
    for dismissal in dismissals {
        made.dismissals.insert(dismissal);
    }
    for wording in wordings {
        made.wordings.insert(wording);
    }
    for mark in marks {
        made.programme.insert(mark);
    }
}

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

prop_compose! {
    /// The settings of reminders and of starting with the desktop, on top of others.
    fn any_planned()(base in any_settings(), day_end_minute in prop::option::of(0_u16..1_440),
        checklist_minutes in prop::option::of(1_u16..=120), review_minute in prop::option::of(0_u16..1_440),
        review_weekday in prop::sample::select(&DAYS[..]), switches in prop::array::uniform3(any::<bool>())) -> Settings {
        let [comeback_reminder, autostart, start_minimised] = switches.map(|on| if on { Switch::On } else { Switch::Off });
        Settings { day_end_minute, checklist_minutes, comeback_reminder, review_minute, review_weekday, autostart,
            start_minimised, ..base }
    }
}

prop_compose! {
    fn any_reminder()(number in 100_u128..200, minute in 0_u16..1_440, weekdays in prop::sample::subsequence(&DAYS[..], 1..=7),
        cue in text(), is_on in any::<bool>(), made in stamp(), modified in stamp()) -> Reminder {
        let state = if is_on { Switch::On } else { Switch::Off };
        Reminder { minute, weekdays, cue, state, made, modified, ..reminder(number) }
    }
}

prop_compose! {
    fn any_put_off()(number in 200_u128..300, at in stamp(), day in any_day(), minutes in 0_i64..100) -> PutOff {
        PutOff { at, day, until: at + Duration::minutes(minutes), ..put_off(number) }
    }
}

/// Some reminders, and some times they were put off.
fn any_reminded() -> impl Strategy<Value = (Vec<Reminder>, Vec<PutOff>)> {
    let (reminder, put_off) = (any_reminder().boxed(), any_put_off().boxed());
    (prop::collection::vec(reminder, 0..3), prop::collection::vec(put_off, 0..3))
}

pub fn any_opens() -> BoxedStrategy<Opens> {
    let program = (text(), prop::collection::vec(text(), 0..4));
    prop_oneof![
        text().prop_map(|path| Opens::File { path }),
        text().prop_map(|address| Opens::Link { address }),
        program.prop_map(|(program, arguments)| Opens::Program { program, arguments }),
    ]
    .boxed()
}

prop_compose! {
    fn any_item()(number in 2_000_u128..2_100, group in prop::sample::select(&Group::ALL[..]), words in text(), position in any::<u32>(),
        is_once in any::<bool>(), stamps in (prop::option::of(stamp()), prop::option::of(stamp()), stamp(), stamp()),
        opens in prop::option::of(any_opens())) -> EnvironmentItem {
        let (set_up, archived, made, modified) = stamps;
        let kind = if is_once { ItemKind::SetUpOnce } else { ItemKind::EverySession };
        EnvironmentItem { group, kind, text: words, position, set_up, archived, opens, made, modified, ..environment_item(number) }
    }
}

prop_compose! {
    fn any_plan()(texts in prop::array::uniform4(text()), read_back in prop::option::of(stamp()),
        archived in prop::option::of(stamp()), made in stamp(), modified in stamp()) -> Plan {
        let [obstacle, action, wish, outcome] = texts;
        Plan { obstacle, action, wish, outcome, read_back, archived, made, modified, ..plan(300) }
    }
}

const RESULTS: [UseResult; 3] = [UseResult::Open, UseResult::Helped, UseResult::DidNotHelp];

prop_compose! {
    fn any_plan_use()(number in 310_u128..330, at in stamp(), day in any_day(), session in prop::option::of(0_u32..9),
        result in prop::sample::select(&RESULTS[..])) -> PlanUse {
        PlanUse { at, day, session: session.map(|nth| super::samples::session(nth).id), result, ..plan_use(number) }
    }
}

prop_compose! {
    fn any_plans()(plan in any_plan(), uses in prop::collection::vec(any_plan_use(), 0..4)) -> (Plan, Vec<PlanUse>) {
        (plan, uses)
    }
}

prop_compose! {
    fn any_break()(occasion in any_occasion(), words in text(), minutes in 1_i64..=240,
        started in stamp()) -> RewardBreak {
        let ends = started + Duration::minutes(minutes);
        RewardBreak { occasion, words, started, ends }
    }
}

prop_compose! {
    fn any_model()(worked in any_worked(), settings in any_planned().boxed(), wish in (text(), stamp()),
        pause in prop::option::of(any_break()), decided in any_decided(), plans in prop::option::of(any_plans().boxed()),
        items in prop::collection::vec(any_item().boxed(), 0..4), reminded in (any_reminded(), any_looked_back()),
        aside in prop::collection::vec((text(), "[a-z_]{1,12}"), 0..3), rewarded in (any_rewarded(), any_peopled())) -> Model {
        let mut made = model(0);
        if let Some((plan, uses)) = plans {
            made.plans.insert(plan);
            for usage in uses {
                made.plan_uses.insert(usage);
            }
        }
        worked.put(&mut made);
        for item in items {
            made.environment.insert(item);
        }
        decide(&mut made, decided);
        let (reminded, looked_back) = reminded;
        reminded.0.into_iter().for_each(|reminder| made.reminders.insert(reminder));
        reminded.1.into_iter().for_each(|put_off| made.put_offs.insert(put_off));
        looked_back.0.into_iter().for_each(|review| made.reviews.insert(review));
        looked_back.1.into_iter().for_each(|experiment| made.experiments.insert(experiment));
        made.wishes.update(id(2), |old| (old.title, old.added) = wish);
        made.settings = settings;
        // A break after a session needs that session.
        made.reward_break = pause.and_then(|pause| {
            let session = made.sessions.iter().next().map(|session| Occasion::Session(session.id));
            let is_of_session = matches!(pause.occasion, Occasion::Session(_));
            Some(RewardBreak { occasion: if is_of_session { session? } else { pause.occasion }, ..pause })
        });
        rewarded.0.put(&mut made);
        rewarded.1.put(&mut made);
        let quarantined = |(text, list): (String, String)| Quarantined { list, reason: text.clone(), text };
        made.quarantine = std::sync::Arc::new(aside.into_iter().map(quarantined).collect());
        made
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_model_comes_back_as_it_was(model in any_model()) {
        let text = to_text(&model).unwrap();
        prop_assert!(same_data(&read_back(text.as_bytes()).expect("a file that reads back"), &model));
        let read = read(text.as_bytes()).expect("a file that loads");
        prop_assert_eq!(read.newly_quarantined, 0);
        prop_assert!(same_data(&read.model, &model));
        prop_assert_eq!(to_text(&read.model).unwrap(), text);
    }

    #[test]
    fn the_parser_cuts_a_file_as_the_lines_do(model in any_model()) {
        let text = to_text(&model).unwrap();
        // A comment is not in the app's own layout, so the parser does the work.
        let commented = text.replacen("goals: [", "// laid out by hand\ngoals: [", 1);
        prop_assert!(same_data(&read(commented.as_bytes()).expect("a file that loads").model, &model));
    }
}

#[test]
fn the_outer_edges_come_back() {
    let mut made = model(1);
    let edge = Session { planned_secs: u32::MAX, ease: Some(1), offset_secs: -86_399, ..session(0) };
    made.sessions.insert(edge);
    for amount in [f64::MIN_POSITIVE, 1e-300, 0.1 + 0.2, -1e9, 1e9] {
        let id = made.counts.iter().next().unwrap().id;
        made.counts.update(id, |count| count.amount = amount);
        let read = read(to_text(&made).unwrap().as_bytes()).unwrap();
        assert!(same_data(&read.model, &made), "{amount}");
    }
}

#[test]
fn one_record_is_one_line() {
    let text = to_text(&model(20)).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("(id: ")).count(), 25);
    assert_eq!(text.lines().count(), 25 + 61);
}
