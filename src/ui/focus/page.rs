//! The page: header, spring, acts below it, cards beside it.

use chrono::{DateTime, Utc};
use eframe::egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::after_card::AfterCard;
use super::layout::{self, BOTTOM, GAP, LEFT, Plan, Side, TOP, within};
use super::{gap, idle, running, side};
use crate::domain::timer::{Phase, Running};
use crate::ui::cx::Cx;
use crate::ui::first_run::FirstRun;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::spring::Spring;
use crate::ui::widgets::{follow_focus, words};

/// Pages from this height on have all margins in full, in points.
const TALL_FROM: f32 = 560.0;

/// The tab's own state: what is typed and not yet used, and the spring.
#[derive(Debug, Default)]
pub struct FocusTab {
    pub(super) intention: String,
    /// Environment items checked for the next session.
    pub(super) checked: Vec<uuid::Uuid>,
    pub(super) spring: Spring,
    pub(super) side: side::SideState,
    pub(super) running: running::RunningState,
    card: AfterCard,
    first_run: FirstRun,
}

/// The parts of the middle: header above, then the spring, then what is done.
pub(super) struct Parts {
    pub spring: Rect,
    /// From the spring's end to the page's bottom margin.
    pub acts: Rect,
    pub is_roomy: bool,
    /// Nothing runs, and all ways to start share a row though there is little room.
    pub is_one_row: bool,
}

impl FocusTab {
    /// The intention typed for the next session; empties the field.
    pub fn take_intention(&mut self) -> String {
        std::mem::take(&mut self.intention)
    }

    /// The environment items checked for the next session; checks none any more.
    pub fn take_checked(&mut self) -> Vec<uuid::Uuid> {
        std::mem::take(&mut self.checked)
    }

    /// The reward chosen for the next session; chooses none any more.
    pub fn take_chosen_reward(&mut self) -> Option<uuid::Uuid> {
        self.side.take_chosen()
    }

    /// Winds the spring again from day 1.
    pub fn start_replay(&mut self) {
        self.spring.start_replay();
    }

    /// Shows the tab.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        if cx.model.goal().is_none() {
            // The last goal was closed: the one question again.
            self.first_run.ui(ui, cx, out);
            return;
        }
        let page = ui.available_rect_before_wrap();
        let card = cx.status.card.and_then(|id| cx.model.sessions.get(id));
        let side = match card {
            Some(_) => Side::AfterCard,
            None if asked_gap(cx).is_some() => Side::Question,
            None => Side::Cards,
        };
        let plan = Plan::of(page, side);
        match (card, plan.side) {
            (Some(session), None) => self.card.page(ui, cx, session, page, out),
            (Some(session), Some(rect)) => {
                self.main(ui, cx, plan, out);
                self.card.beside(ui, cx, session, rect, out);
            }
            (None, Some(rect)) => {
                self.main(ui, cx, plan, out);
                side::beside(ui, cx, (&mut self.side, &mut self.checked), rect, out);
            }
            (None, None) => self.main(ui, cx, plan, out),
        }
        ui.advance_cursor_after_rect(page);
    }

    /// The middle; it scrolls where the page is too low, and holds the cards where there is no room beside.
    fn main(&mut self, ui: &mut Ui, cx: &Cx<'_>, plan: Plan, out: &mut Outbox) {
        let page = plan.main.with_max_y(ui.max_rect().bottom());
        ui.scope_builder(UiBuilder::new().max_rect(page), |ui| {
            ScrollArea::vertical().id_salt("focus-main").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let (rect, _) = ui.allocate_exact_size(vec2(page.width(), plan.height), Sense::hover());
                self.middle(ui, cx, rect, plan.is_roomy(), out);
                if plan.side.is_none() && asked_gap(cx).is_none() {
                    side::below(ui, cx, (&mut self.side, &mut self.checked), out);
                }
                follow_focus(ui);
            });
        });
    }

    fn middle(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, is_roomy: bool, out: &mut Outbox) {
        let is_tall = rect.height() >= TALL_FROM;
        let header_bottom = header(ui, cx, rect, is_tall);
        let bottom = rect.bottom() - if is_tall { BOTTOM } else { GAP };
        let body = Rect::from_min_max(pos2(rect.left(), header_bottom + GAP / 2.0), pos2(rect.right(), bottom));
        if let Some((running, from, to)) = asked_gap(cx) {
            gap::ui(&mut self.spring, ui, cx, running, (from, to), body, out);
            return;
        }
        let mut spring = layout::inset(body);
        let is_one_row = !is_tall && !is_roomy && idle::fits_one_row(ui, cx, spring);
        let acts_height = match &cx.model.running {
            Some(running) => running::acts_height(cx, running, is_roomy),
            None => idle::acts_height(self, cx, is_roomy, is_one_row),
        };
        let acts = layout::take_bottom(&mut spring, acts_height);
        let air = if is_tall { GAP } else { GAP / 2.0 };
        spring.max.y -= air;
        let parts = Parts { spring, acts, is_roomy, is_one_row };
        match &cx.model.running {
            Some(running) => running::ui(self, ui, cx, running, &parts, out),
            None => idle::ui(self, ui, cx, &parts, out),
        }
    }
}

/// The gap that waits for the user's word.
fn asked_gap<'a>(cx: &Cx<'a>) -> Option<(&'a Running, DateTime<Utc>, DateTime<Utc>)> {
    let running = cx.model.running.as_ref()?;
    match running.phase {
        Phase::Asking { from, to } => Some((running, from, to)),
        Phase::Focusing { .. } | Phase::Paused => None,
    }
}

/// Title and identity; returns where it ends.
fn header(ui: &mut Ui, cx: &Cx<'_>, page: Rect, is_tall: bool) -> f32 {
    let Some(goal) = cx.model.goal() else { return page.top() };
    let top = page.top() + if is_tall { TOP } else { GAP };
    let room = Rect::from_min_max(pos2(page.left() + LEFT, top), pos2(page.right() - GAP, page.bottom()));
    within(ui, room, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        crate::ui::widgets::page_title(ui, cx.theme, &goal.title);
        if let Some(line) = identity_line(cx, &goal.identity) {
            words(ui, &line, &cx.theme.body, cx.theme.muted);
        }
        ui.min_rect().bottom()
    })
}

fn identity_line(cx: &Cx<'_>, identity: &str) -> Option<String> {
    let sessions = cx.derived.coils.sessions;
    if identity.is_empty() {
        return None;
    }
    if sessions == 0 {
        return Some(identity.to_owned());
    }
    let values = [("sessions", sessions.into()), ("shown", format::count(u64::from(sessions)).into())];
    let votes = cx.text.with("focus-votes", &values);
    Some(cx.text.with("focus-identity", &[("identity", identity.into()), ("votes", votes.into())]))
}
