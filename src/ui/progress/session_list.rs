//! All sessions, newest first, grouped by day; only those in sight are built.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{Align, Align2, Layout, Rect, Ui, pos2, vec2};
use uuid::Uuid;

use crate::domain::measure::Count;
use crate::domain::session::Session;
use crate::domain::{Model, Records};
use crate::ui::charts::tiles;
use crate::ui::cx::Cx;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::range::Period;
use super::session_row::{self, ROW};

/// Height of the line that names a day, in points.
const DAY: f32 = 40.0;
/// How far beyond what is in sight rows are built, so that the Tab key finds the next one, in points.
const BEYOND: f32 = 3.0 * ROW;

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Line {
    Day { day: NaiveDate, secs: i64, sessions: u32 },
    Session(Arc<Session>),
}

/// The lines with their places, kept until the records or the chosen days change.
#[derive(Clone, Debug, Default)]
struct Kept {
    sessions: Records<Session>,
    counts: Records<Count>,
    goal: Option<Uuid>,
    only: Option<Period>,
    lines: Vec<Line>,
    /// The top of each line, and the bottom of the last.
    tops: Vec<f32>,
    counted: HashMap<Uuid, f64>,
}

/// The list with the days it is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct SessionList {
    pub only: Option<Period>,
    kept: Kept,
}

/// What was asked for in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Add,
    Open(Uuid),
}

/// The lines of some sessions in order of time, newest first, each day under its name.
pub fn lines<'a>(sessions: impl DoubleEndedIterator<Item = &'a Arc<Session>>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut head = None;
    for session in sessions.rev() {
        let is_same_day =
            head.is_some_and(|nth: usize| matches!(&lines[nth], Line::Day { day, .. } if *day == session.day));
        if !is_same_day {
            head = Some(lines.len());
            lines.push(Line::Day { day: session.day, secs: 0, sessions: 0 });
        }
        if let Some(Line::Day { secs, sessions, .. }) = head.and_then(|nth| lines.get_mut(nth)) {
            *secs += session.focus_secs();
            *sessions += 1;
        }
        lines.push(Line::Session(Arc::clone(session)));
    }
    lines
}

impl Kept {
    fn is_fresh(&self, model: &Model, only: Option<Period>) -> bool {
        self.sessions.is_same(&model.sessions)
            && self.counts.is_same(&model.counts)
            && self.goal == model.goal().map(|goal| goal.id)
            && self.only == only
    }

    fn of(model: &Model, only: Option<Period>) -> Self {
        let goal = model.goal().map(|goal| goal.id);
        let is_shown =
            |session: &&Arc<Session>| Some(session.goal) == goal && only.is_none_or(|days| days.holds(session.day));
        let lines = lines(model.sessions.shared().filter(is_shown));
        let mut tops = vec![0.0];
        let mut bottom = 0.0;
        for line in &lines {
            bottom += match line {
                Line::Day { .. } => DAY,
                Line::Session(_) => ROW,
            };
            tops.push(bottom);
        }
        let mut counted = HashMap::new();
        for count in model.counts.iter() {
            if let Some(session) = count.session {
                *counted.entry(session).or_insert(0.0) += count.amount;
            }
        }
        let (sessions, counts) = (model.sessions.clone(), model.counts.clone());
        Self { sessions, counts, goal, only, lines, tops, counted }
    }
}

impl SessionList {
    /// Shows the list in its card.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx) -> Option<Asked> {
        if !self.kept.is_fresh(cx.model, self.only) {
            self.kept = Kept::of(cx.model, self.only);
        }
        let mut asked = None;
        tiles(ui, cx.theme, "sessions", &[1.0], |ui, _| {
            if self.head(ui, cx) {
                asked = Some(Asked::Add);
            }
            ui.add_space(4.0);
            if self.kept.lines.is_empty() {
                widgets::muted(ui, cx.theme, &cx.text.get("progress-no-session-that-day"));
            } else if let Some(id) = self.rows(ui, cx) {
                asked = Some(Asked::Open(id));
            }
        });
        asked
    }

    /// The card's name, the chosen days, and the button to add; true when that was clicked.
    fn head(&mut self, ui: &mut Ui, cx: &Cx) -> bool {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), Layout::right_to_left(Align::Center), |ui| {
            let add = cx.text.get("progress-add-past");
            let clicked = ui.add(Button::small(cx.theme, &add).icon(icons::PLUS)).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                widgets::section(ui, cx.theme, &cx.text.get("progress-sessions"));
                let Some(days) = self.only else { return };
                let mut is_on = true;
                let words = days.words(cx.text, cx.today);
                ui.add_space(8.0);
                if widgets::chip(ui, cx.theme, &mut is_on, &words).changed() {
                    self.only = None;
                }
            });
            clicked
        })
        .inner
    }

    /// The rows in sight; gives back the session that was clicked.
    fn rows(&self, ui: &mut Ui, cx: &Cx) -> Option<Uuid> {
        let kept = &self.kept;
        let height = kept.tops.last().copied().unwrap_or(0.0);
        let (_, place) = ui.allocate_space(vec2(ui.available_width(), height));
        let sight = ui.clip_rect();
        let (from, to) = (sight.top() - place.top() - BEYOND, sight.bottom() - place.top() + BEYOND);
        let first = kept.tops.partition_point(|top| *top < from).saturating_sub(1);
        let mut clicked = None;
        for (line, tops) in kept.lines.iter().zip(kept.tops.windows(2)).skip(first) {
            if tops[0] > to {
                break;
            }
            let corner = pos2(place.left(), place.top() + tops[0]);
            let rect = Rect::from_min_size(corner, vec2(place.width(), tops[1] - tops[0]));
            match line {
                Line::Day { day, secs, sessions } => day_line(ui, cx, rect, *day, *secs, *sessions),
                Line::Session(session) => {
                    let counted = kept.counted.get(&session.id).copied();
                    let response = session_row::ui(ui, cx, rect, session, counted);
                    if response.gained_focus() {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(session.id);
                    }
                }
            }
        }
        clicked
    }
}

fn day_line(ui: &mut Ui, cx: &Cx, rect: Rect, day: NaiveDate, secs: i64, sessions: u32) {
    let theme = cx.theme;
    let name = format::day(cx.text, day, cx.today);
    let y = rect.bottom() - 14.0;
    let left = pos2(rect.left() + 8.0, y);
    let drawn = ui.painter().text(left, Align2::LEFT_CENTER, &name, theme.label.clone(), theme.ink);
    let length = format::duration(cx.text, secs.unsigned_abs());
    let words = match sessions {
        1 => String::new(),
        _ => cx.text.with("progress-day-sum", &[("length", length.into()), ("sessions", sessions.into())]),
    };
    let right = pos2(rect.right() - 8.0, y);
    let drawn_right = ui.painter().text(right, Align2::RIGHT_CENTER, &words, theme.small.clone(), theme.muted);
    let line = (drawn.right() + 12.0)..=(drawn_right.left() - if words.is_empty() { 0.0 } else { 12.0 });
    if line.start() < line.end() {
        ui.painter().hline(*line.start()..=*line.end(), y, theme.border());
    }
}
