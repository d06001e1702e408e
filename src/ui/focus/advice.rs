//! The one card of advice beside the spring: coming back first, then the length of the next session, then the rest.

use eframe::egui::{Ui, vec2};

use super::side::Accent;
use crate::domain::Action;
use crate::domain::nudges::{Act, Nudge, NudgeAction, Rule};
use crate::domain::people::To;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::session_length::{LengthAction, LengthChange, Offer};
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::target::TargetAction;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::nudge_words;
use crate::ui::outbox::Outbox;
use crate::ui::plans::act_row;
use crate::ui::widgets::{Button, body, nudge_card, words};

/// What is advised, most urgent first.
enum Topic {
    Nudge(Nudge),
    Grow(u16),
    Ease(u16),
}

/// Shows the card, unless a session runs or there is nothing to say.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) -> Accent {
    let Some(topic) = topic(cx) else { return Accent::Free };
    nudge_card(ui, cx.theme, |ui| match topic {
        Topic::Nudge(nudge) => nudge_ui(ui, cx, nudge, out),
        Topic::Grow(minutes) => {
            let (lead, label) = ("nudges-length-grow", "nudges-length-grow-to");
            length_ui(ui, cx, (minutes, LengthChange::Grown), (lead, label), out);
        }
        Topic::Ease(minutes) => {
            let (lead, label) = ("nudges-length-ease", "nudges-length-ease-to");
            length_ui(ui, cx, (minutes, LengthChange::Eased), (lead, label), out);
        }
    });
    Accent::Taken
}

fn topic(cx: &Cx<'_>) -> Option<Topic> {
    if cx.model.running.is_some() {
        return None;
    }
    let nudge = cx.derived.nudge;
    if let Some(nudge) = nudge.filter(|nudge| matches!(nudge.rule, Rule::Comeback | Rule::NeverMissTwice)) {
        return Some(Topic::Nudge(nudge));
    }
    // The end of a stage comes once in a week; what can wait waits until it was looked at.
    if cx.derived.programme.stage_end().is_some() {
        return None;
    }
    match cx.derived.length {
        Offer::Grow(minutes) => Some(Topic::Grow(minutes)),
        Offer::Ease(minutes) => Some(Topic::Ease(minutes)),
        // The nudge to come back offers the two minutes; who put it away is not asked in another way.
        Offer::TwoMinutes | Offer::None => nudge.map(Topic::Nudge),
    }
}

/// What it is about on the left, the way to its evidence on the right.
fn head(ui: &mut Ui, cx: &Cx<'_>, title: &str, strategy: Strategy, out: &mut Outbox) {
    with_why(ui, cx, strategy, out, |ui| {
        words(ui, title, &cx.theme.label, cx.theme.accent_text);
    });
}

fn nudge_ui(ui: &mut Ui, cx: &Cx<'_>, nudge: Nudge, out: &mut Outbox) {
    let text = cx.text;
    head(ui, cx, &nudge_words::title(nudge.rule, text), nudge_words::strategy(nudge.rule), out);
    body(ui, cx.theme, &nudge_words::why(nudge.cause, cx));
    ui.add_space(4.0);
    if ui.add(Button::small(cx.theme, &nudge_words::act(nudge, text))).clicked() {
        carry_out(nudge, out);
    }
    act_row(ui, |ui| {
        let later = ui.add(Button::act(cx.theme, &text.get("nudges-not-now")).muted());
        if later.on_hover_text(text.get("nudges-not-now-hint")).clicked() {
            out.act(Action::Nudge(NudgeAction::Dismiss(nudge.rule)));
        }
        let never = ui.add(Button::act(cx.theme, &text.get("nudges-never")).muted());
        if never.on_hover_text(text.get("nudges-never-hint")).clicked() {
            out.act(Action::Settings(SettingsAction::Set(without(&cx.model.settings, nudge.rule))));
        }
    });
}

/// The settings with one rule turned off.
fn without(settings: &Settings, rule: Rule) -> Settings {
    let mut settings = settings.clone();
    settings.silent_rules.push(rule);
    settings
}

/// Does the one act of a nudge. Having looked, one has followed it: it is put away for a week.
fn carry_out(nudge: Nudge, out: &mut Outbox) {
    let mut look = |tab: Tab| {
        out.act(Action::Nudge(NudgeAction::Dismiss(nudge.rule)));
        out.run(Command::GoTo(tab));
    };
    match nudge.act {
        Act::SeeGoal => look(Tab::Goal),
        Act::SeeRewards => look(Tab::Rewards),
        Act::SeeProgress => look(Tab::Progress),
        Act::StartShort => out.run(Command::StartShort),
        Act::SeePeople => look(Tab::People),
        Act::CheckIn { partner } => out.run(Command::Share { to: To::Partner(partner), span: None }),
        Act::SetTarget { minutes } => out.act(Action::Target(TargetAction::Set { minutes })),
        Act::RestOn(day) => out.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Rest })),
    }
}

/// The offer of another length: take it, or keep what is.
fn length_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (minutes, change): (u16, LengthChange),
    (lead, label): (&str, &str),
    out: &mut Outbox,
) {
    let (text, now) = (cx.text, cx.model.settings.session_minutes);
    let offered = [("minutes", minutes.into())];
    let title = text.get("nudges-length");
    head(ui, cx, &title, Strategy::GrowingSessions, out);
    body(ui, cx.theme, &text.with(lead, &offered));
    ui.add_space(4.0);
    let mut decide = |minutes, why| out.act(Action::Length(LengthAction::Decide { minutes, why }));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if ui.add(Button::small(cx.theme, &text.with(label, &offered))).clicked() {
            decide(minutes, change);
        }
        let keep = text.with("nudges-length-keep", &[("minutes", now.into())]);
        if ui.add(Button::small(cx.theme, &keep)).clicked() {
            decide(now, LengthChange::Kept);
        }
    });
}
