//! "Something is in the way": the plans for it, best match first, the two-minute version, and writing a new plan.

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use super::form::Form;
use super::parts::{remark, sentence_of};
use super::sheet::{Next, Open};
use crate::domain::Action;
use crate::domain::plans::{MAX_PART_CHARS, Plan, PlanAction, ranked};
use crate::domain::timer::{Phase, TimerAction};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, TextField, divider, muted, quiet_button, sheet_with_acts, small, words};

/// Length of the two-minute version, in seconds.
const SHORT_SECS: u32 = 120;
/// Below this width the button stands below its plan, in points.
const NARROW: f32 = 360.0;

/// What is typed about the obstacle; it sorts the plans and begins a new one.
#[derive(Debug, Default)]
pub(super) struct Way {
    typed: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Use(Uuid),
    Short,
    Write,
}

/// What the small version means as things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Short {
    /// Nothing runs: two minutes are a session.
    Start,
    /// The running session ends two minutes from now.
    Shorten,
    /// Its end is that near anyway.
    Near,
    /// It is earned and can end here.
    Finish,
}

impl Way {
    /// Shows the sheet over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> Next {
        let Some(short) = short(cx) else { return Next::Close };
        let write = cx.text.get("plans-write");
        // Where both acts do not fit beside each other, the lesser one stands above.
        let is_narrow = ctx.content_rect().width() < NARROW;
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            let (label, hint) = (cx.text.get("plans-way-what"), cx.text.get("plans-way-hint"));
            TextField::new(cx.theme, &label).hint(&hint).limit(MAX_PART_CHARS).show(ui, &mut self.typed);
            let used = self.plans(ui, cx);
            let note = match short {
                Short::Start => "plans-way-start-note",
                Short::Shorten => "plans-way-shorten-note",
                Short::Near => "plans-way-near-note",
                Short::Finish => "plans-way-finish-note",
            };
            small(ui, cx.theme, &cx.text.get(note));
            let write = Button::act(cx.theme, &write);
            let asked = if is_narrow && ui.add(write).clicked() { Asked::Write } else { Asked::Nothing };
            used.map_or(asked, Asked::Use)
        };
        let acts = |ui: &mut Ui, asked: Asked| {
            let label = match short {
                Short::Start => Some("focus-short"),
                Short::Shorten => Some("plans-way-shorten"),
                Short::Near => None,
                Short::Finish => Some("focus-finish"),
            };
            let is_short = label.is_some_and(|id| ui.add(Button::pill(cx.theme, &cx.text.get(id))).clicked());
            let is_write = !is_narrow && quiet_button(ui, cx.theme, &write).clicked();
            match (asked, is_short, is_write) {
                (Asked::Nothing, true, _) => Asked::Short,
                (Asked::Nothing, false, true) => Asked::Write,
                _ => asked,
            }
        };
        let title = cx.text.get("plans-way-title");
        let answer = sheet_with_acts(ctx, cx.theme, cx.text, "in the way", &title, contents, acts);
        match answer.inner {
            Asked::Use(id) => {
                out.act(Action::Plan(PlanAction::Use { id }));
                Next::Close
            }
            Asked::Short => {
                take_short(cx, short, out);
                Next::Close
            }
            Asked::Write => Next::Go(Open::Form(Form::new(std::mem::take(&mut self.typed)))),
            Asked::Nothing if answer.closed => Next::Close,
            Asked::Nothing => Next::Stay,
        }
    }

    /// All plans, best match first; gives back the one that is used.
    fn plans(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Uuid> {
        let doing = cx.model.running.as_ref().map_or("", |running| running.intention.as_str());
        let plans = ranked(cx.model, if self.typed.trim().is_empty() { doing } else { &self.typed });
        if plans.is_empty() {
            muted(ui, cx.theme, &cx.text.get("plans-way-none"));
        }
        let mut used = None;
        for (_, plan) in plans {
            if row(ui, cx, plan) {
                used = Some(plan.id);
            }
            divider(ui, cx.theme);
        }
        used
    }
}

/// A plan with the button that uses it; true when it was clicked.
fn row(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan) -> bool {
    let (sentence, label) = (sentence_of(cx, plan), cx.text.get("plans-way-use"));
    let told = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        words(ui, &sentence, &cx.theme.body, cx.theme.ink);
        small(ui, cx.theme, &remark(cx, plan));
    };
    let button = Button::small(cx.theme, &label);
    let name = cx.text.with("plans-way-use-name", &[("plan", sentence.as_str().into())]);
    if ui.available_width() < NARROW {
        ui.vertical(told);
        return ui.add(button).accessible_name(name).clicked();
    }
    let room = ui.available_width() - button.width(ui) - 16.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.vertical(|ui| {
            ui.set_width(room);
            told(ui);
        });
        ui.add(button).accessible_name(name).clicked()
    })
    .inner
}

/// What the small version means now; `None` while another question has to be answered first.
fn short(cx: &Cx<'_>) -> Option<Short> {
    let Some(running) = &cx.model.running else { return Some(Short::Start) };
    match (&running.phase, running.left_secs(cx.now)) {
        (Phase::Asking { .. }, _) => None,
        (_, 0) => Some(Short::Finish),
        (_, left) if left <= i64::from(SHORT_SECS) => Some(Short::Near),
        _ => Some(Short::Shorten),
    }
}

fn take_short(cx: &Cx<'_>, short: Short, out: &mut Outbox) {
    match short {
        Short::Start => out.run(Command::StartShort),
        Short::Finish => out.run(Command::Finish),
        Short::Near => {}
        Short::Shorten => {
            out.act(Action::Timer(TimerAction::Shorten { secs: SHORT_SECS }));
            if cx.model.running.as_ref().is_some_and(|running| running.phase == Phase::Paused) {
                out.act(Action::Timer(TimerAction::Resume));
            }
        }
    }
}
