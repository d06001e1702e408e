//! The form of a plan: two parts that always read "If `obstacle`, then I will `action`."

use crate::domain::effect::Refusal;

/// Longest obstacle, action, wish or outcome, in characters: each is one line that is read at a glance.
pub const MAX_PART_CHARS: usize = 160;

/// Words that the form itself puts before the obstacle, and before the action.
const BEFORE_OBSTACLE: [&[&str]; 3] = [&["if"], &["when"], &["whenever"]];
const BEFORE_ACTION: [&[&str]; 4] = [&["then"], &["i", "will"], &["i'll"], &["i\u{2019}ll"]];

/// What follows "If": without spaces around it, without "if" or "when" before and a comma or stop after it.
pub fn tidy_obstacle(typed: &str) -> String {
    tidy(typed, &BEFORE_OBSTACLE)
}

/// What follows "then I will", tidied in the same way.
pub fn tidy_action(typed: &str) -> String {
    tidy(typed, &BEFORE_ACTION)
}

fn tidy(typed: &str, before: &[&[&str]]) -> String {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut rest = words.as_slice();
    while let Some(opening) = before.iter().find(|opening| starts_with(rest, opening)) {
        rest = &rest[opening.len()..];
    }
    rest.join(" ").trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

fn starts_with(words: &[&str], opening: &[&str]) -> bool {
    let is_same = |(word, wanted): (&&str, &&str)| word.trim_end_matches(',').eq_ignore_ascii_case(wanted);
    words.len() >= opening.len() && words.iter().zip(opening).all(is_same)
}

/// Obstacle, action, wish and outcome as they are kept.
///
/// # Errors
/// Refuses an empty obstacle or action, and any part of more than [`MAX_PART_CHARS`].
pub(super) fn checked([obstacle, action, wish, outcome]: [&str; 4]) -> Result<[String; 4], Refusal> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = [tidy_obstacle(obstacle), tidy_action(action), plain(wish), plain(outcome)];
    for (field, part) in ["obstacle", "action"].into_iter().zip(&parts) {
        if part.is_empty() {
            return Err(Refusal::Empty(field));
        }
    }
    for (field, part) in ["obstacle", "action", "wish", "outcome"].into_iter().zip(&parts) {
        if part.chars().count() > MAX_PART_CHARS {
            return Err(Refusal::TooLong { field, max: MAX_PART_CHARS });
        }
    }
    Ok(parts)
}
