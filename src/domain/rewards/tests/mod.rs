//! Rewards: literal tables of each rule, what can be done, and the laws that hold for any records.

mod acts;
mod badges;
mod draws;
mod editing;
mod laws;
mod news;
mod rules;

use super::*;
