//! Scrolling to what is built only once it is in sight.

use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, Role, TouchPhase, vec2};
use egui_kittest::kittest::Queryable;

use crate::desk::Window;

/// The most turns of the wheel from a page's top to its foot.
const MOST_TURNS: usize = 40;

/// Opens the newest session of the list.
pub fn newest_row(window: &mut Window) {
    for _ in 0..MOST_TURNS {
        let row = window.get_all_by_role(Role::Button).find(|node| {
            use egui_kittest::kittest::NodeT;
            // "08:12, 25 min, …"
            node.accesskit_node().label().is_some_and(|name| name.as_bytes().get(2) == Some(&b':'))
        });
        if let Some(row) = row {
            row.scroll_to_me();
            row.click_accesskit();
            window.run();
            return;
        }
        turn_wheel(window);
    }
    panic!("no session in the list");
}

/// Scrolls down by half a window, as rows out of sight are not built.
fn turn_wheel(window: &mut Window) {
    let room = window.ctx.content_rect();
    window.hover_at(room.center());
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -room.height() / 2.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    window.run();
}
