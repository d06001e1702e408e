//! The program: arguments, log, panic hook, run.

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used, clippy::panic))]

fn main() {}
