//! The thread that makes calls, one after the other: nothing waits behind an answer but the next call.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc;

use super::Order;
use super::http::{Caller, Reply, nothing};
use super::queue::Parcel;
use super::{Chat, Clock, Worker};
use crate::domain::people::{Secret, Trouble};

/// One call to make.
pub(super) struct Call {
    pub secret: Secret,
    pub parcel: Box<Parcel>,
    pub why: Why,
}

/// What a call is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The parcel waits in the queue.
    Waits,
    /// It is a test.
    Test,
}

/// A call that was answered, or was not.
pub(super) struct Answered {
    pub parcel: Box<Parcel>,
    pub why: Why,
    pub reply: Reply,
}

/// Starts the thread; it ends after the call that is under way when nobody can ask for calls any more.
pub(super) fn start(chat: Chat, clock: Arc<dyn Clock>, answers: mpsc::Sender<Order>) -> io::Result<mpsc::Sender<Call>> {
    let (calls, inbox) = mpsc::channel::<Call>();
    Worker::spawn("sender-calls", move || {
        // Made for the first call.
        let mut caller: Option<Caller> = None;
        for Call { secret, parcel, why } in inbox {
            // Whatever happens, there is an answer: the queue waits for it.
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                caller.get_or_insert_with(|| Caller::new(chat)).call(&secret, &parcel, clock.wall())
            }));
            let reply = outcome.unwrap_or_else(|_| {
                caller = None;
                nothing(Trouble::Other)
            });
            if answers.send(Order::Answered(Answered { parcel, why, reply })).is_err() {
                return;
            }
        }
    })?;
    Ok(calls)
}
