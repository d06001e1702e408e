//! A named thread that ends within a bound, or is left behind rather than waited for.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a shutdown waits for one thread, in seconds: a hung bus or disk must not keep the app from closing.
pub const STOP_WITHIN: Duration = Duration::from_secs(1);

/// A running named thread; tell it to stop by its own means, then call [`Worker::join_within`].
#[derive(Debug)]
pub struct Worker {
    handle: JoinHandle<()>,
    /// Behind a lock only so that handles can be shared between threads.
    ended: Mutex<Receiver<()>>,
}

impl Worker {
    /// Starts `body` on a thread called `name`; fails only when the system gives no thread.
    pub fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let (alive, ended) = mpsc::channel::<()>();
        let handle = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Dropped when the body returns or panics, which ends the wait in `join_within`.
            let _alive = alive;
            body();
        })?;
        Ok(Self { handle, ended: Mutex::new(ended) })
    }

    /// Waits at most `limit` for the thread to end; one that does not is left to the end of the process.
    pub fn join_within(self, limit: Duration) -> Joined {
        let name = self.handle.thread().name().unwrap_or("unnamed").to_owned();
        let ended = self.ended.into_inner().unwrap_or_else(PoisonError::into_inner);
        match ended.recv_timeout(limit) {
            Err(RecvTimeoutError::Timeout) => {
                log::warn!("thread {name} did not end within {} ms", limit.as_millis());
                Joined::LeftBehind
            }
            Ok(()) | Err(RecvTimeoutError::Disconnected) => {
                if self.handle.join().is_err() {
                    log::error!("thread {name} panicked");
                }
                Joined::Ended
            }
        }
    }
}

/// What became of a thread that was asked to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It is over.
    Ended,
    /// It still runs and is no longer waited for.
    LeftBehind,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_thread_is_joined_at_once() {
        let worker = Worker::spawn("quick", || {}).unwrap();
        assert_eq!(worker.join_within(Duration::from_secs(5)), Joined::Ended);
    }

    #[test]
    fn a_stuck_thread_is_left_behind() {
        let (release, wait) = mpsc::channel::<()>();
        let worker = Worker::spawn("stuck", move || {
            let _ = wait.recv();
        })
        .unwrap();
        assert_eq!(worker.join_within(Duration::from_millis(30)), Joined::LeftBehind);
        drop(release);
    }

    #[test]
    fn a_panic_inside_does_not_reach_the_one_who_waits() {
        let worker = Worker::spawn("panics", || panic!("on purpose")).unwrap();
        assert_eq!(worker.join_within(Duration::from_secs(5)), Joined::Ended);
    }
}
