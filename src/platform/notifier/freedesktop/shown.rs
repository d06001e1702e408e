//! Which notifications are on the screen, by tag, so that one is replaced in place and its buttons are understood.

use std::collections::HashMap;
use std::time::Duration;

use super::super::Answer;

/// How many tags are remembered; a button of an older notification is no longer understood.
const MAX_REMEMBERED: usize = 64;

#[derive(Debug)]
struct One {
    at: Duration,
    /// Given by the daemon; `None` once it is gone.
    id: Option<u32>,
}

/// The notifications shown; times are those of the monotonic clock.
#[derive(Debug)]
pub struct Shown {
    pace: Duration,
    by_tag: HashMap<String, One>,
}

impl Shown {
    pub fn new(pace: Duration) -> Self {
        Self { pace, by_tag: HashMap::new() }
    }

    /// Remembers that the daemon shows `tag` as `id`.
    pub fn add(&mut self, tag: String, id: u32, at: Duration) {
        self.by_tag.insert(tag, One { at, id: Some(id) });
        if self.by_tag.len() > MAX_REMEMBERED {
            let oldest = self.by_tag.iter().min_by_key(|(_, one)| one.at).map(|(tag, _)| tag.clone());
            oldest.map(|tag| self.by_tag.remove(&tag));
        }
    }

    /// Id of what is shown for `tag`, if it still is.
    pub fn id(&self, tag: &str) -> Option<u32> {
        self.by_tag.get(tag)?.id
    }

    /// How long `tag` has to wait: one that is still shown is replaced at once, one that is gone comes back after the pace.
    pub fn hold(&self, tag: &str, now: Duration) -> Duration {
        match self.by_tag.get(tag) {
            Some(One { at, id: None }) => (*at + self.pace).saturating_sub(now),
            _ => Duration::ZERO,
        }
    }

    /// The tag that `id` was shown for; notes when it is gone.
    pub fn answered(&mut self, id: u32, answer: &Answer) -> Option<String> {
        let (tag, one) = self.by_tag.iter_mut().find(|(_, one)| one.id == Some(id))?;
        if *answer == Answer::Closed {
            one.id = None;
        }
        Some(tag.clone())
    }

    /// The daemon is another one now.
    pub fn forget_ids(&mut self) {
        self.by_tag.values_mut().for_each(|one| one.id = None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    #[test]
    fn what_is_shown_is_replaced_at_once_and_what_is_gone_waits_out_the_pace() {
        let mut shown = Shown::new(secs(10));
        shown.add("a".to_owned(), 7, secs(100));
        assert_eq!((shown.id("a"), shown.hold("a", secs(101))), (Some(7), secs(0)));
        assert_eq!(shown.answered(7, &Answer::Closed), Some("a".to_owned()));
        assert_eq!((shown.id("a"), shown.hold("a", secs(101))), (None, secs(9)));
        assert_eq!(shown.hold("a", secs(110)), secs(0));
        assert_eq!(shown.answered(7, &Answer::Closed), None);
        assert_eq!(shown.hold("b", secs(101)), secs(0));
    }

    #[test]
    fn only_the_newest_tags_are_remembered() {
        let mut shown = Shown::new(secs(10));
        for n in 0..65 {
            shown.add(n.to_string(), n, secs(u64::from(n)));
        }
        assert_eq!((shown.id("0"), shown.id("1"), shown.id("64")), (None, Some(1), Some(64)));
    }
}
