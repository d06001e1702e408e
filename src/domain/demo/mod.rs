//! Made-up data: a year of one goal for `--demo`, and springs of any size for benches. Seeded, so always the same.

mod environment;
mod maker;
mod path;
mod people;
mod plans;
mod reviews;
mod rewards;
#[cfg(test)]
mod tests;
mod texts;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Utc, Weekday};
use uuid::Uuid;

use self::maker::{Maker, Plan, at};
use super::goal::{Goal, GoalState};
use super::measure::Measure;
use super::model::Model;
use super::records::Records;
use super::reminders::Reminder;
use super::rest::{Rest, RestKind};
use super::session_length::{Length, LengthChange};
use super::settings::Switch;
use super::target::Target;
use super::time::{Now, offset_from_secs};
use super::waiting_room::Wish;

/// Days the demo looks back, today included.
pub const DEMO_DAYS: u64 = 365;
/// Sessions in a year of [`demo_sized`], while the years asked for are at most [`MAX_YEARS`].
pub const SESSIONS_A_YEAR: usize = 250;
/// Years over which [`demo_sized`] spreads at most; more sessions make denser days.
pub const MAX_YEARS: usize = 20;

/// Hour at which the demo pretends to be opened, when only the day is known.
const DEMO_HOUR: u32 = 18;
/// Days without a session that were not rests: the missed stretches, in days since the start.
const MISSED: [std::ops::RangeInclusive<u64>; 2] = [118..=129, 236..=241];
/// Rests, in days since the start.
const RESTS: [(u64, u64, RestKind); 3] =
    [(61, 67, RestKind::Travel), (190, 193, RestKind::Ill), (300, 301, RestKind::Rest)];
/// Target segments: days since the start on which they were decided and from which they hold, and minutes a day.
const TARGETS: [(u64, u64, u16); 9] = [
    (0, 0, 5),
    (24, 24, 7),
    (52, 52, 8),
    (90, 90, 12),
    (131, 138, 10),
    (170, 170, 14),
    (215, 215, 17),
    (268, 268, 20),
    (322, 322, 25),
];

/// A year of plainly made-up work on "Write the book", seen at 18:00 UTC of `today`.
pub fn demo(today: NaiveDate, seed: u64) -> Model {
    demo_at(Now::new(at(today, DEMO_HOUR * 60, utc()), utc(), seed), seed)
}

/// The same, seen at any moment: nothing in it lies after `now`, and its stamps have the offset of `now`.
pub fn demo_at(now: Now, seed: u64) -> Model {
    let mut model = Model::default();
    let today = now.today(model.settings.day_start_hour);
    let start = back(today, DEMO_DAYS - 1);
    let mut maker = Maker::new(now, seed);
    finished_goal(&mut maker, start);
    let goal = book(&mut maker, start);
    let id = goal.id;
    maker.goals.push(goal);
    for nth in 0..DEMO_DAYS - 1 {
        let day = start + Days::new(nth);
        if is_worked_on(nth) {
            maker.usual_day(id, day, planned_minutes(nth), Plan::Words);
        }
    }
    maker.half_a_day(id, today, planned_minutes(DEMO_DAYS - 1));
    model.targets = TARGETS
        .iter()
        .map(|(decided, from, minutes)| Target {
            id: maker.id(at(start + Days::new(*decided), 7 * 60 + 50, now.offset)),
            goal: id,
            from: start + Days::new(*from),
            minutes: *minutes,
            made: at(start + Days::new(*decided), 7 * 60 + 50, now.offset),
        })
        .collect();
    model.lengths = lengths(&mut maker, start, id);
    model.rests = RESTS.iter().map(|(from, to, kind)| rest(&mut maker, start, *from, *to, *kind)).collect();
    model.wishes =
        texts::WISHES.iter().zip([20, 140, 280]).map(|(title, nth)| wish(&mut maker, title, start, nth)).collect();
    model.reminders = reminders(&mut maker, id, start).into_iter().collect();
    model.rewards = rewards::ladder(start, now);
    let (milestone, own) = rewards::milestone(id, start, now);
    model.milestones.insert(milestone);
    model.rewards.insert(own);
    model.settings.session_minutes = planned_minutes(DEMO_DAYS - 1);
    model.programme = path::ticks(&mut maker, id, start);
    model.wordings = path::wordings(&mut maker, id, start);
    (model.plans, model.plan_uses) = plans::made(&mut maker, id, start);
    model.environment = environment::items(&mut maker, id, start);
    model.reviews = reviews::made(&mut maker, id, start);
    model.experiments = reviews::tried(&mut maker, &model.reviews);
    maker.check_items(|sessions| {
        environment::check(&model.environment, sessions, seed);
        rewards::enjoy(sessions, seed);
    });
    let model = maker.fill(model);
    people::met(rewards::answered(model, now, seed), id, start, now)
}

/// A spring of exactly `sessions` sessions up to `today`: [`SESSIONS_A_YEAR`] a year, from [`MAX_YEARS`] on denser.
pub fn demo_sized(sessions: usize, today: NaiveDate, seed: u64) -> Model {
    let now = Now::new(at(today, DEMO_HOUR * 60, utc()), utc(), seed);
    let days = (sessions * 365).div_ceil(SESSIONS_A_YEAR).clamp(1, MAX_YEARS * 365);
    let start = back(today, days as u64);
    let mut maker = Maker::new(now, seed);
    let goal = book(&mut maker, start);
    let id = goal.id;
    maker.goals.push(goal);
    for nth in 0..days {
        let here = sessions * (nth + 1) / days - sessions * nth / days;
        maker.dense_day(id, start + Days::new(nth as u64), here, planned_minutes(DEMO_DAYS * nth as u64 / days as u64));
    }
    let mut model = Model { rewards: rewards::ladder(start, now), ..Model::default() };
    let made = at(start, 7 * 60 + 50, now.offset);
    model.targets = std::iter::once(Target { id: maker.id(made), goal: id, from: start, minutes: 15, made }).collect();
    maker.fill(model)
}

/// Minutes planned on the n-th day of a year: growing slowly from 5 to 25, smaller after a missed stretch.
fn planned_minutes(nth: u64) -> u16 {
    const PATH: [u16; 12] = [5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 25];
    let step = usize::try_from(nth * 12 / DEMO_DAYS).unwrap_or(0).min(PATH.len() - 1);
    let after_missing = MISSED.iter().any(|days| (1..=10).contains(&nth.saturating_sub(*days.end())));
    if after_missing { PATH[step] * 6 / 10 } else { PATH[step] }
}

/// The decisions behind [`planned_minutes`]: growth that was taken, steps down after a missed stretch, and the length
/// taken up again after them.
fn lengths(maker: &mut Maker, start: NaiveDate, goal: Uuid) -> Records<Length> {
    let mut decided = planned_minutes(0);
    let mut length = |nth: u64| {
        let minutes = planned_minutes(nth);
        let before = std::mem::replace(&mut decided, minutes);
        let why = match minutes {
            _ if minutes == before => return None,
            _ if minutes < before => LengthChange::Eased,
            _ if minutes <= before + before.div_ceil(3) => LengthChange::Grown,
            _ => LengthChange::Chosen,
        };
        let day = start + Days::new(nth);
        let made = at(day, 7 * 60 + 50, maker.now.offset);
        Some(Length { id: maker.id(made), goal, day, minutes, why, made })
    };
    (1..DEMO_DAYS).filter(|nth| is_worked_on(*nth)).filter_map(&mut length).collect()
}

/// Whether a day of the year is neither a rest nor in a missed stretch.
fn is_worked_on(nth: u64) -> bool {
    let rests = RESTS.iter().any(|(from, to, _)| (*from..=*to).contains(&nth));
    !rests && !MISSED.iter().any(|days| days.contains(&nth))
}

fn book(maker: &mut Maker, start: NaiveDate) -> Goal {
    let created = at(start, 7 * 60 + 45, maker.now.offset);
    Goal {
        why: texts::WHY.to_owned(),
        identity: texts::IDENTITY.to_owned(),
        cue: texts::CUE.to_owned(),
        fallback: texts::FALLBACK.to_owned(),
        bundle: texts::BUNDLE.to_owned(),
        measure: Some(Measure { unit: "words".to_owned(), total: Some(60_000.0) }),
        target_date: maker.today().checked_add_days(Days::new(150)),
        ..goal(maker, texts::TITLE, created, start)
    }
}

fn finished_goal(maker: &mut Maker, book_start: NaiveDate) {
    const DAYS: u64 = 62;
    let start = back(book_start, DAYS + 2);
    let created = at(start, 12 * 60, maker.now.offset);
    let closed = at(start + Days::new(DAYS), 19 * 60, maker.now.offset);
    let goal = Goal {
        identity: texts::OLD_IDENTITY.to_owned(),
        cue: texts::OLD_CUE.to_owned(),
        measure: Some(Measure { unit: "lessons".to_owned(), total: Some(40.0) }),
        state: GoalState::Finished,
        closed: Some(closed),
        learnt: texts::OLD_LEARNT.to_owned(),
        modified: closed,
        ..goal(maker, texts::OLD_TITLE, created, start)
    };
    let id = goal.id;
    maker.goals.push(goal);
    for nth in 0..DAYS {
        maker.usual_day(id, start + Days::new(nth), 8 + u16::try_from(nth / 12).unwrap_or(0), Plan::Lessons);
    }
}

fn goal(maker: &mut Maker, title: &str, created: DateTime<Utc>, start_day: NaiveDate) -> Goal {
    Goal {
        id: maker.id(created),
        title: title.to_owned(),
        why: String::new(),
        identity: String::new(),
        cue: String::new(),
        fallback: String::new(),
        bundle: String::new(),
        measure: None,
        target_date: None,
        created,
        start_day,
        state: GoalState::Active,
        closed: None,
        learnt: String::new(),
        pauses: Vec::new(),
        aims: Vec::new(),
        look_back_told: None,
        modified: created,
    }
}

fn rest(maker: &mut Maker, start: NaiveDate, from: u64, to: u64, kind: RestKind) -> Rest {
    let made = at(start + Days::new(from), 9 * 60, maker.now.offset);
    Rest { id: maker.id(made), from: start + Days::new(from), to: start + Days::new(to), kind, made }
}

fn wish(maker: &mut Maker, title: &str, start: NaiveDate, nth: u64) -> Wish {
    let added = at(start + Days::new(nth), 21 * 60, maker.now.offset);
    Wish { id: maker.id(added), title: title.to_owned(), added }
}

/// The cue on weekdays, and the fallback every evening.
fn reminders(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> [Reminder; 2] {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let made = at(start, 7 * 60 + 48, maker.now.offset);
    let morning = Reminder {
        id: maker.id(made),
        goal,
        minute: 7 * 60 + 50,
        weekdays: vec![Mon, Tue, Wed, Thu, Fri],
        cue: String::new(),
        state: Switch::On,
        made,
        modified: made,
    };
    let evening = Reminder {
        id: maker.id(made),
        minute: 19 * 60 + 30,
        weekdays: vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun],
        cue: texts::FALLBACK.to_owned(),
        ..morning.clone()
    };
    [morning, evening]
}

fn back(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

fn utc() -> FixedOffset {
    offset_from_secs(0)
}
