//! One review: its period and state above, the questions with their figures, and the way to finish at the foot.

use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::domain::Action;
use crate::domain::review::{Review, ReviewAction, ReviewKind};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::answers::Answers;
use super::charts::Charts;
use super::saving::Saving;
use super::weekly::Page;
use super::{monthly, weekly, words};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Least width and height for the charts of a month to stay beside its questions, in points.
const BESIDE: [f32; 2] = [880.0, 560.0];
/// Widest the page grows, in points.
const WIDEST: f32 = 1280.0;
/// Room for a scroll bar, in points.
const BAR: f32 = 12.0;
/// Height of the row with the title, in points.
const TITLE: f32 = 52.0;
/// Width from which the acts stand beside the title, in points.
const SIDE_BY_SIDE: f32 = 520.0;

/// Whether the review stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stays {
    Open,
    Left,
}

/// What an open review holds besides its records.
type Held<'a> = (&'a mut Answers, &'a mut Charts, &'a mut Saving);

/// Shows the review.
pub(super) fn ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &Page<'_>,
    (answers, charts, saving): Held<'_>,
    out: &mut Outbox,
) -> Stays {
    let room = ui.available_size();
    let is_month = page.review.kind == ReviewKind::Monthly;
    if is_month && room.x >= BESIDE[0] && room.y >= BESIDE[1] {
        return widgets::fixed_page(ui, WIDEST, |ui| beside(ui, cx, page, (answers, charts, saving), out));
    }
    widgets::page(ui, &format!("review {}", page.review.id), WIDEST, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        let stays = header(ui, cx, page.review, out);
        if is_month {
            monthly::figures_card(ui, cx, page);
            charts.month(ui, cx, page.kept, out);
            monthly::questions(ui, cx, page, answers, out);
        } else {
            weekly::ui(ui, cx, page, (answers, charts), out);
        }
        let left = foot(ui, cx, page.review, out);
        saving.ui(ui, cx, page, out);
        match left {
            Stays::Left => Stays::Left,
            Stays::Open => stays,
        }
    })
}

/// The month on one screen: figures and charts stay on the left while the questions scroll on the right.
fn beside(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, (answers, charts, saving): Held<'_>, out: &mut Outbox) -> Stays {
    ui.spacing_mut().item_spacing.y = GAP;
    let mut stays = header(ui, cx, page.review, out);
    let room = ui.available_rect_before_wrap();
    let middle = room.left() + ((room.width() - GAP) / 2.0).round();
    let places = [
        Rect::from_min_max(room.min, pos2(middle + BAR, room.bottom())),
        Rect::from_min_max(pos2(middle + GAP, room.top()), pos2(room.right() + BAR, room.bottom())),
    ];
    for (side, place) in places.into_iter().enumerate() {
        let mut half = ui.new_child(UiBuilder::new().id_salt(("pane", side)).max_rect(place));
        ScrollArea::vertical().id_salt(("pane", side)).auto_shrink(false).show(&mut half, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            // The scroll bar stands beside the cards, not on them.
            ui.set_max_width(ui.available_width() - BAR);
            if side == 0 {
                monthly::figures_card(ui, cx, page);
                charts.month(ui, cx, page.kept, out);
            } else {
                monthly::questions(ui, cx, page, answers, out);
                if foot(ui, cx, page.review, out) == Stays::Left {
                    stays = Stays::Left;
                }
                saving.ui(ui, cx, page, out);
            }
            ui.add_space(8.0);
        });
    }
    ui.advance_cursor_after_rect(room);
    stays
}

/// The way back, the period, and how things stand.
fn header(ui: &mut Ui, cx: &Cx<'_>, review: &Review, out: &mut Outbox) -> Stays {
    let back = cx.text.get("review-back");
    let title = words::title(cx.text, review.period());
    let state = words::state(cx, review);
    let titles = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::page_title(ui, cx.theme, &title);
        widgets::muted(ui, cx.theme, &state);
    };
    let acts = |ui: &mut Ui, out: &mut Outbox| {
        let is_left = ui.add(Button::pill(cx.theme, &back).icon(icons::ARROW_LEFT)).clicked();
        let reopen = cx.text.get("review-reopen");
        if review.is_done() && ui.add(Button::pill(cx.theme, &reopen).icon(icons::PENCIL_SIMPLE)).clicked() {
            out.act(Action::Review(ReviewAction::Reopen { id: review.id }));
        }
        if is_left { Stays::Left } else { Stays::Open }
    };
    if ui.available_width() < SIDE_BY_SIDE {
        ui.vertical(titles);
        return ui.horizontal_wrapped(|ui| acts(ui, out)).inner;
    }
    let size = vec2(ui.available_width(), TITLE);
    let row = Layout::right_to_left(Align::Center);
    ui.allocate_ui_with_layout(size, row, |ui| {
        let stays = acts(ui, out);
        ui.with_layout(Layout::top_down(Align::Min), titles);
        stays
    })
    .inner
}

/// The way to finish, and that leaving keeps everything.
fn foot(ui: &mut Ui, cx: &Cx<'_>, review: &Review, out: &mut Outbox) -> Stays {
    if review.is_done() {
        return Stays::Open;
    }
    let mut stays = Stays::Open;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if ui.add(Button::primary(cx.theme, &cx.text.get("review-finish")).icon(icons::CHECK)).clicked() {
            out.act(Action::Review(ReviewAction::Finish { id: review.id }));
            stays = Stays::Left;
        }
        if ui.add(Button::quiet(cx.theme, &cx.text.get("review-later"))).clicked() {
            stays = Stays::Left;
        }
    });
    widgets::small(ui, cx.theme, &cx.text.get("review-foot"));
    stays
}
