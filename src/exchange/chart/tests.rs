use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn chart() -> Chart {
    Chart::new(Names::default(), Axis::new(0.0, 30.0, Vec::new()), Axis::new(10.0, 30.0, Vec::new()))
}

fn bar(from: f64, height: f64) -> Bar {
    Bar { from, to: from + 1.0, height, kind: BarKind::Done }
}

#[test]
fn bars_bring_zero_with_them() {
    let mut chart = chart();
    assert_eq!(chart.y().from, 10.0);
    chart.push(Layer::Bars { bars: vec![bar(0.0, 12.0)], colour: Colour::Stage(0) });
    assert_eq!((chart.y().from, chart.y().to), (0.0, 30.0));
}

#[test]
fn a_grid_has_as_many_rows_as_it_says() {
    let mut chart = chart();
    let tile = Tile { column: 0, row: 6, shade: Shade::Empty };
    chart.push(Layer::Tiles { tiles: vec![tile], rows: 7, colour: Colour::Stage(1) });
    assert_eq!((chart.y().from, chart.y().to), (0.0, 7.0));
    assert_eq!(tile.middle(7), [0.5, 0.5]);
}

#[test]
fn a_day_and_its_place_are_the_same() {
    let chart = chart().from_day(day(1));
    assert_eq!(chart.x_of(day(3)), Some(2.5));
    assert_eq!(chart.day_at(2.5), Some(day(3)));
    assert_eq!(chart.day_at(2.0), Some(day(3)));
    assert_eq!(chart.day_at(-0.5), day(1).pred_opt());
    assert_eq!(Chart::default().day_at(2.5), None);
}

#[test]
fn the_arrows_stop_once_a_day_where_there_is_a_figure() {
    let mut chart = chart().from_day(day(1));
    chart.push(Layer::Bars { bars: vec![bar(3.0, 5.0), bar(1.0, 0.0), bar(40.0, 1.0)], colour: Colour::Stage(0) });
    chart.push(Layer::Dots { points: vec![[3.9, 2.0], [7.5, 1.0]], colour: Colour::Ink });
    assert_eq!(chart.stops(), [1.5, 3.5, 7.5]);
}

#[test]
fn an_event_is_found_on_its_day_and_a_rest_on_each_of_its_days() {
    let mut chart = chart().from_day(day(1));
    let event = |at, to, name: &str, kind| Event { at, to, name: name.to_owned(), kind };
    chart.events.push(event(4.5, None, "Earlier start", EventKind::Experiment));
    chart.events.push(event(6.0, Some(9.0), "travel", EventKind::Rest));
    let names = |x| chart.events_at(x).map(|event| event.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names(4.1), ["Earlier start"]);
    assert_eq!(names(8.5), ["travel"]);
    assert!(names(5.5).is_empty());
}

#[track_caller]
fn check_marks(room: usize, expected: &[&str]) {
    let marks = ["Nov", "Dec", "2026", "Feb", "Mar", "Apr"].into_iter().enumerate().map(|(nth, name)| {
        let place = if name == "2026" { Mark::major } else { Mark::new };
        place(nth as f64, name.to_owned())
    });
    let marks = Axis::to_last(marks.collect()).marks_for(room);
    assert_eq!(marks.iter().map(|mark| mark.name.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn where_there_is_little_room_the_year_is_still_named() {
    check_marks(6, &["Nov", "Dec", "2026", "Feb", "Mar", "Apr"]);
    check_marks(3, &["Nov", "2026", "Mar"]);
    check_marks(2, &["2026", "Apr"]);
    check_marks(0, &["2026"]);
}
