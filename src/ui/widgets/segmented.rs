//! One of a few, side by side in one frame: "7 days | 30 days | Month".

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::focus::shows_focus;
use super::{paint, radio};
use crate::ui::theme::Theme;

const HEIGHT: f32 = 36.0;
const PAD: f32 = 15.0;
const RADIUS: u8 = 12;

/// Chooses one of `options`; `name` says of what. `changed()` tells.
pub fn segmented<T: PartialEq + Copy, S: AsRef<str>>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    value: &mut T,
    options: &[(T, S)],
) -> Response {
    let before = *value;
    let widths: Vec<f32> = options.iter().map(|(_, text)| part_width(ui, theme, text.as_ref())).collect();
    let size = vec2(widths.iter().sum(), HEIGHT);
    let (rect, mut group) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect(rect, RADIUS, theme.surface, theme.border(), StrokeKind::Inside);
    radio::name_group(&group, name);

    let chosen = options.iter().position(|(option, _)| *option == *value);
    let mut left = rect.left();
    for (index, ((option, text), width)) in options.iter().zip(&widths).enumerate() {
        let part = Rect::from_min_size(rect.left_top() + vec2(left - rect.left(), 0.0), vec2(*width, HEIGHT));
        left += width;
        let response = radio::part(ui, group.id, index, chosen, part);
        if response.clicked() {
            *value = *option;
        }
        if let Some(target) = radio::arrow_target(ui, group.id, index, options.len()) {
            *value = options[target].0;
        }
        let is_set = *option == *value;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_set, text.as_ref()));
        paint_part(ui, theme, &response, part, corners(index, options.len()), (text.as_ref(), is_set));
    }
    if *value != before {
        group.mark_changed();
    }
    group
}

fn part_width(ui: &Ui, theme: &Theme, text: &str) -> f32 {
    // The semibold width, so that choosing a part moves none of them.
    paint::line_of(ui, text, theme.strong.clone(), f32::INFINITY).size().x.ceil() + 2.0 * PAD
}

fn corners(index: usize, len: usize) -> CornerRadius {
    let (first, last) = (index == 0, index + 1 == len);
    let inner = RADIUS - 1;
    CornerRadius {
        nw: if first { inner } else { 0 },
        sw: if first { inner } else { 0 },
        ne: if last { inner } else { 0 },
        se: if last { inner } else { 0 },
    }
}

fn paint_part(
    ui: &Ui,
    theme: &Theme,
    response: &Response,
    rect: Rect,
    corners: CornerRadius,
    (text, is_set): (&str, bool),
) {
    let inside = rect.shrink2(vec2(0.0, 1.0));
    let inside = Rect::from_min_max(
        inside.min + vec2(if corners.nw > 0 { 1.0 } else { 0.0 }, 0.0),
        inside.max - vec2(if corners.ne > 0 { 1.0 } else { 0.0 }, 0.0),
    );
    let fill = if is_set { theme.accent_fill } else { paint::quiet_fill(ui, theme, response, theme.surface) };
    ui.painter().rect_filled(inside, corners, fill);
    let (font, colour) = if is_set { (&theme.strong, theme.accent_text) } else { (&theme.body, theme.muted) };
    let words = paint::line_of(ui, text, font.clone(), f32::INFINITY);
    paint::galley_centred(ui, &words, rect, colour);
    if shows_focus(response) {
        ui.painter().rect_stroke(inside.shrink(2.0), RADIUS / 2, theme.focus_ring(), StrokeKind::Inside);
    }
    paint::hand(response.clone());
}
