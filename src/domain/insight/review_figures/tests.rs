use chrono::{Duration, NaiveDate, TimeZone, Utc};

use super::*;
use crate::domain::Action;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::insight::strength;
use crate::domain::measure::{CountAction, Measure};
use crate::domain::plans::PlanAction;
use crate::domain::rest::{RestAction, RestKind};
use crate::domain::review::{ReviewAction, ReviewField};
use crate::domain::session::{SessionAction, SessionField};
use crate::domain::tests::World;

fn march(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

/// Goes on to a day of March 2026, 20:00 UTC.
fn go_to(world: &mut World, day: u32) {
    world.utc = Utc.with_ymd_and_hms(2026, 3, day, 20, 0, 0).unwrap();
}

/// Fifteen days from Monday 2 March, counted by hand: minutes and energy of each session.
///
/// | week | sessions | min | days | open | free | middle |
/// |---|---|---|---|---|---|---|
/// | 2–8 March | 5 on the 2nd, 10 on the 3rd, 6 on the 5th | 21 | 3 | 7 | 0 | 6 |
/// | 9–15 March | 8, 12, 4 and 16 on the 12th, 10 on the 13th; the 14th is a rest, the 15th still open | 50 | 4 | 5 | 1 | 11 |
fn two_weeks() -> World {
    let mut world = World::with_goal();
    let measure = Measure { unit: "words".into(), total: Some(1000.0) };
    let id = world.goal();
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
    let work = [(2, 5), (3, 10), (5, 6), (9, 8), (10, 12), (12, 4), (12, 16), (13, 10)];
    let mut before = 0;
    for (day, minutes) in work {
        go_to(&mut world, day);
        // The second session of a day is earlier than the first.
        let ago = if day == before { 3600 } else { 0 };
        world.add(ago, minutes * 60);
        before = day;
    }
    go_to(&mut world, 14);
    world.act(Action::Rest(RestAction::Add { from: march(14), to: march(14), kind: RestKind::Rest }));
    go_to(&mut world, 15);
    world
}

fn figures(world: &World, period: Period) -> ReviewFigures {
    let today = world.utc.date_naive();
    let goal = world.model.goal().unwrap();
    let days = Days::of(&world.model, goal, today);
    let strength = strength::series(&days);
    ReviewFigures::of(&world.model, goal, (&days, &strength), period)
}

fn second_week() -> Period {
    Period::week_ending(march(15))
}

fn set(world: &mut World, nth: usize, field: SessionField) {
    let id = world.model.sessions.iter().nth(nth).unwrap().id;
    world.act(Action::Session(SessionAction::Set { id, field }));
}

#[test]
fn a_week_has_the_figures_counted_by_hand() {
    let found = figures(&two_weeks(), second_week());
    let now = found.now;
    assert_eq!((now.sums.focus_secs, now.sums.sessions, now.sums.days_done), (50 * 60, 5, 4));
    assert_eq!((now.days_open, now.days_free, now.middle_minutes), (5, 1, Some(11.0)));
    assert_eq!((found.until, found.is_going_on()), (march(15), false));
    assert_eq!((found.so_far.focus_secs, found.so_far.days_done), (71 * 60, 7));
    assert_eq!(found.days.iter().map(|day| day.sessions).collect::<Vec<_>>(), [1, 1, 0, 2, 1, 0, 0]);
}

#[test]
fn it_is_compared_with_the_week_before_it() {
    let before = figures(&two_weeks(), second_week()).before.unwrap();
    assert_eq!((before.from, before.to), (march(2), march(8)));
    assert_eq!((before.sums.focus_secs, before.sums.sessions, before.sums.days_done), (21 * 60, 3, 3));
    assert_eq!((before.days_open, before.days_free, before.middle_minutes), (7, 0, Some(6.0)));
}

#[test]
fn the_first_week_has_none_before_it() {
    assert_eq!(figures(&two_weeks(), Period::week_ending(march(8))).before, None);
}

#[test]
fn a_late_review_shows_its_own_week_and_a_later_day_changes_nothing() {
    let mut world = two_weeks();
    let on_time = figures(&world, Period::week_ending(march(8)));
    go_to(&mut world, 20);
    world.add(0, 3600);
    assert_eq!(figures(&world, Period::week_ending(march(8))), on_time);
}

#[test]
fn a_week_that_is_not_over_is_reckoned_up_to_today() {
    let mut world = two_weeks();
    go_to(&mut world, 11);
    let found = figures(&world, second_week());
    assert_eq!((found.until, found.is_going_on(), found.days.len()), (march(11), true, 3));
    assert_eq!(found.so_far.focus_secs, (21 + 8 + 12) * 60);
}

#[test]
fn a_month_has_all_its_days_and_counts() {
    let mut world = two_weeks();
    world.act(Action::Count(CountAction::Add { amount: 320.0, session: None }));
    let found = figures(&world, Period::month_of(march(1)));
    assert_eq!((found.now.sums.focus_secs, found.now.sums.counted), (71 * 60, 320.0));
    assert_eq!((found.now.days_open, found.now.days_free, found.days.len()), (12, 1, 14));
    assert_eq!(found.before, None);
    let days = Days::of(&world.model, world.model.goal().unwrap(), march(15));
    assert_eq!(found.now.strength, *strength::series(&days).last().unwrap());
}

#[test]
fn ratings_are_means_with_their_number() {
    let mut world = two_weeks();
    for (nth, energy) in [(3, 2), (4, 5), (7, 3)] {
        set(&mut world, nth, SessionField::Energy(Some(energy)));
    }
    set(&mut world, 0, SessionField::Energy(Some(1)));
    set(&mut world, 4, SessionField::Ease(Some(4)));
    let found = figures(&world, second_week());
    assert_eq!(found.now.energy, Rated { mean: 10.0 / 3.0, n: 3 });
    assert_eq!(found.before.unwrap().energy, Rated { mean: 1.0, n: 1 });
    assert_eq!((found.now.ease, found.now.motivation_after), (Rated { mean: 4.0, n: 1 }, Rated::default()));
}

#[test]
fn what_got_done_the_proofs_and_the_next_line_are_those_of_the_period() {
    let mut world = two_weeks();
    set(&mut world, 0, SessionField::Done(vec!["outline".into()]));
    set(&mut world, 3, SessionField::Done(vec!["scene 1".into(), "scene 2".into()]));
    set(&mut world, 4, SessionField::Proof("wrote though tired".into()));
    set(&mut world, 4, SessionField::Next("scene 3".into()));
    set(&mut world, 7, SessionField::Next("scene 4".into()));
    let found = figures(&world, second_week());
    assert_eq!(found.got_done, [(march(9), "scene 1".to_owned()), (march(9), "scene 2".to_owned())]);
    assert_eq!(found.proofs, [(march(10), "wrote though tired".to_owned())]);
    assert_eq!(found.next.as_deref(), Some("scene 4"));
}

#[test]
fn plans_are_counted_in_the_period_and_flagged_by_all_their_uses() {
    let mut world = two_weeks();
    let (obstacle, action) = ("I am tired".to_owned(), "write one line".to_owned());
    world.utc -= Duration::days(13);
    world.act(Action::Plan(PlanAction::Add { obstacle, action, wish: String::new(), outcome: String::new() }));
    let plan = world.model.plans.iter().next().unwrap().id;
    for (day, result) in [
        (3, UseResult::Helped),
        (5, UseResult::DidNotHelp),
        (9, UseResult::DidNotHelp),
        (10, UseResult::DidNotHelp),
        (12, UseResult::Open),
    ] {
        go_to(&mut world, day);
        world.act(Action::Plan(PlanAction::Use { id: plan }));
        let usage = world.model.plan_uses.iter().last().unwrap().id;
        world.act(Action::Plan(PlanAction::Judge { usage, result }));
    }
    go_to(&mut world, 15);
    let found = figures(&world, second_week());
    assert_eq!(found.plans_used(), PlanFigures { uses: 3, judged: 2, helped: 0 });
    let flagged: Vec<&PlanLine> = found.flagged().collect();
    assert_eq!(flagged.len(), 1);
    assert_eq!(flagged[0].ever, PlanFigures { uses: 5, judged: 4, helped: 1 });
    assert_eq!(figures(&world, Period::week_ending(march(8))).flagged().count(), 0, "it was not yet");
}

#[test]
fn a_plan_and_an_item_that_were_put_away_later_stay_in_the_report_of_their_time() {
    use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
    let mut world = two_weeks();
    go_to(&mut world, 2);
    let (obstacle, action) = ("I am tired".to_owned(), "write one line".to_owned());
    world.act(Action::Plan(PlanAction::Add { obstacle, action, wish: String::new(), outcome: String::new() }));
    let text = "Phone away".to_owned();
    let (group, kind) = (Group::Distractions, ItemKind::EverySession);
    world.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    let (plan, item) = (world.model.plans.last().unwrap().id, world.model.environment.last().unwrap().id);
    for day in [3, 5, 6, 7] {
        go_to(&mut world, day);
        world.act(Action::Plan(PlanAction::Use { id: plan }));
        let usage = world.model.plan_uses.last().unwrap().id;
        world.act(Action::Plan(PlanAction::Judge { usage, result: UseResult::DidNotHelp }));
    }
    go_to(&mut world, 16);
    let then = figures(&world, second_week());
    assert_eq!((then.flagged().count(), then.effects.items.len()), (1, 1));
    world.act(Action::Plan(PlanAction::ToggleArchived { id: plan }));
    world.act(Action::Environment(EnvironmentAction::ToggleArchived { id: item }));
    assert_eq!(figures(&world, second_week()), then);
    let now = figures(&world, Period::week_ending(march(22)));
    assert_eq!((now.flagged().count(), now.effects.items.len()), (0, 0));
}

#[test]
fn earlier_answers_are_those_of_done_reviews_before_it() {
    let mut world = two_weeks();
    let mut review = |day: u32, support: u8, automatic: u8| {
        go_to(&mut world, day);
        world.act(Action::Review(ReviewAction::Open(Period::week_ending(march(day)))));
        let id = world.model.reviews.iter().last().unwrap().id;
        for field in [ReviewField::Support(Some(support)), ReviewField::Automatic(Some(automatic))] {
            world.act(Action::Review(ReviewAction::Set { id, field }));
        }
        id
    };
    let (first, second) = (review(8, 4, 2), review(15, 6, 3));
    let goal = world.model.goal().unwrap().clone();
    let ratings = |world: &World, id: Uuid| Ratings::before(&world.model, &goal, world.model.reviews.get(id).unwrap());
    assert_eq!(ratings(&world, second), Ratings::default(), "a draft has not answered yet");
    for id in [first, second] {
        world.act(Action::Review(ReviewAction::Finish { id }));
    }
    let found = ratings(&world, second);
    assert_eq!(found.support, [(march(8), 4)]);
    assert_eq!(found.habit.iter().map(|rating| rating.items[0]).collect::<Vec<_>>(), [Some(2)]);
    assert_eq!(ratings(&world, first), Ratings::default());
}

#[test]
fn automaticity_is_read_from_the_ratings_before_and_the_sessions_up_to_then() {
    use crate::domain::insight::automaticity::{HabitRating, Reading};
    let found = figures(&two_weeks(), second_week());
    assert_eq!(found.first_done, Some(march(2)));
    assert_eq!(found.automaticity(&Ratings::default()), None);
    let rating = HabitRating { day: march(8), items: [Some(2), None, None, None] };
    let read = found.automaticity(&Ratings { habit: vec![rating], ..Ratings::default() }).unwrap();
    assert_eq!((read.first, read.sessions), (march(2), 8));
    assert_eq!(read.reading, Reading::TooEarly { ratings: 1, span_days: 0, sessions: 8 });
}

#[test]
fn the_experiments_of_a_month_are_judged_by_what_was_known_at_its_end() {
    use crate::domain::experiments::{ExperimentAction, ExperimentDesign, ExperimentState, Says};
    let mut world = World::with_goal();
    let start = |what: &str, design| ExperimentAction::Start { what: what.into(), review: None, design };
    let live = |world: &mut World, days: usize, minutes: i64| {
        for nth in 0..days {
            world.add(60, if nth % 5 == 4 { 300 } else { minutes * 60 });
            world.pass(86_400);
        }
    };
    live(&mut world, 7, 10);
    world.act(Action::Experiment(start("Tea first", ExperimentDesign::CoinFlip)));
    world.pass(1);
    world.act(Action::Experiment(start("Phone away", ExperimentDesign::Dated)));
    live(&mut world, 23, 20);
    let march_of = |world: &World| figures(world, Period::month_of(march(1))).experiments;
    let then = march_of(&world);
    // From the 9th to the end of the month: 21 days of whole weeks less the first two, and 14 less two.
    let days = |card: &Card| card.with.days + card.without.days;
    assert_eq!((days(&then[0]), then[1].with.days, then[1].without.days), (19, 12, 7));
    assert_ne!(then[1].says, Says::Ended);
    for experiment in world.model.experiments.clone().shared() {
        let (id, state) = (experiment.id, ExperimentState::Dropped);
        world.act(Action::Experiment(ExperimentAction::Decide { id, state }));
    }
    world.act(Action::Experiment(start("Coffee first", ExperimentDesign::Dated)));
    live(&mut world, 30, 60);
    assert_eq!(march_of(&world), then);
    assert_eq!(figures(&world, Period::month_of(march(1).succ_opt().unwrap() - Duration::days(30))).experiments, []);
    let april = figures(&world, Period::month_of(march(31) + Duration::days(5))).experiments;
    assert_eq!(april.len(), 3);
}
