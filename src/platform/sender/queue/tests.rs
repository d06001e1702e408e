use super::*;
use crate::domain::people::{Event, Events, Part, Trouble};
use crate::platform::sender::Pause;

pub const HOME: Uuid = Uuid::from_u128(0xA);
const WORK: Uuid = Uuid::from_u128(0xB);

fn at(utc: &str) -> DateTime<Utc> {
    utc.parse().unwrap()
}

fn noon() -> DateTime<Utc> {
    at("2026-11-27T12:00:00Z")
}

pub fn parcel(id: u128, outlet: Uuid) -> Parcel {
    Parcel {
        id: Uuid::from_u128(id),
        outlet,
        about: Happening::SessionDone(Uuid::from_u128(id)),
        made: noon(),
        content: Content::Json,
        sees: Parts::default(),
        title: String::new(),
        body: format!("{{\"id\":{id}}}"),
    }
}

/// An outlet that lets out what [`parcel`] makes.
fn known(outlet: Uuid) -> Known {
    let on = Event::ALL.into_iter().collect();
    Known { outlet, pause: Pause::Off, on, sees: Parts::default(), content: Content::Json }
}

pub fn queue(parcels: &[(u128, Uuid)]) -> Queue {
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
    queue.settle(Uuid::from_u128(id), answer, None, at(now)).unwrap()
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
    assert_eq!(queue.settle(Uuid::from_u128(1), Answer::Busy(429), asked, noon()), Some(Fate::Waits));
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
    assert!(queue.keep_only(&[known(WORK)]));
    assert!(!queue.keep_only(&[known(WORK)]), "nothing more");
    assert_eq!(queue.state(HOME), OutletState::default());
    assert_eq!(queue.state(WORK).waiting, 1);
}

/// What waits stays, or goes when its outlet is this one.
#[track_caller]
fn check_stays(one: Known, stays: bool) {
    let mut queue = queue(&[(1, HOME)]);
    assert_eq!(queue.keep_only(&[one]), !stays, "{one:?}");
    assert_eq!(queue.state(HOME).waiting, usize::from(stays), "{one:?}");
}

#[test]
fn what_an_outlet_no_longer_lets_out_waits_no_longer() {
    let sees = Parts::default();
    check_stays(known(HOME), true);
    check_stays(Known { pause: Pause::On, ..known(HOME) }, true);
    check_stays(Known { sees: sees.with(Part::Notes), ..known(HOME) }, true);
    check_stays(Known { sees: sees.without(Part::Minutes), ..known(HOME) }, false);
    check_stays(Known { sees: sees.without(Part::Minutes).with(Part::Notes), ..known(HOME) }, false);
    check_stays(Known { on: [Event::SessionDone].into_iter().collect(), ..known(HOME) }, true);
    check_stays(Known { on: [Event::Week].into_iter().collect(), ..known(HOME) }, false);
    check_stays(Known { on: Events::NONE, ..known(HOME) }, false);
    check_stays(Known { content: Content::Text, ..known(HOME) }, false);
}

#[test]
fn of_what_was_dropped_while_it_was_sent_only_the_arrival_counts() {
    let mut queue = queue(&[(1, HOME), (2, HOME)]);
    assert!(queue.keep_only(&[]));
    let id = Uuid::from_u128;
    assert_eq!(queue.settle(id(1), Answer::Busy(500), None, noon()), None);
    assert_eq!(queue.settle(id(2), Answer::Taken(200), None, noon()), Some(Fate::Arrived));
    assert_eq!((queue.add(parcel(1, HOME)), queue.add(parcel(2, HOME))), (Added::Waits, Added::Known));
}

#[test]
fn a_restart_goes_on_where_it_was() {
    let mut before = queue(&[(1, HOME), (2, WORK), (3, WORK)]);
    settle(&mut before, 1, Answer::Busy(500), "2026-11-27T12:00:00Z");
    settle(&mut before, 2, Answer::Taken(200), "2026-11-27T12:00:00Z");
    let text = before.text();
    let after = Queue::read(text.as_bytes()).unwrap();
    assert_eq!(after, before);
    assert_eq!(next(&after, "2026-11-27T12:00:29Z"), Some(3));
}

#[test]
fn what_cannot_be_read_is_no_empty_queue() {
    assert_eq!(Queue::read(b""), Ok(Queue::default()));
    assert!(Queue::read(b"(version: 1, waiting: [").is_err());
    assert!(Queue::read(b"(version: 2, waiting: [], arrived: [], lines: [])").is_err());
    assert!(Queue::read(&[0xff; 40]).is_err());
}

#[test]
fn what_was_queued_without_its_parts_may_hold_anything() {
    let mut before = queue(&[(1, HOME)]);
    let mut text = before.text();
    let start = text.find("sees:").unwrap();
    let end = start + text[start..].find("],").unwrap() + 2;
    text.replace_range(start..end, "");
    let mut after = Queue::read(text.as_bytes()).unwrap();
    assert_eq!(after.waiting(Uuid::from_u128(1)).map(|parcel| parcel.sees), Some(Parts::ALL));
    assert!(!after.keep_only(&[Known { sees: Parts::ALL, ..known(HOME) }]));
    assert!(after.keep_only(&[known(HOME)]));
}

#[test]
fn a_secret_that_is_to_be_forgotten_is_noted_across_a_restart() {
    let mut before = queue(&[]);
    assert!(before.set_gone(&[HOME, WORK]) && !before.set_gone(&[HOME, WORK]));
    let mut after = Queue::read(before.text().as_bytes()).unwrap();
    assert!(after.forgot(&[HOME]) && !after.forgot(&[HOME]));
    assert_eq!(after.gone().collect::<Vec<_>>(), [WORK]);
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

#[test]
fn another_address_is_tried_at_once_and_begins_with_the_shortest_wait() {
    let mut queue = queue(&[(1, HOME)]);
    for hour in ["12", "13", "14"] {
        settle(&mut queue, 1, Answer::Busy(500), &format!("2026-11-27T{hour}:00:00Z"));
    }
    queue.begin_anew(HOME);
    assert_eq!((queue.failures(HOME), next(&queue, "2026-11-27T14:00:00Z")), (0, Some(1)));
    settle(&mut queue, 1, Answer::Busy(500), "2026-11-27T14:00:00Z");
    assert_eq!((queue.failures(HOME), next(&queue, "2026-11-27T14:00:30Z")), (1, Some(1)));
}

#[test]
fn what_was_written_before_joins_in_front_without_what_arrived_since() {
    let mut newer = queue(&[(2, HOME), (3, HOME)]);
    settle(&mut newer, 2, Answer::Taken(200), "2026-11-27T12:00:01Z");
    newer.set_gone(&[WORK]);
    let mut older = queue(&[(1, HOME), (2, HOME)]);
    older.set_gone(&[WORK]);
    assert_eq!(newer.join(older), []);
    let waiting: Vec<u128> = newer.waiting.iter().map(|parcel| parcel.id.as_u128()).collect();
    assert_eq!((waiting, newer.gone.as_slice()), (vec![1, 3], [WORK].as_slice()));
    assert_eq!(newer.add(parcel(2, HOME)), Added::Known);
}

#[test]
fn not_more_are_noted_as_gone_than_there_is_room_for() {
    let mut queue = Queue::default();
    let gone: Vec<Uuid> = (0..40).map(Uuid::from_u128).collect();
    assert!(queue.set_gone(&gone) && !queue.set_gone(&gone));
    assert_eq!(queue.gone().count(), MAX_GONE);
}

#[test]
fn an_outlet_that_is_there_is_not_gone() {
    let mut queue = Queue::default();
    queue.set_gone(&[HOME, WORK]);
    assert!(queue.keep_only(&[known(HOME)]) && !queue.keep_only(&[known(HOME)]));
    assert_eq!(queue.gone().collect::<Vec<_>>(), [WORK]);
}
