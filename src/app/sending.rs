//! Sending by itself: hands what happened to the thread that sends, where the person set up an outlet, and tells what came
//! of it. The thread starts with the first outlet, or where one that is gone left something to forget; otherwise nothing here
//! does anything.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::domain::people::{
    Answer, Fate, Happening, NewCheckIn, Outlet, OutletKind, OutletState, PeopleAction, Secret, Test, To, Way,
    happening_id,
};
use crate::domain::records::Records;
use crate::domain::{Action, Now};
use crate::platform::paths::{Paths, secrets_file};
use crate::platform::secrets::Secrets;
use crate::platform::sender::{Content, Known, News, Parcel, Pause, QueueProblem, Sender, Setup};
use crate::store::Shrink;
use crate::store::shelf::PrivateFile;
use crate::ui::commands::{OutletCommand, OutletTest};
use crate::ui::sending::body::{self, Telling, What, span_of};
use crate::ui::sending::words;

use super::effects;
use super::inbox::Message;
use super::renderer::App;
use super::room::Room;
use super::services::Services;

/// What sends for an open data file.
#[derive(Default)]
pub struct Sending {
    sender: Option<Sender>,
    /// The outlets as the thread knows them.
    outlets: Records<Outlet>,
}

/// Keeps the thread in step with the outlets; starts it with the first one.
pub fn follow(room: &mut Room, services: &Services, paths: &Paths) {
    if room.sending.outlets.is_same(&room.model.outlets) || !may_send(room) {
        return;
    }
    // Of outlets that are gone a secret may be left to forget: then the file of what waits is there.
    let is_needed = !room.model.outlets.is_empty()
        || room.sending.sender.is_some()
        || paths.outbox_file(&room.status.data_path).exists();
    room.sending.outlets = room.model.outlets.clone();
    let outlets = known(&room.model.outlets);
    if is_needed && let Some(sender) = started(room, services, paths) {
        sender.follow(outlets);
    }
}

/// Sample data, a second window and a file that is about to be exchanged send nothing.
fn may_send(room: &Room) -> bool {
    room.file.writer().is_some() && !room.file.is_read_only() && !room.is_waiting
}

fn known(outlets: &Records<Outlet>) -> Vec<Known> {
    let pause = |outlet: &Outlet| if outlet.is_on() { Pause::Off } else { Pause::On };
    let known = |outlet: &Outlet| Known {
        outlet: outlet.id,
        pause: pause(outlet),
        on: outlet.on,
        sees: outlet.sees,
        content: content(outlet.kind),
    };
    outlets.iter().map(known).collect()
}

fn content(kind: OutletKind) -> Content {
    match kind {
        OutletKind::Webhook => Content::Json,
        OutletKind::Ntfy => Content::Text,
        OutletKind::Chat => Content::Chat,
    }
}

fn started<'a>(room: &'a mut Room, services: &Services, paths: &Paths) -> Option<&'a Sender> {
    if room.sending.sender.is_none() && may_send(room) {
        let data = &room.status.data_path;
        let setup = Setup {
            queue: Box::new(PrivateFile::at(paths.outbox_file(data))),
            secrets: Secrets::new(services.keyring.clone(), Box::new(PrivateFile::at(secrets_file(data)))),
            clock: services.clock.clone(),
            chat: crate::exchange::share::json::chat,
        };
        let inbox = services.inbox.clone();
        let started = Sender::start(setup, move |news| inbox.send(Message::Sending(Box::new(news))));
        room.sending.sender = started.map_err(|error| log::error!("nothing is sent: {error}")).ok();
    }
    room.sending.sender.as_ref()
}

/// Hands over what happened since, for each outlet that is to tell it.
pub fn begin(app: &mut App, now: Now) {
    let (services, paths, text) = (&app.services, &app.paths, &app.text);
    let Some(room) = app.stage.room() else { return };
    let happened = std::mem::take(&mut room.happened);
    let Some(goal) = room.model.goal().map(|goal| goal.id) else { return };
    if happened.is_empty() || room.model.outlets.is_empty() || !may_send(room) {
        return;
    }
    follow(room, services, paths);
    room.derive(now.today(room.model.settings.day_start_hour));
    let mut parcels = Vec::new();
    for happening in happened {
        let told_by = room.model.outlets.iter().filter(|outlet| outlet.is_on() && outlet.on.has(happening.event()));
        for outlet in told_by.filter(|outlet| is_sent_here(room, outlet.id)) {
            let id = happening_id(outlet.id, goal, happening);
            let telling = Telling { id, at: now.utc, what: What::Happened(happening) };
            parcels.extend(parcel(room, text, (outlet.id, outlet.kind, outlet.sees), telling));
        }
    }
    if parcels.is_empty() {
        return;
    }
    // What is told elsewhere is on the disk here.
    room.save(Shrink::Guard);
    if let Some(sender) = started(room, services, paths) {
        sender.send(parcels);
    }
}

/// An address that is locked up, lost or not found yet is waited for; one that never was here is another device's.
fn is_sent_here(room: &Room, outlet: Uuid) -> bool {
    room.status.sending.get(&outlet).is_none_or(|state| !state.is_of_elsewhere())
}

fn parcel(
    room: &Room,
    text: &crate::ui::text::Text,
    (outlet, kind, sees): (Uuid, OutletKind, crate::domain::people::Parts),
    telling: Telling,
) -> Option<Parcel> {
    let made = body::body((&room.model, &room.derived), text, (kind, sees), telling)?;
    // A test is never queued, and so tells of nothing.
    let about = match telling.what {
        What::Happened(happening) => happening,
        What::Test => Happening::SessionDone(telling.id),
    };
    let Telling { id, at: made_at, .. } = telling;
    let content = content(kind);
    Some(Parcel { id, outlet, about, made: made_at, content, sees, title: made.title, body: made.body })
}

/// Carries out what was asked on the screen.
pub fn run(app: &mut App, command: OutletCommand, now: Now) {
    match command {
        OutletCommand::Keep(outlet, secret) => keep(app, outlet, secret),
        OutletCommand::Test(asked) => test(app, *asked, now),
        OutletCommand::ForgetTest(outlet) => forget_test(app, outlet),
        OutletCommand::SendNow(outlet) => hurry(app, outlet),
    }
}

/// The person typed a secret: it is kept, before the outlet it belongs to is there.
fn keep(app: &mut App, outlet: Uuid, secret: Secret) {
    let (services, paths) = (&app.services, &app.paths);
    let Some(room) = app.stage.room() else { return };
    if let Some(sender) = started(room, services, paths) {
        sender.keep(outlet, secret);
    }
}

/// Sends a message that says that it is a test.
fn test(app: &mut App, wanted: OutletTest, now: Now) {
    let (services, paths, text) = (&app.services, &app.paths, &app.text);
    let Some(room) = app.stage.room() else { return };
    let OutletTest { id: outlet, kind, sees, secret } = wanted;
    let telling = Telling { id: now.id(0), at: now.utc, what: What::Test };
    let Some(parcel) = parcel(room, text, (outlet, kind, sees), telling) else { return };
    let body = parcel.body.clone();
    if let Some(sender) = started(room, services, paths) {
        sender.test(parcel, secret);
        room.status.sending.entry(outlet).or_default().test = Some(Test::Sent { body });
    }
}

/// The sheet with the answer was closed.
fn forget_test(app: &mut App, outlet: Uuid) {
    let Some(room) = app.stage.room() else { return };
    if let Some(state) = room.status.sending.get_mut(&outlet) {
        state.test = None;
    }
}

/// What waits for an outlet is tried at once.
fn hurry(app: &mut App, outlet: Uuid) {
    let Some(room) = app.stage.room() else { return };
    if let Some(sender) = &room.sending.sender {
        sender.hurry(outlet);
    }
}

/// The thread told something.
pub fn told(app: &mut App, news: News, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match news {
        News::States(states) => take_states(room, states),
        News::Tested { outlet, answer, said, body } => {
            // A sheet that was closed meanwhile asks no more.
            if let Some(state) = room.status.sending.get_mut(&outlet).filter(|state| state.test.is_some()) {
                state.test = Some(Test::Answered { answer, said, body });
            }
        }
        News::NotKept { error, .. } => {
            let words = app.text.with("sending-toast-not-kept", &[("error", error.into())]);
            effects::push_problem(room, words, now);
        }
        News::Queue(problem) => {
            let (id, error) = match problem {
                QueueProblem::Broken(error) => ("sending-toast-queue-broken", error),
                QueueProblem::Unread(error) => ("sending-toast-queue-unread", error),
                QueueProblem::Unwritten(error) => ("sending-toast-queue-unwritten", error),
            };
            effects::push_problem(room, app.text.with(id, &[("error", error.into())]), now);
        }
        News::Told { parcel, fate: Fate::Arrived, .. } => log_sent(app, *parcel, now),
        News::Told { parcel, answer, fate } => tell_failure(app, &parcel, (answer, fate), now),
    }
}

fn take_states(room: &mut Room, states: BTreeMap<Uuid, OutletState>) {
    let before = std::mem::replace(&mut room.status.sending, states);
    for (outlet, state) in before {
        if state.test.is_some() {
            room.status.sending.entry(outlet).or_default().test = state.test;
        }
    }
}

/// What arrived is in the log of check-ins, as it left.
fn log_sent(app: &mut App, parcel: Parcel, now: Now) {
    let Some(room) = app.stage.room() else { return };
    let Some(outlet) = room.model.outlets.get(parcel.outlet).map(|outlet| outlet.name.clone()) else { return };
    let span = span_of(parcel.about);
    if room.model.goal().is_none() || room.is_waiting {
        return;
    }
    let check_in =
        NewCheckIn { to: To::Anyone, way: Way::Automatic, span, words: parcel.body, question: String::new() };
    let sent = Action::People(PeopleAction::Sent { outlet, check_in });
    effects::carry_out(room, &app.services, &app.text, sent, now);
}

/// A quiet line; what waits is told once in a row of failures, on the page all the time.
fn tell_failure(app: &mut App, parcel: &Parcel, (answer, fate): (Answer, Fate), now: Now) {
    let Some(room) = app.stage.room() else { return };
    let Some(outlet) = room.model.outlets.get(parcel.outlet) else { return };
    let id = match fate {
        Fate::Arrived => return,
        Fate::Waits => "sending-toast-waits",
        Fate::GivenUp => "sending-toast-given-up",
        Fate::CrowdedOut => "sending-toast-crowded",
    };
    let values = [("name", outlet.name.as_str().into()), ("why", words::answer(&app.text, answer).into())];
    let line = app.text.with(id, &values);
    effects::push(room, line, None, now);
}
