//! Mainspring: one goal, honest timed sessions, and a spring that only ever grows.

#![cfg_attr(
    not(test),
    warn(
        clippy::disallowed_methods,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]

pub mod platform;
