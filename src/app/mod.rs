//! The wiring: one window, one model, and the way data flows between them.
//!
//! `ui` pushes actions and commands; `logic` carries them out through `domain::apply`; `effects` hands what follows
//! to the store, the notifier and the alarm clock. What comes from outside arrives as a message in the inbox.

mod autostart;
mod commands;
mod effects;
mod exports;
mod file;
mod foresight;
mod inbox;
mod launches;
mod logic;
mod look;
mod notices;
mod opening;
mod renderer;
mod reward_notices;
mod room;
mod sending;
mod services;
mod ui;
mod window;

pub use renderer::{App, RunError, run};
