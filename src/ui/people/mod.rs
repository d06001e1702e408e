//! The People room: partners, pledges, communities and check-ins; and the sheet that shows what is to be sent.

mod answer;
mod communities;
mod community_form;
mod disc;
mod log;
mod part_chips;
mod partner_form;
mod partners;
mod pledge_form;
mod pledges;
mod share_acts;
mod share_draft;
mod share_forms;
mod share_picture;
mod share_room;
mod share_sheet;
mod share_spans;
mod tab;
#[cfg(test)]
mod tests;
mod told;
pub(in crate::ui) mod words;

pub(in crate::ui) use part_chips::part_chips;
pub(in crate::ui) use pledge_form::outcomes;
pub(in crate::ui) use pledges::{judged_words, left as pledge_left};
pub use share_sheet::ShareSheet;
pub use tab::PeopleTab;
pub(in crate::ui) use tab::acts_row;
