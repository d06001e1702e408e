//! Alarms: the moments at which something has to happen even when nobody looks.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::model::Model;
use super::time::Now;

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

/// All moments to come, in order; those already past are left out, but for the end of a break.
pub fn alarms(model: &Model, now: Now) -> Vec<Alarm> {
    let mut alarms = vec![Alarm { due: now.next_day_start(model.settings.day_start_hour), kind: AlarmKind::DayStart }];
    if let Some(running) = &model.running
        && let Some(due) = running.due()
    {
        let session = running.id;
        if running.earned.is_none() {
            alarms.push(Alarm { due, kind: AlarmKind::SessionEarned { session } });
        }
        alarms.push(Alarm {
            due: due + Duration::minutes(OVERTIME_NOTICE_MINUTES),
            kind: AlarmKind::Overtime { session },
        });
    }
    if let Some(pause) = &model.reward_break {
        alarms.push(Alarm { due: pause.ends, kind: AlarmKind::BreakOver { session: pause.session } });
    }
    alarms.retain(|alarm| alarm.due > now.utc || !matches!(alarm.kind, AlarmKind::Overtime { .. }));
    alarms.sort_by_key(|alarm| alarm.due);
    alarms
}
