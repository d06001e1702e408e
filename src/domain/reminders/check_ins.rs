//! Check-ins that come due: by the rhythm of each partner, each once for its period, and none once one went out.

use chrono::{Datelike, NaiveDate};

use super::upcoming::{Planned, Rules};
use crate::domain::alarms::{Alarm, AlarmKind};
use crate::domain::people::{self, Partner, Rhythm};

impl Rules<'_> {
    fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.model.partners.iter().filter(|partner| partner.is_active())
    }

    /// The check-ins of a calendar day.
    pub(super) fn check_ins_on(&self, date: NaiveDate) -> impl Iterator<Item = Planned> {
        self.partners().filter_map(move |partner| {
            let minute = match partner.rhythm {
                Rhythm::Daily { minute } => minute,
                Rhythm::Weekly { weekday, minute } if weekday == date.weekday() => minute,
                Rhythm::Weekly { .. } | Rhythm::Free | Rhythm::AfterSession => return None,
            };
            self.at(date, minute, AlarmKind::CheckInDue { partner: partner.id }, &partner.name)
        })
    }

    /// The check-ins that belong to the newest session.
    pub(super) fn check_ins_after_session(&self) -> impl Iterator<Item = Planned> {
        self.partners().filter_map(|partner| {
            let due = people::after_session(self.model, partner)?;
            let kind = AlarmKind::CheckInDue { partner: partner.id };
            Some(self.planned(due, (self.offset_at)(due), kind, &partner.name))
        })
    }

    /// Whether a check-in went out already, or the partner was not there yet. To tell someone is no work: neither a rest
    /// nor a target that is met silences it.
    pub(super) fn is_check_in_silent(&self, partner: uuid::Uuid, planned: &Planned) -> bool {
        let Some(partner) = self.model.partners.get(partner) else { return true };
        if planned.alarm.due <= partner.made {
            return true;
        }
        partner.rhythm != Rhythm::AfterSession && people::is_told(self.model, partner, planned.day)
    }
}

/// Those of one moment become one, with all the names.
pub(super) fn merged(check_ins: Vec<Alarm>) -> Vec<Alarm> {
    let mut kept: Vec<Alarm> = Vec::new();
    for alarm in check_ins {
        match kept.last_mut().filter(|last| last.due == alarm.due) {
            Some(last) => last.cue = format!("{}, {}", last.cue, alarm.cue),
            None => kept.push(alarm),
        }
    }
    kept
}
