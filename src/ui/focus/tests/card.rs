//! The card after a session, and the break.

use super::*;

#[test]
fn what_is_typed_on_the_card_is_kept_at_once() {
    let mut stage = open(finished());
    let id = stage.state().world.status.card.unwrap();
    for (label, text) in
        [("Done, line 3", "Fed the cat"), ("How many words", "420"), ("Where to go on next time", "Scene 5")]
    {
        stage.get_by_label(label).focus();
        stage.run();
        stage.get_by_label(label).type_text(text);
        stage.run();
        stage.state_mut().carry_out();
        stage.run();
    }
    stage.get_by_label("How easy was it 2 of 5").click_accesskit();
    stage.run();
    stage.state_mut().carry_out();
    let model = &stage.state().world.model;
    let session = model.sessions.get(id).unwrap();
    assert_eq!(session.done, ["Drafted scene 4", "Cut the prologue", "Fed the cat"]);
    assert_eq!((session.next.as_str(), session.ease), ("Scene 5", Some(2)));
    let counted: f64 = model.counts.iter().filter(|count| count.session == Some(id)).map(|count| count.amount).sum();
    assert!((counted - 420.0).abs() < f64::EPSILON);
}

#[test]
fn enter_adds_the_next_line_of_what_got_done() {
    let mut stage = open(finished());
    stage.get_by_label("Done, line 3").focus();
    stage.run();
    stage.get_by_label("Done, line 3").type_text("Fed the cat");
    stage.run();
    stage.key_press(egui::Key::Enter);
    stage.run();
    assert!(stage.get_by_label("Done, line 4").is_focused());
}

#[test]
fn the_reward_on_the_card_is_taken_or_skipped_and_the_card_closed() {
    let mut stage = open(finished());
    let session = stage.state().world.status.card.unwrap();
    stage.get_by_label("Take it now, 10 min").click();
    stage.run();
    stage.get_by_label("Leave it").click();
    stage.run();
    stage.get_by_label("Done").click();
    stage.run();
    let occasion = Occasion::Session(session);
    let [take, skip] = [RewardAction::Take { occasion }, RewardAction::Skip { occasion }].map(Action::Reward);
    assert_eq!(
        (&stage.state().out.actions, &stage.state().out.commands),
        (&vec![take, skip], &vec![Command::CloseCard])
    );
}

#[test]
fn a_break_shows_its_minutes_and_can_be_ended() {
    let mut stage = open(on_break());
    assert!(stage.query_by_label("7 min left").is_some());
    stage.get_by_label("End break").click();
    stage.run();
    assert_eq!(stage.state().out.actions, [Action::Reward(RewardAction::EndBreak)]);
}

#[test]
fn an_undo_shows_on_the_open_card() {
    let mut stage = open(finished());
    let id = stage.state().world.status.card.unwrap();
    let set = |next: &str| Action::Session(SessionAction::Set { id, field: SessionField::Next(next.to_owned()) });
    stage.state_mut().world.act(set("Scene 5"));
    stage.run();
    assert_eq!(stage.get_by_label("Where to go on next time").value().as_deref(), Some("Scene 5"));
}
