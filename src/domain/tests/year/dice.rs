//! The chance of the chaotic year: Knuth's MMIX generator, so that the table's script can throw the same.

use super::life::{Life, Work};
use crate::domain::Action;
use crate::domain::rest::{RestAction, RestKind};

pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % sides
    }

    /// Of the first session of a day: 0 for 07:00 to 13 for 20:00.
    pub fn hour(&mut self) -> i64 {
        self.below(14)
    }

    /// A rest on 12 days of 100, nothing on 23, two sessions on 10, else one.
    pub fn sessions_today(&mut self, life: &mut Life) -> u32 {
        match self.below(100) {
            ..12 => {
                let today = life.derived().today;
                life.act(Action::Rest(RestAction::Add { from: today, to: today, kind: RestKind::Travel }));
                0
            }
            12..35 => 0,
            35..45 => 2,
            _ => 1,
        }
    }

    /// Half of the sessions have the offered length, the others 2 to 25 minutes; 30 of 100 end early, after 30 to 89 %
    /// of the plan, the others up to 3 minutes beyond it. One rating of six is left out.
    pub fn work(&mut self, life: &Life, at: i64) -> Work {
        let planned = if self.below(2) == 0 { life.length() } else { 2 + self.below(24) };
        let ratings = [(); 3].map(|()| u8::try_from(self.below(6)).ok().filter(|rating| *rating > 0));
        let worked =
            if self.below(100) < 30 { (planned * (30 + self.below(60)) / 100).max(1) } else { planned + self.below(4) };
        Work { at, planned, worked, ratings, is_taken: self.below(2) == 0 }
    }
}
