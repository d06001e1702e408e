//! Date, start and length of a session as three fields, and the instant they stand for.

use chrono::{DateTime, Utc};
use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::session::{MAX_SESSION_SECS, Session};
use crate::domain::time::{local_time, offset_from_secs, resolve_local};
use crate::ui::cx::Cx;
use crate::ui::dates::{parse_date, parse_time, typed_date};
use crate::ui::format;
use crate::ui::widgets::{self, Stepper, TextField};

/// Longest length that can be typed, in minutes.
const MOST_MINUTES: u16 = (MAX_SESSION_SECS / 60) as u16;

/// Height of a field, in points.
const FIELD: f32 = 40.0;

/// The fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    pub date: String,
    pub time: String,
    pub minutes: u16,
}

/// What the fields stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub started: DateTime<Utc>,
    pub offset_secs: i32,
    pub focus_secs: i64,
}

/// Which field cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    Date,
    Time,
}

impl When {
    /// Fields of a session that ended about now.
    pub fn just_ended(cx: &Cx, minutes: u16) -> Self {
        let at = cx.now.utc - chrono::Duration::minutes(i64::from(minutes));
        Self::of(at, cx.now.offset_secs(), minutes)
    }

    /// The fields of a session.
    pub fn of_session(session: &Session) -> Self {
        let minutes = (session.focus_secs() + 30) / 60;
        Self::of(session.started, session.offset_secs, minutes.clamp(1, i64::from(MOST_MINUTES)) as u16)
    }

    fn of(at: DateTime<Utc>, offset_secs: i32, minutes: u16) -> Self {
        let local = local_time(at, offset_from_secs(offset_secs));
        Self { date: typed_date(local.date()), time: format::clock(local.time()), minutes }
    }

    /// The instant and length; the clocks of the zone on that day decide.
    ///
    /// # Errors
    /// Names the field that cannot be read.
    pub fn times(&self, cx: &Cx) -> Result<Times, Unread> {
        let date = parse_date(cx.text, &self.date, cx.today).ok_or(Unread::Date)?;
        let time = parse_time(&self.time).ok_or(Unread::Time)?;
        let (started, offset) = resolve_local(date.and_time(time), cx.offset_at);
        Ok(Times { started, offset_secs: offset.local_minus_utc(), focus_secs: i64::from(self.minutes) * 60 })
    }

    /// The instant and length for a session that has them already: what was not touched stays to the second.
    ///
    /// # Errors
    /// Names the field that cannot be read.
    pub fn times_from(&self, cx: &Cx, session: &Session) -> Result<Times, Unread> {
        let before = Self::of_session(session);
        let mut times = self.times(cx)?;
        if (&self.date, &self.time) == (&before.date, &before.time) {
            (times.started, times.offset_secs) = (session.started, session.offset_secs);
        }
        if self.minutes == before.minutes {
            times.focus_secs = session.focus_secs();
        }
        Ok(times)
    }

    /// Shows the fields; true when one was changed.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx) -> bool {
        let read = self.times(cx).err();
        let date = parse_date(cx.text, &self.date, cx.today);
        let day = date.map(|date| format::day(cx.text, date, cx.today)).unwrap_or_default();
        let (wrong_date, wrong_time) = (cx.text.get("progress-wrong-date"), cx.text.get("progress-wrong-time"));
        let mut changed = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.vertical(|ui| {
                ui.set_width(140.0);
                let label = cx.text.get("progress-date");
                let field = TextField::new(cx.theme, &label).note(&day).limit(30);
                let problem = (read == Some(Unread::Date)).then_some(wrong_date.as_str());
                changed |= field.problem(problem).show(ui, &mut self.date).changed();
            });
            ui.vertical(|ui| {
                ui.set_width(88.0);
                let label = cx.text.get("progress-start");
                let problem = (read == Some(Unread::Time)).then_some(wrong_time.as_str());
                let field = TextField::new(cx.theme, &label).limit(8).problem(problem);
                changed |= field.show(ui, &mut self.time).changed();
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let name = cx.text.get("progress-minutes");
                widgets::words(ui, &name, &cx.theme.label, cx.theme.muted);
                let stepper = Stepper::new(cx.theme, cx.text, &name, 1..=MOST_MINUTES);
                // As high as the fields beside it.
                let room = Layout::left_to_right(Align::Center);
                let row = ui.allocate_ui_with_layout(vec2(0.0, FIELD), room, |ui| {
                    ui.set_min_height(FIELD);
                    stepper.show(ui, &mut self.minutes)
                });
                changed |= row.inner.changed();
            });
        });
        changed
    }
}
