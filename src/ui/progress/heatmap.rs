//! The year as a grid: one column a week, one cell a day, as strong as the day came towards its target.

use chrono::{Datelike, Days as Span, NaiveDate};

use crate::domain::insight::days::{Day, Days};
use crate::domain::time::WeekStart;

/// One day of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub day: NaiveDate,
    /// Week of the year from 0, in the user's weeks.
    pub column: u16,
    /// Day of the week from 0, in the user's weeks.
    pub row: u16,
    pub level: Level,
}

/// How a day is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Before the goal, or still to come.
    Outside,
    /// Nothing yet.
    Open,
    /// Free and without work.
    Rest,
    /// 1: less than half the target, 2: less than all, 3: the target, 4: half as much again.
    Worked(u8),
}

/// The grid of one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heatmap {
    pub year: i32,
    pub columns: u16,
    pub cells: Vec<Cell>,
    pub sessions: u32,
    pub days_done: u32,
}

impl Heatmap {
    /// The grid of a year.
    pub fn of(days: &Days, year: i32, week_start: WeekStart) -> Self {
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Self::default() };
        let zero = week_start.first_day_of(first);
        let cells: Vec<Cell> = first
            .iter_days()
            .take_while(|day| day.year() == year)
            .map(|day| {
                let nth = (day - zero).num_days().unsigned_abs() as u16;
                Cell { day, column: nth / 7, row: nth % 7, level: level(days.get(day)) }
            })
            .collect();
        let columns = cells.last().map_or(0, |cell| cell.column + 1);
        let within = days.iter().filter(|day| day.day.year() == year && day.is_done());
        let (sessions, days_done) = within.fold((0, 0), |(sessions, done), day| (sessions + day.sessions, done + 1));
        Self { year, columns, cells, sessions, days_done }
    }

    /// The cell of a day.
    pub fn cell(&self, day: NaiveDate) -> Option<&Cell> {
        self.cells.get(day.ordinal0() as usize).filter(|cell| cell.day == day)
    }

    /// The day `days` away, kept in this year.
    pub fn moved(&self, day: NaiveDate, days: i64) -> NaiveDate {
        let by = Span::new(days.unsigned_abs());
        let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
        moved.filter(|day| day.year() == self.year).unwrap_or(day)
    }
}

fn level(day: Option<&Day>) -> Level {
    let Some(day) = day else { return Level::Outside };
    if !day.is_done() {
        return if day.rest.is_some() { Level::Rest } else { Level::Open };
    }
    let target_secs = i64::from(day.target_minutes) * 60;
    // Twice the focus against the target, so that halves stay whole numbers.
    match day.focus_secs * 2 {
        twice if twice < target_secs => Level::Worked(1),
        twice if twice < target_secs * 2 => Level::Worked(2),
        twice if twice < target_secs * 3 => Level::Worked(3),
        _ => Level::Worked(4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rest::RestKind;

    fn date(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn worked(minutes: i64, rest: Option<RestKind>) -> Day {
        let sessions = u32::from(minutes > 0);
        Day { day: date(11, 1), focus_secs: minutes * 60, sessions, target_minutes: 10, rest, ..Day::default() }
    }

    #[track_caller]
    fn check_level(minutes: i64, rest: Option<RestKind>, expected: Level) {
        assert_eq!(level(Some(&worked(minutes, rest))), expected);
    }

    #[test]
    fn a_day_is_as_strong_as_it_came_towards_its_target() {
        check_level(0, None, Level::Open);
        check_level(4, None, Level::Worked(1));
        check_level(5, None, Level::Worked(2));
        check_level(10, None, Level::Worked(3));
        check_level(15, None, Level::Worked(4));
    }

    #[test]
    fn a_free_day_shows_its_work_if_there_is_any() {
        check_level(0, Some(RestKind::Ill), Level::Rest);
        check_level(10, Some(RestKind::Ill), Level::Worked(3));
    }

    #[test]
    fn the_grid_follows_the_users_weeks() {
        let grid = Heatmap::of(&Days::default(), 2026, WeekStart::Monday);
        // 1 January 2026 is a Thursday, 31 December too.
        assert_eq!(grid.cells.len(), 365);
        assert_eq!((grid.cells[0].column, grid.cells[0].row), (0, 3));
        assert_eq!((grid.cells[4].column, grid.cells[4].row), (1, 0));
        assert_eq!(grid.columns, 53);
        let grid = Heatmap::of(&Days::default(), 2026, WeekStart::Sunday);
        assert_eq!((grid.cells[0].column, grid.cells[0].row), (0, 4));
    }

    #[test]
    fn arrows_stay_in_the_year() {
        let grid = Heatmap::of(&Days::default(), 2026, WeekStart::Monday);
        assert_eq!(grid.moved(date(1, 3), -7), date(1, 3));
        assert_eq!(grid.moved(date(1, 3), 7), date(1, 10));
        assert_eq!(grid.moved(date(12, 31), 1), date(12, 31));
    }
}
