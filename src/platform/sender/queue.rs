//! The queue: what waits to be sent, what was sent, and how each outlet fared. Kept across restarts, without any secret.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Known, pace};
use crate::domain::people::{Answer, Fate, Happening, LastTry, OutletState, Parts};

/// Most that waits; then the oldest goes.
pub const MAX_WAITING: usize = 200;
/// How many ids of what arrived are kept, so that nothing is sent again.
pub const MAX_ARRIVED: usize = 200;
/// Most outlets that are noted as gone while their secrets cannot be forgotten; then the one that went first is let go.
pub const MAX_GONE: usize = 32;
/// The layout that is written; another one is not read.
const VERSION: u32 = 1;

/// How the body is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    Json,
    Text,
    /// Words, of which the address makes JSON.
    Chat,
}

/// One thing to send, as it leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// The same for the same happening and outlet, so that the other side can drop doubles.
    pub id: Uuid,
    pub outlet: Uuid,
    /// What it tells of.
    pub about: Happening,
    pub made: DateTime<Utc>,
    pub content: Content,
    /// What its reader could see when it was made. A queue of before does not say: then it may hold anything.
    #[serde(default = "everything")]
    pub sees: Parts,
    /// A title for a header of its own; empty where there is none.
    pub title: String,
    pub body: String,
}

fn everything() -> Parts {
    Parts::ALL
}

/// How one outlet fares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    outlet: Uuid,
    /// Failures in a row.
    failures: u16,
    /// When it is tried again, after a failure.
    until: Option<DateTime<Utc>>,
    last: Option<LastTry>,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    version: u32,
    /// Oldest first.
    waiting: Vec<Parcel>,
    /// Ids of what arrived, oldest first.
    arrived: Vec<Uuid>,
    lines: Vec<Line>,
    /// Outlets that are gone and whose secret is not forgotten yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gone: Vec<Uuid>,
}

/// What became of a parcel that was handed in.
#[derive(Debug, PartialEq, Eq)]
pub enum Added {
    Waits,
    /// It waits or arrived already.
    Known,
    /// It waits, and this one went for it.
    InPlaceOf(Box<Parcel>),
}

impl Queue {
    /// Reads what was written; nothing is an empty queue.
    ///
    /// # Errors
    /// Says in words why it cannot be read; they hold nothing of what was read.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        match ron::de::from_bytes::<Self>(bytes) {
            Ok(queue) if queue.version == VERSION => Ok(queue),
            Ok(queue) => Err(format!("it has version {}", queue.version)),
            Err(error) => Err(format!("it is broken at {}", error.span)),
        }
    }

    /// The text that [`Queue::read`] reads.
    pub fn text(&mut self) -> String {
        self.version = VERSION;
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new().depth_limit(2)).unwrap_or_default()
    }

    /// Takes a parcel; one id is taken once.
    pub fn add(&mut self, parcel: Parcel) -> Added {
        if self.arrived.contains(&parcel.id) || self.waiting.iter().any(|other| other.id == parcel.id) {
            return Added::Known;
        }
        self.waiting.push(parcel);
        if self.waiting.len() <= MAX_WAITING {
            Added::Waits
        } else {
            Added::InPlaceOf(Box::new(self.waiting.remove(0)))
        }
    }

    /// What is to be sent now: the oldest of an outlet that is on and does not rest.
    pub fn next(&self, now: DateTime<Utc>, is_on: impl Fn(Uuid) -> bool) -> Option<&Parcel> {
        self.waiting.iter().find(|parcel| {
            is_on(parcel.outlet) && self.rests_until(parcel.outlet).is_none_or(|until| pace::has_come(until, now))
        })
    }

    /// When something is to be sent next, if all that is on rests.
    pub fn next_at(&self, is_on: impl Fn(Uuid) -> bool) -> Option<DateTime<Utc>> {
        let on = self.waiting.iter().filter(|parcel| is_on(parcel.outlet));
        on.filter_map(|parcel| self.rests_until(parcel.outlet)).min()
    }

    /// What waits under an id.
    pub fn waiting(&self, id: Uuid) -> Option<&Parcel> {
        self.waiting.iter().find(|parcel| parcel.id == id)
    }

    /// Notes what came of a try; `asked` is how long the other side wants to be left alone. Of what was dropped meanwhile
    /// only its arrival counts.
    pub fn settle(&mut self, id: Uuid, answer: Answer, asked: Option<Duration>, now: DateTime<Utc>) -> Option<Fate> {
        let Some(at) = self.waiting.iter().position(|parcel| parcel.id == id) else {
            let has_arrived = matches!(answer, Answer::Taken(_));
            return has_arrived.then(|| self.arrive(id));
        };
        let parcel = &self.waiting[at];
        let fate = match answer {
            Answer::Taken(_) => Fate::Arrived,
            Answer::Refused(_) => Fate::GivenUp,
            Answer::Busy(_) | Answer::Trouble(_) if pace::is_old(parcel.made, now) => Fate::GivenUp,
            Answer::Busy(_) | Answer::Trouble(_) => Fate::Waits,
        };
        let last = LastTry { at: now, answer, fate, body: parcel.body.clone() };
        let line = self.line(parcel.outlet);
        line.last = Some(last);
        if matches!(answer, Answer::Taken(_) | Answer::Refused(_)) {
            (line.failures, line.until) = (0, None);
        } else {
            line.failures = line.failures.saturating_add(1);
            line.until = Some(pace::until(now, pace::wait(line.failures, asked)));
        }
        if fate != Fate::Waits {
            self.waiting.remove(at);
        }
        Some(if fate == Fate::Arrived { self.arrive(id) } else { fate })
    }

    fn arrive(&mut self, id: Uuid) -> Fate {
        self.arrived.push(id);
        let surplus = self.arrived.len().saturating_sub(MAX_ARRIVED);
        self.arrived.drain(..surplus);
        Fate::Arrived
    }

    /// How often in a row an outlet failed.
    pub fn failures(&self, outlet: Uuid) -> u16 {
        self.lines.iter().find(|line| line.outlet == outlet).map_or(0, |line| line.failures)
    }

    /// Lets an outlet be tried at once.
    pub fn hurry(&mut self, outlet: Uuid) {
        self.line(outlet).until = None;
    }

    /// An outlet has another address: how it fared before says nothing of it.
    pub fn begin_anew(&mut self, outlet: Uuid) {
        let line = self.line(outlet);
        (line.failures, line.until) = (0, None);
    }

    /// Takes what was written before in front of what came since; gives back what is too much.
    pub fn join(&mut self, older: Self) -> Vec<Parcel> {
        let newer = std::mem::replace(self, older);
        for id in newer.arrived {
            self.waiting.retain(|parcel| parcel.id != id);
            self.arrive(id);
        }
        for line in newer.lines {
            let outlet = line.outlet;
            *self.line(outlet) = line;
        }
        let others: Vec<Uuid> = newer.gone.into_iter().filter(|outlet| !self.gone.contains(outlet)).collect();
        self.gone.extend(others);
        let too_much = newer.waiting.into_iter().filter_map(|parcel| match self.add(parcel) {
            Added::InPlaceOf(oldest) => Some(*oldest),
            Added::Waits | Added::Known => None,
        });
        too_much.collect()
    }

    /// Whether nothing in it is still to be done, nor of any outlet there is.
    pub fn is_done(&self) -> bool {
        self.waiting.is_empty() && self.lines.is_empty() && self.gone.is_empty()
    }

    /// Drops what none of these outlets lets out, and forgets how others fared; none of these is gone. True if there was
    /// anything.
    pub fn keep_only(&mut self, known: &[Known]) -> bool {
        let size = |queue: &Self| (queue.waiting.len(), queue.lines.len(), queue.gone.len());
        let before = size(self);
        self.waiting.retain(|parcel| known.iter().any(|one| one.lets_out(parcel)));
        self.lines.retain(|line| known.iter().any(|one| one.outlet == line.outlet));
        self.gone.retain(|outlet| known.iter().all(|one| one.outlet != *outlet));
        before != size(self)
    }

    /// Outlets that are gone and whose secret is not forgotten yet.
    pub fn gone(&self) -> impl Iterator<Item = Uuid> {
        self.gone.iter().copied()
    }

    /// Notes them, the one that went last first; true if they are others than before.
    pub fn set_gone(&mut self, gone: &[Uuid]) -> bool {
        let gone = &gone[..gone.len().min(MAX_GONE)];
        let is_other = self.gone != gone;
        self.gone = gone.to_vec();
        is_other
    }

    /// The secrets of these are forgotten; true if one was noted.
    pub fn forgot(&mut self, outlets: &[Uuid]) -> bool {
        let before = self.gone.len();
        self.gone.retain(|outlet| !outlets.contains(outlet));
        before != self.gone.len()
    }

    /// How an outlet stands, as far as the queue knows.
    pub fn state(&self, outlet: Uuid) -> OutletState {
        let line = self.lines.iter().find(|line| line.outlet == outlet);
        let waiting = self.waiting.iter().filter(|parcel| parcel.outlet == outlet).count();
        OutletState {
            waiting,
            next: line.and_then(|line| line.until).filter(|_| waiting > 0),
            last: line.and_then(|line| line.last.clone()),
            ..OutletState::default()
        }
    }

    fn rests_until(&self, outlet: Uuid) -> Option<DateTime<Utc>> {
        self.lines.iter().find(|line| line.outlet == outlet)?.until
    }

    fn line(&mut self, outlet: Uuid) -> &mut Line {
        let at = self.lines.iter().position(|line| line.outlet == outlet).unwrap_or_else(|| {
            self.lines.push(Line { outlet, failures: 0, until: None, last: None });
            self.lines.len() - 1
        });
        &mut self.lines[at]
    }
}

#[cfg(test)]
pub(super) mod tests;
