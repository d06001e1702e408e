//! Asks the app to save and close when the system asks the process to end (TERM, INT, HUP).
//!
//! On Windows nothing is done here: a closed console or a logout ends the process without a signal that winit or
//! Rust's standard library would pass on. That loses at most the last two seconds, because every change is saved
//! when it is made, and a running session has its heartbeat.

use std::io;
use std::sync::Arc;
#[cfg(unix)]
use std::time::Duration;

use super::clock::Clock;

/// Signals that come this soon after the first belong to the same request: a logout sends TERM and HUP together.
#[cfg(unix)]
const SAME_REQUEST: Duration = Duration::from_millis(500);

/// Which request to end arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndSignal {
    /// The session or a person ends the process (SIGTERM).
    Terminate,
    /// Ctrl+C in the terminal (SIGINT).
    Interrupt,
    /// The terminal was closed (SIGHUP).
    HangUp,
}

#[cfg(unix)]
pub use unix::Signals;

/// Listens for signals until it is dropped; here there are none.
#[cfg(not(unix))]
#[derive(Debug)]
pub struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Does nothing on this system.
    pub fn listen(_clock: Arc<dyn Clock>, _sink: impl FnMut(EndSignal) + Send + 'static) -> io::Result<Self> {
        Ok(Self)
    }
}

#[cfg(unix)]
mod unix {
    use super::{Arc, Clock, EndSignal, Verdict, io, verdict};

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::{self, Handle};

    use crate::platform::worker::{STOP_WITHIN, Worker};

    /// Listens for signals until it is dropped.
    #[derive(Debug)]
    pub struct Signals {
        handle: Handle,
        worker: Option<Worker>,
    }

    impl Signals {
        /// Calls `sink` once, at the first signal; a second one more than half a second later ends the process at
        /// once with 128 + its number.
        pub fn listen(clock: Arc<dyn Clock>, mut sink: impl FnMut(EndSignal) + Send + 'static) -> io::Result<Self> {
            let mut signals = iterator::Signals::new([SIGTERM, SIGINT, SIGHUP])?;
            let handle = signals.handle();
            let worker = Worker::spawn("signals", move || {
                let mut first = None;
                for number in &mut signals {
                    let now = clock.mono();
                    match verdict(first, now) {
                        Verdict::Ask => {
                            first = Some(now);
                            log::info!("asked to end by signal {number}");
                            sink(kind(number));
                        }
                        Verdict::Same => {}
                        Verdict::ExitNow => std::process::exit(128 + number),
                    }
                }
            })?;
            Ok(Self { handle, worker: Some(worker) })
        }
    }

    impl Drop for Signals {
        fn drop(&mut self) {
            self.handle.close();
            if let Some(worker) = self.worker.take() {
                worker.join_within(STOP_WITHIN);
            }
        }
    }

    fn kind(number: i32) -> EndSignal {
        match number {
            SIGINT => EndSignal::Interrupt,
            SIGHUP => EndSignal::HangUp,
            _ => EndSignal::Terminate,
        }
    }
}

#[cfg(unix)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Ask,
    Same,
    ExitNow,
}

#[cfg(unix)]
fn verdict(first: Option<Duration>, now: Duration) -> Verdict {
    match first {
        None => Verdict::Ask,
        Some(first) if now.saturating_sub(first) < SAME_REQUEST => Verdict::Same,
        Some(_) => Verdict::ExitNow,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    use std::sync::mpsc;

    use chrono::DateTime;

    use crate::platform::clock::FakeClock;

    #[test]
    fn only_a_later_second_signal_ends_the_process_at_once() {
        let at = Duration::from_millis;
        assert_eq!(verdict(None, at(70)), Verdict::Ask);
        assert_eq!(verdict(Some(at(70)), at(80)), Verdict::Same);
        assert_eq!(verdict(Some(at(70)), at(569)), Verdict::Same);
        assert_eq!(verdict(Some(at(70)), at(570)), Verdict::ExitNow);
    }

    #[test]
    fn a_signal_and_its_echo_ask_once() {
        let (tx, rx) = mpsc::channel();
        let signals =
            Signals::listen(Arc::new(FakeClock::new(DateTime::UNIX_EPOCH)), move |signal| tx.send(signal).unwrap())
                .unwrap();
        signal_hook::low_level::raise(signal_hook::consts::SIGHUP).unwrap();
        assert_eq!(rx.recv_timeout(Duration::from_secs(5)), Ok(EndSignal::HangUp));
        signal_hook::low_level::raise(signal_hook::consts::SIGTERM).unwrap();
        assert_eq!(rx.recv_timeout(Duration::from_millis(100)), Err(mpsc::RecvTimeoutError::Timeout));
        drop(signals);
    }
}
