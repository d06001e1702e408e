//! The rule of evidence.md §7, in integers: a design heuristic, not evidence.

use crate::domain::settings::FIRST_SESSION_MINUTES;

/// A step down never goes below this many minutes.
pub(super) const FLOOR_MINUTES: u16 = FIRST_SESSION_MINUTES;
/// Planned days missed in a row from which the two-minute version is offered.
pub const TWO_MINUTES_AFTER: usize = 4;
/// Least and most minutes of one step of growth.
const GROWTH: (u16, u16) = (1, 5);

/// One planned day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opportunity {
    Missed,
    /// It had a session; the last rating of that day, 1 hard … 5 easy, if there is one.
    Done(Option<u8>),
}

/// What the rule looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LengthState {
    /// Length of a session now, in minutes.
    pub minutes: u16,
    /// Growth goes no further, in minutes.
    pub longest: u16,
    /// Planned days since the length was last decided.
    pub since: usize,
    /// Planned days, oldest first.
    pub history: Vec<Opportunity>,
}

/// What is offered for the next session; nothing changes by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offer {
    #[default]
    None,
    /// So many minutes instead, which is more.
    Grow(u16),
    /// So many minutes instead, which is less.
    Ease(u16),
    /// After a long gap: once, two minutes.
    TwoMinutes,
}

/// What the rule says after the last planned day.
pub fn offer(state: &LengthState) -> Offer {
    if state.missed_in_a_row() >= TWO_MINUTES_AFTER {
        return Offer::TwoMinutes;
    }
    match state.proposed() {
        Some(minutes) if minutes > state.minutes => Offer::Grow(minutes),
        Some(minutes) if minutes < state.minutes => Offer::Ease(minutes),
        Some(_) | None => Offer::None,
    }
}

impl LengthState {
    /// Nothing seen yet.
    pub fn new(minutes: u16, longest: u16) -> Self {
        Self { minutes, longest, since: 0, history: Vec::new() }
    }

    /// Another planned day went by. A step down that can go no lower counts as taken.
    pub fn see(&mut self, opportunity: Opportunity) {
        self.history.push(opportunity);
        self.since += 1;
        if self.is_cut() && self.cut() == self.minutes {
            self.since = 0;
        }
    }

    /// A length was decided.
    pub fn decide(&mut self, minutes: u16) {
        self.minutes = minutes;
        self.since = 0;
    }

    /// The length by rules 1 to 3, in their order; `None` where the length is held.
    pub fn proposed(&self) -> Option<u16> {
        if self.is_cut() {
            return Some(self.cut());
        }
        self.is_growth().then(|| self.grown())
    }

    fn last(&self, n: usize) -> &[Opportunity] {
        &self.history[self.history.len().saturating_sub(n)..]
    }

    fn missed_in_a_row(&self) -> usize {
        self.history.iter().rev().take_while(|seen| **seen == Opportunity::Missed).count()
    }

    /// Rules 1 and 2: missed, or hard.
    fn is_cut(&self) -> bool {
        let last = self.last(3);
        let missed = last.iter().filter(|seen| **seen == Opportunity::Missed).count();
        let is_missed = last.len() == 3 && missed >= 2 && self.missed_in_a_row() > 0 && self.since >= 2;
        let eases = self.eases();
        let is_hard = self.since >= 3 && eases.len() >= 3 && twice_the_median(&eases).is_some_and(|twice| twice <= 4);
        is_missed || is_hard
    }

    /// Rule 3: done and easy.
    fn is_growth(&self) -> bool {
        let done = self.last(5).iter().filter(|seen| **seen != Opportunity::Missed).count();
        let is_easy = twice_the_median(&self.eases()).is_some_and(|twice| twice >= 8);
        self.since >= 5 && done >= 4 && self.missed_in_a_row() == 0 && is_easy
    }

    /// The ratings of the last five planned days, in order of size.
    fn eases(&self) -> Vec<u16> {
        let rated = |seen: &Opportunity| if let Opportunity::Done(ease) = seen { ease.map(u16::from) } else { None };
        let mut eases: Vec<u16> = self.last(5).iter().filter_map(rated).collect();
        eases.sort_unstable();
        eases
    }

    /// Seven tenths, rounded down, but not below the floor; a shorter length is left as it is.
    fn cut(&self) -> u16 {
        let cut = u32::from(self.minutes) * 7 / 10;
        u16::try_from(cut).unwrap_or(self.minutes).max(FLOOR_MINUTES).min(self.minutes)
    }

    /// A fifth more, rounded, 1 to 5 minutes, up to the longest; a longer length is left as it is.
    fn grown(&self) -> u16 {
        let step = ((2 * u32::from(self.minutes) + 5) / 10).clamp(u32::from(GROWTH.0), u32::from(GROWTH.1));
        let grown = self.minutes.saturating_add(u16::try_from(step).unwrap_or(GROWTH.1));
        grown.min(self.longest).max(self.minutes)
    }
}

/// Twice the median of sorted figures, so that it stays an integer; `None` of none.
fn twice_the_median(sorted: &[u16]) -> Option<u16> {
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len() % 2 == 1 { 2 * upper } else { sorted[half - 1] + upper })
}
