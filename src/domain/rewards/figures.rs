//! The figures of the Rewards tab and of the tray: computed once per revision and day.

use std::collections::BTreeMap;

use chrono::{Days as Span, NaiveDate};
use uuid::Uuid;

use super::answered::Answered;
use super::badges::{Seen, badges};
use super::earned::{Earned, Walk};
use super::grants::{Found, Ladder};
use super::level::Level;
use super::milestones::{count_marks, days_marks, session_marks};
use super::weak::{Weak, is_left, weak};
use super::{
    BadgeState, Grant, GrantState, Granted, Layer, Mark, Milestone, MilestoneState, Occasion, of_layer, rungs,
};
use crate::domain::goal::Goal;
use crate::domain::insight::days::Days;
use crate::domain::insight::jewels;
use crate::domain::model::Model;

/// Days for which a grant waits in the tray; after that it counts as left.
const TRAY_DAYS: u64 = 60;
/// Grants that the history shows.
const HISTORY: usize = 500;

/// Everything about rewards that a screen shows of the active goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RewardFigures {
    /// What waits, newest first: the tray, of the last 60 days.
    pub unclaimed: Vec<Grant>,
    /// Answered and waiting, newest first, at most 500.
    pub history: Vec<Grant>,
    /// One for each of [`Layer::ALL`]; empty without a goal.
    pub ladder: Vec<LadderLayer>,
    /// The next one of each kind, then the user's own in the order they were set.
    pub milestones: Vec<MilestoneState>,
    /// All that were passed, each with its day, oldest first.
    pub passed: Vec<(NaiveDate, Milestone)>,
    pub weak: Vec<Weak>,
    /// One for each of [`Layer::ALL`]; empty without a goal.
    pub delivery: Vec<Delivery>,
    /// Of all goals.
    pub level: Level,
    /// Of all goals, in the order of [`Badge::ALL`](super::Badge::ALL).
    pub badges: Vec<BadgeState>,
    /// "How was it?" by day, oldest first.
    pub enjoyment: Vec<EnjoyedDay>,
    /// What the running session gives at its zero; empty when none runs.
    pub coming: Vec<Granted>,
}

/// One layer of the ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderLayer {
    pub layer: Layer,
    /// Its rewards in use, in the order they were written.
    pub rewards: Vec<Uuid>,
    /// Which of them comes next; none where it is drawn, or where there is none.
    pub next: Option<Uuid>,
    /// How far it is; none for sessions and comebacks.
    pub progress: Option<Progress>,
}

/// So many of so many: minutes of a day, days of a week or month, or of the nearest milestone in its own unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub have: u32,
    pub need: u32,
}

/// How often the rewards of a layer are really taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delivery {
    pub layer: Layer,
    pub claimed: u32,
    /// Claimed, skipped, and left for more than a day.
    pub of: u32,
    /// Mean of the ratings 1–5; none without one.
    pub mean_good: Option<f64>,
    pub rated: u32,
}

/// How much a day's sessions were enjoyed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EnjoyedDay {
    pub day: NaiveDate,
    /// 1–5.
    pub mean: f64,
    /// Sessions that were rated.
    pub n: u32,
}

impl RewardFigures {
    /// The figures for the days of a goal, but what is coming. O(sessions).
    pub fn of(model: &Model, goal: &Goal, days: &Days) -> Self {
        let today = days.today().map_or(goal.start_day, |day| day.day);
        let tray_from = today.checked_sub_days(Span::new(TRAY_DAYS - 1)).unwrap_or(NaiveDate::MIN);
        let found = Found::of(model, goal, days, listed_from(model, goal, tray_from));
        let Found { walked, grants, seen, .. } = &found;
        let waits = |grant: &&Grant| grant.state == GrantState::Earned && grant.day >= tray_from;
        let milestones = milestones(model, goal, walked);
        Self {
            unclaimed: grants.iter().rev().filter(waits).cloned().collect(),
            history: grants.iter().rev().take(HISTORY).cloned().collect(),
            ladder: ladder(model, goal, days, walked, &milestones, today),
            milestones,
            passed: walked.others.iter().filter_map(passed).collect(),
            weak: weak(model, grants, today),
            delivery: Layer::ALL.map(|layer| Delivery::of(layer, &found, today)).to_vec(),
            level: Level::of(seen.secs),
            badges: badges(model, seen),
            enjoyment: enjoyment(&walked.enjoyed),
            coming: Vec::new(),
        }
    }

    /// The same when there is no goal: what all goals have won stays.
    pub fn without_goal(model: &Model) -> Self {
        let seen = Seen::of(model);
        Self { level: Level::of(seen.secs), badges: badges(model, &seen), ..Self::default() }
    }

    /// The grant of an occasion, if it is among those shown.
    pub fn grant(&self, occasion: Occasion) -> Option<&Grant> {
        let all = self.history.iter().chain(&self.unclaimed);
        all.into_iter().find(|grant| grant.occasion == occasion)
    }
}

/// The day from which grants are listed one by one: early enough for the tray and for the whole history.
fn listed_from(model: &Model, goal: &Goal, tray_from: NaiveDate) -> NaiveDate {
    let earned = model.sessions.iter().rev().filter(|session| session.goal == goal.id && session.earned_at().is_some());
    let oldest = earned.map(|session| session.day).nth(HISTORY);
    oldest.map_or(NaiveDate::MIN, |day| day.min(tray_from))
}

/// How each day with a rating was enjoyed, oldest first.
fn enjoyment(enjoyed: &[(NaiveDate, u8)]) -> Vec<EnjoyedDay> {
    let mut sums: BTreeMap<NaiveDate, (u32, u32)> = BTreeMap::new();
    for (day, rating) in enjoyed {
        let (sum, n) = sums.entry(*day).or_default();
        (*sum, *n) = (*sum + u32::from(*rating), *n + 1);
    }
    let day = |(day, (sum, n)): (NaiveDate, (u32, u32))| EnjoyedDay { day, mean: f64::from(sum) / f64::from(n), n };
    sums.into_iter().map(day).collect()
}

impl Delivery {
    fn of(layer: Layer, found: &Found, today: NaiveDate) -> Self {
        let is_left =
            |grant: &&Grant| grant.layer() == layer && grant.state == GrantState::Earned && is_left(grant.day, today);
        let left = found.left[layer.nth()] + found.grants.iter().filter(is_left).count() as u32;
        let Answered { claimed, skipped, rated, good } = found.answered[layer.nth()];
        let mean_good = (rated > 0).then(|| f64::from(good) / f64::from(rated));
        Self { layer, claimed, of: claimed + skipped + left, mean_good, rated }
    }
}

fn ladder(
    model: &Model,
    goal: &Goal,
    days: &Days,
    walked: &Walk,
    milestones: &[MilestoneState],
    today: NaiveDate,
) -> Vec<LadderLayer> {
    let rewards = Ladder::of(model, goal);
    let done_in = |layer: Layer| {
        let [first, last] = rungs::period(model, layer, today);
        let within = days.iter().rev().skip_while(|day| day.day > last).take_while(|day| day.day >= first);
        let have = within.filter(|day| day.is_done()).count() as u32;
        Progress { have, need: rungs::need(&model.rungs, layer, [first, last]) }
    };
    let progress = |layer| match layer {
        Layer::Session | Layer::Comeback => None,
        Layer::Day => days.today().filter(|day| day.target_minutes > 0).map(|day| Progress {
            have: u32::try_from(day.focus_secs / 60).unwrap_or(0),
            need: u32::from(day.target_minutes),
        }),
        Layer::Week | Layer::Month => Some(done_in(layer)),
        Layer::Milestone => milestones
            .iter()
            .filter(|state| state.reached.is_none())
            .max_by_key(|state| u64::from(state.have) * 1_000_000 / u64::from(state.need.max(1)))
            .map(|state| Progress { have: state.have, need: state.need }),
    };
    let one = |layer: Layer| LadderLayer {
        layer,
        rewards: of_layer(model, layer).map(|reward| reward.id).collect(),
        next: rewards.next(layer, walked.counts[layer.nth()]),
        progress: progress(layer),
    };
    Layer::ALL.map(one).to_vec()
}

fn passed(earned: &Earned) -> Option<(NaiveDate, Milestone)> {
    match earned.occasion {
        Occasion::Milestone(milestone) => Some((earned.day, milestone)),
        Occasion::Session(_) | Occasion::Comeback(_) | Occasion::Day(_) | Occasion::Week(_) | Occasion::Month(_) => {
            None
        }
    }
}

/// A kind of milestone, how much of it there is, and its next mark.
type Kind = (fn(u32) -> Milestone, u32, Option<u32>);

/// The next built-in milestone of each kind, then the user's own.
fn milestones(model: &Model, goal: &Goal, walked: &Walk) -> Vec<MilestoneState> {
    let minutes = u32::try_from(walked.secs / 60).unwrap_or(u32::MAX);
    let counted = walked.counted.clamp(0.0, f64::from(u32::MAX)) as u32;
    let hours = u32::try_from(jewels::next_hours(walked.secs)).unwrap_or(u32::MAX);
    let state = |milestone, have, need| MilestoneState { milestone, have, need, reached: None };
    let mut found = vec![state(Milestone::Hours(hours), minutes, hours.saturating_mul(60))];
    let kinds: [Kind; 3] = [
        (Milestone::Sessions, walked.sessions, session_marks().find(|mark| *mark > walked.sessions)),
        (Milestone::Days, walked.days_done, days_marks().find(|mark| *mark > walked.days_done)),
        (Milestone::Counts, counted, goal.measure.as_ref().and_then(|_| count_marks().find(|mark| *mark > counted))),
    ];
    if walked.sessions == 0 {
        found.insert(0, state(Milestone::FirstSession, 0, 1));
    }
    found.extend(kinds.into_iter().filter_map(|(kind, have, need)| Some(state(kind(need?), have, need?))));
    let own = model.milestones.iter().filter(|milestone| milestone.goal == goal.id);
    found.extend(own.map(|own| {
        let have = match own.mark {
            Mark::Minutes(_) => minutes,
            Mark::Sessions(_) => walked.sessions,
            Mark::Days(_) => walked.days_done,
            Mark::Counts(_) => counted,
        };
        let milestone = Milestone::Own(own.id);
        let reached = walked.others.iter().find(|earned| earned.occasion == Occasion::Milestone(milestone));
        MilestoneState { milestone, have, need: own.mark.amount(), reached: reached.map(|earned| earned.day) }
    }));
    found
}
