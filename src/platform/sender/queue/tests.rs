use super::*;
use crate::domain::people::Trouble;

const HOME: Uuid = Uuid::from_u128(0xA);
const WORK: Uuid = Uuid::from_u128(0xB);

fn at(utc: &str) -> DateTime<Utc> {
    utc.parse().unwrap()
}

fn noon() -> DateTime<Utc> {
    at("2026-11-27T12:00:00Z")
}

fn parcel(id: u128, outlet: Uuid) -> Parcel {
    Parcel {
        id: Uuid::from_u128(id),
        outlet,
        about: Happening::SessionDone(Uuid::from_u128(id)),
        made: noon(),
        content: Content::Json,
        title: String::new(),
        body: format!("{{\"id\":{id}}}"),
    }
}

fn queue(parcels: &[(u128, Uuid)]) -> Queue {
    let mut queue = Queue::default();
    for (id, outlet) in parcels {
        assert_eq!(queue.add(parcel(*id, *outlet)), Added::Waits);
    }
    queue
}

fn next(queue: &Queue, now: &str) -> Option<u128> {
    queue.next(at(now), |_| true).map(|parcel| parcel.id.as_u128())
}

fn settle(queue: &mut Queue, id: u128, answer: Answer, now: &str) -> Fate {
    queue.settle(Uuid::from_u128(id), answer, None, at(now))
}

#[test]
fn one_id_is_taken_once_also_after_it_arrived() {
    let mut queue = queue(&[(1, HOME)]);
    assert_eq!(queue.add(parcel(1, HOME)), Added::Known);
    assert_eq!(settle(&mut queue, 1, Answer::Taken(200), "2026-11-27T12:00:01Z"), Fate::Arrived);
    assert_eq!(queue.add(parcel(1, HOME)), Added::Known);
    assert_eq!(next(&queue, "2026-11-28T12:00:00Z"), None);
}

#[test]
fn the_oldest_goes_when_too_much_waits() {
    let mut queue = Queue::default();
    for id in 1..=200 {
        assert_eq!(queue.add(parcel(id, HOME)), Added::Waits);
    }
    assert_eq!(queue.add(parcel(201, HOME)), Added::InPlaceOf(Box::new(parcel(1, HOME))));
    assert_eq!(queue.state(HOME).waiting, 200);
    assert_eq!(next(&queue, "2026-11-27T12:00:00Z"), Some(2));
}

#[test]
fn a_failing_outlet_rests_and_holds_up_no_other() {
    let mut queue = queue(&[(1, HOME), (2, HOME), (3, WORK)]);
    assert_eq!(next(&queue, "2026-11-27T12:00:00Z"), Some(1));
    assert_eq!(settle(&mut queue, 1, Answer::Busy(500), "2026-11-27T12:00:00Z"), Fate::Waits);
    assert_eq!(next(&queue, "2026-11-27T12:00:29Z"), Some(3), "the other outlet goes on");
    settle(&mut queue, 3, Answer::Taken(204), "2026-11-27T12:00:02Z");
    assert_eq!(next(&queue, "2026-11-27T12:00:29Z"), None);
    assert_eq!(queue.next_at(|_| true), Some(at("2026-11-27T12:00:30Z")));
    assert_eq!(next(&queue, "2026-11-27T12:00:30Z"), Some(1), "in its order");
    settle(&mut queue, 1, Answer::Trouble(Trouble::Slow), "2026-11-27T12:01:00Z");
    assert_eq!(queue.next_at(|_| true), Some(at("2026-11-27T12:03:00Z")));
    settle(&mut queue, 1, Answer::Taken(200), "2026-11-27T12:03:00Z");
    assert_eq!(next(&queue, "2026-11-27T12:03:00Z"), Some(2), "what waited goes at once");
    assert_eq!(queue.failures(HOME), 0);
}

#[test]
fn the_other_side_says_when() {
    let mut queue = queue(&[(1, HOME)]);
    let asked = Some(Duration::from_secs(7));
    assert_eq!(queue.settle(Uuid::from_u128(1), Answer::Busy(429), asked, noon()), Fate::Waits);
    assert_eq!(queue.state(HOME).next, Some(at("2026-11-27T12:00:07Z")));
}

#[track_caller]
fn check_fate(answer: Answer, now: &str, fate: Fate) {
    let mut queue = queue(&[(1, HOME)]);
    assert_eq!(settle(&mut queue, 1, answer, now), fate);
    let last = queue.state(HOME).last.unwrap();
    assert_eq!((last.at, last.answer, last.fate, last.body.as_str()), (at(now), answer, fate, "{\"id\":1}"));
    assert_eq!(queue.state(HOME).waiting, usize::from(fate == Fate::Waits));
}

#[test]
fn what_is_refused_or_too_old_is_given_up() {
    check_fate(Answer::Taken(200), "2026-11-27T12:00:00Z", Fate::Arrived);
    check_fate(Answer::Refused(404), "2026-11-27T12:00:00Z", Fate::GivenUp);
    check_fate(Answer::Trouble(Trouble::NoAddress), "2026-11-27T12:00:00Z", Fate::Waits);
    check_fate(Answer::Trouble(Trouble::Locked), "2026-11-27T12:00:00Z", Fate::Waits);
    check_fate(Answer::Trouble(Trouble::NoHost), "2026-12-04T12:00:00Z", Fate::Waits);
    check_fate(Answer::Trouble(Trouble::NoHost), "2026-12-04T12:00:01Z", Fate::GivenUp);
    check_fate(Answer::Busy(503), "2026-12-04T12:00:01Z", Fate::GivenUp);
}

#[test]
fn a_paused_outlet_sends_nothing_and_wakes_nobody() {
    let mut queue = queue(&[(1, HOME), (2, WORK)]);
    settle(&mut queue, 1, Answer::Busy(500), "2026-11-27T12:00:00Z");
    let only_work = |outlet| outlet == WORK;
    assert_eq!(queue.next(noon(), only_work).map(|parcel| parcel.id), Some(Uuid::from_u128(2)));
    assert_eq!(queue.next_at(only_work), None);
}

#[test]
fn hurrying_ends_the_wait() {
    let mut queue = queue(&[(1, HOME)]);
    settle(&mut queue, 1, Answer::Busy(500), "2026-11-27T12:00:00Z");
    queue.hurry(HOME);
    assert_eq!(next(&queue, "2026-11-27T12:00:01Z"), Some(1));
}

#[test]
fn an_outlet_that_is_gone_takes_along_what_waits_for_it() {
    let mut queue = queue(&[(1, HOME), (2, WORK)]);
    settle(&mut queue, 1, Answer::Busy(500), "2026-11-27T12:00:00Z");
    assert!(queue.keep_only(|outlet| outlet == WORK));
    assert!(!queue.keep_only(|outlet| outlet == WORK), "nothing more");
    assert_eq!(queue.state(HOME), OutletState::default());
    assert_eq!(queue.state(WORK).waiting, 1);
}

#[test]
fn a_restart_goes_on_where_it_was() {
    let mut before = queue(&[(1, HOME), (2, WORK), (3, WORK)]);
    settle(&mut before, 1, Answer::Busy(500), "2026-11-27T12:00:00Z");
    settle(&mut before, 2, Answer::Taken(200), "2026-11-27T12:00:00Z");
    let text = before.text();
    let after = Queue::read(text.as_bytes());
    assert_eq!(after, before);
    assert_eq!(next(&after, "2026-11-27T12:00:29Z"), Some(3));
}

#[test]
fn what_cannot_be_read_is_an_empty_queue() {
    assert_eq!(Queue::read(b""), Queue::default());
    assert_eq!(Queue::read(b"(version: 1, waiting: ["), Queue::default());
    assert_eq!(Queue::read(b"(version: 2, waiting: [], arrived: [], lines: [])"), Queue::default());
    assert_eq!(Queue::read(&[0xff; 40]), Queue::default());
}

#[test]
fn only_the_newest_arrivals_are_remembered() {
    let mut queue = Queue::default();
    for id in 1..=201 {
        queue.add(parcel(id, HOME));
        settle(&mut queue, id, Answer::Taken(200), "2026-11-27T12:00:00Z");
    }
    assert_eq!(queue.add(parcel(2, HOME)), Added::Known);
    assert_eq!(queue.add(parcel(1, HOME)), Added::Waits);
}
