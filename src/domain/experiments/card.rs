//! The card of an experiment: the days with it against the days without, and what may be said about them.
//!
//! A dated experiment compares the 14 days from its start, without the first two, with the 14 days before it: a pattern
//! in the log, for other things changed as well. A coin flip compares its days on with its days off, over whole weeks.
//! Rests are no days of either side. The numbers of days and the verdicts are those of evidence.md §5.

use std::collections::BTreeMap;

use chrono::{Days as Span, NaiveDate};
use uuid::Uuid;

use super::{Experiment, ExperimentDesign, is_on};
use crate::domain::goal::Goal;
use crate::domain::insight::days::Days;
use crate::domain::insight::patterns::{
    AmountFinding, Arm, Design, LEAST_MINUTES, RateFinding, Verdict, autocorrelation, compare_amounts, compare_rates,
};
use crate::domain::model::Model;

/// Days after which an experiment is judged, and days before it that a dated one is compared with.
pub const JUDGED_AFTER_DAYS: u64 = 14;
/// Least difference of energy that is worth telling, in points of 1 to 5.
pub const LEAST_ENERGY: f64 = 0.5;
/// First days that are left out: what is new works for being new (evidence.md §5, carry-over).
const NEW_DAYS: u64 = 2;
/// A coin flip is judged at the end of its weeks only, so that nobody waits for the day on which it looks best.
const WEEK_DAYS: u64 = 7;
/// What is compared at once of each experiment: days done, minutes, energy.
const OUTCOMES: u32 = 3;

/// The cards of all experiments of a goal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards(Vec<Made>);

/// A card with all that it was made from.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    experiment: Uuid,
    design: ExperimentDesign,
    judged_on: NaiveDate,
    judging: Judging,
    seen: Vec<Seen>,
    card: Card,
}

/// Whether an experiment is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judging {
    /// In so many days.
    Waits(u32),
    /// Not at all: it was decided before.
    Never,
    /// By a threshold that is shared by so many comparisons.
    Among(u32),
}

/// What came of one experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub experiment: Uuid,
    /// The day from which it is judged.
    pub judged_on: NaiveDate,
    /// The days since its start, or those the coin put it on; and the days before, or those it was off.
    pub with: Side,
    pub without: Side,
    /// Days with a session.
    pub done: RateFinding,
    /// Minutes a day, days without a session included.
    pub minutes: AmountFinding,
    /// Energy of the days on which it was rated, 1–5.
    pub energy: AmountFinding,
    pub says: Says,
    /// Other experiments that began within the days compared: what came of which cannot be told apart.
    pub others: u32,
}

/// Counts of the days of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// Days without a rest.
    pub days: u32,
    /// Those with a session.
    pub done: u32,
    /// Minutes a day, on average; 0 without a day.
    pub minutes_a_day: f64,
    /// Days on which energy was rated, and their average, 1–5.
    pub rated: u32,
    pub energy: Option<f64>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Minutes,
    Energy,
}

/// What may be said, the surest of all three outcomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Says {
    /// It is not judged yet: so many days are left.
    Waiting {
        days: u32,
    },
    /// It was decided before the day from which it would have been judged.
    Ended,
    /// Only how many days there are.
    #[default]
    Counts,
    /// The intervals, and that it is too early to judge.
    TooEarly,
    Unclear,
    /// One outcome is better and another worse.
    Mixed,
    /// With it this is probably better, or worse.
    ProbablyBetter(Outcome),
    ProbablyWorse(Outcome),
    /// The same, shown by days dealt out by a coin.
    TestedBetter(Outcome),
    TestedWorse(Outcome),
}

/// The two kinds of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    With,
    Without,
}

/// One day of either side.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Seen {
    which: Which,
    is_done: bool,
    minutes: f64,
    energy: Option<f64>,
}

impl Cards {
    /// Looks at the sessions once for all of them; `days` are those of the same goal.
    pub fn of(model: &Model, goal: &Goal, days: &Days, today: NaiveDate) -> Self {
        Self::default().again(model, goal, days, today)
    }

    /// The same after a change: a card is judged anew only where what it was made from is another now.
    #[must_use]
    pub fn again(mut self, model: &Model, goal: &Goal, days: &Days, today: NaiveDate) -> Self {
        let own: Vec<&Experiment> = model.experiments.iter().filter(|one| one.goal == goal.id).collect();
        let Some(first) = own.iter().map(|experiment| experiment.day).min() else { return Self::default() };
        let energy = energy_by_day(model, goal, back(first, JUDGED_AFTER_DAYS));
        let mut known: BTreeMap<Uuid, Made> = self.0.drain(..).map(|made| (made.experiment, made)).collect();
        let made = own.iter().map(|experiment| {
            let seen = seen(experiment, days, &energy, today);
            let judging = Judging::of(experiment, &own, today);
            let mut made = Made::of(experiment, seen, judging, known.remove(&experiment.id));
            made.card.others = others(experiment, &own, today);
            made
        });
        Self(made.collect())
    }

    /// The card of an experiment.
    pub fn get(&self, experiment: Uuid) -> Option<&Card> {
        self.iter().find(|card| card.experiment == experiment)
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Card> + ExactSizeIterator {
        self.0.iter().map(|made| &made.card)
    }
}

impl Judging {
    fn of(experiment: &Experiment, own: &[&Experiment], today: NaiveDate) -> Self {
        let judged_on = ahead(experiment.day, JUDGED_AFTER_DAYS);
        if experiment.tried_until().is_some_and(|ended| ended < judged_on) {
            return Self::Never;
        }
        match u32::try_from((judged_on - today).num_days()) {
            Ok(days) if days > 0 && experiment.state.is_running() => Self::Waits(days),
            _ => Self::Among(OUTCOMES.saturating_mul(running_together(experiment, own, today))),
        }
    }
}

impl Made {
    fn of(experiment: &Experiment, seen: Vec<Seen>, judging: Judging, known: Option<Self>) -> Self {
        let Experiment { id, design, day, .. } = *experiment;
        let judged_on = ahead(day, JUDGED_AFTER_DAYS);
        let is_same = |made: &Self| {
            (made.experiment, made.design, made.judged_on, made.judging) == (id, design, judged_on, judging)
                && made.seen == seen
        };
        if let Some(known) = known.filter(is_same) {
            return known;
        }
        let mut card = Card::counted(id, judged_on, &seen);
        match judging {
            Judging::Waits(days) => card.says = Says::Waiting { days },
            Judging::Never => card.says = Says::Ended,
            Judging::Among(comparisons) => card.judge(design, &seen, comparisons),
        }
        Self { experiment: id, design, judged_on, judging, seen, card }
    }
}

impl Card {
    /// The days of both sides, not judged.
    fn counted(experiment: Uuid, judged_on: NaiveDate, seen: &[Seen]) -> Self {
        let sides = [Which::With, Which::Without].map(|which| Side::of(seen, which));
        let [with, without] = sides;
        let [a, b] = sides.map(|side| Arm { came: side.done, n: side.days });
        Self {
            experiment,
            judged_on,
            with,
            without,
            done: RateFinding { a, b, ..RateFinding::default() },
            minutes: AmountFinding { days: [with.days, without.days], ..AmountFinding::default() },
            energy: AmountFinding { days: [with.rated, without.rated], ..AmountFinding::default() },
            says: Says::Counts,
            others: 0,
        }
    }

    fn judge(&mut self, design: ExperimentDesign, seen: &[Seen], comparisons: u32) {
        let design = match design {
            ExperimentDesign::Dated => Design::Chosen,
            ExperimentDesign::CoinFlip => Design::Randomised,
        };
        let done: Vec<(Which, f64)> = seen.iter().map(|day| (day.which, f64::from(day.is_done))).collect();
        self.done = compare_rates(self.done.a, self.done.b, resemblance(&done), comparisons, design);
        self.minutes = compared(seen, |day| Some(day.minutes), 1.0, comparisons);
        self.energy = compared(seen, |day| day.energy, LEAST_MINUTES / LEAST_ENERGY, comparisons);
        self.says = says([
            (Outcome::Done, self.done.verdict),
            (Outcome::Minutes, self.minutes.verdict),
            (Outcome::Energy, self.energy.verdict),
        ]);
    }
}

impl Side {
    fn of(seen: &[Seen], which: Which) -> Self {
        let own = || seen.iter().filter(|day| day.which == which);
        let count = |days: usize| u32::try_from(days).unwrap_or(u32::MAX);
        let rated: Vec<f64> = own().filter_map(|day| day.energy).collect();
        Self {
            days: count(own().count()),
            done: count(own().filter(|day| day.is_done).count()),
            minutes_a_day: mean(&own().map(|day| day.minutes).collect::<Vec<_>>()).unwrap_or(0.0),
            rated: count(rated.len()),
            energy: mean(&rated),
        }
    }
}

/// Compares the amounts of both sides; `scale` makes the least minutes worth telling the least amount worth telling.
fn compared(seen: &[Seen], amount: impl Fn(&Seen) -> Option<f64>, scale: f64, comparisons: u32) -> AmountFinding {
    let all: Vec<(Which, f64)> = seen.iter().filter_map(|day| Some((day.which, amount(day)? * scale))).collect();
    let found =
        compare_amounts(&of_side(&all, Which::With), &of_side(&all, Which::Without), resemblance(&all), comparisons);
    let shift = found.shift.map(|(shift, likely, wide)| {
        let [likely, wide] = [likely, wide].map(|mut span| {
            (span.low, span.high) = (span.low / scale, span.high / scale);
            span
        });
        (shift / scale, likely, wide)
    });
    AmountFinding { shift, ..found }
}

/// How much a day resembles the one before it, beyond that they lie on the same side: the difference between the sides is
/// what is looked for, and must not count against itself.
fn resemblance(all: &[(Which, f64)]) -> f64 {
    let [with, without] = [Which::With, Which::Without].map(|which| mean(&of_side(all, which)).unwrap_or(0.0));
    let apart = |(which, value): &(Which, f64)| value - if *which == Which::With { with } else { without };
    autocorrelation(&all.iter().map(apart).collect::<Vec<_>>())
}

fn of_side(all: &[(Which, f64)], which: Which) -> Vec<f64> {
    all.iter().filter(|(other, _)| *other == which).map(|(_, value)| *value).collect()
}

/// The surest of what is said about the outcomes, a test before a pattern, unless they point apart.
pub(super) fn says(found: [(Outcome, Verdict); 3]) -> Says {
    let first = |wanted: &[Verdict]| {
        let of = |verdict| found.iter().find(|(_, found)| *found == verdict);
        wanted.iter().find_map(|verdict| of(*verdict)).copied()
    };
    let better = first(&[Verdict::TestedA, Verdict::ProbablyA]);
    let worse = first(&[Verdict::TestedB, Verdict::ProbablyB]);
    match (better, worse) {
        (Some(_), Some(_)) => Says::Mixed,
        (Some((outcome, Verdict::TestedA)), None) => Says::TestedBetter(outcome),
        (Some((outcome, _)), None) => Says::ProbablyBetter(outcome),
        (None, Some((outcome, Verdict::TestedB))) => Says::TestedWorse(outcome),
        (None, Some((outcome, _))) => Says::ProbablyWorse(outcome),
        (None, None) if first(&[Verdict::Unclear]).is_some() => Says::Unclear,
        (None, None) if first(&[Verdict::TooEarly]).is_some() => Says::TooEarly,
        (None, None) => Says::Counts,
    }
}

/// The last day that is reckoned with: none that is not over, none after it was decided, of a dated one the 14th, of a
/// coin flip the end of a week of its own.
fn last_day(experiment: &Experiment, today: NaiveDate) -> NaiveDate {
    let over = experiment.tried_until().map_or(today, |ended| ended.min(today));
    let ran = u64::try_from((over - experiment.day).num_days()).unwrap_or(0);
    let counted = match experiment.design {
        ExperimentDesign::Dated => ran.min(JUDGED_AFTER_DAYS),
        ExperimentDesign::CoinFlip => ran - ran % WEEK_DAYS,
    };
    back(ahead(experiment.day, counted), 1)
}

/// The days of both sides in order of time.
fn seen(experiment: &Experiment, days: &Days, energy: &BTreeMap<NaiveDate, (f64, u32)>, today: NaiveDate) -> Vec<Seen> {
    let before = match experiment.design {
        ExperimentDesign::Dated => JUDGED_AFTER_DAYS,
        ExperimentDesign::CoinFlip => 0,
    };
    let (first, last) = (back(experiment.day, before), last_day(experiment, today));
    let new = experiment.day..ahead(experiment.day, NEW_DAYS);
    let own = first.iter_days().take_while(|day| *day <= last).filter(|day| !new.contains(day));
    own.filter_map(|day| days.get(day))
        .filter(|day| day.rest.is_none())
        .map(|day| Seen {
            which: if is_on(experiment, day.day) { Which::With } else { Which::Without },
            is_done: day.is_done(),
            minutes: day.focus_secs as f64 / 60.0,
            energy: energy.get(&day.day).map(|(sum, rated)| sum / f64::from(*rated)),
        })
        .collect()
}

/// Other experiments whose first day lies within the days compared.
fn others(experiment: &Experiment, own: &[&Experiment], today: NaiveDate) -> u32 {
    let first = match experiment.design {
        ExperimentDesign::Dated => back(experiment.day, JUDGED_AFTER_DAYS),
        ExperimentDesign::CoinFlip => experiment.day,
    };
    let span = first..=last_day(experiment, today);
    let began = own.iter().filter(|other| other.id != experiment.id && span.contains(&other.day));
    u32::try_from(began.count()).unwrap_or(u32::MAX)
}

/// Experiments that ran on a day on which this one did and that is reckoned with, itself included.
pub(super) fn running_together(experiment: &Experiment, own: &[&Experiment], today: NaiveDate) -> u32 {
    let last = last_day(experiment, today);
    let ran = |other: &&&Experiment| {
        let began_and_lasted = other.day <= last && other.tried_until().is_none_or(|ended| ended > experiment.day);
        other.id == experiment.id || began_and_lasted
    };
    u32::try_from(own.iter().filter(ran).count()).unwrap_or(u32::MAX)
}

/// Sum and number of the ratings of energy by day, from a day on.
fn energy_by_day(model: &Model, goal: &Goal, first: NaiveDate) -> BTreeMap<NaiveDate, (f64, u32)> {
    let mut by_day: BTreeMap<NaiveDate, (f64, u32)> = BTreeMap::new();
    for session in model.sessions.iter().filter(|session| session.goal == goal.id && session.day >= first) {
        if let Some(energy) = session.energy {
            let (sum, rated) = by_day.entry(session.day).or_default();
            *sum += f64::from(energy);
            *rated += 1;
        }
    }
    by_day
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn ahead(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Span::new(days)).unwrap_or(day)
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Span::new(days)).unwrap_or(NaiveDate::MIN)
}
