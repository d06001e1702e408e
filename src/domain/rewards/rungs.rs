//! Rungs: how many days done a week and a month take, dated like targets.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Layer;
use crate::domain::effect::{Effect, Refusal, saved};
use crate::domain::model::Model;
use crate::domain::records::{Record, Records};
use crate::domain::review::Period;
use crate::domain::time::Now;

/// Days done that a week takes while the user has set none.
pub const WEEK_DAYS: u8 = 4;
/// Days done that a month takes while the user has set none.
pub const MONTH_DAYS: u8 = 12;

/// Days done that a week or a month takes, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    pub id: Uuid,
    /// `Week` or `Month`.
    pub layer: Layer,
    pub from: NaiveDate,
    /// 1–7 of a week, 1–28 of a month.
    pub days: u8,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

impl Rung {
    /// The most days that a layer can take; none for a layer without days.
    pub fn most(layer: Layer) -> Option<u8> {
        match layer {
            Layer::Week => Some(7),
            Layer::Month => Some(28),
            Layer::Session | Layer::Day | Layer::Milestone | Layer::Comeback => None,
        }
    }
}

impl Record for Rung {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

/// Days done that the week or month with this last day takes.
pub fn rung_on(rungs: &Records<Rung>, layer: Layer, last_day: NaiveDate) -> u8 {
    let held = rungs.iter().filter(|rung| rung.layer == layer && rung.from <= last_day);
    let default = if layer == Layer::Month { MONTH_DAYS } else { WEEK_DAYS };
    held.max_by_key(|rung| (rung.from, rung.made, rung.id)).map_or(default, |rung| rung.days)
}

/// Days done that a week or month takes, by its first and last day: where weeks were cut anew and another figure holds
/// from its middle on, the harder of both.
pub(super) fn need(rungs: &Records<Rung>, layer: Layer, [first, last]: [NaiveDate; 2]) -> u32 {
    u32::from(rung_on(rungs, layer, first).max(rung_on(rungs, layer, last)))
}

/// Harder holds at once, easier from the next week or month on; replaces a change still to come.
pub(super) fn set(model: &mut Model, layer: Layer, days: u8, now: Now) -> Result<Vec<Effect>, Refusal> {
    let most = Rung::most(layer).ok_or(Refusal::OutOfRange("layer"))?;
    if !(1..=most).contains(&days) {
        return Err(Refusal::OutOfRange("days"));
    }
    let today = now.today(model.settings.day_start_hour);
    let [first, last] = period(model, layer, today);
    let before = first.pred_opt().unwrap_or(first);
    // What held in the last week or month may be gone back to at once.
    let is_harder = days >= rung_on(&model.rungs, layer, before);
    let next = last.succ_opt().unwrap_or(last);
    let from = if is_harder { first } else { next };
    let replaced: Vec<Uuid> = model
        .rungs
        .iter()
        .filter(|rung| rung.layer == layer && (rung.from >= from || rung.from > last))
        .map(|rung| rung.id)
        .collect();
    for id in replaced {
        model.rungs.remove(id);
    }
    let last_of_it = if is_harder { last } else { period(model, layer, next)[1] };
    if rung_on(&model.rungs, layer, last_of_it) != days {
        model.rungs.insert(Rung { id: now.id(0), layer, from, days, made: now.utc, modified: now.utc });
    }
    Ok(saved())
}

/// The first and the last day of the week or month that a day lies in.
pub(super) fn period(model: &Model, layer: Layer, day: NaiveDate) -> [NaiveDate; 2] {
    if layer == Layer::Month {
        let month = Period::month_of(day);
        return [month.from, month.to];
    }
    let first = model.settings.week_start.first_day_of(day);
    [first, first.checked_add_days(Days::new(6)).unwrap_or(first)]
}
