//! Which plan fits what is in the way: by the words both share.

use std::cmp::Reverse;

use super::Plan;
use crate::domain::model::Model;

/// Words shorter than this many letters say little about an obstacle.
const LEAST_LETTERS: usize = 4;
/// Words that say nothing about an obstacle though they are long enough.
const EMPTY_WORDS: [&str; 16] = [
    "about", "after", "again", "before", "could", "from", "have", "into", "just", "that", "then", "there", "this",
    "want", "will", "with",
];

/// The plans of the goal that are not put away, those whose obstacle shares most words with `words` first, the newest
/// first among equals; with the number of words shared.
pub fn ranked<'a>(model: &'a Model, words: &str) -> Vec<(usize, &'a Plan)> {
    let Some(goal) = model.goal() else { return Vec::new() };
    let wanted = meaningful(words);
    let plans = model.plans.iter().rev().filter(|plan| plan.goal == goal.id && plan.is_open());
    let mut found: Vec<(usize, &Plan)> = plans.map(|plan| (shared(&wanted, &plan.obstacle), plan)).collect();
    found.sort_by_key(|(shared, _)| Reverse(*shared));
    found
}

/// How many of the words stand in an obstacle.
fn shared(wanted: &[String], obstacle: &str) -> usize {
    let own = meaningful(obstacle);
    wanted.iter().filter(|word| own.iter().any(|other| is_alike(word, other))).count()
}

/// One word is the other, or its beginning: "tired" and "tiredness".
fn is_alike(word: &str, other: &str) -> bool {
    word.starts_with(other) || other.starts_with(word)
}

/// The words of a text that say something, in small letters, each once.
fn meaningful(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let mut found: Vec<String> = Vec::new();
    for word in words.filter(|word| word.chars().count() >= LEAST_LETTERS && !EMPTY_WORDS.contains(word)) {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}
