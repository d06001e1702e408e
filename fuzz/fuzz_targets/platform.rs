//! The parts of the platform that the store stands on.

#[path = "../../src/platform/clock.rs"]
pub mod clock;
#[path = "../../src/platform/paths.rs"]
pub mod paths;
#[path = "../../src/platform/shelf.rs"]
pub mod shelf;
#[path = "../../src/platform/worker.rs"]
pub mod worker;
