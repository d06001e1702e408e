//! What can be done with the spring itself, behind one quiet button at its upper right: replay it, save it.

use eframe::egui::{Popup, PopupCloseBehavior, Rect, Ui, pos2, vec2};

use super::layout::within;
use crate::ui::commands::{Command, ImageKind};
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, ICON_BUTTON, icon_button};

/// Distance of the button from the spring, in points.
const APART: f32 = 4.0;
/// How far the button may reach into the page's margin, in points.
const MARGIN: f32 = 24.0;
/// Width of the menu, in points.
const WIDTH: f32 = 184.0;

/// Where spring and button stand in `room`, side by side: neither lies over the other.
pub(super) fn places(room: Rect) -> (Rect, Rect) {
    let side = room.width().min(room.height());
    let square = Rect::from_center_size(room.center(), vec2(side, side));
    let at = |left: f32, top: f32| Rect::from_min_size(pos2(left, top), vec2(ICON_BUTTON, ICON_BUTTON));
    if square.right() + APART + ICON_BUTTON <= room.right() + MARGIN {
        return (room, at(square.right() + APART, square.top()));
    }
    let button = at(room.right() - ICON_BUTTON, (square.top() - ICON_BUTTON).max(room.top()));
    (room.with_min_y(button.bottom()), button)
}

/// Whether there is something to replay and to save.
pub(super) fn is_shown(cx: &Cx<'_>) -> bool {
    Command::ReplaySpring.is_available(cx.model, cx.status)
}

/// Shows the button, and the menu while it is open.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, out: &mut Outbox) {
    let name = cx.text.get("focus-spring-menu");
    let opener = within(ui, rect, |ui| icon_button(ui, cx.theme, icons::DOTS_THREE, &name));
    let popup = Popup::from_toggle_button_response(&opener)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name);
    popup.show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = [
            ("focus-spring-replay", icons::PLAY, Command::ReplaySpring),
            ("focus-spring-png", icons::IMAGE, Command::ExportSpring(ImageKind::Png)),
            ("focus-spring-svg", icons::FILE_SVG, Command::ExportSpring(ImageKind::Svg)),
            ("evidence-why-spring", icons::QUESTION, Command::ShowEvidence(Strategy::VisibleProgress)),
        ];
        for (id, icon, command) in rows {
            let label = cx.text.get(id);
            let row = ui.add(Button::quiet(cx.theme, &label).icon(icon));
            if row.on_hover_text(cx.text.get(&command.hint_id())).clicked() {
                out.run(command);
                ui.close();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The button is in reach, and the spring's square keeps off it.
    #[track_caller]
    fn check(width: f32, height: f32, least_side: f32) {
        let room = Rect::from_min_size(pos2(100.0, 50.0), vec2(width, height));
        let (spring, button) = places(room);
        let side = spring.width().min(spring.height());
        let square = Rect::from_center_size(spring.center(), vec2(side, side));
        assert!(!square.intersects(button.shrink(0.5)), "{square:?} {button:?}");
        assert!(room.contains_rect(spring) && room.expand2(vec2(MARGIN, 0.0)).contains_rect(button), "{button:?}");
        assert!(side >= least_side, "{side}");
    }

    #[test]
    fn beside_the_spring_where_there_is_room_and_above_it_where_there_is_none() {
        check(784.0, 520.0, 520.0);
        check(316.0, 270.0, 270.0);
        check(316.0, 500.0, 316.0);
        check(316.0, 316.0, 280.0);
    }
}
