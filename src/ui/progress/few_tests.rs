//! What the charts say with little or nothing to show, over an older month, and with a hostile name of a measure.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::ProgressTab;
use super::counted_tests::world;
use super::range::{Range, Span};
use super::tests::young_world;
use super::view::PageView;
use crate::domain::goal::{GoalAction, GoalField};
use crate::domain::measure::{CountAction, Measure};
use crate::domain::{Action, demo};
use crate::exchange::chart::Chart;
use crate::exchange::chart_file::{self, FileKind};
use crate::exchange::csv;
use crate::ui::charts::palette;
use crate::ui::testing::{Stage, World, moment};
use crate::ui::theme::Theme;

fn view(world: &World, range: Range) -> PageView {
    let mut kept = None;
    PageView::kept(&mut kept, &world.cx(), range);
    kept.unwrap()
}

/// A chart's title and sentence as one reads them.
fn told(chart: &Chart) -> [String; 2] {
    [&chart.names.title, &chart.names.sentence].map(|words| words.replace('\u{a0}', " "))
}

/// A goal with so many sessions, a measure and nothing rated or counted.
fn measured(sessions: i64) -> World {
    let mut world = young_world(sessions);
    measure(&mut world, "words");
    world
}

fn measure(world: &mut World, unit: &str) {
    let id = world.model.goal().unwrap().id;
    let measure = Measure { unit: unit.to_owned(), total: Some(3000.0) };
    world.act(Action::Goal(GoalAction::Set { id, field: GoalField::Measure(Some(measure)) }));
}

#[track_caller]
fn check_told(charts: &[&Arc<Chart>], expected: &[(&str, &str)]) {
    let found: Vec<[String; 2]> = charts.iter().map(|chart| told(chart)).collect();
    let expected: Vec<[String; 2]> =
        expected.iter().map(|(title, sentence)| [title, sentence].map(|words| (*words).to_owned())).collect();
    assert_eq!(found, expected);
}

const FEELINGS: (&str, &str) = (
    "Before and after a session",
    "Rate motivation and energy on the card after a session, and each one adds a line here.",
);
const AUTOMATIC: (&str, &str) =
    ("How automatic it is", "The weekly review asks how automatic it has become; each answer adds a dot here.");
const STRENGTH: (&str, &str) =
    ("Strength", "It starts slowly: with the target met every day it stands at 50 % after 13 days, at 80 % after 31.");
const LEADS: (&str, &str) =
    ("Words, and where this leads", "A likely range needs 14 days of counting, 5 of them with words; so far 0 and 0.");
const COUNTS: (&str, &str) = ("Words a day", "No words in these days. Each count adds to a bar here.");

#[test]
fn without_a_session_every_chart_says_what_will_appear() {
    let expected = [
        ("Minutes a day", "No session in these days. Each day you work adds a bar here."),
        FEELINGS,
        ("This year", "Every day you work fills a cell here."),
        ("Length of a session", "No session in these days. Each one adds a dot here."),
        ("Hours of the week", "Every session fills the hours of its weekday here."),
        AUTOMATIC,
        STRENGTH,
        LEADS,
        COUNTS,
    ];
    check_told(&view(&measured(0), Range::default()).charts(), &expected);
}

#[test]
fn after_one_session_no_chart_says_more_than_it_knows() {
    let expected = [
        ("Minutes a day", "Your first day here; each day you work adds a bar."),
        FEELINGS,
        ("This year", "1 session on 1 day since 18 November."),
        ("Length of a session", "1 session in these days; from 5 on the middle length is named."),
        ("Hours of the week", "1 session so far; from 15 on it is told at which hour most begin."),
        AUTOMATIC,
        STRENGTH,
        LEADS,
        COUNTS,
    ];
    check_told(&view(&measured(1), Range::default()).charts(), &expected);
}

#[test]
fn after_five_sessions_the_middle_is_named_and_nothing_else() {
    // 5 6 |7| 8 9 minutes on five of the six days since the goal began.
    let expected = [
        ("Minutes a day", "On 5 of 6 days you worked; the middle day had 7 minutes."),
        FEELINGS,
        ("This year", "5 sessions on 5 days since 18 November."),
        ("Length of a session", "The middle of 5 sessions had 7 min."),
        ("Hours of the week", "5 sessions so far; from 15 on it is told at which hour most begin."),
        AUTOMATIC,
        STRENGTH,
        LEADS,
        COUNTS,
    ];
    check_told(&view(&measured(5), Range::default()).charts(), &expected);
    let bare = young_world(5);
    check_told(&view(&bare, Range::default()).charts(), &expected[..7]);
}

#[test]
fn a_chart_of_little_or_nothing_is_a_table_and_files_all_the_same() {
    let palette = palette(&Theme::light());
    // Rows of the charts in the order of the page: the goal is six days old.
    for (sessions, rows) in
        [(0, [6, 0, 6, 0, 0, 0, 6, 0, 6]), (1, [6, 0, 6, 1, 1, 0, 6, 0, 6]), (5, [6, 0, 6, 5, 1, 0, 6, 0, 6])]
    {
        let view = view(&measured(sessions), Range::default());
        let found: Vec<usize> = view.charts().iter().map(|chart| chart.table.len()).collect();
        assert_eq!(found, rows, "{sessions} sessions");
        for chart in view.charts() {
            assert!(chart.table.headings().len() > 1, "{:?}", chart.names);
            for kind in FileKind::ALL {
                assert!(!chart_file::of(chart, kind, &palette).unwrap().is_empty(), "{:?}", chart.names);
            }
            let lines = csv::of(&chart.table).lines().count();
            assert_eq!(lines, chart.table.len() + 1, "{:?}", chart.names);
        }
    }
}

#[test]
fn what_has_nothing_to_draw_shows_its_sentence_and_no_empty_grid() {
    let (title, sentence) = FEELINGS;
    let blank = view(&measured(1), Range::default()).feelings_chart;
    assert!(blank.is_blank());
    let drawn = String::from_utf8(chart_file::of(&blank, FileKind::Svg, &palette(&Theme::light())).unwrap()).unwrap();
    assert!(drawn.contains(title) && drawn.contains("Rate motivation and energy"), "{drawn}");
    assert!(!drawn.contains("<path"), "no line of a grid: {drawn}");
    let page = Stage::of(ProgressTab::default(), measured(1), ProgressTab::ui).size(1184.0, 2400.0).open();
    page.get_by_role_and_label(Role::Label, sentence);
    assert!(page.query_by_role_and_label(Role::Figure, sentence).is_none());
    page.get_by_role_and_label(Role::Button, &format!("{title}: table"));
}

#[test]
fn a_beginning_fills_the_picture_and_a_far_total_is_named() {
    let mut world = measured(5);
    world.act(Action::Count(CountAction::Add { amount: 560.0, session: None }));
    let begun = Arc::clone(&view(&world, Range::default()).measure_charts.as_ref().unwrap()[0]);
    assert_eq!((begun.y().from, begun.y().to), (0.0, 600.0));
    let told = told(&begun)[1].clone();
    assert!(told.ends_with(" The total lies above the picture."), "{told}");
    // Half of it is there: from here on the total is the top.
    world.act(Action::Count(CountAction::Add { amount: 940.0, session: None }));
    let halfway = Arc::clone(&view(&world, Range::default()).measure_charts.as_ref().unwrap()[0]);
    assert_eq!((halfway.y().from, halfway.y().to), (0.0, 3000.0));
    assert!(!halfway.names.sentence.contains("above the picture"));
    // Today does not lie at the edge.
    let today = halfway.x_of(world.derived.today).unwrap();
    assert!(today + 1.0 <= halfway.x.to, "{today} of {}", halfway.x.to);
}

#[test]
fn an_older_month_speaks_of_its_own_days() {
    let now = moment("2026-11-23T10:12:00Z");
    let world = World::new(demo::demo_at(now, 1), now);
    let view = view(&world, Range { span: Span::Month, back: 2 });
    let own = [
        &view.daily_chart,
        &view.strength_chart,
        &view.feelings_chart,
        &view.lengths_chart,
        &view.measure_charts.as_ref().unwrap()[1],
    ];
    for chart in own {
        assert!(chart.names.file.ends_with(" 2026-09"), "{:?}", chart.names);
        let file = csv::of(&chart.table);
        let days: Vec<&str> = file.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(days.first(), Some(&"2026-09-30"), "{:?}", chart.names);
        assert!(days.iter().all(|day| day.starts_with("2026-09-")), "{:?}: {days:?}", chart.names);
        assert!(chart.events.iter().all(|event| (0.0..=30.0).contains(&event.at)), "{:?}", chart.names);
    }
    assert!(view.rhythm_chart.names.file.ends_with(" 2026-09"));
    let daily = &view.daily_chart.names.sentence;
    assert!(daily.ends_with(" than in August."), "compared with the month before: {daily}");
    assert_eq!((view.daily_chart.table.len(), view.strength_chart.table.len()), (30, 30));
    // The strength of its last day, not that of today.
    let last = csv::of(&view.strength_chart.table).lines().nth(1).unwrap().to_owned();
    let strength: f64 = last.split(',').nth(1).unwrap().parse().unwrap();
    let end = format!(" to {:.0} %; it moves slowly, day by day.", strength * 100.0);
    assert!(told(&view.strength_chart)[1].ends_with(&end), "{end}");
}

#[test]
fn a_month_without_a_session_says_so() {
    let range = Range { span: Span::Month, back: 1 };
    let view = view(&world(), range);
    let own = [&view.daily_chart, &view.feelings_chart, &view.lengths_chart, &view.rhythm_chart, &view.strength_chart];
    let expected = [
        ("Minutes a day", "No session in these days. Each day you work adds a bar here."),
        FEELINGS,
        ("Length of a session", "No session in these days. Each one adds a dot here."),
        ("Hours of the week", "Every session fills the hours of its weekday here."),
        STRENGTH,
    ];
    check_told(&own, &expected);
    assert!(own.iter().all(|chart| chart.table.is_empty() && chart.names.file.ends_with(" 2026-10")));
    check_told(&[&view.measure_charts.as_ref().unwrap()[1]], &[COUNTS]);
}

/// The cells of a file by RFC 4180.
fn cells(file: &str) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = file.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' | '\r' | '\n' if !is_quoted => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    assert!(!is_quoted && cell.is_empty(), "every line ends, and so does every quote");
    cells
}

/// Neither a cell of any chart nor the name of its file is taken for a formula when the unit of the measure is one.
#[track_caller]
fn check_unit(unit: &str) {
    let mut world = world();
    measure(&mut world, unit);
    world.act(Action::Count(CountAction::Add { amount: -3.0, session: None }));
    for span in [Span::Week, Span::Days30, Span::Month, Span::Year, Span::All] {
        for chart in view(&world, Range { span, back: 0 }).charts() {
            for cell in cells(&csv::of(&chart.table)) {
                let is_live = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<f64>().is_err();
                assert!(!is_live, "{unit:?}: {cell:?} in {:?}", chart.names.title);
            }
            let name = FileKind::Csv.file_name(&chart.names);
            let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
            let stem = name.strip_prefix("mainspring-").unwrap().strip_suffix(".csv").unwrap();
            assert!(stem.chars().all(is_plain) && !stem.is_empty(), "{name:?}");
        }
    }
}

#[test]
fn a_unit_that_is_a_formula_stays_words() {
    for unit in ["=cmd|' /C calc'!A0", "+1", "-1+1", "@x", "\t=1+1", "\r=1+1", "=1,2", "=\"a\"", "＝1+1", "../../x"] {
        check_unit(unit);
    }
}

#[test]
fn the_heading_of_a_hostile_unit_is_marked_as_words() {
    let mut world = world();
    measure(&mut world, "=cmd|' /C calc'!A0");
    let view = view(&world, Range::default());
    let [measure, counts] = view.measure_charts.as_ref().unwrap();
    let first = |chart: &Chart| csv::of(&chart.table).lines().next().map(str::to_owned);
    assert_eq!(first(counts).as_deref(), Some("Day,'=cmd|' /C calc'!A0"));
    assert!(first(measure).unwrap().starts_with("Day,'=cmd|' /C calc'!A0,In all,"));
}
