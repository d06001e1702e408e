//! Rungs, occasions, milestones and badges in words, and the icon of each rung.

use crate::domain::rewards::{Badge, GrantState, Layer, Milestone, Occasion, RewardGroup};
use crate::ui::cx::Cx;
use crate::ui::{format, icons, reward_words};

/// The text id of a rung's name; "-short" and "-rule" follow it.
pub(super) fn layer_id(layer: Layer) -> &'static str {
    match layer {
        Layer::Session => "rewards-session",
        Layer::Day => "rewards-day",
        Layer::Week => "rewards-week",
        Layer::Month => "rewards-month",
        Layer::Milestone => "rewards-milestone",
        Layer::Comeback => "rewards-comeback",
    }
}

/// "After a session".
pub(super) fn layer_name(cx: &Cx<'_>, layer: Layer) -> String {
    cx.text.get(layer_id(layer))
}

/// "Session".
pub(super) fn layer_short(cx: &Cx<'_>, layer: Layer) -> String {
    cx.text.get(&format!("{}-short", layer_id(layer)))
}

pub(super) fn layer_icon(layer: Layer) -> &'static str {
    match layer {
        Layer::Session => icons::SPIRAL,
        Layer::Day => icons::SUN,
        Layer::Week => icons::CALENDAR,
        Layer::Month => icons::MOON,
        Layer::Milestone => icons::DIAMOND,
        Layer::Comeback => icons::ARROW_COUNTER_CLOCKWISE,
    }
}

/// The text id of a kind of reward.
pub(super) fn group_id(group: RewardGroup) -> &'static str {
    match group {
        RewardGroup::Rest => "rewards-group-rest",
        RewardGroup::Treat => "rewards-group-treat",
        RewardGroup::Move => "rewards-group-move",
        RewardGroup::Play => "rewards-group-play",
        RewardGroup::People => "rewards-group-people",
        RewardGroup::Make => "rewards-group-make",
        RewardGroup::Other => "rewards-group-other",
    }
}

/// What earned it, as it stands in a sentence: "the day’s target", "30 days done".
pub(super) fn occasion_words(cx: &Cx<'_>, occasion: Occasion) -> String {
    match occasion {
        Occasion::Session(_) => cx.text.get("rewards-of-session"),
        Occasion::Day(_) => cx.text.get("rewards-of-day"),
        Occasion::Week(first) => cx.text.with("rewards-of-week", &[("day", format::day_month(cx.text, first).into())]),
        Occasion::Month(first) => {
            cx.text.with("rewards-of-month", &[("month", format::month_year(cx.text, first).into())])
        }
        Occasion::Comeback(_) => cx.text.get("rewards-of-comeback"),
        Occasion::Milestone(Milestone::FirstSession) => cx.text.get("rewards-of-first"),
        Occasion::Milestone(milestone) => milestone_name(cx, milestone),
    }
}

/// "10 h of focus", "25 sessions", or the name of an own one.
pub(super) fn milestone_name(cx: &Cx<'_>, milestone: Milestone) -> String {
    reward_words::milestone_name(cx.text, cx.model, milestone)
}

/// The unit of the measure; a plain word where there is none any more.
pub(super) fn unit(cx: &Cx<'_>) -> String {
    reward_words::unit(cx.text, cx.model)
}

/// What became of a grant that is in the tray no more: "taken".
pub(super) fn state_id(state: GrantState) -> &'static str {
    match state {
        GrantState::Claimed => "rewards-history-taken",
        GrantState::Skipped => "rewards-history-left",
        GrantState::Earned => "rewards-history-passed",
    }
}

/// The words of a grant; a plain break where it has none.
pub(super) fn reward_words(cx: &Cx<'_>, words: &str) -> String {
    if words.is_empty() { cx.text.get("rewards-plain") } else { words.to_owned() }
}

/// The text id of a badge's name; "-rule" follows it.
pub(super) fn badge_id(badge: Badge) -> &'static str {
    match badge {
        Badge::FirstSession => "rewards-badge-first-session",
        Badge::FirstWeek => "rewards-badge-first-week",
        Badge::CameBack => "rewards-badge-came-back",
        Badge::TenProofs => "rewards-badge-ten-proofs",
        Badge::WeeklyReview => "rewards-badge-weekly-review",
        Badge::MonthlyReview => "rewards-badge-monthly-review",
        Badge::PlanThatWorked => "rewards-badge-plan",
        Badge::EnvironmentSetUp => "rewards-badge-environment",
        Badge::ToldSomeone => "rewards-badge-told",
        Badge::Experiment => "rewards-badge-experiment",
        Badge::TenHours => "rewards-badge-ten-hours",
        Badge::ThirtyDays => "rewards-badge-thirty-days",
        Badge::HundredSessions => "rewards-badge-hundred-sessions",
        Badge::HundredHours => "rewards-badge-hundred-hours",
    }
}

pub(super) fn badge_icon(badge: Badge) -> &'static str {
    match badge {
        Badge::FirstSession => icons::PLAY,
        Badge::FirstWeek => icons::CALENDAR_CHECK,
        Badge::CameBack => icons::ARROW_COUNTER_CLOCKWISE,
        Badge::TenProofs => icons::HEART,
        Badge::WeeklyReview => icons::NOTE_PENCIL,
        Badge::MonthlyReview => icons::MOON,
        Badge::PlanThatWorked => icons::FLAG,
        Badge::EnvironmentSetUp => icons::LAMP,
        Badge::ToldSomeone => icons::CHAT_CIRCLE,
        Badge::Experiment => icons::LIGHTBULB,
        Badge::TenHours => icons::CLOCK,
        Badge::ThirtyDays => icons::SUN,
        Badge::HundredSessions => icons::SPIRAL,
        Badge::HundredHours => icons::HOURGLASS,
    }
}
