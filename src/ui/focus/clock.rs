//! The calm clock: what the face shows of a running session, and how long until that changes.

use std::time::Duration;

use crate::domain::settings::ClockFace;

/// Below this much of the plan the clock shows seconds, in seconds.
const LAST_MINUTE_SECS: i64 = 60;
/// Steps of the ring over the whole plan, and the least length of one, in seconds.
const NOTCHES: i64 = 60;
const NOTCH_SECS: i64 = 30;

/// What the clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Whole minutes left, the one begun included.
    Minutes(i64),
    /// Seconds left.
    Seconds(i64),
    /// The plan was just reached.
    Earned,
    /// Whole minutes beyond the plan.
    Over(i64),
    /// Seconds beyond the plan.
    OverSeconds(i64),
}

/// The face for some focus of a plan, both in seconds.
pub fn face(focus_secs: i64, planned_secs: i64, style: ClockFace) -> Face {
    let left = planned_secs - focus_secs;
    match style {
        ClockFace::Seconds if left > 0 => Face::Seconds(left),
        ClockFace::Seconds => Face::OverSeconds(-left),
        ClockFace::Minutes if left > LAST_MINUTE_SECS => Face::Minutes(left.div_euclid(60) + i64::from(left % 60 > 0)),
        ClockFace::Minutes if left > 0 => Face::Seconds(left),
        ClockFace::Minutes if left > -60 => Face::Earned,
        ClockFace::Minutes => Face::Over(-left / 60),
    }
}

/// How long until the face or the ring shows something else, while focus goes on.
pub fn next_change(focus_secs: i64, planned_secs: i64, style: ClockFace) -> Duration {
    let left = planned_secs - focus_secs;
    let face_secs = match face(focus_secs, planned_secs, style) {
        Face::Minutes(minutes) => left - ((minutes - 1) * 60).max(LAST_MINUTE_SECS),
        Face::Seconds(_) | Face::OverSeconds(_) => 1,
        Face::Earned | Face::Over(_) => 60 - (-left).rem_euclid(60),
    };
    let notch = (planned_secs / NOTCHES).max(NOTCH_SECS);
    let ring_secs = notch - focus_secs.rem_euclid(notch);
    Duration::from_secs(u64::try_from(face_secs.min(ring_secs)).unwrap_or(0).max(1))
}

/// How long until the minutes left of a break change.
pub fn next_break_change(left_secs: i64) -> Duration {
    let secs = if left_secs > 60 { (left_secs - 1).rem_euclid(60) + 1 } else { left_secs };
    Duration::from_secs(u64::try_from(secs).unwrap_or(0).max(1))
}

/// Minutes and seconds: "4:05".
pub fn minutes_seconds(secs: i64) -> String {
    format!("{}:{:02}", secs / 60, secs % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_minutes(focus_secs: i64, expected: Face, change_secs: u64) {
        assert_eq!(face(focus_secs, 1080, ClockFace::Minutes), expected);
        assert_eq!(next_change(focus_secs, 1080, ClockFace::Minutes), Duration::from_secs(change_secs));
    }

    #[test]
    fn a_session_of_18_minutes_begins_with_18() {
        check_minutes(0, Face::Minutes(18), 30);
    }

    #[test]
    fn the_minute_begun_is_shown_until_it_is_over() {
        check_minutes(340, Face::Minutes(13), 20);
        check_minutes(360, Face::Minutes(12), 30);
    }

    #[test]
    fn the_last_minute_counts_seconds() {
        check_minutes(1019, Face::Minutes(2), 1);
        check_minutes(1020, Face::Seconds(60), 1);
        check_minutes(1079, Face::Seconds(1), 1);
    }

    #[test]
    fn overtime_counts_whole_minutes() {
        check_minutes(1080, Face::Earned, 30);
        check_minutes(1139, Face::Earned, 1);
        check_minutes(1140, Face::Over(1), 30);
        check_minutes(1275, Face::Over(3), 15);
    }

    #[test]
    fn with_seconds_every_second_is_a_change() {
        assert_eq!(face(340, 1080, ClockFace::Seconds), Face::Seconds(740));
        assert_eq!(next_change(340, 1080, ClockFace::Seconds), Duration::from_secs(1));
        assert_eq!(face(1090, 1080, ClockFace::Seconds), Face::OverSeconds(10));
    }

    #[test]
    fn a_long_plan_has_sixty_notches() {
        assert_eq!(next_change(60, 14_400, ClockFace::Minutes), Duration::from_secs(60));
        assert_eq!(next_change(70, 14_400, ClockFace::Minutes), Duration::from_secs(50));
    }

    #[test]
    fn a_break_changes_by_the_minute() {
        assert_eq!(next_break_change(600), Duration::from_secs(60));
        assert_eq!(next_break_change(601), Duration::from_secs(1));
        assert_eq!(next_break_change(40), Duration::from_secs(40));
    }

    #[test]
    fn a_whole_session_of_18_minutes_is_under_120_frames() {
        let mut focus_secs = 0;
        let mut frames = 0;
        while focus_secs < 1080 {
            focus_secs += i64::try_from(next_change(focus_secs, 1080, ClockFace::Minutes).as_secs()).unwrap();
            frames += 1;
        }
        assert_eq!(frames, 94);
    }
}
