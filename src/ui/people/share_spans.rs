//! What a message can be about: the newest session, days, weeks, months, and milestones that were reached.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::people::{Rhythm, Span, To};
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::{format, reward_words};

/// Milestones that are offered, the newest.
const MILESTONES: usize = 4;

/// All that is offered with its words, nearest first; `asked` is among them.
pub(super) fn offered(cx: &Cx<'_>, asked: Span) -> Vec<(Span, String)> {
    let text = cx.text;
    let mut spans: Vec<(Span, String)> = Vec::new();
    let newest = cx.model.goal_sessions().next_back().map(|session| Span::Session(session.id));
    let session = if matches!(asked, Span::Session(_)) { Some(asked) } else { newest };
    spans.extend(session.map(|span| (span, words(cx, span))));
    let yesterday = cx.today.pred_opt().unwrap_or(cx.today);
    let [week, month] = [first_of_week(cx.model, cx.today), first_of_month(cx.today)];
    let last_week = week.checked_sub_days(Days::new(7)).unwrap_or(week);
    let last_month = first_of_month(month.pred_opt().unwrap_or(month));
    spans.extend([
        (Span::Day(cx.today), text.get("people-share-today")),
        (Span::Day(yesterday), text.get("people-share-yesterday")),
        (Span::Week(week), text.get("people-share-this-week")),
        (Span::Week(last_week), text.get("people-share-last-week")),
        (Span::Month(month), text.get("people-share-this-month")),
        (Span::Month(last_month), text.get("people-share-last-month")),
    ]);
    let passed = cx.derived.rewards.passed.iter().rev().map(|(_, milestone)| Span::Milestone(*milestone));
    spans.extend(passed.take(MILESTONES).map(|span| (span, words(cx, span))));
    if !spans.iter().any(|(span, _)| *span == asked) {
        spans.push((asked, words(cx, asked)));
    }
    spans
}

fn words(cx: &Cx<'_>, span: Span) -> String {
    match span {
        Span::Session(id) => {
            let started = cx.model.sessions.get(id).map(|session| session.started);
            let moment = started.map(|at| format::moment(cx.text, local_time(at, (cx.offset_at)(at)), cx.today));
            cx.text.with("people-share-this-session", &[("moment", moment.unwrap_or_default().into())])
        }
        Span::Milestone(milestone) => {
            let name = reward_words::milestone_name(cx.text, cx.model, milestone);
            cx.text.with("people-share-milestone", &[("name", name.into())])
        }
        Span::Day(_) | Span::Week(_) | Span::Month(_) => super::words::span(cx, span),
    }
}

/// What a message to somebody is about while nothing else is said: what they hear of by their rhythm, else the week. What
/// has been due since an earlier day is about that one.
pub(super) fn usual(model: &Model, derived: &Derived, to: To) -> Span {
    let (rhythm, due) = match to {
        To::Partner(id) => {
            let state = derived.people.partners.iter().find(|state| state.id == id);
            (model.partners.get(id).map(|partner| partner.rhythm), state.and_then(|state| state.due))
        }
        To::Community(_) | To::Anyone => (None, None),
    };
    let day = due.map_or(derived.today, |due| due.min(derived.today));
    let newest = model.goal_sessions().next_back();
    match (rhythm, newest) {
        (Some(Rhythm::AfterSession), Some(session)) => Span::Session(session.id),
        (Some(Rhythm::Daily { .. }), _) => Span::Day(day),
        _ => Span::Week(first_of_week(model, day)),
    }
}

fn first_of_week(model: &Model, day: NaiveDate) -> NaiveDate {
    model.settings.week_start.first_day_of(day)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
