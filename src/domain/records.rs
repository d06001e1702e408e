//! A list of records that is cheap to snapshot: clones share everything until one of them changes.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// Something saved on one line of the file.
pub trait Record: Clone + PartialEq {
    /// Unique in its list, uuid v7.
    fn id(&self) -> Uuid;
    /// What the list is sorted by; equal moments are ordered by id.
    fn order(&self) -> DateTime<Utc>;
    /// Takes over from `current` what no step can change and `from`, the state that is taken back, had as well.
    fn keep_other_changes(&mut self, _from: &Self, _current: &Self) {}
}

/// Records in order of time. Cloning costs one pointer, changing a record copies the list of pointers once.
#[derive(Debug, PartialEq)]
pub struct Records<T>(Arc<Vec<Arc<T>>>);

impl<T> Clone for Records<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T: Record> FromIterator<T> for Records<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self::from_shared(records.into_iter().map(Arc::new).collect())
    }
}

impl<T: Record> Records<T> {
    /// Sorts what it is given.
    pub fn from_shared(mut records: Vec<Arc<T>>) -> Self {
        records.sort_by_key(|record| (record.order(), record.id()));
        Self(Arc::new(records))
    }

    /// All records, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.iter().map(AsRef::as_ref)
    }

    /// The shared records, oldest first.
    pub fn shared(&self) -> &[Arc<T>] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest record.
    pub fn last(&self) -> Option<&T> {
        self.0.last().map(AsRef::as_ref)
    }

    /// The record of this id; looks from the newest on, which is mostly meant.
    pub fn get(&self, id: Uuid) -> Option<&T> {
        self.iter().rfind(|record| record.id() == id)
    }

    /// True when both are the very same list, not only equal.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Adds a record at its place in time; one with the same id is replaced.
    pub fn insert(&mut self, record: T) {
        self.insert_shared(Arc::new(record));
    }

    /// As [`Records::insert`], for a record that is shared already.
    pub fn insert_shared(&mut self, record: Arc<T>) {
        self.remove(record.id());
        let key = (record.order(), record.id());
        let at = self.0.partition_point(|other| (other.order(), other.id()) < key);
        Arc::make_mut(&mut self.0).insert(at, record);
    }

    /// Changes one record and keeps the order; false when there is none of this id.
    pub fn update(&mut self, id: Uuid, change: impl FnOnce(&mut T)) -> bool {
        let Some(mut record) = self.get(id).cloned() else { return false };
        change(&mut record);
        if self.get(id) != Some(&record) {
            self.insert(record);
        }
        true
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Uuid) -> Option<Arc<T>> {
        let at = self.0.iter().rposition(|record| record.id() == id)?;
        Some(Arc::make_mut(&mut self.0).remove(at))
    }
}

impl<T: Serialize> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(AsRef::as_ref))
    }
}

impl<'de, T: Record + Deserialize<'de>> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<T>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests;
