//! The demo's environment: a few things set up, three checked before sessions, one put away.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use fastrand::Rng;
use uuid::Uuid;

use super::maker::{Maker, at};
use super::texts;
use crate::domain::environment::{EnvironmentItem, Group, ItemKind};
use crate::domain::records::Records;
use crate::domain::session::Session;

/// Days after the start on which things were set up, and on which those for sessions came.
const MADE_FROM: u64 = 3;
const FOR_SESSIONS_FROM: u64 = 190;
/// The newest item for sessions came this many days after the start: there is little to say about it yet.
const NEWEST_FROM: u64 = 334;

/// The items of the book.
pub fn items(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> Records<EnvironmentItem> {
    let mut places: BTreeMap<Group, u32> = BTreeMap::new();
    let mut made = Vec::new();
    for (nth, (group, kind, text)) in (0..).zip(texts::ENVIRONMENT) {
        let after = match kind {
            ItemKind::EverySession if text == texts::NEWEST => NEWEST_FROM,
            ItemKind::EverySession => FOR_SESSIONS_FROM,
            ItemKind::SetUpOnce => MADE_FROM,
        };
        let moment = at(start + Days::new(after), 20 * 60 + nth, maker.now.offset);
        let place = places.entry(group).or_default();
        made.push(EnvironmentItem {
            id: maker.id(moment),
            goal,
            group,
            kind,
            text: text.to_owned(),
            position: *place,
            set_up: (kind == ItemKind::SetUpOnce && text != texts::NOT_SET_UP).then_some(moment),
            archived: None,
            opens: None,
            made: moment,
            modified: moment,
        });
        *place += 1;
    }
    let moment = at(start + Days::new(MADE_FROM), 20 * 60, maker.now.offset);
    made.push(EnvironmentItem {
        id: maker.id(moment),
        goal,
        group: Group::Distractions,
        kind: ItemKind::EverySession,
        text: texts::PUT_AWAY.to_owned(),
        position: 0,
        set_up: None,
        archived: Some(at(start + Days::new(FOR_SESSIONS_FROM), 20 * 60, maker.now.offset)),
        opens: None,
        made: moment,
        modified: moment,
    });
    made.into_iter().collect()
}

/// Checks the items for the sessions after they were made: the first more often before a day that brought another
/// session, the second more often on long days, the third by chance.
pub fn check(items: &Records<EnvironmentItem>, sessions: &mut [Session], seed: u64) {
    let mut rng = Rng::with_seed(seed.wrapping_add(1));
    let for_sessions: Vec<&EnvironmentItem> = items.iter().filter(|item| item.is_for_sessions()).collect();
    let days: std::collections::BTreeSet<NaiveDate> = sessions.iter().map(|session| session.day).collect();
    for session in sessions {
        let comes_back = days.contains(&(session.day + chrono::Duration::days(1)));
        let is_long = session.focus_secs() > i64::from(session.planned_secs);
        let percents = [if comes_back { 80 } else { 40 }, if is_long { 75 } else { 35 }, 55];
        for (item, percent) in for_sessions.iter().zip(percents) {
            let is_there = item.goal == session.goal && item.made <= session.started;
            if is_there && rng.u32(0..100) < percent {
                session.environment.push(item.id);
            }
        }
    }
}
