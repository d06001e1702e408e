//! The table of steps against each line of the method.

use std::collections::BTreeSet;

use super::*;

/// Every line of the four weeks and of the 30-day challenge of the method's source, word for word, and the steps that
/// carry it.
const SOURCE: [(&str, &[Step]); 36] = [
    // Week 1: Foundation Building
    ("Choose ONE goal to focus on (not multiple)", &[Step::ChooseGoal]),
    ("Create a visual progress tracker (app, spreadsheet, or physical chart)", &[Step::VisualTracker]),
    ("Set up daily metrics that show forward movement", &[Step::DailyMetrics]),
    ("Find an accountability partner or community", &[Step::FindPartner]),
    ("Design immediate rewards for each session", &[Step::ImmediateReward]),
    // Week 2: Habit Formation
    ("Start with 5-10 minutes daily (not micro-steps, but manageable sessions)", &[Step::ShortSessionsDaily]),
    ("Track your progress visually every day", &[Step::TrackEveryDay]),
    ("Share your progress with your accountability partner", &[Step::ShareWithPartner]),
    ("Reward yourself immediately after each session", &[Step::RewardEachSession]),
    ("Adjust your approach based on what works", &[Step::AdjustFromWhatWorks]),
    // Week 3: Momentum Building
    ("Increase session length as it becomes easier", &[Step::LongerSessions]),
    ("Add more accountability (public sharing, communities)", &[Step::MoreAccountability]),
    ("Create bigger rewards for weekly milestones", &[Step::WeeklyReward]),
    ("Celebrate progress with others", &[Step::CelebrateWithOthers]),
    ("Refine your system based on results", &[Step::RefineTheSystem]),
    // Week 4: Long-term Sustainability
    ("Create multiple reward layers (daily, weekly, monthly)", &[Step::RewardLayers]),
    ("Build a supportive community around your goal", &[Step::SupportiveCommunity]),
    ("Develop identity-based thinking about your goal", &[Step::IdentityThinking]),
    ("Design your environment for long-term success", &[Step::LastingEnvironment]),
    ("Plan for obstacles and setbacks", &[Step::PlanForObstacles]),
    // The challenge, week 1: System Setup
    ("Choose your ONE goal", &[Step::ChooseGoal]),
    ("Set up progress tracking", &[Step::VisualTracker, Step::DailyMetrics]),
    ("Find accountability partner", &[Step::FindPartner]),
    ("Design reward system", &[Step::ImmediateReward]),
    // Week 2: Daily Practice
    ("Start with 5-10 minutes daily", &[Step::ShortSessionsDaily]),
    ("Track progress every day", &[Step::TrackEveryDay]),
    ("Share with accountability partner", &[Step::ShareWithPartner]),
    ("Reward yourself immediately", &[Step::RewardEachSession]),
    // Week 3: Momentum Building
    ("Increase session length gradually", &[Step::LongerSessions]),
    ("Add social sharing", &[Step::MoreAccountability]),
    ("Create weekly milestones", &[Step::WeeklyReward]),
    ("Celebrate progress publicly", &[Step::CelebrateWithOthers]),
    // Week 4: Long-term Planning
    ("Build sustainable systems", &[Step::LastingEnvironment, Step::SupportiveCommunity]),
    ("Create multiple reward layers", &[Step::RewardLayers]),
    ("Develop identity-based thinking", &[Step::IdentityThinking]),
    ("Plan for obstacles", &[Step::PlanForObstacles]),
];

/// The stage of each group of the source: five lines a week, then four a week of the challenge.
fn stage_of_line(nth: usize) -> Stage {
    Stage::ALL[if nth < 20 { nth / 5 } else { (nth - 20) / 4 }]
}

#[test]
fn every_line_of_the_four_weeks_and_the_challenge_is_carried_by_a_step_of_its_stage() {
    for (nth, (line, steps)) in SOURCE.iter().enumerate() {
        assert!(!steps.is_empty(), "{line}");
        for step in *steps {
            assert_eq!(step.stage(), stage_of_line(nth), "{line}");
        }
    }
}

#[test]
fn every_step_carries_a_line_and_stands_in_one_stage() {
    let carried: BTreeSet<Step> = SOURCE.iter().flat_map(|(_, steps)| *steps).copied().collect();
    let listed: Vec<Step> = STAGES.iter().flat_map(|(_, steps)| *steps).collect();
    assert_eq!(listed.len(), 20);
    assert_eq!(carried, listed.iter().copied().collect());
}

#[test]
fn the_stages_have_seven_days_each_and_the_last_one_nine() {
    assert_eq!(Stage::ALL.map(Stage::days), [7, 7, 7, 9]);
    assert_eq!(STAGES.map(|(stage, _)| stage), Stage::ALL);
}

#[test]
fn what_the_app_cannot_see_is_ticked_by_hand() {
    let by_hand: Vec<Step> =
        STAGES.iter().flat_map(|(_, steps)| *steps).filter(|step| step.tick() == Tick::ByHand).collect();
    let expected = [
        Step::FindPartner,
        Step::ShareWithPartner,
        Step::AdjustFromWhatWorks,
        Step::MoreAccountability,
        Step::WeeklyReward,
        Step::CelebrateWithOthers,
        Step::RefineTheSystem,
        Step::RewardLayers,
        Step::SupportiveCommunity,
    ];
    assert_eq!(by_hand, expected);
}
