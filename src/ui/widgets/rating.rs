//! A rating from 1 to 5: five numbered circles; clicking the set one, or Backspace, clears it.

use eframe::egui::{Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::{paint, radio};
use crate::ui::text::Text;
use crate::ui::theme::Theme;

/// The highest rating.
pub const RATING_MOST: u8 = 5;
const SIZE: f32 = 40.0;
const GAP: f32 = 8.0;
const KEYS: [Key; RATING_MOST as usize] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

/// Rates something called `name` from 1 to 5, or not at all; `changed()` tells.
pub fn rating(ui: &mut Ui, theme: &Theme, text: &Text, name: &str, value: &mut Option<u8>) -> Response {
    let before = *value;
    let count = f32::from(RATING_MOST);
    let size = vec2(count * SIZE + (count - 1.0) * GAP, SIZE);
    let (rect, mut group) = ui.allocate_exact_size(size, Sense::hover());
    radio::name_group(&group, name);

    let chosen = value.map(|value| usize::from(value).saturating_sub(1));
    for (index, number) in (1..=RATING_MOST).enumerate() {
        let left = rect.left() + index as f32 * (SIZE + GAP);
        let circle = Rect::from_min_size(rect.left_top() + vec2(left - rect.left(), 0.0), Vec2::splat(SIZE));
        let response = radio::part(ui, group.id, index, chosen, circle);
        if response.clicked() {
            *value = if before == Some(number) { None } else { Some(number) };
        }
        if let Some(target) = radio::arrow_target(ui, group.id, index, KEYS.len()) {
            *value = Some(target as u8 + 1);
        }
        if response.has_focus() {
            keys(ui, value);
        }
        let is_set = *value == Some(number);
        let values = [("name", name.into()), ("value", number.into()), ("most", RATING_MOST.into())];
        let label = text.with("widget-rating", &values);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_set, &label));
        paint_circle(ui, theme, &response, circle, (number, is_set));
    }
    if *value != before {
        group.mark_changed();
    }
    group
}

/// Digits set the rating, Backspace and Delete clear it.
fn keys(ui: &Ui, value: &mut Option<u8>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (number, key) in (1..).zip(KEYS) {
        if pressed(key) {
            *value = Some(number);
        }
    }
    if pressed(Key::Backspace) || pressed(Key::Delete) {
        *value = None;
    }
}

fn paint_circle(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, (number, is_set): (u8, bool)) {
    let (fill, border, font, colour) = if is_set {
        let border = Stroke::new(1.5, theme.accent_text);
        (theme.accent_fill, border, &theme.strong, theme.accent_text)
    } else {
        (paint::quiet_fill(ui, theme, response, theme.surface), theme.border(), &theme.body, theme.ink)
    };
    ui.painter().rect(rect, SIZE / 2.0, fill, border, StrokeKind::Inside);
    let digit = paint::line_of(ui, &number.to_string(), font.clone(), f32::INFINITY);
    paint::galley_centred(ui, &digit, rect, colour);
    paint::focus_ring(ui, theme, response, rect, SIZE / 2.0);
    paint::hand(response.clone());
}
