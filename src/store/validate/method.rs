//! The rules for environment, plans, lengths, reminders, reviews and experiments.

use super::{Fault, check_dated, check_day, check_stamps};
use crate::domain::environment::EnvironmentItem;
use crate::domain::experiments::Experiment;
use crate::domain::plans::Plan;
use crate::domain::reminders::Reminder;
use crate::domain::review::{MAX_ITEM, MAX_TEN, Review};
use crate::domain::session_length::Length;
use crate::domain::settings::MAX_SESSION_MINUTES;

pub(super) fn check_item(item: &EnvironmentItem) -> Result<(), Fault> {
    let [set_up, archived] = [item.set_up, item.archived].map(|stamp| stamp.unwrap_or(item.made));
    check_stamps(&[item.made, item.modified, set_up, archived])
}

pub(super) fn check_plan(plan: &Plan) -> Result<(), Fault> {
    let [read_back, archived] = [plan.read_back, plan.archived].map(|stamp| stamp.unwrap_or(plan.made));
    check_stamps(&[plan.made, plan.modified, read_back, archived])
}

pub(super) fn check_length(length: &Length) -> Result<(), Fault> {
    check_dated(length.made, length.day)?;
    if (1..=MAX_SESSION_MINUTES).contains(&length.minutes) { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_reminder(reminder: &Reminder) -> Result<(), Fault> {
    check_stamps(&[reminder.made, reminder.modified])?;
    let fits = reminder.minute < 24 * 60 && !reminder.weekdays.is_empty() && reminder.weekdays.len() <= 7;
    if fits { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_review(review: &Review) -> Result<(), Fault> {
    check_stamps(&[review.made, review.modified])?;
    [review.from, review.to, review.done.unwrap_or(review.to)].into_iter().try_for_each(check_day)?;
    let are_items_fit = review.items().into_iter().flatten().all(|item| (1..=MAX_ITEM).contains(&item));
    let tens = [review.support, review.feels_true, review.lasting];
    let fits = are_items_fit && tens.into_iter().flatten().all(|rating| rating <= MAX_TEN);
    if fits && review.period().is_whole() { Ok(()) } else { Err(Fault::Range) }
}

pub(super) fn check_experiment(experiment: &Experiment) -> Result<(), Fault> {
    check_stamps(&[experiment.made, experiment.modified])?;
    [Some(experiment.day), experiment.decided, experiment.kept].into_iter().flatten().try_for_each(check_day)
}
