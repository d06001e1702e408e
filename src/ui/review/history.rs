//! Every review so far, newest first: opened, read and taken out again.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::review::{Review, ReviewAction};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::goal::row;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::home::{Asked, state_words};
use super::words;

/// Reviews shown before more are asked for, and how many more come with each click.
const FEW: usize = 6;
const MORE: usize = 24;

/// How much of the list is shown.
#[derive(Debug, Default)]
pub(super) struct History {
    more: usize,
}

impl History {
    /// Shows the list; gives back the review that is to be opened. Without one it is not there.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, own: &[&Review], out: &mut Outbox) -> Option<Asked> {
        if own.is_empty() {
            return None;
        }
        let mut asked = None;
        tiles(ui, cx.theme, "review history", &[1.0], |ui, _| {
            widgets::section(ui, cx.theme, &cx.text.get("review-history"));
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for review in own.iter().take(FEW + self.more) {
                    asked = asked.or(line(ui, cx, review, out));
                }
            });
            let hidden = own.len().saturating_sub(FEW + self.more);
            let more = cx.text.with("review-history-more", &[("count", hidden.min(MORE).into())]);
            if hidden > 0 && ui.add(Button::act(cx.theme, &more)).clicked() {
                self.more += MORE;
            }
        });
        asked
    }
}

/// One review: its period, its state and what it decided.
fn line(ui: &mut Ui, cx: &Cx<'_>, review: &Review, out: &mut Outbox) -> Option<Asked> {
    let title = words::title(cx.text, review.period());
    let named = [("review", title.as_str().into())];
    let state = state_words(cx, review);
    let remark = match review.adjustment.trim() {
        "" => state,
        what => cx.text.with("list-dot", &[("first", state.into()), ("second", what.into())]),
    };
    row(ui, cx, &title, &remark, |ui| {
        let delete = cx.text.with("review-delete", &named);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Review(ReviewAction::Delete { id: review.id }));
        }
        let (icon, id) =
            if review.is_done() { (icons::EYE, "review-read") } else { (icons::PENCIL_SIMPLE, "review-continue-of") };
        let is_opened = widgets::icon_button(ui, cx.theme, icon, &cx.text.with(id, &named)).clicked();
        is_opened.then_some(Asked::Review(review.id))
    })
}
