//! Words in the sizes of the look: titles, headings, running and secondary text, and rows of a name and a value.

use eframe::egui::{Color32, FontId, Label, Response, RichText, Role, Sense, Sides, Ui, WidgetInfo, vec2};

use super::paint::line_height;
use crate::ui::theme::Theme;

/// Height of a row of running text, in points.
const ROW: f32 = 20.0;

/// Words in a font and a colour of the theme, wrapping; the line height follows the size.
pub fn words(ui: &mut Ui, text: &str, font: &FontId, colour: Color32) -> Response {
    let height = line_height(font);
    ui.add(Label::new(RichText::new(text).font(font.clone()).line_height(Some(height)).color(colour)))
}

/// A line of words, cut with "…" where there is no more room; the pointer shows the rest.
pub fn cut(ui: &mut Ui, text: &str, font: &FontId, colour: Color32) -> Response {
    ui.add(Label::new(RichText::new(text).font(font.clone()).color(colour)).truncate())
}

/// The title of a page: 22 semibold.
pub fn page_title(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading(ui, text, &theme.title, theme.ink)
}

/// The heading of a card or a part: 12 semibold, quiet.
pub fn section(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading(ui, text, &theme.label, theme.muted)
}

/// A heading between the two: 18 semibold, for sheets and steps.
pub fn subtitle(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading(ui, text, &theme.button, theme.ink)
}

/// Running text.
pub fn body(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    words(ui, text, &theme.body, theme.ink)
}

/// Running text that counts.
pub fn strong(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    words(ui, text, &theme.strong, theme.ink)
}

/// Secondary text.
pub fn muted(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    words(ui, text, &theme.body, theme.muted)
}

/// Small print.
pub fn small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    words(ui, text, &theme.small, theme.muted)
}

/// A name on the left, its value on the right in semibold.
pub fn value_row(ui: &mut Ui, theme: &Theme, name: &str, value: &str) {
    let left = |ui: &mut Ui| words(ui, name, &theme.body, theme.ink);
    Sides::new().height(ROW).shrink_left().show(ui, left, |ui| words(ui, value, &theme.strong, theme.ink));
}

/// What counts on the left in semibold, a quiet remark on the right.
pub fn remark_row(ui: &mut Ui, theme: &Theme, what: &str, remark: &str) {
    let left = |ui: &mut Ui| words(ui, what, &theme.strong, theme.ink);
    Sides::new().height(ROW).shrink_left().show(ui, left, |ui| words(ui, remark, &theme.body, theme.muted));
}

/// The inside of a figure card: a quiet name, a large figure, a quiet note.
pub fn figure(ui: &mut Ui, theme: &Theme, name: &str, value: &str, note: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        words(ui, name, &theme.body, theme.muted);
        words(ui, value, &theme.figure, theme.ink);
        words(ui, note, &theme.body, theme.muted);
    });
}

/// A line of one point across.
pub fn divider(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.border());
}

fn heading(ui: &mut Ui, text: &str, font: &FontId, colour: Color32) -> Response {
    let response = words(ui, text, font, colour);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    response
}
