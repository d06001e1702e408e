//! The thread that looks after the secrets: the keyring may take a minute, while the person is asked to unlock it.

use std::collections::{HashMap, HashSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;

use uuid::Uuid;

use super::Order;
use super::queue::Parcel;
use super::{Secrets, Worker};
use crate::domain::people::{Kept, Secret, Trouble};
use crate::platform::keyring::Asking;
use crate::platform::secrets::Unknown;

/// One thing to do with secrets.
pub(super) enum Errand {
    /// Outlets went, each with whether the person waits for it, and others came.
    Follow {
        gone: Vec<(Uuid, Asking)>,
        came: Vec<Uuid>,
    },
    Keep(Uuid, Secret),
    /// Look for the secret of an outlet again if it is not known.
    Look(Uuid, Asking, After),
}

/// What is to be done once it was looked.
#[derive(Default)]
pub(super) enum After {
    #[default]
    Nothing,
    /// Send what waits, by its id.
    Send(Uuid),
    Test(Box<Parcel>),
}

/// Why the secret of an outlet is not to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// There is none on this device.
    Nowhere,
    /// There may be one: it is looked for again before each try.
    Unknown(Unknown),
}

impl Missing {
    /// What a try to send comes to.
    pub fn trouble(self) -> Trouble {
        match self {
            Self::Nowhere => Trouble::NoAddress,
            Self::Unknown(Unknown::Locked) => Trouble::Locked,
            Self::Unknown(Unknown::Silent) => Trouble::NoKeyring,
            Self::Unknown(Unknown::Unreadable) => Trouble::Unreadable,
        }
    }

    /// Where it is as far as that is known.
    pub fn kept(self) -> Option<Kept> {
        match self {
            Self::Nowhere => Some(Kept::Nowhere),
            Self::Unknown(Unknown::Locked) => Some(Kept::Locked),
            Self::Unknown(Unknown::Silent | Unknown::Unreadable) => None,
        }
    }
}

/// What is known of the secret of an outlet: with its place, or why there is none.
pub(super) type Held = Result<(Secret, Kept), Missing>;

/// How all secrets stand after an errand.
#[derive(Default)]
pub(super) struct Report {
    pub held: HashMap<Uuid, Held>,
    /// The outlet whose secret was to be kept, if that was the errand.
    pub asked: Option<Uuid>,
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
        let mut vault = Vault { secrets, held: HashMap::new(), withheld: HashSet::new(), forgotten: HashMap::new() };
        for errand in inbox {
            let report = vault.report(errand);
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
    /// Outlets whose new secret could not be kept: the one of before is not used either, for the person replaced it.
    withheld: HashSet<Uuid>,
    /// Of outlets that are gone, for the case that they come back.
    forgotten: HashMap<Uuid, Secret>,
}

impl Vault {
    /// Runs an errand; there is a report whatever happens, for it is waited for.
    fn report(&mut self, errand: Errand) -> Report {
        let mut report = Report::default();
        if catch_unwind(AssertUnwindSafe(|| self.run(errand, &mut report))).is_err()
            && let Some(outlet) = report.asked
        {
            self.withhold(outlet);
            report.not_kept.push((outlet, io::ErrorKind::Other.to_string()));
        }
        report.held = self.held.clone();
        report
    }

    fn run(&mut self, errand: Errand, report: &mut Report) {
        match errand {
            Errand::Follow { gone, came } => {
                for (outlet, asking) in gone {
                    self.forget(outlet, asking, report);
                }
                for outlet in came {
                    match self.forgotten.remove(&outlet) {
                        Some(secret) => self.keep(outlet, secret, report),
                        None => self.look(outlet, Asking::Never),
                    }
                }
            }
            Errand::Keep(outlet, secret) => {
                report.asked = Some(outlet);
                self.keep(outlet, secret, report);
            }
            Errand::Look(outlet, asking, after) => {
                report.after = after;
                self.look(outlet, asking);
            }
        }
    }

    fn forget(&mut self, outlet: Uuid, asking: Asking, report: &mut Report) {
        self.look(outlet, Asking::Never);
        self.withheld.remove(&outlet);
        if let Some(Ok((secret, _))) = self.held.remove(&outlet) {
            self.forgotten.insert(outlet, secret);
        }
        match self.secrets.forget(outlet, asking) {
            Ok(()) => report.forgot.push(outlet),
            Err(error) => log::info!("a secret is not forgotten yet: {error}"),
        }
    }

    fn keep(&mut self, outlet: Uuid, secret: Secret, report: &mut Report) {
        match self.secrets.keep(outlet, &secret) {
            Ok(kept) => {
                self.withheld.remove(&outlet);
                self.held.insert(outlet, Ok((secret, kept)));
                report.fresh.push(outlet);
            }
            Err(error) => {
                self.withhold(outlet);
                report.not_kept.push((outlet, error));
            }
        }
    }

    fn withhold(&mut self, outlet: Uuid) {
        self.withheld.insert(outlet);
        self.held.insert(outlet, Err(Missing::Nowhere));
    }

    /// What was read once is not read again.
    fn look(&mut self, outlet: Uuid, asking: Asking) {
        if self.withheld.contains(&outlet) || matches!(self.held.get(&outlet), Some(Ok(_))) {
            return;
        }
        let found = match self.secrets.get(outlet, asking) {
            Ok(Some(found)) => Ok(found),
            Ok(None) => Err(Missing::Nowhere),
            Err(unknown) => Err(Missing::Unknown(unknown)),
        };
        self.held.insert(outlet, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::keyring::Keyring;
    use crate::platform::shelf::Shelf;
    use crate::platform::shelf::tests::Memory;

    const HOME: Uuid = Uuid::from_u128(0xA);

    fn secret(address: &str) -> Secret {
        Secret { address: address.to_owned(), token: String::new() }
    }

    fn vault(file: impl Shelf + 'static) -> Vault {
        let secrets = Secrets::new(Keyring::None, Box::new(file));
        Vault { secrets, held: HashMap::new(), withheld: HashSet::new(), forgotten: HashMap::new() }
    }

    #[test]
    fn an_address_that_could_not_be_replaced_is_not_used_any_more() {
        let file = Memory::default();
        let mut vault = vault(file.clone());
        vault.report(Errand::Keep(HOME, secret("https://a.example/old")));
        let bytes = file.0.lock().unwrap().take();
        let report = vault.report(Errand::Keep(HOME, secret("https://a.example/new")));
        assert_eq!((report.asked, report.not_kept.len()), (Some(HOME), 1));
        *file.0.lock().unwrap() = bytes;
        let report = vault.report(Errand::Look(HOME, Asking::Allowed, After::Nothing));
        assert_eq!(report.held[&HOME], Err(Missing::Nowhere));
        let report = vault.report(Errand::Keep(HOME, secret("https://a.example/new")));
        assert_eq!(report.held[&HOME], Ok((secret("https://a.example/new"), Kept::File)));
    }

    #[test]
    fn only_what_was_forgotten_is_reported_so() {
        let file = Memory::default();
        let mut vault = vault(file.clone());
        vault.report(Errand::Keep(HOME, secret("https://a.example/")));
        let bytes = file.0.lock().unwrap().take();
        let gone = || Errand::Follow { gone: vec![(HOME, Asking::Never)], came: Vec::new() };
        assert!(vault.report(gone()).forgot.is_empty());
        *file.0.lock().unwrap() = bytes;
        assert_eq!(vault.report(gone()).forgot, [HOME]);
        assert_eq!(file.read(), Ok(Vec::new()));
    }

    /// A file whose every use goes wrong in a way that nobody thought of.
    struct Panics;

    impl Shelf for Panics {
        fn read(&self) -> Result<Vec<u8>, String> {
            panic!("on purpose")
        }
        fn write(&self, _bytes: &[u8]) -> Result<(), String> {
            panic!("on purpose")
        }
        fn remove(&self) -> Result<(), String> {
            panic!("on purpose")
        }
        fn put_aside(&self) -> Result<(), String> {
            panic!("on purpose")
        }
    }

    #[test]
    fn an_errand_that_panics_is_reported_all_the_same() {
        let mut vault = vault(Panics);
        let id = Uuid::from_u128(1);
        let report = vault.report(Errand::Look(HOME, Asking::Never, After::Send(id)));
        assert!(matches!(report.after, After::Send(sent) if sent == id));
        let report = vault.report(Errand::Keep(HOME, secret("https://a.example/")));
        assert_eq!((report.asked, report.not_kept.len(), report.fresh.len()), (Some(HOME), 1, 0));
    }
}
