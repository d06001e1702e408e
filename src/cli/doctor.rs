//! `mainspring doctor`: one line about each thing the app depends on.

use std::io::{ErrorKind, Write};

use chrono::{DateTime, Duration, Utc};

use crate::domain::Now;
use crate::domain::time::local_time;
use crate::store::document::VERSION;
use crate::store::fs::Locked;
use crate::store::{Fs, RealFs, StorePaths, backups, known};
use crate::ui::format;
use crate::ui::text::{FluentValue, Text};

use super::source::{Source, read_file};
use super::status::{table, unreadable};
use super::{EXIT_FINE, EXIT_PROBLEM};

/// A newest backup this far behind the file is worth a warning, in hours (reliability.md R17).
const STALE_HOURS: i64 = 24;

/// How well one thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Fine,
    Warning,
    Problem,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    level: Level,
    topic: &'static str,
    words: String,
}

impl Finding {
    fn new(level: Level, topic: &'static str, words: String) -> Self {
        Self { level, topic, words }
    }
}

/// Answers on `out`; the exit code says whether there is a problem.
pub(super) fn run(source: &Source, now: Now, text: &Text, out: &mut dyn Write) -> u8 {
    let mut findings = match source {
        Source::Demo(_) => vec![Finding::new(Level::Fine, "cli-doctor-file", text.get("cli-status-sample"))],
        Source::File(paths) => vec![file(paths, text), lock(paths, text), kept_backups(paths, now, text)],
    };
    findings.extend([notifications(text), display(text), renderer(text)]);
    let rows = findings.iter().map(|finding| {
        let level = text.get(match finding.level {
            Level::Fine => "cli-level-fine",
            Level::Warning => "cli-level-warning",
            Level::Problem => "cli-level-problem",
        });
        (level, format!("{}: {}", text.get(finding.topic), finding.words))
    });
    let _ = writeln!(out, "{}", table(rows));
    let is_problem = findings.iter().any(|finding| finding.level == Level::Problem);
    if is_problem { EXIT_PROBLEM } else { EXIT_FINE }
}

fn file(paths: &StorePaths, text: &Text) -> Finding {
    let topic = "cli-doctor-file";
    let path = paths.data.display().to_string();
    let with_path = |id: &str| text.with(id, &[("path", path.as_str().into())]);
    match RealFs.metadata(&paths.data) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let was_here = known::is_known(&RealFs, paths) || backups::newest(&RealFs, paths).is_some();
            return if was_here {
                Finding::new(Level::Problem, topic, with_path("cli-doctor-file-gone"))
            } else {
                Finding::new(Level::Fine, topic, with_path("cli-doctor-file-new"))
            };
        }
        Ok(_) | Err(_) => {}
    }
    let read = match read_file(paths) {
        Err(error) => return Finding::new(Level::Problem, topic, unreadable(text, &path, &error)),
        Ok(read) => read,
    };
    let (version, apart) = (read.head.version, read.model.quarantine.len());
    let values: [(&str, FluentValue<'_>); 5] = [
        ("path", path.as_str().into()),
        ("version", version.into()),
        ("known", VERSION.into()),
        ("sessions", read.model.sessions.len().into()),
        ("apart", apart.into()),
    ];
    let (level, id) = if version > VERSION {
        (Level::Warning, "cli-doctor-file-newer")
    } else if apart > 0 {
        (Level::Warning, "cli-doctor-file-apart")
    } else if RealFs.check_writable(&paths.data).is_err() {
        (Level::Warning, "cli-doctor-file-read-only")
    } else {
        (Level::Fine, "cli-doctor-file-fine")
    };
    Finding::new(level, topic, text.with(id, &values))
}

/// Tries the lock where there is one, and gives it back at once.
fn lock(paths: &StorePaths, text: &Text) -> Finding {
    let topic = "cli-doctor-lock";
    let free = || Finding::new(Level::Fine, topic, text.get("cli-doctor-lock-free"));
    if RealFs.metadata(&paths.lock).is_err() {
        return free();
    }
    match RealFs.lock(&paths.lock) {
        Ok(Locked::Held(_)) => free(),
        Ok(Locked::Taken) => Finding::new(Level::Fine, topic, text.get("cli-doctor-lock-held")),
        Ok(Locked::Unsupported) => Finding::new(Level::Warning, topic, text.get("cli-doctor-lock-none")),
        Err(error) => {
            let values = [("path", paths.lock.display().to_string().into()), ("reason", error.to_string().into())];
            Finding::new(Level::Warning, topic, text.with("cli-doctor-lock-error", &values))
        }
    }
}

fn kept_backups(paths: &StorePaths, now: Now, text: &Text) -> Finding {
    let topic = "cli-doctor-backups";
    let all = backups::list(&RealFs, paths);
    let good: Vec<DateTime<Utc>> = all.iter().filter(|backup| backup.content.is_ok()).map(|backup| backup.at).collect();
    let saved = RealFs.metadata(&paths.data).ok().and_then(|meta| meta.modified);
    let path = paths.backups.display().to_string();
    let Some(newest) = good.iter().max() else {
        // There is nothing to back up before the first save.
        let level = if saved.is_some() { Level::Warning } else { Level::Fine };
        return Finding::new(level, topic, text.with("cli-doctor-backups-none", &[("path", path.into())]));
    };
    let last = format::moment(text, local_time(*newest, now.offset), now.local().date());
    let values: [(&str, FluentValue<'_>); 4] =
        [("count", all.len().into()), ("good", good.len().into()), ("last", last.into()), ("path", path.into())];
    let is_stale = saved.is_some_and(|saved| saved - *newest > Duration::hours(STALE_HOURS));
    let (level, id) =
        if is_stale { (Level::Warning, "cli-doctor-backups-stale") } else { (Level::Fine, "cli-doctor-backups-fine") };
    Finding::new(level, topic, text.with(id, &values))
}

fn notifications(text: &Text) -> Finding {
    let (level, id) = probe::notifications();
    Finding::new(level, "cli-doctor-notifications", text.get(id))
}

/// Where a window could open; only Linux can be without a display.
fn display(text: &Text) -> Finding {
    let topic = "cli-doctor-display";
    if !cfg!(target_os = "linux") {
        return Finding::new(Level::Fine, topic, text.get("cli-doctor-display-system"));
    }
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    for (name, id) in [("WAYLAND_DISPLAY", "cli-doctor-display-wayland"), ("DISPLAY", "cli-doctor-display-x11")] {
        if let Some(value) = of(name) {
            let value = [("name", value.to_string_lossy().into_owned().into())];
            return Finding::new(Level::Fine, topic, text.with(id, &value));
        }
    }
    Finding::new(Level::Warning, topic, text.get("cli-doctor-display-none"))
}

/// Which renderers there are; what starts is only known in a window.
fn renderer(text: &Text) -> Finding {
    Finding::new(Level::Fine, "cli-doctor-renderer", text.get("cli-doctor-renderer-order"))
}

/// Asks the desktop, never longer than a few seconds.
#[cfg(target_os = "linux")]
mod probe {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::Level;
    use crate::platform::bus::{Bus, Presence, presence};

    /// The service of the freedesktop notification specification.
    const SERVICE: &str = "org.freedesktop.Notifications";
    /// A bus that answers takes milliseconds; a stopped one never answers.
    const WITHIN: Duration = Duration::from_secs(3);

    pub(super) fn notifications() -> (Level, &'static str) {
        let (tell, told) = mpsc::channel();
        let ask = move || {
            let found = Bus::Session.connect().map(|connection| presence(&connection, SERVICE));
            let _ = tell.send(found);
        };
        // Nobody waits for this thread: a stopped bus holds it until the program ends.
        let _ = std::thread::Builder::new().name("doctor-bus".to_owned()).spawn(ask);
        match told.recv_timeout(WITHIN) {
            Ok(Ok(Presence::Present)) => (Level::Fine, "cli-doctor-notifications-fine"),
            Ok(Ok(Presence::Absent)) => (Level::Warning, "cli-doctor-notifications-absent"),
            Ok(Err(_)) => (Level::Warning, "cli-doctor-notifications-no-bus"),
            Err(_) => (Level::Warning, "cli-doctor-notifications-hung"),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod probe {
    use super::Level;

    pub(super) fn notifications() -> (Level, &'static str) {
        (Level::Fine, "cli-doctor-notifications-system")
    }
}
