//! What holds for every chart of the page: a sentence, a table, and files that can leave the app.

use egui_kittest::kittest::Queryable;

use eframe::egui::accesskit::Role;

use super::ProgressTab;
use super::range::{Range, Span};
use super::view::PageView;
use crate::domain::demo;
use crate::exchange::chart::Layer;
use crate::exchange::chart_file::{self, FileKind};
use crate::exchange::export::Export;
use crate::exchange::{csv, png};
use crate::ui::charts::palette;
use crate::ui::testing::{Stage, World, moment};
use crate::ui::theme::Theme;

const SPANS: [Span; 5] = [Span::Week, Span::Days30, Span::Month, Span::Year, Span::All];

fn world() -> World {
    let now = moment("2026-11-23T10:12:00Z");
    World::new(demo::demo_at(now, 1), now)
}

#[test]
fn every_chart_has_a_sentence_a_table_and_files_over_every_range() {
    let (world, palette) = (world(), palette(&Theme::light()));
    for span in SPANS {
        let mut kept = None;
        let view = PageView::kept(&mut kept, &world.cx(), Range { span, back: 0 });
        for chart in view.charts() {
            let names = &chart.names;
            assert!(names.sentence.ends_with('.') && !names.title.is_empty(), "{names:?}");
            assert!(chart.table.headings().len() > 1 && !chart.table.is_empty(), "{names:?}");
            assert!(!chart.stops().is_empty() && !chart.layers().is_empty(), "{names:?}");
            let drawn = String::from_utf8(chart_file::of(chart, FileKind::Svg, &palette).unwrap()).unwrap();
            assert!(drawn.contains(&names.sentence) && png::of(&drawn, 0.1).is_ok(), "{names:?}");
            if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
                let file = std::path::Path::new(&folder).join(FileKind::Png.file_name(names));
                std::fs::write(file, chart_file::of(chart, FileKind::Png, &palette).unwrap()).unwrap();
            }
        }
    }
}

#[test]
fn no_bar_and_no_line_reaches_beyond_its_chart() {
    // A Monday: the week that is drawn last has only begun.
    let world = world();
    for span in SPANS {
        let mut kept = None;
        let view = PageView::kept(&mut kept, &world.cx(), Range { span, back: 0 });
        for chart in view.charts() {
            let (right, top) = (chart.x.to + 1e-9, chart.y().to + 1e-9);
            for layer in chart.layers() {
                match layer {
                    Layer::Bars { bars, .. } => {
                        assert!(bars.iter().all(|bar| bar.to <= right && bar.height <= top), "{:?}", chart.names);
                    }
                    Layer::Line { points, .. } => {
                        assert!(points.iter().all(|[x, y]| *x <= right && *y <= top), "{:?}", chart.names);
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn no_line_of_a_figures_file_can_run_in_a_spreadsheet() {
    let world = world();
    let mut kept = None;
    let view = PageView::kept(&mut kept, &world.cx(), Range { span: Span::All, back: 0 });
    for chart in view.charts() {
        for field in csv::of(&chart.table).lines().flat_map(|line| line.split(',')) {
            let is_number = field.parse::<f64>().is_ok();
            assert!(is_number || !field.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
}

#[test]
fn the_days_of_a_month_are_saved_as_they_are() {
    let world = world();
    let mut kept = None;
    let view = PageView::kept(&mut kept, &world.cx(), Range { span: Span::Week, back: 0 });
    let figures = csv::of(&view.daily_chart.table);
    let days: Vec<&str> = figures.lines().filter_map(|line| line.split(',').next()).collect();
    let expected =
        ["Day", "2026-11-23", "2026-11-22", "2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17"];
    assert_eq!(days, expected);
}

#[test]
fn every_chart_on_the_page_is_saved_under_the_name_of_its_days() {
    let mut page = Stage::of(ProgressTab::default(), world(), ProgressTab::ui).size(1184.0, 2400.0).open();
    let expected = [
        ("Minutes a day", "mainspring-minutes-a-day-2026-10-25-to-2026-11-23"),
        ("Strength", "mainspring-strength-2026-10-25-to-2026-11-23"),
        ("Before and after a session", "mainspring-before-and-after-a-session-2026-10-25-to-2026-11-23"),
        ("Length of a session", "mainspring-length-of-a-session-2026-10-25-to-2026-11-23"),
        ("Hours of the week", "mainspring-hours-of-the-week-2026-10-25-to-2026-11-23"),
        ("Words a day", "mainspring-words-a-day-2026-10-25-to-2026-11-23"),
        ("This year", "mainspring-year-2026"),
    ];
    for (title, file) in expected {
        for kind in FileKind::ALL {
            page.get_by_role_and_label(Role::Button, &format!("Save {title} as {}", kind.name())).click();
            page.run();
            let exports = std::mem::take(&mut page.state_mut().out.exports);
            let files: Vec<String> = exports.iter().map(Export::file_name).collect();
            assert_eq!(files, [format!("{file}.{}", kind.ending())]);
        }
    }
}

#[test]
fn who_looks_back_at_a_month_sees_the_weekdays_as_of_its_end() {
    use crate::domain::insight::days::Days;
    use crate::domain::insight::rhythm::Weekdays;
    let world = world();
    let view = PageView::looking_back(&world.cx(), Range { span: Span::Month, back: 5 });
    let day = |day: &str| day.parse().unwrap();
    assert_eq!((view.period.to, view.whole.weekdays.until), (day("2026-06-30"), day("2026-06-28")));
    let then = Days::of(&world.model, world.model.goal().unwrap(), day("2026-07-01"));
    let known = Weekdays::of(&then, world.model.settings.week_start, day("2026-07-01"));
    assert_eq!(view.whole.weekdays, known);
}
