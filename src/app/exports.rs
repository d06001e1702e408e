//! Files that leave the app: the spring as an image, a copy of the data. Dialogs and writing happen on threads.

use std::path::{Path, PathBuf};

use crate::domain::Now;
use crate::platform::dialogs::{Answer, Kind, Request};
use crate::store::{BackedUp, SaveError};
use crate::ui::commands::ImageKind;
use crate::ui::spring;
use crate::ui::text::Text;

use super::effects;
use super::inbox::Message;
use super::renderer::App;

/// What a file dialog was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An image of the spring.
    Spring(ImageKind),
    /// A copy of the data file.
    Copy,
    /// The data file that was missed.
    Find,
}

impl Purpose {
    fn file_name(self) -> &'static str {
        match self {
            Self::Spring(ImageKind::Png) => "mainspring.png",
            Self::Spring(ImageKind::Svg) => "mainspring.svg",
            Self::Copy | Self::Find => "mainspring-copy.ron",
        }
    }

    fn request(self, text: &Text, folder: Option<PathBuf>) -> Request {
        let ending = Path::new(self.file_name()).extension().map(|ending| ending.to_string_lossy().into_owned());
        let (kind, title) = match self {
            Self::Find => (Kind::Open, text.get("dialog-find")),
            Self::Copy => (Kind::Save { suggested: self.file_name().to_owned() }, text.get("dialog-copy")),
            Self::Spring(_) => (Kind::Save { suggested: self.file_name().to_owned() }, text.get("dialog-spring")),
        };
        Request { kind, title, folder, filter: ending.map(|ending| (ending.to_uppercase(), vec![ending])) }
    }
}

/// Opens a file dialog; its answer comes to the inbox.
pub fn ask(app: &mut App, purpose: Purpose, now: Now) {
    let folder = app.stage.room().and_then(|room| room.status.data_path.parent().map(Path::to_path_buf));
    let inbox = app.services.inbox.clone();
    let answered = move |answer| inbox.send(Message::Dialog(purpose, answer));
    let asked = app.services.dialogs.ask(purpose.request(&app.text, folder), None, answered);
    if let (Err(error), Some(room)) = (asked, app.stage.room()) {
        effects::push(room, error.to_string(), None, now);
    }
}

/// A dialog was answered. Without one on this system the file goes beside the data, and the user is told where.
pub fn answered(app: &mut App, purpose: Purpose, answer: Answer) {
    let path = match answer {
        Answer::Chosen(path) => path,
        Answer::Cancelled => return,
        Answer::Unavailable => {
            let Some(room) = app.stage.room() else { return };
            room.status.data_path.with_file_name(purpose.file_name())
        }
    };
    match purpose {
        Purpose::Find => super::opening::found(app, &path),
        Purpose::Spring(_) | Purpose::Copy => write(app, purpose, path),
    }
}

fn write(app: &mut App, purpose: Purpose, path: PathBuf) {
    let inbox = app.services.inbox.clone();
    let theme = app.look.theme.clone();
    let Some(room) = app.stage.room() else { return };
    let (model, derived) = (room.model.clone(), room.derived.clone());
    std::thread::spawn(move || {
        let text = Text::english();
        let bytes: Result<Vec<u8>, String> = match purpose {
            Purpose::Spring(ImageKind::Svg) => Ok(spring::svg(&model, &derived, &theme, &text).into_bytes()),
            Purpose::Spring(ImageKind::Png) => {
                spring::png(&model, &derived, &theme, &text).map_err(|error| error.to_string())
            }
            Purpose::Copy | Purpose::Find => {
                crate::store::write::to_text(&model).map(String::into_bytes).map_err(|error| error.to_string())
            }
        };
        let written = bytes.and_then(|bytes| {
            crate::store::atomic::write(&crate::store::RealFs, &path, &bytes).map_err(|error| error.to_string())
        });
        inbox.send(Message::Exported(written.map(|()| path)));
    });
}

/// Says where a file went, or why not.
pub fn told(app: &mut App, result: Result<PathBuf, String>, now: Now) {
    let words = match result {
        Ok(path) => app.text.with("toast-saved-to", &[("path", path.display().to_string().into())]),
        Err(error) => app.text.with("toast-not-saved", &[("error", error.into())]),
    };
    if let Some(room) = app.stage.room() {
        effects::push(room, words, None, now);
    }
}

/// Says that a backup was made, or why not.
pub fn backed_up(app: &mut App, made: Result<BackedUp, SaveError>, now: Now) {
    let words = match made {
        Ok(BackedUp::Made(_) | BackedUp::Already) => app.text.get("toast-backed-up"),
        Ok(BackedUp::Nothing) => app.text.get("toast-nothing-to-back-up"),
        Err(error) => app.text.with("toast-not-backed-up", &[("error", error.to_string().into())]),
    };
    if let Some(room) = app.stage.room() {
        effects::push(room, words, None, now);
    }
}
