//! The spring's coils: one a session, as long as its focus; in long springs one a day, to keep it smooth.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::goal::Goal;
use crate::domain::model::Model;

/// Sessions above which the coils of a day are drawn as one.
pub const MERGE_ABOVE_SESSIONS: usize = 400;
/// Days of one programme stage; from the fourth on it stays.
pub const STAGE_DAYS: i64 = 7;

/// One drawn segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coil {
    /// Distance of its start from the inner end, in seconds of focus.
    pub from_secs: i64,
    pub to_secs: i64,
    pub day: NaiveDate,
    /// The session it stands for; of a merged day, the first.
    pub session: Uuid,
    pub sessions: u32,
    /// Programme week of its day, 0–3.
    pub stage: usize,
}

/// All coils from the inner end outward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coils {
    pub coils: Vec<Coil>,
    pub total_secs: i64,
    pub sessions: u32,
    /// Length of the first session, where the first jewel sits; 0 before it.
    pub first_session_secs: i64,
}

impl Coils {
    /// The coils of a goal's sessions.
    pub fn of(model: &Model, goal: &Goal) -> Self {
        let sessions: Vec<_> = model.sessions.iter().filter(|session| session.goal == goal.id).collect();
        let merges = sessions.len() > MERGE_ABOVE_SESSIONS;
        let mut coils: Vec<Coil> = Vec::new();
        let mut total_secs = 0;
        for session in &sessions {
            let (from_secs, to_secs) = (total_secs, total_secs + session.focus_secs());
            total_secs = to_secs;
            match coils.last_mut() {
                Some(last) if merges && last.day == session.day => {
                    last.to_secs = to_secs;
                    last.sessions += 1;
                }
                _ => coils.push(Coil {
                    from_secs,
                    to_secs,
                    day: session.day,
                    session: session.id,
                    sessions: 1,
                    stage: stage_on(goal.start_day, session.day),
                }),
            }
        }
        let sessions_total = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
        let first_session_secs = sessions.first().map_or(0, |session| session.focus_secs());
        Self { coils, total_secs, sessions: sessions_total, first_session_secs }
    }
}

/// The programme stage a day falls in, 0–3.
pub fn stage_on(start_day: NaiveDate, day: NaiveDate) -> usize {
    usize::try_from(((day - start_day).num_days() / STAGE_DAYS).clamp(0, 3)).unwrap_or(0)
}
