//! The sheet of a check-in: what was sent, what came back, and how much support was felt.

use eframe::egui::{Context, ScrollArea, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{CheckIn, MAX_SUPPORT, MAX_WORDS_CHARS, PeopleAction};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, TextField};

use super::words::on_one_line;

/// Most height of what was sent before it scrolls, in points.
const SENT: f32 = 160.0;

/// An answer being written down.
#[derive(Clone, Debug)]
pub(super) struct AnswerSheet {
    id: Uuid,
    answer: String,
    support: Option<u8>,
}

/// What a frame of the sheet asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Save,
    Cancel,
    Delete,
}

impl AnswerSheet {
    pub(super) fn of(check_in: &CheckIn) -> Self {
        Self { id: check_in.id, answer: check_in.answer.clone(), support: check_in.support }
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let Some(check_in) = cx.model.check_ins.get(self.id) else { return true };
        let title = if check_in.name.is_empty() {
            cx.text.get("people-answer-title-anyone")
        } else {
            cx.text.with("people-answer-title", &[("name", check_in.name.as_str().into())])
        };
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            sent(ui, cx, check_in);
            TextField::new(cx.theme, &cx.text.get("people-answer-field"))
                .hint(&cx.text.get("people-answer-hint"))
                .rows(4)
                .limit(MAX_WORDS_CHARS)
                .show(ui, &mut self.answer);
            support(ui, cx, &mut self.support);
            ui.add(Button::act(cx.theme, &cx.text.get("people-answer-delete")).destructive()).clicked()
        };
        let acts = |ui: &mut Ui, is_deleted: bool| {
            let is_saved = ui.add(Button::pill(cx.theme, &cx.text.get("save"))).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            match (is_deleted, is_saved, is_cancelled) {
                (true, ..) => Asked::Delete,
                (_, true, _) => Asked::Save,
                (_, _, true) => Asked::Cancel,
                _ => Asked::Nothing,
            }
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "check-in", &title, contents, acts);
        let id = self.id;
        match answer.inner {
            Asked::Save => {
                let (answer, support) = (self.answer.clone(), self.support);
                // It stays unseen: Focus shows it the next time, when work is about to start.
                out.act(Action::People(PeopleAction::Answer { id, answer, support }));
            }
            Asked::Delete => out.act(Action::People(PeopleAction::DeleteCheckIn { id })),
            Asked::Nothing | Asked::Cancel => {}
        }
        answer.closed || answer.inner != Asked::Nothing
    }
}

/// "How much support did you feel?", 0 to 10.
pub(super) fn support(ui: &mut Ui, cx: &Cx<'_>, value: &mut Option<u8>) {
    let name = cx.text.get("people-answer-support");
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &name, &cx.theme.label, cx.theme.muted);
        widgets::scale(ui, cx.theme, cx.text, &name, 0..=MAX_SUPPORT, value);
        widgets::small(ui, cx.theme, &cx.text.get("people-answer-support-note"));
    });
}

fn sent(ui: &mut Ui, cx: &Cx<'_>, check_in: &CheckIn) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &cx.text.get("people-answer-sent"), &cx.theme.label, cx.theme.muted);
        if check_in.words.is_empty() {
            widgets::muted(ui, cx.theme, &cx.text.get("people-answer-sent-none"));
        } else {
            let area = ScrollArea::vertical().id_salt("what was sent").max_height(SENT).auto_shrink([false, true]);
            area.show(ui, |ui| widgets::body(ui, cx.theme, &check_in.words));
        }
        let is_said = on_one_line(&check_in.words).contains(&on_one_line(&check_in.question));
        if !is_said {
            let asked = [("question", check_in.question.as_str().into())];
            widgets::muted(ui, cx.theme, &cx.text.with("people-answer-question", &asked));
        }
    });
}
