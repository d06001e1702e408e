//! A model as the text of a file: one record to a line, always in the same order, so that files compare well.

use std::fmt::Write as _;

use serde::Serialize;
use thiserror::Error;

use super::document::{APP, QUARANTINE, VERSION, one_line, with_lists, write_options};
use crate::domain::Model;

/// Room for one record, in bytes; a guess that saves most of the growing.
const BYTES_A_RECORD: usize = 512;

/// Why a model cannot be written.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// Such a figure could not be reckoned with after loading.
    #[error("a figure in {0} is not a number")]
    NotFinite(&'static str),
    /// The format has no way to say it.
    #[error("a record of {list} cannot be written: {reason}")]
    Format { list: &'static str, reason: String },
}

macro_rules! write_all {
    ($($list:ident: $record:ty),+ $(,)?) => {
        /// The whole file.
        pub fn to_text(model: &Model) -> Result<String, WriteError> {
            let Model { $($list,)+ running, reward_break, settings, quarantine, history: _ } = model;
            check_finite(model)?;
            let mut text = String::with_capacity((model.sessions.len() + model.counts.len() + 16) * BYTES_A_RECORD);
            text.push_str("(\n");
            single(&mut text, "version", &VERSION)?;
            single(&mut text, "app", APP)?;
            $(list(&mut text, stringify!($list), $list.iter())?;)+
            list(&mut text, QUARANTINE, quarantine.iter())?;
            single(&mut text, "running", running)?;
            single(&mut text, "reward_break", reward_break)?;
            single(&mut text, "settings", settings)?;
            text.push_str(")\n");
            Ok(text)
        }
    };
}
with_lists!(write_all);

fn check_finite(model: &Model) -> Result<(), WriteError> {
    if !model.counts.iter().all(|count| count.amount.is_finite()) {
        return Err(WriteError::NotFinite("counts"));
    }
    let mut totals = model.goals.iter().filter_map(|goal| goal.measure.as_ref()?.total);
    if totals.all(f64::is_finite) { Ok(()) } else { Err(WriteError::NotFinite("goals")) }
}

fn list<'a, T: Serialize + 'a>(
    text: &mut String,
    name: &'static str,
    records: impl Iterator<Item = &'a T>,
) -> Result<(), WriteError> {
    let _ = writeln!(text, "{name}: [");
    for record in records {
        value(text, name, record)?;
    }
    text.push_str("],\n");
    Ok(())
}

fn single<T: Serialize + ?Sized>(text: &mut String, name: &'static str, content: &T) -> Result<(), WriteError> {
    let _ = write!(text, "{name}: ");
    value(text, name, content)
}

fn value<T: Serialize + ?Sized>(text: &mut String, list: &'static str, content: &T) -> Result<(), WriteError> {
    write_options()
        .to_writer_pretty(&mut *text, content, one_line())
        .map_err(|error| WriteError::Format { list, reason: error.to_string() })?;
    text.push_str(",\n");
    Ok(())
}
