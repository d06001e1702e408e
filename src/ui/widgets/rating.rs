//! Ratings: numbered circles in a row; clicking the set one, or Backspace, clears it.

use std::ops::RangeInclusive;

use eframe::egui::{
    Key, Modifiers, PointerButton, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::{paint, radio};
use crate::ui::text::Text;
use crate::ui::theme::Theme;

/// The highest rating.
pub const RATING_MOST: u8 = 5;
/// Size of a circle and its gap where there is room, and where there is not, in points.
const SIZE: f32 = 40.0;
const GAP: f32 = 8.0;
const LEAST_SIZE: f32 = 24.0;
const LEAST_GAP: f32 = 4.0;
const KEYS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Rates something called `name` from 1 to 5, or not at all; `changed()` tells.
pub fn rating(ui: &mut Ui, theme: &Theme, text: &Text, name: &str, value: &mut Option<u8>) -> Response {
    scale(ui, theme, text, name, 1..=RATING_MOST, value)
}

/// The same on any scale, such as 0 to 10; the circles shrink to the room there is.
pub fn scale(
    ui: &mut Ui,
    theme: &Theme,
    text: &Text,
    name: &str,
    range: RangeInclusive<u8>,
    value: &mut Option<u8>,
) -> Response {
    let before = *value;
    let (least, most) = (*range.start(), *range.end());
    let count = f32::from(most.saturating_sub(least)) + 1.0;
    let (circle_size, gap) = measures(ui.available_width(), count);
    let size = vec2(count * circle_size + (count - 1.0) * gap, circle_size);
    let (rect, mut group) = ui.allocate_exact_size(size, Sense::hover());
    radio::name_group(&group, name);

    let chosen = value.map(|value| usize::from(value.saturating_sub(least)));
    for (index, number) in range.clone().enumerate() {
        let left = index as f32 * (circle_size + gap);
        let circle = Rect::from_min_size(rect.left_top() + vec2(left, 0.0), Vec2::splat(circle_size));
        let response = radio::part(ui, group.id, index, chosen, circle);
        if response.clicked() {
            // A key chooses with the arrows and then confirms: it never clears what it chose.
            let is_cleared = before == Some(number) && response.clicked_by(PointerButton::Primary);
            *value = if is_cleared { None } else { Some(number) };
        }
        if let Some(target) = radio::arrow_target(ui, group.id, index, range.clone().count()) {
            *value = Some(target as u8 + least);
        }
        if response.has_focus() {
            keys(ui, &range, value);
        }
        let is_set = *value == Some(number);
        let values = [("name", name.into()), ("value", number.into()), ("most", most.into())];
        let label = text.with("widget-rating", &values);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_set, &label));
        paint_circle(ui, theme, &response, circle, (number, is_set));
    }
    if *value != before {
        group.mark_changed();
    }
    group
}

/// Size of a circle and the gap after it, for so many in a width.
fn measures(width: f32, count: f32) -> (f32, f32) {
    let fitting = |gap: f32| ((width - (count - 1.0) * gap) / count).floor();
    let gap = if fitting(GAP) >= SIZE { GAP } else { LEAST_GAP };
    (fitting(gap).clamp(LEAST_SIZE, SIZE), gap)
}

/// Digits set the rating, Backspace and Delete clear it.
fn keys(ui: &Ui, range: &RangeInclusive<u8>, value: &mut Option<u8>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (number, key) in (0..).zip(KEYS).filter(|(number, _)| range.contains(number)) {
        if pressed(key) {
            *value = Some(number);
        }
    }
    if pressed(Key::Backspace) || pressed(Key::Delete) {
        *value = None;
    }
}

fn paint_circle(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, (number, is_set): (u8, bool)) {
    let radius = rect.height() / 2.0;
    let (fill, border, font, colour) = if is_set {
        let border = Stroke::new(1.5, theme.accent_text);
        (theme.accent_fill, border, &theme.strong, theme.accent_text)
    } else {
        (paint::quiet_fill(ui, theme, response, theme.surface), theme.border(), &theme.body, theme.ink)
    };
    ui.painter().rect(rect, radius, fill, border, StrokeKind::Inside);
    let digit = paint::line_of(ui, &number.to_string(), font.clone(), f32::INFINITY);
    paint::galley_centred(ui, &digit, rect, colour);
    paint::focus_ring(ui, theme, response, rect, radius);
    paint::hand(response.clone());
}
