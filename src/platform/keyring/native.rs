//! Keychain and Credential Manager.

use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};
use uuid::Uuid;

use super::{Asking, KeyringError, SERVICE};

/// The system itself asks the person where it has to.
pub(super) fn get(outlet: Uuid, _asking: Asking) -> Result<Option<String>, KeyringError> {
    match entry(outlet)?.get_password() {
        Ok(text) => Ok(Some(text)),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(reason(&error)),
    }
}

pub(super) fn set(outlet: Uuid, text: &str) -> Result<(), KeyringError> {
    entry(outlet)?.set_password(text).map_err(|error| reason(&error))
}

pub(super) fn remove(outlet: Uuid, _asking: Asking) -> Result<(), KeyringError> {
    match entry(outlet)?.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(reason(&error)),
    }
}

fn entry(outlet: Uuid) -> Result<Entry, KeyringError> {
    let store = store().map_err(|error| reason(&error))?;
    Entry::new_in_store(&store, SERVICE, &outlet.to_string()).map_err(|error| reason(&error))
}

#[cfg(target_os = "macos")]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// Only the kind: an error may carry what was kept.
fn reason(error: &Error) -> KeyringError {
    match error {
        Error::NoStorageAccess(_) => KeyringError::Locked,
        _ => KeyringError::Absent,
    }
}
