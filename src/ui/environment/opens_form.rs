//! The sheet in which is said what an item opens: a file or folder, or a program with its arguments.

use std::path::Path;

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem, ItemField, Opens, checked_opens};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::refusals;
use crate::ui::widgets::{self, Button, TextField};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    File,
    Program,
}

/// What is typed for one item.
#[derive(Clone, Debug)]
pub(super) struct OpensForm {
    item: Uuid,
    name: String,
    /// Something is opened already, which can be taken away.
    before: Option<Opens>,
    what: What,
    path: String,
    program: String,
    /// One a line.
    arguments: String,
    /// There was no dialog to choose with.
    no_dialog: bool,
}

impl OpensForm {
    /// The form with what the item opens now.
    pub(super) fn new(item: &EnvironmentItem) -> Self {
        let (what, path, program, arguments) = match &item.opens {
            None => (What::File, String::new(), String::new(), String::new()),
            // An item opens no page by this form; one that was written in by hand is shown as it is.
            Some(Opens::Link { address: path } | Opens::File { path }) => {
                (What::File, path.clone(), String::new(), String::new())
            }
            Some(Opens::Program { program, arguments }) => {
                (What::Program, String::new(), program.clone(), arguments.join("\n"))
            }
        };
        let before = item.opens.clone();
        Self { item: item.id, name: item.text.clone(), before, what, path, program, arguments, no_dialog: false }
    }

    /// A file was chosen.
    pub(super) fn take_picked(&mut self, path: &Path) {
        let path = path.to_string_lossy().into_owned();
        match self.what {
            What::File => self.path = path,
            What::Program => self.program = path,
        }
    }

    /// There is no dialog on this system: the path is typed.
    pub(super) fn no_dialog(&mut self) {
        self.no_dialog = true;
    }

    fn opens(&self) -> Opens {
        match self.what {
            What::File => Opens::File { path: self.path.clone() },
            What::Program => {
                let arguments = self.arguments.lines().map(str::to_owned).collect();
                Opens::Program { program: self.program.clone(), arguments }
            }
        }
    }

    fn typed(&self) -> &str {
        match self.what {
            What::File => self.path.trim(),
            What::Program => self.program.trim(),
        }
    }

    /// Why it cannot be saved as it stands; nothing while nothing is typed.
    fn problem(&self, cx: &Cx<'_>) -> Option<String> {
        if self.typed().is_empty() {
            return None;
        }
        if self.what == What::File && !Path::new(self.typed()).is_absolute() {
            return Some(cx.text.get("environment-path-full"));
        }
        checked_opens(self.opens()).err().map(|refusal| refusals::words(&refusal, cx.text))
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = cx.text.get("environment-opens-title");
        let (item, before) = (self.item, self.before.is_some());
        let mut asks_to_pick = false;
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            asks_to_pick = self.fields(ui, cx);
            let can = !self.typed().is_empty() && self.problem(cx).is_none();
            can.then(|| self.opens())
        };
        let acts = |ui: &mut Ui, opens: Option<Opens>| {
            let set = |opens| Action::Environment(EnvironmentAction::Set { id: item, field: ItemField::Opens(opens) });
            let is_saved = ui.add_enabled(opens.is_some(), Button::pill(cx.theme, &cx.text.get("save"))).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            let is_cleared =
                before && widgets::quiet_button(ui, cx.theme, &cx.text.get("environment-opens-none")).clicked();
            let action =
                if is_cleared { Some(set(None)) } else { opens.filter(|_| is_saved).map(|opens| set(Some(opens))) };
            let is_done = action.is_some() || is_cancelled;
            (action, is_done)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "opens", &title, contents, acts);
        if asks_to_pick {
            out.run(Command::PickFile);
        }
        let (action, is_done) = answer.inner;
        if let Some(action) = action {
            out.act(action);
        }
        answer.closed || is_done
    }

    /// Shows the fields; true when a file is to be chosen.
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let text = cx.text;
        widgets::muted(ui, cx.theme, &text.with("environment-opens-lead", &[("item", self.name.as_str().into())]));
        let options = [
            (What::File, text.get("environment-opens-file")),
            (What::Program, text.get("environment-opens-a-program")),
        ];
        widgets::segmented(ui, cx.theme, &text.get("environment-opens-kind"), &mut self.what, &options);
        let problem = self.problem(cx);
        let asks_to_pick = match self.what {
            What::File => {
                let (label, note) = (text.get("environment-opens-path"), text.get("environment-opens-path-note"));
                TextField::new(cx.theme, &label).note(&note).problem(problem.as_deref()).show(ui, &mut self.path);
                self.pick(ui, cx)
            }
            What::Program => {
                let label = text.get("environment-opens-program");
                let note = text.get("environment-opens-program-note");
                TextField::new(cx.theme, &label).note(&note).problem(problem.as_deref()).show(ui, &mut self.program);
                let asks_to_pick = self.pick(ui, cx);
                let (label, note) = (text.get("environment-arguments"), text.get("environment-arguments-note"));
                TextField::new(cx.theme, &label).note(&note).rows(2).show(ui, &mut self.arguments);
                asks_to_pick
            }
        };
        widgets::small(ui, cx.theme, &text.get("environment-opens-consent"));
        asks_to_pick
    }

    fn pick(&self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        if self.no_dialog {
            widgets::small(ui, cx.theme, &cx.text.get("environment-no-dialog"));
            return false;
        }
        widgets::small_button(ui, cx.theme, &cx.text.get("command-pick-file")).clicked()
    }
}
