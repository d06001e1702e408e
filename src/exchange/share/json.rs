//! What is shared as JSON: the payload of a webhook (docs/webhook.md), and the bodies of push and chat services.

use serde::Serialize;

use super::{Told, text};
use crate::domain::people::shared::{About, Bars, Reached, Shared, Unit};
use crate::domain::people::{host, server};

/// Version of the payload; it grows when a reader would have to change.
pub const VERSION: u32 = 1;
/// Longest text of a chat message, in characters: what Discord takes.
const MOST_CHAT_CHARS: usize = 2_000;
/// Longest text of a push message, in bytes: what ntfy shows as text.
const MOST_PUSH_BYTES: usize = 4_096;

/// What goes with a message: its id, what happened and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The same for the same happening, so that a receiver can drop doubles.
    pub id: String,
    /// `session_done`, `target_met`, `milestone`, `week` or `test`.
    pub event: String,
    /// RFC 3339, in UTC: "2026-11-27T10:12:00Z".
    pub at: String,
}

/// A push message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Push {
    pub title: String,
    pub message: String,
}

#[derive(Serialize)]
struct Payload<'a> {
    version: u32,
    id: &'a str,
    event: &'a str,
    at: &'a str,
    goal: &'a str,
    period: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<Minutes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    days: Option<DaysDone>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<Counts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chart: Option<Chart>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    done: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    proofs: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    energy: Option<Energy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct Period {
    kind: &'static str,
    from: String,
    to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    milestone: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

#[derive(Serialize)]
struct Minutes {
    done: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    planned: Option<u32>,
    sessions: u32,
}

#[derive(Serialize)]
struct DaysDone {
    done: u32,
    planned: u32,
    missed: u32,
}

#[derive(Serialize)]
struct Counts<'a> {
    unit: &'a str,
    amount: f64,
    so_far: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<f64>,
}

#[derive(Serialize)]
struct Chart {
    /// "minutes", or "share" of the highest day.
    unit: &'static str,
    days: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    day: String,
    value: u32,
    target: u32,
    state: &'static str,
}

#[derive(Serialize)]
struct Energy {
    #[serde(skip_serializing_if = "Option::is_none")]
    after_session: Option<Rating>,
    #[serde(skip_serializing_if = "Option::is_none")]
    motivation_before: Option<Rating>,
    #[serde(skip_serializing_if = "Option::is_none")]
    motivation_after: Option<Rating>,
}

#[derive(Serialize)]
struct Rating {
    mean: f64,
    n: u32,
}

/// The payload of a webhook; `told` are the words of `shared`.
pub fn webhook(envelope: &Envelope, shared: &Shared, told: &Told) -> String {
    let words = text::plain(told);
    let payload = Payload {
        version: VERSION,
        id: &envelope.id,
        event: &envelope.event,
        at: &envelope.at,
        goal: &shared.goal,
        period: Period::of(shared),
        minutes: shared.minutes.map(|minutes| Minutes {
            done: minutes.done_secs / 60,
            planned: minutes.planned,
            sessions: minutes.sessions,
        }),
        days: shared.days.map(|days| DaysDone { done: days.done, planned: days.of, missed: days.missed() }),
        counts: shared.counts.as_ref().map(|counts| Counts {
            unit: &counts.unit,
            amount: counts.amount,
            so_far: counts.so_far,
            total: counts.total,
        }),
        chart: shared.chart.as_ref().map(chart),
        done: &shared.done,
        notes: &shared.notes,
        proofs: &shared.proofs,
        energy: shared.energy.map(|felt| Energy {
            after_session: rating(felt.energy),
            motivation_before: rating(felt.before),
            motivation_after: rating(felt.after),
        }),
        identity: shared.identity.as_deref(),
        promise: told.promise.as_ref().map(|line| line.words.as_str()),
        text: &words,
    };
    written(&payload)
}

/// The title and the text of a push message (ntfy).
pub fn push(told: &Told) -> Push {
    let fits = |words: &str| words.len() <= MOST_PUSH_BYTES;
    let mut body = told.clone();
    body.goal.clone_from(&told.period);
    body.period.clear();
    Push { title: text::one_line(&told.goal), message: text::post(&body, &fits) }
}

/// The body of a message for a chat's incoming webhook: Slack, Mattermost and their like read `text`, Discord reads
/// `content` and is told to wake nobody up.
pub fn chat(address: &str, words: &str) -> String {
    let host = host_of(address);
    let is = |name: &str| host == name || host.ends_with(&format!(".{name}"));
    let words = text::clean(words);
    if is("discord.com") || is("discordapp.com") {
        return written(&Discord { content: &cut(&words), allowed_mentions: NoMentions { parse: [] } });
    }
    let words =
        if is("slack.com") { words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;") } else { words };
    written(&ChatText { text: &words })
}

#[derive(Serialize)]
struct Discord<'a> {
    content: &'a str,
    allowed_mentions: NoMentions,
}

#[derive(Serialize)]
struct NoMentions {
    parse: [&'static str; 0],
}

#[derive(Serialize)]
struct ChatText<'a> {
    text: &'a str,
}

/// Nothing in a payload can fail to be written: its keys are names and its numbers are finite.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn host_of(address: &str) -> String {
    let server = server(address);
    host(server.rsplit('@').next().unwrap_or(server)).to_ascii_lowercase()
}

fn cut(words: &str) -> String {
    if words.chars().count() <= MOST_CHAT_CHARS {
        return words.to_owned();
    }
    words.chars().take(MOST_CHAT_CHARS - 1).chain(['…']).collect()
}

impl Period {
    fn of(shared: &Shared) -> Self {
        let plain = |kind| (kind, None, None, None);
        let (kind, milestone, amount, name) = match &shared.about {
            About::Session => plain("session"),
            About::Day => plain("day"),
            About::Week => plain("week"),
            About::Month => plain("month"),
            About::Milestone(reached) => {
                let (milestone, amount, name) = match reached {
                    Reached::Hidden => (None, None, None),
                    Reached::FirstSession => (Some("first_session"), None, None),
                    Reached::Hours(hours) => (Some("hours"), Some(*hours), None),
                    Reached::Sessions(sessions) => (Some("sessions"), Some(*sessions), None),
                    Reached::Days(days) => (Some("days"), Some(*days), None),
                    Reached::Counts(amount, unit) => (Some("counts"), Some(*amount), Some(unit.clone())),
                    Reached::Own(name) => (Some("own"), None, Some(name.clone())),
                };
                ("milestone", milestone, amount, name)
            }
        };
        Self { kind, from: shared.from.to_string(), to: shared.until.to_string(), milestone, amount, name }
    }
}

fn chart(bars: &Bars) -> Chart {
    use crate::domain::people::shared::BarDay;
    let state = |kind| match kind {
        BarDay::Done => "done",
        BarDay::Free => "free",
        BarDay::Open => "open",
    };
    Chart {
        unit: match bars.unit {
            Unit::Minutes => "minutes",
            Unit::Share => "share",
        },
        days: bars
            .days
            .iter()
            .map(|bar| Bar { day: bar.day.to_string(), value: bar.height, target: bar.target, state: state(bar.kind) })
            .collect(),
    }
}

fn rating(rated: crate::domain::insight::review_figures::Rated) -> Option<Rating> {
    (rated.n > 0).then(|| Rating { mean: (rated.mean * 100.0).round() / 100.0, n: rated.n })
}
