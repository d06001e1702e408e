//! A sheet: a centred card over the window. Escape, the cross and a click outside close it; the keyboard goes inside.

use eframe::egui::{Align, Context, Frame, Id, Layout, Margin, Memory, Modal, Response, Role, ScrollArea, Ui, vec2};

use super::icon_button::icon_button;
use super::words::subtitle;
use crate::ui::icons;
use crate::ui::text::Text;
use crate::ui::theme::{CARD, Theme};

/// Widest a sheet is, and the least room left around it, in points.
const WIDTH: f32 = 480.0;
const AROUND: f32 = 32.0;
/// Height of the row of acts at the foot, in points.
const ACTS_HEIGHT: f32 = 44.0;

/// What a sheet gave back in this frame.
#[derive(Debug)]
pub struct SheetAnswer<R> {
    /// What the contents gave back.
    pub inner: R,
    /// Whether to close the sheet.
    pub closed: bool,
}

/// The pass in which a sheet was last shown, to tell when it opens.
#[derive(Debug, Clone, Copy)]
struct LastShown(u64);

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
    let is_opening = note_shown(ctx, id);
    let room = ctx.content_rect().shrink(AROUND);
    let frame =
        Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(CARD).inner_margin(Margin::same(24));
    let area = Modal::default_area(id).accessible_name(title).role(Role::Dialog);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.backdrop).show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.width() - 48.0));
        let close = title_row(ui, theme, text, title);
        ui.add_space(8.0);
        let inner = ScrollArea::vertical()
            .max_height((room.height() - 120.0).max(120.0))
            .show(ui, |ui| ui.vertical(contents).inner)
            .inner;
        (close, inner)
    });
    let (close, inner) = {
        let outside_asked = modal.should_close();
        let (close, inner) = modal.inner;
        (FocusIn { close, is_opening, outside_asked }, inner)
    };
    SheetAnswer { inner, closed: close.settle(ctx) }
}

/// The keyboard's first place in a sheet, and whether it was asked to close.
struct FocusIn {
    close: Response,
    is_opening: bool,
    outside_asked: bool,
}

impl FocusIn {
    fn settle(self, ctx: &Context) -> bool {
        // A field inside that asked for the keyboard itself keeps it.
        let is_inside = ctx.memory(Memory::focused).is_some_and(|focused| {
            ctx.read_response(focused).is_some_and(|response| response.layer_id == self.close.layer_id)
        });
        if self.is_opening && !is_inside {
            self.close.request_focus();
        }
        self.outside_asked || self.close.clicked()
    }
}

fn note_shown(ctx: &Context, id: Id) -> bool {
    let now = ctx.cumulative_pass_nr();
    let before = ctx.data(|data| data.get_temp::<LastShown>(id));
    ctx.data_mut(|data| data.insert_temp(id, LastShown(now)));
    before.is_none_or(|LastShown(pass)| pass + 1 < now)
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
    let size = vec2(ui.available_width(), ACTS_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), contents).inner
}
