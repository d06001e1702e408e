//! While no goal is active: the one question again.

use eframe::egui::{Key, Ui};

use crate::domain::Action;
use crate::domain::goal::{GoalAction, MAX_TITLE_CHARS, checked_title};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, TextField};

/// Asks for the next goal.
pub fn ui(ui: &mut Ui, cx: &Cx, typed: &mut String, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 16.0;
    widgets::subtitle(ui, cx.theme, &cx.text.get("goal-new-question"));
    let (label, hint) = (cx.text.get("goal-title"), cx.text.get("goal-new-hint"));
    let response = TextField::new(cx.theme, &label).hint(&hint).limit(MAX_TITLE_CHARS).show(ui, typed);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let title = checked_title(typed).ok();
    let begin = cx.text.get("goal-new-begin");
    let is_clicked = ui.add_enabled(title.is_some(), Button::primary(cx.theme, &begin)).clicked();
    if let (Some(title), true) = (title, is_entered || is_clicked) {
        out.act(Action::Goal(GoalAction::Create { title }));
        typed.clear();
    }
    widgets::muted(ui, cx.theme, &cx.text.get("goal-new-note"));
}
