//! What the records say of people: computed once per (revision, day), O(check-ins), and never stored.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::due::{is_overdue, last_contact, next_due};
use super::{CheckIn, To};
use crate::domain::goal::Goal;
use crate::domain::model::Model;

/// Days without a check-in after which support is missed (product.md §4, pitfall "no support").
pub const QUIET_DAYS: i64 = 10;

/// Figures of the people of all goals, and of the pledges and check-ins of the active one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleFigures {
    /// The partners that are not put away, in the order they came.
    pub partners: Vec<PartnerState>,
    /// The communities that are not put away, in the order they came.
    pub communities: Vec<CommunityState>,
    /// The open pledges of the goal, the one that ends first at the head.
    pub pledges: Vec<OpenPledge>,
    /// Check-ins whose answer was not seen yet, oldest first.
    pub unseen: Vec<Uuid>,
    /// Support that was felt, by week, oldest first.
    pub support: Vec<SupportWeek>,
    /// Check-ins by hand in the last [`QUIET_DAYS`], today included.
    pub recent: u32,
}

/// Where it stands with a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerState {
    pub id: Uuid,
    /// The day of the last check-in.
    pub last: Option<NaiveDate>,
    pub check_ins: u32,
    /// The day of the next one; in the past where one is still open.
    pub due: Option<NaiveDate>,
    /// Past the day on which it should have come, see [`is_overdue`].
    pub overdue: bool,
}

/// Where it stands with a community.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommunityState {
    pub id: Uuid,
    /// The day something was shared last.
    pub last: Option<NaiveDate>,
    pub check_ins: u32,
}

/// A pledge of which it was not said yet what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenPledge {
    pub id: Uuid,
    /// Days left, its last day not counted; below zero when that is past.
    pub days_left: i64,
}

/// The support that was felt in a week, by what check-ins said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SupportWeek {
    /// Its first day.
    pub first: NaiveDate,
    /// Mean of the answers, 0–10.
    pub mean: f64,
    /// How many there are.
    pub answers: u32,
}

impl PeopleFigures {
    pub fn of(model: &Model, goal: Option<&Goal>, today: NaiveDate) -> Self {
        let own = || model.check_ins.iter().filter(|check_in| Some(check_in.goal) == goal.map(|goal| goal.id));
        let since = today.checked_sub_days(Days::new(QUIET_DAYS as u64 - 1)).unwrap_or(today);
        let told = |to: To| {
            let mut found = model.check_ins.iter().filter(move |one| one.to == to && one.is_by_hand());
            let first = found.next().map(|one| one.day);
            found.fold((first, u32::from(first.is_some())), |(_, count), one| (Some(one.day), count + 1))
        };
        let partners = model.partners.iter().filter(|partner| partner.is_active()).map(|partner| {
            let (last, check_ins) = told(To::Partner(partner.id));
            let due = next_due(model, partner, today);
            PartnerState { id: partner.id, last, check_ins, due, overdue: is_overdue(model, partner, today) }
        });
        let communities = model.communities.iter().filter(|community| community.is_active()).map(|community| {
            let (last, check_ins) = told(To::Community(community.id));
            CommunityState { id: community.id, last, check_ins }
        });
        let mut pledges: Vec<OpenPledge> = model
            .pledges
            .iter()
            .filter(|pledge| Some(pledge.goal) == goal.map(|goal| goal.id) && pledge.is_open())
            .map(|pledge| OpenPledge { id: pledge.id, days_left: (pledge.until - today).num_days() })
            .collect();
        pledges.sort_by_key(|pledge| pledge.days_left);
        Self {
            partners: partners.collect(),
            communities: communities.collect(),
            pledges,
            unseen: own().filter(|one| one.is_unseen()).map(|one| one.id).collect(),
            support: support(model, own()),
            recent: own().filter(|one| one.is_by_hand() && (since..=today).contains(&one.day)).count() as u32,
        }
    }

    /// The partner to turn to first: one who should have heard by now, else the one with the oldest contact.
    pub fn next_partner(&self) -> Option<&PartnerState> {
        self.partners.iter().min_by_key(|partner| (!partner.overdue, partner.due.is_none(), partner.due, partner.last))
    }
}

fn support<'a>(model: &Model, check_ins: impl Iterator<Item = &'a CheckIn>) -> Vec<SupportWeek> {
    let mut weeks: BTreeMap<NaiveDate, (u32, u32)> = BTreeMap::new();
    for (day, felt) in check_ins.filter_map(|one| Some((one.day, one.support?))) {
        let (sum, answers) = weeks.entry(model.settings.week_start.first_day_of(day)).or_default();
        (*sum, *answers) = (*sum + u32::from(felt), *answers + 1);
    }
    let week = |(first, (sum, answers)): (NaiveDate, (u32, u32))| {
        let mean = f64::from(sum) / f64::from(answers);
        SupportWeek { first, mean, answers }
    };
    weeks.into_iter().map(week).collect()
}

/// Days since the last check-in by hand with anyone, or since the first partner came, whichever is less; `None` without
/// a partner.
pub(in crate::domain) fn days_quiet(model: &Model, goal: &Goal, today: NaiveDate) -> Option<i64> {
    let mut active = model.partners.iter().filter(|partner| partner.is_active());
    let first = active.next()?;
    let made = crate::domain::time::day_of(
        first.made,
        crate::domain::time::offset_from_secs(0),
        model.settings.day_start_hour,
    );
    let by_hand = model.check_ins.iter().rfind(|check_in| check_in.goal == goal.id && check_in.is_by_hand());
    let since = by_hand.map_or(made, |check_in| check_in.day.max(made)).max(goal.start_day);
    Some((today - since).num_days())
}

/// The partner whom advice names: as [`PeopleFigures::next_partner`], without the other figures.
pub(in crate::domain) fn partner_to_tell(model: &Model, today: NaiveDate) -> Option<Uuid> {
    let active = model.partners.iter().filter(|partner| partner.is_active());
    active
        .min_by_key(|partner| {
            let last = last_contact(model, partner.id).map(|check_in| check_in.day);
            (!is_overdue(model, partner, today), last)
        })
        .map(|partner| partner.id)
}
