//! The program: arguments, log, panic hook, run.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use mainspring::app::{self, Options};
use mainspring::platform::clock::{Clock, SystemClock};
use mainspring::platform::{log as app_log, paths::Paths};

#[derive(Parser)]
#[command(version, about)]
struct Args {
    /// The data file to open
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Open a year of made-up data, in memory
    #[arg(long)]
    demo: bool,
    /// Start a session at once
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, default_missing_value = "0")]
    start: Option<u16>,
    /// Start minimised
    #[arg(long)]
    minimized: bool,
}

fn main() -> ExitCode {
    let args = Args::parse();
    app_log::hook_panics();
    let _log = Paths::of_this_user().ok().and_then(|paths| app_log::start(&paths.log_dir()).ok());
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let options = Options {
        data: args.data,
        is_demo: args.demo,
        start_minutes: args.start,
        is_minimized: args.minimized,
        ..Options::default()
    };
    match app::run(&options, &clock) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mainspring: {error}");
            ExitCode::FAILURE
        }
    }
}
