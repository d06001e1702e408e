//! Rewards: what waits, the ladder in the user's own words, milestones, how rewards do, level and badges.

mod badges;
mod charts;
mod enjoyed;
mod form;
mod history;
mod ideas;
mod ladder;
mod level;
mod medal;
mod milestone_form;
mod milestones;
mod node;
mod rung;
mod swap;
mod tab;
#[cfg(test)]
mod tests;
mod tray;
mod words;

pub use tab::RewardsTab;
