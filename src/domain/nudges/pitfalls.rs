//! The pitfalls of the method that the records show, and the guard against burning out.

use chrono::{Days as Span, NaiveDate};

use super::{Act, Cause, Fortnight, Seen};
use crate::domain::goal::{Goal, GoalState};
use crate::domain::insight::days::Day;
use crate::domain::people;
use crate::domain::programme::{Marked, Step};
use crate::domain::session::Session;
use crate::domain::settings::FIRST_SESSION_MINUTES;
use crate::domain::target::{coming_target, target_on};
use crate::domain::time::{day_of, offset_from_secs};

/// Days that show what is usual, in most rules.
const FORTNIGHT: usize = 14;
/// Wishes parked within [`FORTNIGHT`] days from which the waiting room grows too fast.
const WISHES: usize = 3;
/// Goals put aside within so many days (six weeks) are too many from so many on.
const CHANGES: (i64, u32) = (42, 2);
/// Days after which somebody should know of the goal (the method's first week).
const PARTNER_DAYS: i64 = 7;
/// A target so many times what the last days had is out of reach.
const TIMES_THE_MEAN: i64 = 3;
/// Planned days of the last [`FORTNIGHT`] that a mean needs.
const PLANNED_DAYS: usize = 7;
/// Up to this day of a goal it is too early to judge (4 to 6 weeks, product.md §4).
const JUDGING_DAYS: i64 = 28;
/// Sessions in a row that left so little motivation, at most, sound like a judgement.
const LOW_MOTIVATION: (usize, u8) = (3, 2);
/// Energy ratings a fortnight needs.
const RATINGS: u32 = 5;
/// How much the mean energy falls, on the scale of 1 to 5, and the minutes rise, in percent, to be more than the usual
/// ups and downs; chosen by hand.
const ENERGY_FALL: f64 = 1.0;
const MINUTES_RISE_PERCENT: u32 = 10;

/// More minutes, less energy, and no rest in sight.
pub(super) fn burn_out(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let from = |days: usize| seen.today.checked_sub_days(Span::new(days as u64 - 1));
    let (middle, start) = (from(FORTNIGHT)?, from(2 * FORTNIGHT)?);
    let now = fortnight(seen, middle, seen.today);
    let before = fortnight(seen, start, middle.pred_opt()?);
    let is_rated = before.ratings >= RATINGS && now.ratings >= RATINGS;
    let has_risen = before.minutes > 0 && now.minutes * 100 >= before.minutes * (100 + MINUTES_RISE_PERCENT);
    let has_fallen = before.energy - now.energy >= ENERGY_FALL;
    let rests = seen.model.rests.iter().any(|rest| rest.to >= seen.today);
    let tomorrow = seen.today.succ_opt()?;
    (is_rated && has_risen && has_fallen && !rests)
        .then_some((Cause::EnergyFell { before, now }, Act::RestOn(tomorrow)))
}

fn fortnight(seen: Seen<'_>, from: NaiveDate, to: NaiveDate) -> Fortnight {
    let within = |day: NaiveDate| from <= day && day <= to;
    let secs: i64 = seen.days.iter().filter(|day| within(day.day)).map(|day| day.focus_secs).sum();
    let sessions = sessions(seen).take_while(|session| session.day >= from).filter(|session| within(session.day));
    let ratings: Vec<u32> = sessions.filter_map(|session| session.energy.map(u32::from)).collect();
    let (sum, count) = (ratings.iter().sum::<u32>(), ratings.len() as u32);
    Fortnight {
        minutes: u32::try_from(secs / 60).unwrap_or(0),
        energy: f64::from(sum) / f64::from(count.max(1)),
        ratings: count,
    }
}

/// The target is far beyond what the days show, or a young goal is judged by its feel.
pub(super) fn unrealistic(seen: Seen<'_>) -> Option<(Cause, Act)> {
    target_far_ahead(seen).or_else(|| judged_early(seen))
}

fn target_far_ahead(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let held = target_on(&seen.model.targets, seen.goal.id, seen.today);
    let coming = coming_target(&seen.model.targets, seen.goal.id, seen.today);
    let target = coming.map_or(held, |coming| coming.minutes);
    if seen.days.iter().len() < FORTNIGHT {
        return None;
    }
    // A target holds on every day that is no rest, whether a reminder comes on it or not.
    let is_planned = |day: &&Day| day.is_done() || (day.rest.is_none() && day.day != seen.today);
    let planned: Vec<&Day> = seen.days.last(FORTNIGHT).iter().filter(is_planned).collect();
    let secs: i64 = planned.iter().map(|day| day.focus_secs).sum();
    let count = planned.len() as i64;
    let is_far = i64::from(target) * 60 * count >= TIMES_THE_MEAN * secs;
    if planned.len() < PLANNED_DAYS || secs == 0 || !is_far {
        return None;
    }
    let whole_minutes = |secs: i64| u16::try_from(secs / 60).unwrap_or(u16::MAX);
    let mean = whole_minutes(secs / count + 30);
    let minutes = whole_minutes(secs / count + 59).max(FIRST_SESSION_MINUTES);
    (minutes < target).then_some((Cause::TargetFarAhead { target, mean }, Act::SetTarget { minutes }))
}

fn judged_early(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let day = (seen.today - seen.goal.start_day).num_days() + 1;
    let (count, most) = LOW_MOTIVATION;
    let last: Vec<u8> = sessions(seen).filter_map(|session| session.motivation_after).take(count).collect();
    let is_low = last.len() == count && last.iter().all(|rating| *rating <= most);
    let day = u32::try_from(day).ok().filter(|_| day <= JUDGING_DAYS && is_low)?;
    Some((Cause::JudgedEarly { day }, Act::SeeProgress))
}

/// The waiting room grows, or goals are put aside one after the other.
pub(super) fn too_many_goals(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let recent = |day: NaiveDate, days: i64| (0..days).contains(&(seen.today - day).num_days());
    // A stamp without its zone: a day more or less does not matter here.
    let day = |stamp| day_of(stamp, offset_from_secs(0), seen.model.settings.day_start_hour);
    let wishes = seen.model.wishes.iter().filter(|wish| recent(day(wish.added), FORTNIGHT as i64)).count();
    if wishes >= WISHES {
        return Some((Cause::WishesParked { wishes: wishes as u32 }, Act::SeeGoal));
    }
    let (days, most) = CHANGES;
    let put_aside = |goal: &Goal| {
        let is_closed = matches!(goal.state, GoalState::Paused | GoalState::Dropped)
            && goal.closed.is_some_and(|closed| recent(day(closed), days));
        let pauses = goal.pauses.iter().filter(|pause| recent(pause.from, days)).count();
        pauses as u32 + u32::from(is_closed)
    };
    let times: u32 = seen.model.goals.iter().map(put_aside).sum();
    (times >= most).then_some((Cause::GoalsPutAside { times }, Act::SeeGoal))
}

/// A reward is weak: left, skipped or rated low again and again.
pub(super) fn weak_rewards(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let weakest = seen.weak.iter().max_by_key(|weak| (weak.times, std::cmp::Reverse(weak.of)))?;
    Some((Cause::RewardsLeft { times: weakest.times }, Act::SeeRewards))
}

/// After the first week nobody was told; or somebody was, and hears nothing any more.
pub(super) fn no_support(seen: Seen<'_>) -> Option<(Cause, Act)> {
    let days = (seen.today - seen.goal.start_day).num_days();
    let ticked = Marked::Ticked(Step::FindPartner);
    let is_told = seen.model.programme.iter().any(|mark| mark.goal == seen.goal.id && mark.what == ticked);
    let has_partner = seen.model.partners.iter().any(people::Partner::is_active);
    if !has_partner {
        let days = u32::try_from(days).ok().filter(|_| days >= PARTNER_DAYS && !is_told)?;
        return Some((Cause::NobodyKnows { days }, Act::SeePeople));
    }
    let partner = people::partner_to_tell(seen.model, seen.today)?;
    let is_open = seen.model.partners.get(partner).is_some_and(|one| people::is_overdue(seen.model, one, seen.today));
    if is_open {
        return Some((Cause::CheckInOpen { partner }, Act::CheckIn { partner }));
    }
    let quiet = people::days_quiet(seen.model, seen.goal, seen.today).filter(|days| *days >= people::QUIET_DAYS)?;
    Some((Cause::NothingTold { days: u32::try_from(quiet).ok()? }, Act::CheckIn { partner }))
}

/// Sessions of the goal, newest first.
fn sessions(seen: Seen<'_>) -> impl Iterator<Item = &Session> {
    let goal = seen.goal.id;
    seen.model.sessions.iter().rev().filter(move |session| session.goal == goal)
}
