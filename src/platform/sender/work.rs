//! The thread that sends: orders first, then one call, then orders again.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::http::{Caller, Reply};
use super::queue::{Added, Parcel, Queue};
use super::{Chat, Known, News, Order, Pause, Setup};
use crate::domain::people::{Answer, Fate, Kept, Secret, Trouble};
use crate::platform::clock::Clock;
use crate::platform::keyring::Asking;
use crate::platform::secrets::Secrets;
use crate::platform::shelf::Shelf;

/// Longest sleep while something waits for its time: the machine may sleep too, or its clock be set.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// What the thread knows.
struct Work<'a> {
    queue: Queue,
    shelf: Box<dyn Shelf>,
    secrets: Secrets,
    clock: Arc<dyn Clock>,
    /// Made for the first call.
    caller: Option<Caller>,
    chat: Chat,
    known: Vec<Known>,
    /// Secrets that were read or written, with their place.
    read: HashMap<Uuid, (Secret, Kept)>,
    /// Why others were not.
    unread: HashMap<Uuid, Kept>,
    /// Of outlets that are gone, for the case that they come back.
    forgotten: HashMap<Uuid, Secret>,
    sink: &'a dyn Fn(News),
}

/// Runs until nobody can give orders any more.
pub(super) fn run(setup: Setup, orders: &Receiver<Order>, sink: &dyn Fn(News)) {
    let Setup { queue: shelf, secrets, clock, chat } = setup;
    let queue = Queue::read(&shelf.read());
    let mut work = Work {
        queue,
        shelf,
        secrets,
        clock,
        caller: None,
        chat,
        known: Vec::new(),
        read: HashMap::new(),
        unread: HashMap::new(),
        forgotten: HashMap::new(),
        sink,
    };
    loop {
        let order = match work.sleep() {
            Some(Duration::ZERO) => match orders.try_recv() {
                Ok(order) => Some(order),
                Err(TryRecvError::Empty) => None,
                Err(TryRecvError::Disconnected) => return,
            },
            Some(sleep) => match orders.recv_timeout(sleep) {
                Ok(order) => Some(order),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            },
            None => match orders.recv() {
                Ok(order) => Some(order),
                Err(_) => return,
            },
        };
        match order {
            Some(order) => work.obey(order),
            None => work.send_next(),
        }
    }
}

impl Work<'_> {
    /// How long nothing is to be done; `None` is for good, until an order comes.
    fn sleep(&self) -> Option<Duration> {
        let now = self.clock.wall();
        if self.queue.next(now, |outlet| self.is_on(outlet)).is_some() {
            return Some(Duration::ZERO);
        }
        let next = self.queue.next_at(|outlet| self.is_on(outlet))?;
        Some((next - now).to_std().unwrap_or_default().clamp(Duration::from_millis(10), LONGEST_SLEEP))
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Follow(known) => self.follow(known),
            Order::Send(parcels) => self.add(parcels),
            Order::Keep(outlet, secret) => self.keep(outlet, secret),
            Order::Test(parcel, secret) => self.test(*parcel, secret),
            Order::Hurry(outlet) => {
                self.unread.remove(&outlet);
                let _ = self.secret(outlet, Asking::Allowed);
                self.queue.hurry(outlet);
            }
        }
        self.tell_states();
    }

    fn follow(&mut self, known: Vec<Known>) {
        let is_in = |list: &[Known], outlet| list.iter().any(|one| one.outlet == outlet);
        let gone: Vec<Uuid> =
            self.known.iter().map(|one| one.outlet).filter(|outlet| !is_in(&known, *outlet)).collect();
        for outlet in gone {
            if let Some(secret) = self.secret(outlet, Asking::Never) {
                self.forgotten.insert(outlet, secret);
            }
            self.secrets.forget(outlet);
            self.read.remove(&outlet);
            self.unread.remove(&outlet);
        }
        let came: Vec<Uuid> =
            known.iter().map(|one| one.outlet).filter(|outlet| !is_in(&self.known, *outlet)).collect();
        self.known = known;
        for outlet in came {
            match self.forgotten.remove(&outlet) {
                Some(secret) => self.keep(outlet, secret),
                None => drop(self.secret(outlet, Asking::Never)),
            }
        }
        let known = &self.known;
        if self.queue.keep_only(|outlet| is_in(known, outlet)) {
            self.write();
        }
    }

    /// Takes parcels into the queue, and writes them down before any of them is sent.
    fn add(&mut self, parcels: Vec<Parcel>) {
        let now = self.clock.wall();
        let mut crowded_out = Vec::new();
        let mut has_changed = false;
        for parcel in parcels {
            match self.queue.add(parcel) {
                Added::Known => continue,
                Added::Waits => {}
                Added::InPlaceOf(oldest) => crowded_out.push(oldest),
            }
            has_changed = true;
        }
        if has_changed {
            self.write();
        }
        for parcel in crowded_out {
            log::warn!("too much waits to be sent since {now}: the oldest is dropped");
            let answer = Answer::Trouble(Trouble::Other);
            (self.sink)(News::Told { parcel, answer, fate: Fate::CrowdedOut });
        }
    }

    fn keep(&mut self, outlet: Uuid, secret: Secret) {
        match self.secrets.keep(outlet, &secret) {
            Ok(kept) => {
                self.read.insert(outlet, (secret, kept));
                self.unread.remove(&outlet);
                self.queue.hurry(outlet);
            }
            Err(error) => {
                log::warn!("a secret is not kept: {error}");
                (self.sink)(News::NotKept { outlet, error });
            }
        }
    }

    fn test(&mut self, parcel: Parcel, secret: Option<Secret>) {
        let outlet = parcel.outlet;
        let secret = secret.or_else(|| {
            self.unread.remove(&outlet);
            self.secret(outlet, Asking::Allowed)
        });
        let Reply { answer, said, .. } = self.call(secret.as_ref(), &parcel);
        log::info!("a test was answered: {answer:?}");
        (self.sink)(News::Tested { outlet, answer, said, body: parcel.body });
    }

    /// Sends what is next, and notes what came of it.
    fn send_next(&mut self) {
        let now = self.clock.wall();
        let Some(parcel) = self.queue.next(now, |outlet| self.is_on(outlet)).cloned() else { return };
        let secret = self.secret(parcel.outlet, Asking::Never);
        let Reply { answer, asked, .. } = self.call(secret.as_ref(), &parcel);
        let fate = self.queue.settle(parcel.id, answer, asked, self.clock.wall());
        self.write();
        log::info!("sending {}: {answer:?}, {fate:?}", parcel.id);
        if fate != Fate::Waits || self.queue.failures(parcel.outlet) == 1 {
            (self.sink)(News::Told { parcel: Box::new(parcel), answer, fate });
        }
        self.tell_states();
    }

    fn call(&mut self, secret: Option<&Secret>, parcel: &Parcel) -> Reply {
        let now: DateTime<Utc> = self.clock.wall();
        match secret {
            Some(secret) => {
                let chat = self.chat;
                self.caller.get_or_insert_with(|| Caller::new(chat)).call(secret, parcel, now)
            }
            None => {
                let is_locked = self.unread.get(&parcel.outlet) == Some(&Kept::Locked);
                let trouble = if is_locked { Trouble::Locked } else { Trouble::NoAddress };
                Reply { answer: Answer::Trouble(trouble), asked: None, said: String::new() }
            }
        }
    }

    /// The secret of an outlet; what was read once is not read again.
    fn secret(&mut self, outlet: Uuid, asking: Asking) -> Option<Secret> {
        if let Some((secret, _)) = self.read.get(&outlet) {
            return Some(secret.clone());
        }
        match self.secrets.get(outlet, asking) {
            Ok(Some((secret, kept))) => {
                self.read.insert(outlet, (secret.clone(), kept));
                self.unread.remove(&outlet);
                Some(secret)
            }
            Ok(None) => {
                self.unread.insert(outlet, Kept::Nowhere);
                None
            }
            Err(_) => {
                self.unread.insert(outlet, Kept::Locked);
                None
            }
        }
    }

    fn is_on(&self, outlet: Uuid) -> bool {
        self.known.iter().any(|one| one.outlet == outlet && one.pause == Pause::Off)
    }

    fn write(&mut self) {
        let text = self.queue.text();
        // It is sent all the same: better told twice after a kill than not at all.
        if let Err(error) = self.shelf.write(text.as_bytes()) {
            log::warn!("what waits to be sent is not written down: {error}");
        }
    }

    fn tell_states(&self) {
        let states = self.known.iter().map(|one| {
            let mut state = self.queue.state(one.outlet);
            let kept = self.read.get(&one.outlet).map(|(_, kept)| *kept);
            state.kept = kept.or_else(|| self.unread.get(&one.outlet).copied());
            (one.outlet, state)
        });
        let states: BTreeMap<_, _> = states.collect();
        (self.sink)(News::States(states));
    }
}
