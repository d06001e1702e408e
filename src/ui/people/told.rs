//! The sheet for what was told without the app: face to face, or by telephone.

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{MAX_LINE_CHARS, MAX_WORDS_CHARS, NewCheckIn, PeopleAction, Span, To, Way};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, TextField};

/// A talk being noted.
#[derive(Clone, Debug)]
pub(super) struct ToldSheet {
    partner: Uuid,
    name: String,
    words: String,
    question: String,
}

impl ToldSheet {
    pub(super) fn new(partner: Uuid, name: &str) -> Self {
        Self { partner, name: name.to_owned(), words: String::new(), question: String::new() }
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = cx.text.with("people-told-title", &[("name", self.name.as_str().into())]);
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            TextField::new(cx.theme, &cx.text.get("people-told-field"))
                .rows(3)
                .limit(MAX_WORDS_CHARS)
                .show(ui, &mut self.words);
            TextField::new(cx.theme, &cx.text.get("people-told-question"))
                .limit(MAX_LINE_CHARS)
                .show(ui, &mut self.question);
            !(self.words.trim().is_empty() && self.question.trim().is_empty())
        };
        let acts = |ui: &mut Ui, can_save: bool| {
            let save = cx.text.get("save");
            let is_saved = ui.add_enabled(can_save, Button::pill(cx.theme, &save)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (is_saved, is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "told", &title, contents, acts);
        let (is_saved, is_cancelled) = answer.inner;
        if is_saved {
            let (words, question) = (self.words.clone(), self.question.clone());
            let (to, way, span) = (To::Partner(self.partner), Way::Told, Span::Day(cx.today));
            out.act(Action::People(PeopleAction::CheckIn(NewCheckIn { to, way, span, words, question })));
        }
        answer.closed || is_saved || is_cancelled
    }
}
