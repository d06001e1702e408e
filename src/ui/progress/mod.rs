//! Progress: counters that grow, the days against their target, the year, strength, and every session.

#[cfg(test)]
mod chart_tests;
pub mod charts;
#[cfg(test)]
pub(in crate::ui) mod counted_tests;
pub mod counters;
pub mod daily;
pub mod daily_chart;
pub mod day_words;
mod empty;
#[cfg(test)]
mod few_tests;
mod grid;
mod header;
pub mod heatmap;
mod heatmap_chart;
#[cfg(test)]
mod pointing_tests;
pub mod range;
mod session_edit;
mod session_forms;
pub mod session_list;
mod session_row;
mod steadiness;
pub mod strength_chart;
mod tab;
#[cfg(test)]
mod tests;
mod totals_card;
mod view;
mod when;

pub use session_forms::refused;
pub use tab::ProgressTab;
pub use view::PageView;
