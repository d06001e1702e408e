//! The steps of a stage: those done by hand can be ticked, the others tick themselves and say so.

use eframe::egui::{Align, Frame, Layout, Margin, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::domain::Action;
use crate::domain::programme::{ProgrammeAction, StageView, StepState, StepView, Tick};
use crate::ui::charts::two_columns;
use crate::ui::cx::Cx;
use crate::ui::evidence::why;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, check, words};

use super::dial;
use super::words::{step_how, step_name, strategy, tick_words, way};

/// Width from which the steps stand in two columns, and from which a link stands beside its step, in points.
const TWO_COLUMNS: f32 = 760.0;
const BESIDE: f32 = 420.0;
/// Gap between the columns beside that of all columns, in points.
const GUTTER: f32 = 16.0;
/// Height of a step's first line, diameter of its mark, and gap after it: those of a check, in points.
const ROW: f32 = 36.0;
const MARK: f32 = 20.0;
const AFTER: f32 = 12.0;

/// Shows the steps, the first three of them in the first of two columns where there is room.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, view: &StageView, out: &mut Outbox) {
    let column = |ui: &mut Ui, steps: &[StepView], out: &mut Outbox| {
        ui.spacing_mut().item_spacing.y = 8.0;
        for step in steps {
            row(ui, cx, *step, out);
        }
    };
    if ui.available_width() < TWO_COLUMNS {
        column(ui, &view.steps, out);
        return;
    }
    let (first, second) = view.steps.split_at(3);
    two_columns(ui, "steps", |ui, nth| {
        if nth == 0 {
            ui.set_max_width(ui.available_width() - GUTTER);
            column(ui, first, out);
        } else {
            column(ui, second, out);
        }
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, step: StepView, out: &mut Outbox) {
    let is_beside = ui.available_width() >= BESIDE;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if is_beside {
            let size = vec2(ui.available_width(), ROW);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                why(ui, cx, strategy(step.step), out);
                link(ui, cx, step, out);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| mark(ui, cx, step, out));
            });
        } else {
            mark(ui, cx, step, out);
        }
        let tick = tick_words(cx, step.step, step.tick, step.state);
        let values = [("first", step_how(cx, step.step).into()), ("second", tick.into())];
        indented(ui, |ui| {
            words(ui, &cx.text.with("list-dot", &values), &cx.theme.small, cx.theme.muted);
        });
        if !is_beside {
            indented(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
                    ui.spacing_mut().interact_size.y = 24.0;
                    link(ui, cx, step, out);
                    why(ui, cx, strategy(step.step), out);
                });
            });
        }
    });
}

/// Things below the step's name.
fn indented(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let margin = Margin { left: (MARK + AFTER) as i8, ..Margin::ZERO };
    Frame::new().inner_margin(margin).show(ui, contents);
}

fn link(ui: &mut Ui, cx: &Cx<'_>, step: StepView, out: &mut Outbox) {
    if step.state == StepState::Done {
        return;
    }
    if let Some((words, command)) = way(cx, step.step)
        && ui.add(Button::link(cx.theme, &words)).clicked()
    {
        out.run(command);
    }
}

/// The step's mark and name: a check where it is ticked by hand.
fn mark(ui: &mut Ui, cx: &Cx<'_>, step: StepView, out: &mut Outbox) {
    let name = step_name(cx, step.step);
    let mut is_done = step.state == StepState::Done;
    match step.tick {
        Tick::ByHand => {
            if check(ui, cx.theme, &mut is_done, &name).changed() {
                out.act(Action::Programme(ProgrammeAction::ToggleStep(step.step)));
            }
        }
        Tick::ByItself => seen(ui, cx, step, &name),
    }
}

/// A step that ticks itself: its dial, and its name; it cannot be clicked.
fn seen(ui: &mut Ui, cx: &Cx<'_>, step: StepView, name: &str) {
    let theme = cx.theme;
    let room = (ui.available_width() - MARK - AFTER).max(MARK);
    let galley = ui.painter().layout(name.to_owned(), theme.body.clone(), theme.ink, room);
    let size = vec2(MARK + AFTER + galley.size().x, galley.size().y.max(ROW));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let is_done = step.state == StepState::Done;
    response.widget_info(|| {
        let tick = tick_words(cx, step.step, step.tick, step.state);
        let id = if is_done { "programme-step-done" } else { "programme-step-open" };
        WidgetInfo::labeled(Role::Label, true, cx.text.with(id, &[("step", name.into()), ("tick", tick.into())]))
    });
    dial::paint(ui, theme, pos2(rect.left() + MARK / 2.0, rect.center().y), MARK, step.state);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + MARK + AFTER, top.round()), galley, theme.ink);
    if !is_done {
        response.on_hover_text(cx.text.get("programme-by-itself-hint"));
    }
}
