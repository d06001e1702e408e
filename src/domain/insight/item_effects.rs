//! What went with each environment item: the days it was checked on against the days it was not.
//!
//! A pattern in the log, never a test: days on which an item is checked may be better for other reasons.

use std::collections::BTreeMap;

use chrono::{Days as Span, NaiveDate};
use uuid::Uuid;

use super::days::Days;
use super::patterns::{
    AmountFinding, Arm, Design, ENOUGH, FEW, RateFinding, Verdict, autocorrelation, compare_amounts, compare_rates,
    is_amount_judged, is_rate_judged,
};
use crate::domain::environment::{EnvironmentItem, for_sessions};
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::session::{Ended, Session};
use crate::domain::time::WeekStart;

/// How far back is looked, in days: longer ago the sessions were shorter, whatever was checked.
pub const WINDOW_DAYS: u64 = 182;
/// First days with an item that are left out: what is new works for being new (evidence.md §5, carry-over). Checks change
/// from day to day, so leaving out two days after every change would leave none.
const NEW_DAYS: usize = 2;

/// The findings for all items that are checked before sessions, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// The last day that is reckoned with: the end of last week, so that nothing is judged day by day.
    pub until: NaiveDate,
    pub items: Vec<ItemEffect>,
}

/// What went with one item: A are the days it was checked on, B the days with sessions without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemEffect {
    pub item: Uuid,
    /// Days on which the next planned day had a session.
    pub returned: RateFinding,
    /// Minutes of the day.
    pub minutes: AmountFinding,
}

/// The outcomes of the days of one item, in order of time.
#[derive(Debug, Default)]
struct Log {
    days: Vec<Logged>,
}

#[derive(Clone, Copy, Debug)]
struct Logged {
    is_checked: bool,
    minutes: f64,
    /// Whether the next planned day had a session; none where that day is not over yet.
    returned: Option<bool>,
}

impl Effects {
    /// Looks at the sessions of the goal; `days` are those of the same goal.
    pub fn of(model: &Model, goal: &Goal, days: &Days, today: NaiveDate) -> Self {
        let until = last_judged(model.settings.week_start, today);
        let items = for_sessions(model, goal.id);
        if items.is_empty() {
            return Self { until, items: Vec::new() };
        }
        let first = until.checked_sub_days(Span::new(WINDOW_DAYS - 1)).unwrap_or(NaiveDate::MIN);
        let mut by_day: BTreeMap<NaiveDate, Vec<&Session>> = BTreeMap::new();
        // A session entered by hand does not say what was checked.
        let told = model.sessions.iter().filter(|session| session.goal == goal.id && session.ended != Ended::Added);
        let mut before = None;
        for session in told {
            if session.day < first {
                before = before.max(Some(session.started));
            } else if session.day <= until {
                by_day.entry(session.day).or_default().push(session);
            }
        }
        let log = |item: &EnvironmentItem| {
            let is_new = before.is_none_or(|before| before < item.made);
            Log::of(item, &by_day, days, until).without_first(if is_new { NEW_DAYS } else { 0 })
        };
        let logs: Vec<(Uuid, Log)> = items.iter().map(|item| (item.id, log(item))).collect();
        Self { until, items: compared(&logs) }
    }

    /// The finding for one item.
    pub fn get(&self, item: Uuid) -> Option<&ItemEffect> {
        self.items.iter().find(|effect| effect.item == item)
    }
}

/// The findings for all items together. All that can have a verdict, returning and minutes of each item, share the chance
/// of a false one (evidence.md §5: threshold 1 − .05/c).
fn compared(logs: &[(Uuid, Log)]) -> Vec<ItemEffect> {
    let comparisons = logs.iter().map(|(_, log)| log.verdicts()).sum();
    logs.iter().map(|(item, log)| log.effect(*item, comparisons)).collect()
}

/// The last day of the week before the one that `today` lies in.
pub(super) fn last_judged(week_start: WeekStart, today: NaiveDate) -> NaiveDate {
    let first = week_start.first_day_of(today);
    first.pred_opt().unwrap_or(first)
}

impl Log {
    fn of(item: &EnvironmentItem, by_day: &BTreeMap<NaiveDate, Vec<&Session>>, days: &Days, until: NaiveDate) -> Self {
        let logged = by_day.iter().filter_map(|(day, sessions)| {
            let is_checked = sessions.iter().any(|session| session.environment.contains(&item.id));
            let had_it = sessions.iter().any(|session| item.made <= session.started);
            let secs = days.get(*day)?.focus_secs;
            let returned = next_planned(days, *day).filter(|(next, _)| *next <= until).map(|(_, is_done)| is_done);
            (is_checked || had_it).then_some(Logged { is_checked, minutes: secs as f64 / 60.0, returned })
        });
        Self { days: logged.collect() }
    }

    fn without_first(mut self, left_out: usize) -> Self {
        self.days.drain(..left_out.min(self.days.len()));
        self
    }

    fn minutes(&self, is_checked: bool) -> Vec<f64> {
        self.days.iter().filter(|day| day.is_checked == is_checked).map(|day| day.minutes).collect()
    }

    fn arm(&self, is_checked: bool) -> Arm {
        let known = self.days.iter().filter(|day| day.is_checked == is_checked).filter_map(|day| day.returned);
        known.fold(Arm::default(), |arm, returned| Arm { came: arm.came + u32::from(returned), n: arm.n + 1 })
    }

    /// Autocorrelation of returning, and of minutes.
    fn rhos(&self) -> [f64; 2] {
        let returns: Vec<f64> = self.days.iter().filter_map(|day| day.returned.map(f64::from)).collect();
        let minutes: Vec<f64> = self.days.iter().map(|day| day.minutes).collect();
        [returns, minutes].map(|series| autocorrelation(&series))
    }

    /// How many verdicts there are days enough for, 0–2.
    fn verdicts(&self) -> u32 {
        let [of_returning, of_minutes] = self.rhos();
        let known = [true, false].map(|is_checked| self.arm(is_checked).n);
        let days = [true, false].map(|is_checked| u32::try_from(self.minutes(is_checked).len()).unwrap_or(u32::MAX));
        let is_told = days[0].min(days[1]) >= ENOUGH && is_amount_judged(days, of_minutes);
        u32::from(is_rate_judged(known, of_returning)) + u32::from(is_told)
    }

    fn effect(&self, item: Uuid, comparisons: u32) -> ItemEffect {
        let [of_returning, of_minutes] = self.rhos();
        let (with, without) = (self.minutes(true), self.minutes(false));
        ItemEffect {
            item,
            returned: compare_rates(self.arm(true), self.arm(false), of_returning, comparisons, Design::Chosen),
            minutes: held_back(compare_amounts(&with, &without, of_minutes, comparisons)),
        }
    }
}

/// Of an item minutes are told by the same numbers of days as returning is, so that one line does not say more than the
/// other: counts below 8 a side, no verdict below 15.
fn held_back(finding: AmountFinding) -> AmountFinding {
    let least = finding.days[0].min(finding.days[1]);
    if least < FEW {
        return AmountFinding { shift: None, verdict: Verdict::Counts, ..finding };
    }
    let is_early = least < ENOUGH && finding.verdict != Verdict::Counts;
    AmountFinding { verdict: if is_early { Verdict::TooEarly } else { finding.verdict }, ..finding }
}

/// The next day that is no rest, and whether it had a session.
fn next_planned(days: &Days, day: NaiveDate) -> Option<(NaiveDate, bool)> {
    let after = day.iter_days().skip(1).map_while(|next| days.get(next));
    after.into_iter().find(|next| next.rest.is_none()).map(|next| (next.day, next.is_done()))
}

#[cfg(test)]
mod tests;
