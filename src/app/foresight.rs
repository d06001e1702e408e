//! Foresight: the finish forecast and what all sessions say are worked out on a thread of their own; frames go on
//! meanwhile.

use crate::domain::insight::Answers;
use crate::platform::worker::Worker;

use super::inbox::{Inbox, Message};
use super::room::Room;

/// Has the open questions worked out, if there are any; the answers come to the inbox.
pub fn ask(room: &mut Room, inbox: &Inbox) {
    if room.is_foreseeing {
        return;
    }
    let Some(open) = room.derived.open() else { return };
    let (inbox, asked) = (inbox.clone(), open.clone());
    match Worker::spawn("foresight", move || inbox.send(Message::Foreseen(Box::new(asked.answered())))) {
        Ok(_) => room.is_foreseeing = true,
        Err(error) => {
            log::warn!("the figures that take long get no thread and hold up a frame: {error}");
            room.derived.take(open.answered());
        }
    }
}

/// The thread has answered: what was asked meanwhile is next.
pub fn answered(room: &mut Room, answers: Answers) {
    room.is_foreseeing = false;
    room.derived.take(answers);
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::file::File;
    use crate::domain::goal::{GoalAction, GoalField};
    use crate::domain::measure::{CountAction, Measure};
    use crate::domain::{Action, Model};
    use crate::ui::cx::Status;
    use crate::ui::testing::{World, moment};

    /// A goal of 300 pages with twenty days of two.
    fn world() -> World {
        let mut world = World::new(Model::default(), moment("2026-03-02T08:00:00Z"));
        world.act(Action::Goal(GoalAction::Create { title: "Write the book".into() }));
        let measure = Measure { unit: "pages".into(), total: Some(300.0) };
        let (id, field) = (world.model.goal().unwrap().id, GoalField::Measure(Some(measure)));
        world.act(Action::Goal(GoalAction::Set { id, field }));
        for day in 3..23 {
            count(&mut world);
            world.at(moment(&format!("2026-03-{day:02}T08:00:00Z")));
        }
        world
    }

    fn count(world: &mut World) {
        world.act(Action::Count(CountAction::Add { amount: 2.0, session: None }));
    }

    fn rest(room: &Room) -> Option<f64> {
        room.derived.ahead.forecast().map(|forecast| forecast.rest)
    }

    #[test]
    fn the_forecast_is_worked_out_on_a_thread_and_again_after_a_count() {
        let mut world = world();
        let (inbox, messages) = Inbox::new();
        let answer = || match messages.recv_timeout(Duration::from_secs(60)).unwrap() {
            Message::Foreseen(answers) => *answers,
            other => panic!("{other:?}"),
        };
        let mut room = Room::new(world.model.clone(), File::Demo, Status::default(), world.now);
        ask(&mut room, &inbox);
        assert_eq!(rest(&room), None, "no frame waits for it");
        count(&mut world);
        room.model = world.model.clone();
        room.derive(world.today);
        ask(&mut room, &inbox);
        // What was asked first is answered first, and no longer wanted.
        let first = answer();
        assert!(messages.recv_timeout(Duration::from_millis(50)).is_err(), "one question at a time");
        answered(&mut room, first);
        assert_eq!(rest(&room), None);
        ask(&mut room, &inbox);
        answered(&mut room, answer());
        assert_eq!(rest(&room), Some(258.0));
        ask(&mut room, &inbox);
        assert!(!room.is_foreseeing, "nothing is open");
    }
}
