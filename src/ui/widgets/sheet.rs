//! A sheet: a centred card over the window. Escape, the cross and a click outside close it; the keyboard goes inside.

use eframe::egui::{Align, Context, Frame, Id, Layout, Margin, Memory, Modal, Response, Role, ScrollArea, Ui, vec2};

use super::focus::{covered, follow_focus};
use super::icon_button::icon_button;
use super::words::subtitle;
use crate::ui::icons;
use crate::ui::text::Text;
use crate::ui::theme::{CARD, Theme};

/// Widest a sheet is, in points.
const WIDTH: f32 = 480.0;
/// Widest a sheet of two columns is, the same where they stand below one another, and the least width that has room for
/// both, in points.
const WIDE: f32 = 920.0;
const WIDE_OF_ONE: f32 = 640.0;
const ROOM_FOR_TWO: f32 = 760.0;
/// Room left around a sheet, and the least in a low window, in points.
const AROUND: f32 = 32.0;
const LEAST_AROUND: f32 = 12.0;
/// Windows lower than this are low, in points.
const TALL: f32 = 640.0;
/// Margin inside a sheet, height of its title row, and gap below it, in points.
const MARGIN: f32 = 24.0;
const TITLE: f32 = 36.0;
const GAP: f32 = 16.0;
/// Height of the row of acts at the foot, in points.
const ACTS: f32 = 44.0;
/// Room for the scroll bar right of the contents, taken from the margin, in points.
const BAR: f32 = 12.0;
/// Gap between contents that set no other, in points.
const LINE_GAP: f32 = 8.0;

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
    shown(ctx, (theme, text), (id, title), Columns::One, |ui, room, _| whole(ui, room, contents))
}

/// The columns there is room for on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// One below the other.
    One,
    /// Side by side.
    Two,
}

/// Shows a sheet with room for two columns where the window has it, and acts as [`sheet_with_acts`] has them; the contents
/// are told which.
pub fn wide_sheet<C, R>(
    ctx: &Context,
    theme: &Theme,
    text: &Text,
    id: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui, Columns) -> C,
    acts: impl FnOnce(&mut Ui, C) -> R,
) -> SheetAnswer<R> {
    shown(ctx, (theme, text), (id, title), Columns::Two, |ui, room, columns| {
        above_acts(ui, room, |ui| contents(ui, columns), acts)
    })
}

/// Contents that take the whole of a sheet.
fn whole<R>(ui: &mut Ui, room: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    scrolled(ui, room, |ui| {
        let inner = contents(ui);
        // What is scrolled runs to the sheet's edge; at its end the margin is seen.
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(MARGIN);
        inner
    })
}

/// Shows a sheet with a row of acts that stays in sight below what is scrolled. What the contents give back goes to the
/// acts; add the strongest first, it stands rightmost.
pub fn sheet_with_acts<C, R>(
    ctx: &Context,
    theme: &Theme,
    text: &Text,
    id: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui) -> C,
    acts: impl FnOnce(&mut Ui, C) -> R,
) -> SheetAnswer<R> {
    shown(ctx, (theme, text), (id, title), Columns::One, |ui, room, _| above_acts(ui, room, contents, acts))
}

/// Contents that scroll above a row of acts.
fn above_acts<C, R>(
    ui: &mut Ui,
    room: f32,
    contents: impl FnOnce(&mut Ui) -> C,
    acts: impl FnOnce(&mut Ui, C) -> R,
) -> R {
    let given = scrolled(ui, room - GAP - ACTS - MARGIN, contents);
    ui.add_space(GAP);
    let size = vec2(ui.available_width() - BAR, ACTS);
    let row = Layout::right_to_left(Align::Center);
    let inner = ui.allocate_ui_with_layout(size, row, |ui| acts(ui, given)).inner;
    ui.add_space(MARGIN);
    inner
}

/// Shows the sheet with its title, in as many columns as are wanted and have room; the contents are told the height and
/// the columns there are for them.
fn shown<R>(
    ctx: &Context,
    (theme, text): (&Theme, &Text),
    (id, title): (&str, &str),
    wanted: Columns,
    contents: impl FnOnce(&mut Ui, f32, Columns) -> R,
) -> SheetAnswer<R> {
    let id = Id::unique(("sheet", id));
    let now = ctx.cumulative_pass_nr();
    let before = ctx.data(|data| data.get_temp::<Shown>(id)).filter(|shown| shown.pass + 1 >= now);
    let window = ctx.content_rect();
    let room = window.shrink(if window.height() < TALL { LEAST_AROUND } else { AROUND });
    let inside = room.width() - 2.0 * MARGIN;
    let columns = if inside < ROOM_FOR_TWO { Columns::One } else { wanted };
    let width = match (columns, wanted) {
        (Columns::Two, _) => WIDE,
        (Columns::One, Columns::Two) => WIDE_OF_ONE,
        (Columns::One, Columns::One) => WIDTH,
    };
    let margin = Margin { left: MARGIN as i8, right: (MARGIN - BAR) as i8, top: MARGIN as i8, bottom: 0 };
    let frame = Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(CARD).inner_margin(margin);
    let area = Modal::default_area(id).default_height(room.height()).accessible_name(title).role(Role::Dialog);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.backdrop).show(ctx, |ui| {
        ui.set_width(width.min(inside) + BAR);
        ui.spacing_mut().item_spacing.y = 0.0;
        let close = title_row(ui, theme, text, title);
        ui.add_space(GAP);
        (close, contents(ui, room.height() - MARGIN - TITLE - GAP, columns))
    });
    let is_asked = modal.should_close();
    let (close, inner) = modal.inner;
    covered(ctx);
    let has_focus = before.is_some_and(|shown| shown.has_focus) || focus_inside(ctx, &close);
    ctx.data_mut(|data| data.insert_temp(id, Shown { pass: now, has_focus }));
    SheetAnswer { inner, closed: is_asked || close.clicked() }
}

/// Contents that scroll beyond a height; the bar stands right of them.
fn scrolled<R>(ui: &mut Ui, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
    let shown = area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = LINE_GAP;
        ui.set_max_width(ui.available_width() - BAR);
        let answer = ui.vertical(contents).inner;
        follow_focus(ui);
        answer
    });
    shown.inner
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
    let size = vec2(ui.available_width() - BAR, TITLE);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let close = icon_button(ui, theme, icons::X, &text.get("close"));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| subtitle(ui, theme, title));
        close
    })
    .inner
}
