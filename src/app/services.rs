//! The threads behind the window: alarm clock, notifier, signals, appearance and dialogs.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::domain::alarms::AlarmKind;
use crate::platform::alarm::{Alarm, AlarmClock, AlarmEvent};
use crate::platform::appearance::Follower;
use crate::platform::clock::Clock;
use crate::platform::dialogs::Dialogs;
use crate::platform::keyring::Keyring;
use crate::platform::notifier::{Answer, Health, Notice, Notifier, NotifierEvent};
use crate::platform::signals::Signals;

use super::file::Heartbeat;
use super::inbox::{Inbox, Message};

/// What an alarm carries: what it is, and the notice to show at that moment even if no frame is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    pub kind: AlarmKind,
    pub notice: Option<Notice>,
}

/// Everything outside that the window talks to.
pub struct Services {
    pub clock: Arc<dyn Clock>,
    pub inbox: Inbox,
    pub messages: Receiver<Message>,
    pub alarm: Option<AlarmClock<Ring>>,
    pub notifier: Option<Arc<Notifier>>,
    pub dialogs: Dialogs,
    pub heartbeat: Heartbeat,
    /// Where secrets are kept.
    pub keyring: Keyring,
    _signals: Option<Signals>,
    _appearance: Option<Follower>,
}

impl Services {
    /// Starts the threads; `heartbeat` carries the signs of life of a running session to the file.
    pub fn start(clock: Arc<dyn Clock>, heartbeat: Heartbeat) -> Self {
        let (inbox, messages) = Inbox::new();
        let notifier = start_notifier(&clock, &inbox).map(Arc::new);
        let alarm = start_alarm(&clock, &inbox, notifier.clone(), heartbeat.clone());
        let to_end = inbox.clone();
        let signals = Signals::listen(Arc::clone(&clock), move |_| to_end.send(Message::End));
        let to_look = inbox.clone();
        let appearance = Follower::start(move |appearance| to_look.send(Message::Appearance(appearance)));
        let dialogs = Dialogs::new(Arc::clone(&clock));
        Self {
            clock,
            inbox,
            messages,
            alarm,
            notifier,
            dialogs,
            heartbeat,
            keyring: Keyring::System,
            _signals: logged("signals", signals),
            _appearance: logged("appearance", appearance),
        }
    }

    /// Only the clock: nothing reaches the desktop, and nothing comes from it.
    pub fn apart(clock: Arc<dyn Clock>) -> Self {
        let (inbox, messages) = Inbox::new();
        let dialogs = Dialogs::apart(Arc::clone(&clock));
        Self {
            clock,
            inbox,
            messages,
            alarm: None,
            notifier: None,
            dialogs,
            heartbeat: Heartbeat::default(),
            keyring: Keyring::None,
            _signals: None,
            _appearance: None,
        }
    }

    /// Hands a notice to the desktop; without a notifier it comes back at once as not shown.
    pub fn tell(&self, notice: Notice) {
        match &self.notifier {
            Some(notifier) => notifier.send(notice),
            None => {
                let answer = Answer::Undelivered(Health::NoDaemon);
                self.inbox.send(Message::Notice { tag: notice.tag, answer });
            }
        }
    }
}

fn start_notifier(clock: &Arc<dyn Clock>, inbox: &Inbox) -> Option<Notifier> {
    let inbox = inbox.clone();
    let answered = move |event: NotifierEvent| match event.answer {
        Answer::Closed => {}
        answer => inbox.send(Message::Notice { tag: event.tag, answer }),
    };
    logged("notifier", Notifier::start(Arc::clone(clock), answered))
}

fn start_alarm(
    clock: &Arc<dyn Clock>,
    inbox: &Inbox,
    notifier: Option<Arc<Notifier>>,
    heartbeat: Heartbeat,
) -> Option<AlarmClock<Ring>> {
    let inbox = inbox.clone();
    let on_event = move |event: AlarmEvent<Ring>| match event {
        AlarmEvent::Due(alarm) => ring(alarm, notifier.as_deref(), &inbox),
        AlarmEvent::Missed(alarms) => missed(alarms, notifier.as_deref(), &inbox),
        AlarmEvent::Gap(gap) => inbox.send(Message::Gap(gap)),
        AlarmEvent::Zone(passed) => inbox.send(Message::Moved(planned_of(passed))),
    };
    logged("alarm clock", AlarmClock::start(Arc::clone(clock), on_event, move |beat| heartbeat.beat(beat)))
}

fn ring(alarm: Alarm<Ring>, notifier: Option<&Notifier>, inbox: &Inbox) {
    let Ring { kind, notice } = alarm.payload;
    // What is planned and has no notice at its moment is for the model to tell later.
    let message = match (kind.is_planned(), &notice) {
        (true, None) => Message::Missed(vec![kind]),
        (true, Some(_)) => Message::Rang(kind),
        (false, _) => Message::Look,
    };
    if let (Some(notifier), Some(notice)) = (notifier, notice) {
        notifier.send(notice);
    }
    inbox.send(message);
}

/// After a sleep the end of a break is still worth a notice, and all reminders together one: whether they still are is
/// for the model to say. A session that slept was not earned.
fn missed(alarms: Vec<Alarm<Ring>>, notifier: Option<&Notifier>, inbox: &Inbox) {
    let (planned, others): (Vec<_>, Vec<_>) = alarms.into_iter().partition(|alarm| alarm.payload.kind.is_planned());
    for alarm in others {
        match alarm.payload.kind {
            AlarmKind::BreakOver => ring(alarm, notifier, inbox),
            _ => inbox.send(Message::Look),
        }
    }
    if !planned.is_empty() {
        inbox.send(Message::Missed(planned.into_iter().map(|alarm| alarm.payload.kind).collect()));
    }
}

fn planned_of(alarms: Vec<Alarm<Ring>>) -> Vec<AlarmKind> {
    alarms.into_iter().map(|alarm| alarm.payload.kind).filter(|kind| kind.is_planned()).collect()
}

fn logged<T, E: std::fmt::Display>(what: &str, started: Result<T, E>) -> Option<T> {
    started.map_err(|error| log::error!("{what} did not start: {error}")).ok()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    /// What a moment leaves in the inbox when it rings.
    fn left(kind: AlarmKind, notice: Option<Notice>) -> Message {
        let (inbox, messages) = Inbox::new();
        let payload = Ring { kind, notice };
        ring(Alarm { due: DateTime::UNIX_EPOCH, key: String::new(), payload }, None, &inbox);
        messages.try_recv().unwrap()
    }

    #[test]
    fn a_planned_moment_without_a_notice_is_kept_for_later() {
        assert!(matches!(left(AlarmKind::DayStart, None), Message::Look));
        let Message::Missed(kept) = left(AlarmKind::ReviewDue, None) else { panic!("it is lost") };
        assert_eq!(kept, [AlarmKind::ReviewDue]);
        let told = left(AlarmKind::ReviewDue, Some(Notice::default()));
        assert!(matches!(told, Message::Rang(AlarmKind::ReviewDue)), "it is told, and not kept");
    }
}
