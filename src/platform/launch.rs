//! Opens what an environment item names at the start of a session: a program with its arguments, or a file or folder.
//!
//! Never through a shell, and only what the person allowed on this device; who calls has asked. Each has a thread of its
//! own, so that a slow disk or program holds nobody up.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use thiserror::Error;

use super::paths::canonical;
use super::worker::Worker;
use crate::domain::environment::Opens;

/// How long a program is watched for ending at once in failure: looks, and the time between two of them.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Why something was not opened.
#[derive(Debug, Error)]
pub enum LaunchError {
    /// There is no such file or folder, or it cannot be reached.
    #[error("it is not there: {0}")]
    Missing(PathBuf),
    /// There is no such program, or it may not be run.
    #[error("{program} was not started: {error}")]
    Start { program: String, error: io::Error },
    /// The desktop has no program for it.
    #[error("no program opens it: {0}")]
    NoProgram(io::Error),
    /// The program ended within two seconds and said that it failed.
    #[error("{program} ended at once: {status}")]
    Failed { program: String, status: std::process::ExitStatus },
    /// It is no link that is opened.
    #[error(transparent)]
    Link(super::open::OpenError),
    /// The system gave no thread.
    #[error("no thread could be started: {0}")]
    Thread(io::Error),
}

/// Opens it and returns at once; `failed` is told on another thread when it could not be.
pub fn launch(opens: Opens, failed: impl FnOnce(LaunchError) + Send + 'static) -> Result<(), LaunchError> {
    let body = move || {
        let opened = match opens {
            Opens::File { path } => open_file(Path::new(&path)),
            Opens::Link { address } => super::open::open_url(&address, |_logged| ()).map_err(LaunchError::Link),
            Opens::Program { program, arguments } => run(&program, &arguments),
        };
        if let Err(error) = opened {
            failed(error);
        }
    };
    Worker::spawn("launch", body).map(drop).map_err(LaunchError::Thread)
}

fn open_file(path: &Path) -> Result<(), LaunchError> {
    // The full path never starts with a hyphen, so no program takes it for an option.
    let full = path.is_absolute().then(|| canonical(path).ok()).flatten();
    let full = full.ok_or_else(|| LaunchError::Missing(path.to_owned()))?;
    open::that_detached(full).map_err(LaunchError::NoProgram)
}

/// Starts the program, tells when it fails at once, and waits for its end, so that no dead process is left behind.
fn run(program: &str, arguments: &[String]) -> Result<(), LaunchError> {
    let start_error = |error| LaunchError::Start { program: program.to_owned(), error };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    detach(&mut command);
    let mut child = command.spawn().map_err(start_error)?;
    match first_end(&mut child).map_err(start_error)? {
        Some(status) if !status.success() => Err(LaunchError::Failed { program: program.to_owned(), status }),
        Some(_) => Ok(()),
        None => {
            if let Err(error) = child.wait() {
                log::warn!("a program that was opened is not waited for: {error}");
            }
            Ok(())
        }
    }
}

fn first_end(child: &mut Child) -> io::Result<Option<std::process::ExitStatus>> {
    for _ in 0..LOOKS {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        sleep(BETWEEN_LOOKS);
    }
    Ok(None)
}

/// Keys and signals meant for Mainspring are not meant for what it opened.
#[cfg(unix)]
fn detach(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

/// A process group and no console of its own: `CREATE_NEW_PROCESS_GROUP` and `CREATE_NO_WINDOW` of the Windows API.
#[cfg(windows)]
fn detach(command: &mut Command) {
    std::os::windows::process::CommandExt::creation_flags(command, 0x0000_0200 | 0x0800_0000);
}

#[cfg(not(any(unix, windows)))]
fn detach(_command: &mut Command) {}

#[cfg(test)]
mod tests;
