//! Starting with the desktop: asked for and looked up on a thread; the switch shows what is really there.

use crate::domain::settings::{Settings, SettingsAction, Switch};
use crate::domain::{Action, Now};
use crate::platform::autostart::{self, AutostartError, Entry};
use crate::platform::worker::Worker;
use crate::store::{Fs, RealFs};

use super::effects;
use super::inbox::{Inbox, Message};
use super::renderer::App;

/// Why something is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It was only looked up.
    Look,
    /// The user turned it on or off.
    Set,
}

/// Looks up whether the program starts with the desktop; the answer comes to the inbox.
pub fn look(inbox: &Inbox) {
    let inbox = inbox.clone();
    on_thread(move || inbox.send(Message::Autostart(Asked::Look, is_on(&RealFs).map_err(words))));
}

/// Makes the program start with the desktop on the data file that is open, or no more; the answer comes to the inbox.
pub fn set(app: &mut App, switch: Switch) {
    let inbox = app.services.inbox.clone();
    let default = app.paths.default_data_file.clone();
    let Some(room) = app.stage.room() else { return };
    let mut arguments = Vec::new();
    if room.status.data_path != default {
        arguments.extend(["--data".to_owned(), room.status.data_path.to_string_lossy().into_owned()]);
    }
    if room.model.settings.start_minimised.is_on() {
        arguments.push("--minimized".to_owned());
    }
    on_thread(move || {
        let done = match switch {
            Switch::On => Entry::of_this_program(arguments).and_then(|entry| turn_on(&RealFs, &entry)),
            Switch::Off => turn_off(&RealFs),
        };
        // What is there decides, also when something went wrong half-way.
        let answer = done.and_then(|()| is_on(&RealFs)).map_err(words);
        inbox.send(Message::Autostart(Asked::Set, answer));
    });
}

fn on_thread(work: impl FnOnce() + Send + 'static) {
    if let Err(error) = Worker::spawn("autostart", work) {
        log::warn!("no thread for starting with the desktop: {error}");
    }
}

/// It is known now; the setting follows what the user's click came to.
pub fn answered(app: &mut App, asked: Asked, answer: Result<Switch, String>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match answer {
        Ok(switch) => {
            room.status.autostart = Some(switch);
            if asked == Asked::Set && room.model.settings.autostart != switch {
                let settings = Settings { autostart: switch, ..room.model.settings.clone() };
                let action = Action::Settings(SettingsAction::Set(settings));
                effects::carry_out(room, &app.services, &app.text, action, now);
            }
        }
        Err(error) => {
            log::warn!("autostart: {error}");
            if asked == Asked::Set {
                let words = app.text.with("reminders-autostart-failed", &[("error", error.into())]);
                effects::push_problem(room, words, now);
                look(&app.services.inbox);
            }
        }
    }
}

#[cfg(not(windows))]
fn turn_on(fs: &dyn Fs, entry: &Entry) -> Result<(), AutostartError> {
    turn_on_at(fs, &autostart::file()?, entry)
}

#[cfg(not(windows))]
fn turn_on_at(fs: &dyn Fs, file: &std::path::Path, entry: &Entry) -> Result<(), AutostartError> {
    let failed = |error: &dyn std::fmt::Display| AutostartError::NotWritten(error.to_string());
    let text = entry.text()?;
    fs.create_dir(crate::store::paths::folder_of(file)).map_err(|error| failed(&error))?;
    crate::store::atomic::write(fs, file, text.as_bytes()).map_err(|error| failed(&error))
}

#[cfg(not(windows))]
fn turn_off(fs: &dyn Fs) -> Result<(), AutostartError> {
    turn_off_at(fs, &autostart::file()?)
}

#[cfg(not(windows))]
fn turn_off_at(fs: &dyn Fs, file: &std::path::Path) -> Result<(), AutostartError> {
    match fs.remove(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(AutostartError::NotWritten(error.to_string()))
        }
        _ => Ok(()),
    }
}

#[cfg(not(windows))]
fn is_on(fs: &dyn Fs) -> Result<Switch, AutostartError> {
    is_on_at(fs, &autostart::file()?)
}

#[cfg(not(windows))]
fn is_on_at(fs: &dyn Fs, file: &std::path::Path) -> Result<Switch, AutostartError> {
    match fs.read(file, autostart::MAX_BYTES) {
        Ok(bytes) => Ok(autostart::switch_of(&String::from_utf8_lossy(&bytes))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Switch::Off),
        Err(error) => Err(AutostartError::NotRead(error.to_string())),
    }
}

#[cfg(windows)]
fn turn_on(_fs: &dyn Fs, entry: &Entry) -> Result<(), AutostartError> {
    autostart::add_to_registry(entry)
}

#[cfg(windows)]
fn turn_off(_fs: &dyn Fs) -> Result<(), AutostartError> {
    autostart::remove_from_registry()
}

#[cfg(windows)]
fn is_on(_fs: &dyn Fs) -> Result<Switch, AutostartError> {
    autostart::in_registry()
}

fn words(error: AutostartError) -> String {
    error.to_string()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn the_entry_is_there_when_it_was_turned_on_and_gone_when_turned_off() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("autostart").join("mainspring.desktop");
        let entry = Entry { program: "/opt/mainspring".to_owned(), arguments: vec!["--minimized".to_owned()] };
        assert_eq!(is_on_at(&RealFs, &file), Ok(Switch::Off));
        turn_on_at(&RealFs, &file, &entry).unwrap();
        assert_eq!(is_on_at(&RealFs, &file), Ok(Switch::On));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), entry.text().unwrap());
        turn_off_at(&RealFs, &file).unwrap();
        assert_eq!(is_on_at(&RealFs, &file), Ok(Switch::Off));
        turn_off_at(&RealFs, &file).unwrap();
    }

    #[test]
    fn an_entry_that_cannot_be_written_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let in_the_way = dir.path().join("autostart");
        std::fs::write(&in_the_way, "a file where the folder should be").unwrap();
        let entry = Entry { program: "/opt/mainspring".to_owned(), arguments: Vec::new() };
        let file = in_the_way.join("mainspring.desktop");
        assert!(matches!(turn_on_at(&RealFs, &file, &entry), Err(AutostartError::NotWritten(_))));
    }
}
