//! Notifications of Windows and macOS through `notify-rust`.
//!
//! Nothing can be replaced in place here, so a second notice of a tag waits out the pace. On Windows the sender is known by
//! its app id, which is registered for this user. On macOS buttons need a signed bundle and are not offered.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use notify_rust::Notification;

use super::queue::Next;
use super::text::{Markup, clean, lines};
use super::{APP_NAME, Answer, Health, Input, Notice, NotifierEvent, Shared, Sound};

/// How many notifications are waited on for a button at a time; each costs a thread.
#[cfg(target_os = "windows")]
const MAX_AWAITED: usize = 4;

type Sink = Arc<dyn Fn(NotifierEvent) + Send + Sync>;

/// Shows what is in the queue until it is told to stop.
pub fn run<S: Fn(NotifierEvent) + Send + Sync + 'static>(shared: &Arc<Shared>, inbox: &Receiver<Input>, sink: &Arc<S>) {
    let sink: Sink = Arc::clone(sink) as Sink;
    let mut shown: HashMap<String, Duration> = HashMap::new();
    #[cfg(target_os = "windows")]
    windows::register();
    loop {
        let now = shared.clock.mono();
        shown.retain(|_, at| now.saturating_sub(*at) < shared.limits.pace);
        let hold =
            |tag: &str| shown.get(tag).map_or(Duration::ZERO, |at| (*at + shared.limits.pace).saturating_sub(now));
        let next = shared.queue().next(now, hold);
        let input = match next {
            Next::Show(notice) => {
                shown.insert(notice.tag.clone(), now);
                shared.watched(|| show(shared, &notice, &sink));
                continue;
            }
            Next::Wait(time) => inbox.recv_timeout(time),
            Next::Empty => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match input {
            Ok(Input::Look) | Err(RecvTimeoutError::Timeout) => {}
            Ok(Input::Probe(reply)) => drop(reply.send(shared.health())),
            Ok(Input::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn show(shared: &Shared, notice: &Notice, sink: &Sink) {
    let mut notification = Notification::new();
    notification.appname(APP_NAME).summary(&clean(&notice.title, Markup::Plain)).body(&lines(
        &notice.body,
        &notice.more,
        Markup::Plain,
    ));
    if let Sound::Named(name) = &notice.sound {
        notification.sound_name(name);
    }
    #[cfg(target_os = "windows")]
    {
        notification.app_id(crate::platform::paths::APP_ID);
        for (key, label) in &notice.actions {
            notification.action(key, &clean(label, Markup::Plain));
        }
    }
    match notification.show() {
        Ok(handle) => {
            shared.set_health(Health::Working);
            #[cfg(target_os = "windows")]
            windows::await_answer(handle, notice.tag.clone(), sink);
            #[cfg(not(target_os = "windows"))]
            drop(handle);
        }
        Err(error) => {
            log::warn!("no notification: {error}");
            shared.set_health(Health::NoDaemon);
            sink(NotifierEvent { tag: notice.tag.clone(), answer: Answer::Undelivered(Health::NoDaemon) });
        }
    }
}

#[cfg(target_os = "windows")]
mod windows {
    use std::os::windows::process::CommandExt;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::process::Command;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use notify_rust::{NotificationHandle, NotificationResponse};

    use super::{Answer, MAX_AWAITED, NotifierEvent, Sink};
    use crate::platform::paths::APP_ID;
    use crate::platform::worker::Worker;

    /// `CREATE_NO_WINDOW` of the Windows API: no console flashes up.
    const NO_WINDOW: u32 = 0x0800_0000;

    static AWAITED: AtomicUsize = AtomicUsize::new(0);

    /// Tells Windows our name for the app id; without it, notifications are dropped or come from "PowerShell".
    pub fn register() {
        let key = format!(r"HKCU\Software\Classes\AppUserModelId\{APP_ID}");
        let mut reg = Command::new("reg.exe");
        reg.args(["add", &key, "/v", "DisplayName", "/d", super::APP_NAME, "/f"]).creation_flags(NO_WINDOW);
        if let Err(error) = reg.output() {
            log::warn!("the app id could not be registered: {error}");
        }
    }

    pub fn await_answer(handle: NotificationHandle, tag: String, sink: &Sink) {
        if AWAITED.fetch_add(1, Ordering::SeqCst) >= MAX_AWAITED {
            AWAITED.fetch_sub(1, Ordering::SeqCst);
            return;
        }
        let sink = Arc::clone(sink);
        let spawned = Worker::spawn("notifier-answer", move || {
            let wait = || {
                handle.wait_for_response(|response: &NotificationResponse| {
                    sink(NotifierEvent { tag, answer: answer(response) })
                })
            };
            if !matches!(catch_unwind(AssertUnwindSafe(wait)), Ok(Ok(()))) {
                log::warn!("the answer to a notification was lost");
            }
            AWAITED.fetch_sub(1, Ordering::SeqCst);
        });
        if spawned.is_err() {
            AWAITED.fetch_sub(1, Ordering::SeqCst);
        }
    }

    fn answer(response: &NotificationResponse) -> Answer {
        match response {
            NotificationResponse::Default => Answer::Opened,
            NotificationResponse::Action(key) => Answer::Action(key.clone()),
            NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => Answer::Closed,
        }
    }
}
