//! Charts by role and label: walked through with the keyboard, told by a screen reader, saved by their links.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key as Button, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{ChartCard, View};
use crate::domain::Model;
use crate::exchange::chart::{
    Axis, Bar, BarKind, Chart, Colour, Event, EventKind, Key, Layer, Mark, Names, Pair, Point, Shade, Sign, Span, Step,
    Stroke, Tile,
};
use crate::exchange::chart_file::FileKind;
use crate::exchange::export::Export;
use crate::exchange::table::{Cell, Table};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::testing::{Scene, Stage, World, moment, picture};
use crate::ui::widgets;

/// One chart on a card, and the place that was chosen last.
struct Page {
    charts: Vec<Arc<Chart>>,
    view: View,
    chosen: Option<Point>,
}

impl Page {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        for chart in &self.charts {
            widgets::card(ui, cx.theme, |ui| {
                let card = ChartCard { chart, height: 150.0, why: None };
                let words = |[x, y]: Point| Some(format!("place {x} {y:.1}"));
                self.chosen = card.ui(ui, cx, &mut self.view, out, &words).or(self.chosen);
            });
        }
    }
}

fn names(title: &str) -> Names {
    Names { title: title.to_owned(), sentence: format!("{title} grow."), file: format!("{title} 2026-11") }
}

fn marks(names: &[&str]) -> Vec<Mark> {
    names.iter().enumerate().map(|(nth, name)| Mark::new(nth as f64 * 10.0, (*name).to_owned())).collect()
}

fn days() -> Chart {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let x = Axis::new(0.0, 11.0, vec![Mark::new(0.5, "1".to_owned()), Mark::new(7.5, "8".to_owned())]);
    let mut chart = Chart::new(names("Minutes"), x, Axis::to_last(marks(&["0", "10", "20"]))).from_day(first);
    let bar = |(from, height, kind)| Bar { from, to: from + 1.0, height, kind };
    let bars = [(1.0, 12.0, BarKind::Done), (2.0, 0.0, BarKind::Rest), (6.0, 18.0, BarKind::Growing)];
    chart.push(Layer::Bars { bars: bars.map(bar).to_vec(), colour: Colour::Stage(0) });
    chart.push(Layer::Steps { steps: vec![Step { from: 0.0, to: 10.0, height: 15.0 }], colour: Colour::Ink });
    let event = |at, to, name: &str, kind| Event { at, to, name: name.to_owned(), kind };
    chart.events = vec![
        event(3.0, Some(5.0), "travel", EventKind::Rest),
        event(2.5, None, "Earlier start", EventKind::Experiment),
        event(8.5, None, "10 h", EventKind::Milestone),
    ];
    chart.legend = vec![
        Key::new("rest".to_owned(), Sign::Box, Colour::Muted),
        Key::new("target 15 min".to_owned(), Sign::Dashes, Colour::Ink),
    ];
    chart.table = Table::new(["Day", "Minutes"].map(str::to_owned)).with([[Cell::Day(first), Cell::Minutes(12.0)]]);
    chart
}

fn hours() -> Chart {
    let x = Axis::new(0.0, 3.0, vec![Mark::new(0.5, "9".to_owned())]);
    let mut chart = Chart::new(names("Hours"), x, Axis::new(0.0, 1.0, vec![Mark::new(0.5, "Tue".to_owned())]));
    let shades = [Shade::Share(1.0), Shade::Share(0.4), Shade::Empty, Shade::Rest, Shade::Outside, Shade::Empty];
    let tile = |(nth, shade): (usize, Shade)| Tile { column: nth as u16 % 3, row: nth as u16 / 3, shade };
    let tiles = shades.into_iter().enumerate().map(tile).collect();
    chart.push(Layer::Tiles { tiles, rows: 2, colour: Colour::Stage(1) });
    chart.legend = vec![Key::new("more".to_owned(), Sign::Scale, Colour::Stage(1))];
    chart
}

fn forecast() -> Chart {
    let mut chart = Chart::new(names("Words"), Axis::new(0.0, 40.0, Vec::new()), Axis::to_last(marks(&["0", "10"])));
    let points: Vec<Point> = vec![[0.0, 0.0], [10.0, 3.0], [20.0, 5.0]];
    let span = |x, low, high| Span { x, low, high };
    let band = vec![span(20.0, 5.0, 5.0), span(40.0, 7.0, 10.0)];
    chart.push(Layer::Band { points: band, colour: Colour::Band });
    chart.push(Layer::Line {
        points: vec![[20.0, 5.0], [40.0, 8.5]],
        colour: Colour::Stage(1),
        stroke: Stroke::Dashed,
    });
    chart.push(Layer::Line { points: points.clone(), colour: Colour::Stage(1), stroke: Stroke::Solid });
    chart.push(Layer::Dots { points, colour: Colour::Muted });
    chart.push(Layer::End { at: [20.0, 5.0], name: "5 words".to_owned(), colour: Colour::Stage(1) });
    let pair = |x, before, after| Pair { x, before, after };
    chart.push(Layer::Pairs(vec![pair(30.0, 2.0, 4.0), pair(33.0, 4.0, 1.0)]));
    chart.events.push(Event { at: 20.0, to: None, name: "today".to_owned(), kind: EventKind::Today });
    let signs = [Sign::Block, Sign::Line, Sign::Dot, Sign::Ring, Sign::Nothing];
    chart.legend = signs.map(|sign| Key::new("a key".to_owned(), sign, Colour::Stage(1))).to_vec();
    chart
}

fn open(charts: Vec<Chart>, width: f32) -> Harness<'static, Scene<Page>> {
    let world = World::new(Model::default(), moment("2026-11-23T10:12:00Z"));
    let charts = charts.into_iter().map(Arc::new).collect();
    Stage::of(Page { charts, view: View::Picture, chosen: None }, world, Page::ui).size(width, 900.0).open()
}

fn press(page: &mut Harness<'_, Scene<Page>>, keys: &[Button]) {
    for key in keys {
        page.key_press(*key);
        page.run();
    }
}

fn figure(page: &Harness<'_, Scene<Page>>) -> String {
    use egui_kittest::kittest::NodeT;
    page.get_by_role(Role::Figure).accesskit_node().label().unwrap_or_default()
}

#[test]
fn the_arrows_step_through_the_days_that_have_a_figure_and_enter_opens_one() {
    let mut page = open(vec![days()], 700.0);
    assert_eq!(figure(&page), "Minutes grow.");
    page.get_by_role(Role::Figure).focus();
    page.run();
    assert_eq!(figure(&page), "place 8.5 0.0\n10 h");
    press(&mut page, &[Button::ArrowLeft]);
    assert_eq!(figure(&page), "place 6.5 0.0");
    press(&mut page, &[Button::ArrowLeft]);
    assert_eq!(figure(&page), "place 3 0.0\ntravel");
    press(&mut page, &[Button::ArrowLeft]);
    assert_eq!(figure(&page), "place 2.5 0.0\nEarlier start");
    press(&mut page, &[Button::Home, Button::ArrowLeft]);
    assert_eq!(figure(&page), "place 1.5 0.0");
    press(&mut page, &[Button::End, Button::ArrowRight]);
    assert_eq!(figure(&page), "place 8.5 0.0\n10 h");
    press(&mut page, &[Button::ArrowLeft, Button::Enter]);
    assert_eq!(page.state().view.chosen, Some([6.5, 0.0]));
}

#[test]
fn the_arrows_walk_a_grid_in_both_directions_and_stay_in_it() {
    let mut page = open(vec![hours()], 700.0);
    page.get_by_role(Role::Figure).focus();
    page.run();
    assert_eq!(figure(&page), "place 2.5 1.5");
    press(&mut page, &[Button::ArrowUp, Button::ArrowDown, Button::ArrowDown, Button::ArrowLeft]);
    assert_eq!(figure(&page), "place 1.5 0.5");
}

#[test]
fn the_keyboard_begins_where_the_past_ends() {
    let mut page = open(vec![forecast()], 700.0);
    page.get_by_role(Role::Figure).focus();
    page.run();
    assert_eq!(figure(&page), "place 20 0.0");
    press(&mut page, &[Button::ArrowRight]);
    assert_eq!(figure(&page), "place 30 0.0");
}

#[test]
fn a_click_chooses_the_day_under_the_pointer() {
    let mut page = open(vec![days()], 700.0);
    page.get_by_role(Role::Figure).click();
    page.run();
    let [x, _] = page.state().view.chosen.unwrap();
    assert_eq!(x, 5.5);
    assert_eq!(days().day_at(x), chrono::NaiveDate::from_ymd_opt(2026, 11, 6));
}

#[test]
fn every_chart_offers_its_files_by_name() {
    let mut page = open(vec![days()], 700.0);
    for (kind, label) in FileKind::ALL.into_iter().zip(["PNG", "SVG", "CSV"]) {
        page.get_by_role_and_label(Role::Button, &format!("Save Minutes as {label}")).click();
        page.run();
        assert_eq!(std::mem::take(&mut page.state_mut().out.exports), [Export::Chart(Arc::new(days()), kind)]);
    }
}

#[test]
fn where_there_is_little_room_the_files_are_in_a_menu() {
    let mut page = open(vec![days()], 220.0);
    assert!(page.query_by_label("Save Minutes as CSV").is_none());
    page.get_by_role_and_label(Role::Button, "Save Minutes").click();
    page.run();
    page.get_by_role_and_label(Role::Button, "Save Minutes as CSV").click();
    page.run();
    assert_eq!(page.state().out.exports, [Export::Chart(Arc::new(days()), FileKind::Csv)]);
    assert!(page.query_by_label("Save Minutes as CSV").is_none());
}

#[test]
fn the_legend_is_there_also_where_there_is_little_room() {
    for width in [220.0, 360.0, 700.0] {
        let page = open(vec![days()], width);
        assert!(page.query_by_label("target 15 min").is_some(), "{width}");
    }
}

#[test]
fn pictures_of_every_layer() {
    for width in [300.0, 700.0] {
        picture(&mut open(vec![days(), hours(), forecast()], width), &format!("charts-{width}"));
    }
    let mut page = open(vec![days()], 500.0);
    page.get_by_role(Role::Figure).focus();
    page.run();
    press(&mut page, &[Button::ArrowLeft]);
    picture(&mut page, "charts-keyboard");
    let mut page = open(vec![days()], 220.0);
    page.get_by_role_and_label(Role::Button, "Save Minutes").click();
    page.run();
    picture(&mut page, "charts-menu");
}
