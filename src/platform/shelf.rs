//! A small file of this user alone, as a part of the platform sees it; `store` reads and writes it.

/// Longest file that is read, in bytes.
pub const MAX_SHELF_BYTES: u64 = 32 * 1024 * 1024;

/// One small private file.
pub trait Shelf: Send {
    /// What lies there, nothing when there is nothing; an error in words when it cannot be read.
    fn read(&self) -> Result<Vec<u8>, String>;
    /// Puts other contents in its place, whole or not at all, readable by this user only; an error in words.
    fn write(&self, bytes: &[u8]) -> Result<(), String>;
    /// Takes it away; what is not there is gone already.
    fn remove(&self) -> Result<(), String>;
    /// Gives it another name beside it, over nothing that is there; what is not there needs none.
    fn put_aside(&self) -> Result<(), String>;
}

#[cfg(test)]
pub mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A shelf in memory; clones share it. Without contents it cannot be read.
    #[derive(Clone, Debug)]
    pub struct Memory(pub Arc<Mutex<Option<Vec<u8>>>>);

    impl Default for Memory {
        fn default() -> Self {
            Self(Arc::new(Mutex::new(Some(Vec::new()))))
        }
    }

    impl Shelf for Memory {
        fn read(&self) -> Result<Vec<u8>, String> {
            self.0.lock().unwrap().clone().ok_or_else(|| "broken disk".to_owned())
        }
        fn write(&self, bytes: &[u8]) -> Result<(), String> {
            *self.0.lock().unwrap() = Some(bytes.to_vec());
            Ok(())
        }
        fn remove(&self) -> Result<(), String> {
            *self.0.lock().unwrap() = Some(Vec::new());
            Ok(())
        }
        fn put_aside(&self) -> Result<(), String> {
            self.remove()
        }
    }
}
