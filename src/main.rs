//! The program: arguments, log, panic hook, run.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;
use std::sync::Arc;

use mainspring::cli::{self, Outcome};
use mainspring::platform::clock::{Clock, SystemClock};
use mainspring::platform::{console, log, paths::Paths};
use mainspring::{app, ui::text::Text};

fn main() -> ExitCode {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let launch = match cli::run(std::env::args_os(), &*clock) {
        Outcome::Exit(code) => return code.into(),
        Outcome::Open(launch) => launch,
    };
    log::hook_panics();
    let _log = Paths::of_this_user().ok().and_then(|paths| log::start(&paths.log_dir()).ok());
    match app::run(&launch, &clock) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            console::tell(&Text::english().with("cli-error", &[("message", error.to_string().into())]));
            cli::EXIT_PROBLEM.into()
        }
    }
}
