//! Evidence cards: what supports each strategy, how well, and what does not.

mod sheet;
mod why;

pub use sheet::EvidenceSheet;
pub use why::why;

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strategy {
    OneGoal,
    VisibleProgress,
    ImmediateRewards,
    Comeback,
    Identity,
    Environment,
    SocialSupport,
    SmallSessions,
    GrowingSessions,
    IfThenPlans,
    Woop,
    Consistency,
    Automaticity,
    Reminders,
    Reviews,
    Breaks,
    /// The figures of the article that the method comes from.
    ArticleFigures,
}
