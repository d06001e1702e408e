//! How long the app's own work takes with 1 000 to 100 000 sessions; one line a figure.
//!
//! `cargo bench --bench records`. On the UI thread only `apply`, `snapshot` and the reading of ready figures happen in a frame.

#[path = "support/sample.rs"]
mod sample;

use chrono::{DateTime, Duration, Utc};
use divan::Bencher;
use mainspring::domain::insight::Derived;
use mainspring::domain::insight::days::Days;
use mainspring::domain::insight::spring::Coils;
use mainspring::domain::insight::strength;
use mainspring::domain::insight::totals::Totals;
use mainspring::domain::session::{SessionAction, SessionField};
use mainspring::domain::{Action, Model, apply};

/// Sessions in the file; ten a day, so that 100 000 are 27 years.
const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 100_000];

fn main() {
    divan::main();
}

fn end() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::days(20_000)
}

fn model(sessions: usize) -> Model {
    sample::model(sessions, 10, end())
}

/// One note changed in the middle of the records, with its undo step.
#[divan::bench(args = SIZES)]
fn apply_an_edit(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut model = model(sessions);
    let id = model.sessions.shared()[sessions / 2].id;
    let mut nth = 0_u64;
    bencher.bench_local(|| {
        nth += 1;
        let field = SessionField::Note(nth.to_string());
        let now = sample::at(end() + Duration::seconds(nth as i64), nth);
        apply(&mut model, Action::Session(SessionAction::Set { id, field }), now).expect("an edit")
    });
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
    let today = sample::at(end(), 0).today(4);
    bencher.bench_local(|| Derived::of(&model, today));
}

#[divan::bench(args = SIZES)]
fn days_and_totals(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let today = sample::at(end(), 0).today(4);
    let goal = model.goal().expect("a goal");
    bencher.bench_local(|| Totals::of(&Days::of(&model, goal, today)));
}

#[divan::bench(args = SIZES)]
fn strength_of_all_days(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let days = Days::of(&model, model.goal().expect("a goal"), sample::at(end(), 0).today(4));
    bencher.bench_local(|| strength::series(&days));
}

#[divan::bench(args = SIZES)]
fn coils_of_the_spring(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    let goal = model.goal().expect("a goal");
    bencher.bench_local(|| Coils::of(&model, goal));
}
