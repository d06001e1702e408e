//! Launches: what checked items open when a session starts, once it is allowed on this device.
//!
//! The session never waits for any of it. The list of what is allowed is read, and written, on threads.

use std::path::PathBuf;

use crate::domain::Now;
use crate::domain::effect::Launch;
use crate::platform::launch::launch;
use crate::platform::worker::Worker;
use crate::store::{RealFs, allowed};
use crate::ui::commands::Command;

use super::effects;
use super::inbox::{Inbox, Message};
use super::renderer::App;
use super::room::Room;

/// Opens what started sessions ask for, as far as it is allowed; the rest comes back to the inbox as a question.
pub fn begin(app: &mut App) {
    let path = app.paths.allowed_file();
    let inbox = app.services.inbox.clone();
    let Some(room) = app.stage.room() else { return };
    let launches = std::mem::take(&mut room.launches);
    // Sample data and a file that is only looked at open nothing.
    if launches.is_empty() || room.file.writer().is_none() || room.file.is_read_only() {
        return;
    }
    on_thread(move || sort(launches, &path, &inbox));
}

fn sort(launches: Vec<Launch>, path: &std::path::Path, inbox: &Inbox) {
    let allowed = allowed::read(&RealFs, path);
    let (go, ask): (Vec<Launch>, Vec<Launch>) =
        launches.into_iter().partition(|launch| allowed.contains(&launch.opens));
    open_all(go, inbox);
    if !ask.is_empty() {
        inbox.send(Message::AskLaunch(ask));
    }
}

fn open_all(launches: Vec<Launch>, inbox: &Inbox) {
    for Launch { name, opens } in launches {
        let (inbox, told) = (inbox.clone(), name.clone());
        let later = inbox.clone();
        let failed = move |error: crate::platform::launch::LaunchError| {
            later.send(Message::NotLaunched { name: told, error: error.to_string() });
        };
        if let Err(error) = launch(opens, failed) {
            inbox.send(Message::NotLaunched { name, error: error.to_string() });
        }
    }
}

/// Some of it is not allowed here yet: a quiet line offers to show it.
pub fn ask(app: &mut App, launches: Vec<Launch>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    // A session or a break may be over before it is known what it asks for.
    if !may_open(room) {
        return;
    }
    let first = launches.first().map_or("", |launch| launch.name.as_str());
    let values = [("count", launches.len().into()), ("name", first.into())];
    let words = app.text.with("environment-ask-toast", &values);
    let show = (app.text.get("environment-ask-show"), Command::ShowLaunches);
    room.tabs.launches.wait(launches);
    effects::push(room, words, Some(show), now);
}

/// What asks to open something lasts: a session, or the break in which a reward is taken.
fn may_open(room: &Room) -> bool {
    room.model.running.is_some() || room.model.reward_break.is_some()
}

/// Tells the tabs what waits for the person's word; the question ends with its session or break.
pub fn tell(room: &mut Room) {
    if !may_open(room) {
        room.tabs.launches.forget();
    }
    room.status.waiting_launches = room.tabs.launches.waiting();
}

/// The person saw what is to be opened and allows it on this device: it is remembered and opened.
pub fn allow(app: &mut App) {
    let path: PathBuf = app.paths.allowed_file();
    let inbox = app.services.inbox.clone();
    let Some(room) = app.stage.room() else { return };
    let launches = room.tabs.launches.take();
    if launches.is_empty() || room.file.writer().is_none() || room.file.is_read_only() {
        return;
    }
    on_thread(move || {
        let opens: Vec<_> = launches.iter().map(|launch| launch.opens.clone()).collect();
        // What is not remembered is asked about again; it was allowed for now all the same.
        if let Err(error) = allowed::allow(&RealFs, &path, &opens) {
            log::warn!("what is allowed was not noted: {error}");
        }
        open_all(launches, &inbox);
    });
}

/// Something could not be opened; the session goes on.
pub fn failed(app: &mut App, name: &str, error: &str, now: Now) {
    let Some(room) = app.stage.room() else { return };
    let words = app.text.with("environment-not-opened", &[("name", name.into()), ("error", error.into())]);
    effects::push_problem(room, words, now);
}

fn on_thread(body: impl FnOnce() + Send + 'static) {
    if let Err(error) = Worker::spawn("launches", body) {
        log::warn!("nothing is opened: {error}");
    }
}

#[cfg(test)]
mod tests;
