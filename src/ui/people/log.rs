//! The card of check-ins: each with whom and when, and what came back; and the support that was felt.

use chrono::Datelike;
use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::people::{CheckIn, MAX_SUPPORT, SupportWeek};
use crate::domain::time::local_time;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::goal::{FEW, more_link, row, rows, section_card};
use crate::ui::widgets::{self, Button};

use super::answer::AnswerSheet;
use super::tab::{Lists, Over};
use super::words;

/// Weeks of felt support that are told.
const WEEKS: usize = 4;
/// Height of a week's row, and width of its name beside the bar, in points.
const WEEK: f32 = 24.0;
const NAME: f32 = 104.0;

/// Shows the card; gives back what is to be opened.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, lists: &mut Lists) -> Option<Over> {
    let mut asked = None;
    section_card(ui, cx, "check-ins", &cx.text.get("people-log"), |ui| {
        // Without a goal those of all goals can still be read.
        let goal = cx.model.goal().map(|goal| goal.id);
        let is_own = |one: &&CheckIn| goal.is_none_or(|goal| one.goal == goal);
        let own: Vec<&CheckIn> = cx.model.check_ins.iter().rev().filter(is_own).collect();
        if own.is_empty() {
            widgets::strong(ui, cx.theme, &cx.text.get("people-log-none"));
            widgets::muted(ui, cx.theme, &cx.text.get("people-log-none-note"));
            return;
        }
        rows(ui, "check-ins", lists.log, own.len(), |ui, nth| {
            if line(ui, cx, own[nth]) {
                asked = Some(Over::Answer(AnswerSheet::of(own[nth])));
            }
        });
        more_link(ui, cx, &mut lists.log, [FEW, own.len()]);
        support(ui, cx);
    });
    asked
}

fn line(ui: &mut Ui, cx: &Cx<'_>, check_in: &CheckIn) -> bool {
    let name = words::name(cx, check_in);
    let values = [("name", name.as_str().into()), ("way", cx.text.get(words::way_id(check_in.way)).into())];
    let line = cx.text.with("people-log-line", &values);
    let at = local_time(check_in.sent, (cx.offset_at)(check_in.sent));
    let moment = format::moment(cx.text, at, cx.today);
    let values = [("moment", moment.as_str().into()), ("what", words::span(cx, check_in.span).into())];
    let mut remark = cx.text.with("people-log-remark", &values);
    // What came back is worth more than what it was about; a line is cut where it has no more room.
    if let Some(answer) = check_in.answer.lines().find(|line| !line.trim().is_empty()) {
        let answer = cx.text.with("people-log-answered", &[("answer", answer.trim().into())]);
        remark = cx.text.with("list-dot", &[("first", moment.as_str().into()), ("second", answer.into())]);
    }
    row(ui, cx, &line, &remark, |ui| {
        let named = cx.text.with("people-log-open-named", &[("name", name.into()), ("moment", moment.into())]);
        let button = ui.add(Button::small(cx.theme, &cx.text.get("people-log-open")));
        button.accessible_name(named).clicked()
    })
}

fn support(ui: &mut Ui, cx: &Cx<'_>) {
    let weeks = &cx.derived.people.support;
    if weeks.is_empty() {
        return;
    }
    ui.add_space(8.0);
    widgets::section(ui, cx.theme, &cx.text.get("people-log-support"));
    let shown = || weeks.iter().rev().take(WEEKS);
    let wide = |week: &SupportWeek| {
        ui.painter().layout_no_wrap(mean_words(cx, week), cx.theme.small.clone(), cx.theme.ink).size().x.ceil()
    };
    let widest = shown().map(wide).fold(0.0, f32::max);
    for week in shown() {
        week_ui(ui, cx, week, widest);
    }
}

/// "8 of 10", and of how many answers.
fn mean_words(cx: &Cx<'_>, week: &SupportWeek) -> String {
    let values = [("mean", format::decimal(week.mean, 1).into()), ("n", week.answers.into())];
    cx.text.with("people-log-support-mean", &values)
}

/// A week, its bar, and the mean it is drawn of in a width that all weeks have in common.
fn week_ui(ui: &mut Ui, cx: &Cx<'_>, week: &SupportWeek, widest: f32) {
    let values = [
        ("day", week.first.day().to_string().into()),
        ("month", format::month_short(cx.text, week.first.month()).into()),
    ];
    let date = cx.text.with("date-day-month", &values);
    let name = cx.text.with("people-log-support-week", &[("date", date.into())]);
    let mean = mean_words(cx, week);
    let size = vec2(ui.available_width(), WEEK);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let words = |ui: &mut Ui, width: f32, words: &str| {
            ui.allocate_ui_with_layout(vec2(width, WEEK), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                widgets::small(ui, cx.theme, words);
            });
        };
        words(ui, NAME, &name);
        let bar = vec2((ui.available_width() - widest - 8.0).max(0.0), WEEK);
        ui.allocate_ui_with_layout(bar, Layout::left_to_right(Align::Center), |ui| {
            let share = (week.mean / f64::from(MAX_SUPPORT)) as f32;
            widgets::progress_bar(ui, cx.theme, &name, share, cx.theme.stage[0]);
        });
        words(ui, widest, &mean);
    });
}
