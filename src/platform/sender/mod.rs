//! Sends what the outlets the user set up are to be told: one call at a time, never in anybody's way.
//!
//! What is handed over is written down at once, also while a call is under way or the keyring waits for the person: one
//! thread owns the queue and waits for orders alone, a second makes the calls, a third looks after the secrets. What arrived
//! is noted after it, each with an id that stays the same: a kill in between can only repeat an id, which the other side
//! can drop. What waits is dropped when its outlet no longer lets it out. Nothing of an address or a token is written to
//! the queue or the log.

mod calls;
mod http;
mod journal;
mod pace;
mod queue;
mod vault;
mod work;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use uuid::Uuid;

use super::clock::Clock;
use super::secrets::Secrets;
use super::shelf::Shelf;
use super::worker::{Joined, STOP_WITHIN, Worker};
use crate::domain::people::{Answer, Events, Fate, OutletState, Parts, Secret};

pub use queue::{Content, MAX_WAITING, Parcel};

/// What the threads work with.
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
    /// On what it sends, what its reader may see, and how the body is read there: what waits has to be let out by all three.
    pub on: Events,
    pub sees: Parts,
    pub content: Content,
}

impl Known {
    /// Whether this outlet lets a parcel out as it was made.
    fn lets_out(&self, parcel: &Parcel) -> bool {
        parcel.outlet == self.outlet
            && parcel.content == self.content
            && self.on.has(parcel.about.event())
            && parcel.sees.iter().all(|part| self.sees.has(part))
    }
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
    /// Something is wrong with the file of what waits; told once while it lasts.
    Queue(QueueProblem),
}

/// What is wrong with the file of what waits, in words of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueueProblem {
    /// What it holds is left out, and put aside before anything is written.
    Broken(String),
    /// The disk does not give it at present; it is not written over.
    Unread(String),
    /// What waits is not on the disk, and lost when the app ends now.
    Unwritten(String),
}

/// What the thread is asked for.
enum Order {
    Follow(Vec<Known>),
    Send(Vec<Parcel>),
    Keep(Uuid, Secret),
    Test(Box<Parcel>, Option<Secret>),
    Hurry(Uuid),
    /// From the thread that makes calls.
    Answered(calls::Answered),
    /// From the thread that looks after the secrets.
    Reported(vault::Report),
    Stop,
}

/// The running threads; they end when this is dropped, and what waits then is sent after the next start.
pub struct Sender {
    orders: mpsc::Sender<Order>,
    worker: Option<Worker>,
    is_left: Arc<AtomicBool>,
}

impl Sender {
    /// Starts the threads. They send nothing until [`Sender::follow`] names the outlets.
    pub fn start(setup: Setup, sink: impl Fn(News) + Send + 'static) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let Setup { queue: shelf, secrets, clock, chat } = setup;
        let is_left = Arc::new(AtomicBool::new(false));
        let calls = calls::start(chat, Arc::clone(&clock), orders.clone())?;
        let file = secrets.file();
        let errands = vault::start(secrets, orders.clone())?;
        let tools = work::Tools { shelf, file, clock, calls, errands, is_left: Arc::clone(&is_left) };
        let worker = Worker::spawn("sender", move || work::run(tools, &inbox, &sink))?;
        Ok(Self { orders, worker: Some(worker), is_left })
    }

    /// Names all outlets there are. What waits for one that is gone is dropped and its secret is forgotten; if it comes
    /// back before the end, the secret does too. What one no longer lets out is dropped as well.
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
        if self.orders.send(order).is_err() {
            log::error!("the thread that sends is gone");
        }
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        self.order(Order::Stop);
        if let Some(worker) = self.worker.take() {
            let is_left = worker.join_within(STOP_WITHIN) == Joined::LeftBehind;
            self.is_left.store(is_left, Ordering::Release);
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
