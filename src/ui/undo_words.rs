//! The words for what was done, taken back or done again.

use crate::domain::effect::UndoKey;

use super::text::Text;

/// "Session deleted".
pub fn words(key: UndoKey, text: &Text) -> String {
    text.get(id(key))
}

/// "Undone · Session deleted".
pub fn undone(key: UndoKey, text: &Text) -> String {
    after("commands-undone", key, text)
}

/// "Done again · Session deleted".
pub fn redone(key: UndoKey, text: &Text) -> String {
    after("commands-redone", key, text)
}

fn after(first: &str, key: UndoKey, text: &Text) -> String {
    text.with("list-dot", &[("first", text.get(first).into()), ("second", words(key, text).into())])
}

fn id(key: UndoKey) -> &'static str {
    match key {
        UndoKey::GoalCreated => "commands-did-goal-created",
        UndoKey::GoalEdited => "commands-did-goal-edited",
        UndoKey::GoalClosed => "commands-did-goal-closed",
        UndoKey::GoalResumed => "commands-did-goal-resumed",
        UndoKey::WishAdded => "commands-did-wish-added",
        UndoKey::WishRenamed => "commands-did-wish-renamed",
        UndoKey::WishDeleted => "commands-did-wish-deleted",
        UndoKey::WishPromoted => "commands-did-wish-promoted",
        UndoKey::SessionAdded => "commands-did-session-added",
        UndoKey::SessionEdited => "commands-did-session-edited",
        UndoKey::SessionSplit => "commands-did-session-split",
        UndoKey::SessionDeleted => "commands-did-session-deleted",
        UndoKey::CountAdded => "commands-did-count-added",
        UndoKey::CountEdited => "commands-did-count-edited",
        UndoKey::CountDeleted => "commands-did-count-deleted",
        UndoKey::TargetSet => "commands-did-target-set",
        UndoKey::RestAdded => "commands-did-rest-added",
        UndoKey::RestDeleted => "commands-did-rest-deleted",
        UndoKey::RewardAdded => "commands-did-reward-added",
        UndoKey::RewardEdited => "commands-did-reward-edited",
        UndoKey::RewardRetired => "commands-did-reward-retired",
        UndoKey::MilestoneAdded => "commands-did-milestone-added",
        UndoKey::MilestoneDeleted => "commands-did-milestone-deleted",
        UndoKey::RungSet => "commands-did-rung-set",
        UndoKey::StepTicked => "commands-did-step-ticked",
        UndoKey::StageBegun => "commands-did-stage-begun",
        UndoKey::LengthSet => "commands-did-length-set",
        UndoKey::ItemAdded => "commands-did-item-added",
        UndoKey::ItemEdited => "commands-did-item-edited",
        UndoKey::ItemDeleted => "commands-did-item-deleted",
        UndoKey::PlanAdded => "commands-did-plan-added",
        UndoKey::PlanEdited => "commands-did-plan-edited",
        UndoKey::PlanDeleted => "commands-did-plan-deleted",
        UndoKey::PlanUsed => "commands-did-plan-used",
        UndoKey::ReminderAdded => "commands-did-reminder-added",
        UndoKey::ReminderEdited => "commands-did-reminder-edited",
        UndoKey::ReminderDeleted => "commands-did-reminder-deleted",
        UndoKey::NudgeDismissed => "commands-did-nudge-dismissed",
        UndoKey::ReviewOpened => "commands-did-review-opened",
        UndoKey::ReviewEdited => "commands-did-review-edited",
        UndoKey::ReviewFinished => "commands-did-review-finished",
        UndoKey::ReviewReopened => "commands-did-review-reopened",
        UndoKey::ReviewDeleted => "commands-did-review-deleted",
        UndoKey::ExperimentStarted => "commands-did-experiment-started",
        UndoKey::ExperimentEdited => "commands-did-experiment-edited",
        UndoKey::ExperimentDecided => "commands-did-experiment-decided",
        UndoKey::ExperimentDeleted => "commands-did-experiment-deleted",
        UndoKey::PartnerAdded => "commands-did-partner-added",
        UndoKey::PartnerEdited => "commands-did-partner-edited",
        UndoKey::PartnerEnded => "commands-did-partner-ended",
        UndoKey::PledgeMade => "commands-did-pledge-made",
        UndoKey::PledgeJudged => "commands-did-pledge-judged",
        UndoKey::PledgeTakenBack => "commands-did-pledge-taken-back",
        UndoKey::CommunityAdded => "commands-did-community-added",
        UndoKey::CommunityEdited => "commands-did-community-edited",
        UndoKey::CommunityEnded => "commands-did-community-ended",
        UndoKey::CheckInLogged => "commands-did-check-in-logged",
        UndoKey::AnswerKept => "commands-did-answer-kept",
        UndoKey::CheckInDeleted => "commands-did-check-in-deleted",
        UndoKey::OutletAdded => "commands-did-outlet-added",
        UndoKey::OutletEdited => "commands-did-outlet-edited",
        UndoKey::OutletDeleted => "commands-did-outlet-deleted",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [UndoKey; 62] = [
        UndoKey::GoalCreated,
        UndoKey::GoalEdited,
        UndoKey::GoalClosed,
        UndoKey::GoalResumed,
        UndoKey::WishAdded,
        UndoKey::WishRenamed,
        UndoKey::WishDeleted,
        UndoKey::WishPromoted,
        UndoKey::SessionAdded,
        UndoKey::SessionEdited,
        UndoKey::SessionSplit,
        UndoKey::SessionDeleted,
        UndoKey::CountAdded,
        UndoKey::CountEdited,
        UndoKey::CountDeleted,
        UndoKey::TargetSet,
        UndoKey::RestAdded,
        UndoKey::RestDeleted,
        UndoKey::RewardAdded,
        UndoKey::RewardEdited,
        UndoKey::RewardRetired,
        UndoKey::MilestoneAdded,
        UndoKey::MilestoneDeleted,
        UndoKey::RungSet,
        UndoKey::StepTicked,
        UndoKey::StageBegun,
        UndoKey::LengthSet,
        UndoKey::ItemAdded,
        UndoKey::ItemEdited,
        UndoKey::ItemDeleted,
        UndoKey::PlanAdded,
        UndoKey::PlanEdited,
        UndoKey::PlanDeleted,
        UndoKey::PlanUsed,
        UndoKey::ReminderAdded,
        UndoKey::ReminderEdited,
        UndoKey::ReminderDeleted,
        UndoKey::NudgeDismissed,
        UndoKey::ReviewOpened,
        UndoKey::ReviewEdited,
        UndoKey::ReviewFinished,
        UndoKey::ReviewReopened,
        UndoKey::ReviewDeleted,
        UndoKey::ExperimentStarted,
        UndoKey::ExperimentEdited,
        UndoKey::ExperimentDecided,
        UndoKey::ExperimentDeleted,
        UndoKey::PartnerAdded,
        UndoKey::PartnerEdited,
        UndoKey::PartnerEnded,
        UndoKey::PledgeMade,
        UndoKey::PledgeJudged,
        UndoKey::PledgeTakenBack,
        UndoKey::CommunityAdded,
        UndoKey::CommunityEdited,
        UndoKey::CommunityEnded,
        UndoKey::CheckInLogged,
        UndoKey::AnswerKept,
        UndoKey::CheckInDeleted,
        UndoKey::OutletAdded,
        UndoKey::OutletEdited,
        UndoKey::OutletDeleted,
    ];

    #[test]
    fn every_step_has_words() {
        let text = Text::english();
        for key in ALL {
            assert!(text.has(id(key)), "{key:?}");
        }
        assert_eq!(undone(UndoKey::SessionDeleted, &text), "Undone · Session deleted");
        assert_eq!(redone(UndoKey::RestAdded, &text), "Done again · Rest added");
    }
}
