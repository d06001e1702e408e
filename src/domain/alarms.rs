//! Alarms: the moments at which something has to happen even when nobody looks.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::Model;
use super::time::{Now, shifted};

/// Overtime after which the user is told that the clock still runs, in minutes.
pub const OVERTIME_NOTICE_MINUTES: i64 = 15;

/// What happens at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmKind {
    /// The planned time is over: the reward is earned.
    SessionEarned { session: Uuid },
    /// Overtime has run for [`OVERTIME_NOTICE_MINUTES`].
    Overtime { session: Uuid },
    /// The break is over.
    BreakOver { session: Uuid },
    /// A new goal day starts.
    DayStart,
}

/// One moment to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub due: DateTime<Utc>,
    pub kind: AlarmKind,
}

/// All moments to come, in order. Of those past only ends of a session or break that were not told yet are in it.
///
/// The list holds until its first moment is there: then it is made anew, by the offset that holds from then on.
pub fn alarms(model: &Model, now: Now) -> Vec<Alarm> {
    let day_start = now.next_day_start(model.settings.day_start_hour);
    // In the night the clocks go forward the day starts an hour earlier than today's offset says.
    let starts = [shifted(day_start, -3_600), day_start];
    let mut alarms: Vec<Alarm> = starts.map(|due| Alarm { due, kind: AlarmKind::DayStart }).into();
    if let Some(running) = &model.running
        && let Some(due) = running.due()
    {
        let session = running.id;
        if running.told_secs < running.planned_secs {
            alarms.push(Alarm { due, kind: AlarmKind::SessionEarned { session } });
        }
        alarms.push(Alarm { due: shifted(due, OVERTIME_NOTICE_MINUTES * 60), kind: AlarmKind::Overtime { session } });
    }
    if let Some(pause) = &model.reward_break {
        alarms.push(Alarm { due: pause.ends, kind: AlarmKind::BreakOver { session: pause.session } });
    }
    let waits_for_no_one = |kind| matches!(kind, AlarmKind::Overtime { .. } | AlarmKind::DayStart);
    alarms.retain(|alarm| alarm.due > now.utc || !waits_for_no_one(alarm.kind));
    alarms.sort_by_key(|alarm| alarm.due);
    alarms
}

#[cfg(test)]
mod tests;
