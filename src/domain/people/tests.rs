//! People: what is kept, what is refused, when a check-in is due, and what happened.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::Action;
use crate::domain::effect::{Effect, Refusal};
use crate::domain::insight::Derived;
use crate::domain::rewards::{Layer, Milestone, RewardAction};
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;

fn named(name: &str) -> PartnerDetails {
    PartnerDetails { name: name.to_owned(), ..PartnerDetails::default() }
}

fn derived(world: &mut World) -> Derived {
    let today = world.now().today(4);
    Derived::of(&world.model, today)
}

fn add(world: &mut World, details: PartnerDetails) -> Uuid {
    world.act(Action::People(PeopleAction::AddPartner(details)));
    world.model.partners.last().unwrap().id
}

fn tell(world: &mut World, to: To, way: Way) {
    let day = world.now().today(4);
    let new = NewCheckIn { to, way, span: Span::Day(day), words: "Ten minutes.".into(), question: "And you?".into() };
    world.act(Action::People(PeopleAction::CheckIn(new)));
}

#[track_caller]
fn check_refused(action: PeopleAction, expected: Refusal) {
    assert_eq!(World::with_goal().refused(Action::People(action)), expected);
}

#[test]
fn only_addresses_that_are_some_are_kept() {
    let reached = |reach| PeopleAction::AddPartner(PartnerDetails { reach, ..named("Ada") });
    for link in ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.org", "mailto:a@b.org", "https://a b"] {
        check_refused(reached(Reach::Link(link.into())), Refusal::OutOfRange("address"));
    }
    for mail in ["ada", "ada@", "@b.org", "a@b@c.org", "a b@c.org", "a@b.org?bcc=c@d.org", "a@.org", "a@b.org,c@d.org"]
    {
        check_refused(reached(Reach::Mail(mail.into())), Refusal::OutOfRange("mail"));
    }
    let mut world = World::with_goal();
    let id = add(&mut world, PartnerDetails { reach: Reach::Mail(" ada@example.org ".into()), ..named(" Ada  L. ") });
    let partner = world.model.partners.get(id).unwrap();
    assert_eq!((partner.name.as_str(), &partner.reach), ("Ada L.", &Reach::Mail("ada@example.org".into())));
}

#[test]
fn a_partner_needs_a_name_and_a_plan_both_halves() {
    check_refused(PeopleAction::AddPartner(named("  ")), Refusal::Empty("name"));
    let long = "a".repeat(81);
    check_refused(PeopleAction::AddPartner(named(&long)), Refusal::TooLong { field: "name", max: 80 });
    let plan = |when: &str, then: &str| {
        let plan = Some(JointPlan { when: when.into(), then: then.into() });
        PeopleAction::AddPartner(PartnerDetails { plan, ..named("Ada") })
    };
    check_refused(plan("", "call"), Refusal::Empty("when"));
    check_refused(plan("If it rains,", ""), Refusal::Empty("then"));
    let late = Rhythm::Daily { minute: 1440 };
    check_refused(
        PeopleAction::AddPartner(PartnerDetails { rhythm: late, ..named("Ada") }),
        Refusal::OutOfRange("time"),
    );
    let mut world = World::with_goal();
    world.act(Action::People(plan("If it rains,", "meet inside.")));
    let plan = world.model.partners.last().unwrap().plan.clone().unwrap();
    assert_eq!((plan.when.as_str(), plan.then.as_str()), ("it rains", "meet inside"));
}

#[test]
fn the_default_shows_work_and_not_who_one_becomes() {
    let seen: Vec<Part> = Parts::default().iter().collect();
    assert_eq!(seen, [Part::Minutes, Part::Days, Part::Counts, Part::Chart]);
    assert_eq!(Parts::ALL.iter().count(), 8);
    assert_eq!(Parts::default().toggled(Part::Identity).without(Part::Chart).iter().count(), 4);
}

#[test]
fn a_partner_who_was_told_is_kept_and_another_leaves_no_trace() {
    let mut world = World::with_goal();
    let [ada, ben] = ["Ada", "Ben"].map(|name| add(&mut world, named(name)));
    tell(&mut world, To::Partner(ada), Way::Copied);
    for id in [ada, ben] {
        world.act(Action::People(PeopleAction::EndPartner { id }));
    }
    assert!(world.model.partners.get(ada).is_some_and(|partner| !partner.is_active()));
    assert!(world.model.partners.get(ben).is_none());
    world.act(Action::Undo);
    assert!(world.model.partners.get(ben).is_some_and(Partner::is_active));
    world.act(Action::People(PeopleAction::BringPartnerBack { id: ada }));
    assert!(world.model.partners.get(ada).is_some_and(Partner::is_active));
}

#[test]
fn a_pledge_stays_as_it_was_said() {
    let mut world = World::with_goal();
    let today = world.now().today(4);
    let pledge = |until: NaiveDate| PeopleAction::Pledge {
        what: " ten  pages ".into(),
        until,
        to: "Ada".into(),
        place: String::new(),
    };
    check_refused(pledge(today.pred_opt().unwrap()), Refusal::OutOfRange("until"));
    world.act(Action::People(pledge(today + chrono::Days::new(9))));
    let made = world.model.pledges.last().unwrap().clone();
    assert_eq!((made.what.as_str(), made.is_open()), ("ten pages", true));
    assert_eq!(Derived::of(&world.model, today).people.pledges, [OpenPledge { id: made.id, days_left: 9 }]);
    world.act(Action::People(PeopleAction::JudgePledge {
        id: made.id,
        outcome: Some(Outcome::Partly),
        words: "eight".into(),
    }));
    let judged = world.model.pledges.last().unwrap();
    assert_eq!(
        (judged.what.as_str(), judged.outcome, judged.judged),
        ("ten pages", Some(Outcome::Partly), Some(world.utc))
    );
    world.act(Action::People(PeopleAction::JudgePledge { id: made.id, outcome: None, words: "eight".into() }));
    assert_eq!(world.model.pledges.last().unwrap().outcome_words, "");
    world.pass(86_400);
    let back = Action::People(PeopleAction::TakePledgeBack { id: made.id });
    assert_eq!(world.refused(back), Refusal::OutOfRange("pledge"));
}

#[test]
fn an_answer_is_unseen_until_it_was_seen_and_undo_leaves_that() {
    let mut world = World::with_goal();
    let ada = add(&mut world, named("Ada"));
    tell(&mut world, To::Partner(ada), Way::Mail);
    let id = world.model.check_ins.last().unwrap().id;
    let answer = |answer: &str, support| PeopleAction::Answer { id, answer: answer.into(), support };
    world.act(Action::People(answer("Well done", None)));
    let unseen = |world: &mut World| derived(world).people.unseen;
    assert_eq!(unseen(&mut world), [id]);
    world.act(Action::People(PeopleAction::See { id }));
    assert!(unseen(&mut world).is_empty());
    world.act(Action::People(answer("Well done", Some(7))));
    world.act(Action::Undo);
    let kept = world.model.check_ins.get(id).unwrap();
    assert_eq!((kept.support, kept.seen.is_some()), (None, true), "that it was seen is no step");
    check_refused(answer("x", Some(11)), Refusal::OutOfRange("ten"));
}

#[test]
fn support_is_told_by_week() {
    let mut world = World::with_goal();
    for (days, felt) in [(0, 4), (1, 7), (7, 9)] {
        world.pass(days * 86_400);
        tell(&mut world, To::Anyone, Way::Copied);
        let id = world.model.check_ins.last().unwrap().id;
        world.act(Action::People(PeopleAction::Answer { id, answer: String::new(), support: Some(felt) }));
    }
    let weeks = derived(&mut world).people.support;
    let total: u32 = weeks.iter().map(|week| week.answers).sum();
    assert_eq!((total, weeks.last().map(|week| (week.mean, week.answers))), (3, Some((9.0, 1))));
}

/// The days until the next check-in is due, after one was sent so many days ago, if ever.
#[track_caller]
fn check_due(rhythm: Rhythm, age: i64, told: Option<i64>, expected: Option<i64>) {
    let mut world = World::with_goal();
    let ada = add(&mut world, PartnerDetails { rhythm, ..named("Ada") });
    world.pass((age - told.unwrap_or(0)) * 86_400);
    if told.is_some() {
        tell(&mut world, To::Partner(ada), Way::Copied);
        world.pass(told.unwrap_or(0) * 86_400);
    }
    let today = world.now().today(4);
    let state = Derived::of(&world.model, today).people.partners.remove(0);
    assert_eq!(state.due.map(|due| (due - today).num_days()), expected, "{rhythm:?} {age} {told:?}");
}

#[test]
fn a_daily_check_in_is_due_today_until_it_went_out() {
    let daily = Rhythm::Daily { minute: 1140 };
    check_due(daily, 0, None, Some(0));
    check_due(daily, 5, None, Some(0));
    check_due(daily, 5, Some(1), Some(0));
    check_due(daily, 5, Some(0), Some(1));
    check_due(Rhythm::Free, 5, None, None);
    check_due(Rhythm::AfterSession, 5, None, None);
}

#[test]
fn a_weekly_check_in_counts_for_the_day_it_is_nearest_to() {
    let weekday = |days: u64| {
        let today = World::with_goal().now().today(4) + chrono::Days::new(20 + days);
        Rhythm::Weekly { weekday: chrono::Datelike::weekday(&today), minute: 1140 }
    };
    // Today is its day: told a little early, or late for the one before.
    check_due(weekday(0), 20, Some(3), Some(7));
    check_due(weekday(0), 20, Some(4), Some(0));
    check_due(weekday(0), 20, Some(6), Some(0));
    // It comes in two days; that of last week went out late, or not at all.
    check_due(weekday(2), 20, Some(1), Some(9));
    check_due(weekday(2), 20, Some(4), Some(2));
    check_due(weekday(2), 20, Some(8), Some(2));
    check_due(weekday(2), 20, Some(9), Some(-5));
    // A day late each week, it stays weekly.
    check_due(weekday(6), 20, Some(0), Some(6));
}

fn happened(effects: &[Effect]) -> Vec<Happening> {
    let told = effects.iter().filter_map(|effect| match effect {
        Effect::Happened(happened) => Some(happened.clone()),
        _ => None,
    });
    told.flatten().collect()
}

fn with_outlet(on: Events) -> World {
    let mut world = World::with_goal();
    let (id, name) = (world.now().id(9), "bell".to_owned());
    world.act(Action::People(PeopleAction::AddOutlet { id, name, kind: OutletKind::Ntfy, on, sees: Parts::NONE }));
    world
}

#[test]
fn what_happened_is_told_once_at_the_end_also_without_a_reward() {
    let mut world = with_outlet(Event::ALL.into_iter().collect());
    world.start(300);
    assert!(happened(&world.work(300)).is_empty(), "it is not over");
    let effects = world.timer(TimerAction::Finish);
    let session = world.model.sessions.last().unwrap().id;
    let day = world.model.sessions.last().unwrap().day;
    let told = happened(&effects);
    assert_eq!(
        told,
        [Happening::SessionDone(session), Happening::TargetMet(day), Happening::Milestone(Milestone::FirstSession)]
    );
    world.pass(60);
    world.start(300);
    world.work(300);
    let second = happened(&world.timer(TimerAction::Finish));
    assert_eq!(second.len(), 1, "{second:?}");
}

#[test]
fn a_reward_told_at_zero_does_not_keep_the_happening_back() {
    let mut world = with_outlet(Event::ALL.into_iter().collect());
    world.act(Action::Reward(RewardAction::write(Layer::Day, "Bath", 5)));
    world.pass(1);
    world.start(300);
    world.work(300);
    assert_eq!(happened(&world.timer(TimerAction::Finish)).len(), 3);
}

#[test]
fn an_outlet_hears_only_of_what_it_was_set_up_for_and_not_while_it_is_paused() {
    let mut world = with_outlet([Event::Milestone].into_iter().collect());
    world.start(300);
    world.work(300);
    let told = happened(&world.timer(TimerAction::Finish));
    assert_eq!(told, [Happening::Milestone(Milestone::FirstSession)]);
    let id = world.model.outlets.last().unwrap().id;
    world.act(Action::People(PeopleAction::ToggleOutlet { id }));
    for _ in 0..9 {
        world.pass(60);
        world.start(300);
        world.work(300);
        assert!(happened(&world.timer(TimerAction::Finish)).is_empty());
    }
}

#[test]
fn a_happening_has_one_id_for_each_outlet() {
    let [goal, one, other] = [1, 2, 3].map(|nth| Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 + nth));
    let day = Happening::TargetMet("2026-11-23".parse().unwrap());
    let id = happening_id(one, goal, day);
    assert_eq!(id, happening_id(one, goal, day));
    assert_ne!(id, happening_id(other, goal, day));
    assert_ne!(id, happening_id(one, other, day));
    assert_ne!(id, happening_id(one, goal, Happening::Week("2026-11-23".parse().unwrap())));
    assert_eq!(id.get_version_num(), 7);
}

#[test]
fn what_an_outlet_sent_is_no_check_in_by_hand_and_no_step() {
    let mut world = World::with_goal();
    let (to, span) = (To::Anyone, Span::Day(world.now().today(4)));
    let check_in = NewCheckIn { to, way: Way::Automatic, span, words: String::new(), question: String::new() };
    let effects = world.act(Action::People(PeopleAction::Sent { outlet: "bell".into(), check_in }));
    assert_eq!(effects, [Effect::Save]);
    assert_eq!(world.model.check_ins.last().unwrap().name, "bell");
    assert_eq!(derived(&mut world).people.recent, 0);
}
