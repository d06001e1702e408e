//! Programs that a test starts, each ended by its own pid when it goes out of scope.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a wait looks again.
const POLL: Duration = Duration::from_millis(20);

/// A program that ends with its owner.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts `command`; all it says goes to `log`.
    pub fn start(command: &mut Command, log: &Path) -> Self {
        let out = File::options().create(true).append(true).open(log).expect("a log");
        let err = out.try_clone().expect("a second handle on the log");
        let child = command.stdin(Stdio::null()).stdout(out).stderr(err).spawn();
        Self { child: child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}")) }
    }

    /// Starts `command` and gives the first line that it prints.
    pub fn start_and_read_line(command: &mut Command, log: &Path) -> (Self, String) {
        let err = File::options().create(true).append(true).open(log).expect("a log");
        let spawned = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(err).spawn();
        let mut child = spawned.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        let mut line = String::new();
        let out = child.stdout.take().expect("a pipe");
        BufReader::new(out).read_line(&mut line).expect("a line");
        assert!(!line.trim().is_empty(), "{command:?} ended at once");
        (Self { child }, line.trim().to_owned())
    }

    /// The id that the system gave it.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal by name (`TERM`, `KILL`, `STOP`, `CONT`, …).
    pub fn signal(&self, name: &str) {
        let line = format!("kill -s {name} {}", self.pid());
        let status = Command::new("sh").args(["-c", &line]).status().expect("a shell");
        assert!(status.success(), "{line}: {status}");
    }

    /// True until it has ended.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits for its end, `None` if it takes longer than `limit`.
    pub fn ended_within(&mut self, limit: Duration) -> Option<ExitStatus> {
        poll(limit, || self.child.try_wait().ok().flatten())
    }

    /// Processor time that all its threads used so far.
    pub fn cpu(&self) -> Duration {
        Duration::from_nanos(self.scheduled(0))
    }

    /// How often a thread of it was given the processor so far.
    pub fn slices(&self) -> u64 {
        self.scheduled(2)
    }

    /// Sum over its threads of a field of `schedstat`.
    fn scheduled(&self, field: usize) -> u64 {
        let folder = format!("/proc/{}/task", self.pid());
        let threads = std::fs::read_dir(folder).expect("the process runs");
        let fields = threads.flatten().filter_map(|thread| {
            let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
            text.split_whitespace().nth(field)?.parse::<u64>().ok()
        });
        fields.sum()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks `probe` until it has an answer, `None` after `limit`.
pub fn poll<T>(limit: Duration, mut probe: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        if let Some(answer) = probe() {
            return Some(answer);
        }
        if Instant::now() > end {
            return None;
        }
        thread::sleep(POLL);
    }
}
