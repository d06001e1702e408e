//! The thread that owns the queue. It waits for nothing but orders: calls and secrets are the work of two others, and what
//! comes of that is one more order.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use uuid::Uuid;

use super::calls::{Answered, Call, Why};
use super::http::{Reply, nothing};
use super::queue::{Added, Parcel, Queue};
use super::vault::{After, Errand, Held, Report};
use super::{Known, News, Order, Pause};
use crate::domain::people::{Answer, Fate, Kept, Trouble};
use crate::platform::clock::Clock;
use crate::platform::keyring::Asking;
use crate::platform::shelf::Shelf;

/// Longest sleep while something waits for its time: the machine may sleep too, or its clock be set.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);
/// How long the end waits for one more answer: less than `STOP_WITHIN`, so that this thread ends by itself.
const LAST_ANSWER_WITHIN: Duration = Duration::from_millis(700);

/// What the thread works with.
pub(super) struct Tools {
    pub shelf: Box<dyn Shelf>,
    pub clock: Arc<dyn Clock>,
    pub calls: mpsc::Sender<Call>,
    pub errands: mpsc::Sender<Errand>,
    /// Set when nobody waits for this thread any more: the queue may be another's by then.
    pub is_left: Arc<AtomicBool>,
}

/// What the thread knows.
struct Work<'a> {
    queue: Queue,
    /// What lies there could not be read, and is put aside before anything is written.
    is_unreadable: bool,
    tools: Tools,
    known: Vec<Known>,
    /// How the secrets stood after the last errand.
    held: HashMap<Uuid, Held>,
    /// Errands that are not reported yet.
    errands_out: usize,
    /// The parcel that is being sent, by its id: one at a time.
    under_way: Option<Uuid>,
    /// No more calls are made.
    is_ending: bool,
    sink: &'a dyn Fn(News),
}

/// Runs until it is told to stop, and then a moment longer for an answer that is about to come.
pub(super) fn run(tools: Tools, orders: &Receiver<Order>, sink: &dyn Fn(News)) {
    let read = tools.shelf.read().and_then(|bytes| Queue::read(&bytes));
    let is_unreadable = read.is_err();
    if let Err(error) = &read {
        log::warn!("what waited to be sent is left out: {error}");
    }
    let mut work = Work {
        queue: read.unwrap_or_default(),
        is_unreadable,
        tools,
        known: Vec::new(),
        held: HashMap::new(),
        errands_out: 0,
        under_way: None,
        is_ending: false,
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
            Some(Order::Stop) => return work.end(orders),
            Some(order) => work.obey(order),
            None => work.send_next(),
        }
    }
}

impl Work<'_> {
    /// How long nothing is to be done; `None` is for good, until an order comes.
    fn sleep(&self) -> Option<Duration> {
        if self.under_way.is_some() {
            return None;
        }
        let now = self.tools.clock.wall();
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
            Order::Keep(outlet, secret) => self.errand(Errand::Keep(outlet, secret)),
            Order::Test(parcel, Some(secret)) => self.call(Call { secret, parcel, why: Why::Test }),
            Order::Test(parcel, None) => {
                self.errand(Errand::Look(parcel.outlet, Asking::Allowed, After::Test(parcel)));
            }
            Order::Hurry(outlet) => {
                self.errand(Errand::Look(outlet, Asking::Allowed, After::Nothing));
                self.queue.hurry(outlet);
            }
            Order::Answered(answered) => self.answered(answered),
            Order::Reported(report) => self.reported(report),
            Order::Stop => self.is_ending = true,
        }
        self.tell_states();
    }

    /// Waits for what is about to come, and sends nothing more.
    fn end(&mut self, orders: &Receiver<Order>) {
        self.is_ending = true;
        while self.errands_out > 0 || self.under_way.is_some() {
            match orders.recv_timeout(LAST_ANSWER_WITHIN) {
                Ok(order) if !self.tools.is_left.load(Ordering::Acquire) => self.obey(order),
                Ok(_) | Err(_) => return,
            }
        }
    }

    fn follow(&mut self, known: Vec<Known>) {
        let is_in = |list: &[Known], outlet| list.iter().any(|one| one.outlet == outlet);
        let before = self.known.iter().map(|one| one.outlet).chain(self.queue.gone());
        let gone: Vec<Uuid> = before.filter(|outlet| !is_in(&known, *outlet)).collect();
        let outlets = known.iter().map(|one| one.outlet);
        let came: Vec<Uuid> = outlets.filter(|outlet| !is_in(&self.known, *outlet)).collect();
        self.known = known;
        // Noted before they are forgotten: the keyring may take longer than the app lives.
        let has_changed = self.queue.keep_only(&self.known);
        if self.queue.set_gone(&gone) || has_changed {
            self.write();
        }
        self.errand(Errand::Follow { gone, came });
    }

    /// Takes parcels into the queue, and writes them down before any of them is sent.
    fn add(&mut self, parcels: Vec<Parcel>) {
        let now = self.tools.clock.wall();
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

    /// Begins to send what is next.
    fn send_next(&mut self) {
        let now = self.tools.clock.wall();
        let Some(parcel) = self.queue.next(now, |outlet| self.is_on(outlet)) else { return };
        let (id, outlet) = (parcel.id, parcel.outlet);
        self.under_way = Some(id);
        if matches!(self.held.get(&outlet), Some(Ok(_))) {
            self.send_waiting(id);
        } else {
            self.errand(Errand::Look(outlet, Asking::Never, After::Send(id)));
        }
    }

    /// Sends what waits under this id, if it still does and still may leave.
    fn send_waiting(&mut self, id: Uuid) {
        let parcel = self.queue.waiting(id).filter(|parcel| !self.is_ending && self.is_on(parcel.outlet));
        let Some(parcel) = parcel.cloned().map(Box::new) else {
            self.under_way = None;
            return;
        };
        self.call_with_held(parcel, Why::Waits);
    }

    fn call_with_held(&mut self, parcel: Box<Parcel>, why: Why) {
        let trouble = match self.held.get(&parcel.outlet) {
            Some(Ok((secret, _))) => {
                let secret = secret.clone();
                return self.call(Call { secret, parcel, why });
            }
            Some(Err(Kept::Locked)) => Trouble::Locked,
            _ => Trouble::NoAddress,
        };
        self.answered(Answered { parcel, why, reply: nothing(trouble) });
    }

    fn call(&mut self, call: Call) {
        if let Err(mpsc::SendError(Call { parcel, why, .. })) = self.tools.calls.send(call) {
            log::error!("the thread that makes calls is gone");
            self.answered(Answered { parcel, why, reply: nothing(Trouble::Other) });
        }
    }

    fn errand(&mut self, errand: Errand) {
        if self.tools.errands.send(errand).is_ok() {
            self.errands_out += 1;
        } else {
            log::error!("the thread that looks after secrets is gone");
        }
    }

    /// Notes what came of a call.
    fn answered(&mut self, Answered { parcel, why, reply }: Answered) {
        let Reply { answer, asked, said } = reply;
        if why == Why::Test {
            log::info!("a test was answered: {answer:?}");
            (self.sink)(News::Tested { outlet: parcel.outlet, answer, said, body: parcel.body });
            return;
        }
        self.under_way = None;
        let Some(fate) = self.queue.settle(parcel.id, answer, asked, self.tools.clock.wall()) else { return };
        self.write();
        log::info!("sending {}: {answer:?}, {fate:?}", parcel.id);
        if fate != Fate::Waits || self.queue.failures(parcel.outlet) == 1 {
            (self.sink)(News::Told { parcel, answer, fate });
        }
    }

    /// Notes how the secrets stand.
    fn reported(&mut self, Report { held, fresh, not_kept, forgot, after }: Report) {
        self.errands_out = self.errands_out.saturating_sub(1);
        self.held = held;
        for outlet in fresh {
            self.queue.hurry(outlet);
        }
        for (outlet, error) in not_kept {
            log::warn!("a secret is not kept: {error}");
            (self.sink)(News::NotKept { outlet, error });
        }
        if self.queue.forgot(&forgot) {
            self.write();
        }
        match after {
            After::Nothing => {}
            After::Send(id) => self.send_waiting(id),
            After::Test(parcel) => self.call_with_held(parcel, Why::Test),
        }
    }

    fn is_on(&self, outlet: Uuid) -> bool {
        self.known.iter().any(|one| one.outlet == outlet && one.pause == Pause::Off)
    }

    fn write(&mut self) {
        let text = self.queue.text();
        let aside = if self.is_unreadable { self.tools.shelf.put_aside() } else { Ok(()) };
        self.is_unreadable = aside.is_err();
        // It is sent all the same: better told twice after a kill than not at all.
        if let Err(error) = aside.and_then(|()| self.tools.shelf.write(text.as_bytes())) {
            log::warn!("what waits to be sent is not written down: {error}");
        }
    }

    /// How all outlets stand, once the secrets are known to be as they were asked for.
    fn tell_states(&self) {
        if self.errands_out > 0 {
            return;
        }
        let states = self.known.iter().map(|one| {
            let mut state = self.queue.state(one.outlet);
            state.kept =
                self.held.get(&one.outlet).map(|held| held.as_ref().map_or_else(|kept| *kept, |(_, kept)| *kept));
            (one.outlet, state)
        });
        let states: BTreeMap<_, _> = states.collect();
        (self.sink)(News::States(states));
    }
}
