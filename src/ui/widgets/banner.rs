//! Messages inside a page: something to know, or a problem and what to do about it.

use eframe::egui::{Align, Color32, Frame, Layout, Margin, Role, Ui, WidgetInfo};

use super::button::Button;
use super::icon_button::icon;
use super::words::words;
use crate::ui::icons;
use crate::ui::theme::Theme;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something went wrong.
    Problem,
}

impl Tone {
    /// The icon, its colour, and the fill behind.
    pub(super) fn look(self, theme: &Theme) -> (&'static str, Color32, Color32) {
        match self {
            Self::Info => (icons::INFO, theme.accent_text, theme.accent_fill),
            Self::Problem => (icons::WARNING, theme.problem, theme.problem_fill),
        }
    }
}

/// Shows a message across the page, with what can be done about it; gives back the position of the act that was clicked.
pub fn banner(ui: &mut Ui, theme: &Theme, tone: Tone, message: &str, acts: &[String]) -> Option<usize> {
    let (letter, colour, fill) = tone.look(theme);
    let frame = Frame::new().fill(fill).corner_radius(12).inner_margin(Margin::symmetric(16, 12));
    frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.with_layout(Layout::left_to_right(Align::TOP).with_main_wrap(false), |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                icon(ui, letter, 20.0, colour);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 4.0;
                    let response = words(ui, message, &theme.body, theme.ink);
                    let role = if tone == Tone::Problem { Role::Alert } else { Role::Status };
                    response.widget_info(|| WidgetInfo::labeled(role, true, message));
                    acts_ui(ui, theme, acts)
                })
                .inner
            })
            .inner
        })
        .inner
}

fn acts_ui(ui: &mut Ui, theme: &Theme, acts: &[String]) -> Option<usize> {
    let mut clicked = None;
    if !acts.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (index, act) in acts.iter().enumerate() {
                if ui.add(Button::link(theme, act)).clicked() {
                    clicked = Some(index);
                }
            }
        });
    }
    clicked
}
