//! The log: a small rotating file in the state folder, warnings also on stderr, and never a word the user wrote.

use std::panic;
use std::path::Path;
use std::thread;

use flexi_logger::{Cleanup, Criterion, Duplicate, FileSpec, LogSpecification, Logger, LoggerHandle, Naming};
use log::LevelFilter;
use thiserror::Error;

use super::paths::create_private_dir;

/// A log file is put aside when it grows past this many bytes; with [`KEPT_FILES`] older ones.
const MAX_FILE_BYTES: u64 = 512 * 1024;

/// How many older log files are kept.
const KEPT_FILES: usize = 3;

/// Crates that tell every frame or message at lower levels.
const LOUD: [&str; 14] = [
    "wgpu",
    "wgpu_core",
    "wgpu_hal",
    "naga",
    "zbus",
    "tracing",
    "egui_winit",
    "egui_glow",
    "egui_wgpu",
    "eframe",
    "rfd",
    "ureq",
    "ureq_proto",
    "rustls",
];

/// Libraries that warn of what no user can change, such as a locale named C or a screen of 0 mm.
const FUSSY: [&str; 2] = ["winit", "egui_system_font_provider"];

/// Why there is no log file.
#[derive(Debug, Error)]
pub enum LogError {
    /// The folder could not be made.
    #[error("the log folder could not be made: {0}")]
    Folder(#[from] std::io::Error),
    /// The logger did not start.
    #[error("the log could not be started: {0}")]
    Start(#[from] flexi_logger::FlexiLoggerError),
}

/// Keeps the log going; it is flushed and closed when this is dropped.
pub struct Log {
    _handle: LoggerHandle,
}

/// Logs to a rotating file in `dir` and, from warnings up, to stderr; once per process.
pub fn start(dir: &Path) -> Result<Log, LogError> {
    create_private_dir(dir)?;
    let handle = Logger::with(specification())
        .log_to_file(FileSpec::default().directory(dir).basename("mainspring").suppress_timestamp())
        .append()
        .rotate(Criterion::Size(MAX_FILE_BYTES), Naming::Numbers, Cleanup::KeepLogFiles(KEPT_FILES))
        .cleanup_in_background_thread(false)
        .duplicate_to_stderr(Duplicate::Warn)
        .format_for_files(flexi_logger::detailed_format)
        .start()?;
    Ok(Log { _handle: handle })
}

/// Logs where a panic happened, and its message only if it is a fixed one: others may carry what the user wrote.
pub fn hook_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        let message = info.payload().downcast_ref::<&'static str>().copied();
        let text = panic_text(&place, thread::current().name(), message);
        if log::log_enabled!(log::Level::Error) {
            log::error!("{text}");
        } else {
            eprintln!("{text}");
        }
    }));
}

fn specification() -> LogSpecification {
    let mut builder = LogSpecification::builder();
    builder.default(LevelFilter::Info);
    for name in LOUD {
        builder.module(name, LevelFilter::Warn);
    }
    for name in FUSSY {
        builder.module(name, LevelFilter::Error);
    }
    builder.build()
}

fn panic_text(place: &str, thread: Option<&str>, message: Option<&str>) -> String {
    let thread = thread.unwrap_or("unnamed");
    let message = message.unwrap_or("message left out, it may hold personal text");
    format!("panic in thread {thread} at {place}: {message}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_by_its_place_without_what_it_says() {
        assert_eq!(
            panic_text("src/a.rs:1:2", Some("main"), None),
            "panic in thread main at src/a.rs:1:2: message left out, it may hold personal text"
        );
        assert_eq!(panic_text("src/a.rs:1:2", None, Some("fixed")), "panic in thread unnamed at src/a.rs:1:2: fixed");
    }

    #[test]
    fn loud_crates_are_held_to_warnings() {
        let text = specification().to_string();
        assert!(text.contains("info") && text.contains("naga = warn") && text.contains("zbus = warn"), "{text}");
    }

    #[test]
    fn the_log_goes_to_a_file_and_a_panic_leaves_its_words_out_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("log");
        let log = start(&folder).unwrap();
        hook_panics();
        let note = "my secret note";
        let panicked = thread::Builder::new().name("panicky".to_owned()).spawn(move || panic!("{note}"));
        assert!(panicked.unwrap().join().is_err());
        let _ = panic::take_hook();
        drop(log);
        let text = std::fs::read_to_string(folder.join("mainspring_rCURRENT.log")).unwrap();
        assert!(text.contains("panic in thread panicky at ") && text.contains("log.rs:"), "{text}");
        assert!(!text.contains(note), "{text}");
    }
}
