//! What the thread that owns the queue has done by the one that looks after the secrets, and what comes of it.

use std::io;
use std::sync::mpsc;

use uuid::Uuid;

use super::{FORGET_AGAIN, Work};
use crate::domain::people::Secret;
use crate::platform::keyring::Asking;
use crate::platform::sender::calls::Why;
use crate::platform::sender::vault::{After, Errand, Report};
use crate::platform::sender::{Known, News};

impl Work<'_> {
    pub(super) fn follow(&mut self, known: Vec<Known>) {
        let is_in = |list: &[Known], outlet| list.iter().any(|one| one.outlet == outlet);
        // The person waits for the first; of the others they think no more, and are not asked.
        let went = self.known.iter().map(|one| (one.outlet, Asking::Allowed));
        let left = self.queue.gone().map(|outlet| (outlet, Asking::Never));
        let gone: Vec<_> = went.chain(left).filter(|(outlet, _)| !is_in(&known, *outlet)).collect();
        let outlets = known.iter().map(|one| one.outlet);
        let came: Vec<Uuid> = outlets.filter(|outlet| !is_in(&self.known, *outlet)).collect();
        self.known = known;
        // Noted before they are forgotten: the keyring may take longer than the app lives.
        let has_changed = self.queue.keep_only(&self.known);
        let ids: Vec<Uuid> = gone.iter().map(|(outlet, _)| *outlet).collect();
        if self.queue.set_gone(&ids) || has_changed {
            self.write();
        }
        self.forgot_at = self.clock.wall();
        self.errand(Errand::Follow { gone, came });
    }

    /// Tries once more to forget the secrets of outlets that are gone, after a while.
    pub(super) fn forget_again(&mut self) {
        let now = self.clock.wall();
        let gone: Vec<_> = self.queue.gone().map(|outlet| (outlet, Asking::Never)).collect();
        if !gone.is_empty() && (now - self.forgot_at).abs().to_std().is_ok_and(|since| since >= FORGET_AGAIN) {
            self.forgot_at = now;
            self.errand(Errand::Follow { gone, came: Vec::new() });
        }
    }

    /// Keeps a secret; from here on the one of before is not used any more.
    pub(super) fn keep(&mut self, outlet: Uuid, secret: Secret) {
        self.held.remove(&outlet);
        self.keeping.push((outlet, secret.clone()));
        self.errand(Errand::Keep(outlet, secret));
    }

    pub(super) fn is_keeping(&self, outlet: Uuid) -> bool {
        self.keeping.iter().any(|(other, _)| *other == outlet)
    }

    pub(super) fn errand(&mut self, errand: Errand) {
        let Err(mpsc::SendError(errand)) = self.errands.send(errand) else {
            self.errands_out += 1;
            return;
        };
        log::error!("the thread that looks after secrets is gone");
        match errand {
            Errand::Look(_, _, After::Send(id)) => self.send_waiting(id),
            Errand::Look(_, _, After::Test(parcel)) => self.call_with_held(parcel, Why::Test),
            Errand::Keep(outlet, _) => {
                self.kept(outlet);
                self.tell_not_kept(outlet, io::ErrorKind::Other.to_string());
            }
            Errand::Look(_, _, After::Nothing) | Errand::Follow { .. } => {}
        }
    }

    /// One secret of an outlet is not waited for any more.
    fn kept(&mut self, outlet: Uuid) {
        if let Some(at) = self.keeping.iter().position(|(other, _)| *other == outlet) {
            self.keeping.remove(at);
        }
    }

    fn tell_not_kept(&self, outlet: Uuid, error: String) {
        log::warn!("a secret is not kept: {error}");
        (self.sink)(News::NotKept { outlet, error });
    }

    /// Notes how the secrets stand.
    pub(super) fn reported(&mut self, Report { held, asked, fresh, not_kept, forgot, after }: Report) {
        self.errands_out = self.errands_out.saturating_sub(1);
        if let Some(outlet) = asked {
            self.kept(outlet);
        }
        self.held = held;
        self.held.retain(|outlet, _| !self.keeping.iter().any(|(other, _)| other == outlet));
        for outlet in fresh {
            self.queue.begin_anew(outlet);
        }
        for (outlet, error) in not_kept {
            self.tell_not_kept(outlet, error);
        }
        if self.queue.forgot(&forgot) {
            self.write();
        }
        match after {
            After::Nothing => {}
            After::Send(id) => self.send_waiting(id),
            After::Test(parcel) if self.is_keeping(parcel.outlet) => {
                self.errand(Errand::Look(parcel.outlet, Asking::Allowed, After::Test(parcel)));
            }
            After::Test(parcel) => self.call_with_held(parcel, Why::Test),
        }
    }
}
