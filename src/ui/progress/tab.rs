//! The page: header, counters, charts and the session list, and the sheets over them.

use chrono::NaiveDate;
use eframe::egui::{Align, Rect, Ui, vec2};

use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets;

use super::grid::Grid;
use super::range::{Period, Range, Span};
use super::session_edit::SessionEdit;
use super::session_forms::{AddForm, Stays};
use super::session_list::{Asked, SessionList};
use super::view::PageView;
use super::{empty, header, totals_card};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Widest the cards grow, in points.
const WIDEST: f32 = 1600.0;

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

/// The Progress room with its own state.
#[derive(Debug, Default)]
pub struct ProgressTab {
    pub(super) range: Range,
    grid: Grid,
    kept: Option<PageView>,
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
        self.show_days(Period::day(day));
    }

    /// Shows the sessions of some days.
    fn show_days(&mut self, days: Period) {
        self.list.only = Some(days);
        self.jump = Jump::ToSessions;
    }

    /// Shows another range.
    pub fn show_span(&mut self, span: Span) {
        self.range = Range { span, back: 0 };
    }

    /// Whether the range is all records.
    pub fn shows_all(&self) -> bool {
        self.range.span == Span::All
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        widgets::page(ui, "progress", WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            self.page(ui, cx, out);
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
        if let Some(days) = self.grid.ui(ui, cx, view, out) {
            self.show_days(days);
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
