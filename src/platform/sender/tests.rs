//! Sending, where the keyring is late or slow.

use std::time::{Duration, Instant};

use super::*;
use crate::domain::people::{Event, Happening, Kept, Trouble};
use crate::platform::bus::tests::PrivateBus;
use crate::platform::clock::FakeClock;
use crate::platform::keyring::Keyring;
use crate::platform::keyring::fakes::{Fake, HOME, Lock};
use crate::platform::shelf::tests::Memory;

/// Longest wait for what happens at once.
const SOON: Duration = Duration::from_secs(10);

fn known() -> Known {
    let on = Event::ALL.into_iter().collect();
    Known { outlet: HOME, pause: Pause::Off, on, sees: Parts::default(), content: Content::Json }
}

fn parcel(clock: &FakeClock) -> Parcel {
    let id = Uuid::from_u128(1);
    let about = Happening::SessionDone(id);
    let (made, sees) = (clock.wall(), Parts::default());
    Parcel { id, outlet: HOME, about, made, content: Content::Json, sees, title: String::new(), body: "{}".to_owned() }
}

/// A sender with the keyring of this bus.
fn start(bus: &PrivateBus, file: &Memory, clock: &FakeClock) -> (Sender, mpsc::Receiver<News>) {
    let secrets = Secrets::new(Keyring::On(bus.bus()), Box::new(file.clone()));
    let clock = Arc::new(clock.clone());
    let setup = Setup { queue: Box::new(Memory::default()), secrets, clock, chat: |_, _| String::new() };
    let (tell, news) = mpsc::channel();
    let sender = Sender::start(setup, move |told| drop(tell.send(told))).unwrap();
    sender.follow(vec![known()]);
    (sender, news)
}

/// What came of the next try.
#[track_caller]
fn told(news: &mpsc::Receiver<News>) -> (Answer, Fate) {
    loop {
        if let News::Told { answer, fate, .. } = news.recv_timeout(SOON).unwrap() {
            return (answer, fate);
        }
    }
}

#[test]
fn a_keyring_that_comes_after_the_app_is_looked_into_at_the_next_try() {
    let Some(bus) = PrivateBus::start() else { return };
    let clock = FakeClock::new("2026-11-27T12:00:00Z".parse().unwrap());
    let (sender, news) = start(&bus, &Memory::default(), &clock);
    sender.send(vec![parcel(&clock)]);
    assert_eq!(told(&news), (Answer::Trouble(Trouble::NoKeyring), Fate::Waits));
    let _fake = Fake::start(&bus, Lock::Open);
    // Nothing of the web answers at this address, which shows that it was found.
    let secret = "(address: \"http://127.0.0.1:1/\")";
    Keyring::On(bus.bus()).set(HOME, secret).unwrap();
    // The second failure in a row is not told: the state is.
    clock.advance(Duration::from_secs(30));
    sender.follow(vec![known()]);
    let end = Instant::now() + SOON;
    loop {
        assert!(Instant::now() < end, "it was not tried");
        let News::States(states) = news.recv_timeout(SOON).unwrap() else { continue };
        let state = &states[&HOME];
        let answer = state.last.as_ref().map(|last| last.answer);
        if state.kept == Some(Kept::Keyring) && answer == Some(Answer::Trouble(Trouble::Unreached)) {
            return;
        }
    }
}

#[test]
fn an_address_that_the_keyring_still_asks_about_is_in_the_file_at_the_end() {
    let Some(bus) = PrivateBus::start() else { return };
    let fake = Fake::start(&bus, Lock::NeverAnswers);
    let clock = FakeClock::new("2026-11-27T12:00:00Z".parse().unwrap());
    let file = Memory::default();
    let (sender, _news) = start(&bus, &file, &clock);
    sender.keep(HOME, Secret { address: "https://a.example/hook".to_owned(), token: String::new() });
    let end = Instant::now() + SOON;
    while !fake.was_asked() {
        assert!(Instant::now() < end, "nobody was asked");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(file.read(), Ok(Vec::new()));
    drop(sender);
    assert!(String::from_utf8(file.read().unwrap()).unwrap().contains("https://a.example/hook"));
}
