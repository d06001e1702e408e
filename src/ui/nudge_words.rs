//! The words for advice: what each rule is called, why it speaks, and what its one act says.

use chrono::Days;

use super::cx::Cx;
use super::evidence::Strategy;
use super::format;
use super::text::Text;
use crate::domain::nudges::{Act, Cause, Fortnight, Nudge, Rule};
use crate::domain::target::EASIER_AFTER_DAYS;

/// The name of a rule, as its card and the settings show it.
pub fn title(rule: Rule, text: &Text) -> String {
    text.get(match rule {
        Rule::Comeback => "nudges-comeback",
        Rule::NeverMissTwice => "nudges-never-twice",
        Rule::BurnOut => "nudges-burn-out",
        Rule::UnrealisticExpectations => "nudges-target",
        Rule::TooManyGoals => "nudges-goals",
        Rule::WeakRewards => "nudges-rewards",
        Rule::NoSupport => "nudges-support",
        Rule::Perfectionism => "nudges-perfect",
    })
}

/// What the evidence card beside a rule is about.
pub fn strategy(rule: Rule) -> Strategy {
    match rule {
        Rule::Comeback => Strategy::Comeback,
        Rule::NeverMissTwice | Rule::Perfectionism => Strategy::Consistency,
        Rule::BurnOut => Strategy::Breaks,
        Rule::UnrealisticExpectations => Strategy::SmallSessions,
        Rule::TooManyGoals => Strategy::OneGoal,
        Rule::WeakRewards => Strategy::ImmediateRewards,
        Rule::NoSupport => Strategy::SocialSupport,
    }
}

/// Why a nudge speaks, with its figures.
pub fn why(cause: Cause, cx: &Cx<'_>) -> String {
    let text = cx.text;
    match cause {
        Cause::DaysMissed { days } => text.with("nudges-days-missed", &[("days", days.into())]),
        Cause::DayMissed { day } => text.with("nudges-day-missed", &[("day", format::day(text, day, cx.today).into())]),
        Cause::EnergyFell { before, now } => energy_words(text, before, now),
        Cause::TargetFarAhead { target, mean } => target_words(cx, target, mean),
        Cause::JudgedEarly { day } => text.with("nudges-judged-early", &[("day", day.into())]),
        Cause::WishesParked { wishes } => text.with("nudges-wishes", &[("wishes", wishes.into())]),
        Cause::GoalsPutAside { times } => text.with("nudges-put-aside", &[("times", times.into())]),
        Cause::RewardsLeft { times } => text.with("nudges-rewards-left", &[("times", times.into())]),
        Cause::NobodyKnows { days } => text.with("nudges-nobody", &[("days", days.into())]),
        Cause::NothingTold { days } => text.with("nudges-nothing-told", &[("days", days.into())]),
        Cause::CheckInOpen { partner } => {
            let name = cx.model.partners.get(partner).map_or("", |partner| partner.name.as_str());
            text.with("nudges-check-in-open", &[("name", name.into())])
        }
        Cause::CameBack { missed } => text.with("nudges-came-back", &[("missed", missed.into())]),
        Cause::EndedLate { done, planned } => {
            text.with("nudges-ended-late", &[("done", done.into()), ("planned", planned.into())])
        }
        Cause::AlmostMet { done, target } => {
            text.with("nudges-almost", &[("done", done.into()), ("target", target.into())])
        }
    }
}

fn energy_words(text: &Text, before: Fortnight, now: Fortnight) -> String {
    let minutes = |of: Fortnight| format::count(of.minutes.into());
    let energy = |of: Fortnight| format::decimal(of.energy, 1);
    let values = [
        ("minutesBefore", minutes(before).into()),
        ("minutesNow", minutes(now).into()),
        ("energyBefore", energy(before).into()),
        ("energyNow", energy(now).into()),
        ("ratingsBefore", before.ratings.into()),
        ("ratingsNow", now.ratings.into()),
    ];
    text.with("nudges-energy-fell", &values)
}

/// Both figures, and the day from which an easier target holds.
fn target_words(cx: &Cx<'_>, target: u16, mean: u16) -> String {
    let far = cx.text.with("nudges-target-far", &[("target", target.into()), ("mean", mean.into())]);
    let from = cx.today.checked_add_days(Days::new(EASIER_AFTER_DAYS)).unwrap_or(cx.today);
    let from = cx.text.with("nudges-target-from", &[("date", format::day_month(cx.text, from).into())]);
    cx.text.with("progress-two-sentences", &[("first", far.into()), ("second", from.into())])
}

/// What the one act of a nudge says.
pub fn act(nudge: Nudge, text: &Text) -> String {
    match nudge.act {
        Act::StartShort => text.get("nudges-act-short"),
        Act::SeeGoal => match nudge.cause {
            Cause::WishesParked { .. } => text.get("nudges-act-waiting"),
            _ => text.get("nudges-act-goal"),
        },
        Act::SeeRewards => text.get("nudges-act-reward"),
        Act::SeeProgress => text.get("nudges-act-progress"),
        Act::SeePeople => text.get("nudges-act-partner"),
        Act::CheckIn { .. } => text.get("nudges-act-check-in"),
        Act::SetTarget { minutes } => text.with("nudges-act-target", &[("minutes", minutes.into())]),
        Act::RestOn(_) => text.get("nudges-act-rest"),
    }
}
