//! Every screen at the sizes it has to stand: nothing lies over anything else, nothing is out of reach.

use eframe::egui::{Id, Rect, Role, Sense, Vec2, WidgetRect, accessibility::is_input, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use mainspring::domain::settings::{Settings, ThemeChoice};

use crate::desk::{Desk, Window};
use crate::screens::Screen;

/// Rounding of places to pixels, in points.
const SLACK: f32 = 1.5;

/// What a sheet keeps for its title and the margins around it, in points.
const TITLE: f32 = 76.0;

/// With this variable set the pictures are written into its folder.
const PICTURES: &str = "MAINSPRING_PICTURES";

/// All that is named and can be clicked, layer by layer, with what of it is in sight. Grounds, such as that of a sheet,
/// take clicks too, but have no name.
fn clickable(window: &Window) -> Vec<Vec<WidgetRect>> {
    window.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let layers = widgets.layers();
        let clickable = |widget: &WidgetRect| {
            widgets.info(widget.id).is_some()
                && widget.enabled
                && widget.sense.contains(Sense::CLICK)
                && widget.interact_rect.is_positive()
        };
        layers.map(|(_, widgets)| widgets.iter().filter(|widget| clickable(widget)).copied().collect()).collect()
    })
}

fn is_inside(window: &Window, inner: Id, outer: Id) -> bool {
    window.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let parent = |id: &Id| widgets.get(*id).map(|widget| widget.parent_id).filter(|parent| parent != id);
        std::iter::successors(Some(inner), parent).take(64).any(|id| id == outer)
    })
}

#[track_caller]
fn check_no_overlap(window: &Window, name: &str) {
    for layer in clickable(window) {
        for (nth, one) in layer.iter().enumerate() {
            for other in &layer[nth + 1..] {
                let both = one.interact_rect.intersect(other.interact_rect);
                let overlaps = both.width() > SLACK && both.height() > SLACK;
                let nested = is_inside(window, one.id, other.id) || is_inside(window, other.id, one.id);
                assert!(
                    !overlaps || nested,
                    "{name}: {} {:?} and {} {:?} overlap",
                    words(window, one),
                    one.interact_rect,
                    words(window, other),
                    other.interact_rect,
                );
            }
        }
    }
}

/// What a widget says of itself.
fn words(window: &Window, widget: &WidgetRect) -> String {
    let rect = widget.rect;
    let root = window.root();
    let named = root.children_recursive().find(|node| {
        node.accesskit_node().bounding_box().is_some() && (node.rect().center() - rect.center()).length() < 2.0
    });
    named.and_then(|node| node.accesskit_node().label()).unwrap_or_else(|| "something unnamed".to_owned())
}

/// Whatever can be acted on is in the window, or comes into it when it is scrolled to.
#[track_caller]
fn check_in_reach(window: &mut Window, name: &str) {
    let room = window.ctx.content_rect();
    let count = inputs(window).len();
    for nth in 0..count {
        let Some((label, rect)) = inputs(window).get(nth).cloned() else { continue };
        assert!(
            rect.left() >= room.left() - SLACK && rect.right() <= room.right() + SLACK,
            "{name}: {label:?} {rect:?} sticks out at the side of {room:?}"
        );
        if fits(room, rect) {
            continue;
        }
        scroll_to(window, nth);
        let Some((_, rect)) = inputs(window).get(nth).cloned() else { continue };
        let view = height_of_view(window);
        if rect.height() > view {
            // What is higher than its view fills most of it.
            let seen = rect.intersect(room).height();
            assert!(seen > view / 2.0, "{name}: {label:?} {rect:?} shows only {seen} points of {view}");
            continue;
        }
        if fits(room, rect) {
            continue;
        }
        // In a list that scrolls inside the page only the list has scrolled; the keyboard brings both.
        focus(window, nth);
        let Some((_, rect)) = inputs(window).get(nth).cloned() else { continue };
        assert!(fits(room, rect), "{name}: {label:?} {rect:?} cannot be brought into {room:?}");
    }
}

fn fits(room: Rect, rect: Rect) -> bool {
    room.expand(SLACK).contains_rect(rect)
}

/// The dialog that lies over everything, or everything.
fn top(window: &Window) -> Node<'_> {
    window.query_by_role(Role::Dialog).unwrap_or_else(|| window.root())
}

fn takes_input(node: &Node<'_>) -> bool {
    let node = node.accesskit_node();
    is_input(node.role()) && !node.is_hidden() && node.bounding_box().is_some()
}

/// Name and place of every widget that takes input.
fn inputs(window: &Window) -> Vec<(String, Rect)> {
    let root = top(window);
    let nodes = root.children_recursive().filter(takes_input);
    nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

/// The height of what scrolls: the window, or a sheet below its title, as `widgets::sheet` lays it.
fn height_of_view(window: &Window) -> f32 {
    let height = window.ctx.content_rect().height();
    let around = if height < 640.0 { 12.0 } else { 32.0 };
    if window.query_by_role(Role::Dialog).is_some() { height - 2.0 * around - TITLE } else { height }
}

fn focus(window: &mut Window, nth: usize) {
    let root = top(window);
    let mut nodes = root.children_recursive().filter(takes_input);
    if let Some(node) = nodes.nth(nth) {
        node.focus();
    }
    drop(nodes);
    window.run();
}

fn scroll_to(window: &mut Window, nth: usize) {
    let root = top(window);
    let mut nodes = root.children_recursive().filter(takes_input);
    if let Some(node) = nodes.nth(nth) {
        node.scroll_to_me();
    }
    drop(nodes);
    window.run();
}

/// No line of words is cut by the window's sides.
#[track_caller]
fn check_words(window: &Window, name: &str) {
    let room = window.ctx.content_rect();
    for node in window.root().children_recursive() {
        if node.accesskit_node().bounding_box().is_none() || node.accesskit_node().is_hidden() {
            continue;
        }
        let rect = node.rect();
        let is_in = rect.left() >= room.left() - SLACK && rect.right() <= room.right() + SLACK;
        assert!(is_in, "{name}: {:?} {rect:?} is wider than {room:?}", node.accesskit_node().label());
    }
}

fn picture(window: &mut Window, name: &str) {
    let Some(folder) = std::env::var_os(PICTURES).map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("a folder");
    let image = window.render().expect("a picture");
    image.save(folder.join(format!("{name}.png"))).expect("a written picture");
}

/// Every screen in a window of `size` pixels, its text at `percent`; a test's window counts in points.
#[track_caller]
fn check_size(size: Vec2, percent: u16, theme: ThemeChoice) {
    let change = |settings: &mut Settings| {
        settings.text_percent = percent;
        settings.theme = theme;
    };
    let mut troubles = Vec::new();
    for screen in Screen::all() {
        let name = format!("{}-{}x{}-{percent}", screen.name(), size.x, size.y);
        let checked = std::panic::catch_unwind(|| {
            let desk = Desk::new();
            let mut window = screen.open(&desk, change, size * 100.0 / f32::from(percent));
            window.check_accessibility();
            picture(&mut window, &name);
            check_no_overlap(&window, &name);
            check_words(&window, &name);
            check_in_reach(&mut window, &name);
        });
        if let Err(cause) = checked {
            let told = cause.downcast_ref::<String>().cloned().unwrap_or_else(|| format!("{name}: trouble"));
            troubles.push(told);
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

#[test]
fn the_smallest_window() {
    check_size(vec2(720.0, 520.0), 100, ThemeChoice::Dark);
}

#[test]
fn an_ordinary_window() {
    check_size(vec2(1280.0, 800.0), 100, ThemeChoice::Dark);
}

#[test]
fn a_large_window() {
    check_size(vec2(1440.0, 900.0), 100, ThemeChoice::Light);
}

#[test]
fn text_twice_as_large() {
    check_size(vec2(1440.0, 900.0), 200, ThemeChoice::Light);
}

#[test]
fn the_smallest_text() {
    check_size(vec2(1440.0, 900.0), 80, ThemeChoice::Dark);
}
