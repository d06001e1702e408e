//! What Focus says of people: answers that came, a pledge that ends, and whom to tell after a session.

use super::*;
use crate::domain::people::{self, NewCheckIn, PartnerDetails, PeopleAction, Rhythm, Span, To, Way};
use crate::domain::rewards::Milestone;

fn act(world: &mut World, action: PeopleAction) {
    world.act(Action::People(action));
}

fn tell(world: &mut World, to: To, span: Span) {
    let new = NewCheckIn { to, way: Way::Copied, span, words: String::new(), question: String::new() };
    act(world, PeopleAction::CheckIn(new));
}

/// The first session of a goal, just finished, and Ada, who hears of each.
fn first() -> (World, To) {
    let mut world = World::new(Model::default(), moment(NOW));
    world.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
    let details = PartnerDetails { name: "Ada".into(), rhythm: Rhythm::AfterSession, ..PartnerDetails::default() };
    act(&mut world, PeopleAction::AddPartner(details));
    start(&mut world);
    live(&mut world, 18);
    world.act(Action::Timer(TimerAction::Finish));
    world.status.card = world.model.sessions.last().map(|session| session.id);
    let ada = To::Partner(world.model.partners.last().unwrap().id);
    (world, ada)
}

#[test]
fn a_milestone_is_offered_to_be_celebrated_until_someone_is_told() {
    let (mut world, ada) = first();
    let mut stage = open(first().0);
    picture(&mut stage, "focus-celebrate");
    stage.get_by_label("Celebrate with Ada…").click();
    stage.run();
    let span = Some(Span::Milestone(Milestone::FirstSession));
    let to = To::Partner(stage.state().world.model.partners.last().unwrap().id);
    assert_eq!((to, &stage.state().out.commands), (ada, &vec![Command::Share { to, span }]));
    tell(&mut world, To::Anyone, Span::Milestone(Milestone::FirstSession));
    assert!(open(world).query_by_label_contains("Celebrate").is_none());
}

#[test]
fn who_hears_of_each_session_is_offered_until_they_are_told() {
    // To celebrate with her tells her too.
    assert!(open(first().0).query_by_label("Tell Ada…").is_none());
    let celebrated = || {
        let (mut world, ada) = first();
        tell(&mut world, To::Anyone, Span::Milestone(Milestone::FirstSession));
        (world, ada)
    };
    let (world, ada) = celebrated();
    let span = Span::Session(world.status.card.unwrap());
    let mut stage = open(world);
    stage.get_by_label("Tell Ada…").click();
    stage.run();
    assert_eq!(stage.state().out.commands, [Command::Share { to: ada, span: Some(span) }]);
    let (mut world, ada) = celebrated();
    world.now.utc += Duration::minutes(1);
    let span = Span::Session(world.status.card.unwrap());
    tell(&mut world, ada, span);
    assert!(open(world).query_by_label("Tell Ada…").is_none());
}

#[test]
fn an_answer_is_shown_once() {
    let (mut world, ada) = first();
    world.status.card = None;
    let day = world.now.today(4);
    tell(&mut world, ada, Span::Day(day));
    let id = world.model.check_ins.last().unwrap().id;
    act(&mut world, PeopleAction::Answer { id, answer: "Well done, go on.".into(), support: None });
    let mut stage = open(world);
    stage.get_by_label("Well done, go on.");
    stage.get_by_label("Seen").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    assert!(stage.query_by_label("Well done, go on.").is_none());
}

/// Whether a pledge with so many days left is asked for.
#[track_caller]
fn check_asked(days: i64, is_asked: bool) {
    let (mut world, _) = first();
    world.status.card = None;
    let until = world.now.today(4) + Duration::days(3);
    let what = "read the first part aloud".into();
    act(&mut world, PeopleAction::Pledge { what, until, to: String::new(), place: String::new() });
    world.now.utc += Duration::days(3 - days);
    let now = world.now;
    world.at(now);
    assert_eq!(open(world).query_by_label("I will read the first part aloud").is_some(), is_asked, "{days}");
}

#[test]
fn a_pledge_is_asked_for_from_its_last_day_on_for_a_week() {
    check_asked(1, false);
    check_asked(0, true);
    check_asked(-7, true);
    check_asked(-8, false);
}

#[test]
fn what_became_of_a_pledge_is_one_click() {
    let (mut world, _) = first();
    world.status.card = None;
    let (what, until) = ("read the first part aloud".into(), world.now.today(4));
    act(&mut world, PeopleAction::Pledge { what, until, to: String::new(), place: String::new() });
    let mut stage = open(world);
    picture(&mut stage, "focus-pledge");
    stage.get_by_label("Partly").click();
    stage.run();
    stage.state_mut().carry_out();
    stage.run();
    let pledge = stage.state().world.model.pledges.last().unwrap();
    assert_eq!(pledge.outcome, Some(people::Outcome::Partly));
    assert!(stage.query_by_label("I will read the first part aloud").is_none());
}
