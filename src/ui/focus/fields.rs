//! Fields that stand alone: one line, named for a screen reader, without a label above.

use eframe::egui::{FontSelection, Frame, Margin, Response, RichText, TextEdit, Ui, vec2};

use crate::ui::theme::Theme;

/// Room beside the words, in points.
pub(super) const PAD: f32 = 18.0;

/// A field of one line that its hint explains.
pub(super) struct Plain<'a> {
    pub name: &'a str,
    pub hint: &'a str,
    /// Most characters.
    pub limit: usize,
}

impl Plain<'_> {
    /// Shows it, as wide as there is room.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, value: &mut String) -> Response {
        let hint = RichText::new(self.hint).font(theme.body.clone()).color(theme.muted);
        let frame = Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(20);
        let frame = frame.inner_margin(Margin::symmetric(PAD as i8, 9));
        let edit = TextEdit::singleline(value)
            .id_salt(self.name)
            .hint_text(hint)
            .font(FontSelection::FontId(theme.body.clone()))
            .text_color(theme.ink)
            .frame(frame)
            .min_size(vec2(0.0, 40.0))
            .desired_width(f32::INFINITY)
            .char_limit(self.limit);
        let response = ui.add(edit).accessible_name(self.name);
        if response.has_focus() {
            let ring = response.rect.expand(1.0);
            ui.painter().rect_stroke(ring, 21.0, theme.focus_ring(), eframe::egui::StrokeKind::Outside);
        }
        response
    }
}
