//! The two ways to try something: from today on, or on the days that a coin picks; each says plainly what it can show.

use eframe::egui::{Ui, vec2};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::experiments::{ExperimentAction, ExperimentDesign, focal};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

/// Whether something was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    NotYet,
    Started,
}

/// Shows both ways for `what`, decided in `review` if in one; starts it with the way that is clicked.
pub(super) fn ways(ui: &mut Ui, cx: &Cx<'_>, what: &str, review: Option<Uuid>, out: &mut Outbox) -> Tried {
    let mut tried = Tried::NotYet;
    let ways = [
        (ExperimentDesign::Dated, "review-try-dated", "review-try-dated-note"),
        (ExperimentDesign::CoinFlip, "review-try-coin", "review-try-coin-note"),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (design, id, _) in ways {
            let is_ready = !what.trim().is_empty();
            if ui.add_enabled(is_ready, Button::small(cx.theme, &cx.text.get(id))).clicked() {
                out.act(Action::Experiment(ExperimentAction::Start { what: what.trim().to_owned(), review, design }));
                tried = Tried::Started;
            }
        }
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (_, _, note) in ways {
            widgets::small(ui, cx.theme, &cx.text.get(note));
        }
        if let Some(running) = cx.model.goal().and_then(|goal| focal(cx.model, goal)) {
            let values = [("what", running.what.as_str().into())];
            widgets::small(ui, cx.theme, &cx.text.with("review-try-one", &values));
        }
    });
    tried
}
