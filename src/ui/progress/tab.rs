//! The page: header, counters, charts and the session list, and the sheets over them.

use chrono::NaiveDate;
use eframe::egui::{Align, Margin, Rect, ScrollArea, Ui, vec2};

use crate::ui::charts::{View, tiles};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::range::{Range, Span};
use super::session_edit::SessionEdit;
use super::session_forms::{AddForm, Stays};
use super::session_list::{Asked, SessionList};
use super::view::PageView;
use super::{daily_chart, empty, header, heatmap_chart, strength_chart, totals_card};

/// Gap between cards, and margin of the page, in points.
const GAP: f32 = 16.0;
const MARGIN: i8 = 32;
const MARGIN_NARROW: i8 = 16;
/// Page width below which the margin shrinks, and from which charts stand side by side, in points.
const NARROW: f32 = 480.0;
const SIDE_BY_SIDE: f32 = 840.0;
/// Widest the cards grow, in points.
const WIDEST: f32 = 1600.0;
/// Shares of the width of the left and right card.
const SHARES: [f32; 2] = [3.0, 2.0];
/// Height of the charts, in points.
const CHART: f32 = 150.0;
const YEAR: f32 = 160.0;

/// What lies over the page.
#[derive(Debug, Default)]
enum Sheet {
    #[default]
    None,
    /// Asked for from outside; made with the next frame, which knows the time.
    AskedToAdd,
    Add(AddForm),
    Edit(Box<SessionEdit>),
}

/// Where the page is to scroll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Jump {
    #[default]
    Stay,
    ToSessions,
}

/// How each chart is shown.
#[derive(Clone, Copy, Debug, Default)]
struct Views {
    daily: View,
    strength: View,
    year: View,
}

/// The Progress room with its own state.
#[derive(Debug, Default)]
pub struct ProgressTab {
    pub(super) range: Range,
    views: Views,
    kept: Option<PageView>,
    year_cursor: Option<NaiveDate>,
    list: SessionList,
    sheet: Sheet,
    jump: Jump,
}

impl ProgressTab {
    /// Opens the form for a past session.
    pub fn open_add(&mut self) {
        self.sheet = Sheet::AskedToAdd;
    }

    /// Shows the sessions of one day.
    pub fn show_day(&mut self, day: NaiveDate) {
        self.list.only = Some(day);
        self.jump = Jump::ToSessions;
    }

    /// Whether the range is all records.
    pub fn shows_all(&self) -> bool {
        self.range.span == Span::All
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let margin = if ui.available_width() < NARROW { MARGIN_NARROW } else { MARGIN };
        ScrollArea::vertical().id_salt("progress").auto_shrink(false).show(ui, |ui| {
            widgets::page(ui, Margin::symmetric(margin, 24), WIDEST, |ui| {
                ui.spacing_mut().item_spacing.y = GAP;
                self.page(ui, cx, out);
            });
        });
        self.sheets(ui, cx, out);
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        if cx.model.goal().is_none() {
            empty::no_goal(ui, cx, out);
            return;
        }
        let view = PageView::kept(&mut self.kept, cx, self.range);
        if cx.derived.totals.all.sessions == 0 {
            if empty::no_session(ui, cx, out) {
                self.sheet = Sheet::AskedToAdd;
            }
            return;
        }
        header::ui(ui, cx, &mut self.range, view);
        totals_card::figures_ui(ui, cx, view);
        let clicked = charts(ui, cx, view, (&mut self.views, &mut self.year_cursor), out);
        if let Some(day) = clicked {
            self.show_day(day);
        }
        self.sessions(ui, cx);
    }

    fn sessions(&mut self, ui: &mut Ui, cx: &Cx) {
        let start = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 1.0));
        let asked = self.list.ui(ui, cx);
        if self.jump == Jump::ToSessions {
            self.jump = Jump::Stay;
            ui.scroll_to_rect(start, Some(Align::TOP));
        }
        match asked {
            Some(Asked::Add) => self.sheet = Sheet::AskedToAdd,
            Some(Asked::Open(id)) => {
                self.sheet = SessionEdit::new(cx, id).map_or(Sheet::None, |edit| Sheet::Edit(Box::new(edit)));
            }
            None => {}
        }
    }

    fn sheets(&mut self, ui: &Ui, cx: &Cx, out: &mut Outbox) {
        if matches!(self.sheet, Sheet::AskedToAdd) {
            self.sheet = Sheet::Add(AddForm::new(cx));
        }
        let stays = match &mut self.sheet {
            Sheet::None | Sheet::AskedToAdd => Stays::Open,
            Sheet::Add(form) => form.ui(ui.ctx(), cx, out),
            Sheet::Edit(edit) => edit.ui(ui.ctx(), cx, out),
        };
        if stays == Stays::Closed {
            self.sheet = Sheet::None;
        }
    }
}

/// The charts in two rows, or one below the other; gives back the day that was clicked.
fn charts(
    ui: &mut Ui,
    cx: &Cx,
    view: &PageView,
    (views, cursor): (&mut Views, &mut Option<NaiveDate>),
    out: &mut Outbox,
) -> Option<NaiveDate> {
    let mut clicked = None;
    let mut chart = |ui: &mut Ui, nth: usize| match nth {
        0 => clicked = clicked.or(daily_chart::ui(ui, cx, view, &mut views.daily, CHART, out)),
        1 => strength_chart::ui(ui, cx, view, &mut views.strength, CHART, out),
        2 => clicked = clicked.or(heatmap_chart::ui(ui, cx, view, cursor, &mut views.year, YEAR, out)),
        _ => totals_card::table_ui(ui, cx, out),
    };
    if ui.available_width() >= SIDE_BY_SIDE {
        tiles(ui, cx.theme, "charts", &SHARES, |ui, column| chart(ui, column));
        tiles(ui, cx.theme, "year", &SHARES, |ui, column| chart(ui, 2 + column));
    } else {
        for (nth, salt) in ["daily", "strength", "year", "counters"].into_iter().enumerate() {
            tiles(ui, cx.theme, salt, &[1.0], |ui, _| chart(ui, nth));
        }
    }
    clicked
}
