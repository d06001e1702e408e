//! One rung: its rule, how far it is, its rewards with what can be done with them, and ideas.

use chrono::NaiveDate;
use eframe::egui::{Align, Frame, Layout, Margin, Ui, vec2};

use crate::domain::Action;
use crate::domain::review::{Period, Review};
use crate::domain::rewards::{
    LadderLayer, Layer, Mark, Milestone, MilestoneState, Pick, Progress, Reward, RewardAction, RewardGroup, Rung, Weak,
    rung_on,
};
use crate::ui::cx::Cx;
use crate::ui::environment::short_opens;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::settings::row::row as setting;
use crate::ui::starters::{RewardStarter, Starters};
use crate::ui::widgets::{self, Button, Stepper};
use crate::ui::{format, goal, icons};

use super::form::RewardForm;
use super::ladder::LadderCard;
use super::swap::Swap;
use super::tab::Sheets;
use super::words::{group_id, layer_id, layer_name, milestone_name, unit};

/// Starters shown on an empty rung before more are asked for.
const FEW: usize = 2;
/// Height of the line with a rung's name, in points.
const HEAD: f32 = 24.0;

/// How much of a rung's ring is lit; none where nothing is counted.
pub(super) fn share(cx: &Cx<'_>, layer: Layer) -> Option<f32> {
    let Progress { have, need } = of(cx, layer)?.progress?;
    Some(have as f32 / need.max(1) as f32)
}

fn of<'a>(cx: &Cx<'a>, layer: Layer) -> Option<&'a LadderLayer> {
    cx.derived.rewards.ladder.iter().find(|rung| rung.layer == layer)
}

/// Shows the rung.
pub(super) fn ui(card: &mut LadderCard, ui: &mut Ui, cx: &Cx<'_>, layer: Layer, sheets: &mut Sheets, out: &mut Outbox) {
    head(ui, cx, layer, out);
    widgets::small(ui, cx.theme, &rule(cx, layer));
    let Some(rung) = of(cx, layer) else { return };
    let rewards: Vec<&Reward> = rung.rewards.iter().filter_map(|id| cx.model.rewards.get(*id)).collect();
    if layer == Layer::Comeback && rewards.is_empty() {
        ui.add_space(4.0);
        widgets::small(ui, cx.theme, &cx.text.get("rewards-comeback-best"));
    }
    ui.add_space(4.0);
    for reward in &rewards {
        reward_row(ui, cx, (reward, rung), sheets, out);
    }
    ui.add_space(4.0);
    adds(card, ui, cx, layer, (rewards.is_empty(), sheets), out);
    if Rung::most(layer).is_some() && !rewards.is_empty() {
        ui.add_space(4.0);
        days(ui, cx, layer, out);
    }
}

/// The name on the left, how far it is on the right.
fn head(ui: &mut Ui, cx: &Cx<'_>, layer: Layer, out: &mut Outbox) {
    let size = vec2(ui.available_width(), HEAD);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if layer == Layer::Comeback {
            why(ui, cx, Strategy::Comeback, out);
        } else if let Some(told) = progress(cx, layer) {
            widgets::small(ui, cx.theme, &told);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            widgets::cut(ui, &layer_name(cx, layer), &cx.theme.strong, cx.theme.ink);
        });
    });
}

fn rule(cx: &Cx<'_>, layer: Layer) -> String {
    let id = format!("{}-rule", layer_id(layer));
    match of(cx, layer).and_then(|rung| rung.progress).filter(|_| Rung::most(layer).is_some()) {
        Some(Progress { need, .. }) => cx.text.with(&id, &[("days", need.into())]),
        None => cx.text.get(&id),
    }
}

/// "12 of 20 min today".
fn progress(cx: &Cx<'_>, layer: Layer) -> Option<String> {
    let Progress { have, need } = of(cx, layer)?.progress?;
    let values = [("have", have.into()), ("need", need.into())];
    match layer {
        Layer::Session | Layer::Comeback => None,
        Layer::Day if have >= need => Some(cx.text.with("rewards-progress-day-met", &values)),
        Layer::Day => Some(cx.text.with("rewards-progress-day", &values)),
        Layer::Week if have >= need => Some(cx.text.with("rewards-progress-week-met", &values)),
        Layer::Week => Some(cx.text.with("rewards-progress-week", &values)),
        Layer::Month if have < need => Some(cx.text.with("rewards-progress-month", &values)),
        Layer::Month if is_reviewed(cx) => Some(cx.text.with("rewards-progress-month-met", &values)),
        Layer::Month => Some(cx.text.with("rewards-progress-review", &values)),
        Layer::Milestone => nearest(cx),
    }
}

/// Whether the review of this month is finished.
fn is_reviewed(cx: &Cx<'_>) -> bool {
    let month = Period::month_of(cx.today);
    let goal = cx.model.goal().map(|goal| goal.id);
    let is_this = |review: &&Review| Some(review.goal) == goal && review.period() == month;
    cx.model.reviews.iter().find(is_this).is_some_and(|review| review.done.is_some())
}

/// What is left to the milestone that is nearest: "18 min to 10 h of focus".
fn nearest(cx: &Cx<'_>) -> Option<String> {
    let is_begun = |state: &&MilestoneState| state.reached.is_none() && (1..state.need).contains(&state.have);
    let ahead = cx.derived.rewards.milestones.iter().filter(is_begun);
    let state = ahead.max_by_key(|state| u64::from(state.have) * 1_000_000 / u64::from(state.need.max(1)))?;
    let values = [
        ("left", left(cx, state.milestone, state.need - state.have).into()),
        ("milestone", milestone_name(cx, state.milestone).into()),
    ];
    Some(cx.text.with("rewards-progress-to", &values))
}

/// How much is left to a milestone, in its own unit.
pub(super) fn left(cx: &Cx<'_>, milestone: Milestone, left: u32) -> String {
    let minutes = || format::duration(cx.text, u64::from(left) * 60);
    let counts = || {
        let values = [("amount", format::count(left.into()).into()), ("unit", unit(cx).into())];
        cx.text.with("rewards-mark-counts", &values)
    };
    let sessions = || cx.text.with("rewards-left-sessions", &[("left", left.into())]);
    let days = || cx.text.with("rewards-left-days", &[("left", left.into())]);
    match milestone {
        Milestone::Hours(_) => minutes(),
        Milestone::FirstSession | Milestone::Sessions(_) => sessions(),
        Milestone::Days(_) => days(),
        Milestone::Counts(_) => counts(),
        Milestone::Own(id) => match cx.model.milestones.get(id).map(|own| own.mark) {
            Some(Mark::Minutes(_)) => minutes(),
            Some(Mark::Sessions(_)) => sessions(),
            Some(Mark::Days(_)) => days(),
            Some(Mark::Counts(_)) | None => counts(),
        },
    }
}

/// A reward with its remark and acts, and below it a word where it does not reward.
fn reward_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (reward, rung): (&Reward, &LadderLayer),
    sheets: &mut Sheets,
    out: &mut Outbox,
) {
    let values = [("reward", reward.words.as_str().into())];
    goal::row(ui, cx, &reward.words, &remark(cx, reward, rung), |ui| {
        let delete = cx.text.with("rewards-delete", &values);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Reward(RewardAction::Retire { id: reward.id }));
        }
        let edit = cx.text.with("rewards-edit", &values);
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &edit).clicked() {
            sheets.form = Some(RewardForm::edit(reward));
        }
    });
    if let Some(weak) = cx.derived.rewards.weak.iter().find(|weak| weak.reward == reward.id) {
        flag(ui, cx, (reward, *weak), sheets);
    }
}

/// "10 min · A treat · next".
fn remark(cx: &Cx<'_>, reward: &Reward, rung: &LadderLayer) -> String {
    let group = group_id(reward.group);
    let several = rung.rewards.len() > 1;
    let turn = match cx.model.settings.reward_pick {
        Pick::Rotate => (several && rung.next == Some(reward.id)).then(|| cx.text.get("rewards-next")),
        Pick::Surprise => several.then(|| cx.text.with("rewards-odds", &[("count", rung.rewards.len().into())])),
    };
    let parts = [
        Some(cx.text.with("rewards-minutes", &[("minutes", reward.minutes.into())])),
        (reward.group != RewardGroup::Other).then(|| cx.text.get(group)),
        reward.opens.as_ref().map(|opens| cx.text.with("rewards-opens", &[("what", short_opens(opens).into())])),
        turn,
    ];
    let dotted =
        |first: String, second: String| cx.text.with("list-dot", &[("first", first.into()), ("second", second.into())]);
    parts.into_iter().flatten().reduce(dotted).unwrap_or_default()
}

/// Says kindly that a reward is often left, and offers another.
fn flag(ui: &mut Ui, cx: &Cx<'_>, (reward, weak): (&Reward, Weak), sheets: &mut Sheets) {
    let frame = Frame::new().fill(cx.theme.accent_fill).corner_radius(12).inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let values = [("of", weak.of.into()), ("times", weak.times.into())];
            widgets::body(ui, cx.theme, &cx.text.with("rewards-weak", &values));
            let name = cx.text.with("rewards-weak-swap-named", &[("reward", reward.words.as_str().into())]);
            let swap = ui.add(Button::act(cx.theme, &cx.text.get("rewards-weak-swap")));
            if swap.accessible_name(name).clicked() {
                sheets.swap = Some(Swap::new(reward));
            }
        });
    });
    ui.add_space(8.0);
}

/// Ideas on an empty rung, and the ways to more and to own words.
fn adds(
    card: &mut LadderCard,
    ui: &mut Ui,
    cx: &Cx<'_>,
    layer: Layer,
    (is_empty, sheets): (bool, &mut Sheets),
    out: &mut Outbox,
) {
    let there: Vec<&str> =
        cx.model.rewards.iter().filter(|reward| reward.is_active()).map(|reward| reward.words.as_str()).collect();
    let ideas = Starters::built_in().rewards_left(layer, &there);
    let shows_all = &mut card.shows_ideas[layer.nth()];
    let few = if is_empty { FEW.min(ideas.len()) } else { 0 };
    let shown = if *shows_all { ideas.len() } else { few };
    let rung = layer_name(cx, layer);
    if shown > 0 {
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = 36.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                for starter in &ideas[..shown] {
                    offer(ui, cx, (starter, &rung), out);
                }
            });
        });
        ui.add_space(4.0);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 0.0);
        let name = cx.text.with("rewards-add-named", &[("rung", rung.as_str().into())]);
        let add = ui.add(Button::act(cx.theme, &cx.text.get("rewards-add")).icon(icons::PLUS));
        if add.accessible_name(name).clicked() {
            sheets.form = Some(RewardForm::add(layer));
        }
        if ideas.len() <= few {
            return;
        }
        let id = if *shows_all { "rewards-ideas-fewer" } else { "rewards-ideas" };
        let name = cx.text.with("rewards-ideas-named", &[("ideas", cx.text.get(id).into()), ("rung", rung.into())]);
        if ui.add(Button::act(cx.theme, &cx.text.get(id)).muted()).accessible_name(name).clicked() {
            *shows_all = !*shows_all;
        }
    });
}

/// A starter that is added with one click.
fn offer(ui: &mut Ui, cx: &Cx<'_>, (starter, rung): (&RewardStarter, &str), out: &mut Outbox) {
    let values = [("reward", starter.text.as_str().into()), ("rung", rung.into())];
    let button = ui.add(Button::small(cx.theme, &starter.text).icon(icons::PLUS));
    if button.accessible_name(cx.text.with("rewards-starter", &values)).clicked() {
        let (layer, group, minutes) = (starter.layer, starter.group, starter.minutes);
        let (words, opens, milestone) = (starter.text.clone(), None, None);
        out.act(Action::Reward(RewardAction::Add { layer, words, minutes, opens, group, milestone }));
    }
}

/// The days that a week or a month takes.
fn days(ui: &mut Ui, cx: &Cx<'_>, layer: Layer, out: &mut Outbox) {
    let Some(most) = Rung::most(layer) else { return };
    let period = if layer == Layer::Month { "month" } else { "week" };
    // What was set last, also where it only comes to hold later.
    let before = rung_on(&cx.model.rungs, layer, NaiveDate::MAX);
    let mut now = before;
    let note = cx.text.with("rewards-days-note", &[("period", period.into())]);
    setting(ui, cx.theme, &cx.text.get("rewards-days"), &note, |ui| {
        let name = cx.text.with("rewards-days-named", &[("rung", layer_name(cx, layer).into())]);
        Stepper::new(cx.theme, cx.text, &name, 1..=most).show(ui, &mut now);
    });
    if now != before {
        out.act(Action::Reward(RewardAction::SetRung { layer, days: now }));
    }
}
