//! The guided way to a plan in four short steps: wish, outcome, obstacle, plan (WOOP).

use eframe::egui::{Context, Key, Response, Ui};

use super::parts;
use super::read_back::ReadBack;
use super::sheet::{Next, Open};
use crate::domain::Action;
use crate::domain::plans::{MAX_PART_CHARS, PlanAction, tidy_action, tidy_obstacle};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, TextField, muted, progress_bar, quiet_button, sheet_with_acts, subtitle, words};

/// What was written so far; it stays when the sheet is left, until the plan is saved.
#[derive(Debug, Default)]
pub(super) struct Guided {
    step: Step,
    wish: String,
    outcome: String,
    obstacle: String,
    action: String,
    focus: Focus,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Wish,
    Outcome,
    Obstacle,
    Plan,
}

/// Whether the field of the step has been given the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Wanted,
    Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Forward,
    Back,
}

impl Step {
    const ALL: [Self; 4] = [Self::Wish, Self::Outcome, Self::Obstacle, Self::Plan];

    fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0) + 1
    }

    fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    fn back(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|at| Self::ALL.get(at)).copied()
    }

    /// The ids of its name, its question, and the note below.
    fn words(self) -> [&'static str; 3] {
        match self {
            Self::Wish => ["plans-wish", "plans-wish-question", "plans-wish-note"],
            Self::Outcome => ["plans-outcome", "plans-outcome-question", "plans-outcome-note"],
            Self::Obstacle => ["plans-obstacle", "plans-obstacle-question", "plans-obstacle-note"],
            Self::Plan => ["plans-plan", "plans-plan-question", "plans-plan-note"],
        }
    }
}

impl Guided {
    /// Gives the keyboard to the field of the step.
    pub fn take_focus(&mut self) {
        self.focus = Focus::Wanted;
    }

    /// Shows the step over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> Next {
        let title = cx.text.get("plans-guided-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.progress(ui, cx, out);
            let [_, question, note] = self.step.words().map(|id| cx.text.get(id));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                self.recap(ui, cx);
                subtitle(ui, cx.theme, &question);
                muted(ui, cx.theme, &note);
            });
            let field = self.field(ui, cx, &question);
            if self.focus == Focus::Wanted && parts::given_focus(&field) {
                self.focus = Focus::Given;
            }
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if is_entered && !self.is_filled() {
                self.focus = Focus::Wanted;
            }
            (is_entered && self.is_filled(), self.step, self.is_filled())
        };
        let acts = |ui: &mut Ui, (is_entered, step, is_filled): (bool, Step, bool)| {
            let forward = cx.text.get(if step == Step::Plan { "plans-save" } else { "plans-next" });
            let icon = if step == Step::Plan { icons::CHECK } else { icons::ARROW_RIGHT };
            let is_next = ui.add_enabled(is_filled, Button::pill(cx.theme, &forward).icon(icon)).clicked();
            let is_back = step.back().is_some() && quiet_button(ui, cx.theme, &cx.text.get("plans-back")).clicked();
            match (is_next || is_entered, is_back) {
                (true, _) => Asked::Forward,
                (false, true) => Asked::Back,
                (false, false) => Asked::Nothing,
            }
        };
        let answer = sheet_with_acts(ctx, cx.theme, cx.text, "plan guided", &title, contents, acts);
        match answer.inner {
            Asked::Nothing if answer.closed => Next::Close,
            Asked::Nothing => Next::Stay,
            Asked::Back => self.go(self.step.back()),
            Asked::Forward => match self.step.next() {
                Some(next) => self.go(Some(next)),
                None => self.save(out),
            },
        }
    }

    fn go(&mut self, to: Option<Step>) -> Next {
        self.step = to.unwrap_or(self.step);
        self.focus = Focus::Wanted;
        Next::Stay
    }

    /// "Step 2 of 4 · Outcome" over a bar.
    fn progress(&self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let (number, all) = (self.step.number(), Step::ALL.len());
        let values = [("number", number.into()), ("all", all.into())];
        let step = cx.text.with("plans-step", &values);
        let values = [("first", step.as_str().into()), ("second", cx.text.get(self.step.words()[0]).into())];
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            parts::lead(ui, cx, (&cx.text.with("list-dot", &values), Strategy::Woop), out);
            progress_bar(ui, cx.theme, &step, number as f32 / all as f32, cx.theme.stage[0]);
        });
    }

    /// What the steps before said, quietly.
    fn recap(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let said: &[(&str, &String)] = match self.step {
            Step::Wish => &[],
            Step::Outcome => &[("plans-wish", &self.wish)],
            Step::Obstacle | Step::Plan => &[("plans-wish", &self.wish), ("plans-outcome", &self.outcome)],
        };
        for (id, said) in said {
            let values = [("name", cx.text.get(id).into()), ("said", said.trim().into())];
            words(ui, &cx.text.with("plans-said", &values), &cx.theme.small, cx.theme.muted);
        }
        if !said.is_empty() {
            ui.add_space(12.0);
        }
    }

    fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, question: &str) -> Response {
        let plain = |ui: &mut Ui, hint: &str, salt: &str, value: &mut String| {
            let field = TextField::new(cx.theme, "").hint(hint).limit(MAX_PART_CHARS).id_salt(("guided", salt));
            field.show(ui, value).accessible_name(question)
        };
        match self.step {
            Step::Wish => plain(ui, &cx.text.get("plans-wish-hint"), "wish", &mut self.wish),
            Step::Outcome => plain(ui, &cx.text.get("plans-outcome-hint"), "outcome", &mut self.outcome),
            Step::Obstacle => {
                let (fixed, hint) = (cx.text.get("plans-if"), cx.text.get("plans-if-hint"));
                let field = parts::field(ui, cx, (&fixed, "guided if"), &hint, &mut self.obstacle);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    parts::starters(ui, cx, &mut self.obstacle);
                });
                field
            }
            Step::Plan => {
                let (fixed, hint) = (cx.text.get("plans-then"), cx.text.get("plans-then-hint"));
                let field = parts::field(ui, cx, (&fixed, "guided then"), &hint, &mut self.action);
                parts::idea(ui, cx, &self.obstacle, &mut self.action);
                parts::live(ui, cx, &self.obstacle, &self.action);
                field
            }
        }
    }

    /// Whether the step has been answered.
    fn is_filled(&self) -> bool {
        let is_said = |text: &str| !text.trim().is_empty();
        match self.step {
            Step::Wish => is_said(&self.wish),
            Step::Outcome => is_said(&self.outcome),
            Step::Obstacle => !tidy_obstacle(&self.obstacle).is_empty(),
            Step::Plan => parts::missing(&self.obstacle, &self.action).is_none(),
        }
    }

    fn save(&mut self, out: &mut Outbox) -> Next {
        let Self { wish, outcome, obstacle, action, .. } = std::mem::take(self);
        let read_back = ReadBack::new(&tidy_obstacle(&obstacle), &tidy_action(&action));
        out.act(Action::Plan(PlanAction::Add { obstacle, action, wish, outcome }));
        Next::Go(Open::ReadBack(read_back))
    }
}
