//! A list of records that is cheap to snapshot and to change: clones share everything but the chunk that changed.

use std::collections::BTreeSet;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// Records in a chunk, at most: changing one copies as many pointers, and one for each chunk.
const CHUNK: usize = 256;

/// Something saved on one line of the file.
pub trait Record: Clone + PartialEq {
    /// Unique in its list, uuid v7.
    fn id(&self) -> Uuid;
    /// What the list is sorted by; equal moments are ordered by id.
    fn order(&self) -> DateTime<Utc>;
    /// Takes over from `current` what no step can change and `from`, the state that is taken back, had as well.
    fn keep_other_changes(&mut self, _from: &Self, _current: &Self) {}
}

/// Records in order of time. Cloning costs one pointer, changing a record copies its chunk.
pub struct Records<T> {
    /// None of them empty.
    chunks: Arc<Vec<Chunk<T>>>,
    len: usize,
}

/// Each record with its id: records lie far apart in memory, and a search asks for the id alone.
type Chunk<T> = Arc<Vec<(Uuid, Arc<T>)>>;

impl<T> Clone for Records<T> {
    fn clone(&self) -> Self {
        Self { chunks: Arc::clone(&self.chunks), len: self.len }
    }
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self { chunks: Arc::default(), len: 0 }
    }
}

impl<T: PartialEq> PartialEq for Records<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || (self.len == other.len && self.iter().eq(other.iter()))
    }
}

impl<T: fmt::Debug> fmt::Debug for Records<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Record> FromIterator<T> for Records<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self::from_shared(records.into_iter().map(Arc::new).collect())
    }
}

impl<T> Records<T> {
    /// All records, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.shared().map(AsRef::as_ref)
    }

    /// The shared records, oldest first.
    pub fn shared(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.range(0..self.len)
    }

    /// Those at these places, oldest first; none beyond the end.
    pub fn range(&self, places: Range<usize>) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        let end = places.end.min(self.len);
        let start = places.start.min(end);
        let mut entries = self.chunks.iter().flat_map(|chunk| chunk.iter());
        if let Some(before) = start.checked_sub(1) {
            entries.nth(before);
        }
        if let Some(behind) = (self.len - end).checked_sub(1) {
            entries.nth_back(behind);
        }
        Counted { entries: entries.map(|(_, record)| record), left: end - start }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The newest record.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// How many come before the first of which this does not hold; it must hold of all before that one.
    pub fn partition_point(&self, holds: impl Fn(&T) -> bool) -> usize {
        let nth = self.chunks.partition_point(|chunk| chunk.last().is_some_and(|(_, record)| holds(record)));
        let before: usize = self.chunks[..nth].iter().map(|chunk| chunk.len()).sum();
        before + self.chunks.get(nth).map_or(0, |chunk| chunk.partition_point(|(_, record)| holds(record)))
    }

    /// True when both are the very same list, not only equal.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.chunks, &other.chunks)
    }

    /// The record of this id; looks from the newest on, which is mostly meant.
    pub fn get(&self, id: Uuid) -> Option<&T> {
        let (nth, at) = self.find(id)?;
        Some(&self.chunks[nth][at].1)
    }

    /// The chunk of an id, and its place there.
    fn find(&self, id: Uuid) -> Option<(usize, usize)> {
        let place = |chunk: &Chunk<T>| chunk.iter().rposition(|(other, _)| *other == id);
        self.chunks.iter().enumerate().rev().find_map(|(nth, chunk)| Some((nth, place(chunk)?)))
    }
}

impl<T: Record> Records<T> {
    /// Sorts what it is given.
    pub fn from_shared(mut records: Vec<Arc<T>>) -> Self {
        records.sort_by_key(|record| (record.order(), record.id()));
        let entries = |records: &[Arc<T>]| Arc::new(records.iter().map(entry).collect());
        Self { len: records.len(), chunks: Arc::new(records.chunks(CHUNK).map(entries).collect()) }
    }

    /// Adds a record at its place in time; one with the same id is replaced.
    pub fn insert(&mut self, record: T) {
        self.insert_shared(Arc::new(record));
    }

    /// As [`Records::insert`], for a record that is shared already.
    pub fn insert_shared(&mut self, record: Arc<T>) {
        self.remove(record.id());
        let key = (record.order(), record.id());
        let is_before = |(id, other): &(Uuid, Arc<T>)| (other.order(), *id) < key;
        let chunks = Arc::make_mut(&mut self.chunks);
        if chunks.is_empty() {
            chunks.push(Chunk::default());
        }
        // What is newer than all goes to the last chunk.
        let nth = chunks.partition_point(|chunk| chunk.last().is_some_and(is_before)).min(chunks.len() - 1);
        let chunk = Arc::make_mut(&mut chunks[nth]);
        let at = chunk.partition_point(is_before);
        chunk.insert(at, entry(&record));
        if chunk.len() > CHUNK {
            // A list grows at its end: what is full there stays so.
            let rest = chunk.split_off(if at == CHUNK { CHUNK } else { CHUNK / 2 });
            chunks.insert(nth + 1, Arc::new(rest));
        }
        self.len += 1;
    }

    /// Changes one record and keeps the order; false when there is none of this id.
    pub fn update(&mut self, id: Uuid, change: impl FnOnce(&mut T)) -> bool {
        let Some(old) = self.get(id) else { return false };
        let mut record = old.clone();
        change(&mut record);
        if *old != record {
            self.insert(record);
        }
        true
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Uuid) -> Option<Arc<T>> {
        let (nth, at) = self.find(id)?;
        let chunks = Arc::make_mut(&mut self.chunks);
        let chunk = Arc::make_mut(&mut chunks[nth]);
        let (_, record) = chunk.remove(at);
        if chunk.is_empty() {
            chunks.remove(nth);
        }
        self.len -= 1;
        Some(record)
    }

    /// Those that another list does not have, or has otherwise; oldest first. Chunks that both share are not looked into.
    pub fn not_in<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Arc<T>> {
        let known: BTreeSet<*const _> = other.chunks.iter().map(Arc::as_ptr).collect();
        let own = self.chunks.iter().filter(move |chunk| !known.contains(&Arc::as_ptr(chunk)));
        let records = own.flat_map(|chunk| chunk.iter().map(|(_, record)| record));
        records.filter(|record| !other.has(record))
    }

    /// Whether it holds this very record.
    fn has(&self, record: &Arc<T>) -> bool {
        let key = (record.order(), record.id());
        let at = self.partition_point(|other| (other.order(), other.id()) < key);
        self.range(at..at + 1).next().is_some_and(|other| Arc::ptr_eq(other, record))
    }
}

fn entry<T: Record>(record: &Arc<T>) -> (Uuid, Arc<T>) {
    (record.id(), Arc::clone(record))
}

/// Entries of which it is known how many are left.
struct Counted<I> {
    entries: I,
    left: usize,
}

impl<I: Iterator> Iterator for Counted<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let next = self.entries.next()?;
        self.left -= 1;
        Some(next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    fn fold<B, F: FnMut(B, I::Item) -> B>(self, init: B, f: F) -> B {
        self.entries.fold(init, f)
    }
}

impl<I: DoubleEndedIterator> DoubleEndedIterator for Counted<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        let next = self.entries.next_back()?;
        self.left -= 1;
        Some(next)
    }

    fn rfold<B, F: FnMut(B, I::Item) -> B>(self, init: B, f: F) -> B {
        self.entries.rfold(init, f)
    }
}

impl<I: Iterator> ExactSizeIterator for Counted<I> {}
impl<I: Iterator> FusedIterator for Counted<I> {}

impl<T: Serialize> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Record + Deserialize<'de>> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<T>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
