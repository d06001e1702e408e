//! What an outlet sends of something that happened: made here alone, of what its reader may see.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use uuid::Uuid;

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::people::shared::Shared;
use crate::domain::people::{Event, Happening, OutletKind, Parts, Span};
use crate::exchange::share::json::{self, Envelope};
use crate::exchange::share::text as forms;
use crate::ui::share_words;
use crate::ui::text::Text;

/// What leaves, before the address makes a chat message of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Of a push message; empty otherwise.
    pub title: String,
    pub body: String,
}

/// One thing to tell.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub what: What,
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Happened(Happening),
    /// Nothing: whether it arrives is tried out, with the newest session or else the day.
    Test,
}

/// Makes what is sent; `None` without a goal.
pub fn body(
    (model, derived): (&Model, &Derived),
    text: &Text,
    (kind, sees): (OutletKind, Parts),
    telling: Telling,
) -> Option<Body> {
    let span = span(model, telling.what, derived.today);
    let shared = Shared::of(model, &derived.days, span, sees, derived.today)?;
    let told = share_words::told(text, &shared);
    let marked = |words: String| match telling.what {
        What::Happened(_) => words,
        What::Test => format!("{}\n{words}", text.get("sending-said-test")),
    };
    Some(match kind {
        OutletKind::Webhook => {
            let envelope = Envelope {
                id: telling.id.to_string(),
                event: event_name(telling.what).to_owned(),
                at: telling.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            };
            Body { title: String::new(), body: json::webhook(&envelope, &shared, &told) }
        }
        OutletKind::Ntfy => {
            let push = json::push(&told);
            Body { title: push.title, body: marked(push.message) }
        }
        OutletKind::Chat => Body { title: String::new(), body: marked(forms::plain(&told)) },
    })
}

/// What a message is about.
pub fn span_of(happening: Happening) -> Span {
    match happening {
        Happening::SessionDone(session) => Span::Session(session),
        Happening::TargetMet(day) => Span::Day(day),
        Happening::Milestone(milestone) => Span::Milestone(milestone),
        Happening::Week(first) => Span::Week(first),
    }
}

fn span(model: &Model, what: What, today: NaiveDate) -> Span {
    match what {
        What::Happened(happening) => span_of(happening),
        What::Test => {
            let goal = model.goal().map(|goal| goal.id);
            let newest = model.sessions.iter().rfind(|session| Some(session.goal) == goal);
            newest.map_or(Span::Day(today), |session| Span::Session(session.id))
        }
    }
}

/// The name of an event in what leaves.
fn event_name(what: What) -> &'static str {
    match what {
        What::Test => "test",
        What::Happened(happening) => match happening.event() {
            Event::SessionDone => "session_done",
            Event::TargetMet => "target_met",
            Event::Milestone => "milestone",
            Event::Week => "week",
        },
    }
}
