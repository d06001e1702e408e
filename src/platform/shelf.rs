//! A small file of this user alone, as a part of the platform sees it; `store` reads and writes it.

/// Longest file that is read, in bytes.
pub const MAX_SHELF_BYTES: u64 = 32 * 1024 * 1024;

/// One small private file.
pub trait Shelf: Send {
    /// What lies there; nothing when there is nothing, or when it cannot be read.
    fn read(&self) -> Vec<u8>;
    /// Puts other contents in its place, whole or not at all, readable by this user only; an error in words.
    fn write(&self, bytes: &[u8]) -> Result<(), String>;
    /// Takes it away; what is not there is gone already.
    fn remove(&self) -> Result<(), String>;
}

#[cfg(test)]
pub mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A shelf in memory; clones share it.
    #[derive(Clone, Debug, Default)]
    pub struct Memory(pub Arc<Mutex<Vec<u8>>>);

    impl Shelf for Memory {
        fn read(&self) -> Vec<u8> {
            self.0.lock().unwrap().clone()
        }
        fn write(&self, bytes: &[u8]) -> Result<(), String> {
            *self.0.lock().unwrap() = bytes.to_vec();
            Ok(())
        }
        fn remove(&self) -> Result<(), String> {
            self.0.lock().unwrap().clear();
            Ok(())
        }
    }
}
