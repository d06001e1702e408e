//! The one sheet of plans that lies over the tabs, and the ways from one to the next.

use eframe::egui::Ui;
use uuid::Uuid;

use super::form::Form;
use super::guided::Guided;
use super::read_back::ReadBack;
use super::way::Way;
use crate::domain::Model;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;

/// The sheet that is open; what was begun in the guided way is kept while the app runs.
#[derive(Debug, Default)]
pub struct PlanSheet {
    open: Option<Open>,
    guided: Guided,
}

/// One of the sheets.
#[derive(Debug)]
pub(super) enum Open {
    Form(Form),
    Guided,
    ReadBack(ReadBack),
    Way(Way),
}

/// What becomes of a sheet after a frame.
#[derive(Debug)]
pub(super) enum Next {
    Stay,
    Close,
    Go(Open),
}

impl PlanSheet {
    /// Opens the form for a new plan.
    pub fn write(&mut self) {
        self.open = Some(Open::Form(Form::new(String::new())));
    }

    /// Opens the four steps of a guided plan, where they were left.
    pub fn guide(&mut self) {
        self.guided.take_focus();
        self.open = Some(Open::Guided);
    }

    /// Opens the form for the words of a plan.
    pub fn edit(&mut self, model: &Model, id: Uuid) {
        self.open = model.plans.get(id).map(|plan| Open::Form(Form::of(plan)));
    }

    /// Shows a plan large, to be read back.
    pub fn read(&mut self, model: &Model, id: Uuid) {
        self.open = model.plans.get(id).map(|plan| Open::ReadBack(ReadBack::new(&plan.obstacle, &plan.action)));
    }

    /// Opens what helps when something is in the way.
    pub fn in_the_way(&mut self) {
        self.open = Some(Open::Way(Way::default()));
    }

    /// Shows the sheet that is open.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let Some(mut open) = self.open.take() else { return };
        let ctx = &ui.ctx().clone();
        let next = match &mut open {
            _ if cx.model.goal().is_none() => Next::Close,
            Open::Form(form) => form.ui(ctx, cx, out),
            Open::Guided => self.guided.ui(ctx, cx, out),
            Open::ReadBack(read_back) => read_back.ui(ctx, cx, out),
            Open::Way(way) => way.ui(ctx, cx, out),
        };
        self.open = match next {
            Next::Stay => Some(open),
            Next::Close => None,
            Next::Go(other) => Some(other),
        };
    }
}
