//! The thread that looks after the secrets: the keyring may take a minute, while the person is asked to unlock it.

use std::collections::HashMap;
use std::io;
use std::sync::mpsc;

use uuid::Uuid;

use super::Order;
use super::queue::Parcel;
use super::{Secrets, Worker};
use crate::domain::people::{Kept, Secret};
use crate::platform::keyring::Asking;

/// One thing to do with secrets.
pub(super) enum Errand {
    /// Outlets went, and others came.
    Follow {
        gone: Vec<Uuid>,
        came: Vec<Uuid>,
    },
    Keep(Uuid, Secret),
    /// Look for the secret of an outlet again if it is not known.
    Look(Uuid, Asking, After),
}

/// What is to be done once it was looked.
pub(super) enum After {
    Nothing,
    /// Send what waits, by its id.
    Send(Uuid),
    Test(Box<Parcel>),
}

/// What is known of the secret of an outlet: with its place, or why there is none.
pub(super) type Held = Result<(Secret, Kept), Kept>;

/// How all secrets stand after an errand.
pub(super) struct Report {
    pub held: HashMap<Uuid, Held>,
    /// Outlets whose secret was kept just now.
    pub fresh: Vec<Uuid>,
    /// Those whose secret could not be kept, in words.
    pub not_kept: Vec<(Uuid, String)>,
    /// Those whose secret was forgotten.
    pub forgot: Vec<Uuid>,
    pub after: After,
}

/// Starts the thread; it ends when nobody can send it on errands any more and all of them are done.
pub(super) fn start(secrets: Secrets, reports: mpsc::Sender<Order>) -> io::Result<mpsc::Sender<Errand>> {
    let (errands, inbox) = mpsc::channel();
    Worker::spawn("sender-secrets", move || {
        let mut vault = Vault { secrets, held: HashMap::new(), forgotten: HashMap::new() };
        for errand in inbox {
            let report = vault.run(errand);
            // Also when nobody asks any more: what was handed over is kept or forgotten to the end.
            drop(reports.send(Order::Reported(report)));
        }
    })?;
    Ok(errands)
}

struct Vault {
    secrets: Secrets,
    /// What was read or written, or could not be.
    held: HashMap<Uuid, Held>,
    /// Of outlets that are gone, for the case that they come back.
    forgotten: HashMap<Uuid, Secret>,
}

impl Vault {
    fn run(&mut self, errand: Errand) -> Report {
        let mut report = Report {
            held: HashMap::new(),
            fresh: Vec::new(),
            not_kept: Vec::new(),
            forgot: Vec::new(),
            after: After::Nothing,
        };
        match errand {
            Errand::Follow { gone, came } => {
                self.forget(&gone);
                report.forgot = gone;
                for outlet in came {
                    match self.forgotten.remove(&outlet) {
                        Some(secret) => self.keep(outlet, secret, &mut report),
                        None => self.look(outlet, Asking::Never),
                    }
                }
            }
            Errand::Keep(outlet, secret) => self.keep(outlet, secret, &mut report),
            Errand::Look(outlet, asking, after) => {
                self.look(outlet, asking);
                report.after = after;
            }
        }
        report.held = self.held.clone();
        report
    }

    fn forget(&mut self, gone: &[Uuid]) {
        for outlet in gone {
            self.look(*outlet, Asking::Never);
            if let Some(Ok((secret, _))) = self.held.remove(outlet) {
                self.forgotten.insert(*outlet, secret);
            }
            self.secrets.forget(*outlet);
        }
    }

    fn keep(&mut self, outlet: Uuid, secret: Secret, report: &mut Report) {
        match self.secrets.keep(outlet, &secret) {
            Ok(kept) => {
                self.held.insert(outlet, Ok((secret, kept)));
                report.fresh.push(outlet);
            }
            Err(error) => report.not_kept.push((outlet, error)),
        }
    }

    /// What was read once is not read again.
    fn look(&mut self, outlet: Uuid, asking: Asking) {
        if matches!(self.held.get(&outlet), Some(Ok(_))) {
            return;
        }
        let found = match self.secrets.get(outlet, asking) {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(Kept::Nowhere),
            Err(_) => Err(Kept::Locked),
        };
        self.held.insert(outlet, found);
    }
}
