//! What every chart of the page says of the place that is pointed at, and what a click there opens.
//!
//! The sessions are those counted by hand; Wednesday 18 November had 9 and 5 minutes, 100 words and one rating.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable};

use super::counted_tests::world;
use super::range::{Range, Span};
use super::view::PageView;
use super::{ProgressTab, counted_tests};
use crate::exchange::chart::Chart;
use crate::ui::testing::{Scene, Stage};

type Page = Harness<'static, Scene<ProgressTab>>;

/// All that is known of the day, in every chart that has days.
const WEDNESDAY: &str = "Wed 18 Nov: 14 min of 5 · in 2 sessions · 100 words · motivation 3 → 4 · energy 3 of 5";

fn page() -> Page {
    Stage::of(ProgressTab::default(), world(), ProgressTab::ui).size(1184.0, 2400.0).open()
}

fn view(page: &Page) -> PageView {
    view_of(page, Span::Days30)
}

fn view_of(page: &Page, span: Span) -> PageView {
    PageView::looking_back(&page.state().world.cx(), Range { span, back: 0 })
}

/// Where a place of a chart lies in the window.
fn place(page: &Page, chart: &Chart, [x, y]: [f64; 2]) -> Pos2 {
    let frame = page.get_by_role_and_label(Role::Figure, &chart.names.sentence).rect();
    let (across, down) = ((x - chart.x.from) / (chart.x.to - chart.x.from), 1.0 - y / chart.y().to);
    pos2(frame.left() + frame.width() * across as f32, frame.top() + frame.height() * down as f32)
}

/// Noon of 18 November, at half the height.
fn wednesday(chart: &Chart) -> [f64; 2] {
    [chart.x_of(counted_tests::day(18)).unwrap(), f64::midpoint(chart.y().from, chart.y().to)]
}

/// Points at a place of a chart and reads what comes up beside the pointer.
#[track_caller]
fn check_hover(chart: impl Fn(&PageView) -> &Chart, at: impl Fn(&Chart) -> [f64; 2], expected: &[&str]) {
    let mut page = page();
    let view = view(&page);
    let chart = chart(&view);
    let told =
        |page: &Page, words: &str| page.query_all(By::new().role(Role::Label).label_contains(words)).next().is_some();
    assert!(!expected.iter().all(|words| told(&page, words)), "before it is pointed at");
    page.hover_at(place(&page, chart, at(chart)));
    page.run_steps(8);
    for words in expected {
        assert!(told(&page, words), "{}: {words}", chart.names.title);
    }
}

fn click(page: &mut Page, at: Pos2) {
    page.hover_at(at);
    page.run();
    page.drag_at(at);
    page.run();
    page.drop_at(at);
    page.run();
}

/// How many sessions the list shows.
fn rows(page: &Page) -> usize {
    page.query_all_by_label_contains("No note, added later").count()
}

/// Over a year, clicks on a place of a chart: the list then holds the sessions of the week of that Wednesday, until its
/// name is clicked away.
#[track_caller]
fn check_week(chart: impl Fn(&PageView) -> &Chart) {
    let mut page = page();
    page.state_mut().view.show_span(Span::Year);
    page.run();
    let view = view_of(&page, Span::Year);
    let chart = chart(&view);
    let at = place(&page, chart, wednesday(chart));
    click(&mut page, at);
    let week = "Mon 16 Nov – Sun 22 Nov";
    page.get_by_role_and_label(Role::CheckBox, week).scroll_to_me();
    page.run();
    assert_eq!(rows(&page), 7, "{}: the sessions of the week", chart.names.title);
    page.get_by_role_and_label(Role::CheckBox, week).click();
    page.run();
    assert!(page.query_by_role_and_label(Role::CheckBox, week).is_none());
    assert!(rows(&page) > 7, "{}: all sessions, as far as they are in sight", chart.names.title);
}

/// Clicks on a place of a chart; the list below then holds the sessions of that Wednesday alone.
#[track_caller]
fn check_click(chart: impl Fn(&PageView) -> &Chart, at: impl Fn(&Chart) -> [f64; 2]) {
    let mut page = page();
    let view = view(&page);
    let chart = chart(&view);
    let at = place(&page, chart, at(chart));
    click(&mut page, at);
    page.get_by_role_and_label(Role::CheckBox, "Wed 18 Nov");
    assert_eq!(rows(&page), 2, "{}: the two sessions of the day", chart.names.title);
}

/// Of the eighteen sessions that were rated, that of the 18th is the fourteenth.
fn fourteenth(_: &Chart) -> [f64; 2] {
    [13.5, 3.0]
}

/// The hour from eight on Wednesdays, the third row from the top.
fn wednesday_at_eight(_: &Chart) -> [f64; 2] {
    [8.5, 4.5]
}

#[test]
fn every_chart_with_days_says_everything_about_the_day_that_is_pointed_at() {
    check_hover(|view| &view.daily_chart, wednesday, &[WEDNESDAY]);
    check_hover(|view| &view.strength_chart, wednesday, &[WEDNESDAY, "Strength "]);
    check_hover(|view| &view.lengths_chart, wednesday, &[WEDNESDAY]);
    check_hover(|view| &view.automatic_chart, wednesday, &[WEDNESDAY]);
    // 500 + 500 + 150 + 100 + 50 + 100 words by then.
    check_hover(|view| &view.measure_charts.as_ref().unwrap()[0], wednesday, &[WEDNESDAY, "In all 1\u{a0}400"]);
    check_hover(|view| &view.measure_charts.as_ref().unwrap()[1], wednesday, &[WEDNESDAY]);
}

#[test]
fn what_has_no_days_says_its_session_or_its_hour() {
    let rated = "Wed 18 Nov · Motivation before 3 · Motivation after 4 · Energy 3";
    check_hover(|view| &view.feelings_chart, fourteenth, &[rated]);
    // Wednesdays at eight: 6 + 8 + 9 minutes.
    let hour = "Wed 08:00–09:00: 23 min · 3 sessions began";
    check_hover(|view| &view.rhythm_chart, wednesday_at_eight, &[hour]);
}

#[test]
fn the_name_of_what_happened_is_told_with_its_day() {
    let eleventh = |chart: &Chart| [chart.x_of(counted_tests::day(11)).unwrap(), 1.0];
    check_hover(|view| &view.daily_chart, eleventh, &["Wed 11 Nov: 8 min of 5", "\nHabit"]);
}

#[test]
fn a_click_on_a_day_of_any_chart_opens_its_sessions() {
    check_click(|view| &view.daily_chart, wednesday);
    check_click(|view| &view.strength_chart, wednesday);
    check_click(|view| &view.lengths_chart, wednesday);
    check_click(|view| &view.automatic_chart, wednesday);
    check_click(|view| &view.measure_charts.as_ref().unwrap()[0], wednesday);
    check_click(|view| &view.measure_charts.as_ref().unwrap()[1], wednesday);
    check_click(|view| &view.feelings_chart, fourteenth);
}

#[test]
fn a_cell_of_the_year_is_pointed_at_and_clicked_too() {
    let mut page = page();
    page.get_by_role_and_label(Role::Button, WEDNESDAY).hover();
    page.run_steps(8);
    assert!(page.query_all(By::new().role(Role::Label).label_contains(WEDNESDAY)).next().is_some());
    page.get_by_role_and_label(Role::Button, WEDNESDAY).click();
    page.run();
    page.get_by_role_and_label(Role::CheckBox, "Wed 18 Nov");
}

#[test]
fn a_click_on_a_day_without_a_session_opens_nothing() {
    let mut page = page();
    let view = view(&page);
    let rest = [view.strength_chart.x_of(counted_tests::day(13)).unwrap(), 0.5];
    let at = place(&page, &view.strength_chart, rest);
    page.hover_at(at);
    page.drag_at(at);
    page.run();
    page.drop_at(at);
    page.run();
    assert!(page.query_by_role_and_label(Role::CheckBox, "Fri 13 Nov").is_none());
}

#[test]
fn a_click_on_a_week_of_any_chart_opens_its_sessions_and_a_click_on_its_name_all_of_them() {
    check_week(|view| &view.daily_chart);
    check_week(|view| &view.feelings_chart);
    check_week(|view| &view.lengths_chart);
    check_week(|view| &view.measure_charts.as_ref().unwrap()[1]);
}

#[test]
fn a_click_on_a_week_without_a_session_opens_nothing() {
    let mut page = page();
    page.state_mut().view.show_span(Span::Year);
    page.run();
    let chart = view_of(&page, Span::Year).daily_chart;
    // The week after this one is still to come.
    let at = place(&page, &chart, [chart.x_of(counted_tests::day(30)).unwrap(), 1.0]);
    click(&mut page, at);
    assert!(page.query_all_by_role(Role::CheckBox).next().is_none());
}

#[test]
fn the_keyboard_opens_the_sessions_of_a_week_too() {
    let mut page = page();
    page.state_mut().view.show_span(Span::Year);
    page.run();
    let chart = view_of(&page, Span::Year).daily_chart;
    // Its last stop is this week, the one before the Saturday on which the third stage began.
    page.get_by_role_and_label(Role::Figure, &chart.names.sentence).focus();
    page.run();
    for key in [Key::End, Key::ArrowLeft, Key::Enter] {
        page.key_press(key);
        page.run();
    }
    page.get_by_role_and_label(Role::CheckBox, "Mon 16 Nov – Sun 22 Nov");
    assert_eq!(rows(&page), 7);
}
