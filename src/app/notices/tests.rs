use chrono::{FixedOffset, TimeZone};

use super::*;
use crate::domain::alarms::alarms;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::reminders::ReminderAction;
use crate::domain::session::SessionAction;
use crate::domain::timer::TimerAction;
use crate::domain::{Action, apply};

/// A time of a day in March 2026, in UTC; the 2nd is a Monday.
fn at(day: u32, hour: u32, minute: u32) -> Now {
    let utc = Utc.with_ymd_and_hms(2026, 3, day, hour, minute, 0).unwrap();
    Now::new(utc, FixedOffset::east_opt(0).unwrap(), u64::from(day * 10_000 + hour * 100 + minute))
}

/// A goal begun on Monday with ten minutes at 09:00, and a reminder at 12:00 from Monday to Friday.
fn model() -> Model {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut model = Model::default();
    apply(&mut model, Action::Goal(GoalAction::Create { title: "Write".to_owned() }), at(2, 9, 0)).unwrap();
    work(&mut model, at(2, 9, 15));
    let (weekdays, cue) = (vec![Mon, Tue, Wed, Thu, Fri], String::new());
    let add = ReminderAction::Add { minute: 12 * 60, weekdays, cue };
    apply(&mut model, Action::Reminder(add), at(2, 9, 20)).unwrap();
    model
}

/// Ten minutes that end now.
fn work(model: &mut Model, now: Now) {
    let started = now.utc - chrono::Duration::minutes(10);
    let add = SessionAction::Add { started, offset_secs: 0, focus_secs: 600, note: String::new() };
    apply(model, Action::Session(add), now).unwrap();
}

/// The next planned alarm after a moment, its kind and the first button of its notice.
fn next(model: &Model, now: Now) -> (AlarmKind, DateTime<Utc>, String) {
    let here = |_| now.offset;
    let alarm = alarms(model, now, &here).into_iter().find(|alarm| alarm.kind.is_planned()).unwrap();
    let notice = notice(model, &alarm, &here, &Text::english()).unwrap();
    (alarm.kind, alarm.due, notice.actions[0].1.clone())
}

/// The first button of what comes next, and of the same put off by ten minutes.
#[track_caller]
fn check_put_off(mut model: Model, now: Now, kind: AlarmKind, button: &str) {
    let (found, due, first) = next(&model, now);
    assert_eq!((found, first.as_str()), (kind, button));
    let then = Now::new(due, now.offset, 7);
    apply(&mut model, Action::Reminder(ReminderAction::PutOff), then).unwrap();
    let (found, _, again) = next(&model, then);
    assert_eq!((found, again.as_str()), (AlarmKind::PutOffOver, button), "put off: {kind:?}");
}

/// A partner with a daily check-in at 20:00.
fn with_partner() -> (Model, Uuid) {
    use crate::domain::people::{PartnerDetails, PeopleAction, Rhythm};
    let mut model = model();
    let rhythm = Rhythm::Daily { minute: 20 * 60 };
    let details = PartnerDetails { name: "Ada".to_owned(), rhythm, ..PartnerDetails::default() };
    apply(&mut model, Action::People(PeopleAction::AddPartner(details)), at(2, 9, 30)).unwrap();
    let id = model.partners.last().unwrap().id;
    (model, id)
}

fn check_in_due(model: &Model) -> Option<Notice> {
    let here = |_| at(2, 10, 0).offset;
    let all = alarms(model, at(2, 10, 0), &here);
    let due = all.iter().find(|alarm| matches!(alarm.kind, AlarmKind::CheckInDue { .. })).unwrap();
    notice(model, due, &here, &Text::english())
}

#[test]
fn a_check_in_that_is_due_names_the_partner_and_leads_to_what_is_to_be_sent() {
    let (mut model, id) = with_partner();
    let told = check_in_due(&model).unwrap();
    assert_eq!((told.title.as_str(), told.actions[0].1.as_str()), ("Check in with Ada", "Check in…"));
    assert_eq!((partner_of(&told.tag), partner_of("reminder")), (Some(id), None));
    model.settings.notifications = Notifications::Private;
    assert_eq!(check_in_due(&model).unwrap().title, "A check-in is due");
}

#[test]
fn a_check_in_missed_in_sleep_is_summed_up_only_while_it_is_still_due() {
    let (mut model, partner) = with_partner();
    let missed = [AlarmKind::CheckInDue { partner }, AlarmKind::CheckInDue { partner }];
    let told = |model: &Model| summary(model, &missed, at(2, 21, 0), &Text::english()).map(|notice| notice.title);
    assert_eq!(told(&model).as_deref(), Some("Check in with Ada"));
    let (to, way) = (people::To::Partner(partner), people::Way::Copied);
    let span = people::Span::Day("2026-03-02".parse().unwrap());
    let new = people::NewCheckIn { to, way, span, words: String::new(), question: String::new() };
    apply(&mut model, Action::People(people::PeopleAction::CheckIn(new)), at(2, 20, 30)).unwrap();
    assert_eq!(told(&model), None);
}

#[test]
fn a_check_in_missed_with_a_review_is_told_with_it() {
    let (model, partner) = with_partner();
    let missed = [AlarmKind::ReviewDue, AlarmKind::CheckInDue { partner }];
    let told = summary(&model, &missed, at(8, 21, 0), &Text::english()).unwrap();
    assert_eq!(told.tag, TAG_REVIEW);
    assert!(told.body.ends_with("A check-in is due too."), "{}", told.body);
}

#[test]
fn what_is_put_off_comes_again_with_the_length_it_had() {
    let reminder = model().reminders.last().unwrap().id;
    // After two missed days, at the end of an empty one, and on a day like any other.
    check_put_off(model(), at(5, 9, 0), AlarmKind::Comeback, "Start 2 min");
    check_put_off(model(), at(3, 19, 0), AlarmKind::DayEnding, "Start 2 min");
    let mut steady = model();
    work(&mut steady, at(3, 9, 0));
    check_put_off(steady, at(4, 9, 0), AlarmKind::Reminder { reminder }, "Start 5 min");
    check_put_off(model(), at(4, 9, 0), AlarmKind::NeverMissTwice, "Start 5 min");
}

#[test]
fn a_review_has_no_notice_while_a_session_runs() {
    let mut model = model();
    let alarm = Alarm { due: at(8, 18, 0).utc, kind: AlarmKind::ReviewDue, cue: String::new() };
    let told =
        |model: &Model| notice(model, &alarm, &|_| at(8, 18, 0).offset, &Text::english()).map(|notice| notice.tag);
    assert_eq!(told(&model).as_deref(), Some(TAG_REVIEW));
    let start = TimerAction::Start { planned_secs: 1_500, intention: String::new(), environment: Vec::new() };
    apply(&mut model, Action::Timer(start), at(8, 17, 50)).unwrap();
    assert_eq!(told(&model), None);
}

#[test]
fn no_notice_says_the_identity() {
    let mut model = model();
    let (id, identity) = (model.goal().unwrap().id, "someone who secretly writes");
    let set = GoalAction::Set { id, field: GoalField::Identity(identity.to_owned()) };
    apply(&mut model, Action::Goal(set), at(2, 9, 30)).unwrap();
    let (text, nobody, now) = (Text::english(), uuid::Uuid::nil(), at(2, 10, 0));
    let here = |_| now.offset;
    let kinds = [
        AlarmKind::SessionEarned { session: nobody },
        AlarmKind::Overtime { session: nobody },
        AlarmKind::BreakOver,
        AlarmKind::DayStart,
        AlarmKind::Reminder { reminder: nobody },
        AlarmKind::PutOffOver,
        AlarmKind::NeverMissTwice,
        AlarmKind::Comeback,
        AlarmKind::DayEnding,
        AlarmKind::Checklist,
        AlarmKind::ReviewDue,
    ];
    let alarm = |kind| Alarm { due: now.utc, kind, cue: model.goal().unwrap().cue.clone() };
    let mut told: Vec<Notice> =
        kinds.into_iter().filter_map(|kind| notice(&model, &alarm(kind), &here, &text)).collect();
    told.extend(summary(&model, &kinds, now, &text));
    assert_eq!(told.len(), 11, "every kind but the start of a day, and the summary");
    assert!(told.iter().all(|notice| !format!("{notice:?}").contains(identity)));
}
