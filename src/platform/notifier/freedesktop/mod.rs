//! The thread that shows notices on a Linux desktop, over one connection, with at most one call unanswered.
//!
//! A call that is not answered in time is left open: its notice lies in the socket of a stopped daemon and will be
//! shown when the daemon goes on, so it is not sent again. Until its answer (or the end of the daemon) arrives, nothing
//! more is sent, and what comes meanwhile waits or grows stale in the queue.

mod shown;
mod wire;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::message::{Message, Type};
use zbus::names::OwnedWellKnownName;

use super::queue::Next;
use super::{Answer, Health, Input, Notice, NotifierEvent, Shared};
use crate::platform::bus::Bus;
use shown::Shown;
use wire::{Server, Signal};

/// What the bus thread tells.
pub enum BusInput {
    Linked(Connection),
    Failed(zbus::Error),
    Message(Message),
    Lost,
}

/// The connection to the bus.
enum Link {
    Down,
    /// A thread is at it.
    Rising,
    Up(Connection),
}

/// A call whose answer is still to come.
struct Open {
    serial: NonZeroU32,
    purpose: Purpose,
}

#[derive(Clone)]
enum Purpose {
    /// The bus itself is asked.
    Gate,
    Capabilities,
    Notify {
        tag: String,
    },
}

/// Why a step towards showing a notice did not succeed.
enum Trouble {
    /// There is nothing to show it.
    Nobody,
    /// No answer came in time; the call, if there was one, is left open.
    Silence,
    /// The notifier ends.
    Stopped,
}

/// State of the thread.
pub struct Desk {
    bus: Bus,
    shared: Arc<Shared>,
    inbox: Sender<Input>,
    sink: Box<dyn Fn(NotifierEvent) + Send>,
    link: Link,
    server: Option<Server>,
    open: Option<Open>,
    answer: Option<Message>,
    shown: Shown,
    stop: Stop,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    No,
    Asked,
}

impl Desk {
    pub fn new(bus: Bus, shared: Arc<Shared>, inbox: Sender<Input>, sink: Box<dyn Fn(NotifierEvent) + Send>) -> Self {
        let shown = Shown::new(shared.limits.pace);
        Self {
            bus,
            shared,
            inbox,
            sink,
            link: Link::Down,
            server: None,
            open: None,
            answer: None,
            shown,
            stop: Stop::No,
        }
    }

    /// Shows what is in the queue until it is told to stop.
    pub fn run(mut self, outbox: &Receiver<Input>) {
        while self.stop == Stop::No {
            let wait = self.work(outbox);
            let input = match wait {
                Some(time) => outbox.recv_timeout(time),
                None => outbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match input {
                Ok(Input::Probe(reply)) => {
                    let trouble = self.prepare(outbox).err();
                    self.rate(trouble.as_ref());
                    let _ = reply.send(self.shared.health());
                }
                Ok(input) => self.take(input),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if let Link::Up(connection) = self.link {
            let _ = connection.close();
        }
    }

    /// Shows all that can be shown now; how long to wait for what cannot, `None` for until something comes.
    fn work(&mut self, outbox: &Receiver<Input>) -> Option<Duration> {
        loop {
            if self.stop == Stop::Asked {
                return None;
            }
            if self.open.is_some() {
                let tags = self.shared.queue().unreported();
                for tag in tags {
                    self.undelivered(tag, Health::Hung);
                }
                return None;
            }
            let now = self.shared.clock.mono();
            let next = self.shared.queue().next(now, |tag| self.shown.hold(tag, now));
            match next {
                Next::Show(notice) => self.show(notice, outbox),
                Next::Wait(time) => return Some(time),
                Next::Empty => return None,
            }
        }
    }

    fn show(&mut self, notice: Notice, outbox: &Receiver<Input>) {
        let server = match self.prepare(outbox) {
            Ok(server) => server,
            Err(trouble) => {
                self.rate(Some(&trouble));
                self.undelivered(notice.tag.clone(), self.shared.health());
                // Not sent yet, so it can still be shown when whoever is silent goes on.
                if matches!(trouble, Trouble::Silence) && self.open.is_some() {
                    let now = self.shared.clock.mono();
                    self.shared.queue().put_back(notice, now);
                }
                return;
            }
        };
        let replaces = self.shown.id(&notice.tag).unwrap_or(0);
        let purpose = Purpose::Notify { tag: notice.tag.clone() };
        let trouble = self.call(wire::notify(&notice, server, replaces), purpose, outbox).err();
        self.rate(trouble.as_ref());
        if trouble.is_some() {
            self.undelivered(notice.tag, self.shared.health());
        }
    }

    /// Sees to a connection and a service that can be called, asking nothing that could wait for a start in vain.
    fn prepare(&mut self, outbox: &Receiver<Input>) -> Result<Server, Trouble> {
        if self.open.is_some() {
            return Err(Trouble::Silence);
        }
        self.connect(outbox)?;
        if let Some(server) = self.server {
            return Ok(server);
        }
        self.gate(outbox)?;
        self.call(wire::capabilities(), Purpose::Capabilities, outbox)?;
        self.server.ok_or(Trouble::Nobody)
    }

    fn connect(&mut self, outbox: &Receiver<Input>) -> Result<(), Trouble> {
        if matches!(self.link, Link::Down) {
            if let Err(error) = wire::link(self.bus.clone(), self.inbox.clone()) {
                log::warn!("no thread for the bus: {error}");
                return Err(Trouble::Nobody);
            }
            self.link = Link::Rising;
        }
        self.pump(outbox, |desk| !matches!(desk.link, Link::Rising))?;
        match self.link {
            Link::Up(_) => Ok(()),
            Link::Down | Link::Rising => Err(Trouble::Nobody),
        }
    }

    fn gate(&mut self, outbox: &Receiver<Input>) -> Result<(), Trouble> {
        let answer = self.call(wire::has_owner(), Purpose::Gate, outbox)?;
        if answer.body().deserialize().unwrap_or(false) {
            return Ok(());
        }
        let answer = self.call(wire::startable(), Purpose::Gate, outbox)?;
        let names: Vec<OwnedWellKnownName> = answer.body().deserialize().unwrap_or_default();
        let found = names.iter().any(|name| name.as_str() == wire::NAME);
        if found { Ok(()) } else { Err(Trouble::Nobody) }
    }

    /// Sends a call and waits for its answer while taking in everything else that comes.
    fn call(
        &mut self,
        message: zbus::Result<Message>,
        purpose: Purpose,
        outbox: &Receiver<Input>,
    ) -> Result<Message, Trouble> {
        let Link::Up(connection) = &self.link else { return Err(Trouble::Nobody) };
        let message = message.map_err(|error| nobody(&error))?;
        self.open = Some(Open { serial: message.primary_header().serial_num(), purpose });
        self.answer = None;
        // A stopped bus with a full socket would block here; the watchdog of `health` sees that.
        if let Err(error) = self.shared.watched(|| connection.send(&message)) {
            self.lose();
            return Err(nobody(&error));
        }
        self.pump(outbox, |desk| desk.open.is_none())?;
        match self.answer.take() {
            Some(answer) if answer.message_type() == Type::MethodReturn => Ok(answer),
            _ => Err(Trouble::Nobody),
        }
    }

    /// Takes in what comes until `done`, at most for the time an answer may take.
    fn pump(&mut self, outbox: &Receiver<Input>, done: impl Fn(&Self) -> bool) -> Result<(), Trouble> {
        let end = self.shared.clock.mono() + self.shared.limits.answer;
        while !done(self) {
            let left = end.saturating_sub(self.shared.clock.mono());
            match outbox.recv_timeout(left) {
                Ok(input) => self.take(input),
                Err(RecvTimeoutError::Timeout) => return Err(Trouble::Silence),
                Err(RecvTimeoutError::Disconnected) => self.stop = Stop::Asked,
            }
            if self.stop == Stop::Asked {
                return Err(Trouble::Stopped);
            }
        }
        Ok(())
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Look => {}
            // Another one is being answered right now.
            Input::Probe(reply) => drop(reply.send(self.shared.health())),
            Input::Stop => self.stop = Stop::Asked,
            Input::Bus(BusInput::Linked(connection)) => self.link = Link::Up(connection),
            Input::Bus(BusInput::Failed(error)) => {
                log::info!("no session bus: {error}");
                self.link = Link::Down;
            }
            Input::Bus(BusInput::Message(message)) => self.read(message),
            Input::Bus(BusInput::Lost) => self.lose(),
        }
    }

    fn read(&mut self, message: Message) {
        if let Some(serial) = wire::answers(&message) {
            if let Some(open) = self.open.take_if(|open| open.serial == serial) {
                self.answered(open.purpose, &message);
                self.answer = Some(message);
            }
            return;
        }
        match wire::read_signal(&message) {
            Some(Signal::Answered { id, answer }) => {
                if let Some(tag) = self.shown.answered(id, &answer) {
                    (self.sink)(NotifierEvent { tag, answer });
                }
            }
            Some(Signal::OwnerChanged) => self.forget_server(),
            None => {}
        }
    }

    /// Learns from an answer, also from one that comes after nobody waits for it any more.
    fn answered(&mut self, purpose: Purpose, message: &Message) {
        if message.message_type() == Type::Error {
            log::info!("the notification service refused: {:?}", message.header().error_name());
            self.server = None;
            self.shared.set_health(Health::NoDaemon);
            return;
        }
        match purpose {
            Purpose::Gate => {}
            Purpose::Capabilities => {
                self.server = wire::read_capabilities(message).ok();
                self.shared.set_health(Health::Working);
            }
            Purpose::Notify { tag } => {
                if let Ok(id) = message.body().deserialize() {
                    self.shown.add(tag, id, self.shared.clock.mono());
                }
                self.shared.set_health(Health::Working);
            }
        }
    }

    /// A new daemon has other abilities, and knows nothing of the ids of the old one.
    fn forget_server(&mut self) {
        self.server = None;
        self.shown.forget_ids();
    }

    fn lose(&mut self) {
        self.link = Link::Down;
        self.open = None;
        self.forget_server();
    }

    fn rate(&self, trouble: Option<&Trouble>) {
        match trouble {
            None => self.shared.set_health(Health::Working),
            Some(Trouble::Nobody) => self.shared.set_health(Health::NoDaemon),
            Some(Trouble::Silence) => self.shared.set_health(Health::Hung),
            Some(Trouble::Stopped) => {}
        }
    }

    fn undelivered(&self, tag: String, health: Health) {
        (self.sink)(NotifierEvent { tag, answer: Answer::Undelivered(health) });
    }
}

fn nobody(error: &zbus::Error) -> Trouble {
    log::info!("no notification: {error}");
    Trouble::Nobody
}
