//! The strategies of the method that have a card.

use serde::Deserialize;

use crate::ui::text::Text;

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
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
    Targets,
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

impl Strategy {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 18] = [
        Self::OneGoal,
        Self::VisibleProgress,
        Self::ImmediateRewards,
        Self::Comeback,
        Self::Identity,
        Self::Environment,
        Self::SocialSupport,
        Self::SmallSessions,
        Self::GrowingSessions,
        Self::Targets,
        Self::IfThenPlans,
        Self::Woop,
        Self::Consistency,
        Self::Automaticity,
        Self::Reminders,
        Self::Reviews,
        Self::Breaks,
        Self::ArticleFigures,
    ];

    /// Its name as it stands in a sentence, such as "if-then plans".
    pub fn name(self, text: &Text) -> String {
        text.get(match self {
            Self::OneGoal => "evidence-of-one-goal",
            Self::VisibleProgress => "evidence-of-visible-progress",
            Self::ImmediateRewards => "evidence-of-immediate-rewards",
            Self::Comeback => "evidence-of-comeback",
            Self::Identity => "evidence-of-identity",
            Self::Environment => "evidence-of-environment",
            Self::SocialSupport => "evidence-of-social-support",
            Self::SmallSessions => "evidence-of-small-sessions",
            Self::GrowingSessions => "evidence-of-growing-sessions",
            Self::Targets => "evidence-of-targets",
            Self::IfThenPlans => "evidence-of-if-then-plans",
            Self::Woop => "evidence-of-woop",
            Self::Consistency => "evidence-of-consistency",
            Self::Automaticity => "evidence-of-automaticity",
            Self::Reminders => "evidence-of-reminders",
            Self::Reviews => "evidence-of-reviews",
            Self::Breaks => "evidence-of-breaks",
            Self::ArticleFigures => "evidence-of-article-figures",
        })
    }
}
