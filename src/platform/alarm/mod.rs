//! The alarm clock: one thread that rings at due times and keeps the beat of a running session, whether or not a
//! frame is drawn.
//!
//! It sleeps until the next alarm, at most a minute because the wall clock or the zone may change meanwhile, 20 s while
//! a session runs, and for ever when there is nothing to wait for. What it has to tell goes through the sink given at the start.

mod gap;
mod schedule;
#[cfg(test)]
mod tests;
mod zone;

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

pub use gap::{Beat, GAP, Gap, gap};
pub use schedule::{Alarm, AlarmEvent, BEAT};
use schedule::{Change, Schedule};
use zone::ZoneWatch;

use super::clock::Clock;
use super::worker::{STOP_WITHIN, Worker};

/// Handle of the alarm thread, which ends when this is dropped.
pub struct AlarmClock<T> {
    shared: Arc<Shared<T>>,
    worker: Option<Worker>,
}

struct Shared<T> {
    clock: Arc<dyn Clock>,
    state: Mutex<State<T>>,
    woken: Condvar,
}

struct State<T> {
    schedule: Schedule<T>,
    /// Present while beats are kept.
    beat: Option<Beat>,
    /// The first beat, until the thread has told it.
    first: Option<Beat>,
    attention: Attention,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Attention {
    Sleep,
    Look,
    Stop,
}

impl<T: Clone + PartialEq + Send + 'static> AlarmClock<T> {
    /// Starts the thread; `events` gets what rings and gaps, `heartbeat` each beat (it writes the heartbeat file).
    /// Both run on the thread and should be quick.
    pub fn start(
        clock: Arc<dyn Clock>,
        events: impl FnMut(AlarmEvent<T>) + Send + 'static,
        heartbeat: impl FnMut(Beat) + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            clock,
            state: Mutex::new(State {
                schedule: Schedule::default(),
                beat: None,
                first: None,
                attention: Attention::Look,
            }),
            woken: Condvar::new(),
        });
        let inner = Arc::clone(&shared);
        let worker = Worker::spawn("alarm", move || inner.run(events, heartbeat))?;
        Ok(Self { shared, worker: Some(worker) })
    }

    /// Replaces all alarms; cheap when they are the same as before. One that has rung does not ring again.
    pub fn set(&self, alarms: Vec<Alarm<T>>) {
        let mut state = self.shared.lock();
        if state.schedule.set(alarms) == Change::New {
            self.shared.wake(&mut state);
        }
    }

    /// Keeps beats from now on, for a running session; the first one is now. Does nothing when they are kept already.
    pub fn start_beating(&self) {
        let mut state = self.shared.lock();
        if state.beat.is_none() {
            state.beat = Some(Beat::read(&*self.shared.clock));
            state.first = state.beat;
            self.shared.wake(&mut state);
        }
    }

    /// Keeps no beats any more.
    pub fn stop_beating(&self) {
        let mut state = self.shared.lock();
        state.beat = None;
        state.first = None;
    }

    /// The last beat while beats are kept. A gap is told before the beat after it is recorded, so one who asks for the
    /// beat first and then reads the events never takes time across a gap for time at work.
    pub fn last_beat(&self) -> Option<Beat> {
        self.shared.lock().beat
    }

    /// Looks at the clocks at once; for tests that have moved them, and after a known wake from suspend.
    pub fn look(&self) {
        let mut state = self.shared.lock();
        self.shared.wake(&mut state);
    }
}

impl<T> Drop for AlarmClock<T> {
    fn drop(&mut self) {
        self.shared.lock().attention = Attention::Stop;
        self.shared.woken.notify_all();
        if let Some(worker) = self.worker.take() {
            worker.join_within(STOP_WITHIN);
        }
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wake(&self, state: &mut State<T>) {
        if state.attention == Attention::Sleep {
            state.attention = Attention::Look;
        }
        self.woken.notify_all();
    }
}

impl<T: Clone + PartialEq> Shared<T> {
    fn run(&self, mut events: impl FnMut(AlarmEvent<T>), mut heartbeat: impl FnMut(Beat)) {
        let mut zone = ZoneWatch::default();
        loop {
            let mut state = self.lock();
            if state.attention == Attention::Stop {
                return;
            }
            state.attention = Attention::Sleep;
            let last = state.beat;
            let first = state.first.take();
            let now = Beat::read(&*self.clock);
            let step = state.schedule.step(now, last, zone.look(&*self.clock, now.wall));
            drop(state);

            step.events.into_iter().for_each(&mut events);
            if let Some(beat) = step.beat.or(first) {
                heartbeat(beat);
                self.record(last, beat);
            }
            self.sleep();
        }
    }

    /// Replaces the beat unless beats were stopped, or stopped and started, in the meantime.
    fn record(&self, last: Option<Beat>, beat: Beat) {
        let mut state = self.lock();
        if state.beat.is_some() && state.beat == last {
            state.beat = Some(beat);
        }
    }

    fn sleep(&self) {
        let state = self.lock();
        let time = state.schedule.sleep(Beat::read(&*self.clock), state.beat);
        let asleep = |state: &mut State<T>| state.attention == Attention::Sleep;
        match time {
            Some(time) => drop(self.woken.wait_timeout_while(state, time, asleep)),
            None => drop(self.woken.wait_while(state, asleep)),
        }
    }
}
