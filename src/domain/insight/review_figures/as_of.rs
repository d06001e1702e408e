//! The records as they stood at the end of a period: what was put away or decided later was not yet.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, Utc};

use crate::domain::environment::EnvironmentItem;
use crate::domain::experiments;
use crate::domain::model::Model;
use crate::domain::plans::Plan;
use crate::domain::records::Records;
use crate::domain::time::day_of;

/// Plans, environment items and experiments as they stood at the end of a day; all else as it is.
pub(super) fn as_of(model: &Model, day: NaiveDate) -> Model {
    let is_later = |at: DateTime<Utc>| goal_day(model, at) > day;
    let plans = model.plans.shared().filter(|plan| !is_later(plan.made)).map(|plan| {
        let is_back = plan.archived.is_some_and(is_later);
        if is_back { Arc::new(Plan { archived: None, ..Plan::clone(plan) }) } else { Arc::clone(plan) }
    });
    let items = model.environment.shared().filter(|item| !is_later(item.made)).map(|item| {
        let is_back = item.archived.is_some_and(is_later);
        if is_back {
            Arc::new(EnvironmentItem { archived: None, ..EnvironmentItem::clone(item) })
        } else {
            Arc::clone(item)
        }
    });
    Model {
        plans: Records::from_shared(plans.collect()),
        environment: Records::from_shared(items.collect()),
        experiments: experiments::as_of(model, day),
        ..model.clone()
    }
}

/// The goal day of a moment, by the zone of the last session before it: a stamp alone has none.
fn goal_day(model: &Model, at: DateTime<Utc>) -> NaiveDate {
    let session = model.sessions.iter().rfind(|session| session.started <= at);
    let offset = session.and_then(|session| FixedOffset::east_opt(session.offset_secs));
    day_of(at, offset.unwrap_or_else(|| Utc.fix()), model.settings.day_start_hour)
}
