//! `mainspring status`: the goal, what runs, today and all of it, in words or as JSON.

use std::io::{ErrorKind, Write};

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::insight::{Derived, jewels};
use crate::domain::timer::{GAP_SECS, Phase, Running};
use crate::domain::{Model, Now};
use crate::store::{Fs, RealFs, StorePaths};
use crate::ui::format;
use crate::ui::text::{FluentValue, Text};

use super::EXIT_FINE;
use super::args::Form;
use super::source::{Source, last_alive, read_file};

/// What `status --json` prints; `docs/command-line.md` documents each field.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Status {
    /// `None` for the sample data.
    file: Option<String>,
    goal: Option<String>,
    running: Option<RunningNow>,
    today: Today,
    totals: Totals,
    days_done_of_28: u32,
    /// 0–1.
    strength: f64,
    next_jewel: NextJewel,
    /// What was left for the next session; empty when nothing was.
    next: String,
    /// Records that broke a rule and are left out of every figure.
    quarantined: usize,
}

#[derive(Debug, PartialEq, Serialize)]
struct RunningNow {
    state: State,
    planned_secs: u32,
    focus_secs: i64,
    overtime_secs: i64,
    intention: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Focusing,
    Paused,
    /// A gap waits for the user's word.
    Asking,
    /// The app no longer runs: focus is counted up to its last sign of life.
    Interrupted,
}

#[derive(Debug, PartialEq, Serialize)]
struct Today {
    day: NaiveDate,
    focus_secs: i64,
    sessions: u32,
    /// 0 when there is none.
    target_minutes: u16,
    counted: f64,
}

#[derive(Debug, PartialEq, Serialize)]
struct Totals {
    focus_secs: i64,
    sessions: u32,
    days_done: u32,
    counted: f64,
}

#[derive(Debug, PartialEq, Serialize)]
struct NextJewel {
    at_secs: i64,
    left_secs: i64,
}

/// Answers on `out`.
///
/// # Errors
/// A message that says what cannot be read and where.
pub(super) fn run(source: &Source, form: Form, now: Now, text: &Text, out: &mut dyn Write) -> Result<u8, String> {
    let status = match source {
        Source::Demo(model) => Status::of(model, None, None, now),
        Source::File(paths) => {
            let model = load(paths, text)?;
            let alive = last_alive(&model, paths);
            Status::of(&model, Some(paths.data.display().to_string()), alive, now)
        }
    };
    let answer = match form {
        Form::Words => status.words(text),
        Form::Json => serde_json::to_string_pretty(&status).map_err(|error| error.to_string())?,
    };
    let _ = writeln!(out, "{answer}");
    Ok(EXIT_FINE)
}

fn load(paths: &StorePaths, text: &Text) -> Result<Model, String> {
    let path = paths.data.display().to_string();
    if let Err(error) = RealFs.metadata(&paths.data)
        && error.kind() == ErrorKind::NotFound
    {
        return Err(text.with("cli-no-file", &[("path", path.into())]));
    }
    read_file(paths).map(|read| read.model).map_err(|error| unreadable(text, &path, &error))
}

/// Why and where a file cannot be read: "/path, line 3, column 5: …".
pub(super) fn unreadable(text: &Text, path: &str, error: &crate::store::read::ReadError) -> String {
    let values: [(&str, FluentValue<'_>); 4] = [
        ("path", path.into()),
        ("line", error.line.into()),
        ("column", error.column.into()),
        ("reason", error.reason.to_string().into()),
    ];
    text.with(if error.line == 0 { "cli-unreadable" } else { "cli-unreadable-at" }, &values)
}

impl Status {
    pub(super) fn of(model: &Model, file: Option<String>, alive: Option<DateTime<Utc>>, now: Now) -> Self {
        let derived = Derived::of(model, now.today(model.settings.day_start_hour));
        let (today, all) = (derived.totals.today, derived.totals.all);
        let jewel = jewels::next(all.focus_secs);
        Self {
            file,
            goal: model.goal().map(|goal| goal.title.clone()),
            running: model.running.as_ref().map(|running| RunningNow::of(running, alive, now)),
            today: Today {
                day: derived.today,
                focus_secs: today.focus_secs,
                sessions: today.sessions,
                target_minutes: derived.days.today().map_or(0, |day| day.target_minutes),
                counted: today.counted,
            },
            totals: Totals {
                focus_secs: all.focus_secs,
                sessions: all.sessions,
                days_done: all.days_done,
                counted: all.counted,
            },
            days_done_of_28: derived.totals.days_done_of_28,
            strength: derived.strength_now(),
            next_jewel: NextJewel { at_secs: jewel.at_secs, left_secs: jewel.at_secs - all.focus_secs },
            next: model.next_line().unwrap_or_default().to_owned(),
            quarantined: model.quarantine.len(),
        }
    }

    fn words(&self, text: &Text) -> String {
        let duration = |secs: i64| format::duration(text, u64::try_from(secs).unwrap_or(0));
        let goal = self.goal.clone().unwrap_or_else(|| text.get("cli-status-no-goal"));
        let mut rows = vec![("cli-status-goal", goal)];
        if let Some(running) = &self.running {
            rows.push(("cli-status-now", running.words(text)));
        }
        let done = duration(self.today.focus_secs);
        rows.push((
            "cli-status-today",
            match self.today.target_minutes {
                0 => done,
                target => {
                    let target = format::minutes(text, u64::from(target));
                    text.with("cli-status-of-target", &[("done", done.into()), ("target", target.into())])
                }
            },
        ));
        let all = [("focus", duration(self.totals.focus_secs).into()), ("count", self.totals.sessions.into())];
        rows.push(("cli-status-all", text.with("cli-status-focus", &all)));
        if self.days_done_of_28 > 0 {
            rows.push(("cli-status-days", text.with("cli-status-of-28", &[("days", self.days_done_of_28.into())])));
        }
        rows.push(("cli-status-strength", format::percent(text, self.strength)));
        let jewel = &self.next_jewel;
        let jewel = [("at", duration(jewel.at_secs).into()), ("left", duration(jewel.left_secs).into())];
        rows.push(("cli-status-jewel", text.with("cli-status-jewel-left", &jewel)));
        if !self.next.is_empty() {
            rows.push(("cli-status-next", self.next.clone()));
        }
        if self.quarantined > 0 {
            let count = [("count", self.quarantined.into())];
            rows.push(("cli-status-apart", text.with("cli-status-quarantined", &count)));
        }
        let file = self.file.clone().unwrap_or_else(|| text.get("cli-status-sample"));
        rows.push(("cli-status-file", file));
        table(rows.into_iter().map(|(id, value)| (text.get(id), value)))
    }
}

impl RunningNow {
    fn of(running: &Running, alive: Option<DateTime<Utc>>, now: Now) -> Self {
        let gone = alive.filter(|alive| (now.utc - *alive).num_seconds() > GAP_SECS);
        // What nobody saw is not counted, as in the window.
        let seen = gone.map_or(now, |alive| Now { utc: alive, ..now });
        let state = match running.phase {
            Phase::Focusing { .. } if gone.is_some() => State::Interrupted,
            Phase::Focusing { .. } => State::Focusing,
            Phase::Paused => State::Paused,
            Phase::Asking { .. } => State::Asking,
        };
        Self {
            state,
            planned_secs: running.planned_secs,
            focus_secs: running.focus_secs(seen),
            overtime_secs: running.overtime_secs(seen),
            intention: running.intention.clone(),
        }
    }

    fn words(&self, text: &Text) -> String {
        let state = text.get(match self.state {
            State::Focusing => "cli-state-focusing",
            State::Paused => "cli-state-paused",
            State::Asking => "cli-state-asking",
            State::Interrupted => "cli-state-interrupted",
        });
        let done = format::duration(text, u64::try_from(self.focus_secs).unwrap_or(0));
        let planned = format::duration(text, u64::from(self.planned_secs));
        let values = [("state", state.into()), ("done", done.into()), ("planned", planned.into())];
        let words = text.with("cli-status-running", &values);
        if self.intention.is_empty() {
            return words;
        }
        text.with("list-dot", &[("first", words.into()), ("second", self.intention.as_str().into())])
    }
}

/// Names and values in two columns.
pub(super) fn table(rows: impl Iterator<Item = (String, String)>) -> String {
    let rows: Vec<(String, String)> = rows.collect();
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let lines = rows.iter().map(|(name, value)| format!("{name:width$}  {value}"));
    lines.collect::<Vec<_>>().join("\n")
}
