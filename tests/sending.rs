//! Sending by itself, against a server on this machine that is slow, busy, broken or gone. Time is told, not waited for.

#[path = "sending/bench.rs"]
mod bench;
#[path = "common/receiver.rs"]
#[allow(dead_code, reason = "the tests in a window use the rest")]
mod receiver;

use std::sync::Arc;
use std::time::{Duration, Instant};

use bench::*;
use mainspring::domain::people::{Answer, Events, Fate, Kept, Part, Parts, Secret, Trouble};
use mainspring::platform::sender::{Content, Known, News, Parcel, Pause, QueueProblem};
use receiver::{Reaction, Receiver};

#[test]
fn what_is_sent_carries_its_id_and_the_token_and_no_file_but_one_holds_the_secret() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    let calls = receiver.calls();
    let call = &calls[0];
    assert_eq!(call.request, format!("POST {HIDDEN_PATH} HTTP/1.1"));
    assert_eq!((call.header("idempotency-key"), call.body.as_str()), (id(1).as_str(), "{\"id\":1}"));
    assert_eq!(call.header("authorization"), format!("Bearer {HIDDEN_TOKEN}"));
    assert_eq!(call.header("content-type"), "application/json");
    assert!(call.header("user-agent").starts_with("mainspring/"), "{call:?}");
    assert_eq!(bench.state().kept, Some(Kept::File));
    let queue = std::fs::read_to_string(bench.queue_file()).expect("the queue");
    assert!(queue.contains(&id(1)) && !queue.contains("hidden"), "{queue}");
    let secrets = std::fs::read_to_string(bench.secrets_file()).expect("the secrets");
    assert!(secrets.contains(HIDDEN_PATH) && secrets.contains(HIDDEN_TOKEN));
    check_private(&bench);
}

/// After this reaction the parcel waits for so long, and then arrives under the same id.
#[track_caller]
fn check_waits(reaction: Reaction, answer: Answer, secs: u64) {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(reaction);
    bench.send(1);
    assert_eq!(bench.told(), (1, answer, Fate::Waits));
    bench.pass(secs - 1);
    assert_eq!(bench.state().waiting, 1, "one second before its time");
    assert_eq!(receiver.calls().len(), 1);
    bench.pass(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1)]);
    assert!(receiver.calls().iter().all(|call| call.header("idempotency-key") == id(1)));
}

#[test]
fn a_server_in_trouble_is_left_alone_for_half_a_minute() {
    check_waits(Reaction::Status(500, "oops"), Answer::Busy(500), 30);
}

#[test]
fn a_busy_server_says_when_to_come_again() {
    check_waits(Reaction::Header(429, "Retry-After: 7".into()), Answer::Busy(429), 7);
    let date = "Retry-After: Fri, 27 Nov 2026 12:01:40 GMT".into();
    check_waits(Reaction::Header(503, date), Answer::Busy(503), 100);
}

#[test]
fn an_answer_that_never_comes_or_ends_half_way_is_no_answer() {
    check_waits(Reaction::Cut, Answer::Trouble(Trouble::Cut), 30);
    check_waits(Reaction::HalfAnswer, Answer::Trouble(Trouble::Cut), 30);
}

#[test]
fn words_that_end_half_way_after_a_yes_are_a_yes() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::HalfWords);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 1));
}

#[test]
fn what_is_refused_is_given_up_and_the_next_goes_on() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Status(404, "no such hook"));
    bench.send(1);
    bench.send(2);
    assert_eq!(bench.told(), (1, Answer::Refused(404), Fate::GivenUp));
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.taken()), (0, vec![id(2)]));
}

#[test]
fn nothing_is_led_elsewhere() {
    let (bench, receiver, other) = (Bench::start(), Receiver::start(), Receiver::start());
    bench.keep(&receiver);
    for status in [301, 302, 303, 307, 308] {
        receiver.react(Reaction::Header(status, format!("Location: {}", other.address("/"))));
        bench.send(u128::from(status));
        assert_eq!(bench.told(), (u128::from(status), Answer::Refused(status), Fate::GivenUp));
    }
    assert!(other.calls().is_empty());
}

#[test]
fn a_server_that_is_gone_gets_it_when_it_is_back() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    let port = receiver.port();
    drop(receiver);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::Unreached), Fate::Waits));
    let receiver = Receiver::on(port);
    bench.pass(30);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1)]);
}

#[test]
fn a_restart_sends_what_waits_and_nothing_twice() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.send(1);
    assert_eq!(bench.told().2, Fate::Arrived);
    receiver.react(Reaction::Status(500, ""));
    bench.send(2);
    assert_eq!(bench.told().2, Fate::Waits);
    bench.restart();
    bench.send(1);
    bench.send(2);
    assert_eq!(bench.state().waiting, 1, "the wait holds on");
    bench.pass(30);
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1), id(2)]);
}

#[test]
fn what_is_handed_over_while_a_server_says_nothing_is_on_the_disk_at_once() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Silent(Duration::from_secs(25)));
    bench.send(1);
    receiver.wait_for(1, SOON);
    bench.send(2);
    check_at_once(&bench.queue_file(), &id(2), true);
    bench.sender().keep(OTHER, Secret { address: "https://b.example/hook".to_owned(), token: String::new() });
    check_at_once(&bench.secrets_file(), "https://b.example/hook", true);
    let before = Instant::now();
    bench.restart();
    assert!(before.elapsed() < Duration::from_secs(2), "it ends within its bound: {:?}", before.elapsed());
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
    assert_eq!(receiver.taken(), [id(1), id(2)]);
    bench.pass(86_400);
    assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 3), "the one without an answer, and both");
}

#[test]
fn an_outlet_that_goes_while_a_server_says_nothing_is_forgotten_at_once() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Silent(Duration::from_secs(25)));
    bench.send(1);
    receiver.wait_for(1, SOON);
    bench.sender().follow(Vec::new());
    check_at_once(&bench.queue_file(), &id(1), false);
    check_at_once(&bench.secrets_file(), HIDDEN_PATH, false);
}

#[test]
fn what_is_handed_over_while_the_keyring_waits_is_on_the_disk_at_once_and_done_after_a_restart() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    assert_eq!(bench.state().kept, Some(Kept::File));
    let gate = Arc::clone(&bench.gate);
    let asks_the_person = gate.lock().expect("the gate");
    bench.sender().follow(vec![known(OTHER)]);
    bench.sender().send(vec![Parcel { outlet: OTHER, ..parcel(1) }]);
    check_at_once(&bench.queue_file(), &id(1), true);
    check_at_once(&bench.queue_file(), &format!("gone: [\n        \"{OUTLET}\""), true);
    let before = Instant::now();
    bench.restart_with(vec![known(OTHER)]);
    assert!(before.elapsed() < Duration::from_secs(2), "it ends within its bound: {:?}", before.elapsed());
    check_at_once(&bench.secrets_file(), HIDDEN_PATH, false);
    check_at_once(&bench.queue_file(), "gone", false);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits), "it has no address, and waits");
    drop(asks_the_person);
}

#[test]
fn what_its_outlet_no_longer_lets_out_never_leaves() {
    let sees = Parts::default().without(Part::Days);
    let others = [
        Known { on: Events::NONE, ..known(OUTLET) },
        Known { sees, ..known(OUTLET) },
        Known { content: Content::Text, ..known(OUTLET) },
    ];
    for other in others {
        let (mut bench, receiver) = (Bench::start(), Receiver::start());
        bench.keep(&receiver);
        receiver.react(Reaction::Status(500, ""));
        bench.send(1);
        assert_eq!(bench.told().2, Fate::Waits);
        assert_eq!(bench.state().waiting, 1);
        bench.sender().follow(vec![other]);
        assert_eq!(bench.state().waiting, 0, "{other:?}");
        bench.restart();
        bench.pass(86_400);
        assert_eq!((bench.state().waiting, receiver.calls().len()), (0, 1), "{other:?}");
    }
}

#[test]
fn a_queue_that_cannot_be_read_is_put_aside_whole() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.sender = None;
    let newer = "(version: 2, of: \"a later day\")";
    std::fs::create_dir_all(bench.queue_file().parent().expect("a folder")).expect("a folder");
    std::fs::write(bench.queue_file(), newer).expect("a file");
    bench.restart();
    assert!(matches!(bench.problem(), QueueProblem::Broken(_)));
    assert_eq!(bench.state().waiting, 0);
    assert_eq!(std::fs::read_to_string(bench.queue_file()).expect("the queue"), newer, "nothing is to be written yet");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    let aside = bench.queue_file().with_file_name("outbox.ron.unreadable-1");
    assert_eq!(std::fs::read_to_string(aside).expect("what was put aside"), newer);
    assert!(std::fs::read_to_string(bench.queue_file()).expect("the queue").contains(&id(1)));
}

#[test]
fn a_paused_outlet_waits_until_it_goes_on() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.sender().follow(vec![Known { pause: Pause::On, ..known(OUTLET) }]);
    bench.send(1);
    // Calls are made one after the other: behind three of them it would have been its turn.
    for _ in 0..3 {
        assert_eq!(bench.tested(None).0, Answer::Taken(200));
    }
    assert!(receiver.calls().iter().all(|call| call.header("idempotency-key") == id(9)));
    bench.look();
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn while_the_keyring_takes_another_address_nothing_goes_to_the_one_of_before() {
    let (bench, old, new) = (Bench::start(), Receiver::start(), Receiver::start());
    bench.keep(&old);
    assert_eq!(bench.state().kept, Some(Kept::File));
    let gate = Arc::clone(&bench.gate);
    let asks_the_person = gate.lock().expect("the gate");
    bench.keep(&new);
    let sees = Parts::ALL;
    bench.sender().follow(vec![Known { sees, ..known(OUTLET) }]);
    bench.sender().send(vec![Parcel { sees, ..parcel(1) }]);
    check_at_once(&bench.queue_file(), &id(1), true);
    drop(asks_the_person);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!((old.calls().len(), new.taken()), (0, vec![id(1)]));
}

#[test]
fn what_could_not_be_written_is_told_once_and_written_at_the_end() {
    let mut bench = Bench::start();
    let paused = || vec![Known { pause: Pause::On, ..known(OUTLET) }];
    bench.restart_with(paused());
    while !matches!(bench.news.recv_timeout(SOON).expect("news"), News::States(_)) {}
    bench.block();
    bench.send(1);
    assert!(matches!(bench.problem(), QueueProblem::Unwritten(_)));
    bench.send(2);
    bench.sender().follow(paused());
    loop {
        match bench.news.recv_timeout(SOON).expect("news") {
            News::States(states) if states[&OUTLET].waiting == 2 => break,
            News::States(_) => {}
            other => panic!("it is told once: {other:?}"),
        }
    }
    bench.unblock();
    bench.sender = None;
    let queue = std::fs::read_to_string(bench.queue_file()).expect("the queue");
    assert!(queue.contains(&id(1)) && queue.contains(&id(2)), "{queue}");
}

#[test]
fn a_queue_that_the_disk_does_not_give_is_told_and_sent_when_it_does() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    receiver.react(Reaction::Status(500, ""));
    bench.send(1);
    assert_eq!(bench.told().2, Fate::Waits);
    bench.sender = None;
    bench.block();
    bench.restart();
    assert!(matches!(bench.problem(), QueueProblem::Unread(_)));
    bench.unblock();
    bench.send(2);
    check_at_once(&bench.queue_file(), &id(2), true);
    bench.pass(30);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
    assert_eq!(bench.told(), (2, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn what_goes_wrong_in_a_call_is_an_answer_and_the_next_call_is_made() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.sender().follow(vec![Known { content: Content::Chat, ..known(OUTLET) }]);
    bench.sender().send(vec![Parcel { content: Content::Chat, body: PANICS.to_owned(), ..parcel(1) }]);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::Other), Fate::Waits));
    assert_eq!(bench.tested(None).0, Answer::Taken(200));
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_keyring_answers_it_waits_and_is_not_taken_for_another_devices() {
    use mainspring::platform::bus::Bus;
    use mainspring::platform::keyring::Keyring;
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keyring = Keyring::On(Bus::At("unix:path=/no/such/socket".to_owned()));
    bench.restart();
    assert_eq!(bench.state().kept, None);
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoKeyring), Fate::Waits));
    bench.keep(&receiver);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn after_the_last_outlet_nothing_is_left_behind() {
    let (mut bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    bench.send(1);
    assert_eq!(bench.told().2, Fate::Arrived);
    bench.sender().follow(Vec::new());
    bench.sender = None;
    assert!(!bench.queue_file().exists() && !bench.secrets_file().exists());
}

#[test]
fn an_outlet_that_is_gone_leaves_no_secret_and_has_it_again_when_it_comes_back() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.keep(&receiver);
    assert_eq!(bench.state().kept, Some(Kept::File));
    bench.sender().follow(Vec::new());
    while !matches!(bench.news.recv_timeout(SOON).expect("news"), News::States(states) if states.is_empty()) {}
    assert!(!bench.secrets_file().exists());
    assert_eq!(bench.state().kept, Some(Kept::File), "taken back");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn without_an_address_here_it_waits_for_one() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits));
    assert_eq!(bench.state().kept, Some(Kept::Nowhere));
    bench.keep(&receiver);
    assert_eq!(bench.told(), (1, Answer::Taken(200), Fate::Arrived));
}

#[test]
fn an_address_that_was_made_unsafe_by_hand_is_not_called() {
    let bench = Bench::start();
    let entry = format!("[(outlet:\"{OUTLET}\",secret:(address:\"http://example.org/\",token:\"\"))]");
    std::fs::write(bench.secrets_file(), entry).expect("a file");
    bench.send(1);
    assert_eq!(bench.told(), (1, Answer::Trouble(Trouble::NoAddress), Fate::Waits));
}

#[test]
fn a_test_goes_out_at_once_and_is_never_kept() {
    let (bench, receiver) = (Bench::start(), Receiver::start());
    receiver.react(Reaction::Status(403, "who\nare you?"));
    let secret = Secret { address: receiver.address("/"), token: String::new() };
    let (answer, said) = bench.tested(Some(secret));
    assert_eq!((answer, said.as_str()), (Answer::Refused(403), "who are you?"));
    assert_eq!(receiver.calls()[0].header("authorization"), "");
    assert_eq!(bench.state().waiting, 0);
    assert!(!bench.queue_file().exists() && !bench.secrets_file().exists());
}

#[test]
fn when_too_much_waits_the_oldest_is_dropped_and_told() {
    let bench = Bench::start();
    bench.sender().follow(vec![Known { pause: Pause::On, ..known(OUTLET) }]);
    bench.sender().send((1..=201).map(parcel).collect());
    let (dropped, _, fate) = bench.told();
    assert_eq!((dropped, fate), (1, Fate::CrowdedOut));
}
