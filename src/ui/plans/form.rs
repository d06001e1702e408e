//! The form of a plan: two fields between fixed words, and the sentence they make.

use eframe::egui::{Context, Key, Response, Ui};
use uuid::Uuid;

use super::parts;
use super::read_back::ReadBack;
use super::sheet::{Next, Open};
use crate::domain::Action;
use crate::domain::plans::{MAX_PART_CHARS, Plan, PlanAction, tidy_action, tidy_obstacle};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, TextField, quiet_button, sheet_with_acts};

/// A plan being written or changed.
#[derive(Debug)]
pub(super) struct Form {
    /// The plan whose words are changed; `None` for a new one.
    id: Option<Uuid>,
    obstacle: String,
    action: String,
    wish: String,
    outcome: String,
    /// The field that gets the keyboard next.
    wanted: Option<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Obstacle,
    Action,
}

/// What a frame of the sheet asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Save,
    Cancel,
}

impl Form {
    /// A form for a new plan, about an obstacle if it is known already.
    pub fn new(obstacle: String) -> Self {
        let wanted = Some(if obstacle.trim().is_empty() { Part::Obstacle } else { Part::Action });
        let (action, wish, outcome) = Default::default();
        Self { id: None, obstacle, action, wish, outcome, wanted }
    }

    /// The form of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self {
            id: Some(plan.id),
            obstacle: plan.obstacle.clone(),
            action: plan.action.clone(),
            wish: plan.wish.clone(),
            outcome: plan.outcome.clone(),
            wanted: Some(Part::Action),
        }
    }

    /// Shows the form over the page.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> Next {
        let title = cx.text.get(if self.id.is_some() { "plans-change-title" } else { "plans-new-title" });
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            parts::lead(ui, cx, (&cx.text.get("plans-form-lead"), Strategy::IfThenPlans), out);
            let entered = self.fields(ui, cx);
            parts::live(ui, cx, &self.obstacle, &self.action);
            self.guided_fields(ui, cx);
            (entered, parts::missing(&self.obstacle, &self.action).is_none())
        };
        let acts = |ui: &mut Ui, (entered, is_complete): (Asked, bool)| {
            let save = cx.text.get("plans-save");
            let is_saved = ui.add_enabled(is_complete, Button::pill(cx.theme, &save).icon(icons::CHECK)).clicked();
            let is_cancelled = quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            match (is_saved, is_cancelled) {
                (true, _) => Asked::Save,
                (false, true) => Asked::Cancel,
                (false, false) => entered,
            }
        };
        let answer = sheet_with_acts(ctx, cx.theme, cx.text, "plan form", &title, contents, acts);
        match answer.inner {
            Asked::Save => self.save(cx, out),
            Asked::Cancel => Next::Close,
            Asked::Nothing if answer.closed => Next::Close,
            Asked::Nothing => Next::Stay,
        }
    }

    /// Both parts; Enter goes from the first to the second, and from there saves what is complete.
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Asked {
        let [fixed_if, fixed_then] = ["plans-if", "plans-then"].map(|id| cx.text.get(id));
        let [hint_if, hint_then] = ["plans-if-hint", "plans-then-hint"].map(|id| cx.text.get(id));
        let obstacle = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let field = parts::field(ui, cx, (&fixed_if, "if"), &hint_if, &mut self.obstacle);
            if self.id.is_none() {
                parts::starters(ui, cx, &mut self.obstacle);
            }
            field
        });
        let action = ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let field = parts::field(ui, cx, (&fixed_then, "then"), &hint_then, &mut self.action);
            parts::idea(ui, cx, &self.obstacle, &mut self.action);
            field
        });
        let is_enter = ui.input(|input| input.key_pressed(Key::Enter));
        let is_entered = |field: &Response| field.lost_focus() && is_enter;
        let (obstacle, action) = (obstacle.inner, action.inner);
        let asked = match parts::missing(&self.obstacle, &self.action) {
            None if is_entered(&action) => Asked::Save,
            Some(_) if is_entered(&action) => {
                self.wanted =
                    Some(if tidy_obstacle(&self.obstacle).is_empty() { Part::Obstacle } else { Part::Action });
                Asked::Nothing
            }
            _ => Asked::Nothing,
        };
        if is_entered(&obstacle) {
            self.wanted = Some(Part::Action);
        }
        let wanted = match self.wanted {
            Some(Part::Obstacle) => &obstacle,
            Some(Part::Action) => &action,
            None => return asked,
        };
        if parts::given_focus(wanted) {
            self.wanted = None;
        }
        asked
    }

    /// What was written before the plan itself, where that was the guided way.
    fn guided_fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.id.is_none() || (self.wish.is_empty() && self.outcome.is_empty()) {
            return;
        }
        for (id, value) in [("plans-wish", &mut self.wish), ("plans-outcome", &mut self.outcome)] {
            TextField::new(cx.theme, &cx.text.get(id)).limit(MAX_PART_CHARS).show(ui, value);
        }
    }

    /// Keeps the plan; a sentence that is new is read back next.
    fn save(&self, cx: &Cx<'_>, out: &mut Outbox) -> Next {
        let read_back = ReadBack::new(&tidy_obstacle(&self.obstacle), &tidy_action(&self.action));
        let (obstacle, action) = (self.obstacle.clone(), self.action.clone());
        let (wish, outcome) = (self.wish.clone(), self.outcome.clone());
        let Some(id) = self.id else {
            out.act(Action::Plan(PlanAction::Add { obstacle, action, wish, outcome }));
            return Next::Go(Open::ReadBack(read_back));
        };
        out.act(Action::Plan(PlanAction::Set { id, obstacle, action, wish, outcome }));
        let is_read = cx.model.plans.get(id).is_some_and(|plan| plan.read_back.is_some() && read_back.is_of(plan));
        if is_read { Next::Close } else { Next::Go(Open::ReadBack(read_back)) }
    }
}
