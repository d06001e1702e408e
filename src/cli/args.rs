//! The words of the command line, and what they ask for.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::domain::settings::MAX_SESSION_MINUTES;
use crate::ui::text::Text;

/// How the window is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// The data file; `None` is the default one of this user.
    pub data: Option<PathBuf>,
    /// Shows sample data in memory instead.
    pub is_demo: bool,
    pub start: Start,
    pub is_minimized: bool,
    pub renderer: RendererChoice,
}

/// Whether a session of the current goal begins at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    #[default]
    No,
    /// One of the length in the settings.
    Planned,
    /// One of this length, 1–240.
    Minutes(u16),
}

/// Which renderer draws the window; `Auto` takes glow, and wgpu if that does not start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RendererChoice {
    #[default]
    Auto,
    Wgpu,
    Glow,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub launch: Launch,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Open,
    Status(Form),
    Doctor,
}

/// How `status` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Words,
    Json,
}

#[derive(Parser)]
#[command(name = "mainspring", version, disable_help_subcommand = true)]
pub(super) struct Words {
    #[arg(long, global = true, value_name = "FILE")]
    data: Option<PathBuf>,
    #[arg(long, global = true, conflicts_with = "data")]
    demo: bool,
    #[arg(long, value_name = "MINUTES", num_args = 0..=1, value_parser = clap::value_parser!(u16).range(1..=i64::from(MAX_SESSION_MINUTES)))]
    #[expect(clippy::option_option, reason = "clap's way to say: not given, given without minutes, given with them")]
    start: Option<Option<u16>>,
    #[arg(long)]
    minimized: bool,
    #[arg(long, value_enum, value_name = "NAME")]
    renderer: Option<RendererChoice>,
    #[command(subcommand)]
    sub: Option<Sub>,
}

#[derive(Subcommand)]
enum Sub {
    Status {
        #[arg(long)]
        json: bool,
    },
    Doctor,
}

/// Reads the arguments; `--help` and `--version` come as an error with exit code 0, as clap gives them.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>, text: &Text) -> Result<Asked, clap::Error> {
    let mut command = command(text);
    let matches = command.try_get_matches_from_mut(args)?;
    let Words { data, demo, start, minimized, renderer, sub } = Words::from_arg_matches(&matches)?;
    let is_about_window = start.is_some() || minimized || renderer.is_some();
    let what = match sub {
        None => What::Open,
        Some(_) if is_about_window => {
            let message = text.get("cli-window-words");
            return Err(command.error(ErrorKind::ArgumentConflict, message));
        }
        Some(Sub::Status { json: false }) => What::Status(Form::Words),
        Some(Sub::Status { json: true }) => What::Status(Form::Json),
        Some(Sub::Doctor) => What::Doctor,
    };
    if data.as_ref().is_some_and(|path| path.as_os_str().is_empty()) {
        return Err(command.error(ErrorKind::InvalidValue, text.get("cli-data-empty")));
    }
    let start = match start {
        None => Start::No,
        Some(None) => Start::Planned,
        Some(Some(minutes)) => Start::Minutes(minutes),
    };
    let launch = Launch { data, is_demo: demo, start, is_minimized: minimized, renderer: renderer.unwrap_or_default() };
    Ok(Asked { launch, what })
}

/// The words with their help from the text files.
pub(super) fn command(text: &Text) -> clap::Command {
    let helped = |command: clap::Command| {
        command.mut_args(|arg| {
            let help = text.get(&format!("cli-help-{}", arg.get_id()));
            arg.help(help)
        })
    };
    let command = Words::command().about(text.get("cli-about"));
    helped(command)
        .mut_subcommand("status", |sub| helped(sub).about(text.get("cli-help-status")))
        .mut_subcommand("doctor", |sub| helped(sub).about(text.get("cli-help-doctor")))
        .after_help(text.get("cli-after-help"))
}
