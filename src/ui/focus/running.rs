//! A session runs: the calm clock, the live coil, and the few acts it needs.

use eframe::egui::accesskit::Live as Announce;
use eframe::egui::{Align, Layout, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::clock::{self, Face};
use super::figures::{self, Line};
use super::layout::{GAP, block, centred_row, take_bottom, within};
use super::page::{FocusTab, Parts};
use crate::domain::Action;
use crate::domain::goal::MAX_TEXT_CHARS;
use crate::domain::rewards::{Granted, Layer};
use crate::domain::timer::{Phase, Running, TimerAction};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::spring::{CardJewel, Live, Pace, Won};
use crate::ui::widgets::{Button, ICON_BUTTON, icon, icon_button, nudge_card};
use crate::ui::{format, icons, reward_words};

const PILL: f32 = 44.0;
const PRIMARY: f32 = 56.0;
const LINE: f32 = 40.0;
/// The card of the reward: a pill, its margins and its border.
const EARNED: f32 = 78.0;
const FIELD_WIDTH: f32 = 420.0;
const EARNED_WIDTH: f32 = 520.0;

/// What is typed while a session runs.
#[derive(Debug, Default)]
pub struct RunningState {
    /// The intention being edited; `None` while it is only shown.
    intention: Option<String>,
}

/// Height of the intention, the reward and the buttons, in points.
pub(super) fn acts_height(cx: &Cx<'_>, running: &Running, is_roomy: bool) -> f32 {
    let shows_intention = shows_intention(cx, running, is_roomy);
    let earned_gap = if shows_intention { GAP / 2.0 } else { GAP };
    let earned = if is_earned(cx, running) { EARNED + earned_gap } else { 0.0 };
    let line = if shows_intention { LINE + GAP / 2.0 } else { 0.0 };
    let way = if shows_way_below(cx, running, is_roomy) { LINE } else { 0.0 };
    earned + line + way + if is_roomy { PRIMARY } else { PILL }
}

/// Shows the running session.
pub(super) fn ui(tab: &mut FocusTab, ui: &mut Ui, cx: &Cx<'_>, running: &Running, parts: &Parts, out: &mut Outbox) {
    let is_focusing = matches!(running.phase, Phase::Focusing { .. });
    let (focus_secs, planned_secs) = (running.focus_secs(cx.now), i64::from(running.planned_secs));
    let pace = if is_focusing { Pace::Growing } else { Pace::Still };
    let middle = tab.spring.ui(ui, cx, parts.spring, Some(Live { focus_secs, planned_secs, pace }), out);
    let face = clock::face(focus_secs, planned_secs, cx.model.settings.clock_face);
    figures::paint(ui, &middle, &lines(cx, face, planned_secs, is_focusing));
    let size = Vec2::splat(middle.radius * 1.4);
    announce(ui, cx, Rect::from_center_size(middle.centre, size), &spoken(cx, face, planned_secs, is_focusing));
    if is_focusing {
        ui.ctx().request_repaint_after(clock::next_change(focus_secs, planned_secs, cx.model.settings.clock_face));
    }
    let mut rest = parts.acts;
    buttons(ui, cx, is_focusing, (&mut rest, parts.is_roomy), out);
    let shows_intention = shows_intention(cx, running, parts.is_roomy);
    take_bottom(&mut rest, if shows_intention { GAP / 2.0 } else { GAP });
    if shows_way_below(cx, running, parts.is_roomy) {
        way(ui, cx, take_bottom(&mut rest, LINE), out);
    }
    if shows_intention {
        let mut line = take_bottom(&mut rest, LINE);
        if !parts.is_roomy {
            line = way_beside(ui, cx, line, out);
        }
        intention(&mut tab.running, ui, cx, running, line, out);
        take_bottom(&mut rest, GAP / 2.0);
    }
    if is_earned(cx, running) {
        earned(ui, cx, running, (rest, parts.is_roomy), out);
    }
}

fn is_earned(cx: &Cx<'_>, running: &Running) -> bool {
    running.earned.is_some() || running.left_secs(cx.now) == 0
}

/// In a small window the reward takes the place of the intention.
fn shows_intention(cx: &Cx<'_>, running: &Running, is_roomy: bool) -> bool {
    is_roomy || !is_earned(cx, running)
}

/// Below the intention where there is room, as a quiet button; once a session is earned it may simply end.
fn shows_way_below(cx: &Cx<'_>, running: &Running, is_roomy: bool) -> bool {
    is_roomy && !is_earned(cx, running)
}

/// The way to the plans when something is in the way.
fn way(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, out: &mut Outbox) {
    let label = cx.text.get("plans-way");
    let is_clicked = centred_row(ui, "way", rect, |ui| {
        let button = ui.add(Button::quiet(cx.theme, &label).icon(icons::LIGHTBULB));
        button.on_hover_text(cx.text.get(&Command::InTheWay.hint_id())).clicked()
    });
    if is_clicked {
        out.run(Command::InTheWay);
    }
}

/// The same as an icon at the end of the intention's row, where there is little room; gives back the rest of the row.
fn way_beside(ui: &mut Ui, cx: &Cx<'_>, row: Rect, out: &mut Outbox) -> Rect {
    let rest = row.with_max_x(row.right() - ICON_BUTTON);
    let place = Rect::from_min_max(rest.right_top() + vec2(0.0, (LINE - ICON_BUTTON) / 2.0), row.max);
    let name = cx.text.get("plans-way");
    if within(ui, place, |ui| icon_button(ui, cx.theme, icons::LIGHTBULB, &name).clicked()) {
        out.run(Command::InTheWay);
    }
    rest
}

/// The large figure and what stands below it.
fn lines(cx: &Cx<'_>, face: Face, planned_secs: i64, is_focusing: bool) -> Vec<Line> {
    let (theme, planned) = (cx.theme, planned_secs / 60);
    let colour = if is_focusing { theme.ink } else { theme.muted };
    let of = |id: &str| cx.text.with(id, &[("minutes", planned.into())]);
    let (large, below) = match face {
        Face::Earned => (cx.text.get("focus-earned"), of("focus-earned-note")),
        Face::Over(_) | Face::OverSeconds(_) => (face_words(cx, face), of("focus-beyond")),
        Face::Minutes(_) | Face::Seconds(_) => (face_words(cx, face), of("focus-left-of")),
    };
    if is_focusing {
        return vec![Line::new(large, &theme.display, colour), Line::wrapping(below, &theme.body, theme.muted)];
    }
    let left = match face {
        Face::Minutes(_) | Face::Seconds(_) => {
            let values = [("left", face_words(cx, face).into()), ("minutes", planned.into())];
            cx.text.with("focus-paused-left", &values)
        }
        Face::Earned | Face::Over(_) | Face::OverSeconds(_) => below,
    };
    vec![Line::new(cx.text.get("focus-paused"), &theme.display, colour), Line::wrapping(left, &theme.body, theme.muted)]
}

/// The face in words: "12 min", "45 s", "4:05", "+3 min".
pub(super) fn face_words(cx: &Cx<'_>, face: Face) -> String {
    let seconds = |secs: i64| cx.text.with("duration-seconds", &[("seconds", secs.into())]);
    match face {
        Face::Minutes(minutes) => cx.text.with("focus-minutes-left", &[("minutes", minutes.into())]),
        Face::Seconds(secs) if secs <= 60 => seconds(secs),
        Face::Seconds(secs) => clock::minutes_seconds(secs),
        Face::Earned => cx.text.get("focus-earned"),
        Face::Over(minutes) => cx.text.with("focus-overtime", &[("minutes", minutes.into())]),
        Face::OverSeconds(secs) => {
            cx.text.with("focus-overtime-clock", &[("clock", clock::minutes_seconds(secs).into())])
        }
    }
}

/// What a screen reader says of the clock.
fn spoken(cx: &Cx<'_>, face: Face, planned_secs: i64, is_focusing: bool) -> String {
    lines(cx, face, planned_secs, is_focusing).into_iter().map(|line| line.words).collect::<Vec<_>>().join(" ")
}

fn announce(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, words: &str) {
    let response = ui.interact(rect, ui.scope_id().with("clock"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Timer, true, words));
    // Only what happens is announced, not each minute.
    let is_event = cx.model.running.as_ref().is_some_and(|running| running.earned.is_some());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(if is_event { Announce::Polite } else { Announce::Off });
    });
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, is_focusing: bool, (rest, is_roomy): (&mut Rect, bool), out: &mut Outbox) {
    let row = take_bottom(rest, if is_roomy { PRIMARY } else { PILL });
    let (pause_id, icon) = if is_focusing { ("focus-pause", icons::PAUSE) } else { ("focus-resume", icons::PLAY) };
    let [pause, extend, finish, space] =
        [pause_id, "focus-extend", "focus-finish", "focus-key-space"].map(|id| cx.text.get(id));
    centred_row(ui, "run", row, |ui| {
        ui.spacing_mut().item_spacing.x = if is_roomy { 12.0 } else { 6.0 };
        let button = if is_focusing || !is_roomy {
            Button::pill(cx.theme, &pause).icon(icon)
        } else {
            Button::primary(cx.theme, &pause).icon(icon)
        };
        if ui.add(if is_roomy { button.shortcut(&space) } else { button }).clicked() {
            out.run(Command::StartOrPause);
        }
        if ui.add(Button::pill(cx.theme, &extend)).on_hover_text(cx.text.get("focus-extend-name")).clicked() {
            out.run(Command::Extend);
        }
        if ui.add(Button::pill(cx.theme, &finish).icon(icons::CHECK)).clicked() {
            out.run(Command::Finish);
        }
    });
}

/// The intention as a quiet line; a click makes it a field.
fn intention(state: &mut RunningState, ui: &mut Ui, cx: &Cx<'_>, running: &Running, rect: Rect, out: &mut Outbox) {
    if let Some(typed) = &mut state.intention {
        let row = Rect::from_center_size(rect.center(), vec2(FIELD_WIDTH.min(rect.width()), rect.height()));
        let (name, hint) = (cx.text.get("focus-intention-running"), cx.text.get("focus-intention-hint"));
        let field = within(ui, row, |ui| {
            super::fields::Plain { name: &name, hint: &hint, limit: MAX_TEXT_CHARS }.show(ui, cx.theme, typed)
        });
        if field.changed() {
            out.act(Action::Timer(TimerAction::SetIntention(typed.clone())));
        }
        if field.lost_focus() {
            state.intention = None;
        } else if !field.has_focus() {
            field.request_focus();
        }
        return;
    }
    let is_empty = running.intention.is_empty();
    let label = if is_empty { cx.text.get("focus-intention-add") } else { running.intention.clone() };
    let is_clicked = centred_row(ui, "intention", rect, |ui| {
        let button = Button::quiet(cx.theme, &label);
        let button = if is_empty { button.icon(icons::PLUS) } else { button.icon(icons::PENCIL_SIMPLE) };
        ui.add(button).on_hover_text(cx.text.get("focus-intention-running")).clicked()
    });
    if is_clicked {
        state.intention = Some(running.intention.clone());
    }
}

/// The reward that was just earned, and how many came with it.
fn earned(ui: &mut Ui, cx: &Cx<'_>, running: &Running, (rect, is_roomy): (Rect, bool), out: &mut Outbox) {
    let row = Rect::from_center_size(rect.center(), vec2(EARNED_WIDTH.min(rect.width()), EARNED));
    let granted = &cx.derived.rewards.coming;
    let told = earned_words(cx, granted, is_roomy);
    let can_take = granted.iter().any(|one| one.reward.is_some());
    let has_jewel = granted.iter().any(|one| one.layer() == Layer::Milestone);
    within(ui, row, |ui| {
        nudge_card(ui, cx.theme, |ui| {
            let size = vec2(ui.available_width(), PILL);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                if can_take && ui.add(Button::pill(cx.theme, &cx.text.get("focus-take"))).clicked() {
                    out.run(Command::TakeReward);
                }
                ui.add_space(4.0);
                let room = (ui.available_width() - 36.0, PILL);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if has_jewel {
                        CardJewel::default().ui(ui, cx, running.id, Won::Before);
                    } else {
                        icon(ui, icons::GIFT, 24.0, cx.theme.accent_text);
                    }
                    block(ui, &told, &cx.theme.strong, cx.theme.ink, room);
                });
            });
        });
    });
}

/// The first of them, and how many came with it.
fn earned_words(cx: &Cx<'_>, granted: &[Granted], is_roomy: bool) -> String {
    let Some(first) = granted.first() else { return cx.text.get("focus-earned-plain") };
    let reward = reward_words::told(cx.text, cx.model, first);
    match granted.len() - 1 {
        0 if is_roomy => cx.text.with("focus-earned-title", &[("reward", reward.into())]),
        0 => reward,
        more => {
            let id = if is_roomy { "focus-earned-more" } else { "focus-earned-more-short" };
            cx.text.with(id, &[("reward", reward.into()), ("more", more.into())])
        }
    }
}

/// The length of a plan in whole minutes.
pub(super) fn minutes_of(cx: &Cx<'_>, secs: i64) -> String {
    format::duration(cx.text, u64::try_from(secs).unwrap_or(0))
}
