//! What the page shows, worked out once for each change of the records, the day or the range.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::undo::Undoable;
use crate::exchange::chart::Chart;
use crate::ui::cx::Cx;

use super::counters::Counters;
use super::daily::Daily;
use super::heatmap::Heatmap;
use super::range::{Period, Range};
use super::{daily_chart, heatmap_chart, strength_chart};

/// The figures of the page for one range.
#[derive(Clone, Debug)]
pub struct PageView {
    key: Key,
    pub period: Period,
    pub first: NaiveDate,
    pub counters: Counters,
    pub daily: Daily,
    /// Day and strength 0–1, oldest first, within the period.
    pub strength: Vec<(NaiveDate, f64)>,
    pub heatmap: Heatmap,
    pub daily_chart: Arc<Chart>,
    pub strength_chart: Arc<Chart>,
    pub year_chart: Arc<Chart>,
}

/// What the figures were worked out from.
#[derive(Clone, Debug)]
struct Key {
    records: Undoable,
    week_start: crate::domain::time::WeekStart,
    today: NaiveDate,
    range: Range,
}

impl Key {
    fn is_same(&self, other: &Self) -> bool {
        self.records.is_same(&other.records)
            && self.week_start == other.week_start
            && self.today == other.today
            && self.range == other.range
    }
}

impl PageView {
    /// The view of a range as things stand now.
    pub fn now(cx: &Cx, range: Range) -> Self {
        let week_start = cx.model.settings.week_start;
        Self::of(cx, Key { records: Undoable::of(cx.model), week_start, today: cx.derived.today, range })
    }

    /// The kept view if it still holds, else a new one.
    pub fn kept<'a>(kept: &'a mut Option<Self>, cx: &Cx, range: Range) -> &'a Self {
        let week_start = cx.model.settings.week_start;
        let key = Key { records: Undoable::of(cx.model), week_start, today: cx.derived.today, range };
        let is_stale = kept.as_ref().is_none_or(|view| !view.key.is_same(&key));
        if is_stale {
            *kept = None;
        }
        kept.get_or_insert_with(|| Self::of(cx, key))
    }

    fn of(cx: &Cx, key: Key) -> Self {
        let derived = cx.derived;
        let today = derived.today;
        let first = derived.days.iter().next().map_or(today, |day| day.day);
        let period = key.range.period(first, today);
        let before = key.range.before(first, today);
        let within = period.days(&derived.days);
        let start = derived.days.as_slice().partition_point(|day| day.day < period.from);
        let strength = within.iter().zip(derived.strength.iter().skip(start)).map(|(day, now)| (day.day, *now));
        let strength: Vec<(NaiveDate, f64)> = strength.collect();
        let counters = Counters::of(&derived.days, &derived.strength, period);
        let daily = Daily::of(&derived.days, period, before, key.week_start);
        let heatmap = Heatmap::of(&derived.days, period.to.min(today).year(), key.week_start);
        Self {
            daily_chart: daily_chart::chart(cx, &daily, period, key.range),
            strength_chart: strength_chart::chart(cx, &strength, &counters, period, key.range),
            year_chart: heatmap_chart::chart(cx, &heatmap, first),
            period,
            first,
            counters,
            daily,
            strength,
            heatmap,
            key,
        }
    }

    /// Every chart of the page.
    pub fn charts(&self) -> Vec<&Arc<Chart>> {
        vec![&self.daily_chart, &self.strength_chart, &self.year_chart]
    }
}
