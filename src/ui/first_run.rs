//! First run: one question inside the empty spring; Enter starts the first five minutes.

use eframe::egui::{
    Align, Align2, FontSelection, Frame, Key, Layout, Margin, Rect, Response, RichText, TextEdit, Ui, UiBuilder, Vec2,
    vec2,
};

use super::commands::{Command, Tab};
use super::cx::Cx;
use super::outbox::Outbox;
use super::spring;
use super::widgets::{Button, muted, words};
use crate::domain::Action;
use crate::domain::goal::{GoalAction, MAX_TITLE_CHARS};
use crate::domain::settings::FIRST_SESSION_MINUTES;
use crate::domain::timer::TimerAction;

/// Widest the question and its field are, in points.
const WIDTH: f32 = 420.0;
/// Height of question, field, button and note together, in points.
const HEIGHT: f32 = 248.0;
/// Least and most radius of the spring around the question, in points; a small window shows only part of it.
const RADIUS: std::ops::RangeInclusive<f32> = 330.0..=420.0;

/// The question and what was typed so far.
#[derive(Debug, Default)]
pub struct FirstRun {
    title: String,
    has_asked: bool,
}

impl FirstRun {
    /// Shows the question; Enter or the button makes the goal and starts its first session.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let room = ui.available_rect_before_wrap();
        let radius = (room.width().min(room.height()) / 2.0 - 24.0).clamp(*RADIUS.start(), *RADIUS.end());
        spring::empty_track(&ui.painter().with_clip_rect(room), cx.theme, room.center(), radius);
        let size = vec2(WIDTH.min(room.width() - 48.0), HEIGHT.min(room.height()));
        let inside = Rect::from_center_size(room.center(), size);
        let layout = Layout::top_down(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(inside).layout(layout), |ui| self.question(ui, cx, out));
        ui.advance_cursor_after_rect(room);
    }

    fn question(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        words(ui, &cx.text.get("firstrun-question"), &cx.theme.figure, cx.theme.ink);
        ui.add_space(24.0);
        let field = self.field(ui, cx);
        ui.add_space(24.0);
        let is_named = !self.title.trim().is_empty();
        let (start, key) = (cx.text.get("firstrun-start"), cx.text.get("firstrun-key-enter"));
        let button = Button::primary(cx.theme, &start).icon(super::icons::PLAY).shortcut(&key);
        let is_clicked = ui.add(button).clicked();
        ui.add_space(16.0);
        muted(ui, cx.theme, &cx.text.get("firstrun-note"));
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if is_named && (is_clicked || is_entered) {
            let title = std::mem::take(&mut self.title).trim().to_owned();
            out.act(Action::Goal(GoalAction::Create { title }));
            let planned_secs = u32::from(FIRST_SESSION_MINUTES) * 60;
            out.act(Action::Timer(TimerAction::Start {
                planned_secs,
                intention: String::new(),
                environment: Vec::new(),
            }));
            out.run(Command::GoTo(Tab::Focus));
        } else if is_entered || is_clicked || !self.has_asked {
            field.request_focus();
        }
        self.has_asked = !is_named || !(is_clicked || is_entered);
        // Before the first goal there is no room to go to.
        if !cx.model.wishes.is_empty() && !cx.model.goals.is_empty() {
            ui.add_space(8.0);
            if ui.add(Button::link(cx.theme, &cx.text.get("firstrun-wishes"))).clicked() {
                out.run(Command::GoTo(Tab::Goal));
            }
        }
    }

    fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Response {
        let theme = cx.theme;
        let hint = RichText::new(cx.text.get("firstrun-hint")).font(theme.button.clone()).color(theme.muted);
        let frame = Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(28);
        let frame = frame.inner_margin(Margin::symmetric(24, 15));
        let edit = TextEdit::singleline(&mut self.title)
            .id_salt("first-run-title")
            .hint_text(hint)
            .font(FontSelection::FontId(theme.button.clone()))
            .text_color(theme.ink)
            .frame(frame)
            .min_size(vec2(0.0, 56.0))
            .desired_width(f32::INFINITY)
            .align(Align2::LEFT_CENTER)
            .char_limit(MAX_TITLE_CHARS);
        ui.add(edit).accessible_name(cx.text.get("firstrun-field"))
    }
}

#[cfg(test)]
mod tests;
