//! What the alarm thread decides at each wake-up, as a pure function of the clocks.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use super::gap::{Beat, GAP, Gap, gap};
use super::zone::ZoneChange;

/// Time between two beats of a running session, in seconds; a crash loses at most this and one slow write.
pub const BEAT: Duration = Duration::from_secs(20);

/// Longest sleep while alarms are set, one minute: a changed wall clock or a wake from suspend is noticed by then.
const POLL: Duration = Duration::from_mins(1);

/// How late an alarm may be and still stand for itself beside others, in seconds.
const ON_TIME: TimeDelta = TimeDelta::seconds(5);

/// How many past alarms are remembered, so that a list handed over again does not ring again.
const REMEMBERED: usize = 1024;

/// Something to be told at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm<T> {
    /// When, by the wall clock.
    pub due: DateTime<Utc>,
    /// What it is about; rings once for each key and due time.
    pub key: String,
    /// Handed back when it rings.
    pub payload: T,
}

/// What the alarm thread tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlarmEvent<T> {
    /// The machine slept, the process was stopped or the clock was changed while beats were kept.
    Gap(Gap),
    /// Came due while the machine slept: earliest first, to be told as one summary. At least one.
    Missed(Vec<Alarm<T>>),
    /// Due now.
    Due(Alarm<T>),
    /// The offset here changed: by travel, or because the clocks went forward or back. After travel nothing rings by the
    /// time of the place left behind: what was due is handed over instead, earliest first.
    Zone(Vec<Alarm<T>>),
}

/// What one wake-up has to tell, in this order; `beat` last.
#[derive(Debug, PartialEq, Eq)]
pub struct Step<T> {
    /// Events in the order they are told.
    pub events: Vec<AlarmEvent<T>>,
    /// The beat to record after the events, when one is due.
    pub beat: Option<Beat>,
}

/// The alarms set and those that have rung.
#[derive(Debug)]
pub struct Schedule<T> {
    alarms: Vec<Alarm<T>>,
    rung: BTreeSet<(DateTime<Utc>, String)>,
}

impl<T> Default for Schedule<T> {
    fn default() -> Self {
        Self { alarms: Vec::new(), rung: BTreeSet::new() }
    }
}

/// Whether a new list changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The thread has to look again.
    New,
    /// The same alarms as before.
    Same,
}

impl<T: Clone + PartialEq> Schedule<T> {
    /// Replaces all alarms.
    pub fn set(&mut self, mut alarms: Vec<Alarm<T>>) -> Change {
        alarms.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
        if self.alarms == alarms {
            return Change::Same;
        }
        self.alarms = alarms;
        Change::New
    }

    /// What to tell at `now`; `last` is the last beat while beats are kept.
    pub fn step(&mut self, now: Beat, last: Option<Beat>, zone: ZoneChange) -> Step<T> {
        let gap = last.and_then(|last| gap(last, now, BEAT));
        let beat = last.filter(|last| gap.is_some() || until_beat(now, *last).is_zero());
        let mut events: Vec<_> = gap.map(AlarmEvent::Gap).into_iter().collect();
        match zone {
            ZoneChange::None => events.extend(self.ring(now.wall)),
            ZoneChange::Clocks => {
                events.extend(self.ring(now.wall));
                events.push(AlarmEvent::Zone(Vec::new()));
            }
            ZoneChange::Moved => events.push(AlarmEvent::Zone(self.pass_over(now.wall))),
        }
        Step { events, beat: beat.map(|_| now) }
    }

    /// How long to sleep from `now`; `None` is until something is set.
    pub fn sleep(&self, now: Beat, last: Option<Beat>) -> Option<Duration> {
        let alarm = self.waiting().map(|alarm| {
            let until = (alarm.due - now.wall).to_std().unwrap_or(Duration::ZERO);
            until.min(POLL)
        });
        let beat = last.map(|last| until_beat(now, last));
        alarm.into_iter().chain(beat).min()
    }

    fn ring(&mut self, wall: DateTime<Utc>) -> Vec<AlarmEvent<T>> {
        let mut due = Vec::new();
        for alarm in self.alarms.iter().take_while(|alarm| alarm.due <= wall) {
            if self.rung.insert((alarm.due, alarm.key.clone())) {
                due.push(alarm.clone());
            }
        }
        self.forget();
        let (on_time, late): (Vec<_>, Vec<_>) = due.into_iter().partition(|alarm| wall - alarm.due <= ON_TIME);
        let mut events = Vec::new();
        match <[Alarm<T>; 1]>::try_from(late) {
            Ok([one]) if (wall - one.due).to_std().is_ok_and(|late| late <= GAP) => {
                events.push(AlarmEvent::Due(one));
            }
            Ok(one) => events.push(AlarmEvent::Missed(one.into())),
            Err(late) if late.is_empty() => {}
            Err(late) => events.push(AlarmEvent::Missed(late)),
        }
        events.extend(on_time.into_iter().map(AlarmEvent::Due));
        events
    }

    /// Takes what is due off the list without ringing it. It has not rung: in a new list it may.
    fn pass_over(&mut self, wall: DateTime<Utc>) -> Vec<Alarm<T>> {
        let Self { alarms, rung } = self;
        let due = alarms.partition_point(|alarm| alarm.due <= wall);
        alarms.drain(..due).filter(|alarm| !rung.contains(&(alarm.due, alarm.key.clone()))).collect()
    }

    fn waiting(&self) -> Option<&Alarm<T>> {
        let rung = |alarm: &Alarm<T>| self.rung.contains(&(alarm.due, alarm.key.clone()));
        self.alarms.iter().find(|alarm| !rung(alarm))
    }

    /// Forgets the oldest that rang and are no longer in the list; those in it must not ring again.
    fn forget(&mut self) {
        let mut surplus = self.rung.len().saturating_sub(REMEMBERED);
        if surplus == 0 {
            return;
        }
        let listed: BTreeSet<_> = self.alarms.iter().map(|a| (a.due, a.key.as_str())).collect();
        self.rung.retain(|(due, key)| {
            let drop = surplus > 0 && !listed.contains(&(*due, key.as_str()));
            surplus -= usize::from(drop);
            !drop
        });
    }
}

/// Time until the beat after `last`; on either clock, so that a stopped one does not hold it up.
fn until_beat(now: Beat, last: Beat) -> Duration {
    let mono = now.mono.saturating_sub(last.mono);
    let wall = (now.wall - last.wall).to_std().unwrap_or(Duration::ZERO);
    BEAT.saturating_sub(mono.max(wall))
}
