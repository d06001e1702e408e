//! Answers, events and kinds in words.

use chrono::{DateTime, Utc};

use crate::domain::people::{AddressProblem, Answer, Event, Fate, LastTry, OutletKind, Trouble};
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::text::Text;

/// The name of a kind of outlet.
pub fn kind_id(kind: OutletKind) -> &'static str {
    match kind {
        OutletKind::Webhook => "sending-kind-webhook",
        OutletKind::Ntfy => "sending-kind-ntfy",
        OutletKind::Chat => "sending-kind-chat",
    }
}

/// What to know of a kind of outlet.
pub fn kind_note_id(kind: OutletKind) -> &'static str {
    match kind {
        OutletKind::Webhook => "sending-kind-webhook-note",
        OutletKind::Ntfy => "sending-kind-ntfy-note",
        OutletKind::Chat => "sending-kind-chat-note",
    }
}

/// The name of an event.
pub fn event_id(event: Event) -> &'static str {
    match event {
        Event::SessionDone => "sending-event-session",
        Event::TargetMet => "sending-event-target",
        Event::Milestone => "sending-event-milestone",
        Event::Week => "sending-event-week",
    }
}

/// What is wrong with an address.
pub fn address_problem(text: &Text, problem: AddressProblem) -> String {
    text.get(match problem {
        AddressProblem::Empty => "sending-address-empty",
        AddressProblem::Scheme => "sending-address-scheme",
        AddressProblem::Unprotected => "sending-address-unprotected",
        AddressProblem::Letter => "sending-address-letter",
        AddressProblem::Host => "sending-address-host",
        AddressProblem::User => "sending-address-user",
        AddressProblem::TooLong => "sending-address-long",
        AddressProblem::Token => "sending-token-wrong",
    })
}

/// What came back: "It arrived.", "No answer within 30 seconds."
pub fn answer(text: &Text, answer: Answer) -> String {
    let status = |id: &str, status: u16| text.with(id, &[("status", status.to_string().into())]);
    match answer {
        Answer::Taken(_) => text.get("sending-answer-taken"),
        Answer::Refused(300..=399) => text.get("sending-answer-moved"),
        Answer::Refused(401 | 403) => text.get("sending-answer-token"),
        Answer::Refused(404 | 410) => text.get("sending-answer-gone"),
        Answer::Refused(other) => status("sending-answer-refused", other),
        Answer::Busy(429) => text.get("sending-answer-busy"),
        Answer::Busy(other) => status("sending-answer-trouble", other),
        Answer::Trouble(trouble) => text.get(match trouble {
            Trouble::NoAddress => "sending-trouble-address",
            Trouble::Locked => "sending-trouble-locked",
            Trouble::NoKeyring => "sending-trouble-keyring",
            Trouble::Unreadable => "sending-trouble-file",
            Trouble::NoHost => "sending-trouble-host",
            Trouble::Unreached => "sending-trouble-unreached",
            Trouble::Slow => "sending-trouble-slow",
            Trouble::Cut => "sending-trouble-cut",
            Trouble::Untrusted => "sending-trouble-untrusted",
            Trouble::Other => "sending-trouble-other",
        }),
    }
}

/// How the last try ended, with its time.
pub fn last(cx: &Cx<'_>, last: &LastTry) -> String {
    let at = moment(cx, last.at);
    let why = answer(cx.text, last.answer);
    let id = match last.fate {
        Fate::Arrived => return cx.text.with("sending-last-arrived", &[("at", at.into())]),
        Fate::Waits => "sending-last-waits",
        Fate::GivenUp | Fate::CrowdedOut => "sending-last-given-up",
    };
    cx.text.with(id, &[("at", at.into()), ("why", why.into())])
}

/// "Today 10:12"
pub fn moment(cx: &Cx<'_>, at: DateTime<Utc>) -> String {
    format::moment(cx.text, local_time(at, (cx.offset_at)(at)), cx.today)
}
