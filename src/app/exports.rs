//! Files that leave the app: charts, the spring as an image, a copy of the data. Dialogs and writing happen on threads.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use eframe::egui;

use crate::domain::people::{NewCheckIn, PeopleAction};
use crate::domain::{Action, Now};
use crate::exchange::export::Export;
use crate::exchange::png::{self, Pixels, PngError};
use crate::platform::dialogs::{Answer, Kind, Request};
use crate::store::paths::{fresh, resolve};
use crate::store::{BackedUp, DataFile, Fs, RealFs, SaveError, StorePaths, atomic};
use crate::ui::charts::palette;
use crate::ui::commands::ImageKind;
use crate::ui::spring;
use crate::ui::text::Text;
use crate::ui::theme::{Theme, system_letters};

use super::effects;
use super::file::with_path;
use super::inbox::Message;
use super::opening::Stage;
use super::renderer::App;

/// What a file dialog was opened for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// A chart or another file made of the records; with the check-in that it is once it is there.
    Export(Export, Option<NewCheckIn>),
    /// An image of the spring.
    Spring(ImageKind),
    /// A copy of the data file.
    Copy,
    /// The data file that was missed.
    Find,
    /// A file that an environment item opens.
    Pick,
}

impl Purpose {
    fn file_name(&self) -> String {
        let name = match self {
            Self::Export(export, _) => return export.file_name(),
            Self::Spring(ImageKind::Png) => "mainspring.png",
            Self::Spring(ImageKind::Svg) => "mainspring.svg",
            Self::Copy | Self::Find | Self::Pick => "mainspring-copy.ron",
        };
        name.to_owned()
    }

    fn check_in(&self) -> Option<NewCheckIn> {
        match self {
            Self::Export(_, check_in) => check_in.clone(),
            Self::Spring(_) | Self::Copy | Self::Find | Self::Pick => None,
        }
    }

    fn request(&self, text: &Text, folder: Option<PathBuf>) -> Request {
        let suggested = self.file_name();
        let ending = Path::new(&suggested).extension().map(|ending| ending.to_string_lossy().into_owned());
        let (kind, title) = match self {
            Self::Find => (Kind::Open, text.get("dialog-find")),
            Self::Pick => (Kind::Open, text.get("environment-dialog-pick")),
            Self::Copy => (Kind::Save { suggested }, text.get("dialog-copy")),
            Self::Spring(_) => (Kind::Save { suggested }, text.get("dialog-spring")),
            Self::Export(export, _) => {
                let title = text.with("dialog-export", &[("what", export.title().to_owned().into())]);
                (Kind::Save { suggested }, title)
            }
        };
        let ending = ending.filter(|_| *self != Self::Pick);
        Request { kind, title, folder, filter: ending.map(|ending| (ending.to_uppercase(), vec![ending])) }
    }
}

/// Opens a file dialog; its answer comes to the inbox.
pub fn ask(app: &mut App, purpose: Purpose, now: Now) {
    let folder = app.stage.room().and_then(|room| room.status.data_path.parent().map(Path::to_path_buf));
    let inbox = app.services.inbox.clone();
    let request = purpose.request(&app.text, folder);
    let answered = move |answer| inbox.send(Message::Dialog(purpose, answer));
    let asked = app.services.dialogs.ask(request, None, answered);
    if let Err(error) = asked {
        match &mut app.stage {
            Stage::Room(room) => effects::push_problem(room, error.to_string(), now),
            Stage::Missing(view, _) => view.problem = Some(error.to_string()),
            Stage::Recovery(..) => {}
        }
    }
}

/// A dialog was answered. Without one on this system the file goes to the documents under a name of its own.
pub fn answered(app: &mut App, purpose: Purpose, answer: Answer) {
    if purpose == Purpose::Pick {
        return picked(app, answer);
    }
    let target = match answer {
        Answer::Chosen(path) => Target::Exactly(path),
        Answer::Cancelled => return,
        Answer::Unavailable if purpose == Purpose::Find => return super::opening::no_dialog(app),
        Answer::Unavailable => Target::FreshIn(app.paths.documents_dir.clone()),
    };
    match target {
        Target::Exactly(path) if purpose == Purpose::Find => super::opening::found(app, &path),
        target => write(app, purpose, target),
    }
}

/// A file was chosen for an environment item or a reward, whichever form is open, or there is no dialog and its path is
/// typed.
fn picked(app: &mut App, answer: Answer) {
    let Some(room) = app.stage.room() else { return };
    match answer {
        Answer::Chosen(path) => {
            room.tabs.environment.take_picked(&path);
            room.tabs.rewards.take_picked(&path);
        }
        Answer::Cancelled => {}
        Answer::Unavailable => {
            room.tabs.environment.no_dialog();
            room.tabs.rewards.no_dialog();
        }
    }
}

/// Where a file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// To this path, in place of what is there.
    Exactly(PathBuf),
    /// Under a name that is free, into this folder; there is none where the user has no home.
    FreshIn(Option<PathBuf>),
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
enum ExportError {
    #[error("Mainspring keeps your data there; choose another place")]
    OwnFile,
    #[error("there is no folder for it")]
    NoFolder,
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error("{0}")]
    Drawing(String),
}

impl Target {
    /// The full path to write to, which is none of the files that belong to `own`.
    fn path(self, fs: &dyn Fs, own: &[StorePaths], name: &str, at: DateTime<Utc>) -> Result<PathBuf, ExportError> {
        let path = match self {
            Self::Exactly(path) => resolve(fs, &path),
            Self::FreshIn(folder) => fresh(fs, &folder.ok_or(ExportError::NoFolder)?, name, at),
        };
        if own.iter().any(|paths| paths.has(&path)) { Err(ExportError::OwnFile) } else { Ok(path) }
    }
}

fn write(app: &mut App, purpose: Purpose, target: Target) {
    let inbox = app.services.inbox.clone();
    let (device, at) = (app.paths.clone(), app.services.clock.wall());
    let theme = app.look.theme.clone();
    let Some(room) = app.stage.room() else { return };
    let (model, derived) = (room.model.clone(), room.derived.clone());
    let data = [room.status.data_path.clone(), device.default_data_file.clone()];
    let check_in = purpose.check_in();
    std::thread::spawn(move || {
        let (fs, text) = (RealFs, Text::english());
        let own: Vec<StorePaths> = data.iter().map(|data| StorePaths::for_data(&fs, data, &device.state_dir)).collect();
        let drawing = |error: PngError| ExportError::Drawing(error.to_string());
        let written = target.path(&fs, &own, &purpose.file_name(), at).and_then(|path| {
            match purpose {
                Purpose::Export(Export::Drawing(picture), _) => {
                    let bytes = png::of_with(&picture.svg, 1.0, system_letters).map_err(drawing)?;
                    atomic::write(&fs, &path, &bytes)?;
                }
                // What leaves the app is read on paper and in other windows: light, whatever the theme here.
                Purpose::Export(export, _) => {
                    let bytes = export.bytes(&palette(&Theme::light())).map_err(drawing)?;
                    atomic::write(&fs, &path, &bytes)?;
                }
                Purpose::Spring(kind) => {
                    let bytes = match kind {
                        ImageKind::Svg => Ok(spring::svg(&model, &derived, &theme, &text).into_bytes()),
                        ImageKind::Png => spring::png(&model, &derived, &theme, &text),
                    };
                    atomic::write(&fs, &path, &bytes.map_err(drawing)?)?;
                }
                Purpose::Copy | Purpose::Find | Purpose::Pick => DataFile::save_copy(&fs, &model, &path)?,
            }
            Ok(path)
        });
        inbox.send(Message::Exported(written.map_err(|error| error.to_string()), check_in));
    });
}

/// Draws a picture on a thread, for the clipboard.
pub fn copy_picture(app: &App, svg: &Arc<str>) {
    let (inbox, svg) = (app.services.inbox.clone(), Arc::clone(svg));
    std::thread::spawn(move || {
        let drawn = png::pixels(&svg, 1.0, system_letters);
        inbox.send(Message::Drawn(drawn.map_err(|error| error.to_string())));
    });
}

/// A picture for the clipboard was drawn, or not.
pub fn drawn(app: &mut App, ctx: &egui::Context, drawn: Result<Pixels, String>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match drawn {
        Ok(Pixels { size, bytes }) => {
            ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &bytes));
            effects::push(room, app.text.get("toast-copied"), None, now);
        }
        Err(error) => {
            effects::push_problem(room, app.text.with("toast-not-copied", &[("error", error.into())]), now);
        }
    }
}

/// Says where a file went, or why not.
pub fn told(app: &mut App, result: Result<PathBuf, String>, check_in: Option<NewCheckIn>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match result {
        Ok(path) => {
            effects::push(room, with_path("toast-saved-to", &path, &app.text), None, now);
            if let Some(check_in) = check_in.filter(|check_in| room.tabs.share.note(check_in)) {
                let log = Action::People(PeopleAction::CheckIn(check_in));
                effects::carry_out(room, &app.services, &app.text, log, now);
            }
        }
        Err(error) => effects::push_problem(room, app.text.with("toast-not-saved", &[("error", error.into())]), now),
    }
}

/// Says that a backup was made, or why not.
pub fn backed_up(app: &mut App, made: Result<BackedUp, SaveError>, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match made {
        Ok(BackedUp::Made(_) | BackedUp::Already) => effects::push(room, app.text.get("toast-backed-up"), None, now),
        Ok(BackedUp::Nothing) => effects::push(room, app.text.get("toast-nothing-to-back-up"), None, now),
        Err(error) => {
            let words = app.text.with("toast-not-backed-up", &[("error", error.to_string().into())]);
            effects::push_problem(room, words, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::chart::{Axis, Chart, Names};
    use crate::exchange::chart_file::FileKind;

    #[test]
    fn a_dialog_for_a_chart_suggests_a_name_with_its_days() {
        let (title, file) = ("Minutes a day".to_owned(), "minutes-a-day-2026-11".to_owned());
        let names = Names { title, file, sentence: String::new() };
        let chart = Arc::new(Chart::new(names, Axis::default(), Axis::default()));
        let request = Purpose::Export(Export::Chart(chart, FileKind::Csv), None).request(&Text::english(), None);
        let suggested = "mainspring-minutes-a-day-2026-11.csv".to_owned();
        assert_eq!((request.kind, request.title.as_str()), (Kind::Save { suggested }, "Save Minutes a day"));
        assert_eq!(request.filter, Some(("CSV".to_owned(), vec!["csv".to_owned()])));
    }

    #[test]
    fn nothing_that_leaves_the_app_goes_over_what_belongs_to_the_data() {
        let dir = tempfile::tempdir().unwrap();
        let folder = std::fs::canonicalize(dir.path()).unwrap();
        let own = [StorePaths::for_data(&RealFs, &folder.join("spring.ron"), &folder.join("state"))];
        std::fs::write(&own[0].data, "the data").unwrap();
        let path = |chosen: PathBuf| Target::Exactly(chosen).path(&RealFs, &own, "copy.ron", DateTime::UNIX_EPOCH);
        for chosen in
            ["spring.ron", "spring.ron.lock", "backups-spring/new.ron", "state/known_files.ron", "state/allowed.ron"]
        {
            assert!(matches!(path(folder.join(chosen)), Err(ExportError::OwnFile)), "{chosen}");
        }
        assert!(path(folder.join("backups-spring/../spring.ron")).is_err());
        assert_eq!(path(folder.join("copy.ron")).unwrap(), folder.join("copy.ron"));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&own[0].data, folder.join("link.ron")).unwrap();
            assert!(matches!(path(folder.join("link.ron")), Err(ExportError::OwnFile)));
        }
    }

    #[test]
    fn without_a_dialog_no_former_copy_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let folder = std::fs::canonicalize(dir.path()).unwrap();
        let path = || {
            let target = Target::FreshIn(Some(folder.clone()));
            target.path(&RealFs, &[], "mainspring-copy.ron", DateTime::UNIX_EPOCH).unwrap()
        };
        assert_eq!(path(), folder.join("mainspring-copy-1970-01-01T00-00-00Z.ron"));
        std::fs::write(path(), "a former copy").unwrap();
        assert_eq!(path(), folder.join("mainspring-copy-1970-01-01T00-00-00Z-2.ron"));
        let nowhere = Target::FreshIn(None).path(&RealFs, &[], "a.svg", DateTime::UNIX_EPOCH);
        assert!(matches!(nowhere, Err(ExportError::NoFolder)));
    }
}
