//! What happened, as labelled marks: stages of the programme, rests, milestones and experiments.

use chrono::NaiveDate;

use crate::domain::insight::jewels::{self, JewelKind};
use crate::domain::rest::RestKind;
use crate::exchange::chart::{Event, EventKind};
use crate::ui::format;
use crate::ui::programme::stage_id;
use crate::ui::progress::day_words::rest_id;
use crate::ui::progress::range::Period;

use super::source::{Source, morning};

/// Most milestones of a chart: of more, only the rounder ones are named.
const MOST_MILESTONES: usize = 8;
/// What rounder means, in hours of focus.
const ROUND_HOURS: [i64; 6] = [1, 10, 50, 100, 500, 1_000];
/// Most days of a chart on which every rest is marked, and most on which one of a week is.
const ALL_RESTS_DAYS: i64 = 62;
const WEEK_RESTS_DAYS: i64 = 500;
/// Shortest rests on longer charts, in days.
const WEEK: i64 = 7;
const MONTH: i64 = 28;
/// Longest name of an experiment, in letters.
const MOST_LETTERS: usize = 28;

/// What happened on the days of a chart, in order; `kinds` says which of it is to be marked.
pub fn of(source: &Source, period: Period, kinds: &[EventKind]) -> Vec<Event> {
    let mut events = Vec::new();
    for kind in kinds {
        match kind {
            EventKind::Experiment => experiments(source, period, &mut events),
            EventKind::Stage => stages(source, period, &mut events),
            EventKind::Rest => rests(source, period, &mut events),
            EventKind::Milestone => milestones(source, period, &mut events),
            EventKind::Today => today(source, period, &mut events),
        }
    }
    events.sort_by(|a, b| a.at.total_cmp(&b.at));
    events
}

fn holds(period: Period, day: NaiveDate) -> bool {
    (period.from..=period.to).contains(&day)
}

/// A mark at noon of a day.
fn on(period: Period, day: NaiveDate, name: String, kind: EventKind) -> Option<Event> {
    holds(period, day).then(|| Event { at: morning(period.from, day) + 0.5, to: None, name, kind })
}

fn experiments(source: &Source, period: Period, events: &mut Vec<Event>) {
    let Some(goal) = source.model.goal() else { return };
    let own = source.model.experiments.iter().filter(|experiment| experiment.goal == goal.id);
    events.extend(own.filter_map(|one| on(period, one.day, shortened(&one.what), EventKind::Experiment)));
}

fn shortened(words: &str) -> String {
    if words.chars().count() <= MOST_LETTERS {
        return words.to_owned();
    }
    let start: String = words.chars().take(MOST_LETTERS - 1).collect();
    // A word that would be cut is left out, unless it is the only one.
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([' ', ',', ';']))
}

/// The day on which each stage really began.
fn stages(source: &Source, period: Period, events: &mut Vec<Event>) {
    let begun = source.derived.programme.stages.iter().filter_map(|view| Some((view.stage, view.days.first()?.day)));
    events.extend(begun.filter_map(|(stage, day)| on(period, day, source.text.get(stage_id(stage)), EventKind::Stage)));
}

/// Stretches of free days of one kind; short ones only where there is room for them.
fn rests(source: &Source, period: Period, events: &mut Vec<Event>) {
    let shortest = match period.count_days() {
        days if days <= ALL_RESTS_DAYS => 1,
        days if days <= WEEK_RESTS_DAYS => WEEK,
        _ => MONTH,
    };
    for days in period.days(&source.derived.days).chunk_by(|a, b| a.rest == b.rest) {
        let (Some(first), Some(rest)) = (days.first(), days.first().and_then(|day| day.rest)) else { continue };
        let len = days.len() as i64;
        if len >= shortest {
            let at = morning(period.from, first.day);
            let name = rest_words(source, rest);
            events.push(Event { at, to: Some(at + len as f64), name, kind: EventKind::Rest });
        }
    }
}

fn rest_words(source: &Source, rest: RestKind) -> String {
    source.text.get(rest_id(rest))
}

/// The days on which jewels were won.
fn milestones(source: &Source, period: Period, events: &mut Vec<Event>) {
    let coils = &source.derived.coils;
    let won = jewels::won(coils.first_session_secs, coils.total_secs);
    let mut dated = Vec::new();
    let mut days = source.derived.days.iter();
    let (mut sum, mut day) = (0, None);
    for jewel in won {
        while sum < jewel.at_secs {
            let Some(next) = days.next() else { break };
            sum += next.focus_secs;
            day = Some(next.day);
        }
        dated.extend(day.filter(|day| holds(period, *day)).map(|day| (day, jewel.kind)));
    }
    let kept = ROUND_HOURS.into_iter().map(|round| rounder(&dated, round)).find(|kept| kept.len() <= MOST_MILESTONES);
    for (day, kind) in kept.unwrap_or_default() {
        let name = match kind {
            JewelKind::FirstSession => source.text.get("progress-event-first"),
            JewelKind::Hours(hours) => format::duration(source.text, hours.unsigned_abs() * 3600),
        };
        events.extend(on(period, day, name, EventKind::Milestone));
    }
}

fn rounder(dated: &[(NaiveDate, JewelKind)], round: i64) -> Vec<(NaiveDate, JewelKind)> {
    let is_round = |kind: &JewelKind| match kind {
        JewelKind::FirstSession => round == 1,
        JewelKind::Hours(hours) => hours % round == 0,
    };
    dated.iter().filter(|(_, kind)| is_round(kind)).copied().collect()
}

fn today(source: &Source, period: Period, events: &mut Vec<Event>) {
    let name = source.text.get("progress-range-today");
    events.extend(on(period, source.today(), name, EventKind::Today));
}
