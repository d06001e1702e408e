//! Check-ins: the log of what was shared, with whom, by which way, and what came back.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::words::{checked_line, checked_name, checked_words};
use super::{MAX_SUPPORT, MAX_WORDS_CHARS};
use crate::domain::effect::{Effect, Refusal, saved};
use crate::domain::model::Model;
use crate::domain::records::Record;
use crate::domain::rewards::Milestone;
use crate::domain::time::Now;

/// One time something was shared, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    pub id: Uuid,
    pub goal: Uuid,
    pub to: To,
    /// Their name as it was then; empty for anyone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub sent: DateTime<Utc>,
    pub day: NaiveDate,
    pub way: Way,
    pub span: Span,
    /// What was sent; cut at [`MAX_WORDS_CHARS`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// When the answer was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<DateTime<Utc>>,
    /// Support that was felt, 0–10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<u8>,
    /// When the answer was seen on Focus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<DateTime<Utc>>,
    pub modified: DateTime<Utc>,
}

/// With whom something was shared; they may be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum To {
    Partner(Uuid),
    Community(Uuid),
    /// Nobody in the lists: whoever it reaches.
    Anyone,
}

/// How it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Way {
    /// Told without the app: face to face, or by telephone.
    Told,
    Copied,
    Saved,
    Mail,
    Mastodon,
    Bluesky,
    X,
    LinkedIn,
    Telegram,
    WhatsApp,
    /// By the partner's or the community's own page.
    Link,
    /// By an outlet, without the user's hand.
    Automatic,
}

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Span {
    Session(Uuid),
    Day(NaiveDate),
    /// A week, by its first day.
    Week(NaiveDate),
    /// A month, by its first day.
    Month(NaiveDate),
    Milestone(Milestone),
}

/// Something that leaves now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCheckIn {
    pub to: To,
    pub way: Way,
    pub span: Span,
    pub words: String,
    pub question: String,
}

impl CheckIn {
    /// Whether the user told someone: what an outlet sent by itself is no conversation.
    pub fn is_by_hand(&self) -> bool {
        self.way != Way::Automatic
    }

    /// Whether something came back that was not seen yet.
    pub fn is_unseen(&self) -> bool {
        !self.answer.is_empty() && self.seen.is_none()
    }
}

impl Record for CheckIn {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.sent
    }
    /// That an answer was seen is no step: it stays.
    fn keep_other_changes(&mut self, _from: &Self, current: &Self) {
        if self.answer == current.answer {
            self.seen = current.seen;
        }
    }
}

/// Logs what leaves; `name` is that of an outlet, and of nobody else.
pub(super) fn log(model: &mut Model, new: NewCheckIn, outlet: Option<&str>, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let NewCheckIn { to, way, span, words, question } = new;
    let name = match to {
        To::Partner(id) => model.partners.get(id).ok_or(Refusal::Unknown("partner"))?.name.clone(),
        To::Community(id) => model.communities.get(id).ok_or(Refusal::Unknown("community"))?.name.clone(),
        To::Anyone => outlet.map(checked_name).transpose()?.unwrap_or_default(),
    };
    model.check_ins.insert(CheckIn {
        id: now.id(0),
        goal,
        to,
        name,
        sent: now.utc,
        day: now.today(model.settings.day_start_hour),
        way,
        span,
        words: words.trim().chars().take(MAX_WORDS_CHARS).collect(),
        question: checked_line(&question, "question")?,
        answer: String::new(),
        answered: None,
        support: None,
        seen: None,
        modified: now.utc,
    });
    Ok(saved())
}

/// Writes down what came back, and how much support was felt.
pub(super) fn answer(
    model: &mut Model,
    id: Uuid,
    answer: &str,
    support: Option<u8>,
    now: Now,
) -> Result<Vec<Effect>, Refusal> {
    let answer = checked_words(answer, "answer")?;
    if support.is_some_and(|support| support > MAX_SUPPORT) {
        return Err(Refusal::OutOfRange("ten"));
    }
    let old = model.check_ins.get(id).ok_or(Refusal::Unknown("check-in"))?;
    if (&old.answer, old.support) == (&answer, support) {
        return Ok(Vec::new());
    }
    model.check_ins.update(id, |check_in| {
        if check_in.answer != answer {
            check_in.answered = (!answer.is_empty()).then_some(now.utc);
            check_in.seen = None;
        }
        (check_in.answer, check_in.support, check_in.modified) = (answer, support, now.utc);
    });
    Ok(saved())
}

/// Notes that an answer was seen.
pub(super) fn see(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let check_in = model.check_ins.get(id).ok_or(Refusal::Unknown("check-in"))?;
    if !check_in.is_unseen() {
        return Ok(Vec::new());
    }
    model.check_ins.update(id, |check_in| (check_in.seen, check_in.modified) = (Some(now.utc), now.utc));
    Ok(saved())
}
