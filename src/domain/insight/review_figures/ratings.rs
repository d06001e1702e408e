//! What the reviews before one answered to the questions that come again.

use chrono::NaiveDate;

use crate::domain::goal::Goal;
use crate::domain::insight::automaticity::HabitRating;
use crate::domain::model::Model;
use crate::domain::review::{self, Review};

/// Answers of earlier reviews that are done, each with the last day of its period, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    pub habit: Vec<HabitRating>,
    /// Support from others, 0–10.
    pub support: Vec<(NaiveDate, u8)>,
    /// How true the identity felt, 0–10.
    pub feels_true: Vec<(NaiveDate, u8)>,
    /// How well it could go on, 0–10.
    pub lasting: Vec<(NaiveDate, u8)>,
}

impl Ratings {
    /// What was answered before a review: O(reviews).
    pub fn before(model: &Model, goal: &Goal, review: &Review) -> Self {
        let is_earlier =
            |other: &&Review| other.goal == goal.id && other.is_done() && other.id != review.id && other.to < review.to;
        let mut earlier: Vec<&Review> = model.reviews.iter().filter(is_earlier).collect();
        earlier.sort_by_key(|other| (other.to, other.made, other.id));
        let told = |answer: fn(&Review) -> Option<u8>| {
            earlier.iter().filter_map(|other| Some((other.to, answer(other)?))).collect()
        };
        Self {
            habit: earlier.last().map(|last| habit_until(model, goal, last.to)).unwrap_or_default(),
            support: told(|other| other.support),
            feels_true: told(|other| other.feels_true),
            lasting: told(|other| other.lasting),
        }
    }

    /// The answers to the one item of automaticity that is asked each week, 1–7.
    pub fn first_items(&self) -> Vec<(NaiveDate, u8)> {
        self.habit.iter().filter_map(|rating| Some((rating.day, rating.items[0]?))).collect()
    }
}

/// The ratings of automaticity up to a day, oldest first.
pub fn habit_until(model: &Model, goal: &Goal, day: NaiveDate) -> Vec<HabitRating> {
    review::habit_ratings(model, goal).into_iter().filter(|rating| rating.day <= day).collect()
}
