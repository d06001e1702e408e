//! The file of the queue: read once, or until it can be; written whole, or again until it is.

use std::mem::{Discriminant, discriminant};

use super::QueueProblem;
use super::queue::{Parcel, Queue};
use crate::platform::shelf::Shelf;

/// The file, and how it stands.
pub(super) struct Journal {
    shelf: Box<dyn Shelf>,
    found: Found,
    /// The file holds something else than the queue.
    is_behind: bool,
    /// The problem that was told last, while it lasts.
    told: Option<Discriminant<QueueProblem>>,
}

/// What is known of what lay there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It is in the queue.
    Read,
    /// It is none of ours, and put aside before anything is written.
    Broken,
    /// The disk did not give it, and may later: till then nothing is written over it.
    Unread,
}

/// What came of writing.
#[derive(Default)]
pub(super) struct Written {
    /// What was too much once all was together.
    pub crowded_out: Vec<Parcel>,
    /// What was written before is in the queue only now.
    pub has_joined: bool,
    /// What is wrong, unless it was told already.
    pub problem: Option<QueueProblem>,
}

impl Journal {
    /// Reads what lies there; a problem goes with an empty queue.
    pub fn open(shelf: Box<dyn Shelf>) -> (Self, Queue, Option<QueueProblem>) {
        let (found, queue, problem) = match read(&*shelf) {
            Ok(queue) => (Found::Read, queue, None),
            Err(problem @ QueueProblem::Broken(_)) => (Found::Broken, Queue::default(), Some(problem)),
            Err(problem) => (Found::Unread, Queue::default(), Some(problem)),
        };
        let told = problem.as_ref().map(discriminant);
        (Self { shelf, found, is_behind: found == Found::Unread, told }, queue, problem)
    }

    /// Whether something is to be written or read again.
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    /// Writes all of it down; what could not be read at the start joins it first.
    pub fn write(&mut self, queue: &mut Queue) -> Written {
        let mut written = Written::default();
        let problem = self.try_write(queue, &mut written).err();
        let kind = problem.as_ref().map(discriminant);
        self.is_behind = problem.is_some();
        written.problem = problem.filter(|_| kind != self.told);
        self.told = kind;
        written
    }

    /// Takes the file away.
    pub fn remove(&mut self) {
        if self.found == Found::Read
            && let Err(error) = self.shelf.remove()
        {
            log::warn!("an empty queue stays: {error}");
        }
    }

    fn try_write(&mut self, queue: &mut Queue, written: &mut Written) -> Result<(), QueueProblem> {
        if self.found == Found::Unread {
            self.found = match read(&*self.shelf) {
                Ok(older) => {
                    written.crowded_out = queue.join(older);
                    written.has_joined = true;
                    Found::Read
                }
                Err(QueueProblem::Broken(_)) => Found::Broken,
                Err(problem) => return Err(problem),
            };
        }
        if self.found == Found::Broken {
            self.shelf.put_aside().map_err(QueueProblem::Unwritten)?;
            self.found = Found::Read;
        }
        self.shelf.write(queue.text().as_bytes()).map_err(QueueProblem::Unwritten)
    }
}

fn read(shelf: &dyn Shelf) -> Result<Queue, QueueProblem> {
    let bytes = shelf.read().map_err(QueueProblem::Unread)?;
    Queue::read(&bytes).map_err(QueueProblem::Broken)
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::platform::sender::queue::tests::{HOME, parcel, queue};
    use crate::platform::shelf::tests::Memory;

    /// A shelf on a disk that can be full.
    #[derive(Clone, Default)]
    struct Disk {
        memory: Memory,
        is_full: Arc<Mutex<bool>>,
    }

    impl Shelf for Disk {
        fn read(&self) -> Result<Vec<u8>, String> {
            self.memory.read()
        }
        fn write(&self, bytes: &[u8]) -> Result<(), String> {
            if *self.is_full.lock().unwrap() { Err("no space".to_owned()) } else { self.memory.write(bytes) }
        }
        fn remove(&self) -> Result<(), String> {
            self.memory.remove()
        }
        fn put_aside(&self) -> Result<(), String> {
            panic!("what the disk did not give is not put aside")
        }
    }

    fn ids(disk: &Disk) -> Vec<u128> {
        let queue = Queue::read(&disk.read().unwrap()).unwrap();
        (1..9).filter(|id| queue.waiting(uuid::Uuid::from_u128(*id)).is_some()).collect()
    }

    #[test]
    fn what_is_not_written_is_told_once_and_written_when_it_can_be() {
        let disk = Disk::default();
        let (mut journal, mut waiting, problem) = Journal::open(Box::new(disk.clone()));
        assert_eq!((problem, journal.is_behind()), (None, false));
        *disk.is_full.lock().unwrap() = true;
        waiting.add(parcel(1, HOME));
        let told = Some(QueueProblem::Unwritten("no space".to_owned()));
        assert_eq!((journal.write(&mut waiting).problem, journal.is_behind()), (told, true));
        assert_eq!((journal.write(&mut waiting).problem, journal.is_behind()), (None, true));
        *disk.is_full.lock().unwrap() = false;
        assert_eq!((journal.write(&mut waiting).problem, journal.is_behind()), (None, false));
        assert_eq!(ids(&disk), [1]);
    }

    #[test]
    fn what_the_disk_did_not_give_is_not_written_over_and_joins_later() {
        let disk = Disk::default();
        let older = queue(&[(1, HOME), (2, HOME)]).text();
        *disk.memory.0.lock().unwrap() = None;
        let (mut journal, mut waiting, problem) = Journal::open(Box::new(disk.clone()));
        assert_eq!((problem, journal.is_behind()), (Some(QueueProblem::Unread("broken disk".to_owned())), true));
        waiting.add(parcel(3, HOME));
        assert_eq!(journal.write(&mut waiting).problem, None, "it was told");
        assert_eq!(*disk.memory.0.lock().unwrap(), None);
        *disk.memory.0.lock().unwrap() = Some(older.into_bytes());
        let written = journal.write(&mut waiting);
        assert!(written.has_joined && written.problem.is_none() && !journal.is_behind());
        assert_eq!(ids(&disk), [1, 2, 3]);
        assert_eq!(waiting.waiting(uuid::Uuid::from_u128(1)).map(|parcel| parcel.outlet), Some(HOME));
    }
}
