//! The rules for partners, pledges, communities, check-ins and outlets.

use super::{Fault, check_dated, check_day, check_stamps};
use crate::domain::people::{
    CheckIn, Community, MAX_SUPPORT, MAX_WORDS_CHARS, Outlet, Partner, Pledge, Reach, Rhythm, Span, checked_mail,
    checked_web,
};
use crate::domain::reminders::DAY_MINUTES;

pub(super) fn check_partner(partner: &Partner) -> Result<(), Fault> {
    check_stamps(&[partner.made, partner.modified, partner.ended.unwrap_or(partner.made)])?;
    let is_reached = match &partner.reach {
        Reach::Nowhere => true,
        Reach::Mail(address) => checked_mail(address).is_ok_and(|checked| checked == *address),
        Reach::Link(address) => checked_web(address).is_ok_and(|checked| checked == *address),
    };
    if !is_reached {
        return Err(Fault::Address);
    }
    let is_timed = match partner.rhythm {
        Rhythm::Free | Rhythm::AfterSession => true,
        Rhythm::Daily { minute } | Rhythm::Weekly { minute, .. } => minute < DAY_MINUTES,
    };
    if is_timed && !partner.name.trim().is_empty() { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_pledge(pledge: &Pledge) -> Result<(), Fault> {
    check_dated(pledge.made, pledge.day).and(check_day(pledge.until))?;
    check_stamps(&[pledge.modified, pledge.judged.unwrap_or(pledge.made)])?;
    let is_whole = pledge.outcome.is_some() == pledge.judged.is_some() && !pledge.what.trim().is_empty();
    if is_whole { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_community(community: &Community) -> Result<(), Fault> {
    check_dated(community.made, community.joined)?;
    check_stamps(&[community.modified, community.ended.unwrap_or(community.made)])?;
    let is_link = community.link.is_empty() || checked_web(&community.link).is_ok_and(|link| link == community.link);
    if !is_link {
        return Err(Fault::Address);
    }
    if community.name.trim().is_empty() { Err(Fault::Range) } else { Ok(()) }
}

pub(super) fn check_check_in(check_in: &CheckIn) -> Result<(), Fault> {
    check_dated(check_in.sent, check_in.day)?;
    let [answered, seen] = [check_in.answered, check_in.seen].map(|stamp| stamp.unwrap_or(check_in.sent));
    check_stamps(&[answered, seen, check_in.modified])?;
    match check_in.span {
        Span::Day(day) | Span::Week(day) | Span::Month(day) => check_day(day)?,
        Span::Session(_) | Span::Milestone(_) => {}
    }
    let is_short = |text: &str| text.len() <= MAX_WORDS_CHARS || text.chars().count() <= MAX_WORDS_CHARS;
    let is_felt = check_in.support.is_none_or(|support| support <= MAX_SUPPORT);
    if is_felt && is_short(&check_in.words) && is_short(&check_in.answer) { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_outlet(outlet: &Outlet) -> Result<(), Fault> {
    check_stamps(&[outlet.made, outlet.modified, outlet.paused.unwrap_or(outlet.made)])?;
    if outlet.name.trim().is_empty() { Err(Fault::Range) } else { Ok(()) }
}
