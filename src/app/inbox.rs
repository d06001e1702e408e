//! The inbox: what comes from outside waits here for the window, which is woken by it.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};

use eframe::egui;

use crate::domain::Model;
use crate::domain::alarms::AlarmKind;
use crate::domain::effect::Launch;
use crate::domain::insight::Answers;
use crate::domain::people::NewCheckIn;
use crate::domain::settings::Switch;
use crate::platform::{dialogs, notifier};
use crate::store::{BackedUp, Resolved, RestoreError, SaveError};
use crate::ui::cx::BackupLine;

use super::autostart;
use super::exports::Purpose;

/// Something that happened outside.
#[derive(Debug)]
pub enum Message {
    /// The machine slept, or its clock was changed, while a session ran.
    Gap(crate::platform::alarm::Gap),
    /// Something came back of the notice with this tag: a button pressed, or that it could not be shown.
    Notice { tag: String, answer: notifier::Answer },
    /// These came while the machine slept, or had no notice at their moment.
    Missed(Vec<AlarmKind>),
    /// The offset here changed; these were due by the time of a place left behind and did not ring.
    Moved(Vec<AlarmKind>),
    /// Whether the program starts with the desktop, after it was asked for or looked up; an error in words.
    Autostart(autostart::Asked, Result<Switch, String>),
    /// A planned moment came and its notice was given to the desktop.
    Rang(AlarmKind),
    /// A moment came, or the state of the file changed: look again.
    Look,
    /// The finish forecast and what all sessions say were worked out.
    Foreseen(Box<Answers>),
    /// The desktop's wish for light, dark or less motion.
    Appearance(crate::platform::appearance::Appearance),
    /// The file dialog opened for something was answered.
    Dialog(Purpose, dialogs::Answer),
    /// A file was written, or not; and what it is a check-in of.
    Exported(Result<std::path::PathBuf, String>, Option<NewCheckIn>),
    /// A picture to be put on the clipboard was drawn, or not.
    Drawn(Result<crate::exchange::png::Pixels, String>),
    /// No program took a link.
    NotOpened(String),
    /// The list of backups, newest first.
    Backups(Vec<BackupLine>),
    /// A backup was made on the user's word, or not.
    BackedUp(Result<BackedUp, SaveError>),
    /// A backup was put in place of the data, or not.
    Restored(Box<Result<Model, RestoreError>>),
    /// The user's word about a file that another program changed was followed, or not.
    Resolved(Box<Result<Resolved, RestoreError>>),
    /// A session opens something that was not allowed on this device yet.
    AskLaunch(Vec<Launch>),
    /// Something that a session opens could not be opened.
    NotLaunched { name: String, error: String },
    /// The thread that sends by itself has something to tell.
    Sending(Box<crate::platform::sender::News>),
    /// The process was asked to end.
    End,
}

/// The sending end, for every thread.
#[derive(Clone)]
pub struct Inbox {
    sender: Sender<Message>,
    window: Arc<OnceLock<egui::Context>>,
}

impl Inbox {
    /// Both ends.
    pub fn new() -> (Self, Receiver<Message>) {
        let (sender, receiver) = mpsc::channel();
        (Self { sender, window: Arc::default() }, receiver)
    }

    /// Names the window that is woken by messages; the first one stays.
    pub fn set_window(&self, window: &egui::Context) {
        let _already_set = self.window.set(window.clone());
    }

    /// Leaves a message and wakes the window.
    pub fn send(&self, message: Message) {
        // The window may be gone already: then nobody waits for the message either.
        let _gone = self.sender.send(message);
        if let Some(window) = self.window.get() {
            window.request_repaint();
        }
    }
}
