//! "Waiting for you": the rewards that were earned and not answered yet, and the one that comes next.

use eframe::egui::{Key, Ui};
use uuid::Uuid;

use super::{fields, grants, side};
use crate::domain::Action;
use crate::domain::goal::MAX_TITLE_CHARS;
use crate::domain::nudges::Rule;
use crate::domain::rewards::{DEFAULT_BREAK_MINUTES, Layer, Pick, Reward, RewardAction, of_layer};

use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, bare_select, card, divider, link_button, muted, section, words};

/// How many of those that wait are shown here; the Rewards page has them all.
const SHOWN: usize = 2;
/// Days from the start of a goal in which it is set up.
const SET_UP_DAYS: i64 = 7;
/// Characters of a reward shown in the list of choices, at most.
const LIST_CHARS: usize = 24;

/// Shows the card, if it has anything to say; `typed` is the first reward while it is being written, `chosen` the one for
/// the next session.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, typed: &mut String, chosen: &mut Option<Uuid>, out: &mut Outbox) {
    let running = cx.model.running.as_ref();
    let waits = !cx.derived.rewards.unclaimed.is_empty();
    // What a session has just earned is offered below the spring.
    let is_earned = running.is_some_and(|running| running.earned.is_some());
    if is_earned && !waits {
        return;
    }
    card(ui, cx.theme, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let next_title = if running.is_some() { "focus-this-reward" } else { "focus-next-reward" };
        let title = if waits { "focus-waiting" } else { next_title };
        // The advice about weak rewards says why already.
        if running.is_none() && cx.derived.nudge.is_some_and(|nudge| nudge.rule == Rule::WeakRewards) {
            section(ui, cx.theme, &cx.text.get(title));
        } else {
            with_why(ui, cx, Strategy::ImmediateRewards, out, |ui| {
                section(ui, cx.theme, &cx.text.get(title));
            });
        }
        if waits {
            tray(ui, cx, out);
        }
        if is_earned {
            return;
        }
        if waits {
            divider(ui, cx.theme);
            section(ui, cx.theme, &cx.text.get(next_title));
        }
        next(ui, cx, typed, chosen, out);
    });
}

/// The newest of those that wait, and the way to the others; while a session runs only that there are some.
fn tray(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let unclaimed = &cx.derived.rewards.unclaimed;
    let count = |count: usize| [("count", count.into())];
    if cx.model.running.is_some() {
        muted(ui, cx.theme, &cx.text.with("focus-tray-later", &count(unclaimed.len())));
        return;
    }
    for grant in unclaimed.iter().take(SHOWN) {
        grants::row(ui, cx, grant, grants::Place::Tray, out);
    }
    let label = match unclaimed.len().saturating_sub(SHOWN) {
        0 => cx.text.get("focus-tray-all"),
        more => cx.text.with("focus-tray-more", &count(more)),
    };
    if link_button(ui, cx.theme, &label).clicked() {
        out.run(Command::GoTo(Tab::Rewards));
    }
}

/// The reward of the session that comes or runs, and the choice among several.
fn next(ui: &mut Ui, cx: &Cx<'_>, typed: &mut String, chosen: &mut Option<Uuid>, out: &mut Outbox) {
    let own = of_sessions(cx);
    if own.is_empty() {
        first(ui, cx, typed, out);
        return;
    }
    let picked = match &cx.model.running {
        Some(running) => running.chosen_reward,
        None => *chosen,
    };
    let picked = picked.filter(|id| own.iter().any(|reward| reward.id == *id));
    match picked.or_else(|| in_turn(cx)).and_then(|id| cx.model.rewards.get(id)) {
        Some(reward) => side::told(ui, cx, &reward.words, &format::minutes(cx.text, u64::from(reward.minutes))),
        None => drop(words(ui, &surprise(cx, own.len()), &cx.theme.strong, cx.theme.ink)),
    }
    if own.len() > 1 {
        choice(ui, cx, &own, picked, chosen, out);
    }
    comeback(ui, cx, out);
}

/// In the first week, while things are set up, offers the reward that is supported best: that for coming back.
pub(super) fn comeback(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let is_young = cx.model.goal().is_some_and(|goal| (cx.today - goal.start_day).num_days() < SET_UP_DAYS);
    if !is_young || cx.model.running.is_some() || of_layer(cx.model, Layer::Comeback).next().is_some() {
        return;
    }
    if link_button(ui, cx.theme, &cx.text.get("focus-reward-comeback")).clicked() {
        out.run(Command::GoTo(Tab::Rewards));
    }
}

/// The rewards of the user's own list that a session may give, in the order they were written.
fn of_sessions<'a>(cx: &Cx<'a>) -> Vec<&'a Reward> {
    let rung = cx.derived.rewards.ladder.iter().find(|rung| rung.layer == Layer::Session);
    rung.map(|rung| rung.rewards.iter().filter_map(|id| cx.model.rewards.get(*id)).collect()).unwrap_or_default()
}

/// The one that comes without a choice; none when it is a surprise.
fn in_turn(cx: &Cx<'_>) -> Option<Uuid> {
    let rung = cx.derived.rewards.ladder.iter().find(|rung| rung.layer == Layer::Session)?;
    if rung.rewards.len() > 1 && cx.model.settings.reward_pick == Pick::Surprise { None } else { rung.next }
}

fn surprise(cx: &Cx<'_>, count: usize) -> String {
    cx.text.with("focus-reward-surprise", &[("count", count.into())])
}

fn choice(
    ui: &mut Ui,
    cx: &Cx<'_>,
    own: &[&Reward],
    picked: Option<Uuid>,
    chosen: &mut Option<Uuid>,
    out: &mut Outbox,
) {
    let is_drawn = cx.model.settings.reward_pick == Pick::Surprise;
    let unchosen = cx.text.get(if is_drawn { "focus-reward-drawn" } else { "focus-reward-turn" });
    let mut options = vec![(None, unchosen)];
    options.extend(own.iter().map(|reward| (Some(reward.id), shortened(&reward.words))));
    let mut value = picked;
    if bare_select(ui, cx.theme, &cx.text.get("focus-reward-choose"), &mut value, &options).changed() {
        match &cx.model.running {
            Some(_) => out.act(Action::Reward(RewardAction::Choose { reward: value })),
            None => *chosen = value,
        }
    }
}

/// Words that fit a list.
fn shortened(words: &str) -> String {
    if words.chars().count() <= LIST_CHARS {
        return words.to_owned();
    }
    let kept: String = words.chars().take(LIST_CHARS - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The first reward is written right here.
pub(super) fn first(ui: &mut Ui, cx: &Cx<'_>, typed: &mut String, out: &mut Outbox) {
    muted(ui, cx.theme, &cx.text.get("focus-reward-none"));
    let (name, hint) = (cx.text.get("focus-reward-field"), cx.text.get("focus-reward-hint"));
    let field = fields::Plain { name: &name, hint: &hint, limit: MAX_TITLE_CHARS }.show(ui, cx.theme, typed);
    let is_typed = !typed.trim().is_empty();
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_clicked = is_typed && ui.add(Button::act(cx.theme, &cx.text.get("focus-reward-set"))).clicked();
    if is_typed && (is_entered || is_clicked) {
        let words = std::mem::take(typed).trim().to_owned();
        out.act(Action::Reward(RewardAction::write(Layer::Session, words, DEFAULT_BREAK_MINUTES)));
    }
}
