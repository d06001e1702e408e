//! The charts beside the questions, drawn as the Progress room draws them: a month has its minutes, its strength and
//! where the measure leads, a week its minutes.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use eframe::egui::Ui;

use crate::domain::insight::feelings::{Feelings, FeltDay};
use crate::domain::review::{Period, ReviewKind};
use crate::exchange::chart::Chart;
use crate::ui::charts::{ChartCard, View, tiles};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::progress::daily::Daily;
use crate::ui::progress::day_words::{day_and_row, day_words};
use crate::ui::progress::range::{self, Range, Span};
use crate::ui::progress::{PageView, daily_chart, strength_chart};

use super::kept::Kept;

/// Heights of the charts, in points.
const DAILY: f32 = 150.0;
const STRENGTH: f32 = 120.0;
const WEEK: f32 = 88.0;
/// How many months back the charts that tell where things stand now still belong to: the last that is over.
const NEWEST: u32 = 1;

/// How each chart is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Charts {
    daily: View,
    strength: View,
    measure: View,
}

/// What is drawn for a review.
#[derive(Clone, Debug)]
pub(super) enum Drawn {
    /// The minutes of the days of a week, and what was felt on them.
    Week {
        chart: Arc<Chart>,
        felt: Vec<FeltDay>,
    },
    Month {
        view: Box<PageView>,
        is_newest: bool,
    },
}

impl Drawn {
    /// The charts of a period as things stand now.
    pub(super) fn of(cx: &Cx<'_>, period: Period) -> Self {
        if period.kind == ReviewKind::Monthly {
            let range = month_of(period.from, cx.derived.today);
            return Self::Month { view: Box::new(PageView::looking_back(cx, range)), is_newest: range.back <= NEWEST };
        }
        let days = range::Period { from: period.from, to: period.to };
        let daily = Daily::of(&cx.derived.days, days, None, cx.model.settings.week_start);
        Self::Week {
            chart: daily_chart::chart(cx, &daily, days, Range { span: Span::Week, back: 0 }),
            felt: Feelings::of(cx.model.goal_sessions_within(period.from, period.to)).days,
        }
    }

    /// All charts of the period, in the order in which they are read on paper.
    pub(super) fn all(&self) -> Vec<Arc<Chart>> {
        let (view, is_newest) = match self {
            Self::Week { chart, .. } => return vec![Arc::clone(chart)],
            Self::Month { view, is_newest } => (view, *is_newest),
        };
        let measure = view.measure_charts.as_ref();
        let work = [&view.daily_chart, &view.strength_chart].into_iter();
        let led = measure.map(|[measure, _]| measure).filter(|_| is_newest);
        let counted = measure.map(|[_, counts]| counts);
        let felt = [&view.feelings_chart, &view.rhythm_chart, &view.lengths_chart];
        let automatic = is_newest.then_some(&view.automatic_chart);
        let charts = work.chain(led).chain(counted).chain(felt).chain(automatic).chain([&view.year_chart]);
        charts.map(Arc::clone).collect()
    }
}

impl Charts {
    /// Shows those of a month, one below the other.
    pub(super) fn month(&mut self, ui: &mut Ui, cx: &Cx<'_>, kept: &Kept, out: &mut Outbox) {
        let Drawn::Month { view, is_newest } = &kept.drawn else { return };
        tiles(ui, cx.theme, "month minutes", &[1.0], |ui, _| {
            let chosen = daily_chart::ui(ui, cx, view, &mut self.daily, DAILY, out);
            // A month is drawn in days.
            show_sessions(cx, chosen.map(|day| day.from), out);
        });
        tiles(ui, cx.theme, "month strength", &[1.0], |ui, _| {
            let chosen = strength_chart::ui(ui, cx, view, &mut self.strength, STRENGTH, out);
            show_sessions(cx, chosen, out);
        });
        let Some([chart, _]) = view.measure_charts.as_ref().filter(|_| *is_newest) else { return };
        tiles(ui, cx.theme, "month measure", &[1.0], |ui, _| {
            let card = ChartCard { chart, height: DAILY, why: None };
            let words = |x: f64| day_and_row(cx, view, chart, chart.day_at(x)?);
            let chosen = card.ui(ui, cx, &mut self.measure, out, &|[x, _]| words(x));
            show_sessions(cx, chosen.and_then(|[x, _]| chart.day_at(x)), out);
        });
    }

    /// Shows that of a week.
    pub(super) fn week(&mut self, ui: &mut Ui, cx: &Cx<'_>, kept: &Kept, out: &mut Outbox) {
        let Drawn::Week { chart, felt } = &kept.drawn else { return };
        let card = ChartCard { chart, height: WEEK, why: None };
        let chosen = card.ui(ui, cx, &mut self.daily, out, &|[x, _]| {
            let day = cx.derived.days.get(chart.day_at(x)?)?;
            Some(day_words(cx, felt, day))
        });
        show_sessions(cx, chosen.and_then(|[x, _]| chart.day_at(x)), out);
    }
}

/// Leads to the sessions of the day that was chosen, if it has any; the review stays open meanwhile.
fn show_sessions(cx: &Cx<'_>, chosen: Option<NaiveDate>, out: &mut Outbox) {
    if let Some(day) = chosen.filter(|day| cx.derived.days.get(*day).is_some_and(|day| day.sessions > 0)) {
        out.run(Command::ShowDay(day));
    }
}

/// The range of Progress that is the month of `day`.
fn month_of(day: NaiveDate, today: NaiveDate) -> Range {
    let months = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    let back = u32::try_from(months(today) - months(day)).unwrap_or(0);
    Range { span: Span::Month, back }
}
