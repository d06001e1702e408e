//! All cards, one a line, and what their grades mean.

use eframe::egui::{
    Align, CursorIcon, Layout, Rect, Response, Role, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::Strategy;
use super::card::{Letter, letter};
use super::cards::{Cards, Grade};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::widgets::{divider, muted, shows_focus, small};

/// Height of a line, in points.
const ROW: f32 = 40.0;
/// Room left and right of a line's words, in points.
const PAD: f32 = 8.0;

/// Shows the list; gives back the card that was asked for.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, cards: &Cards) -> Option<Strategy> {
    muted(ui, cx.theme, &cx.text.get("evidence-lead"));
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut asked = None;
    for strategy in Strategy::ALL {
        let Some(card) = cards.get(strategy) else { continue };
        divider(ui, cx.theme);
        if row(ui, cx, strategy, card.grade).clicked() {
            asked = Some(strategy);
        }
    }
    divider(ui, cx.theme);
    ui.add_space(16.0);
    legend(ui, cx);
    asked
}

fn row(ui: &mut Ui, cx: &Cx<'_>, strategy: Strategy, grade: Grade) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let title = format::capitalised(&strategy.name(cx.text));
    let values = [("card", title.as_str().into()), ("letter", grade.letter_and_words().0.into())];
    let name = cx.text.with("evidence-row", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let ring = rect.shrink(2.0);
    if response.hovered() {
        ui.painter().rect_filled(ring, 8.0, theme.hover);
    }
    if shows_focus(&response) {
        ui.painter().rect_stroke(ring, 8.0, theme.focus_ring(), StrokeKind::Inside);
    }
    if response.has_focus() {
        response.scroll_to_me(None);
    }
    let inside = rect.shrink2(vec2(PAD, 0.0));
    in_row(ui, inside, Layout::right_to_left(Align::Center), |ui| letter(ui, cx, grade, Letter::Own));
    let galley = ui.painter().layout_no_wrap(title, theme.body.clone(), theme.ink);
    let place = inside.left_center() - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(place, galley, theme.ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

fn in_row(ui: &mut Ui, rect: Rect, layout: Layout, contents: impl FnOnce(&mut Ui)) {
    contents(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)));
}

/// What the four letters mean.
fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    for grade in Grade::ALL {
        let (sign, id) = grade.letter_and_words();
        let meaning = [("letter", sign.into()), ("meaning", cx.text.get(id).into())];
        small(ui, cx.theme, &cx.text.with("evidence-grade", &meaning));
    }
}
