//! A chart as an SVG drawing: title, legend, axes, what lies in them, and its sentence; complete without the app.
//!
//! It has no ids, so that several can stand in one page.

mod layers;
#[cfg(test)]
pub(super) mod tests;
mod words;

use std::fmt::{Result, Write};

use super::chart::{Chart, Colour, Event, EventKind, Layer, Point};
use super::end_name::{self, Area};
use super::svg::{REGULAR, SEMIBOLD, escaped};
use words::{Label, Line, event_labels, keys, lines_of, width_of};

/// Width of every drawing, in its own units; the height follows what it holds.
pub const WIDTH: f64 = 960.0;
/// Margin on all sides, and height of the plot alone.
const MARGIN: f64 = 40.0;
const PLOT: f64 = 280.0;
/// Sizes of type.
const TITLE: f64 = 22.0;
const SENTENCE: f64 = 16.0;
const SMALL: f64 = 13.0;
/// Heights of the title, of a line of legend, of event names and of the sentence; room for the marks below.
const TITLE_LINE: f64 = 40.0;
const LEGEND_LINE: f64 = 26.0;
const EVENT_LINE: f64 = 20.0;
const SENTENCE_LINE: f64 = 24.0;
const BELOW: f64 = 48.0;
/// Room for one mark of the x axis.
const MARK_ROOM: f64 = 72.0;
/// How far what is drawn may reach beyond the plot: half a dot.
const BEYOND: f64 = 8.0;

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    pub paper: String,
    pub ink: String,
    pub muted: String,
    pub line: String,
    pub track: String,
    pub accent: String,
    pub band: String,
    pub stage: [String; 4],
}

impl Palette {
    /// A role's colour, and how much of it shows.
    fn of(&self, colour: Colour) -> (&str, f64) {
        let stage = |nth: u8| self.stage[usize::from(nth).min(3)].as_str();
        match colour {
            Colour::Ink => (&self.ink, 1.0),
            Colour::Muted => (&self.muted, 1.0),
            Colour::Line => (&self.line, 0.7),
            Colour::Accent => (&self.accent, 1.0),
            Colour::Band => (&self.band, 1.0),
            Colour::Stage(nth) => (stage(nth), 1.0),
            Colour::Wash(nth) => (stage(nth), 0.12),
            Colour::Up => (stage(3), 1.0),
            Colour::Down => (stage(2), 1.0),
        }
    }
}

/// How much of a drawing there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Title, drawing and sentence: a file of its own.
    Whole,
    /// The drawing alone, for a page of HTML that says the rest in its own words.
    InPage,
}

/// The drawing. The same chart always gives the same text.
pub fn svg(chart: &Chart, palette: &Palette) -> String {
    drawing(chart, palette, Extent::Whole)
}

/// The drawing for a page of HTML that shows the title and the sentence itself; the page gives it its width.
pub fn in_page(chart: &Chart, palette: &Palette) -> String {
    drawing(chart, palette, Extent::InPage)
}

fn drawing(chart: &Chart, palette: &Palette, extent: Extent) -> String {
    let sheet = Sheet::of(chart, palette, extent);
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = sheet.head(&mut out).and_then(|()| sheet.picture(&mut out)).and_then(|()| sheet.sentence(&mut out));
    out.push_str("</svg>\n");
    out
}

/// Where everything of a drawing lies.
struct Sheet<'a> {
    chart: &'a Chart,
    palette: &'a Palette,
    extent: Extent,
    legend: Vec<Line>,
    labels: Vec<Label<'a>>,
    sentence: Vec<String>,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl<'a> Sheet<'a> {
    fn of(chart: &'a Chart, palette: &'a Palette, extent: Extent) -> Self {
        let widest = chart.y().marks.iter().map(|mark| width_of(&mark.name, SMALL)).fold(0.0, f64::max);
        let end = chart.layers().iter().filter_map(|layer| match layer {
            Layer::End { name, .. } => Some(width_of(name, SMALL)),
            _ => None,
        });
        let left = MARGIN + if widest > 0.0 { widest + 12.0 } else { 0.0 };
        let right = WIDTH - MARGIN - end.fold(0.0, f64::max);
        let legend = if chart.is_blank() { Vec::new() } else { keys(&chart.legend) };
        let mut sheet = Self {
            chart,
            palette,
            legend,
            labels: Vec::new(),
            sentence: match extent {
                Extent::Whole => lines_of(&chart.names.sentence, WIDTH - 2.0 * MARGIN, SENTENCE),
                Extent::InPage => Vec::new(),
            },
            extent,
            left,
            right,
            top: 0.0,
            bottom: 0.0,
        };
        if chart.is_blank() {
            // The sentence follows the title.
            (sheet.top, sheet.bottom) = (MARGIN, MARGIN);
            return sheet;
        }
        sheet.labels = event_labels(&chart.events_in_order(), |at| sheet.x(at));
        let label_rows = sheet.labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
        let unit = if chart.y().unit.is_empty() { 0.0 } else { EVENT_LINE };
        sheet.top = MARGIN
            + TITLE_LINE
            + LEGEND_LINE * sheet.legend.len() as f64
            + unit.max(EVENT_LINE * f64::from(label_rows))
            + 8.0;
        sheet.bottom = sheet.top + sheet.plot_height();
        sheet
    }

    /// Tiles are at most twice as high as wide.
    fn plot_height(&self) -> f64 {
        let of_tiles = self.chart.layers().iter().filter_map(|layer| match layer {
            Layer::Tiles { rows, .. } => Some(2.0 * f64::from(*rows) * (self.x(1.0) - self.x(0.0))),
            _ => None,
        });
        of_tiles.fold(PLOT, f64::min).max(1.0)
    }

    /// All between the title and the sentence; of a chart of nothing yet the sentence says enough.
    fn picture(&self, out: &mut String) -> Result {
        if self.chart.is_blank() {
            return Ok(());
        }
        self.legend(out)?;
        self.axes(out)?;
        self.layers(out)?;
        self.events(out)
    }

    fn height(&self) -> f64 {
        let unit = if self.chart.x.unit.is_empty() { 0.0 } else { EVENT_LINE };
        self.bottom + BELOW + unit + SENTENCE_LINE * self.sentence.len() as f64 + MARGIN - SENTENCE_LINE / 2.0
    }

    fn x(&self, at: f64) -> f64 {
        self.left + (self.right - self.left) * share(at, self.chart.x.from, self.chart.x.to)
    }

    fn y(&self, at: f64) -> f64 {
        let y = self.chart.y();
        self.bottom - (self.bottom - self.top) * share(at, y.from, y.to)
    }

    fn point(&self, [x, y]: Point) -> Point {
        [self.x(x), self.y(y)]
    }

    fn head(&self, out: &mut String) -> Result {
        let (names, height) = (&self.chart.names, self.height());
        if self.extent == Extent::InPage {
            return self.head_in_page(out);
        }
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:.0}" height="{height:.0}" viewBox="0 0 {WIDTH:.0} {height:.0}" role="img">"#
        )?;
        writeln!(out, "<title>{}</title>\n<desc>{}</desc>", escaped(&names.title), escaped(&names.sentence))?;
        writeln!(out, r#"<rect width="{WIDTH:.0}" height="{height:.0}" fill="{}"/>"#, self.palette.paper)?;
        let size = TITLE.min(TITLE * (WIDTH - 2.0 * MARGIN) / width_of(&names.title, TITLE).max(1.0));
        text(out, &names.title, (MARGIN, MARGIN + TITLE / 2.0 + 6.0), (size, "start", SEMIBOLD), &self.palette.ink)
    }

    /// Without margins, title, sentence or paper, and as wide as the page makes it.
    fn head_in_page(&self, out: &mut String) -> Result {
        let names = &self.chart.names;
        let (left, top) = (MARGIN - BEYOND, MARGIN + TITLE_LINE - BEYOND);
        let (width, height) = (WIDTH - 2.0 * left, self.height() - MARGIN - top);
        writeln!(out, r#"<svg viewBox="{left:.0} {top:.0} {width:.0} {height:.0}" role="img">"#)?;
        writeln!(out, "<title>{}</title>\n<desc>{}</desc>", escaped(&names.title), escaped(&names.sentence))
    }

    /// Grid lines and the names of both axes.
    fn axes(&self, out: &mut String) -> Result {
        let muted = self.palette.muted.as_str();
        let has_grid = !self.chart.layers().iter().any(|layer| matches!(layer, Layer::Tiles { .. }));
        for mark in &self.chart.y().marks {
            let y = self.y(mark.at);
            if has_grid {
                let (left, right, line) = (self.left, self.right, &self.palette.line);
                writeln!(out, r#"<path d="M{left:.1} {y:.1}H{right:.1}" stroke="{line}"/>"#)?;
            }
            text(out, &mark.name, (self.left - 10.0, y + 4.5), (SMALL, "end", REGULAR), muted)?;
        }
        let room = ((self.right - self.left) / MARK_ROOM) as usize;
        for mark in self.chart.x.marks_for(room) {
            text(out, &mark.name, (self.x(mark.at), self.bottom + 24.0), (SMALL, "middle", REGULAR), muted)?;
        }
        if !self.chart.y().unit.is_empty() {
            let at = (MARGIN, self.top - 16.0);
            text(out, &self.chart.y().unit, at, (SMALL, "start", REGULAR), muted)?;
        }
        if !self.chart.x.unit.is_empty() {
            let at = (f64::midpoint(self.left, self.right), self.bottom + 24.0 + EVENT_LINE);
            text(out, &self.chart.x.unit, at, (SMALL, "middle", REGULAR), muted)?;
        }
        Ok(())
    }

    /// What is drawn, cut off where the plot ends.
    fn layers(&self, out: &mut String) -> Result {
        let (x, y) = (self.left - BEYOND, self.top - BEYOND);
        let (width, height) = (self.right - x + BEYOND, self.bottom - y + BEYOND);
        writeln!(
            out,
            r#"<svg x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" viewBox="{x:.1} {y:.1} {width:.1} {height:.1}">"#
        )?;
        for event in self.chart.events.iter().filter(|event| event.to.is_some()) {
            self.stretch(out, event)?;
        }
        for layer in self.chart.layers() {
            layers::draw(out, self, layer)?;
        }
        writeln!(out, "</svg>")?;
        for layer in self.chart.layers() {
            if let Layer::End { at, name, .. } = layer {
                let room = Area { left: self.left, top: self.top, right: WIDTH, bottom: self.bottom };
                let lines = end_name::lines(self.chart, |at| self.point(at));
                let size = [width_of(name, SMALL), SMALL];
                let [x, y] = self.point(*at);
                let (left, middle) = end_name::place([x, y], size, room, &lines)
                    .map_or((x + 10.0, y), |place| (place.left, f64::midpoint(place.top, place.bottom)));
                text(out, name, (left, middle + 4.5), (SMALL, "start", SEMIBOLD), &self.palette.ink)?;
            }
        }
        Ok(())
    }

    /// A stretch of days behind what is drawn.
    fn stretch(&self, out: &mut String, event: &Event) -> Result {
        let (from, to) = (self.x(event.at), self.x(event.to.unwrap_or(event.at)));
        let (width, height) = ((to - from).max(1.0), self.bottom - self.top);
        let (top, track) = (self.top, &self.palette.track);
        writeln!(
            out,
            r#"<rect x="{from:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" fill="{track}" fill-opacity="0.6"/>"#
        )
    }

    /// Upright lines with their signs and names.
    fn events(&self, out: &mut String) -> Result {
        let muted = self.palette.muted.as_str();
        for event in &self.chart.events {
            let x = self.x(event.at);
            if x < self.left - 0.5 || x > self.right + 0.5 {
                continue;
            }
            if event.to.is_none() {
                let (top, bottom) = (self.top - 4.0, self.bottom);
                writeln!(out, r#"<path d="M{x:.1} {top:.1}V{bottom:.1}" stroke="{muted}" stroke-opacity="0.7"/>"#)?;
            }
            sign(out, event.kind, (x, self.top - 4.0), muted)?;
        }
        for label in &self.labels {
            let y = self.top - 10.0 - EVENT_LINE * f64::from(label.row);
            text(out, label.name, (label.x, y), (SMALL, "start", REGULAR), muted)?;
        }
        Ok(())
    }

    fn sentence(&self, out: &mut String) -> Result {
        let unit = if self.chart.x.unit.is_empty() { 0.0 } else { EVENT_LINE };
        for (nth, line) in self.sentence.iter().enumerate() {
            let y = self.bottom + BELOW + unit + SENTENCE + SENTENCE_LINE * nth as f64;
            text(out, line, (MARGIN, y), (SENTENCE, "start", REGULAR), &self.palette.ink)?;
        }
        Ok(())
    }
}

/// Words at a place: size, anchor and font.
fn text(
    out: &mut String,
    text: &str,
    (x, y): (f64, f64),
    (size, anchor, (family, weight)): (f64, &str, (&str, u16)),
    colour: &str,
) -> Result {
    if text.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" font-family="{family}" font-size="{size:.1}" font-weight="{weight}" fill="{colour}">{}</text>"#,
        escaped(text)
    )
}

/// How far along an axis a place is, 0–1 within it; 0 where there is no axis.
fn share(at: f64, from: f64, to: f64) -> f64 {
    let share = (at - from) / (to - from);
    // A place far outside would make numbers that drawing programs do not read.
    if share.is_finite() { share.clamp(-10.0, 10.0) } else { 0.0 }
}

/// Each kind of event has a shape, so that it is not told by colour alone.
fn sign(out: &mut String, kind: EventKind, (x, y): (f64, f64), colour: &str) -> Result {
    let path = match kind {
        EventKind::Experiment => "l-5 -8h10z",
        EventKind::Stage => "m-4 -8h8v8h-8z",
        EventKind::Milestone => "m0 1l-4.5 -4.5l4.5 -4.5l4.5 4.5z",
        EventKind::Rest | EventKind::Today => return Ok(()),
    };
    writeln!(out, r#"<path d="M{x:.1} {y:.1}{path}" fill="{colour}"/>"#)
}
