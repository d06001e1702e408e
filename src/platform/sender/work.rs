//! The thread that owns the queue. It waits for nothing but orders: calls and secrets are the work of two others, and what
//! comes of that is one more order.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::calls::{Answered, Call, Why};
use super::http::{Reply, nothing};
use super::journal::{Journal, Written};
use super::queue::{Added, Parcel, Queue};
use super::vault::{After, Errand, Held};
use super::{Known, News, Order, Pause, QueueProblem};
use crate::domain::people::{Answer, Fate, Secret, Trouble};
use crate::platform::clock::Clock;
use crate::platform::keyring::Asking;
use crate::platform::secrets::SecretsFile;
use crate::platform::shelf::Shelf;

mod errands;

/// Longest sleep while something waits for its time: the machine may sleep too, or its clock be set. A file that was not
/// written or read is tried again as often.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);
/// How long the end waits for one more answer: less than `STOP_WITHIN`, so that this thread ends by itself.
const LAST_ANSWER_WITHIN: Duration = Duration::from_millis(700);

/// How long after a try to forget secrets the next one is made, while one of an outlet that is gone remains.
const FORGET_AGAIN: Duration = Duration::from_secs(60 * 60);

/// What the thread works with.
pub(super) struct Tools {
    pub shelf: Box<dyn Shelf>,
    /// Takes the secrets that the keyring has not taken yet when the end comes.
    pub file: SecretsFile,
    pub clock: Arc<dyn Clock>,
    pub calls: mpsc::Sender<Call>,
    pub errands: mpsc::Sender<Errand>,
    /// Set when nobody waits for this thread any more: the queue may be another's by then.
    pub is_left: Arc<AtomicBool>,
}

/// What the thread knows.
struct Work<'a> {
    queue: Queue,
    journal: Journal,
    clock: Arc<dyn Clock>,
    file: SecretsFile,
    calls: mpsc::Sender<Call>,
    errands: mpsc::Sender<Errand>,
    is_left: Arc<AtomicBool>,
    known: Vec<Known>,
    /// How the secrets stood after the last errand.
    held: HashMap<Uuid, Held>,
    /// Secrets that are to be kept and are not reported yet; those of before are not used any more.
    keeping: Vec<(Uuid, Secret)>,
    /// When secrets were last to be forgotten.
    forgot_at: DateTime<Utc>,
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
    let mut work = Work::begin(tools, sink);
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
        match order.map(|order| work.obey(order)) {
            Some(ControlFlow::Break(())) => return work.end(orders),
            Some(ControlFlow::Continue(())) => {}
            None => work.wake(),
        }
    }
}

impl<'a> Work<'a> {
    fn begin(tools: Tools, sink: &'a dyn Fn(News)) -> Self {
        let Tools { shelf, file, clock, calls, errands, is_left } = tools;
        let (journal, queue, problem) = Journal::open(shelf);
        let forgot_at = clock.wall();
        let work = Work {
            queue,
            journal,
            clock,
            file,
            calls,
            errands,
            is_left,
            known: Vec::new(),
            held: HashMap::new(),
            keeping: Vec::new(),
            forgot_at,
            errands_out: 0,
            under_way: None,
            is_ending: false,
            sink,
        };
        work.tell_problem(problem);
        work
    }
}

impl Work<'_> {
    /// How long nothing is to be done; `None` is for good, until an order comes.
    fn sleep(&self) -> Option<Duration> {
        let until_written = self.journal.is_behind().then_some(LONGEST_SLEEP);
        let until_forgotten = self.queue.gone().next().map(|_| FORGET_AGAIN);
        [self.until_next(), until_written, until_forgotten].into_iter().flatten().min()
    }

    /// How long until something is to be sent.
    fn until_next(&self) -> Option<Duration> {
        if self.under_way.is_some() {
            return None;
        }
        let now = self.clock.wall();
        if self.queue.next(now, |outlet| self.is_on(outlet)).is_some() {
            return Some(Duration::ZERO);
        }
        let next = self.queue.next_at(|outlet| self.is_on(outlet))?;
        Some((next - now).to_std().unwrap_or_default().clamp(Duration::from_millis(10), LONGEST_SLEEP))
    }

    /// Does what has come to its time.
    fn wake(&mut self) {
        self.catch_up();
        self.forget_again();
        if self.under_way.is_none() {
            self.send_next();
        }
    }

    fn obey(&mut self, order: Order) -> ControlFlow<()> {
        match order {
            Order::Follow(known) => self.follow(known),
            Order::Send(parcels) => self.add(parcels),
            Order::Keep(outlet, secret) => self.keep(outlet, secret),
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
            Order::Stop => return ControlFlow::Break(()),
        }
        self.tell_states();
        ControlFlow::Continue(())
    }

    /// Waits for what is about to come, and sends nothing more.
    fn end(&mut self, orders: &Receiver<Order>) {
        self.is_ending = true;
        self.catch_up();
        while self.errands_out > 0 || self.under_way.is_some() {
            match orders.recv_timeout(LAST_ANSWER_WITHIN) {
                Ok(order) if !self.is_left() => drop(self.obey(order)),
                Ok(_) | Err(_) => break,
            }
        }
        if self.is_left() {
            return;
        }
        self.catch_up();
        // The keyring still asks, and nobody will be there to hear what the person says.
        for (outlet, secret) in std::mem::take(&mut self.keeping) {
            if let Err(error) = self.file.keep(outlet, &secret) {
                log::warn!("a secret is not kept at the end: {error}");
            }
        }
        if self.known.is_empty() && self.queue.is_done() {
            self.journal.remove();
        }
    }

    fn is_left(&self) -> bool {
        self.is_left.load(Ordering::Acquire)
    }

    /// Takes parcels into the queue, and writes them down before any of them is sent.
    fn add(&mut self, parcels: Vec<Parcel>) {
        let mut crowded_out = Vec::new();
        let mut has_changed = false;
        for parcel in parcels {
            match self.queue.add(parcel) {
                Added::Known => continue,
                Added::Waits => {}
                Added::InPlaceOf(oldest) => crowded_out.push(*oldest),
            }
            has_changed = true;
        }
        if has_changed {
            self.write();
        }
        self.tell_crowded_out(crowded_out);
    }

    fn tell_crowded_out(&self, parcels: Vec<Parcel>) {
        for parcel in parcels.into_iter().map(Box::new) {
            log::warn!("too much waits to be sent: what was made at {} is dropped", parcel.made);
            let answer = Answer::Trouble(Trouble::Other);
            (self.sink)(News::Told { parcel, answer, fate: Fate::CrowdedOut });
        }
    }

    /// Begins to send what is next.
    fn send_next(&mut self) {
        let now = self.clock.wall();
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
        let may_leave = |outlet| !self.is_ending && self.is_on(outlet) && !self.is_keeping(outlet);
        let parcel = self.queue.waiting(id).filter(|parcel| may_leave(parcel.outlet));
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
            Some(Err(missing)) => missing.trouble(),
            // The errand failed.
            None => Trouble::Other,
        };
        self.answered(Answered { parcel, why, reply: nothing(trouble) });
    }

    fn call(&mut self, call: Call) {
        if let Err(mpsc::SendError(Call { parcel, why, .. })) = self.calls.send(call) {
            log::error!("the thread that makes calls is gone");
            self.answered(Answered { parcel, why, reply: nothing(Trouble::Other) });
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
        let Some(fate) = self.queue.settle(parcel.id, answer, asked, self.clock.wall()) else { return };
        self.write();
        log::info!("sending {}: {answer:?}, {fate:?}", parcel.id);
        if fate != Fate::Waits || self.queue.failures(parcel.outlet) == 1 {
            (self.sink)(News::Told { parcel, answer, fate });
        }
    }

    fn is_on(&self, outlet: Uuid) -> bool {
        self.known.iter().any(|one| one.outlet == outlet && one.pause == Pause::Off)
    }

    /// Writes the queue down. It is sent all the same: better told twice after a kill than not at all.
    fn write(&mut self) {
        let Written { crowded_out, has_joined, problem } = self.journal.write(&mut self.queue);
        self.tell_problem(problem);
        self.tell_crowded_out(crowded_out);
        if has_joined {
            if self.queue.keep_only(&self.known) {
                let written = self.journal.write(&mut self.queue);
                self.tell_problem(written.problem);
            }
            self.tell_states();
        }
    }

    /// Writes down what was not, or reads what was not.
    fn catch_up(&mut self) {
        if self.journal.is_behind() {
            self.write();
        }
    }

    fn tell_problem(&self, problem: Option<QueueProblem>) {
        if let Some(problem) = problem {
            log::warn!("the file of what waits to be sent: {problem:?}");
            (self.sink)(News::Queue(problem));
        }
    }

    /// How all outlets stand, once the secrets are known to be as they were asked for.
    fn tell_states(&self) {
        if self.errands_out > 0 {
            return;
        }
        let states = self.known.iter().map(|one| {
            let mut state = self.queue.state(one.outlet);
            state.kept = self.held.get(&one.outlet).and_then(|held| match held {
                Ok((_, kept)) => Some(*kept),
                Err(missing) => missing.kept(),
            });
            (one.outlet, state)
        });
        let states: BTreeMap<_, _> = states.collect();
        (self.sink)(News::States(states));
    }
}
