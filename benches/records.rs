//! How long the app's own work takes with 1 000 to 100 000 sessions; one line a figure.
//!
//! `cargo bench --bench records`; the file's own figures are in `file.rs`. Of a save, only `snapshot` is done on the UI
//! thread.

use std::sync::Arc;

use chrono::{NaiveDate, Offset, Utc, Weekday};
use divan::Bencher;
use mainspring::domain::demo::demo_sized;
use mainspring::domain::insight::Derived;
use mainspring::domain::insight::ahead::{Question, answer};
use mainspring::domain::insight::days::Days;
use mainspring::domain::insight::feelings::Feelings;
use mainspring::domain::insight::growth;
use mainspring::domain::insight::jewels;
use mainspring::domain::insight::rhythm::{Rhythm, Weekdays};
use mainspring::domain::insight::spring::{Coil, Coils};
use mainspring::domain::insight::spring_geometry::Winding;
use mainspring::domain::insight::strength;
use mainspring::domain::insight::target_line::TargetLine;
use mainspring::domain::insight::totals::Totals;
use mainspring::domain::insight::turns::turns;
use mainspring::domain::review::{Period, ReviewAction, ReviewField};
use mainspring::domain::rewards::{Answer, GrantState, RewardFigures, answer_id, grants};
use mainspring::domain::session::{SessionAction, SessionField};
use mainspring::domain::timer::TimerAction;
use mainspring::domain::{Action, Effect, Model, Now, apply};

/// Sessions in the file; from 5 000 on they lie in 20 years.
const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 100_000];

fn main() {
    divan::main();
}

/// The last day of the records.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");

fn model(sessions: usize) -> Model {
    demo_sized(sessions, TODAY, 7)
}

/// One note changed in the middle of the records, with its undo step.
#[divan::bench(args = SIZES)]
fn apply_an_edit(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = model(sessions);
    let id = model.sessions.iter().nth(sessions / 2).expect("a session").id;
    let mut nth = 0_u64;
    bencher.bench_local(|| {
        nth += 1;
        let field = SessionField::Note(nth.to_string());
        apply(&mut model, Action::Session(SessionAction::Set { id, field }), evening(nth as i64, nth)).expect("an edit")
    });
}

/// A whole session: start, pause, resume, finish; then its record is taken out again.
#[divan::bench(args = SIZES)]
fn apply_a_session(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = model(sessions);
    let mut nth = 0_u64;
    bencher.bench_local(|| {
        for (secs, action) in [
            (0, TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() }),
            (70, TimerAction::Pause),
            (80, TimerAction::Resume),
            (150, TimerAction::Finish),
        ] {
            nth += 1;
            apply(&mut model, Action::Timer(action), evening(secs, nth)).expect("a session");
        }
        let id = model.sessions.last().expect("the new one").id;
        apply(&mut model, Action::Session(SessionAction::Delete { id }), evening(160, nth)).expect("deleted");
    });
}

/// The end of a session: what the frame that finishes it does to the records, and what it earned.
#[divan::bench(args = SIZES)]
fn finish_a_session(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = running(sessions);
    bencher.with_inputs(|| model.clone()).bench_local_values(finished);
}

/// The figures after it, worked out by the next frame.
#[divan::bench(args = SIZES)]
fn derive_after_a_session(bencher: Bencher<'_, '_>, sessions: usize) {
    let before = running(sessions);
    let (derived, (after, _)) = (Derived::of(&before, TODAY), finished(before.clone()));
    bencher.bench_local(|| derived.again(&before, &after, TODAY));
}

fn running(sessions: usize) -> Model {
    let mut model = model(sessions);
    let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
    for (secs, action) in [(0, start), (70, TimerAction::Pause), (80, TimerAction::Resume)] {
        apply(&mut model, Action::Timer(action), evening(secs, secs.unsigned_abs())).expect("a session");
    }
    model
}

fn finished(mut model: Model) -> (Model, Vec<Effect>) {
    let before = model.sessions.len();
    let effects = apply(&mut model, Action::Timer(TimerAction::Finish), evening(150, 150)).expect("finished");
    assert_eq!(model.sessions.len(), before + 1, "it left no trace");
    (model, effects)
}

/// The figures of rewards, with each session's reward answered.
#[divan::bench(args = SIZES)]
fn rewards(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = answered(sessions);
    let goal = model.goal().expect("a goal");
    let days = Days::of(&model, goal, TODAY);
    bencher.bench_local(|| RewardFigures::of(&model, goal, &days));
}

fn answered(sessions: usize) -> Model {
    let mut model = model(sessions);
    let goal = model.goal().expect("a goal").id;
    let answers = grants(&model, TODAY).into_iter().map(|grant| Answer {
        id: answer_id(goal, grant.occasion),
        goal,
        occasion: grant.occasion,
        earned: grant.earned,
        day: grant.day,
        reward: grant.reward,
        words: grant.words,
        minutes: grant.minutes,
        state: GrantState::Claimed,
        good: Some(4),
        answered: grant.earned,
        modified: grant.earned,
    });
    model.answers = answers.collect();
    model
}

/// One step back and forward again, in the middle of the records.
#[divan::bench(args = SIZES)]
fn undo_and_redo(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = model(sessions);
    let id = model.sessions.iter().nth(sessions / 2).expect("a session").id;
    apply(&mut model, Action::Session(SessionAction::Delete { id }), evening(0, 1)).expect("deleted");
    bencher.bench_local(|| {
        apply(&mut model, Action::Undo, evening(1, 2)).expect("undone");
        apply(&mut model, Action::Redo, evening(2, 3)).expect("done again")
    });
}

/// The line of every coil of a spring at full size, as a frame draws it when nothing is cached.
#[divan::bench(args = SIZES)]
fn lines_of_the_spring(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    let coils = Coils::of(goal, &turns(&model, goal));
    let ahead = jewels::next(coils.total_secs).at_secs - coils.total_secs;
    bencher.bench_local(|| {
        let winding = Winding::fit(coils.total_secs, ahead, 256.0);
        let line = |coil: &Coil| winding.coil_line(coil.from_secs as f64, coil.to_secs as f64).len();
        coils.coils.iter().map(line).sum::<usize>()
    });
}

fn evening(secs: i64, seed: u64) -> Now {
    let eight = TODAY.and_hms_opt(20, 0, 0).expect("a time").and_utc();
    Now::new(eight + chrono::Duration::seconds(secs), Utc.fix(), seed)
}

/// What the writer thread is handed.
#[divan::bench(args = SIZES)]
fn snapshot(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    bencher.bench_local(|| model.clone());
}

/// All that a screen shows, after a change.
#[divan::bench(args = SIZES)]
fn derive_everything(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    bencher.bench_local(|| Derived::of(&model, TODAY));
}

/// What is worked out on a thread: the forecast and what all sessions say.
#[divan::bench(args = SIZES)]
fn foreseen(bencher: Bencher<'_, '_>, sessions: usize) {
    let derived = Derived::of(&model(sessions), TODAY);
    bencher.bench_local(|| derived.open().expect("questions").answered());
}

#[divan::bench(args = SIZES)]
fn days_and_totals(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    bencher.bench_local(|| Totals::of(&Days::of(&model, goal, TODAY)));
}

#[divan::bench(args = SIZES)]
fn strength_of_all_days(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let days = Days::of(&model, model.goal().expect("a goal"), TODAY);
    bencher.bench_local(|| strength::series(&days));
}

#[divan::bench(args = SIZES)]
fn coils_of_the_spring(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    bencher.bench_local(|| Coils::of(goal, &turns(&model, goal)));
}

/// The line to the total, which is made with the other figures.
#[divan::bench(args = SIZES)]
fn target_line(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    let days = Days::of(&model, goal, TODAY);
    bencher.bench_local(|| TargetLine::of(goal, &days));
}

/// The finish forecast with its record, off the UI thread: once for each day and count.
#[divan::bench(args = SIZES)]
fn forecast(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    let days = Arc::new(Days::of(&model, goal, TODAY));
    let target = TargetLine::of(goal, &days);
    let question = Arc::new(Question::of(goal, &days, target.as_ref()).expect("a total"));
    bencher.bench_local(|| answer(Arc::clone(&question)));
}

/// The figures after a letter typed in a review: all but the programme stay as they are.
#[divan::bench(args = SIZES)]
fn typed_in_review(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = model(sessions);
    let week = Period::week_of(TODAY, Weekday::Sun);
    apply(&mut model, Action::Review(ReviewAction::Open(week)), evening(0, 1)).expect("a draft");
    let id = model.reviews.last().expect("the draft").id;
    let (mut derived, mut nth) = (Derived::of(&model, TODAY), 1_u64);
    bencher.bench_local(|| {
        nth += 1;
        let before = model.clone();
        let field = ReviewField::Skill(nth.to_string());
        apply(&mut model, Action::Review(ReviewAction::Set { id, field }), evening(nth as i64, nth)).expect("a letter");
        derived = derived.again(&before, &model, TODAY);
    });
}

/// When, how long and how it felt, over all sessions.
#[divan::bench(args = SIZES)]
fn rhythm_length_and_feelings(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let days = Days::of(&model, model.goal().expect("a goal"), TODAY);
    let all = || model.sessions.iter();
    bencher.bench_local(|| {
        let weekdays = Weekdays::of(&days, model.settings.week_start, TODAY);
        (Rhythm::of(all()), weekdays, growth::day_lengths(all()), Feelings::of(all()))
    });
}
