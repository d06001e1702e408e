//! What was ticked by hand on the demo's path, and how its identity was worded.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::maker::{Maker, at};
use super::texts;
use crate::domain::Records;
use crate::domain::identity::Wording;
use crate::domain::programme::{Mark, Marked, Step};

/// Steps ticked by hand, and the days since the start on which they were.
const TICKS: [(u64, Step); 7] = [
    (3, Step::FindPartner),
    (11, Step::ShareWithPartner),
    (16, Step::AdjustFromWhatWorks),
    (20, Step::WeeklyReward),
    (26, Step::CelebrateWithOthers),
    (29, Step::RefineTheSystem),
    (36, Step::RewardLayers),
];
/// Days since the start from which the identity was worded as it is now.
const REWORDED: u64 = 88;

pub(super) fn ticks(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> Records<Mark> {
    let mark = |(nth, step): (u64, Step)| {
        let day = start + Days::new(nth);
        let made = at(day, 20 * 60, maker.now.offset);
        Mark { id: maker.id(made), goal, day, what: Marked::Ticked(step), made }
    };
    TICKS.into_iter().map(mark).collect()
}

pub(super) fn wordings(maker: &mut Maker, goal: Uuid, start: NaiveDate) -> Records<Wording> {
    let worded = |(nth, text): (u64, &str)| {
        let from = start + Days::new(nth);
        let made = at(from, 19 * 60, maker.now.offset);
        Wording { id: maker.id(made), goal, from, text: text.to_owned(), made }
    };
    [(0, texts::FIRST_IDENTITY), (REWORDED, texts::IDENTITY)].into_iter().map(worded).collect()
}
