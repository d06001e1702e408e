//! The command palette: type a few letters of what to do, choose with the arrow keys, Enter does it.

use eframe::egui::{
    Align2, Area, Context, CursorIcon, Frame, Id, Key, Margin, Modal, Modifiers, Order, Rect, Response, Role,
    ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::commands::Command;
use super::cx::Cx;
use super::outbox::Outbox;
use super::theme::{CARD, Theme};
use super::widgets::{TextField, muted};

#[cfg(test)]
mod tests;

/// Width of the palette and its distance from the top, in points, where there is room.
const WIDTH: f32 = 560.0;
const TOP: f32 = 96.0;
/// Least room left around it, in points.
const AROUND: f32 = 16.0;
const ROW_HEIGHT: f32 = 44.0;
/// Rows shown before the list scrolls; the half one says that there are more.
const MOST_ROWS: f32 = 8.5;
/// Margin inside, in points; at the right it is left to the scroll bar.
const MARGIN: f32 = 12.0;

/// The palette; closed until [`Palette::toggle`] is called.
#[derive(Debug, Default)]
pub struct Palette {
    typed: Option<String>,
    chosen: usize,
    /// The chosen row that was last brought into sight; from there on the wheel scrolls freely.
    brought: Option<usize>,
}

/// A command that fits what was typed.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    command: Command,
    name: String,
}

/// What the keys asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    Do,
}

impl Palette {
    /// Opens it with nothing typed, or closes it when it is open.
    pub fn toggle(&mut self) {
        self.typed = if self.is_open() { None } else { Some(String::new()) };
        self.chosen = 0;
        self.brought = None;
    }

    /// It lies over the tabs and takes their keys.
    pub fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Shows it when it is open; asks for the chosen command and closes.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let ctx = &ui.ctx().clone();
        let Some(mut typed) = self.typed.take() else { return };
        let keys = self.keys(ctx);
        let room = ctx.content_rect().shrink(AROUND);
        let id = Id::unique("palette");
        let top = TOP.min(room.height() * 0.1);
        let area = Area::new(id)
            .order(Order::Foreground)
            .default_height(room.height())
            .anchor(Align2::CENTER_TOP, vec2(0.0, top + AROUND))
            .accessible_name(cx.text.get("command-palette"))
            .role(Role::Dialog);
        let theme = cx.theme;
        let margin = Margin { right: 0, ..Margin::same(MARGIN as i8) };
        let frame = Frame::new().fill(theme.surface).stroke(theme.border()).corner_radius(CARD).inner_margin(margin);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.backdrop).show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.width() - 16.0));
            let height = (room.height() - top - 92.0).clamp(ROW_HEIGHT, ROW_HEIGHT * MOST_ROWS);
            self.contents_ui(ui, cx, &mut typed, (keys, height))
        });
        let closes = modal.should_close();
        match modal.inner {
            Some(command) => out.run(command),
            None if closes => {}
            None => self.typed = Some(typed),
        }
    }

    /// Takes the keys that move in the list, before the field sees them.
    fn keys(&mut self, ctx: &Context) -> Asked {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = self.chosen.saturating_add(1);
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.saturating_sub(1);
        }
        if pressed(Key::Enter) { Asked::Do } else { Asked::Nothing }
    }

    /// The field and the list; gives back the command that was asked for.
    fn contents_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        typed: &mut String,
        (keys, height): (Asked, f32),
    ) -> Option<Command> {
        let name = cx.text.get("command-palette");
        let hint = cx.text.get("command-palette-hint");
        let field = TextField::new(cx.theme, "").hint(&hint).id_salt("palette-typed");
        let field = field.width(ui.available_width() - MARGIN).show(ui, typed);
        let field = field.accessible_name(name);
        field.request_focus();
        if field.changed() {
            self.chosen = 0;
        }
        let found = found(cx, typed);
        self.chosen = self.chosen.min(found.len().saturating_sub(1));
        if found.is_empty() {
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                muted(ui, cx.theme, &cx.text.get("commands-none-found"));
            });
            ui.add_space(8.0);
            return None;
        }
        let mut asked = (keys == Asked::Do).then_some(self.chosen);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - MARGIN);
            for (index, one) in found.iter().enumerate() {
                let row = row_ui(ui, cx, one, index == self.chosen);
                if row.clicked() {
                    asked = Some(index);
                }
                if index == self.chosen && self.brought != Some(index) {
                    row.scroll_to_me(None);
                    self.brought = Some(index);
                }
            }
        });
        asked.and_then(|index| found.get(index)).map(|one| one.command.clone())
    }
}

/// Score of a command whose hint alone fits: after those whose name does. And letters that are looked for in hints.
const HINTED: u32 = 1_000;
const LEAST_OF_HINT: usize = 3;

/// The available commands that fit, best first; with nothing typed, all in their order.
fn found(cx: &Cx<'_>, typed: &str) -> Vec<Found> {
    let offered = Command::palette().into_iter().filter(|command| {
        !matches!(command, Command::Palette | Command::NextTab | Command::PreviousTab)
            && command.is_available(cx.model, cx.status)
    });
    let mut scored: Vec<(u32, Found)> = offered
        .filter_map(|command| {
            let name = cx.text.get(command.label_id_now(cx.model));
            let score =
                fit(&name, typed).or_else(|| says(&cx.text.get(&command.hint_id()), typed).then_some(HINTED))?;
            Some((score, Found { command, name }))
        })
        .collect();
    scored.sort_by_key(|(score, _)| *score);
    scored.into_iter().map(|(_, found)| found).collect()
}

/// How well typed letters fit a name: 0 best, `None` when they do not stand in it in this order.
///
/// A whole word's beginning is better than a part of a word, and that better than letters here and there.
fn fit(name: &str, typed: &str) -> Option<u32> {
    let (name, typed) = (name.to_lowercase(), typed.trim().to_lowercase());
    if name.starts_with(&typed) {
        return Some(0);
    }
    if name.split_whitespace().any(|word| word.starts_with(&typed)) {
        return Some(1);
    }
    if name.contains(&typed) {
        return Some(2);
    }
    let mut letters = name.chars();
    let mut skipped = 0;
    for wanted in typed.chars().filter(|letter| !letter.is_whitespace()) {
        skipped += letters.position(|letter| letter == wanted)?;
    }
    u32::try_from(3 + skipped).ok()
}

/// Whether a word of a hint begins with what was typed.
fn says(hint: &str, typed: &str) -> bool {
    let (hint, typed) = (hint.to_lowercase(), typed.trim().to_lowercase());
    typed.len() >= LEAST_OF_HINT && hint.split_whitespace().any(|word| word.starts_with(&typed))
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, found: &Found, is_chosen: bool) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &found.name));
    if is_chosen {
        ui.painter().rect(rect, 12.0, theme.accent_fill, theme.border(), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 12.0, theme.hover);
    }
    let keys = found.command.keys(cx.text).unwrap_or_default();
    let colour = if is_chosen { theme.accent_text } else { theme.ink };
    let middle = rect.center().y;
    let shown = ui.painter().text(
        pos2(rect.right() - 16.0, middle),
        Align2::RIGHT_CENTER,
        &keys,
        theme.small.clone(),
        if is_chosen { theme.accent_text } else { theme.muted },
    );
    name_ui(ui, theme, (&found.name, colour), Rect::from_min_max(rect.min, pos2(shown.left() - 8.0, rect.bottom())));
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(cx.text.get(&found.command.hint_id()))
}

fn name_ui(ui: &Ui, theme: &Theme, (name, colour): (&str, eframe::egui::Color32), rect: Rect) {
    let left = pos2(rect.left() + 16.0, rect.center().y);
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).text(
        left,
        Align2::LEFT_CENTER,
        name,
        theme.body.clone(),
        colour,
    );
}
