//! What the page shows, worked out once for each change of the records, the day or the range.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::insight::ahead::Ahead;
use crate::domain::insight::feelings::Feelings;
use crate::domain::insight::rhythm::Rhythm;
use crate::domain::insight::whole::{AskedWhole, Whole};
use crate::domain::undo::Undoable;
use crate::exchange::chart::Chart;
use crate::ui::cx::Cx;

use super::charts::{Source, automatic, counts, feelings, lengths, measure, rhythm};
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
    /// What all sessions say, whatever the range.
    pub whole: Arc<Whole>,
    /// When the sessions of the period were.
    pub rhythm: Rhythm,
    pub daily_chart: Arc<Chart>,
    pub strength_chart: Arc<Chart>,
    pub year_chart: Arc<Chart>,
    pub feelings_chart: Arc<Chart>,
    pub lengths_chart: Arc<Chart>,
    pub rhythm_chart: Arc<Chart>,
    pub automatic_chart: Arc<Chart>,
    /// What the measure came to, and what was counted; none without a measure.
    pub measure_charts: Option<[Arc<Chart>; 2]>,
    /// How the count stands to the target line.
    pub line: Standing,
}

/// How a count stands to its target line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// On it or above, or there is none.
    #[default]
    Well,
    Below,
}

/// What the figures were worked out from.
#[derive(Clone, Debug)]
struct Key {
    records: Undoable,
    week_start: crate::domain::time::WeekStart,
    today: NaiveDate,
    ahead: Ahead,
    whole: AskedWhole,
    range: Range,
}

impl Key {
    fn now(cx: &Cx, range: Range) -> Self {
        Self {
            records: Undoable::of(cx.model),
            week_start: cx.model.settings.week_start,
            today: cx.derived.today,
            ahead: cx.derived.ahead.clone(),
            whole: cx.derived.whole.clone(),
            range,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.range == other.range
            && self.records.is_same(&other.records)
            && (self.week_start, self.today) == (other.week_start, other.today)
            && self.ahead.is_same_answer(&other.ahead)
            && self.whole.is_same_answer(&other.whole)
    }
}

impl PageView {
    /// The view of a range for looking back at it: what is judged is judged as of its end.
    pub fn looking_back(cx: &Cx, range: Range) -> Self {
        let today = cx.derived.today;
        let last = range.period(today, today).to;
        let on = last.succ_opt().unwrap_or(last).min(today);
        let whole = shown(cx).as_of(cx.model, &cx.derived.days, on);
        Self::of(cx, Key::now(cx, range), Arc::new(whole))
    }

    /// The kept view if it still holds, else a new one.
    pub fn kept<'a>(kept: &'a mut Option<Self>, cx: &Cx, range: Range) -> &'a Self {
        let key = Key::now(cx, range);
        let view = match kept.take() {
            Some(view) if view.key.is_same(&key) => view,
            _ => Self::of(cx, key, shown(cx)),
        };
        kept.insert(view)
    }

    fn of(cx: &Cx, key: Key, whole: Arc<Whole>) -> Self {
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
        let source = Source::of(cx, period, key.range);
        let is_whole = period.from <= first && period.to >= today;
        let felt = if is_whole { whole.feelings.clone() } else { Feelings::of(source.sessions()) };
        let hours = if is_whole { whole.rhythm.clone() } else { Rhythm::of(source.sessions()) };
        let long = lengths::Figures { days: &whole.lengths, growth: &whole.growth };
        Self {
            feelings_chart: Arc::new(feelings::chart(&source, &felt)),
            lengths_chart: Arc::new(lengths::chart(&source, long)),
            rhythm_chart: Arc::new(rhythm::chart(&source, &hours, &whole.weekdays)),
            automatic_chart: Arc::new(automatic::chart(&source, whole.automaticity.as_ref())),
            measure_charts: measure_charts(cx, &source),
            line: standing(cx),
            rhythm: hours,
            whole,
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
        let always = [
            &self.daily_chart,
            &self.feelings_chart,
            &self.year_chart,
            &self.lengths_chart,
            &self.rhythm_chart,
            &self.automatic_chart,
            &self.strength_chart,
        ];
        always.into_iter().chain(self.measure_charts.iter().flatten()).collect()
    }
}

/// What all sessions said last; worked out at once where nothing was said yet.
fn shown(cx: &Cx) -> Arc<Whole> {
    let whole = &cx.derived.whole;
    whole.whole().cloned().unwrap_or_else(|| whole.now())
}

fn standing(cx: &Cx) -> Standing {
    let line = cx.derived.target.as_ref();
    // An easier line that is decided needs no other way on.
    if line.is_some_and(|line| line.safe_days == Some(0) && line.turns_on.is_none()) {
        Standing::Below
    } else {
        Standing::Well
    }
}

fn measure_charts(cx: &Cx, source: &Source) -> Option<[Arc<Chart>; 2]> {
    let measure = cx.model.goal()?.measure.as_ref()?;
    let figures = measure::Figures { measure, line: cx.derived.target.as_ref(), forecast: cx.derived.ahead.forecast() };
    Some([Arc::new(measure::chart(source, figures)), Arc::new(counts::chart(source, measure))])
}
