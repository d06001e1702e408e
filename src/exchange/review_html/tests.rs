use std::sync::Arc;

use super::*;
use crate::exchange::chart::{Axis, Bar, BarKind, Colour, Layer, Mark, Names};
use crate::exchange::chart_svg::tests::palette;
use crate::exchange::png;
use crate::exchange::review_page::Figure;

const TYPED: &str = "<script>alert(\"a & b\")</script>";
const WRITTEN: &str = "&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;";

/// A review in which every text is `TYPED`.
fn typed() -> ReviewPage {
    let words = || TYPED.to_owned();
    let marks = ["0", TYPED].iter().enumerate().map(|(nth, name)| Mark::new(nth as f64, (*name).to_owned()));
    let axis = Axis::to_last(marks.collect());
    let names = Names { title: words(), sentence: words(), file: "chart".to_owned() };
    let mut chart = Chart::new(names, axis.clone(), axis);
    let bars = vec![Bar { from: 0.0, to: 1.0, height: 1.0, kind: BarKind::Done }];
    chart.push(Layer::Bars { bars, colour: Colour::Stage(0) });
    let chart = Arc::new(chart);
    ReviewPage {
        language: "en".to_owned(),
        title: words(),
        goal: words(),
        state: words(),
        parts: vec![
            Part {
                title: words(),
                figures: vec![Figure { name: words(), value: words(), note: words() }],
                lines: vec![words()],
                answers: vec![(words(), "One\nTwo".to_owned())],
            },
            Part { title: "Left out".to_owned(), ..Part::default() },
        ],
        charts_title: words(),
        charts: vec![Arc::clone(&chart), chart],
        foot: words(),
    }
}

#[test]
fn what_was_typed_is_never_markup() {
    let html = html(&typed(), &palette());
    assert!(!html.contains("<script"));
    // Four in the head, then part, figure, line and question, the charts' title, two charts, and the foot.
    assert!(html.matches(WRITTEN).count() >= 20, "{}", html.matches(WRITTEN).count());
    assert!(html.contains("<p>One<br/>Two</p>"));
    assert!(!html.contains("Left out"), "a card without words is no heading");
}

#[test]
fn the_file_is_well_formed_and_its_headings_go_down_one_by_one() {
    let html = html(&typed(), &palette());
    let text = html.replace("<!DOCTYPE html>", "").replace("<meta charset", "<meta  charset");
    let text = text.trim();
    let tree = resvg::usvg::roxmltree::Document::parse(text).unwrap();
    let names: Vec<&str> = tree.descendants().map(|node| node.tag_name().name()).collect();
    let count = |name: &str| names.iter().filter(|one| **one == name).count();
    assert_eq!((count("h1"), count("h2"), count("h3"), count("figure"), count("figcaption")), (1, 2, 3, 2, 2));
    let pictures: Vec<_> = tree.descendants().filter(|node| node.attribute("role") == Some("img")).collect();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        assert_eq!(picture.children().find(|node| node.has_tag_name("title")).unwrap().text(), Some(TYPED));
        let drawing = text[picture.range()].replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
        let size = png::tree(&drawing).unwrap().size();
        assert!(size.width() > 800.0 && size.height() > 250.0, "{size:?}");
    }
}

#[test]
fn the_file_loads_nothing_and_runs_nothing() {
    let html = html(&typed(), &palette());
    for word in ["://", "src=", "href=", "url(", "@import", "<script", "<link", "onload", "PAPER", "INK", "ACCENT"] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
}
