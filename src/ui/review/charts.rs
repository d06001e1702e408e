//! The charts of a month beside its questions: minutes a day and strength, as the Progress room draws them.

use chrono::{Datelike, NaiveDate};
use eframe::egui::Ui;

use crate::ui::charts::{View, tiles};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::progress::range::{Range, Span};
use crate::ui::progress::{PageView, daily_chart, strength_chart};

/// Heights of the charts, in points.
const DAILY: f32 = 150.0;
const STRENGTH: f32 = 120.0;

/// How each chart is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Charts {
    daily: View,
    strength: View,
}

impl Charts {
    /// Shows them one below the other.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: Option<&PageView>, out: &mut Outbox) {
        let Some(view) = view else { return };
        tiles(ui, cx.theme, "month minutes", &[1.0], |ui, _| {
            daily_chart::ui(ui, cx, view, &mut self.daily, DAILY, out);
        });
        tiles(ui, cx.theme, "month strength", &[1.0], |ui, _| {
            strength_chart::ui(ui, cx, view, &mut self.strength, STRENGTH, out);
        });
    }
}

/// The range of Progress that is the month of `day`.
pub(super) fn month_of(day: NaiveDate, today: NaiveDate) -> Range {
    let months = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    let back = u32::try_from(months(today) - months(day)).unwrap_or(0);
    Range { span: Span::Month, back }
}
