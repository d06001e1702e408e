//! When the work is done: minutes and sessions by hour and weekday.
//!
//! Where most sessions begin is a plain count. Whether one weekday sees more minutes than the others is judged by the rules
//! of evidence.md §5, once a week: it is a pattern in the log, as days are not dealt out by chance.

use chrono::{DateTime, Datelike, Days as Span, NaiveDate, Timelike, Utc, Weekday};

use super::days::{Day, Days};
use super::item_effects::{WINDOW_DAYS, last_judged};
use super::patterns::{AmountFinding, ENOUGH, FEW, autocorrelation, compare_amounts};
use crate::domain::session::Session;
use crate::domain::time::{WeekStart, local_time, offset_from_secs, shifted};

#[cfg(test)]
mod tests;

/// One hour of one weekday, or any sum of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Seconds of focus that lie in it.
    pub secs: i64,
    /// Sessions that began in it.
    pub sessions: u32,
}

/// The hours of the week, by the wall clock where each session was made; a goal day that lasts beyond midnight keeps its
/// weekday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rhythm {
    /// Hours 0–23 of each weekday, Monday first.
    pub cells: [[Cell; 24]; 7],
    pub most: MostlyAt,
}

/// The hour at which most sessions begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MostlyAt {
    /// Fewer than 15 sessions, or fewer than 8 at any hour: only the counts are told.
    #[default]
    TooFew,
    /// Two hours have the same number, so neither has most.
    Shared,
    /// So many of all sessions began in the hour from this one on, 0–23.
    Hour { hour: u8, sessions: u32, of: u32 },
}

/// The weekdays over the last half year of whole weeks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weekdays {
    /// The last day that is reckoned with: the end of last week, so that nothing is judged day by day.
    pub until: NaiveDate,
    /// Monday first.
    pub figures: [WeekdayFigures; 7],
    /// None without a session.
    pub best: Option<BestWeekday>,
}

/// All days of one weekday, but for rests without a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekdayFigures {
    pub days: u32,
    pub days_done: u32,
    pub focus_secs: i64,
}

/// The weekday with most minutes a day: A in the finding, all other days being B.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BestWeekday {
    pub weekday: Weekday,
    /// Minutes a day, days without a session being 0; as one of seven that could have been the best.
    pub minutes: AmountFinding,
}

impl Rhythm {
    /// The hours of these sessions, in any order.
    pub fn of<'a>(sessions: impl Iterator<Item = &'a Session>) -> Self {
        let mut cells = [[Cell::default(); 24]; 7];
        for session in sessions {
            let offset = offset_from_secs(session.offset_secs);
            let local = |at: DateTime<Utc>| local_time(at, offset).time();
            let hours = &mut cells[session.day.weekday().num_days_from_monday() as usize];
            hours[local(session.started).hour() as usize].sessions += 1;
            for interval in &session.intervals {
                let mut at = interval.start;
                while at < interval.end {
                    let time = local(at);
                    let left = 3_600 - i64::from(time.num_seconds_from_midnight() % 3_600);
                    let end = shifted(at, left).min(interval.end);
                    hours[time.hour() as usize].secs += (end - at).num_seconds();
                    at = end;
                }
            }
        }
        let mut rhythm = Self { cells, most: MostlyAt::TooFew };
        rhythm.most = MostlyAt::of(&rhythm.hours());
        rhythm
    }

    /// Each hour of the day, whatever the weekday.
    pub fn hours(&self) -> [Cell; 24] {
        let mut hours = [Cell::default(); 24];
        for weekday in &self.cells {
            for (sum, cell) in hours.iter_mut().zip(weekday) {
                *sum = Cell { secs: sum.secs + cell.secs, sessions: sum.sessions + cell.sessions };
            }
        }
        hours
    }
}

impl MostlyAt {
    fn of(hours: &[Cell; 24]) -> Self {
        let of = hours.iter().map(|hour| hour.sessions).sum();
        let sessions = hours.iter().map(|hour| hour.sessions).max().unwrap_or(0);
        let mut with_most = (0_u8..).zip(hours).filter(|(_, hour)| hour.sessions == sessions).map(|(hour, _)| hour);
        match (with_most.next(), with_most.next()) {
            _ if of < ENOUGH || sessions < FEW => Self::TooFew,
            (Some(hour), None) => Self::Hour { hour, sessions, of },
            _ => Self::Shared,
        }
    }
}

impl Weekdays {
    /// The weekdays of a goal's days up to the end of the week before `today`; later days are not looked at.
    pub fn of(days: &Days, week_start: WeekStart, today: NaiveDate) -> Self {
        let until = last_judged(week_start, today);
        let first = until.checked_sub_days(Span::new(WINDOW_DAYS - 1)).unwrap_or(NaiveDate::MIN);
        let is_counted = |day: &&Day| day.day <= until && (day.rest.is_none() || day.is_done());
        let start = days.as_slice().partition_point(|day| day.day < first);
        let counted: Vec<&Day> = days.as_slice()[start..].iter().filter(is_counted).collect();
        let mut figures = [WeekdayFigures::default(); 7];
        for day in &counted {
            let of_day = &mut figures[day.day.weekday().num_days_from_monday() as usize];
            of_day.days += 1;
            of_day.days_done += u32::from(day.is_done());
            of_day.focus_secs += day.focus_secs;
        }
        Self { until, figures, best: best(&counted, &figures) }
    }
}

/// The weekday with most minutes a day against the other days.
fn best(counted: &[&Day], figures: &[WeekdayFigures; 7]) -> Option<BestWeekday> {
    let a_day = |of: &WeekdayFigures| of.focus_secs as f64 / f64::from(of.days.max(1));
    let mut weekday = Weekday::Mon;
    let (mut most, mut found) = (0.0, None);
    for of_day in figures {
        if a_day(of_day) > most {
            (most, found) = (a_day(of_day), Some(weekday));
        }
        weekday = weekday.succ();
    }
    let weekday = found?;
    let minutes = |day: &Day| day.focus_secs as f64 / 60.0;
    let (on_it, others): (Vec<&Day>, Vec<&Day>) = counted.iter().copied().partition(|day| day.day.weekday() == weekday);
    let [on_it, others, all] =
        [&on_it[..], &others[..], counted].map(|days| days.iter().map(|day| minutes(day)).collect::<Vec<_>>());
    Some(BestWeekday { weekday, minutes: compare_amounts(&on_it, &others, autocorrelation(&all), 7) })
}
