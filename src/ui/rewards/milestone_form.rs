//! The sheet for a milestone of one's own: what it means, and how much of what it takes.

use eframe::egui::{Context, Ui};

use crate::domain::Action;
use crate::domain::rewards::{MAX_WORDS_CHARS, Mark, Milestone, MilestoneState, RewardAction};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::settings::row::row;
use crate::ui::widgets::{self, Button, Stepper, TextField};

use super::words::unit;

/// Most hours, sessions or days, and most units, of a milestone.
const MOST: u32 = 10_000;
const MOST_COUNTS: u32 = 100_000_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Hours,
    Sessions,
    Days,
    Counts,
}

/// What is typed for a milestone.
#[derive(Clone, Debug)]
pub(super) struct MilestoneForm {
    name: String,
    kind: Kind,
    amount: u32,
}

/// What came of the sheet in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formed {
    Going,
    Left,
    /// It was added under this name.
    Added(String),
}

impl MilestoneForm {
    /// An empty form; the amount is a little beyond what is there.
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let kind = Kind::default();
        Self { name: String::new(), kind, amount: kind.next(cx) }
    }

    /// Shows the sheet.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> Formed {
        let title = cx.text.get("rewards-milestone-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.fields(ui, cx);
            !self.name.trim().is_empty()
        };
        let acts = |ui: &mut Ui, can: bool| {
            let label = cx.text.get("rewards-milestone-act");
            let is_added = ui.add_enabled(can, Button::pill(cx.theme, &label)).clicked();
            (is_added, widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked())
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "milestone", &title, contents, acts);
        match answer.inner {
            (true, _) => {
                let name = self.name.trim().to_owned();
                out.act(Action::Reward(RewardAction::AddMilestone { mark: self.mark(), name: name.clone() }));
                Formed::Added(name)
            }
            (_, true) => Formed::Left,
            _ if answer.closed => Formed::Left,
            _ => Formed::Going,
        }
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("rewards-milestone-name"))
            .hint(&text.get("rewards-milestone-name-hint"))
            .limit(MAX_WORDS_CHARS)
            .show(ui, &mut self.name);
        let has_measure = cx.model.goal().is_some_and(|goal| goal.measure.is_some());
        let all = [Kind::Hours, Kind::Sessions, Kind::Days, Kind::Counts];
        let options: Vec<(Kind, String)> = all
            .into_iter()
            .filter(|kind| *kind != Kind::Counts || has_measure)
            .map(|kind| (kind, kind.name(cx)))
            .collect();
        let before = self.kind;
        widgets::select(ui, cx.theme, &text.get("rewards-milestone-kind"), &mut self.kind, &options);
        if self.kind != before {
            self.amount = self.kind.next(cx);
        }
        let have = text.with("rewards-milestone-amount-note", &[("have", self.kind.told(cx).into())]);
        let name = text.get("rewards-milestone-amount");
        row(ui, cx.theme, &name, &have, |ui| {
            let most = if self.kind == Kind::Counts { MOST_COUNTS } else { MOST };
            let step = if self.kind == Kind::Counts { 100.0 } else { 1.0 };
            Stepper::new(cx.theme, text, &name, 1..=most).step(step).show(ui, &mut self.amount);
        });
    }

    fn mark(&self) -> Mark {
        match self.kind {
            Kind::Hours => Mark::Minutes(self.amount.saturating_mul(60)),
            Kind::Sessions => Mark::Sessions(self.amount),
            Kind::Days => Mark::Days(self.amount),
            Kind::Counts => Mark::Counts(self.amount),
        }
    }
}

impl Kind {
    fn name(self, cx: &Cx<'_>) -> String {
        match self {
            Self::Hours => cx.text.get("rewards-milestone-kind-hours"),
            Self::Sessions => cx.text.get("rewards-milestone-kind-sessions"),
            Self::Days => cx.text.get("rewards-milestone-kind-days"),
            Self::Counts => format::capitalised(&unit(cx)),
        }
    }

    /// How much of it there is so far: minutes for hours.
    fn have(self, cx: &Cx<'_>) -> u32 {
        let is_it = |state: &&MilestoneState| match state.milestone {
            Milestone::Hours(_) => self == Self::Hours,
            Milestone::Sessions(_) => self == Self::Sessions,
            Milestone::Days(_) => self == Self::Days,
            Milestone::Counts(_) => self == Self::Counts,
            Milestone::FirstSession | Milestone::Own(_) => false,
        };
        cx.derived.rewards.milestones.iter().find(is_it).map_or(0, |state| state.have)
    }

    fn told(self, cx: &Cx<'_>) -> String {
        let have = self.have(cx);
        if self == Self::Hours { format::duration(cx.text, u64::from(have) * 60) } else { format::count(have.into()) }
    }

    /// A round figure beyond what there is.
    fn next(self, cx: &Cx<'_>) -> u32 {
        let have = self.have(cx);
        match self {
            Self::Hours => have / 60 / 5 * 5 + 5,
            Self::Sessions | Self::Days => have / 10 * 10 + 10,
            Self::Counts => have / 1000 * 1000 + 1000,
        }
    }
}
