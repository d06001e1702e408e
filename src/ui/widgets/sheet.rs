//! A sheet: a centred card over the window. Escape, the cross and a click outside close it; the keyboard goes inside.

use eframe::egui::{Align, Context, Frame, Id, Layout, Margin, Memory, Modal, Response, Role, ScrollArea, Ui, vec2};

use super::icon_button::icon_button;
use super::words::subtitle;
use crate::ui::icons;
use crate::ui::text::Text;
use crate::ui::theme::{CARD, Theme};

/// Widest a sheet is, in points.
const WIDTH: f32 = 480.0;
/// Room left around a sheet, and the least in a low window, in points.
const AROUND: f32 = 32.0;
const LEAST_AROUND: f32 = 12.0;
/// Windows lower than this are low, in points.
const TALL: f32 = 640.0;
/// Margins and title row, the height of a sheet without its contents, in points.
const FRAME: f32 = 104.0;
/// Height of the row of acts at the foot, in points.
const ACTS_HEIGHT: f32 = 44.0;

/// Room for the focus ring of the last act, in points; the sheet's edge would cut it.
const RING: f32 = 4.0;

/// What a sheet gave back in this frame.
#[derive(Debug)]
pub struct SheetAnswer<R> {
    /// What the contents gave back.
    pub inner: R,
    /// Whether to close the sheet.
    pub closed: bool,
}

/// The pass in which a sheet was last shown, to tell when it opens, and whether it was given the keyboard since.
#[derive(Debug, Clone, Copy)]
struct Shown {
    pass: u64,
    has_focus: bool,
}

/// Shows a sheet called `title`; `id` tells sheets apart.
pub fn sheet<R>(
    ctx: &Context,
    theme: &Theme,
    text: &Text,
    id: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> SheetAnswer<R> {
    let id = Id::unique(("sheet", id));
    let now = ctx.cumulative_pass_nr();
    let before = ctx.data(|data| data.get_temp::<Shown>(id)).filter(|shown| shown.pass + 1 >= now);
    let window = ctx.content_rect();
    let room = window.shrink(if window.height() < TALL { LEAST_AROUND } else { AROUND });
    let frame =
        Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(CARD).inner_margin(Margin::same(24));
    let area = Modal::default_area(id).default_height(room.height()).accessible_name(title).role(Role::Dialog);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.backdrop).show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.width() - 48.0));
        let close = title_row(ui, theme, text, title);
        ui.add_space(8.0);
        let inner = ScrollArea::vertical()
            .max_height((room.height() - FRAME).max(FRAME))
            .show(ui, |ui| ui.vertical(contents).inner)
            .inner;
        (close, inner)
    });
    let is_asked = modal.should_close();
    let (close, inner) = modal.inner;
    let has_focus = before.is_some_and(|shown| shown.has_focus) || focus_inside(ctx, &close);
    ctx.data_mut(|data| data.insert_temp(id, Shown { pass: now, has_focus }));
    SheetAnswer { inner, closed: is_asked || close.clicked() }
}

/// Puts the keyboard on the first place inside that takes it, or on the cross; a field that asked for it keeps it. False
/// while nothing takes it yet: egui measures a new sheet unseen before it shows it.
fn focus_inside(ctx: &Context, close: &Response) -> bool {
    let places: Vec<Id> = ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(close.layer_id);
        widgets.filter(|widget| widget.enabled && widget.sense.is_focusable()).map(|widget| widget.id).collect()
    });
    let has_it = ctx.memory(Memory::focused).is_some_and(|focused| places.contains(&focused));
    let Some(first) = places.iter().copied().find(|place| *place != close.id).or(places.first().copied()) else {
        return false;
    };
    if !has_it {
        ctx.memory_mut(|memory| memory.request_focus(first));
    }
    true
}

fn title_row(ui: &mut Ui, theme: &Theme, text: &Text, title: &str) -> Response {
    let size = vec2(ui.available_width(), 36.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let close = icon_button(ui, theme, icons::X, &text.get("close"));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| subtitle(ui, theme, title));
        close
    })
    .inner
}

/// A row of acts at the foot of a sheet or card; add the strongest first, it stands rightmost.
pub fn acts_row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(8.0);
    let size = vec2(ui.available_width() - RING, ACTS_HEIGHT);
    let inner = ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), contents).inner;
    ui.add_space(RING);
    inner
}
