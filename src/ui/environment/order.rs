//! The order of the items: by dragging a handle, or with the arrow keys on it; also from one group to another.

use eframe::egui::accesskit::Live;
use eframe::egui::{EventFilter, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::environment::{EnvironmentAction, EnvironmentItem, Group};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;

use super::group_card::{group_ids, nth};
use super::handle::handle;

/// Width of the line that shows where an item will stand, in points.
const LINE: f32 = 3.0;

/// What is dragged, where things stood in this frame, and what was last told of it.
#[derive(Debug, Default)]
pub(super) struct Order {
    dragged: Option<Uuid>,
    rows: Vec<Row>,
    cards: Vec<(Group, Rect)>,
    /// Where an item stands after it was moved by keys, for a screen reader.
    told: String,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    id: Uuid,
    group: Group,
    rect: Rect,
}

/// A place among the items of a group that do not move, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    group: Group,
    position: usize,
}

impl Order {
    /// Forgets where things stood.
    pub(super) fn begin(&mut self) {
        self.rows.clear();
        self.cards.clear();
    }

    /// Notes where the row of an item stands.
    pub(super) fn saw_row(&mut self, item: &EnvironmentItem, rect: Rect) {
        self.rows.push(Row { id: item.id, group: item.group, rect });
    }

    /// Notes where the card of a group stands.
    pub(super) fn saw_card(&mut self, group: Group, rect: Rect) {
        self.cards.push((group, rect));
    }

    /// The handle of the item that stands at `at` of `len`; arrow keys on it move the item.
    pub(super) fn handle(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        item: &EnvironmentItem,
        (at, len): (usize, usize),
        out: &mut Outbox,
    ) {
        let values = [("item", item.text.as_str().into()), ("place", (at + 1).into()), ("count", len.into())];
        let response = handle(ui, cx, item.id, &cx.text.with("environment-move", &values));
        if response.drag_started() {
            self.dragged = Some(item.id);
        }
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| {
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, key) || input.consume_key(Modifiers::ALT, key))
        };
        let place = if pressed(Key::ArrowUp) {
            above(cx, item, at)
        } else if pressed(Key::ArrowDown) {
            below(item, at, len)
        } else {
            None
        };
        if let Some(place) = place {
            self.tell(cx, item, place);
            ask(out, item.id, place);
        }
    }

    fn tell(&mut self, cx: &Cx<'_>, item: &EnvironmentItem, place: Place) {
        let group = cx.text.get(group_ids(place.group).0);
        let values =
            [("item", item.text.as_str().into()), ("place", (place.position + 1).into()), ("group", group.into())];
        self.told = cx.text.with("environment-moved", &values);
    }

    /// Shows where a dragged item will stand, and moves it when it is let go.
    pub(super) fn end(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        self.announce(ui);
        let Some(dragged) = self.dragged else { return };
        let (pointer, is_down, is_left) =
            ui.input(|input| (input.pointer.interact_pos(), input.pointer.any_down(), input.key_pressed(Key::Escape)));
        if is_left {
            self.dragged = None;
            return;
        }
        let place = pointer.and_then(|pointer| self.place_at(dragged, pointer));
        if let Some(place) = place.filter(|_| is_down) {
            let y = self.line_of(dragged, place);
            if let Some((_, card)) = self.cards.iter().find(|(group, _)| *group == place.group) {
                ui.painter().hline(card.shrink(16.0).x_range(), y, Stroke::new(LINE, cx.theme.accent_text));
            }
        }
        if !is_down {
            self.dragged = None;
            if let Some(place) = place {
                ask(out, dragged, place);
            }
        }
    }

    /// Tells a screen reader where the item went.
    fn announce(&self, ui: &mut Ui) {
        let rect = Rect::from_min_size(ui.cursor().min, vec2(1.0, 1.0));
        let response = ui.interact(rect, ui.scope_id().with("moved"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &self.told));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }

    /// The rows of a group without the one that is dragged, from above.
    fn others(&self, dragged: Uuid, group: Group) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.group == group && row.id != dragged)
    }

    fn place_at(&self, dragged: Uuid, pointer: Pos2) -> Option<Place> {
        let (group, _) = self.cards.iter().find(|(_, card)| card.contains(pointer))?;
        let above = self.others(dragged, *group).filter(|row| row.rect.center().y < pointer.y);
        Some(Place { group: *group, position: above.count() })
    }

    /// The height of the line between two rows.
    fn line_of(&self, dragged: Uuid, place: Place) -> f32 {
        let mut rows = self.others(dragged, place.group);
        let (before, after) = match place.position {
            0 => (None, rows.next()),
            position => (rows.nth(position - 1), rows.next()),
        };
        match (before, after) {
            (_, Some(after)) => after.rect.top() - 2.0,
            (Some(before), None) => before.rect.bottom() + 2.0,
            (None, None) => {
                self.cards.iter().find(|(group, _)| *group == place.group).map_or(0.0, |(_, card)| card.top() + 64.0)
            }
        }
    }
}

fn ask(out: &mut Outbox, id: Uuid, Place { group, position }: Place) {
    let position = u32::try_from(position).unwrap_or(u32::MAX);
    out.act(Action::Environment(EnvironmentAction::Move { id, group, position }));
}

/// One place up; from the top of a group to the end of the one before.
fn above(cx: &Cx<'_>, item: &EnvironmentItem, at: usize) -> Option<Place> {
    if at > 0 {
        return Some(Place { group: item.group, position: at - 1 });
    }
    let group = *Group::ALL.get(nth(item.group).checked_sub(1)?)?;
    let items = crate::domain::environment::in_use(cx.model, item.goal);
    Some(Place { group, position: items.iter().filter(|other| other.group == group).count() })
}

/// One place down; from the end of a group to the top of the next.
fn below(item: &EnvironmentItem, at: usize, len: usize) -> Option<Place> {
    if at + 1 < len {
        return Some(Place { group: item.group, position: at + 1 });
    }
    Group::ALL.get(nth(item.group) + 1).map(|group| Place { group: *group, position: 0 })
}
