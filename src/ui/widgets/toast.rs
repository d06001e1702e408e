//! Toasts: short messages at the bottom right that go by themselves, with an act such as Undo.

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align, Align2, Area, Context, Frame, Id, Layout, Margin, Order, Role, TextWrapMode, Ui, WidgetInfo, vec2,
};

use super::banner::Tone;
use super::button::Button;
use super::icon_button::{icon, icon_button};
use super::paint::line_height;
use super::words::words;
use crate::ui::icons;
use crate::ui::text::Text;
use crate::ui::theme::Theme;

/// Seconds a toast stays; longer with an act, so that there is time to reach it.
const STAY_SECS: f64 = 6.0;
const STAY_WITH_ACT_SECS: f64 = 10.0;
/// Seconds a toast stays after the pointer left it.
const STAY_AFTER_POINTER_SECS: f64 = 3.0;
/// The most toasts at once; older ones go first.
const MOST: usize = 3;
/// Windows lower than this, in points, show only the newest: more would cover the page.
const LOW: f32 = 560.0;
const WIDTH: f32 = 400.0;
/// Height of a toast of one line, as high as the button that takes it away, and the air above and below its lines.
const ROW: f32 = 36.0;
const AIR: f32 = 16.0;
const ICON: f32 = 18.0;
const MARGIN: f32 = 24.0;

#[derive(Debug, Clone)]
struct Toast<A> {
    id: u64,
    tone: Tone,
    message: String,
    act: Option<(String, A)>,
    until_secs: f64,
}

/// The toasts on screen; `A` is what a toast's act hands back.
#[derive(Debug, Clone)]
pub struct Toasts<A> {
    shown: Vec<Toast<A>>,
    next_id: u64,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self { shown: Vec::new(), next_id: 0 }
    }
}

impl<A: Clone> Toasts<A> {
    /// Shows a message from `now_secs` on; all seconds come from one clock of the caller's.
    pub fn tell(&mut self, tone: Tone, message: impl Into<String>, now_secs: f64) {
        self.push(tone, message.into(), None, now_secs + STAY_SECS);
    }

    /// Shows a message with an act: its words, and what [`Toasts::ui`] gives back when it is clicked.
    pub fn offer(&mut self, message: impl Into<String>, label: impl Into<String>, act: A, now_secs: f64) {
        let act = Some((label.into(), act));
        self.push(Tone::Info, message.into(), act, now_secs + STAY_WITH_ACT_SECS);
    }

    /// Shows a message until a moment of the caller's clock, in seconds.
    pub fn push(&mut self, tone: Tone, message: String, act: Option<(String, A)>, until_secs: f64) {
        self.next_id += 1;
        self.shown.push(Toast { id: self.next_id, tone, message, act, until_secs });
        let surplus = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..surplus);
    }

    /// Takes all toasts away.
    pub fn clear(&mut self) {
        self.shown.clear();
    }

    /// Takes away the toasts with an act that no longer holds.
    pub fn drop_acts(&mut self, is_over: impl Fn(&A) -> bool) {
        self.shown.retain(|toast| toast.act.as_ref().is_none_or(|(_, act)| !is_over(act)));
    }

    /// When the next toast goes, for asking a repaint then; `None` when there is none.
    pub fn next_end_secs(&self) -> Option<f64> {
        self.shown.iter().map(|toast| toast.until_secs).min_by(f64::total_cmp)
    }

    /// Draws the toasts over everything; gives back the act that was clicked.
    pub fn ui(&mut self, ctx: &Context, theme: &Theme, text: &Text, now_secs: f64) -> Option<A> {
        let before = self.shown.len();
        self.shown.retain(|toast| toast.until_secs > now_secs);
        if self.shown.len() != before {
            // The area stands at the bottom by its last size: one more frame puts it right.
            ctx.request_repaint();
        }
        if self.shown.is_empty() {
            return None;
        }
        let mut taken = None;
        let mut gone = None;
        let area = Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .role(Role::Status)
            .accessible_name(text.get("widget-toasts"));
        let area = area.anchor(Align2::RIGHT_BOTTOM, vec2(-MARGIN, -MARGIN)).show(ctx, |ui| {
            let hidden = if ctx.content_rect().height() < LOW { self.shown.len() - 1 } else { 0 };
            for toast in &self.shown[hidden..] {
                match ui.push_id(toast.id, |ui| toast_ui(ui, theme, text, toast)).inner {
                    Some(Hit::Act) => (taken, gone) = (toast.act.as_ref().map(|(_, act)| act.clone()), Some(toast.id)),
                    Some(Hit::Dismiss) => gone = Some(toast.id),
                    None => {}
                }
            }
        });
        if area.response.contains_pointer() {
            for toast in &mut self.shown {
                toast.until_secs = toast.until_secs.max(now_secs + STAY_AFTER_POINTER_SECS);
            }
        }
        self.shown.retain(|toast| Some(toast.id) != gone);
        taken
    }
}

enum Hit {
    Act,
    Dismiss,
}

fn toast_ui<A>(ui: &mut Ui, theme: &Theme, text: &Text, toast: &Toast<A>) -> Option<Hit> {
    let (letter, colour) = match toast.tone {
        Tone::Info => (icons::CHECK, theme.accent_text),
        Tone::Problem => (icons::WARNING, theme.problem),
    };
    let width = WIDTH.min(ui.ctx().content_rect().width() - 2.0 * MARGIN);
    let frame = Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(12).inner_margin(Margin {
        left: 16,
        right: 8,
        top: 8,
        bottom: 8,
    });
    frame
        .show(ui, |ui| {
            let size = vec2(width - 24.0, height_of(ui, theme, toast, width - 24.0));
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let mut hit = None;
                if icon_button(ui, theme, icons::X, &text.get("widget-dismiss")).clicked() {
                    hit = Some(Hit::Dismiss);
                }
                if let Some((label, _)) = &toast.act
                    && ui.add(Button::act(theme, label)).clicked()
                {
                    hit = Some(Hit::Act);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Wrap);
                    icon(ui, letter, ICON, colour);
                    let response = words(ui, &toast.message, &theme.body, theme.ink);
                    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.message));
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
                });
                hit
            })
            .inner
        })
        .inner
}

/// The height that a toast's message needs beside its icon, its act and the button that takes it away.
fn height_of<A>(ui: &Ui, theme: &Theme, toast: &Toast<A>, width: f32) -> f32 {
    let gap = ui.spacing().item_spacing.x;
    let act = toast.act.as_ref().map_or(0.0, |(label, _)| {
        ui.painter().layout_no_wrap(label.clone(), theme.strong.clone(), theme.ink).size().x + gap
    });
    let room = width - act - ROW - ICON - 2.0 * gap;
    let lines = ui.painter().layout(toast.message.clone(), theme.body.clone(), theme.ink, room).rows.len();
    (lines as f32 * line_height(&theme.body) + AIR).max(ROW)
}
