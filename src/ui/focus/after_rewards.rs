//! What a session earned, on the card after it: its own reward first, the other layers below, a jewel lit for a milestone.

use eframe::egui::{Align, Layout, Ui};
use uuid::Uuid;

use super::grants::{self, Answered, Place};
use super::{breaks, side, waiting};
use crate::domain::Action;
use crate::domain::rewards::{Grant, GrantState, Layer, Milestone, Occasion, RewardAction, of_layer};
use crate::domain::session::{Ended, Session};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::reward_words::milestone_name;
use crate::ui::spring::{CardJewel, Won};
use crate::ui::widgets::{Button, card, divider, icon, nudge_card, section, small, words};
use crate::ui::{format, icons};

/// How long after its end a session counts as just finished, in seconds.
const FRESH_SECS: i64 = 10;
/// Size of the icon before a reward, in points.
const ICON: f32 = 24.0;

/// What the card remembers of its rewards.
#[derive(Debug, Default)]
pub(super) struct AfterRewards {
    session: Option<Uuid>,
    /// Put off on this card: they wait in the tray.
    later: Vec<Occasion>,
    jewel: CardJewel,
    /// The first reward, while it is being written.
    typed: String,
    /// It was asked for here.
    is_asked: bool,
}

impl AfterRewards {
    /// Shows what the session earned, if anything.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
        if self.session != Some(session.id) {
            *self = Self { session: Some(session.id), ..Self::default() };
        }
        let earned = of_session(cx, session);
        let pause = cx.model.reward_break.as_ref();
        let pause = pause.filter(|pause| earned.iter().any(|grant| grant.occasion == pause.occasion));
        if let Some(pause) = pause {
            breaks::card(ui, cx, pause, out);
        }
        let is_taken = |grant: &&Grant| pause.is_some_and(|pause| pause.occasion == grant.occasion);
        if let Some(first) = earned.first().filter(|first| !is_taken(first)) {
            self.first(ui, cx, session, first, out);
        }
        let others: Vec<&Grant> = earned.iter().skip(1).copied().filter(|grant| !is_taken(grant)).collect();
        self.others(ui, cx, session, &others, out);
        self.next(ui, cx, session, out);
    }

    /// A row for each of the others, and for each milestone without a reward.
    fn others(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, others: &[&Grant], out: &mut Outbox) {
        let is_bare = |passed: &&Milestone| cx.derived.rewards.grant(Occasion::Milestone(**passed)).is_none();
        let bare: Vec<&Milestone> = cx.status.passed.iter().filter(is_bare).collect();
        if others.is_empty() && bare.is_empty() {
            return;
        }
        card(ui, cx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            section(ui, cx.theme, &cx.text.get("focus-card-also"));
            for (nth, grant) in others.iter().enumerate() {
                if nth > 0 {
                    divider(ui, cx.theme);
                }
                self.other(ui, cx, session, grant, out);
            }
            for (nth, passed) in bare.into_iter().enumerate() {
                if nth > 0 || !others.is_empty() {
                    divider(ui, cx.theme);
                }
                ui.horizontal_top(|ui| {
                    self.jewel(ui, cx, session);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        words(ui, &milestone_name(cx.text, cx.model, *passed), &cx.theme.strong, cx.theme.ink);
                        small(ui, cx.theme, &cx.text.get("focus-card-passed"));
                    });
                });
            }
        });
    }

    /// While nothing waits for a session, asks what may; what was written here stays in sight.
    fn next(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
        let own = of_layer(cx.model, Layer::Session).next();
        self.is_asked |= own.is_none() && session.ended == Ended::Earned;
        if !self.is_asked {
            return;
        }
        card(ui, cx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            with_why(ui, cx, Strategy::ImmediateRewards, out, |ui| {
                section(ui, cx.theme, &cx.text.get("focus-next-reward"));
            });
            match own {
                Some(reward) => {
                    side::told(ui, cx, &reward.words, &format::minutes(cx.text, u64::from(reward.minutes)));
                    waiting::comeback(ui, cx, out);
                }
                None => waiting::first(ui, cx, &mut self.typed, out),
            }
        });
    }

    /// The one on top: in the accent while it waits.
    fn first(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, grant: &Grant, out: &mut Outbox) {
        if !self.waits(cx, grant) {
            card(ui, cx.theme, |ui| settled(ui, cx, grant, out));
            return;
        }
        nudge_card(ui, cx.theme, |ui| {
            ui.horizontal(|ui| {
                self.sign(ui, cx, session, grant);
                words(ui, &grant.words, &cx.theme.strong, cx.theme.ink);
            });
            if grant.layer() != Layer::Session {
                small(ui, cx.theme, &grants::note(cx, grant, Place::Card));
            }
            ui.horizontal_wrapped(|ui| {
                let label = cx.text.with("focus-card-take-minutes", &[("minutes", grant.minutes.into())]);
                if ui.add(Button::pill(cx.theme, &label)).clicked() {
                    out.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
                }
                if ui.add(Button::quiet(cx.theme, &cx.text.get("focus-card-later"))).clicked() {
                    self.later.push(grant.occasion);
                }
                if ui.add(Button::quiet(cx.theme, &cx.text.get("focus-card-skip"))).clicked() {
                    out.act(Action::Reward(RewardAction::Skip { occasion: grant.occasion }));
                }
            });
        });
    }

    /// One of the others: a row each.
    fn other(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, grant: &Grant, out: &mut Outbox) {
        ui.horizontal_top(|ui| {
            self.sign(ui, cx, session, grant);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                if !self.waits(cx, grant) {
                    settled(ui, cx, grant, out);
                } else if grants::row(ui, cx, grant, Place::Card, out) == Answered::Later {
                    self.later.push(grant.occasion);
                }
            });
        });
    }

    /// Whether it can be taken now: one that was put off, or comes while another is taken, waits on Focus.
    fn waits(&self, cx: &Cx<'_>, grant: &Grant) -> bool {
        grant.state == GrantState::Earned && !self.later.contains(&grant.occasion) && cx.model.reward_break.is_none()
    }

    fn sign(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, grant: &Grant) {
        if grant.layer() == Layer::Milestone {
            self.jewel(ui, cx, session);
        } else {
            icon(ui, icons::GIFT, ICON, cx.theme.accent_text);
        }
    }

    fn jewel(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
        let is_fresh = (cx.now.utc - session.ended_at()).num_seconds() < FRESH_SECS;
        self.jewel.ui(ui, cx, session.id, if is_fresh { Won::JustNow } else { Won::Before });
    }
}

/// What became of it; a taken one is rated in place once its break is over.
fn settled(ui: &mut Ui, cx: &Cx<'_>, grant: &Grant, out: &mut Outbox) {
    let state = match grant.state {
        GrantState::Earned => "focus-card-kept",
        GrantState::Claimed => "focus-card-taken",
        GrantState::Skipped => "focus-card-skipped",
    };
    side::told(ui, cx, &grant.words, &cx.text.get(state));
    match grant.state {
        GrantState::Claimed if cx.model.reward_break.is_none() => breaks::rate(ui, cx, grant, out),
        GrantState::Skipped if cx.model.reward_break.is_none() => {
            let named = cx.text.with("rewards-take-named", &[("reward", grant.words.as_str().into())]);
            let label = cx.text.get("focus-card-take-after-all");
            if ui.add(Button::act(cx.theme, &label)).accessible_name(named).clicked() {
                out.act(Action::Reward(RewardAction::Take { occasion: grant.occasion }));
            }
        }
        _ => {}
    }
}

/// What came of one session, its own reward first.
fn of_session<'a>(cx: &Cx<'a>, session: &Session) -> Vec<&'a Grant> {
    let span = session.started..=session.ended_at();
    let is_of_it = |grant: &&Grant| match grant.occasion {
        Occasion::Session(id) => id == session.id,
        _ => span.contains(&grant.earned),
    };
    let mut earned: Vec<&Grant> = cx.derived.rewards.history.iter().filter(is_of_it).collect();
    // Occasions stand in the order in which they are told.
    earned.sort_by_key(|grant| grant.occasion);
    earned
}
