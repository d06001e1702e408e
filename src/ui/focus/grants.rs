//! A reward that was earned, as a row: its words, what earned it, and what can be done with it.

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::rewards::{Grant, RewardAction};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::plans::act_row;
use crate::ui::widgets::{Button, small, words};
use crate::ui::{format, reward_words};

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In the tray, where it has been waiting: not to answer at all is its "later".
    Tray,
    /// On the card after the session, which is about to be closed.
    Card,
}

/// What was done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    Nothing,
    Later,
}

/// The row of one that waits.
pub(super) fn row(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, place: Place, out: &mut Outbox) -> Answered {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        words(ui, &grant.words, &cx.theme.strong, cx.theme.ink);
        small(ui, cx.theme, &note(cx, grant, place));
        acts(ui, cx, grant, place, out)
    })
    .inner
}

/// What earned it, when where that is not plain, and how long it takes.
pub(super) fn note(cx: &Cx<'_>, grant: &Grant, place: Place) -> String {
    let by = reward_words::earned_by(cx.text, cx.model, &grant.occasion);
    let length = format::minutes(cx.text, u64::from(grant.minutes));
    match place {
        Place::Tray => {
            let day = format::day(cx.text, grant.day, cx.today);
            let values = [("by", by.into()), ("day", day.into()), ("length", length.into())];
            cx.text.with("focus-tray-note", &values)
        }
        Place::Card => cx.text.with("focus-card-note-of", &[("by", by.into()), ("length", length.into())]),
    }
}

fn acts(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, place: Place, out: &mut Outbox) -> Answered {
    let named = |id: &str| cx.text.with(id, &[("reward", grant.words.as_str().into())]);
    let act = |ui: &mut Ui, id: &str, name: &str| {
        let label = cx.text.get(id);
        ui.add(Button::act(cx.theme, &label)).accessible_name(named(name)).clicked()
    };
    act_row(ui, |ui| {
        if act(ui, "focus-take", "rewards-take-named") {
            out.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
        }
        let is_put_off = place == Place::Card && act(ui, "focus-card-later", "focus-later-named");
        if act(ui, "focus-card-skip", "rewards-leave-named") {
            out.act(Action::Reward(RewardAction::Skip { occasion: grant.occasion }));
        }
        if is_put_off { Answered::Later } else { Answered::Nothing }
    })
}
