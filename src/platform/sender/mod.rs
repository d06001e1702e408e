//! Sends what the outlets the user set up are to be told: one thread, one call at a time, never in anybody's way.
//!
//! What is to be sent is written down before the first try, and what arrived is noted after it, each with an id that stays
//! the same: a kill in between can only repeat an id, which the other side can drop, and loses nothing. Nothing of an
//! address or a token is written to the queue or the log.

mod http;
mod pace;
mod queue;
mod work;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::mpsc;

use uuid::Uuid;

use super::clock::Clock;
use super::secrets::Secrets;
use super::shelf::Shelf;
use super::worker::{STOP_WITHIN, Worker};
use crate::domain::people::{Answer, Fate, OutletState, Secret};

pub use queue::{Content, MAX_WAITING, Parcel};

/// What the thread works with.
pub struct Setup {
    /// Where the queue lies.
    pub queue: Box<dyn Shelf>,
    pub secrets: Secrets,
    pub clock: Arc<dyn Clock>,
    /// Makes the body of a chat message, of an address and words: each service wants its own.
    pub chat: Chat,
}

/// The body of a chat message, of an address and words.
pub type Chat = fn(&str, &str) -> String;

/// An outlet as the thread knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub outlet: Uuid,
    pub pause: Pause,
}

/// Whether an outlet sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// It sends.
    Off,
    /// What waits goes on waiting.
    On,
}

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// How all outlets stand.
    States(BTreeMap<Uuid, OutletState>),
    /// What became of something that was to be sent; of what waits, only after the first failure in a row.
    Told { parcel: Box<Parcel>, answer: Answer, fate: Fate },
    /// A test was answered.
    Tested { outlet: Uuid, answer: Answer, said: String, body: String },
    /// A secret could not be kept, in words of the system.
    NotKept { outlet: Uuid, error: String },
}

/// What the thread is asked for.
enum Order {
    Follow(Vec<Known>),
    Send(Vec<Parcel>),
    Keep(Uuid, Secret),
    Test(Box<Parcel>, Option<Secret>),
    Hurry(Uuid),
}

/// The running thread; it ends when this is dropped, and what waits then is sent after the next start.
pub struct Sender {
    orders: Option<mpsc::Sender<Order>>,
    worker: Option<Worker>,
}

impl Sender {
    /// Starts the thread. It sends nothing until [`Sender::follow`] names the outlets.
    pub fn start(setup: Setup, sink: impl Fn(News) + Send + 'static) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let worker = Worker::spawn("sender", move || work::run(setup, &inbox, &sink))?;
        Ok(Self { orders: Some(orders), worker: Some(worker) })
    }

    /// Names all outlets there are. What waits for one that is gone is dropped and its secret is forgotten; if it comes
    /// back before the end, the secret does too.
    pub fn follow(&self, outlets: Vec<Known>) {
        self.order(Order::Follow(outlets));
    }

    /// Has these sent, each id once.
    pub fn send(&self, parcels: Vec<Parcel>) {
        self.order(Order::Send(parcels));
    }

    /// Keeps the secret of an outlet, which may be one that is about to be added.
    pub fn keep(&self, outlet: Uuid, secret: Secret) {
        self.order(Order::Keep(outlet, secret));
    }

    /// Sends a parcel once and at once, with this secret or the one that is kept; it is not queued.
    pub fn test(&self, parcel: Parcel, secret: Option<Secret>) {
        self.order(Order::Test(Box::new(parcel), secret));
    }

    /// Tries an outlet at once, whatever its wait.
    pub fn hurry(&self, outlet: Uuid) {
        self.order(Order::Hurry(outlet));
    }

    fn order(&self, order: Order) {
        let sent = self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok());
        if !sent {
            log::error!("the thread that sends is gone");
        }
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(worker) = self.worker.take() {
            worker.join_within(STOP_WITHIN);
        }
    }
}
