//! Consistency: a run of days that forgives misses, and how often a miss was followed by a return (evidence.md §3).

use super::days::{Day, Days};

/// Done days that put one day in reserve.
pub const DAYS_A_RESERVE: u32 = 7;
/// Days in reserve at most.
pub const MAX_RESERVE: u32 = 2;
/// Planned days from the one that broke a run up to a return that takes it up again: 48 hours.
const REPAIRABLE_DAYS: usize = 2;
/// Planned days between two repairs.
const DAYS_A_REPAIR: usize = 14;
/// Days within which a return after a miss counts.
const COME_BACK_DAYS: usize = 2;

/// How steadily the goal is worked on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consistency {
    pub run: Run,
    /// Of all days; `None` while there was no miss that can be judged.
    pub came_back: Option<CameBack>,
}

/// The run of days with a reserve.
///
/// Every 7 done days put a day in reserve, up to 2; while 2 are there, further days save up none. A missed day spends
/// one and the run goes on without growing; without a reserve it ends. A done day within 48 h of that takes it up
/// again, once in 14 days. Rests are left out, and so is today until it is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Done days in the present run; 0 when it ended.
    pub days: u32,
    /// Missed days it would survive, 0–2.
    pub reserve: u32,
    /// Done days of the longest run.
    pub longest: u32,
    /// The length of the run that a session now would take up again.
    pub repairable: Option<u32>,
    /// The present run was taken up again after it broke.
    pub is_repaired: bool,
}

/// How often the next days brought a return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CameBack {
    pub times: u32,
    pub of: u32,
}

/// A run as it stands when the last repair was so many days ago: one of the ways in which it could have gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    run: u32,
    /// The days of runs that broke one and two planned days ago.
    broken: [u32; REPAIRABLE_DAYS],
}

/// What the end of a day does to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayEnd {
    GoesOn,
    Breaks,
}

/// The ways by planned days since the last repair; the last one holds those with none in 14 days.
type Ways = [Option<Way>; DAYS_A_REPAIR + 1];

impl Consistency {
    /// The figures of these days.
    pub fn of(days: &Days) -> Self {
        let is_open = days.today().is_some_and(|today| !today.is_done());
        let past = &days.as_slice()[..days.iter().len() - usize::from(is_open)];
        Self { run: Run::of(counted(days)), came_back: came_back(past) }
    }
}

/// The days that count: done ones, and planned ones that are over. Oldest first.
pub fn counted(days: &Days) -> impl DoubleEndedIterator<Item = &Day> {
    let today = days.today().map(|day| day.day);
    days.iter().filter(move |day| day.is_done() || (day.rest.is_none() && Some(day.day) != today))
}

impl Run {
    /// Which return to repair is chosen for the user: of all ways with repairs far enough apart, the longest run.
    fn of<'a>(counted: impl Iterator<Item = &'a Day>) -> Self {
        let mut ways: Ways = Ways::default();
        ways[DAYS_A_REPAIR] = Some(Way::default());
        let (mut saved, mut plain, mut longest) = (0, 0, 0);
        for day in counted {
            let mut end = DayEnd::GoesOn;
            if day.is_done() {
                (saved, plain) = ((saved + 1).min(DAYS_A_RESERVE * MAX_RESERVE), plain + 1);
                work(&mut ways);
            } else if saved >= DAYS_A_RESERVE {
                saved -= DAYS_A_RESERVE;
            } else {
                (end, saved, plain) = (DayEnd::Breaks, 0, 0);
            }
            longest = longest.max(best(&ways));
            if day.rest.is_none() {
                pass(&mut ways, end);
            }
        }
        let free = ways[DAYS_A_REPAIR].map_or(0, |way| way.broken.iter().sum());
        Self {
            days: best(&ways),
            reserve: saved / DAYS_A_RESERVE,
            longest,
            repairable: Some(free).filter(|days| *days > 0 && plain == 0),
            is_repaired: best(&ways) > plain,
        }
    }
}

fn best(ways: &Ways) -> u32 {
    ways.iter().flatten().map(|way| way.run).max().unwrap_or(0)
}

/// A done day: each run grows, and one that broke within 48 h may be taken up again.
fn work(ways: &mut Ways) {
    for way in ways.iter_mut().flatten() {
        way.run += 1;
    }
    if let Some(free) = ways[DAYS_A_REPAIR]
        && free.broken.iter().any(|days| *days > 0)
    {
        let repaired = Way { run: free.run + free.broken.iter().sum::<u32>(), ..Way::default() };
        ways[0] = ways[0].max(Some(repaired));
    }
}

/// A planned day is over.
fn pass(ways: &mut Ways, end: DayEnd) {
    for way in ways.iter_mut().flatten() {
        let lost = match end {
            DayEnd::GoesOn => 0,
            DayEnd::Breaks => std::mem::take(&mut way.run),
        };
        way.broken = [lost, way.broken[0]];
    }
    // Of two ways without a repair in 14 days one is ahead in all figures: that one goes on.
    let oldest = ways[DAYS_A_REPAIR].max(ways[DAYS_A_REPAIR - 1]);
    ways.copy_within(..DAYS_A_REPAIR, 1);
    (ways[0], ways[DAYS_A_REPAIR]) = (None, oldest);
}

/// Misses after the first done day, and how many were followed by a done day within two days.
///
/// A run of misses counts once; a miss too fresh to tell is left out, free days do not count as days.
pub fn came_back(days: &[Day]) -> Option<CameBack> {
    let first = days.iter().position(Day::is_done)?;
    let counted: Vec<bool> =
        days[first..].iter().filter(|day| day.is_done() || day.rest.is_none()).map(Day::is_done).collect();
    let mut found = CameBack::default();
    for start in 1..counted.len() {
        if counted[start] || !counted[start - 1] {
            continue;
        }
        let after = &counted[start + 1..counted.len().min(start + 1 + COME_BACK_DAYS)];
        let is_back = after.contains(&true);
        if is_back || after.len() > COME_BACK_DAYS - 1 {
            found.of += 1;
            found.times += u32::from(is_back);
        }
    }
    (found.of > 0).then_some(found)
}

#[cfg(test)]
mod tests;
