//! Focus: the spring, large, the button that starts, the session that runs, and the card after it.

mod advice;
mod after_card;
mod after_rewards;
mod amounts;
mod answers;
mod before;
mod breaks;
mod clock;
mod fields;
mod figures;
mod gap;
mod grants;
mod idle;
mod layout;
mod next_step;
mod page;
mod plan_offer;
mod running;
mod side;
mod spring_menu;
mod telling;
#[cfg(test)]
mod tests;
mod waiting;
mod word;

pub use page::FocusTab;
