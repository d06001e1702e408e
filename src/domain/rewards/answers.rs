//! What became of a grant: taken, left or rated. Only this is stored, and each grant has one answer at most.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Grant, Layer, MAX_BREAK_MINUTES, Milestone, Occasion, grants};
use crate::domain::effect::{Effect, Launch, Refusal, saved};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::time::Now;

/// What became of a grant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GrantState {
    /// Nothing yet.
    #[default]
    Earned,
    Claimed,
    Skipped,
}

/// What the user did with a grant, with its words as they were, so that the history stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Follows from goal and occasion: see [`answer_id`].
    pub id: Uuid,
    pub goal: Uuid,
    pub occasion: Occasion,
    pub earned: DateTime<Utc>,
    pub day: NaiveDate,
    /// The reward it was; that may be gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reward: Option<Uuid>,
    pub words: String,
    pub minutes: u16,
    /// `Claimed` or `Skipped`.
    pub state: GrantState,
    /// How good it was, 1–5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good: Option<u8>,
    pub answered: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// The break in which a reward is taken. Breaks run on the wall clock, also through sleep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RewardBreak {
    pub occasion: Occasion,
    /// The reward's words; empty in a break without any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    pub started: DateTime<Utc>,
    pub ends: DateTime<Utc>,
}

impl Record for Answer {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.earned
    }
}

/// The id of the one answer that an occasion of a goal can have, so that the same file read twice doubles nothing.
///
/// A session's own id; else the goal's time stamp and FNV-1a over goal and occasion.
pub fn answer_id(goal: Uuid, occasion: Occasion) -> Uuid {
    if let Occasion::Session(session) = occasion {
        return session;
    }
    let hash = |salt: u8| hash(goal, occasion, salt);
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&hash(0).to_be_bytes());
    bytes[8..].copy_from_slice(&hash(1).to_be_bytes()[..2]);
    let stamp = goal.as_u128() >> 80;
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(stamp).unwrap_or(0), &bytes).into_uuid()
}

/// FNV-1a over goal and occasion, then the mixer of `SplitMix64`, which spreads a change to every bit.
///
/// Sources: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv> and <https://prng.di.unimi.it/splitmix64.c>.
pub(super) fn hash(goal: Uuid, occasion: Occasion, salt: u8) -> u64 {
    let (kind, what) = match occasion {
        Occasion::Session(id) => (0, id.as_u128()),
        Occasion::Comeback(day) => (1, of_day(day)),
        Occasion::Day(day) => (2, of_day(day)),
        Occasion::Week(day) => (3, of_day(day)),
        Occasion::Month(day) => (4, of_day(day)),
        Occasion::Milestone(Milestone::FirstSession) => (5, 0),
        Occasion::Milestone(Milestone::Hours(mark)) => (6, mark.into()),
        Occasion::Milestone(Milestone::Sessions(mark)) => (7, mark.into()),
        Occasion::Milestone(Milestone::Days(mark)) => (8, mark.into()),
        Occasion::Milestone(Milestone::Counts(mark)) => (9, mark.into()),
        Occasion::Milestone(Milestone::Own(id)) => (10, id.as_u128()),
    };
    let bytes = goal.into_bytes().into_iter().chain([salt, kind]).chain(what.to_le_bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn of_day(day: NaiveDate) -> u128 {
    use chrono::Datelike;
    u128::try_from(i64::from(day.num_days_from_ce()) + i64::from(i32::MAX)).unwrap_or(0)
}

/// The answer to an occasion of the active goal.
fn answer_to(model: &Model, occasion: Occasion) -> Option<&Answer> {
    let goal = model.goal()?.id;
    let week_start = model.settings.week_start;
    model.answers.iter().rfind(|answer| {
        answer.goal == goal && (answer.occasion == occasion || answer.occasion.by_weeks_from(week_start) == occasion)
    })
}

/// The grant as it stands now: answered, or derived from the records.
fn grant(model: &Model, occasion: Occasion, now: Now) -> Result<Grant, Refusal> {
    let occasion = occasion.by_weeks_from(model.settings.week_start);
    if let Some(answer) = answer_to(model, occasion) {
        return Ok(Grant::answered(model, answer));
    }
    grants(model, now.today(model.settings.day_start_hour))
        .into_iter()
        .find(|grant| grant.occasion == occasion)
        .ok_or(Refusal::Unknown("reward"))
}

/// Takes a grant: its break begins, and what it opens is opened.
pub(super) fn take(model: &mut Model, occasion: Occasion, now: Now) -> Result<Vec<Effect>, Refusal> {
    let grant = grant(model, occasion, now)?;
    if grant.state == GrantState::Claimed {
        return Ok(Vec::new());
    }
    put(model, &grant, GrantState::Claimed, now)?;
    let ends = now.utc + Duration::minutes(i64::from(grant.minutes.clamp(1, MAX_BREAK_MINUTES)));
    model.reward_break =
        Some(RewardBreak { occasion: grant.occasion, words: grant.words.clone(), started: now.utc, ends });
    let launch = grant.opens.map(|opens| Effect::Launch(vec![Launch { name: grant.words, opens }]));
    Ok(saved().into_iter().chain(launch).collect())
}

/// Leaves a grant; one that was taken stays taken.
pub(super) fn skip(model: &mut Model, occasion: Occasion, now: Now) -> Result<Vec<Effect>, Refusal> {
    let grant = grant(model, occasion, now)?;
    if grant.state != GrantState::Earned {
        return Ok(Vec::new());
    }
    put(model, &grant, GrantState::Skipped, now)?;
    Ok(saved())
}

/// Says how good a grant was that was taken.
pub(super) fn rate(model: &mut Model, occasion: Occasion, good: Option<u8>, now: Now) -> Result<Vec<Effect>, Refusal> {
    if good.is_some_and(|good| !(1..=5).contains(&good)) {
        return Err(Refusal::OutOfRange("rating"));
    }
    let occasion = occasion.by_weeks_from(model.settings.week_start);
    let taken = answer_to(model, occasion).filter(|answer| answer.state == GrantState::Claimed);
    let answer = taken.ok_or(Refusal::Unknown("reward"))?;
    if answer.good == good {
        return Ok(Vec::new());
    }
    let id = answer.id;
    model.answers.update(id, |answer| (answer.good, answer.modified) = (good, now.utc));
    Ok(saved())
}

fn put(model: &mut Model, grant: &Grant, state: GrantState, now: Now) -> Result<(), Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let id = answer_to(model, grant.occasion).map_or_else(|| answer_id(goal, grant.occasion), |answer| answer.id);
    model.answers.insert(Answer {
        id,
        goal,
        occasion: grant.occasion,
        earned: grant.earned,
        day: grant.day,
        reward: grant.reward,
        words: grant.words.clone(),
        minutes: grant.minutes,
        state,
        good: grant.good,
        answered: now.utc,
        modified: now.utc,
    });
    Ok(())
}

/// Lets time pass for the break.
pub(super) fn tick(model: &mut Model, now: Now) -> Vec<Effect> {
    let Some(pause) = &mut model.reward_break else { return Vec::new() };
    if now.utc < pause.started {
        // The clock was set back: at most the whole break once more, not hours of it.
        let length = pause.ends - pause.started;
        (pause.started, pause.ends) = (now.utc, now.utc + length);
        return saved();
    }
    if now.utc < pause.ends {
        return Vec::new();
    }
    model.reward_break = None;
    vec![Effect::Save, Effect::BreakOver]
}

/// The layer of an answer.
impl Answer {
    pub fn layer(&self) -> Layer {
        self.occasion.layer()
    }
}
