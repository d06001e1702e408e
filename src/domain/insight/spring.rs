//! The spring's coils: one a session, as long as its focus; in long springs one a day, a week or four weeks.

use chrono::NaiveDate;
use uuid::Uuid;

use super::turns::Turn;
use crate::domain::goal::Goal;

/// Sessions above which the coils of a day are drawn as one.
pub const MERGE_ABOVE_SESSIONS: usize = 400;
/// Coils above which those of a week, and then of four weeks, are drawn as one: about 4 px each at full size.
pub const MOST_COILS: usize = 1_500;
/// Days of one programme stage.
pub const STAGE_DAYS: i64 = 7;
/// Tints of the spring, and stages of the programme.
pub const STAGES: i64 = 4;

/// One drawn segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coil {
    /// Distance of its start from the inner end, in seconds of focus.
    pub from_secs: i64,
    pub to_secs: i64,
    /// Its first day.
    pub day: NaiveDate,
    /// Its last day; the same unless weeks are merged.
    pub last_day: NaiveDate,
    /// The session it stands for; of a merged stretch, the first.
    pub session: Uuid,
    pub sessions: u32,
    /// Its tint, 0–3; see [`tint_on`].
    pub stage: usize,
}

/// What one coil stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    #[default]
    Session,
    Day,
    Week,
    /// Four weeks, counted from the first day.
    Month,
}

/// All coils from the inner end outward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coils {
    pub coils: Vec<Coil>,
    pub grain: Grain,
    pub total_secs: i64,
    pub sessions: u32,
    /// Length of the first session, where the first jewel sits; 0 before it.
    pub first_session_secs: i64,
}

impl Coils {
    /// The coils of a goal's sessions, oldest first.
    pub fn of(goal: &Goal, sessions: &[Turn]) -> Self {
        let grain = Grain::for_sessions(sessions, goal.start_day);
        let mut coils: Vec<Coil> = Vec::new();
        let (mut total_secs, mut last_key) = (0, None);
        for session in sessions {
            let (from_secs, to_secs) = (total_secs, total_secs + session.secs);
            total_secs = to_secs;
            let key = grain.key(goal.start_day, session.day);
            match coils.last_mut() {
                Some(last) if key.is_some() && key == last_key => {
                    last.to_secs = to_secs;
                    last.last_day = last.last_day.max(session.day);
                    last.sessions += 1;
                }
                _ => coils.push(Coil {
                    from_secs,
                    to_secs,
                    day: session.day,
                    last_day: session.day,
                    session: session.session,
                    sessions: 1,
                    stage: tint_on(goal.start_day, session.day),
                }),
            }
            last_key = key;
        }
        let sessions_total = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
        let first_session_secs = sessions.first().map_or(0, |session| session.secs);
        Self { coils, grain, total_secs, sessions: sessions_total, first_session_secs }
    }

    /// The coil under a distance from the inner end, in seconds of focus; `None` beyond the outer end.
    pub fn under(&self, secs: i64) -> Option<usize> {
        let index = self.coils.partition_point(|coil| coil.to_secs <= secs);
        (secs >= 0 && index < self.coils.len()).then_some(index)
    }

    /// The coil some steps outward (inward below zero) of the chosen one, staying on the spring.
    ///
    /// With none chosen an arrow key begins at the newest coil. `None` only while there are no coils.
    pub fn step(&self, chosen: Option<usize>, steps: isize) -> Option<usize> {
        let newest = self.coils.len().checked_sub(1)?;
        Some(chosen.map_or(newest, |index| index.saturating_add_signed(steps).min(newest)))
    }
}

impl Grain {
    /// The finest grain that leaves a smooth spring.
    fn for_sessions(sessions: &[Turn], start: NaiveDate) -> Self {
        if sessions.len() <= MERGE_ABOVE_SESSIONS {
            return Self::Session;
        }
        let breaks = |grain: Self| {
            let key = |session: &Turn| grain.key(start, session.day);
            sessions.windows(2).filter(|pair| key(&pair[0]) != key(&pair[1])).count()
        };
        let fits = |grain: &Self| breaks(*grain) < MOST_COILS;
        [Self::Day, Self::Week].into_iter().find(fits).unwrap_or(Self::Month)
    }

    /// What coils of this grain share; `None` when nothing is merged.
    fn key(self, start: NaiveDate, day: NaiveDate) -> Option<i64> {
        let nth = (day - start).num_days();
        match self {
            Self::Session => None,
            Self::Day => Some(nth),
            Self::Week => Some(nth.div_euclid(STAGE_DAYS)),
            Self::Month => Some(nth.div_euclid(STAGE_DAYS * STAGES)),
        }
    }
}

/// The tint of a day's coils, 0–3: a tint a week in the programme's four weeks, then a tint every four weeks, in turn.
pub fn tint_on(start_day: NaiveDate, day: NaiveDate) -> usize {
    let week = (day - start_day).num_days().div_euclid(STAGE_DAYS);
    let tint = if week < STAGES { week.max(0) } else { (week / STAGES - 1) % STAGES };
    usize::try_from(tint).unwrap_or(0)
}

#[cfg(test)]
mod tests;
