//! People: who is told, what was promised, and each time something was shared or answered.
//!
//! Nothing here sends anything. What leaves the app is made from what its reader may see alone, and by the user's hand,
//! but for the [`Outlet`]s the user set up.

mod acts;
mod check_ins;
mod communities;
mod due;
mod figures;
pub(super) mod happenings;
mod outlets;
mod partners;
mod parts;
mod pledges;
mod sending;
pub mod shared;
#[cfg(test)]
mod tests;
mod words;

pub use acts::{PeopleAction, apply};
pub use check_ins::{CheckIn, NewCheckIn, Span, To, Way};
pub use communities::Community;
pub use due::{AFTER_SESSION_MINUTES, is_due, is_overdue, last_contact};
pub(super) use due::{after_session, is_told};
pub use figures::{CommunityState, OpenPledge, PartnerState, PeopleFigures, QUIET_DAYS, SupportWeek};
pub(super) use figures::{days_quiet, partner_to_tell};
pub use happenings::{Happening, happening_id};
pub use outlets::{Event, Events, Outlet, OutletKind};
pub use partners::{JointPlan, Partner, PartnerDetails, Reach, Rhythm};
pub use parts::{Part, Parts};
pub use pledges::{Outcome, Pledge};
pub use sending::{
    AddressProblem, Answer, Fate, Kept, LastTry, OutletState, Secret, Test, Trouble, checked_secret, host, server,
    stays_here,
};
pub use words::{checked_mail, checked_web};

/// Longest name of a partner, community or outlet, in characters; it has to fit a notification.
pub const MAX_NAME_CHARS: usize = 80;
/// Longest text that was sent, and longest answer that is kept, in characters.
pub const MAX_WORDS_CHARS: usize = 20_000;
/// Longest question, promise or other single line, in characters.
pub const MAX_LINE_CHARS: usize = 400;
/// Longest part of a joint plan, in characters.
pub const MAX_PLAN_CHARS: usize = crate::domain::plans::MAX_PART_CHARS;
/// Most partners, communities and outlets that are in use at once.
pub const MAX_PARTNERS: usize = 20;
pub const MAX_COMMUNITIES: usize = 20;
pub const MAX_OUTLETS: usize = 20;
/// Most pledges of one goal that are open at once: more promises at a time are wishes.
pub const MAX_PLEDGES: usize = 10;
/// The highest answer to "how much support did you feel?"; the lowest is 0.
pub const MAX_SUPPORT: u8 = 10;

/// The days a pledge or a joining may lie on, as every date of the file.
fn first_day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default()
}

fn last_day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2200, 12, 31).unwrap_or_default()
}
