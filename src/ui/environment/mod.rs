//! Environment: what makes starting easier, in four groups.

mod tab;

pub use tab::EnvironmentTab;
