//! The command line: what the program was asked for, and the answers that need no window.
//!
//! `status` and `doctor` only read; both work without a display. `docs/command-line.md` documents every word.

mod args;
mod doctor;
mod source;
mod status;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::Write;

use crate::platform::clock::Clock;
use crate::platform::console;
use crate::platform::paths::Paths;
use crate::ui::text::Text;

use args::{Asked, What};
pub use args::{Launch, RendererChoice, Start};
use source::Source;

/// Exit code when all is well.
pub const EXIT_FINE: u8 = 0;
/// Exit code when something is wrong with the data or around it.
pub const EXIT_PROBLEM: u8 = 1;
/// Exit code when the arguments make no sense.
pub const EXIT_USAGE: u8 = 2;

/// What the program does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Opens the window.
    Open(Launch),
    /// Everything was said: ends with this exit code.
    Exit(u8),
}

/// Reads the arguments, the program's own name first, and answers on stdout and stderr what needs no window; in a
/// message box where Windows gave it neither.
pub fn run(args: impl IntoIterator<Item = OsString>, clock: &dyn Clock) -> Outcome {
    if console::is_there() {
        return run_to(args, clock, &mut std::io::stdout().lock(), &mut std::io::stderr().lock());
    }
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome = run_to(args, clock, &mut out, &mut err);
    out.append(&mut err);
    console::show_in_box(&String::from_utf8_lossy(&out));
    outcome
}

/// [`run`] with other places for what is said. A reader that went away is no error.
pub fn run_to(
    args: impl IntoIterator<Item = OsString>,
    clock: &dyn Clock,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let text = Text::english();
    let asked = match args::parse(args, &text) {
        Ok(asked) => asked,
        Err(error) => {
            // `--help` and `--version` come as errors, too.
            if error.exit_code() == 0 {
                let _ = write!(out, "{}", error.render());
                return Outcome::Exit(EXIT_FINE);
            }
            let _ = write!(err, "{}", error.render());
            return Outcome::Exit(EXIT_USAGE);
        }
    };
    let Asked { launch, what } = asked;
    let said = match what {
        What::Open => return check_path(launch, &text, err),
        What::Status(form) => {
            source_of(&launch, clock).and_then(|source| status::run(&source, form, clock.now(), &text, out))
        }
        What::Doctor => source_of(&launch, clock).map(|source| doctor::run(&source, clock.now(), &text, out)),
    };
    match said {
        Ok(code) => Outcome::Exit(code),
        Err(message) => {
            let _ = writeln!(err, "{}", text.with("cli-error", &[("message", message.into())]));
            Outcome::Exit(EXIT_PROBLEM)
        }
    }
}

/// A folder in place of the data file is found out before there is a window.
fn check_path(launch: Launch, text: &Text, err: &mut dyn Write) -> Outcome {
    let Some(path) = launch.data.as_ref().filter(|path| path.is_dir()) else {
        return Outcome::Open(launch);
    };
    let message = text.with("cli-data-is-folder", &[("path", path.display().to_string().into())]);
    let _ = writeln!(err, "{}", text.with("cli-error", &[("message", message.into())]));
    Outcome::Exit(EXIT_USAGE)
}

fn source_of(launch: &Launch, clock: &dyn Clock) -> Result<Source, String> {
    if launch.is_demo {
        return Ok(Source::demo(clock.now()));
    }
    let paths = Paths::of_this_user().map_err(|error| error.to_string())?;
    let data = launch.data.as_ref().unwrap_or(&paths.default_data_file);
    Ok(Source::file(data, &paths.state_dir))
}
