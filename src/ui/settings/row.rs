//! What the cards of the settings share: a heading, and rows of a name with its control.

use eframe::egui::{Align, Color32, Layout, Rect, Ui, UiBuilder, vec2};

use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::theme::Theme;
use crate::ui::widgets::{bare_select, body, card, icon, section, segmented, small};

/// Narrower than this, in points, a control stands below its name.
const SIDE_BY_SIDE: f32 = 400.0;
/// The most of a row's width that a control takes beside its name, 0–1.
const CONTROL_SHARE: f32 = 0.64;
/// Height of a row, in points: that of its control.
const ROW_HEIGHT: f32 = 40.0;
/// Least room between a name and its control, in points.
const GAP: f32 = 16.0;
/// Room that one letter takes in a segmented control, and each part's padding, in points; a rough upper bound.
const LETTER: f32 = 8.5;
const PART_PAD: f32 = 30.0;

/// A card with a heading.
pub(super) fn section_card(ui: &mut Ui, cx: &Cx<'_>, title_id: &str, contents: impl FnOnce(&mut Ui)) {
    card(ui, cx.theme, |ui| {
        section(ui, cx.theme, &cx.text.get(title_id));
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 12.0;
        contents(ui);
    });
}

/// The same, with "why" at the end of the heading.
pub(super) fn section_card_why(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (title_id, strategy): (&str, Strategy),
    out: &mut Outbox,
    contents: impl FnOnce(&mut Ui, &mut Outbox),
) {
    card(ui, cx.theme, |ui| {
        with_why(ui, cx, strategy, out, |ui| {
            section(ui, cx.theme, &cx.text.get(title_id));
        });
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 12.0;
        contents(ui, out);
    });
}

/// A name with an optional quiet note on the left, its control on the right; below each other where it is narrow.
pub(in crate::ui) fn row<R>(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    note: &str,
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    let layout = if note.is_empty() { Layout::left_to_right(Align::Center) } else { Layout::top_down(Align::Min) };
    let layout = layout.with_main_wrap(note.is_empty());
    row_of(ui, (name, layout), |ui| words(ui, theme, name, note), control)
}

fn row_of<R>(
    ui: &mut Ui,
    (name, layout): (&str, Layout),
    label: impl FnOnce(&mut Ui),
    control: impl FnOnce(&mut Ui) -> R,
) -> R {
    if ui.available_width() < SIDE_BY_SIDE {
        return ui
            .vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                label(ui);
                control(ui)
            })
            .inner;
    }
    // The control's width is known after it was shown; until it is right, the frame is shown again.
    let id = ui.scope_id().with(("control", name));
    let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
    let most = ui.available_width() * CONTROL_SHARE;
    let shown = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let room = vec2((ui.available_width() - width).max(0.0), ROW_HEIGHT);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            ui.set_width(room.x - GAP);
            ui.set_min_height(ROW_HEIGHT);
            label(ui);
        });
        ui.add_space((ui.available_width() - width).max(0.0));
        // Room enough to lay itself out in full, whatever width it had before.
        let whole = Rect::from_min_size(ui.cursor().min, vec2(most, ROW_HEIGHT));
        ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            control(ui)
        })
    });
    let control = shown.inner;
    let now = control.response.rect.width();
    if (now - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_discard("the width of a control");
    }
    control.inner
}

fn words(ui: &mut Ui, theme: &Theme, name: &str, note: &str) {
    ui.spacing_mut().item_spacing.y = 2.0;
    body(ui, theme, name);
    if !note.is_empty() {
        small(ui, theme, note);
    }
}

/// A message with an icon before it, wrapping.
pub(in crate::ui) fn message(ui: &mut Ui, theme: &Theme, (letter, colour): (&str, Color32), message: &str) {
    ui.horizontal_top(|ui| {
        icon(ui, letter, 20.0, colour);
        ui.vertical(|ui| body(ui, theme, message));
    });
}

/// A row that chooses one of a few: side by side where there is room, else from a list.
pub(super) fn choice_row<T: PartialEq + Copy>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name_id, note_id): (&str, Option<&str>),
    value: &mut T,
    options: &[(T, &str)],
) {
    let name = cx.text.get(name_id);
    let note = note_id.map(|id| cx.text.get(id)).unwrap_or_default();
    let options: Vec<(T, String)> = options.iter().map(|(option, id)| (*option, cx.text.get(id))).collect();
    let wide: f32 = options.iter().map(|(_, text)| text.chars().count() as f32 * LETTER + PART_PAD).sum();
    let room = ui.available_width();
    let room = if room < SIDE_BY_SIDE { room } else { room * CONTROL_SHARE };
    row(ui, cx.theme, &name, &note, |ui| {
        if wide > room {
            bare_select(ui, cx.theme, &name, value, &options)
        } else {
            segmented(ui, cx.theme, &name, value, &options)
        }
    });
}
