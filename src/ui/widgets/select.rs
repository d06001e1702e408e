//! One of many, in a list that drops down.

use eframe::egui::{Align, Align2, ComboBox, CornerRadius, Response, Ui};

use super::words::words;
use crate::ui::icons;
use crate::ui::theme::{Theme, icon_font};

/// Width of the closed list, in points, where there is room.
const WIDTH: f32 = 200.0;

/// Chooses one of `options` under a label; `changed()` tells. An empty label shows none: then name it yourself.
pub fn select<T: PartialEq + Copy, S: AsRef<str>>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    value: &mut T,
    options: &[(T, S)],
) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let above = words(ui, label, &theme.label, theme.muted);
        bare_select(ui, theme, label, value, options).labelled_by(above.id)
    })
    .inner
}

/// [`select`] without the label above, for a row that already says it; `name` is what a screen reader says.
pub fn bare_select<T: PartialEq + Copy, S: AsRef<str>>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    value: &mut T,
    options: &[(T, S)],
) -> Response {
    let before = *value;
    let shown = options.iter().find(|(option, _)| *option == before).map_or("", |(_, text)| text.as_ref());
    let colour = theme.muted;
    let mut response = ui
        .scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
                look.corner_radius = CornerRadius::same(12);
            }
            ComboBox::from_id_salt(name)
                .width(WIDTH.min(ui.available_width()))
                .selected_text(shown)
                .icon(move |ui, rect, _, _| {
                    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::CARET_DOWN, icon_font(16.0), colour);
                })
                .show_ui(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let is_opening = just_opened(ui);
                    for (option, text) in options {
                        let response = ui.selectable_value(value, *option, text.as_ref());
                        if is_opening && *option == before {
                            response.scroll_to_me(Some(Align::Center));
                        }
                    }
                })
                .response
                .accessible_name(name)
        })
        .inner;
    if *value != before {
        response.mark_changed();
    }
    response
}

/// The passes in which a list was opened and last shown.
#[derive(Debug, Clone, Copy)]
struct Passes {
    opened: u64,
    last: u64,
}

/// True in the first passes of an open list: the first one only measures it.
fn just_opened(ui: &Ui) -> bool {
    let now = ui.ctx().cumulative_pass_nr();
    let id = ui.scope_id().with("passes");
    let before = ui.data(|data| data.get_temp::<Passes>(id)).filter(|passes| passes.last + 1 >= now);
    let opened = before.map_or(now, |passes| passes.opened);
    ui.data_mut(|data| data.insert_temp(id, Passes { opened, last: now }));
    now <= opened + 2
}
