//! The pace of sending: what a status means, and how long to wait before the next try.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::people::Answer;

/// Waits after the first failure, the second and so on, in seconds; the last one holds from then on.
const WAITS_SECS: [u64; 6] = [30, 2 * 60, 10 * 60, 60 * 60, 3 * 60 * 60, 6 * 60 * 60];
/// Longest wait that the other side can ask for.
const MOST_ASKED: Duration = Duration::from_secs(24 * 60 * 60);
/// So many failures in a row get the wait that was asked for, however short; from then on none is shorter than our own.
const TRUSTED_FAILURES: u16 = 3;
/// Shortest wait, whatever the other side asks for.
const LEAST_ASKED: Duration = Duration::from_secs(1);
/// What happened longer ago than this is news no more, in days.
const KEPT_DAYS: i64 = 7;

/// What a status of HTTP means: 2xx arrived; 408, 425, 429 and 5xx are for later; all else is refused for good, redirects
/// too, which could lead the secret elsewhere.
pub fn judge(status: u16) -> Answer {
    match status {
        200..=299 => Answer::Taken(status),
        408 | 425 | 429 | 500.. => Answer::Busy(status),
        _ => Answer::Refused(status),
    }
}

/// How long `Retry-After` asks to wait: seconds, or a date of HTTP (RFC 9110, §10.2.3).
pub fn asked_wait(header: &str, now: DateTime<Utc>) -> Option<Duration> {
    let header = header.trim();
    if let Ok(secs) = header.parse::<u64>() {
        return Some(Duration::from_secs(secs));
    }
    let until = DateTime::parse_from_rfc2822(header).ok()?;
    Some((until.to_utc() - now).to_std().unwrap_or(Duration::ZERO))
}

/// How long to wait after so many failures in a row, 1 being the first. What the other side asks for goes first, but one
/// that goes on asking for less than our own wait is not asked every second for a week.
pub fn wait(failures: u16, asked: Option<Duration>) -> Duration {
    let step = usize::from(failures.saturating_sub(1)).min(WAITS_SECS.len() - 1);
    let own = Duration::from_secs(WAITS_SECS[step]);
    let Some(asked) = asked else { return own };
    let least = if failures > TRUSTED_FAILURES { own } else { LEAST_ASKED };
    asked.clamp(least, MOST_ASKED)
}

/// The moment a wait that begins now is over.
pub fn until(now: DateTime<Utc>, wait: Duration) -> DateTime<Utc> {
    now + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX).min(TimeDelta::days(1))
}

/// Whether a moment to wait for has come. One further away than any wait was set by a clock that was wrong.
pub fn has_come(moment: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    moment <= now || moment - now > TimeDelta::days(1)
}

/// Whether something made then is too old to be told.
pub fn is_old(made: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - made > TimeDelta::days(KEPT_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(utc: &str) -> DateTime<Utc> {
        utc.parse().unwrap()
    }

    #[track_caller]
    fn check_wait(failures: u16, asked: Option<u64>, secs: u64) {
        assert_eq!(wait(failures, asked.map(Duration::from_secs)).as_secs(), secs, "{failures} {asked:?}");
    }

    #[test]
    fn the_waits_grow_and_are_capped() {
        check_wait(1, None, 30);
        check_wait(2, None, 120);
        check_wait(3, None, 600);
        check_wait(4, None, 3_600);
        check_wait(5, None, 10_800);
        check_wait(6, None, 21_600);
        check_wait(7, None, 21_600);
        check_wait(u16::MAX, None, 21_600);
        check_wait(0, None, 30);
    }

    #[test]
    fn what_the_other_side_asks_for_goes_first_within_a_day() {
        check_wait(3, Some(2), 2);
        check_wait(1, Some(3_600), 3_600);
        check_wait(1, Some(0), 1);
        check_wait(1, Some(u64::MAX), 86_400);
    }

    #[test]
    fn from_the_fourth_failure_on_no_wait_is_shorter_than_our_own() {
        check_wait(3, Some(0), 1);
        check_wait(4, Some(0), 3_600);
        check_wait(4, Some(7_200), 7_200);
        check_wait(5, Some(2), 10_800);
        check_wait(u16::MAX, Some(0), 21_600);
        check_wait(u16::MAX, Some(u64::MAX), 86_400);
    }

    #[track_caller]
    fn check_judge(status: u16, expected: Answer) {
        assert_eq!(judge(status), expected, "{status}");
    }

    #[test]
    fn a_status_arrived_or_comes_later_or_is_refused() {
        check_judge(200, Answer::Taken(200));
        check_judge(204, Answer::Taken(204));
        check_judge(301, Answer::Refused(301));
        check_judge(307, Answer::Refused(307));
        check_judge(400, Answer::Refused(400));
        check_judge(401, Answer::Refused(401));
        check_judge(404, Answer::Refused(404));
        check_judge(408, Answer::Busy(408));
        check_judge(410, Answer::Refused(410));
        check_judge(425, Answer::Busy(425));
        check_judge(429, Answer::Busy(429));
        check_judge(500, Answer::Busy(500));
        check_judge(503, Answer::Busy(503));
        check_judge(599, Answer::Busy(599));
    }

    #[track_caller]
    fn check_asked(header: &str, secs: Option<u64>) {
        let now = at("2026-11-27T10:00:00Z");
        assert_eq!(asked_wait(header, now).map(|wait| wait.as_secs()), secs, "{header:?}");
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        check_asked("120", Some(120));
        check_asked(" 0 ", Some(0));
        check_asked("Fri, 27 Nov 2026 10:02:00 GMT", Some(120));
        check_asked("Fri, 27 Nov 2026 09:00:00 GMT", Some(0));
        check_asked("soon", None);
        check_asked("-5", None);
        check_asked("", None);
    }

    #[test]
    fn a_wait_that_a_wrong_clock_set_is_over() {
        let now = at("2026-11-27T10:00:00Z");
        assert!(has_come(now, now) && has_come(at("2026-11-27T09:59:59Z"), now));
        assert!(!has_come(at("2026-11-27T10:00:01Z"), now) && !has_come(until(now, MOST_ASKED), now));
        assert!(has_come(at("2026-11-29T10:00:00Z"), now));
    }

    #[test]
    fn after_a_week_it_is_no_news() {
        let made = at("2026-11-20T10:00:00Z");
        assert!(!is_old(made, at("2026-11-27T10:00:00Z")) && is_old(made, at("2026-11-27T10:00:01Z")));
    }
}
