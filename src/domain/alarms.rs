//! Alarms: the moments at which something has to happen even when nobody looks.

use chrono::{DateTime, FixedOffset, Utc};
use uuid::Uuid;

use super::model::Model;
use super::reminders;
use super::time::{Now, shifted};

/// Overtime after which the user is told that the clock still runs, in minutes.
pub const OVERTIME_NOTICE_MINUTES: i64 = 15;

/// How far ahead reminders are handed out, in days: the list is made anew at each ring, and once a day at least.
const AHEAD_DAYS: u64 = 14;

/// The zone's offset at an instant, handed in from outside.
pub type OffsetAt<'a> = &'a dyn Fn(DateTime<Utc>) -> FixedOffset;

/// What happens at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmKind {
    /// The planned time is over: the reward is earned.
    SessionEarned { session: Uuid },
    /// Overtime has run for [`OVERTIME_NOTICE_MINUTES`].
    Overtime { session: Uuid },
    /// The break is over.
    BreakOver,
    /// A new goal day starts.
    DayStart,
    /// A reminder to start.
    Reminder { reminder: Uuid },
    /// The time is over by which a reminder was put off.
    PutOffOver,
    /// The first reminder of the day after a missed one.
    NeverMissTwice,
    /// The first reminder of a day after two missed ones or more.
    Comeback,
    /// The day is about to end and nothing was done.
    DayEnding,
    /// The things of every session are to be set up: a reminder comes soon.
    Checklist,
    /// The week is to be looked back at.
    ReviewDue,
    /// A check-in with a partner is due; the names of all that are due then stand in the cue.
    CheckInDue { partner: Uuid },
}

/// One moment to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub due: DateTime<Utc>,
    pub kind: AlarmKind,
    /// When and where to start, in the user's words, or whom to tell; empty where there are none.
    pub cue: String,
}

impl AlarmKind {
    /// True for what asks to start, also once more.
    pub fn asks_to_start(self) -> bool {
        matches!(self, Self::Reminder { .. } | Self::PutOffOver | Self::NeverMissTwice | Self::Comeback)
    }

    /// True for what comes by the plan of the week and not by what runs now.
    pub fn is_planned(self) -> bool {
        match self {
            Self::SessionEarned { .. } | Self::Overtime { .. } | Self::BreakOver | Self::DayStart => false,
            Self::Reminder { .. }
            | Self::PutOffOver
            | Self::NeverMissTwice
            | Self::Comeback
            | Self::DayEnding
            | Self::Checklist
            | Self::ReviewDue
            | Self::CheckInDue { .. } => true,
        }
    }
}

/// All moments to come, in order. Of those past only ends of a session or break that were not told yet are in it.
///
/// The list holds until its first moment is there, or the zone changes: then it is made anew.
pub fn alarms(model: &Model, now: Now, offset_at: OffsetAt<'_>) -> Vec<Alarm> {
    let day_start = now.next_day_start(model.settings.day_start_hour);
    // In the night the clocks go forward the day starts an hour earlier than today's offset says.
    let starts = [shifted(day_start, -3_600), day_start];
    let mut alarms: Vec<Alarm> = starts.into_iter().map(|due| bare(due, AlarmKind::DayStart)).collect();
    if let Some(running) = &model.running
        && let Some(due) = running.due()
    {
        let session = running.id;
        if running.told_secs < running.planned_secs {
            alarms.push(bare(due, AlarmKind::SessionEarned { session }));
        }
        alarms.push(bare(shifted(due, OVERTIME_NOTICE_MINUTES * 60), AlarmKind::Overtime { session }));
    }
    if let Some(pause) = &model.reward_break {
        alarms.push(bare(pause.ends, AlarmKind::BreakOver));
    }
    alarms.extend(reminders::ahead(model, now, offset_at, AHEAD_DAYS));
    let is_waited_for = |kind| matches!(kind, AlarmKind::SessionEarned { .. } | AlarmKind::BreakOver);
    alarms.retain(|alarm| alarm.due > now.utc || is_waited_for(alarm.kind));
    alarms.sort_by_key(|alarm| alarm.due);
    alarms
}

/// Of what was due when another zone was found, that which does not come again today by the time of the new place.
///
/// What asks to start is one there: a morning slept away in the air is told by the reminders still to come.
pub fn not_again(model: &Model, passed: &[AlarmKind], now: Now, offset_at: OffsetAt<'_>) -> Vec<AlarmKind> {
    let day_end = now.next_day_start(model.settings.day_start_hour);
    let ahead = alarms(model, now, offset_at).into_iter().take_while(|alarm| alarm.due < day_end);
    let ahead: Vec<AlarmKind> = ahead.map(|alarm| alarm.kind).collect();
    let has_start = ahead.iter().any(|kind| kind.asks_to_start());
    let comes_again = |kind: AlarmKind| if kind.asks_to_start() { has_start } else { ahead.contains(&kind) };
    passed.iter().copied().filter(|kind| !comes_again(*kind)).collect()
}

fn bare(due: DateTime<Utc>, kind: AlarmKind) -> Alarm {
    Alarm { due, kind, cue: String::new() }
}

#[cfg(test)]
mod tests;
