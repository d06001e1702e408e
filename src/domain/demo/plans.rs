//! The if-then plans of the demo and how often each was used and helped.

use chrono::{Days, Duration, NaiveDate};
use uuid::Uuid;

use super::maker::{Maker, at};
use super::texts::{self, PlanTexts};
use crate::domain::plans::{Plan, PlanUse, UseResult};
use crate::domain::records::Records;

/// Days since the start on which each plan was written.
const WRITTEN: [u64; 3] = [41, 133, 290];
/// Days since the start on which each plan was used, and whether it helped.
const USED: [&[(u64, UseResult)]; 3] = [
    &[(47, HELPED), (75, HELPED), (160, MISSED), (221, HELPED), (330, UseResult::Open)],
    &[(139, HELPED), (152, HELPED), (207, HELPED), (266, MISSED), (313, HELPED), (351, HELPED)],
    &[(297, MISSED), (309, HELPED), (322, MISSED), (340, HELPED), (358, MISSED)],
];
const HELPED: UseResult = UseResult::Helped;
const MISSED: UseResult = UseResult::DidNotHelp;
/// Minute of a day at which the plans were written, and at which they were used on a day without a session.
const WRITTEN_AT: u32 = 9 * 60;
const USED_AT: u32 = 20 * 60 + 15;

/// The three plans of a goal that began on `start`, and their uses.
pub fn made(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> (Records<Plan>, Records<PlanUse>) {
    let (mut plans, mut uses) = (Vec::new(), Vec::new());
    for ((texts, written), used) in texts::PLANS.iter().zip(WRITTEN).zip(USED) {
        let plan = plan(maker, goal, start + Days::new(written), texts);
        for (nth, result) in used {
            uses.push(usage(maker, &plan, start + Days::new(*nth), *result));
        }
        plans.push(plan);
    }
    (plans.into_iter().collect(), uses.into_iter().collect())
}

fn plan(maker: &mut Maker, goal: Uuid, day: NaiveDate, texts: &PlanTexts) -> Plan {
    let made = at(day, WRITTEN_AT, maker.now.offset);
    let read_back = made + Duration::seconds(40);
    Plan {
        id: maker.id(made),
        goal,
        obstacle: texts.obstacle.to_owned(),
        action: texts.action.to_owned(),
        wish: texts.wish.to_owned(),
        outcome: texts.outcome.to_owned(),
        read_back: Some(read_back),
        archived: None,
        made,
        modified: read_back,
    }
}

/// A use shortly after the day's session began, or in the evening of a day without one.
fn usage(maker: &mut Maker, plan: &Plan, day: NaiveDate, result: UseResult) -> PlanUse {
    let session = maker.session_on(plan.goal, day).map(|session| (session.id, session.started));
    let at = session.map_or(at(day, USED_AT, maker.now.offset), |(_, started)| started + Duration::seconds(90));
    PlanUse { id: maker.id(at), plan: plan.id, at, day, session: session.map(|(id, _)| id), result }
}
