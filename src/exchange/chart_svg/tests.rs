use resvg::usvg;

use super::*;
use crate::exchange::chart::{Axis, Bar, BarKind, Key, Mark, Names, Pair, Shade, Sign, Span, Step, Stroke, Tile};
use crate::exchange::{chart_file, png};

/// The colours of the tests of drawings.
pub(in crate::exchange) fn palette() -> Palette {
    Palette {
        paper: "#ffffff".to_owned(),
        ink: "#23272c".to_owned(),
        muted: "#62666d".to_owned(),
        line: "#e6e0d4".to_owned(),
        track: "#ece6da".to_owned(),
        accent: "#8f5e12".to_owned(),
        band: "#f3e6cc".to_owned(),
        stage: ["#d9a441", "#c4772f", "#8c4a2f", "#3f5e6b"].map(str::to_owned),
    }
}

fn marks(places: &[(f64, &str)]) -> Vec<Mark> {
    places.iter().map(|(at, name)| Mark::new(*at, (*name).to_owned())).collect()
}

fn names(title: &str, sentence: &str) -> Names {
    Names { title: title.to_owned(), sentence: sentence.to_owned(), file: "chart".to_owned() }
}

fn bar(from: f64, height: f64, kind: BarKind) -> Bar {
    Bar { from, to: from + 1.0, height, kind }
}

/// Three days: one done, one free, today growing.
fn three_days() -> Chart {
    let x = Axis::new(0.0, 3.0, marks(&[(0.5, "1"), (1.5, "2"), (2.5, "3")]));
    let y = Axis::to_last(marks(&[(0.0, "0"), (10.0, "10"), (20.0, "20")]));
    let mut chart = Chart::new(names("Minutes a day", "On 2 of 2 days you worked."), x, y);
    let bars = vec![bar(0.0, 20.0, BarKind::Done), bar(1.0, 0.0, BarKind::Rest), bar(2.0, 5.0, BarKind::Growing)];
    chart.push(Layer::Bars { bars, colour: Colour::Stage(0) });
    let step = |from: f64, to: f64, height: f64| Step { from, to, height };
    chart.push(Layer::Steps { steps: vec![step(0.0, 2.0, 10.0), step(2.0, 3.0, 15.0)], colour: Colour::Ink });
    chart.legend.push(Key::new("target".to_owned(), Sign::Dashes, Colour::Ink));
    chart
}

fn event(at: f64, to: Option<f64>, name: &str, kind: EventKind) -> Event {
    Event { at, to, name: name.to_owned(), kind }
}

/// Every layer, sign and event at once, with long names and a long sentence.
fn crowded() -> Chart {
    let x = Axis::new(0.0, 60.0, marks(&[(0.5, "25 Oct"), (30.0, "24 Nov"), (59.5, "23 Dec")]));
    let y = Axis::new(0.0, 60_000.0, marks(&[(0.0, "0"), (30_000.0, "30 000"), (60_000.0, "60 000")]));
    let sentence = "If you go on as in the last 8 weeks, likely between March and August 2027. ".repeat(6);
    let mut chart = Chart::new(names(&"Words, and where this leads ".repeat(5), &sentence), x, y);
    let points = vec![[0.0, 0.0], [20.0, 20_000.0], [40.0, 30_000.0]];
    let span = |x, low, high| Span { x, low, high };
    let band = vec![span(20.0, 20_000.0, 20_000.0), span(60.0, 30_000.0, 90_000.0)];
    chart.push(Layer::Band { points: band, colour: Colour::Band });
    chart.push(Layer::Line { points: points.clone(), colour: Colour::Stage(1), stroke: Stroke::Solid });
    chart.push(Layer::Line { points: points.clone(), colour: Colour::Muted, stroke: Stroke::Dashed });
    chart.push(Layer::Dots { points, colour: Colour::Accent });
    let pair = |x, before, after| Pair { x, before, after };
    chart.push(Layer::Pairs(vec![pair(5.0, 10_000.0, 20_000.0), pair(9.0, 20_000.0, 10_000.0)]));
    chart.push(Layer::End { at: [60.0, 60_000.0], name: "60 000 words".to_owned(), colour: Colour::Stage(1) });
    chart.events = vec![
        event(1.5, None, "Write before breakfast, in the kitchen, without the telephone", EventKind::Experiment),
        event(2.5, None, "Week 2, habit", EventKind::Stage),
        event(3.5, None, "10 h", EventKind::Milestone),
        event(10.0, Some(15.0), "travel", EventKind::Rest),
        event(58.5, None, "today, which is the twenty-third of December", EventKind::Today),
    ];
    let signs = [Sign::Block, Sign::Line, Sign::Dashes, Sign::Dot, Sign::Ring, Sign::Box, Sign::Nothing, Sign::Scale];
    let key = |sign| Key::new("a name of the legend".to_owned(), sign, Colour::Stage(2));
    chart.legend = signs.map(key).to_vec();
    chart
}

fn week_of_tiles() -> Chart {
    let x = Axis::new(0.0, 2.0, marks(&[(0.5, "9"), (1.5, "10")]));
    let y = Axis::new(0.0, 2.0, marks(&[(1.5, "Mon"), (0.5, "Tue")]));
    let mut chart = Chart::new(names("Hours of the week", "Most on Monday at 9."), x, y);
    let tile = |column, row, shade| Tile { column, row, shade };
    let tiles = vec![
        tile(0, 0, Shade::Share(1.0)),
        tile(1, 0, Shade::Share(0.5)),
        tile(0, 1, Shade::Empty),
        tile(1, 1, Shade::Rest),
    ];
    chart.push(Layer::Tiles { tiles, rows: 2, colour: Colour::Stage(1) });
    chart
}

/// The boxes of all words, and that of the drawing.
fn boxes(drawn: &str) -> (Vec<(String, usvg::Rect)>, usvg::Size) {
    fn walk(group: &usvg::Group, found: &mut Vec<(String, usvg::Rect)>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => walk(group, found),
                usvg::Node::Text(text) => {
                    let words = text.chunks().iter().map(usvg::TextChunk::text).collect();
                    found.push((words, text.abs_bounding_box()));
                }
                _ => {}
            }
        }
    }
    let tree = png::tree(drawn).unwrap();
    let mut found = Vec::new();
    walk(tree.root(), &mut found);
    (found, tree.size())
}

#[track_caller]
fn check_words_inside(chart: &Chart, expected: usize) {
    let (found, size) = boxes(&svg(chart, &palette()));
    assert_eq!(found.len(), expected);
    for (words, place) in found {
        let is_inside = place.left() >= 4.0
            && place.top() >= 4.0
            && place.right() <= size.width() - 4.0
            && place.bottom() <= size.height() - 4.0;
        assert!(is_inside, "{words}: {place:?} in {size:?}");
    }
}

#[test]
fn all_words_are_inside_the_drawing_and_in_the_bundled_font() {
    check_words_inside(&three_days(), 9);
    check_words_inside(&week_of_tiles(), 6);
    let lines = lines_of(&crowded().names.sentence, WIDTH - 2.0 * MARGIN, SENTENCE).len();
    // Title, 8 keys, 6 marks, the end, and of the five events the one whose name finds no room is left out.
    check_words_inside(&crowded(), 1 + 8 + 6 + 1 + 4 + lines);
    check_words_inside(&Chart::new(names("Nothing yet", ""), Axis::default(), Axis::default()), 1);
}

#[test]
fn names_of_events_do_not_lie_over_one_another() {
    let drawn = svg(&crowded(), &palette());
    let (found, _) = boxes(&drawn);
    let events: Vec<_> = crowded().events.into_iter().map(|event| event.name).collect();
    let places: Vec<_> = found.iter().filter(|(words, _)| events.contains(words)).map(|(_, place)| *place).collect();
    for (nth, place) in places.iter().enumerate() {
        for other in &places[nth + 1..] {
            let apart = place.right() <= other.left()
                || other.right() <= place.left()
                || place.bottom() <= other.top()
                || other.bottom() <= place.top();
            assert!(apart, "{place:?} {other:?}");
        }
    }
}

#[test]
fn bars_stand_on_zero_today_is_lighter_and_a_rest_is_a_box() {
    let drawn = svg(&three_days(), &palette());
    let rects: Vec<&str> = drawn.lines().filter(|line| line.starts_with("<rect")).skip(1).collect();
    assert_eq!(
        rects,
        [
            r##"<rect x="189.2" y="114.0" width="40.0" height="280.0" rx="4.0" fill="#d9a441" fill-opacity="1"/>"##,
            r##"<rect x="484.5" y="383.0" width="18.0" height="10" fill="none" stroke="#62666d" stroke-dasharray="3 2"/>"##,
            r##"<rect x="757.8" y="324.0" width="40.0" height="70.0" rx="4.0" fill="#d9a441" fill-opacity="0.55"/>"##,
        ]
    );
}

#[test]
fn the_target_is_dashed_and_steps_where_it_changed() {
    let drawn = svg(&three_days(), &palette());
    let target = drawn.lines().find(|line| line.contains("fill=\"none\" stroke=\"#23272c\"")).unwrap();
    let expected = r##"<path d="M67.1 254.0L635.7 254.0L635.7 184.0L920.0 184.0" fill="none" stroke="#23272c" stroke-opacity="0.75" stroke-width="1.5" stroke-dasharray="4 3"/>"##;
    assert_eq!(target, expected);
}

#[test]
fn a_drawing_says_its_title_and_sentence_and_escapes_them() {
    let mut chart = three_days();
    chart.names = names("Words & <more>", "\"One\" \u{1}");
    let drawn = svg(&chart, &palette());
    assert!(drawn.contains("<title>Words &amp; &lt;more&gt;</title>\n<desc>&quot;One&quot;  </desc>"));
}

#[test]
fn what_lies_far_outside_or_is_no_number_still_makes_a_drawing() {
    let mut chart = three_days();
    let points = vec![[f64::NAN, 1.0], [1e300, -1e300], [1.0, f64::INFINITY]];
    chart.push(Layer::Line { points, colour: Colour::Ink, stroke: Stroke::Solid });
    let drawn = svg(&chart, &palette());
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    assert!(png::tree(&drawn).is_ok());
}

#[test]
fn the_same_chart_gives_the_same_files() {
    for (name, chart) in [("days", three_days()), ("crowded", crowded()), ("tiles", week_of_tiles())] {
        for kind in chart_file::FileKind::ALL {
            let bytes = chart_file::of(&chart, kind, &palette()).unwrap();
            assert_eq!(chart_file::of(&chart, kind, &palette()).unwrap(), bytes);
            if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
                let file = std::path::Path::new(&folder).join(format!("export-{name}.{}", kind.ending()));
                std::fs::write(file, bytes).unwrap();
            }
        }
    }
}
