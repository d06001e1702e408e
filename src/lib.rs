//! Mainspring: one goal, honest timed sessions, and a spring that only ever grows.
//!
//! In reading order: [`domain`] is the method itself, pure and without any I/O; [`platform`] owns what the
//! system gives: clock, alarms, notifications, signals, dialogs.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(test, allow(clippy::float_cmp, reason = "tests compare with literal values"))]

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod platform;
pub mod store;
pub mod ui;
