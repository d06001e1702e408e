//! Notices that wait to be shown: few, one for each tag, and not two of one tag within ten seconds.

use std::collections::VecDeque;
use std::time::Duration;

use super::Notice;

/// How many notices wait at most; when one more comes, the oldest is dropped.
pub const MAX_WAITING: usize = 16;

/// Time a notice may wait for a hung desktop before it is old news, in seconds; the app's own banner told it long ago.
const STALE: Duration = Duration::from_mins(1);

#[derive(Debug)]
struct Waiting {
    notice: Notice,
    since: Duration,
    #[cfg_attr(not(any(test, target_os = "linux")), expect(dead_code, reason = "only the bus of Linux may hang"))]
    reported: Reported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reported {
    No,
    #[cfg_attr(not(any(test, target_os = "linux")), expect(dead_code, reason = "only the bus of Linux may hang"))]
    Yes,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Show this one now.
    Show(Notice),
    /// All have to wait this long.
    Wait(Duration),
    /// Nothing is waiting.
    Empty,
}

/// The bounded queue; times are those of the monotonic clock.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Waiting>,
}

impl Queue {
    /// Adds a notice; one of the same tag that still waits is replaced in its place.
    pub fn push(&mut self, notice: Notice, now: Duration) {
        let new = Waiting { notice, since: now, reported: Reported::No };
        if let Some(old) = self.waiting.iter_mut().find(|old| old.notice.tag == new.notice.tag) {
            *old = new;
            return;
        }
        if self.waiting.len() == MAX_WAITING {
            self.waiting.pop_front();
        }
        self.waiting.push_back(new);
    }

    /// Puts one back that could not be shown yet, unless a newer one of its tag came meanwhile.
    #[cfg(any(test, target_os = "linux"))]
    pub fn put_back(&mut self, notice: Notice, now: Duration) {
        if self.waiting.len() < MAX_WAITING && self.waiting.iter().all(|other| other.notice.tag != notice.tag) {
            self.waiting.push_front(Waiting { notice, since: now, reported: Reported::Yes });
        }
    }

    /// Takes the first whose tag may be shown now; `hold` tells how long a tag has to wait.
    pub fn next(&mut self, now: Duration, hold: impl Fn(&str) -> Duration) -> Next {
        self.waiting.retain(|one| now.saturating_sub(one.since) <= STALE);
        let mut shortest = None;
        for (place, one) in self.waiting.iter().enumerate() {
            let hold = hold(&one.notice.tag);
            if hold.is_zero() {
                return self.waiting.remove(place).map_or(Next::Empty, |one| Next::Show(one.notice));
            }
            shortest = Some(shortest.map_or(hold, |shortest: Duration| shortest.min(hold)));
        }
        shortest.map_or(Next::Empty, Next::Wait)
    }

    /// Tags that wait and have not been named by this function before.
    #[cfg(any(test, target_os = "linux"))]
    pub fn unreported(&mut self) -> Vec<String> {
        let mut tags = Vec::new();
        for one in self.waiting.iter_mut().filter(|one| one.reported == Reported::No) {
            one.reported = Reported::Yes;
            tags.push(one.notice.tag.clone());
        }
        tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(100);

    fn notice(tag: &str, title: &str) -> Notice {
        Notice { tag: tag.to_owned(), title: title.to_owned(), ..Notice::default() }
    }

    fn titles(queue: &mut Queue, now: Duration) -> Vec<String> {
        let mut titles = Vec::new();
        while let Next::Show(notice) = queue.next(now, |_| Duration::ZERO) {
            titles.push(notice.title);
        }
        titles
    }

    #[test]
    fn the_oldest_is_dropped_when_seventeen_wait() {
        let mut queue = Queue::default();
        for n in 0..17 {
            queue.push(notice(&n.to_string(), &n.to_string()), NOW);
        }
        let expected: Vec<_> = (1..17).map(|n| n.to_string()).collect();
        assert_eq!(titles(&mut queue, NOW), expected);
    }

    #[test]
    fn the_same_tag_is_replaced_in_its_place() {
        let mut queue = Queue::default();
        queue.push(notice("a", "a1"), NOW);
        queue.push(notice("b", "b1"), NOW);
        queue.push(notice("a", "a2"), NOW);
        queue.put_back(notice("b", "b0"), NOW);
        assert_eq!(titles(&mut queue, NOW), ["a2", "b1"]);
    }

    #[test]
    fn a_held_tag_waits_while_others_pass() {
        let hold = |tag: &str| if tag == "a" { Duration::from_secs(7) } else { Duration::ZERO };
        let mut queue = Queue::default();
        queue.push(notice("a", "a"), NOW);
        queue.push(notice("b", "b"), NOW);
        assert_eq!(queue.next(NOW, hold), Next::Show(notice("b", "b")));
        assert_eq!(queue.next(NOW, hold), Next::Wait(Duration::from_secs(7)));
        assert_eq!(titles(&mut queue, NOW), ["a"]);
        assert_eq!(queue.next(NOW, hold), Next::Empty);
    }

    #[test]
    fn what_waited_more_than_a_minute_is_old_news() {
        let mut queue = Queue::default();
        queue.push(notice("old", "old"), NOW);
        queue.push(notice("new", "new"), NOW + Duration::from_secs(1));
        assert_eq!(titles(&mut queue, NOW + Duration::from_secs(61)), ["new"]);
    }

    #[test]
    fn each_waiting_tag_is_reported_once() {
        let mut queue = Queue::default();
        queue.push(notice("a", "a"), NOW);
        assert_eq!(queue.unreported(), ["a"]);
        queue.push(notice("b", "b"), NOW);
        assert_eq!(queue.unreported(), ["b"]);
        assert!(queue.unreported().is_empty());
    }
}
