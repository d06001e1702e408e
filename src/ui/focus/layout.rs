//! How Focus divides the window: the spring and its acts in the middle, the cards beside it or below.

use eframe::egui::{
    Align, Color32, FontId, Id, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
    text::LayoutJob, vec2,
};

/// Margins of the page, in points.
pub const LEFT: f32 = 32.0;
pub const TOP: f32 = 24.0;
pub const BOTTOM: f32 = 24.0;
pub const GAP: f32 = 16.0;
/// Widths of the cards beside the spring, in points.
const SIDE_WIDE: f32 = 312.0;
const SIDE_NARROW: f32 = 232.0;
const CARD_WIDE: f32 = 408.0;
/// Page widths from which the cards are wide, and from which they stand beside the spring at all.
const WIDE_FROM: f32 = 880.0;
const BESIDE_FROM: f32 = 560.0;
/// Least height of the page's middle before it scrolls, in points.
const LEAST_HEIGHT: f32 = 400.0;
/// Below this width acts stand in two rows and without shortcuts.
const ROOMY_FROM: f32 = 440.0;

/// Where things stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Header, spring and acts.
    pub main: Rect,
    /// The cards, if they stand beside the spring.
    pub side: Option<Rect>,
    /// The page is lower than what it has to show: it scrolls.
    pub height: f32,
}

/// What stands at the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Cards,
    /// The card of a session, which needs more room and takes the whole page in a small window.
    AfterCard,
    /// A question is asked in the middle: in a small window the cards give way to it.
    Question,
}

impl Plan {
    /// The plan of a page.
    pub fn of(page: Rect, side: Side) -> Self {
        let width = match side {
            _ if page.width() < BESIDE_FROM => None,
            Side::Cards | Side::Question if page.width() >= WIDE_FROM => Some((SIDE_WIDE, 24.0)),
            Side::Cards => Some((SIDE_NARROW, GAP)),
            Side::AfterCard if page.width() >= WIDE_FROM => Some((CARD_WIDE, 24.0)),
            Side::AfterCard | Side::Question => None,
        };
        let height = page.height().max(LEAST_HEIGHT);
        let Some((width, margin)) = width else {
            return Self { main: Rect::from_min_size(page.min, vec2(page.width(), height)), side: None, height };
        };
        let left = page.right() - margin - width;
        let main = Rect::from_min_max(page.min, pos2(left, page.top() + height));
        let side = Rect::from_min_max(pos2(left, page.top()), pos2(page.right(), page.bottom()));
        Self { main, side: Some(side.with_max_x(left + width + margin)), height }
    }

    /// Room for shortcuts in buttons, and for all acts in one row.
    pub fn is_roomy(&self) -> bool {
        self.main.width() >= ROOMY_FROM
    }
}

/// Widgets in a part of the page, top down from the left.
pub fn within<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), contents).inner
}

/// The width a row took when it was last shown.
#[derive(Clone, Copy, Debug)]
struct RowWidth(f32);

/// A row of widgets in the middle of `rect`; it is laid out twice when its width changed.
pub fn centred_row<R>(ui: &mut Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let id: Id = ui.scope_id().with(("row", name));
    let known = ui.data(|data| data.get_temp::<RowWidth>(id));
    let width = known.map_or(rect.width(), |RowWidth(width)| width);
    let row = Rect::from_center_size(rect.center(), vec2(width.min(rect.width()), rect.height()));
    let builder = UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center));
    let shown = ui.scope_builder(builder, contents);
    let taken = shown.response.rect.width();
    if known.is_none_or(|RowWidth(width)| (width - taken).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, RowWidth(taken)));
        ui.ctx().request_discard("a centred row changed its width");
    }
    shown.inner
}

/// A strip of `rect` of some height, from its bottom; the rest stays in `rect`.
pub fn take_bottom(rect: &mut Rect, height: f32) -> Rect {
    let strip = Rect::from_min_max(pos2(rect.left(), rect.bottom() - height), rect.max);
    rect.max.y = (strip.top()).max(rect.top());
    strip
}

/// Words of at most two rows within `width`, in the middle of a row of some height.
pub fn block(ui: &mut Ui, text: &str, font: &FontId, colour: Color32, (width, row_height): (f32, f32)) -> Response {
    let mut job = LayoutJob::simple(text.to_owned(), font.clone(), colour, width);
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let size = vec2(galley.size().x, galley.size().y.max(row_height));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left(), top.round()), galley, colour);
    response
}

/// The rect without the page's margins at the sides.
pub fn inset(rect: Rect) -> Rect {
    rect.shrink2(Vec2::new(LEFT.min(rect.width() * 0.1), 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(96.0, 0.0), vec2(width, height))
    }

    #[test]
    fn at_the_size_of_the_drawing_the_cards_are_312_wide_and_24_from_the_edge() {
        let plan = Plan::of(page(1184.0, 800.0), Side::Cards);
        assert_eq!(plan.main.right(), 944.0);
        assert_eq!(plan.side.map(|side| side.right()), Some(1280.0));
    }

    #[test]
    fn in_the_smallest_window_the_cards_stay_beside_and_the_after_card_takes_the_page() {
        assert_eq!(Plan::of(page(624.0, 520.0), Side::Cards).main.width(), 376.0);
        assert_eq!(Plan::of(page(624.0, 520.0), Side::AfterCard).side, None);
    }

    #[test]
    fn a_very_narrow_page_stacks_and_a_very_low_one_scrolls() {
        let plan = Plan::of(page(400.0, 300.0), Side::Cards);
        assert_eq!((plan.side, plan.height), (None, 400.0));
    }

    #[test]
    fn a_strip_is_taken_from_the_bottom() {
        let mut rect = page(100.0, 100.0);
        assert_eq!(take_bottom(&mut rect, 30.0).top(), 70.0);
        assert_eq!(rect.bottom(), 70.0);
    }
}
