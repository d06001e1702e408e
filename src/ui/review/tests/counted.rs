//! The twenty sessions that Progress is counted by, in its own tests, as the reviews of their week and month tell them:
//! every figure against literals counted by hand.
//!
//! Here eighteen of them were timed to their end; the second ones of the 18th and the 23rd were entered by hand. "Phone
//! away" is checked on every other day of work from the 4th on. Tea is the reward of a session, a bath that of a day, bread
//! that of a comeback.

use super::*;
use crate::domain::environment::{EnvironmentAction, Group, ItemKind};
use crate::domain::insight::feelings;
use crate::domain::insight::patterns::{Arm, Verdict};
use crate::domain::insight::review_figures::{Rated, ReviewFigures, RewardCounts};
use crate::domain::plans::PlanFigures;
use crate::domain::rewards::{Delivery, Layer, Occasion, RewardAction};
use crate::domain::session::Ended;
use crate::ui::progress::counted_tests;
use crate::ui::review::{Report, report};

/// Days of November on which "Phone away" is checked.
const CHECKED: [u32; 7] = [4, 7, 9, 11, 15, 17, 19];

fn world() -> World {
    let mut world = counted_tests::world();
    let now = world.now;
    world.at(moment("2026-11-02T06:30:00Z"));
    let (group, kind, text) = (Group::Distractions, ItemKind::EverySession, "Phone away".to_owned());
    world.act(Action::Environment(EnvironmentAction::Add { group, kind, text }));
    counted_tests::add_the_plan(&mut world);
    for (layer, words) in [(Layer::Session, "Tea"), (Layer::Day, "A bath"), (Layer::Comeback, "Bread")] {
        world.act(Action::Reward(RewardAction::write(layer, words, 10)));
    }
    let item = world.model.environment.last().unwrap().id;
    let timed: Vec<_> = world.model.sessions.iter().cloned().collect();
    for session in timed.iter().filter(|one| !is_entered(one.day, one.started.format("%H:%M").to_string().as_str())) {
        world.model.sessions.update(session.id, |one| {
            (one.ended, one.planned_secs) = (Ended::Earned, u32::try_from(one.focus_secs()).unwrap());
            one.environment = CHECKED.iter().filter(|day| counted_tests::day(**day) == one.day).map(|_| item).collect();
        });
    }
    world.at(now);
    answer_rewards(&mut world);
    counted_tests::use_the_plan(&mut world);
    world
}

fn is_entered(on: NaiveDate, start: &str) -> bool {
    [(day(11, 18), "20:00"), (day(11, 23), "09:30")].contains(&(on, start))
}

/// Tea was taken after the first ten sessions, then low on the 15th, left out on the 16th and 17th, good on the 18th, low
/// on the 19th; that of the 21st, 22nd and 23rd waits, and so do all baths and both times bread.
fn answer_rewards(world: &mut World) {
    let earned: Vec<_> = world.model.sessions.iter().filter(|one| one.ended == Ended::Earned).cloned().collect();
    assert_eq!(earned.len(), 18);
    for (nth, session) in earned.iter().enumerate() {
        let occasion = Occasion::Session(session.id);
        match nth {
            0..=9 => world.act(Action::Reward(RewardAction::Take { occasion })),
            10 | 13 | 14 => {
                let good = Some([2, 4, 1][[10, 13, 14].iter().position(|at| *at == nth).unwrap()]);
                world.act(Action::Reward(RewardAction::Take { occasion }));
                world.act(Action::Reward(RewardAction::Rate { occasion, good }));
            }
            11 | 12 => world.act(Action::Reward(RewardAction::Skip { occasion })),
            _ => {}
        }
    }
}

fn figures(world: &World, period: Period) -> ReviewFigures {
    let days = (&*world.derived.days, world.derived.strength.as_slice());
    ReviewFigures::of(&world.model, world.model.goal().unwrap(), days, period)
}

fn told(world: &World, review: &Review) -> Report {
    report(&world.cx(), review).unwrap()
}

fn work(report: &Report) -> Vec<[String; 3]> {
    let plain = |words: &String| words.replace('\u{a0}', " ");
    report.sections[0].figures.iter().map(|told| [&told.name, &told.value, &told.note].map(plain)).collect()
}

fn november(world: &mut World) -> Review {
    world.act(Action::Review(ReviewAction::Open(Period::month_of(day(11, 1)))));
    world.model.reviews.iter().find(|review| review.kind == ReviewKind::Monthly).unwrap().clone()
}

#[test]
fn what_went_with_an_item_is_counted_up_to_the_end_of_last_week() {
    let world = world();
    let found = figures(&world, Period::month_of(day(11, 1)));
    assert_eq!(found.effects.until, day(11, 22));
    let effect = found.effects.items[0];
    // Without the first two days of it: the 4th, 7th, 9th, 11th, 15th, 17th and 19th with it, of which all but the 4th, 7th
    // and 19th were followed by a day of work, the 11th … 12th, the rests left out; the 6th, 10th, 12th, 16th, 18th and 21st
    // without it all were, and what followed the 22nd is of the next week.
    assert_eq!((effect.returned.a, effect.returned.b), (Arm { came: 4, n: 7 }, Arm { came: 6, n: 6 }));
    assert_eq!((effect.minutes.days, effect.minutes.shift), ([7, 7], None));
    assert_eq!((effect.returned.verdict, effect.minutes.verdict), (Verdict::Counts, Verdict::Counts));
    let counts = "So far 7 days with it, 7 without; compared from 8 of each on.";
    assert_eq!(crate::ui::environment::effect_words(&world.cx(), &effect), [counts]);
}

#[test]
fn rewards_are_delivered_and_weak_as_counted() {
    let world = world();
    // Tea: 13 taken, 2 left out, and that of the 21st was left; 2, 4 and 1 make 7. A bath on each of 17 days, of which the
    // 22nd and the 23rd are too fresh. Bread on the 6th and, a week and more later, on the 21st.
    let delivery = |layer: Layer, claimed, of, mean_good, rated| Delivery { layer, claimed, of, mean_good, rated };
    let found = |layer: Layer| world.derived.rewards.delivery[layer.nth()];
    assert_eq!(found(Layer::Session), delivery(Layer::Session, 13, 16, Some(7.0 / 3.0), 3));
    assert_eq!(found(Layer::Day), delivery(Layer::Day, 0, 15, None, 0));
    assert_eq!(found(Layer::Comeback), delivery(Layer::Comeback, 0, 2, None, 0));
    for layer in [Layer::Week, Layer::Month, Layer::Milestone] {
        assert_eq!(found(layer), delivery(layer, 0, 0, None, 0));
    }
    // The newest five of tea that can be told: left, low, good, left out, left out.
    let seldom_good: Vec<(u32, u32)> = world.derived.rewards.weak.iter().map(|weak| (weak.times, weak.of)).collect();
    assert_eq!(seldom_good, [(4, 5), (5, 5)]);
    // Tea on the 16th to the 22nd: out, out, taken, taken, waits, waits; six baths and one bread wait.
    let week = figures(&world, Period::week_ending(day(11, 22))).rewards;
    assert_eq!(week, RewardCounts { taken: 2, skipped: 2, waiting: 9 });
    let month = figures(&world, Period::month_of(day(11, 1))).rewards;
    assert_eq!(month, RewardCounts { taken: 13, skipped: 2, waiting: 22 });
}

#[test]
fn feelings_before_and_after_and_plans_are_what_was_counted() {
    let world = world();
    let found = figures(&world, Period::month_of(day(11, 1)));
    // Before: 1, 5 × 2, 9 × 3, 3 × 4 make 50; after: 1, 2, 5 × 3, 9 × 4, 2 × 5 make 64; energy 2 × 2, 7 × 3, 8 × 4, 5 make 62.
    let mean = |sum: f64| Rated { mean: sum / 18.0, n: 18 };
    let now = found.now;
    assert_eq!([now.motivation_before, now.motivation_after, now.energy], [50.0, 64.0, 62.0].map(mean));
    assert_eq!(now.ease, Rated::default());
    let felt = feelings::Feelings::of(world.model.goal_sessions());
    let change = feelings::Change { n: 18, rose: 13, same: 3, fell: 2, before: 3.0, after: 4.0 };
    assert_eq!((felt.motivation, felt.energy.counts, felt.energy.median), (change, [0, 2, 7, 8, 1], 3.5));
    assert_eq!(found.plans_used(), PlanFigures { uses: 3, judged: 2, helped: 1 });
    assert_eq!(figures(&world, Period::week_ending(day(11, 22))).plans_used(), PlanFigures::default());
}

#[test]
fn the_review_of_the_week_tells_them() {
    let world = world();
    let week = world.model.reviews.iter().find(|review| review.to == day(11, 22)).unwrap();
    let told = told(&world, week);
    // 10 + 10 + 14 + 10 + 0 + 12 + 12 = 68 minutes; before 7 + 12 + 8 + 8 + 10 = 45, the 13th and 14th being rests.
    // 100 + 50 + 100 + 100 + 150 + 150 = 650 words; before 100 + 100 + 200 + 100 + 150. Strength is .5395 and .3990.
    let expected = [
        ["Focus", "1 h 08", "before: 45 min"],
        ["Days done", "6 of 7", "before: 5 of 5"],
        ["Words", "650", "before: 650"],
        ["Strength", "54 %", "before: 40 %"],
    ];
    assert_eq!(work(&told), expected.map(|row| row.map(str::to_owned)));
    let expected = [
        "No if-then plan was used.",
        "Of 13 rewards earned, 2 taken, 2 left out, 9 waiting.",
        "“Tea” was left or rated low 4 of the last 5 times.",
        "“A bath” was left or rated low 5 of the last 5 times.",
    ];
    assert_eq!(told.sections[4].lines, expected);
}

#[test]
fn the_review_of_the_month_tells_them() {
    let mut world = world();
    let month = november(&mut world);
    let told = told(&world, &month);
    let first = "the first month";
    let expected = [
        ["Focus", "2 h 44", first],
        ["Days done", "17 of 20", first],
        ["Words", "1 900", first],
        ["Strength", "56 %", first],
    ];
    assert_eq!(work(&told), expected.map(|row| row.map(str::to_owned)));
    let lines =
        |nth: usize| told.sections[nth].lines.iter().map(|line| line.replace('\u{a0}', " ")).collect::<Vec<_>>();
    assert_eq!(lines(0), ["All so far: 2 h 44 on 17 days, 1 900 of 3 000 words"]);
    let expected = [
        "If-then plans were used 3 times and helped in 1 of 2 judged uses.",
        "Of 37 rewards earned, 13 taken, 2 left out, 22 waiting.",
        "It is too early to compare days with and without what you check before sessions: 8 of each are needed.",
    ];
    assert_eq!(lines(1), expected);
    assert_eq!(lines(3), ["20 sessions = 20 votes"]);
    assert_eq!(
        told.sections[4].lines,
        ["The middle day had 10 min; 2 days were free.", "Energy 3.4 of 5 (n\u{a0}=\u{a0}18)"]
    );
}

#[test]
fn an_old_month_keeps_the_total_that_was_aimed_at_in_it() {
    let mut world = world();
    let month = november(&mut world);
    world.at(moment("2026-12-10T10:00:00Z"));
    let measure = crate::domain::measure::Measure { unit: "words".to_owned(), total: Some(9000.0) };
    let id = world.model.goal().unwrap().id;
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
    let line = told(&world, &month).sections[0].lines[0].replace('\u{a0}', " ");
    assert_eq!(line, "All so far: 2 h 44 on 17 days, 1 900 of 3 000 words");
}
