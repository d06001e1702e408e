//! File operations that go wrong on demand.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex};

use crate::store::fs::{Fs, Locked, Meta, Output, RealFs};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The operation does nothing and fails.
    Fail,
    /// A write stops half way, as on a full disk; other operations fail.
    Short,
    /// A write changes a byte and says that all is well; other operations work.
    Flip,
    /// The operation takes place and fails all the same.
    Late,
    /// The operation does not come back until [`FaultFs::release`].
    Hang,
}

/// Which operations are hit, counted from 0.
#[derive(Clone, Debug, Default)]
pub enum Plan {
    #[default]
    Never,
    At(Vec<usize>, Fault),
    From(usize, Fault),
    /// Each operation of this name, such as `rename`.
    Named(&'static str, Fault),
}

#[derive(Default)]
struct State {
    plan: Plan,
    /// Names of the operations that took place or were to.
    log: Vec<&'static str>,
    is_released: bool,
}

/// The real disk with faults; clones share the plan.
#[derive(Clone, Default)]
pub struct FaultFs {
    state: Arc<(Mutex<State>, Condvar)>,
}

impl FaultFs {
    pub fn plan(&self, plan: Plan) {
        let mut state = self.state.0.lock().unwrap();
        *state = State { plan, ..State::default() };
    }

    /// The operations since the plan was made.
    pub fn log(&self) -> Vec<&'static str> {
        self.state.0.lock().unwrap().log.clone()
    }

    /// Lets go of what hangs.
    pub fn release(&self) {
        let mut state = self.state.0.lock().unwrap();
        state.is_released = true;
        state.plan = Plan::Never;
        self.state.1.notify_all();
    }

    fn fault(&self, name: &'static str) -> Option<Fault> {
        let (state, released) = &*self.state;
        let mut state = state.lock().unwrap();
        let number = state.log.len();
        state.log.push(name);
        let fault = match &state.plan {
            Plan::At(numbers, fault) if numbers.contains(&number) => *fault,
            Plan::From(first, fault) if number >= *first => *fault,
            Plan::Named(named, fault) if *named == name => *fault,
            _ => return None,
        };
        if fault == Fault::Hang {
            drop(released.wait_while(state, |state| !state.is_released).unwrap());
            return None;
        }
        Some(fault)
    }

    fn run<T>(&self, name: &'static str, operation: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.fault(name) {
            None | Some(Fault::Flip) => operation(),
            Some(Fault::Late) => operation().and_then(|_| Err(io::Error::other("late fault"))),
            Some(Fault::Fail | Fault::Short | Fault::Hang) => Err(io::Error::other("fault")),
        }
    }
}

struct FaultOutput(FaultFs, Box<dyn Output>);

impl Output for FaultOutput {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.0.fault("write") {
            None | Some(Fault::Hang) => self.1.write_all(bytes),
            Some(Fault::Fail) => Err(io::Error::other("fault")),
            Some(Fault::Late) => self.1.write_all(bytes).and(Err(io::Error::other("late fault"))),
            Some(Fault::Short) => {
                self.1.write_all(&bytes[..bytes.len() / 2])?;
                Err(io::ErrorKind::StorageFull.into())
            }
            Some(Fault::Flip) => {
                let mut bytes = bytes.to_vec();
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                self.1.write_all(&bytes)
            }
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let Self(faults, output) = self;
        faults.run("sync", || output.sync())
    }
}

impl Fs for FaultFs {
    fn read(&self, path: &Path, max_bytes: u64) -> io::Result<Vec<u8>> {
        self.run("read", || RealFs.read(path, max_bytes))
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        self.run("create_new", || Ok(Box::new(FaultOutput(self.clone(), RealFs.create_new(path)?)) as Box<dyn Output>))
    }
    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()> {
        self.run("set_mode", || RealFs.set_mode(path, mode))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run("rename", || RealFs.rename(from, to))
    }
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.run("sync_dir", || RealFs.sync_dir(dir))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.run("remove", || RealFs.remove(path))
    }
    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        self.run("metadata", || RealFs.metadata(path))
    }
    fn list(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        self.run("list", || RealFs.list(dir))
    }
    fn create_dir(&self, dir: &Path) -> io::Result<()> {
        self.run("create_dir", || RealFs.create_dir(dir))
    }
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.run("canonicalize", || RealFs.canonicalize(path))
    }
    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.run("read_link", || RealFs.read_link(path))
    }
    fn check_writable(&self, path: &Path) -> io::Result<()> {
        self.run("check_writable", || RealFs.check_writable(path))
    }
    fn lock(&self, path: &Path) -> io::Result<Locked> {
        self.run("lock", || RealFs.lock(path))
    }
}
