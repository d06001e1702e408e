//! What is hidden may be anything: what leaves stays the same, to the byte.

use chrono::Duration;
use proptest::prelude::*;

use super::forms;
use super::privacy::{day, marked, now};
use crate::domain::Model;
use crate::domain::insight::days::Days;
use crate::domain::measure::Measure;
use crate::domain::people::shared::Shared;
use crate::domain::people::{Part, Parts, Span};
use crate::domain::rewards::Milestone;
use crate::ui::text::Text;

/// All that a person may have written or worked in the week, three sessions of it.
#[derive(Clone, Debug)]
struct Week {
    /// Days of November on which they are, in order.
    days: [u32; 3],
    /// Of each session, and of the target, in minutes.
    minutes: [i64; 3],
    target: u16,
    planned: u32,
    words: [String; 4],
    proof: String,
    /// Energy, and motivation before and after.
    felt: [Option<u8>; 3],
    identity: String,
    unit: String,
    amount: u32,
    total: u32,
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[A-Za-z0-9 &<>\"'%\n]{1,40}", "\\PC{1,20}"]
}

fn rating() -> impl Strategy<Value = Option<u8>> {
    prop::option::of(1..=5_u8)
}

fn week() -> impl Strategy<Value = Week> {
    let days = prop::sample::subsequence((16..=21).collect::<Vec<u32>>(), 3);
    let time = ([2..300_i64, 2..300, 2..300], 1..=120_u16, 1..=120_u32);
    let words = (typed(), typed(), typed(), typed());
    let rest = (typed(), [rating(), rating(), rating()], typed(), "[a-z]{1,12}", 1..100_000_u32, 1..100_000_u32);
    (days, time, words, rest).prop_map(|(days, (minutes, target, planned), (one, two, three, four), rest)| {
        let (proof, felt, identity, unit, amount, total) = rest;
        let days = [days[0], days[1], days[2]];
        Week {
            days,
            minutes,
            target,
            planned,
            words: [one, two, three, four],
            proof,
            felt,
            identity,
            unit,
            amount,
            total,
        }
    })
}

impl Week {
    fn model(&self) -> Model {
        let mut model = marked();
        let goal = model.goal().unwrap().id;
        model.goals.update(goal, |goal| {
            goal.identity.clone_from(&self.identity);
            goal.measure = Some(Measure { unit: self.unit.clone(), total: Some(f64::from(self.total)) });
        });
        for id in model.targets.iter().map(|target| target.id).collect::<Vec<_>>() {
            model.targets.update(id, |target| target.minutes = self.target);
        }
        for (nth, id) in model.sessions.iter().map(|session| session.id).collect::<Vec<_>>().into_iter().enumerate() {
            model.sessions.update(id, |session| {
                let moved = Duration::days(i64::from(self.days[nth])) - Duration::days(i64::from([17, 19, 21][nth]));
                session.day = day(self.days[nth]);
                session.started += moved;
                session.planned_secs = self.planned * 60;
                session.intervals[0].start = session.started;
                session.intervals[0].end = session.started + Duration::minutes(self.minutes[nth]);
                let [one, two, note, next] = self.words.clone();
                (session.done, session.note, session.next) = (vec![one, two], note, next);
                session.proof.clone_from(&self.proof);
                [session.energy, session.motivation_before, session.motivation_after] = self.felt;
            });
            for count in
                model.counts.iter().filter(|count| count.session == Some(id)).map(|count| count.id).collect::<Vec<_>>()
            {
                model.counts.update(count, |count| {
                    (count.day, count.amount) = (day(self.days[nth]), f64::from(self.amount));
                });
            }
        }
        model
    }

    /// What of this week is seen, and of the other what is not.
    fn seen_of(&self, other: &Self, sees: Parts) -> Self {
        let mut mixed = self.clone();
        if !sees.has(Part::Minutes) {
            mixed.planned = other.planned;
        }
        if !sees.has(Part::Minutes) && !sees.has(Part::Chart) {
            (mixed.minutes, mixed.target) = (other.minutes, other.target);
        }
        if !sees.has(Part::Minutes) && sees.has(Part::Chart) {
            // Their proportions are seen: all of them twice as long.
            (mixed.minutes, mixed.target) = (mixed.minutes.map(|minutes| minutes * 2), mixed.target * 2);
        }
        if !sees.has(Part::Notes) {
            mixed.words.clone_from(&other.words);
        }
        if !sees.has(Part::Proofs) {
            mixed.proof.clone_from(&other.proof);
        }
        if !sees.has(Part::Energy) {
            mixed.felt = other.felt;
        }
        if !sees.has(Part::Identity) {
            mixed.identity.clone_from(&other.identity);
        }
        if !sees.has(Part::Counts) {
            (mixed.unit, mixed.amount, mixed.total) = (other.unit.clone(), other.amount, other.total);
        }
        mixed
    }

    fn leaves(&self, span: Span, sees: Parts) -> Vec<(&'static str, String)> {
        let (model, today) = (self.model(), now().today(0));
        let days = Days::of(&model, model.goal().unwrap(), today);
        forms(&Text::english(), &Shared::of(&model, &days, span, sees, today).unwrap())
    }
}

fn span() -> impl Strategy<Value = Span> {
    prop::sample::select(vec![
        Span::Week(day(16)),
        Span::Month(day(1)),
        Span::Day(day(17)),
        Span::Session(marked().sessions.iter().next().unwrap().id),
        Span::Milestone(Milestone::FirstSession),
        Span::Milestone(Milestone::Hours(5)),
        Span::Milestone(Milestone::Sessions(3)),
        Span::Milestone(Milestone::Counts(1_000)),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_hidden_may_be_anything_and_the_same_leaves(week in week(), other in week(), span in span(), bits: u8) {
        let sees: Parts = Part::ALL.into_iter().enumerate().filter(|(nth, _)| bits >> nth & 1 == 1).map(|(_, part)| part).collect();
        prop_assert_eq!(week.leaves(span, sees), week.seen_of(&other, sees).leaves(span, sees));
    }

    #[test]
    fn without_days_and_chart_nobody_sees_on_which_days_of_the_week_it_was(week in week(), other in week(), bits: u8) {
        let sees = Part::ALL.into_iter().enumerate().filter(|(nth, _)| bits >> nth & 1 == 1).map(|(_, part)| part);
        let sees = sees.collect::<Parts>().without(Part::Days).without(Part::Chart);
        let moved = Week { days: other.days, ..week.clone() };
        for span in [Span::Week(day(16)), Span::Month(day(1))] {
            prop_assert_eq!(week.leaves(span, sees), moved.leaves(span, sees));
        }
    }
}

/// Without this the two sides above could be alike because nothing of them leaves.
#[test]
fn what_is_seen_is_told_apart() {
    let week = Week {
        days: [16, 18, 20],
        minutes: [20, 31, 43],
        target: 25,
        planned: 25,
        words: ["one", "two", "three", "four"].map(str::to_owned),
        proof: "five".to_owned(),
        felt: [Some(3), Some(2), Some(4)],
        identity: "six".to_owned(),
        unit: "pages".to_owned(),
        amount: 7,
        total: 90,
    };
    let other = Week {
        days: [17, 18, 20],
        minutes: [21, 30, 40],
        target: 20,
        planned: 30,
        words: ["a", "b", "c", "d"].map(str::to_owned),
        proof: "e".to_owned(),
        felt: [Some(4), Some(3), Some(5)],
        identity: "f".to_owned(),
        unit: "lines".to_owned(),
        amount: 8,
        total: 91,
    };
    let span = Span::Week(day(16));
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Days) {
        let sees = Parts::NONE.with(part);
        assert_ne!(week.leaves(span, sees), other.leaves(span, sees), "{part:?}");
    }
}
