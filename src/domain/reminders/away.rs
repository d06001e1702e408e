//! Away: the days that were missed since the last session, as the words of today's reminder need them.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::rest::rest_on;

/// Days looked back at most; whoever was away longer was away long.
const LOOK_BACK_DAYS: u64 = 30;

/// How long the user was away before a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Away {
    /// Planned days without a session right before the day, 0–30; rests are left out. None once the day itself has a
    /// session: whoever worked is back.
    pub missed: u32,
    /// The last of them.
    pub last_missed: Option<NaiveDate>,
    /// Whether the goal had a session before that.
    pub has_begun: bool,
}

impl Away {
    /// True when the words are those of coming back, with the smallest session.
    pub fn is_comeback(self) -> bool {
        self.has_begun && self.missed > 1
    }

    /// Counts back from the day before `today`. Planned are the [`planned_weekdays`].
    pub fn of(model: &Model, goal: &Goal, today: NaiveDate) -> Self {
        let oldest = today.checked_sub_days(Days::new(LOOK_BACK_DAYS)).unwrap_or(today).max(goal.start_day);
        let planned = planned_weekdays(model, goal);
        let done = || model.goal_sessions().rev().map(|session| session.day);
        if done().find(|day| *day <= today) == Some(today) {
            return Self { has_begun: true, ..Self::default() };
        }
        let last_done = done().find(|day| *day < today);
        let before = today.pred_opt().unwrap_or(today);
        let since = last_done.and_then(|day| day.succ_opt()).unwrap_or(oldest).max(oldest);
        let days = since.iter_days().take_while(|day| *day <= before);
        let is_missed = |day: &NaiveDate| {
            planned.contains(&day.weekday())
                && rest_on(&model.rests, *day).is_none()
                && !goal.pauses.iter().any(|pause| (pause.from..=pause.to).contains(day))
        };
        let missed: Vec<NaiveDate> = days.filter(is_missed).collect();
        let count = u32::try_from(missed.len()).unwrap_or(0);
        Self { missed: count, last_missed: missed.last().copied(), has_begun: last_done.is_some() }
    }
}

/// The weekdays on which the user means to work: those of the goal days that a reminder comes on, all when there is none.
///
/// There are two notions of a planned day. Advice and the length of a session ask what to do next, so they take these
/// weekdays, as they are set now: here, in the nudges about misses and in `session_length`. The run with its reserve,
/// the rate of coming back, strength and what went with an environment item tell the past: they take every day that is
/// no rest as planned (`insight`), so that a reminder added or moved today rewrites no figure of last week.
pub fn planned_weekdays(model: &Model, goal: &Goal) -> Vec<Weekday> {
    let day_start_hour = model.settings.day_start_hour;
    let of_goal = model.reminders.iter().filter(|reminder| reminder.goal == goal.id && reminder.state.is_on());
    let planned: Vec<Weekday> = of_goal.flat_map(|reminder| reminder.goal_weekdays(day_start_hour)).collect();
    if planned.is_empty() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        return vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun];
    }
    planned
}
