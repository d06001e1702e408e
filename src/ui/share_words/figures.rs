//! The figures of a period in words.

use crate::domain::insight::review_figures::Rated;
use crate::domain::people::shared::{About, Counted, DaysDone, Felt, Minutes, Shared, Window};
use crate::exchange::share::Figure;
use crate::ui::format;
use crate::ui::text::Text;

/// Decimals of an amount, and of a mean rating.
const AMOUNT_PLACES: usize = 2;
const MEAN_PLACES: usize = 1;

pub(super) fn figures(text: &Text, shared: &Shared) -> Vec<Figure> {
    let mut all = Vec::new();
    all.extend(shared.minutes.map(|minutes| focus(text, minutes, &shared.about)));
    all.extend(shared.days.and_then(|days| days_done(text, days, &shared.about)));
    all.extend(shared.counts.as_ref().map(|counts| counted(text, counts)));
    all.extend(shared.energy.and_then(|felt| energy(text, felt)));
    all.extend(shared.energy.and_then(|felt| motivation(text, felt)));
    all
}

fn focus(text: &Text, minutes: Minutes, about: &About) -> Figure {
    let planned = minutes.planned.map(|planned| {
        let planned = format::duration(text, u64::from(planned) * 60);
        text.with("share-focus-planned", &[("planned", planned.into())])
    });
    let sessions = (*about != About::Session).then(|| {
        let shown = format::count(u64::from(minutes.sessions));
        text.with("share-focus-sessions", &[("sessions", minutes.sessions.into()), ("shown", shown.into())])
    });
    Figure {
        name: text.get("share-focus"),
        value: format::duration(text, minutes.done_secs / 60 * 60),
        note: joined(text, planned, sessions),
        share: minutes.planned.map(|planned| share(minutes.done_secs as f64 / 60.0, f64::from(planned))),
    }
}

/// None without a planned day. A milestone is celebrated: it does not say what was missed.
fn days_done(text: &Text, days: DaysDone, about: &About) -> Option<Figure> {
    let of = format::count(u64::from(days.of));
    let value = match days.done {
        0 => text.with("share-days-none", &[("of", of.into())]),
        done => {
            let done = format::count(u64::from(done));
            text.with("share-days-value", &[("done", done.into()), ("of", of.into())])
        }
    };
    let missed = text.with("share-days-missed", &[("missed", days.missed().into())]);
    let note = match (about, days.window) {
        (About::Milestone(_), _) => String::new(),
        (_, Window::Last28) => text.with("share-days-last", &[("missed", missed.into())]),
        (_, Window::Period) => missed,
    };
    let share = Some(share(f64::from(days.done), f64::from(days.of)));
    (days.of > 0).then(|| Figure { name: text.get("share-days"), value, note, share })
}

fn counted(text: &Text, counts: &Counted) -> Figure {
    let amount = |amount: f64| format::decimal(amount, AMOUNT_PLACES);
    let is_all = counts.amount.total_cmp(&counts.so_far).is_eq();
    let so_far = ("amount", amount(counts.so_far).into());
    let note = match counts.total {
        Some(total) if is_all => text.with("share-counts-total", &[("total", amount(total).into())]),
        Some(total) => text.with("share-counts-of", &[so_far, ("total", amount(total).into())]),
        None if is_all => String::new(),
        None => text.with("share-counts-so-far", &[so_far]),
    };
    Figure {
        name: format::capitalised(&counts.unit),
        value: amount(counts.amount),
        note,
        share: counts.total.map(|total| share(counts.so_far, total)),
    }
}

fn energy(text: &Text, felt: Felt) -> Option<Figure> {
    let value = text.with("share-energy-value", &[("mean", mean(felt.energy).into())]);
    let note = ratings(text, felt.energy);
    (felt.energy.n > 0).then(|| Figure { name: text.get("share-energy"), value, note, share: None })
}

fn motivation(text: &Text, felt: Felt) -> Option<Figure> {
    let values = [("before", mean(felt.before).into()), ("after", mean(felt.after).into())];
    let note = text.with("share-motivation-note", &[("ratings", ratings(text, felt.before).into())]);
    let value = text.with("share-motivation-value", &values);
    (felt.before.n > 0).then(|| Figure { name: text.get("share-motivation"), value, note, share: None })
}

fn mean(rated: Rated) -> String {
    format::decimal(rated.mean, MEAN_PLACES)
}

fn ratings(text: &Text, rated: Rated) -> String {
    text.with("share-ratings", &[("n", rated.n.into())])
}

fn share(have: f64, need: f64) -> f64 {
    if need > 0.0 { (have / need).clamp(0.0, 1.0) } else { 0.0 }
}

fn joined(text: &Text, first: Option<String>, second: Option<String>) -> String {
    match (first, second) {
        (Some(first), Some(second)) => text.with("list-comma", &[("first", first.into()), ("second", second.into())]),
        (one, other) => one.or(other).unwrap_or_default(),
    }
}
