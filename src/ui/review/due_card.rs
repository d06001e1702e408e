//! The card of a review that is due, and the quiet one for when none is.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::domain::goal::Goal;
use crate::domain::review::{self, Due, Period, Review, ReviewKind};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::goal::row;
use crate::ui::icons;
use crate::ui::widgets::{self, Button};

use super::home::Asked;
use super::words;

/// Shows what is due; the first has the one primary button of the page.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, due: &Due, nth: usize) -> Option<Asked> {
    let mut asked = None;
    tiles(ui, cx.theme, &format!("due {nth}"), &[1.0], |ui, _| {
        widgets::subtitle(ui, cx.theme, &words::due_title(cx, due));
        widgets::muted(ui, cx.theme, &note(cx, due));
        ui.add_space(4.0);
        let (words, name) = act_words(cx, due);
        let button = match nth {
            0 => Button::primary(cx.theme, &words),
            _ => Button::pill(cx.theme, &words),
        };
        if ui.add(button.icon(icons::CALENDAR_CHECK)).accessible_name(name).clicked() {
            asked = Some(asked_for(due));
        }
    });
    asked
}

/// Shows what can be made up for, one quiet line each; without any it is not there.
pub(super) fn late(ui: &mut Ui, cx: &Cx<'_>, late: &[Due]) -> Option<Asked> {
    if late.is_empty() {
        return None;
    }
    let mut asked = None;
    tiles(ui, cx.theme, "late reviews", &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, &cx.text.get("review-late"));
        for due in late {
            row(ui, cx, &words::title(cx.text, due.period), &cx.text.get("review-late-note"), |ui| {
                let (words, name) = act_words(cx, due);
                if ui.add(Button::small(cx.theme, &words)).accessible_name(name).clicked() {
                    asked = Some(asked_for(due));
                }
            });
        }
    });
    asked
}

/// What the button that opens it says, and its name.
fn act_words(cx: &Cx<'_>, due: &Due) -> (String, String) {
    let [words, name] = match due.draft {
        Some(_) => ["review-continue", "review-continue-of"],
        None => ["review-start", "review-start-of"],
    };
    (cx.text.get(words), cx.text.with(name, &[("review", words::title(cx.text, due.period).into())]))
}

fn asked_for(due: &Due) -> Asked {
    due.draft.map_or(Asked::Period(due.period), Asked::Review)
}

/// How long it takes, and of a late one that it keeps its own dates.
fn note(cx: &Cx<'_>, due: &Due) -> String {
    if due.late_days > 0 {
        return cx.text.with("review-due-late-note", &[("day", words::day(cx, due.day).into())]);
    }
    let plain = cx.text.get("review-due-note");
    if due.period.kind == ReviewKind::Monthly {
        return plain;
    }
    let period = words::period_name(cx.text, due.period);
    cx.text.with("list-dot", &[("first", period.into()), ("second", plain.into())])
}

/// When the next review is, and the way to look back before that.
pub(super) fn nothing_due(ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, next: Option<NaiveDate>) -> Option<Asked> {
    let mut asked = None;
    let has_any = cx.model.reviews.iter().any(|review| review.goal == goal.id);
    tiles(ui, cx.theme, "nothing due", &[1.0], |ui, _| {
        let title = if has_any { "review-none-due" } else { "review-none-yet" };
        widgets::subtitle(ui, cx.theme, &cx.text.get(title));
        if let Some(day) = next {
            let id = if has_any { "review-next-due" } else { "review-first-due" };
            widgets::muted(ui, cx.theme, &cx.text.with(id, &[("day", words::on_day(cx, day).into())]));
        }
        let week = Period::week_of(cx.today, cx.model.settings.review_weekday);
        let is_done = review::find(cx.model, goal, week).is_some_and(Review::is_done);
        let has_session = cx.derived.totals.all.sessions > 0;
        if has_session && !is_done && ui.add(Button::pill(cx.theme, &cx.text.get("review-early"))).clicked() {
            asked = Some(Asked::Period(week));
        }
    });
    asked
}
