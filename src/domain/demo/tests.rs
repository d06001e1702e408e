use super::*;
use crate::domain::experiments::{self, Says};
use crate::domain::insight::Derived;
use crate::domain::review::{ReviewKind, due, habit_ratings};
use crate::domain::rewards::Milestone;
use crate::domain::session::Session;
use crate::domain::tests::check_survives_saving;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

#[track_caller]
fn check_sessions_are_sound(model: &Model, now: Now) {
    let mut last_end = DateTime::<Utc>::MIN_UTC;
    for session in model.sessions.iter() {
        assert!(session.started == session.intervals[0].start);
        for interval in &session.intervals {
            assert!(interval.start >= last_end, "{} overlaps", session.started);
            assert!(interval.end > interval.start);
            last_end = interval.end;
        }
        let offset = offset_from_secs(session.offset_secs);
        assert_eq!(session.day, crate::domain::time::day_of(session.started, offset, 4));
        assert!(session.focus_secs() >= 60);
    }
    assert!(last_end <= now.utc);
    assert!(model.counts.iter().all(|count| count.at <= now.utc && count.amount > 0.0));
}

#[test]
fn the_year_has_about_250_sessions_growing_from_5_to_25_minutes() {
    let model = demo(today(), 1);
    let sessions: Vec<&Session> = model.goal_sessions().collect();
    assert!((230..=280).contains(&sessions.len()), "{}", sessions.len());
    assert_eq!(sessions[0].planned_secs, 5 * 60);
    assert_eq!(sessions[sessions.len() - 1].planned_secs, 25 * 60);
    assert!(sessions.iter().any(|session| session.intervals.len() == 2));
}

#[test]
fn the_same_seed_gives_the_same_year_and_another_seed_another() {
    assert_eq!(demo(today(), 1), demo(today(), 1));
    assert_ne!(demo(today(), 1), demo(today(), 2));
}

#[test]
fn sessions_never_overlap_and_nothing_lies_in_the_future_at_any_hour() {
    for hour in [4, 5, 8, 9, 12, 23, 27] {
        let offset = FixedOffset::east_opt(5 * 3600 + 2700).unwrap();
        let now = Now::new(at(today(), hour * 60 + 1, offset), offset, 1);
        check_sessions_are_sound(&demo_at(now, 1), now);
    }
}

#[test]
fn today_is_partly_done() {
    let derived = Derived::of(&demo(today(), 1), today());
    let done = derived.days.today().unwrap();
    assert_eq!((done.day, done.focus_secs, done.target_minutes), (today(), 15 * 60, 25));
}

#[test]
fn each_decided_length_is_that_of_the_sessions_after_it() {
    let model = demo(today(), 1);
    assert!(model.lengths.len() >= 12, "{}", model.lengths.len());
    for length in model.lengths.iter() {
        let mut after = model.goal_sessions().filter(|session| session.day >= length.day);
        assert_eq!(after.next().map(|session| session.planned_secs), Some(u32::from(length.minutes) * 60));
    }
    assert_eq!(model.lengths.last().map(|length| length.minutes), Some(model.settings.session_minutes));
    let undone: Vec<_> = model.lengths.iter().map(|length| length.why).collect();
    assert!(undone.contains(&LengthChange::Eased) && undone.contains(&LengthChange::Grown));
}

#[test]
fn one_goal_is_active_one_is_finished_and_three_wishes_wait() {
    let model = demo(today(), 1);
    assert_eq!(model.goals.len(), 2);
    assert_eq!(model.goal().unwrap().title, "Write the book");
    let old = model.goals.iter().next().unwrap();
    assert_eq!(old.state, GoalState::Finished);
    assert!(model.sessions.iter().filter(|session| session.goal == old.id).count() > 30);
    assert!(model.sessions.iter().all(|session| session.goal != old.id || session.ended_at() < old.closed.unwrap()));
    assert_eq!(model.wishes.len(), 3);
    assert_eq!(model.next_line(), Some("Start with the sound of the bell"));
}

#[test]
fn the_words_come_close_to_the_total_but_do_not_reach_it() {
    let derived = Derived::of(&demo(today(), 1), today());
    assert!((35_000.0..58_000.0).contains(&derived.totals.all.counted), "{}", derived.totals.all.counted);
}

#[test]
fn any_size_has_exactly_so_many_sessions_without_overlap() {
    for sessions in [0, 1, 7, 250, 1_000, 20_000] {
        let model = demo_sized(sessions, today(), 3);
        assert_eq!(model.sessions.len(), sessions);
        check_sessions_are_sound(&model, Now::new(at(today(), 18 * 60, utc()), utc(), 0));
    }
}

#[test]
fn a_hundred_thousand_sessions_fit_without_overlap() {
    let model = demo_sized(100_000, today(), 3);
    assert_eq!(model.sessions.len(), 100_000);
    check_sessions_are_sound(&model, Now::new(at(today(), 18 * 60, utc()), utc(), 0));
}

#[test]
fn the_thirty_days_are_done_and_most_of_their_steps() {
    let derived = Derived::of(&demo(today(), 1), today());
    assert_eq!((derived.programme.length, derived.programme.now(), derived.programme.next_step()), (30, None, None));
    assert!(derived.programme.steps_done()[0] >= 14, "{:?}", derived.programme.steps_done());
}

#[test]
fn three_plans_were_used_and_one_of_them_does_not_help_enough() {
    let derived = Derived::of(&demo(today(), 1), today());
    let model = demo(today(), 1);
    let figures: Vec<_> = model.plans.iter().map(|plan| derived.plans[&plan.id]).collect();
    let shown: Vec<_> = figures.iter().map(|figures| (figures.uses, figures.helped, figures.judged)).collect();
    assert_eq!(shown, [(5, 3, 4), (6, 5, 6), (5, 2, 5)]);
    assert_eq!(figures.iter().filter(|figures| figures.needs_rework()).count(), 1);
    let is_sound = |usage: &crate::domain::plans::PlanUse| {
        usage.session.is_none_or(|id| model.sessions.get(id).is_some_and(|session| session.started < usage.at))
    };
    assert!(model.plan_uses.iter().all(is_sound));
}

#[test]
fn most_weeks_and_months_were_looked_back_at_and_the_last_week_is_due() {
    let model = demo(today(), 1);
    let goal = model.goal().unwrap();
    let of = |kind| model.reviews.iter().filter(|review| review.kind == kind).count();
    assert!((40..=48).contains(&of(ReviewKind::Weekly)), "{}", of(ReviewKind::Weekly));
    assert_eq!(of(ReviewKind::Monthly), 11);
    assert!(model.reviews.iter().all(|review| review.is_done() && review.period().is_whole() && review.to < today()));
    let due: Vec<String> = due(&model, goal, today()).iter().map(|due| due.period.to.to_string()).collect();
    assert_eq!(due, ["2026-11-22"]);
    let ratings = habit_ratings(&model, goal);
    let first_items: Vec<u8> = ratings.iter().filter_map(|rating| rating.items[0]).collect();
    assert!(first_items[0] <= 2 && first_items[first_items.len() - 1] >= 5, "{first_items:?}");
    let all_four = |rating: &&crate::domain::insight::automaticity::HabitRating| rating.items[3].is_some();
    assert_eq!(ratings.iter().filter(all_four).count(), 13);
}

#[test]
fn five_experiments_were_made_two_were_kept_and_the_newest_can_be_judged() {
    let (model, derived) = (demo(today(), 1), Derived::of(&demo(today(), 1), today()));
    let goal = model.goal().unwrap();
    assert_eq!(model.experiments.len(), 5);
    assert_eq!(experiments::system(&model, goal, &derived.experiments).len(), 2);
    let newest = experiments::focal(&model, goal).unwrap();
    let card = derived.experiments.get(newest.id).unwrap();
    assert!(!matches!(card.says, Says::Waiting { .. }) && card.with.days == 12, "{card:?}");
    assert!(derived.experiments.iter().all(|card| card.without.days >= 6), "{:?}", derived.experiments);
}

#[test]
fn rewards_of_all_layers_were_earned_and_one_of_them_is_weak() {
    let model = demo(today(), 7);
    let (figures, seen) = (Derived::of(&model, today()).rewards, at(today(), DEMO_HOUR * 60, utc()));
    assert_eq!(model.rewards.len(), 11);
    for delivery in &figures.delivery {
        assert!(delivery.of >= 2 && delivery.rated >= 1 && delivery.claimed * 2 > delivery.of, "{delivery:?}");
    }
    let weak: Vec<&str> =
        figures.weak.iter().map(|weak| model.rewards.get(weak.reward).unwrap().words.as_str()).collect();
    assert_eq!(weak, [texts::WEAK_REWARD]);
    assert!((2..=12).contains(&figures.unclaimed.len()), "{}", figures.unclaimed.len());
    assert!((15..=19).contains(&figures.level.number), "{:?}", figures.level);
    assert!(figures.badges.iter().filter(|badge| badge.won.is_some()).count() >= 10, "{:?}", figures.badges);
    let own = figures.milestones.iter().find(|state| matches!(state.milestone, Milestone::Own(_))).unwrap();
    assert!(own.reached.is_some());
    assert!(figures.enjoyment.len() > 100);
    assert!(model.answers.iter().all(|answer| answer.answered <= seen && answer.earned <= answer.answered));
}

#[test]
fn the_year_can_be_saved_and_nothing_of_it_is_set_aside() {
    check_survives_saving(&demo(today(), 1));
}
