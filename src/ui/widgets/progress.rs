//! A rounded bar of how far something is.

use eframe::egui::{Color32, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::theme::Theme;

const HEIGHT: f32 = 8.0;

/// How far something called `name` is, 0 to 1, in a colour of the theme; as wide as there is room.
pub fn progress_bar(ui: &mut Ui, theme: &Theme, name: &str, share: f32, colour: Color32) -> Response {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from((share * 100.0).round()));
        info
    });
    let painter = ui.painter();
    painter.rect_filled(rect, HEIGHT / 2.0, theme.track);
    if share > 0.0 {
        let mut done = rect;
        done.set_width((rect.width() * share).max(HEIGHT));
        painter.rect_filled(done, HEIGHT / 2.0, colour);
    }
    response
}
