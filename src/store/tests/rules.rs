//! R23: one bad record is set aside word for word, and the rest loads.

use super::flow::{paths, ready, real};
use super::samples::{model, noon};
use crate::domain::goal::GoalState;
use crate::store::read::{Unreadable, read};
use crate::store::write::to_text;
use crate::store::{Shrink, open};

/// Loads the sample with `old` replaced by `new` in its text: one record is set aside for `reason`, and nothing is lost by saving.
#[track_caller]
fn check_set_aside(list: &str, old: &str, new: &str, reason: &str) {
    let text = to_text(&model(4)).unwrap();
    assert!(text.contains(old), "the sample has no {old}");
    let text = text.replacen(old, new, 1);
    let line =
        text.lines().zip(to_text(&model(4)).unwrap().lines()).find(|(new, old)| new != old).unwrap().0.to_owned();
    let loaded = read(text.as_bytes()).unwrap();
    assert_eq!(loaded.newly_quarantined, 1, "{:?}", loaded.model.quarantine);
    let aside = &loaded.model.quarantine[0];
    assert_eq!((aside.list.as_str(), aside.reason.as_str()), (list, reason));
    assert!(line.contains(&aside.text), "{} is not word for word", aside.text);
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert_eq!((again.newly_quarantined, &again.model.quarantine), (0, &loaded.model.quarantine));
}

const FIRST: &str = "id: \"01950000-0000-7000-8000-0000000f4240\"";
const SECOND: &str = "id: \"01950000-0000-7000-8000-0000000f4241\"";

#[test]
fn a_session_that_breaks_a_rule_is_set_aside() {
    let check = |old, new, reason| check_set_aside("sessions", old, new, reason);
    check("end: \"2026-03-01T08:27:00Z\"", "end: \"2026-03-01T08:11:00Z\"", "an interval ends before it starts");
    check(
        "start: \"2026-03-01T08:12:00Z\"",
        "start: \"2026-03-01T08:09:00Z\"",
        "its intervals overlap or are out of order",
    );
    check("end: \"2026-03-01T08:27:00Z\"", "end: \"2026-03-02T09:27:00Z\"", "more than 16 hours of focus");
    check(
        "ended: Earned, intention",
        "planned_minutes: 5, ended: Earned, ease: Some(0), intention",
        "Unexpected duplicate field named `ease` in `Session`",
    );
    check("ease: Some(4)", "ease: Some(6)", "a rating is not 1 to 5");
    check("motivation_after: Some(5)", "motivation_after: Some(0)", "a rating is not 1 to 5");
    check("offset_secs: 3600", "offset_secs: 86400", "the offset is a day or more");
    check("day: \"2026-03-01\", planned", "day: \"2026-03-09\", planned", "the day is not the day of the start");
    check("day: \"2026-03-01\", planned", "day: \"9999-03-01\", planned", "a date lies outside the years 1970 to 2200");
    check(
        "started: \"2026-03-01T08:00:00Z\"",
        "started: \"9999-03-01T08:00:00Z\"",
        "a date lies outside the years 1970 to 2200",
    );
    check(
        "started: \"2026-03-01T08:00:00Z\"",
        "started: \"1969-03-01T08:00:00Z\"",
        "a date lies outside the years 1970 to 2200",
    );
    check(FIRST, SECOND, "another record has the same id");
}

#[test]
fn a_session_that_does_not_parse_is_set_aside() {
    let text = to_text(&model(4)).unwrap();
    for (old, new) in [
        ("planned_secs: 1500", "planned_secs: -5"),
        ("ended: Earned", "ended: Won"),
        ("started: \"2026-03-01T08:00:00Z\", ", ""),
        (FIRST, "id: \"none\""),
        ("ease: Some(4)", "ease: 400"),
    ] {
        let loaded = read(text.replacen(old, new, 1).as_bytes()).unwrap();
        assert_eq!((loaded.newly_quarantined, loaded.model.sessions.len()), (1, 3), "{new}");
        assert!(loaded.model.quarantine[0].text.starts_with("(id: ") && loaded.model.quarantine[0].text.ends_with(')'));
    }
}

#[test]
fn a_record_whose_goal_is_not_there_is_set_aside() {
    let goal = "goal: \"01950000-0000-7000-8000-000000000001\"";
    let other = "goal: \"01950000-0000-7000-8000-000000000009\"";
    for (list, key) in [("sessions", "started"), ("counts", "at"), ("targets", "from")] {
        let (old, new) = (format!("{goal}, {key}"), format!("{other}, {key}"));
        check_set_aside(list, &old, &new, "its goal is not in the file");
    }
    let new = format!("running: Some((id: \"01950000-0000-7000-8000-00000000004d\", {other}");
    let old = new.replace(other, goal);
    check_set_aside("running", &old, &new, "its goal is not in the file");
}

#[test]
fn other_records_that_break_a_rule_are_set_aside() {
    check_set_aside("counts", "amount: 320.5", "amount: NaN", "a figure is out of range");
    check_set_aside("counts", "amount: 320.5", "amount: -inf", "a figure is out of range");
    check_set_aside("counts", "amount: 320.5", "amount: 1e12", "a figure is out of range");
    check_set_aside("targets", "minutes: 5, made", "minutes: 0, made", "a figure is out of range");
    check_set_aside("rests", "to: \"2026-02-03\"", "to: \"2026-01-03\"", "a figure is out of range");
    check_set_aside("rests", "to: \"2026-02-03\"", "to: \"2199-02-03\"", "a figure is out of range");
    check_set_aside("wishes", "added: \"2026", "added: \"2926", "a date lies outside the years 1970 to 2200");
    check_set_aside("running", "id: \"01950000-0000-7000-8000-00000000004d\"", FIRST, "another record has the same id");
    check_set_aside(
        "running",
        "last_alive: \"2026",
        "last_alive: \"2926",
        "a date lies outside the years 1970 to 2200",
    );
    check_set_aside("settings", "text_percent: 100", "text_percent: -1", "Integer is out of bounds");
}

#[test]
fn a_goal_with_a_bad_lesser_field_is_loaded_without_it_and_keeps_its_sessions() {
    let reason = "a field is out of range: loaded without it";
    check_set_aside("goals", "total: Some(50000.0)", "total: Some(inf)", reason);
    check_set_aside("goals", "target_date: Some(\"2026-12-31\")", "target_date: Some(\"9999-12-31\")", reason);
    let text = to_text(&model(4)).unwrap().replace("total: Some(50000.0)", "total: Some(-1.0)");
    assert_eq!(read(text.as_bytes()).unwrap().model.sessions.len(), 4);
}

#[test]
fn the_younger_of_two_active_goals_is_loaded_as_paused() {
    let mut two = model(2);
    let younger = crate::domain::goal::Goal { title: "the second".into(), created: noon(), ..super::samples::goal(8) };
    two.goals.insert(younger);
    let loaded = read(to_text(&two).unwrap().as_bytes()).unwrap();
    let states: Vec<GoalState> = loaded.model.goals.iter().map(|goal| goal.state).collect();
    assert_eq!(states, [GoalState::Active, GoalState::Paused]);
    assert_eq!(loaded.model.quarantine[0].reason, "two goals are active: this one was loaded as paused");
    assert!(loaded.model.quarantine[0].text.contains("the second"));
}

#[test]
fn names_that_this_version_does_not_know_are_kept() {
    let text = to_text(&model(1)).unwrap().replace("rests: [", "hopes: [\n(wish: \"peace\"),\n],\nrests: [");
    let loaded = read(text.as_bytes()).unwrap();
    assert_eq!(loaded.model.quarantine[0].list, "hopes");
    assert_eq!(loaded.model.quarantine[0].text, "[\n(wish: \"peace\"),\n]");
}

#[test]
fn a_file_in_which_most_is_broken_is_not_taken_apart() {
    let text = to_text(&model(40)).unwrap().replace(
        "id: \"01950000-0000-7000-8000-000000000001\", title",
        "id: \"01950000-0000-7000-8000-000000000099\", title",
    );
    let error = read(text.as_bytes()).unwrap_err();
    let Unreadable::MostlyBroken { broken, records, first } = error.reason else { panic!("{error}") };
    assert_eq!((broken, records, first.as_str()), (43, 45, "its goal is not in the file"));
}

#[test]
fn what_was_set_aside_is_reported_once_and_stays_in_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let paths = paths(dir.path());
    std::fs::create_dir_all(paths.folder()).unwrap();
    let broken = to_text(&model(4)).unwrap().replacen("ease: Some(4)", "ease: Some(9)", 1);
    std::fs::write(&paths.data, &broken).unwrap();
    let mut loaded = ready(open(&real(), &paths, noon()));
    assert_eq!((loaded.quarantined, loaded.model.sessions.len()), (1, 3));
    assert_eq!(std::fs::read_to_string(&paths.data).unwrap(), broken);
    loaded.file.save(&loaded.model, Shrink::Guard, noon()).unwrap();
    drop(loaded);
    let loaded = ready(open(&real(), &paths, noon()));
    assert_eq!((loaded.quarantined, loaded.model.quarantine.len()), (0, 1));
    assert!(loaded.model.quarantine[0].text.contains("ease: Some(9)"));
}

#[test]
fn a_goal_with_senseless_aims_is_loaded_without_them() {
    for aims in [
        "[(from: \"2026-02-03\", total: Some(-5.0))]",
        "[(from: \"2026-02-03\", date: Some(\"9999-02-03\"))]",
        "[(from: \"2026-02-03\"), (from: \"2026-02-03\", total: Some(5.0))]",
    ] {
        let text = to_text(&model(4)).unwrap().replacen("state: Active", &format!("state: Active, aims: {aims}"), 1);
        let loaded = read(text.as_bytes()).unwrap();
        assert_eq!((loaded.newly_quarantined, loaded.model.sessions.len()), (1, 4), "{aims}");
        assert!(loaded.model.goal().unwrap().aims.is_empty(), "{aims}");
    }
}

#[test]
fn a_goal_with_senseless_pauses_is_loaded_without_them() {
    for pauses in [
        "[(from: \"2026-02-03\", to: \"2026-02-01\")]",
        "[(from: \"2026-02-01\", to: \"9999-02-03\")]",
        "[(from: \"2026-02-01\", to: \"2026-02-05\"), (from: \"2026-02-05\", to: \"2026-02-09\")]",
    ] {
        let text =
            to_text(&model(4)).unwrap().replacen("state: Active", &format!("state: Active, pauses: {pauses}"), 1);
        let loaded = read(text.as_bytes()).unwrap();
        assert_eq!((loaded.newly_quarantined, loaded.model.sessions.len()), (1, 4), "{pauses}");
        assert!(loaded.model.goal().unwrap().pauses.is_empty(), "{pauses}");
        assert!(loaded.model.quarantine[0].text.contains("pauses: "), "kept aside word for word");
    }
}
