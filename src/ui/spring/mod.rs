//! The spring: one coil a session, growing outward, with its jewels; shared by Focus, first run and the exports.

mod hover;
mod jewel;
mod motion;
mod paint;
mod picture;
mod view;

pub use jewel::{CardJewel, Won};
pub use picture::{png, svg};
pub use view::{Live, Middle, Pace, Shown, Spring, empty_track};
