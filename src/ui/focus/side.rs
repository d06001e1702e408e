//! The cards beside the spring: today, what waits, what is done before a session.

use eframe::egui::{FontId, Frame, Key, Margin, Rect, ScrollArea, Ui};
use uuid::Uuid;

use super::layout::{GAP, LEFT, TOP, within};
use super::{advice, amounts, answers, before, breaks, fields, next_step, plan_offer, waiting, word};
use crate::domain::Action;
use crate::domain::goal::Goal;
use crate::domain::measure::{CountAction, MAX_AMOUNT, Measure};
use crate::domain::plans;
use crate::domain::rewards::Occasion;
use crate::domain::target::target_on;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{
    Button, card, follow_focus, link_button, muted, progress_bar, remark_row, section, value_row, words,
};
use crate::ui::{format, rail};

/// What is typed in the cards.
#[derive(Debug, Default)]
pub struct SideState {
    reward: String,
    /// The reward chosen for the next session; none while it is left to turn or surprise.
    chosen: Option<Uuid>,
    /// The taken reward that is not to be rated.
    passed: Option<Occasion>,
    /// The amount being typed; `None` while the field is closed.
    amount: Option<String>,
    amount_is_bad: bool,
}

impl SideState {
    /// The reward chosen for the session that starts now; chooses none any more.
    pub(super) fn take_chosen(&mut self) -> Option<Uuid> {
        self.chosen.take()
    }
}

/// Whether something stands in the one card in the accent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Accent {
    Taken,
    Free,
}

/// What is typed, and the environment items checked for the session to come.
type State<'a> = (&'a mut SideState, &'a mut Vec<Uuid>);

/// The cards in a column of their own; it scrolls where it is too long.
pub(super) fn beside(ui: &mut Ui, cx: &Cx<'_>, state: State<'_>, rect: Rect, out: &mut Outbox) {
    let margin = if rect.width() > 280.0 { 24 } else { 16 };
    within(ui, rect, |ui| {
        ScrollArea::vertical().id_salt("focus-side").auto_shrink(false).show(ui, |ui| {
            let top = if rect.height() > 560.0 { TOP } else { GAP };
            let inner = Margin { left: 0, right: margin, top: top as i8, bottom: 16 };
            Frame::new().inner_margin(inner).show(ui, |ui| cards(ui, cx, state, out));
            follow_focus(ui);
        });
    });
}

/// The cards below everything else, in a narrow window.
pub(super) fn below(ui: &mut Ui, cx: &Cx<'_>, state: State<'_>, out: &mut Outbox) {
    let inner = Margin { left: LEFT as i8, right: LEFT as i8, top: 0, bottom: 16 };
    Frame::new().inner_margin(inner).show(ui, |ui| cards(ui, cx, state, out));
}

fn cards(ui: &mut Ui, cx: &Cx<'_>, (state, checked): State<'_>, out: &mut Outbox) {
    let Some(goal) = cx.model.goal() else { return };
    ui.spacing_mut().item_spacing.y = GAP;
    today(ui, cx, goal, state, out);
    answers::ui(ui, cx, out);
    word::ui(ui, cx, out);
    // A break is one: no advice beside it.
    let accent = if cx.model.reward_break.is_some() { Accent::Taken } else { accent(ui, cx, out) };
    match &cx.model.reward_break {
        Some(pause) => breaks::card(ui, cx, pause, out),
        None => {
            if let Some(grant) = breaks::unrated(cx, state.passed) {
                breaks::good(ui, cx, grant, &mut state.passed, out);
            }
            waiting::ui(ui, cx, &mut state.reward, &mut state.chosen, out);
        }
    }
    before::ui(ui, cx, goal, checked, out);
    if accent == Accent::Free {
        next_step::card(ui, cx, out);
    }
}

/// The one card in the accent that is of the moment, so high that a small window shows it without scrolling: what has just
/// happened comes first, then advice, then the end of a stage. The next step can wait below.
fn accent(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Accent {
    if let Some(offer) = plans::plan_offer(cx.model, cx.now) {
        plan_offer::card(ui, cx, &offer, out);
        return Accent::Taken;
    }
    match advice::card(ui, cx, out) {
        Accent::Taken => Accent::Taken,
        Accent::Free => next_step::stage_end_card(ui, cx, out),
    }
}

fn today(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, state: &mut SideState, out: &mut Outbox) {
    card(ui, cx.theme, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        section(ui, cx.theme, &cx.text.get("focus-today"));
        minutes(ui, cx, goal);
        if let Some(measure) = &goal.measure {
            counts(ui, cx, measure, state, out);
            return;
        }
        ui.add_space(4.0);
        muted(ui, cx.theme, &cx.text.get("focus-measure-none"));
        if link_button(ui, cx.theme, &cx.text.get("focus-measure-choose")).clicked() {
            out.run(Command::GoTo(Tab::Goal));
        }
    });
}

/// Minutes of the target, days of the last 28, and the bar.
fn minutes(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal) {
    let secs = rail::today_secs(cx);
    let target = target_on(&cx.model.targets, goal.id, cx.today);
    let shown = format::count(u64::try_from(secs / 60).unwrap_or(0));
    let done = if target > 0 {
        cx.text.with("focus-minutes-of", &[("minutes", shown.into()), ("target", target.into())])
    } else {
        cx.text.with("focus-minutes-only", &[("minutes", shown.into())])
    };
    let days = days_line(cx, goal);
    told(ui, cx, &done, &days);
    if target > 0 {
        let share = secs as f32 / (f32::from(target) * 60.0);
        progress_bar(ui, cx.theme, &cx.text.get("focus-target-bar"), share, cx.theme.stage[0]);
    }
}

/// What counts, and a remark beside it, or below where it is narrow.
pub(super) fn told(ui: &mut Ui, cx: &Cx<'_>, what: &str, remark: &str) {
    let width =
        |text: &str, font: &FontId| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), cx.theme.ink).size().x;
    let needed = width(what, &cx.theme.strong) + width(remark, &cx.theme.body) + GAP;
    if needed <= ui.available_width() {
        remark_row(ui, cx.theme, what, remark);
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        words(ui, what, &cx.theme.strong, cx.theme.ink);
        words(ui, remark, &cx.theme.body, cx.theme.muted);
    });
}

fn days_line(cx: &Cx<'_>, goal: &Goal) -> String {
    let totals = &cx.derived.totals;
    let in_all = totals.all.days_done;
    if in_all == 0 {
        return cx.text.get("focus-first-day");
    }
    // A goal younger than 28 days has not had the chance to do 28; after a long pause, what was done still counts.
    let is_young = (cx.today - goal.start_day).num_days() < 27;
    if is_young || totals.days_done_of_28 == 0 {
        return cx.text.with(if is_young { "focus-days-young" } else { "focus-days-all" }, &[("days", in_all.into())]);
    }
    cx.text.with("focus-days-28", &[("days", totals.days_done_of_28.into())])
}

fn counts(ui: &mut Ui, cx: &Cx<'_>, measure: &Measure, state: &mut SideState, out: &mut Outbox) {
    ui.add_space(4.0);
    let counted = format::decimal(cx.derived.totals.today.counted, 2);
    value_row(ui, cx.theme, &format::capitalised(&measure.unit), &counted);
    // Three in a row where they fit, else the third below.
    let in_row = if ui.available_width() >= 216.0 { 3.0 } else { 2.0 };
    let whole = ui.available_width();
    let width = ((whole - 8.0 * (in_row - 1.0)) / in_row).floor();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for amount in amounts::offered(cx.model) {
            let shown = format::decimal(amount, 2);
            let label = cx.text.with("focus-count-plus", &[("amount", shown.as_str().into())]);
            let values = [("amount", shown.into()), ("unit", measure.unit.as_str().into())];
            let name = cx.text.with("focus-count-plus-name", &values);
            if ui.add(Button::small(cx.theme, &label).min_width(width)).accessible_name(name).clicked() {
                out.act(Action::Count(CountAction::Add { amount, session: None }));
            }
        }
        let other = cx.text.get("focus-count-other");
        let other_width = if in_row > 2.0 { width } else { whole };
        if ui.add(Button::small(cx.theme, &other).min_width(other_width)).clicked() {
            state.amount = if state.amount.is_some() { None } else { Some(String::new()) };
            state.amount_is_bad = false;
        }
    });
    if state.amount.is_some() {
        other_amount(ui, cx, measure, state, out);
    }
}

fn other_amount(ui: &mut Ui, cx: &Cx<'_>, measure: &Measure, state: &mut SideState, out: &mut Outbox) {
    let Some(typed) = &mut state.amount else { return };
    let name = cx.text.with("focus-count-amount", &[("unit", measure.unit.as_str().into())]);
    let field = fields::Plain { name: &name, hint: &name, limit: 16 }.show(ui, cx.theme, typed);
    let is_fresh = typed.is_empty() && !field.has_focus() && !field.lost_focus();
    if is_fresh {
        field.request_focus();
    }
    if field.changed() {
        state.amount_is_bad = false;
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        match parsed(typed) {
            Some(amount) => {
                out.act(Action::Count(CountAction::Add { amount, session: None }));
                state.amount = None;
            }
            None => state.amount_is_bad = true,
        }
    } else if field.lost_focus() {
        state.amount = None;
    }
    if state.amount_is_bad {
        words(ui, &cx.text.get("focus-count-bad"), &cx.theme.small, cx.theme.problem);
    }
}

/// A typed amount: spaces between thousands and a decimal comma are fine.
pub(super) fn parsed(typed: &str) -> Option<f64> {
    let plain: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let amount: f64 = plain.replace(',', ".").replace('−', "-").parse().ok()?;
    (amount.is_finite() && amount != 0.0 && amount.abs() <= MAX_AMOUNT).then_some(amount)
}
