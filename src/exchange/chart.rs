//! A chart as data: its axes, what is drawn in them, the sentence that says it, and its figures as a table.
//!
//! `ui` paints it on screen, `chart_svg` draws it into a file, [`csv`](super::csv) writes its table.
//! Where the x axis has days, a day is one wide and its number counts from [`Chart::first_day`]: noon of the first day
//! is 0.5.

use chrono::{Days, NaiveDate};

use super::table::Table;

mod extent;
#[cfg(test)]
mod tests;

/// What a chart is called and says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub title: String,
    /// The one true sentence under it.
    pub sentence: String,
    /// Of its file, without "mainspring-" and ending: "minutes-a-day-2026-11".
    pub file: String,
}

/// One chart, ready to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    pub names: Names,
    pub x: Axis,
    /// Set where the x axis has days.
    pub first_day: Option<NaiveDate>,
    pub events: Vec<Event>,
    pub legend: Vec<Key>,
    pub table: Table,
    y: Axis,
    layers: Vec<Layer>,
}

/// The extent of an axis, its named places, and what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pub from: f64,
    pub to: f64,
    /// In order along the axis.
    pub marks: Vec<Mark>,
    /// In words, such as "minutes"; empty where the title says it.
    pub unit: String,
}

/// A named place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub at: f64,
    pub name: String,
    pub rank: Rank,
}

/// Which marks stay where there is little room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    #[default]
    Minor,
    /// Such as the beginning of a year.
    Major,
}

/// A colour by its role; the theme on screen and a palette in files say which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    Ink,
    Muted,
    Line,
    Accent,
    /// 0 gold, 1 copper, 2 bronze, 3 blued steel.
    Stage(u8),
    /// The same, as thin as the area under a line.
    Wash(u8),
    /// A pair that rose, and one that fell.
    Up,
    Down,
    /// What is likely.
    Band,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stroke {
    #[default]
    Solid,
    /// A mark or a guess, not a figure.
    Dashed,
}

/// A point: x and y.
pub type Point = [f64; 2];

/// One thing drawn; later ones lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Layer {
    /// Always from zero.
    Bars {
        bars: Vec<Bar>,
        colour: Colour,
    },
    /// Straight from point to point.
    Line {
        points: Vec<Point>,
        colour: Colour,
        stroke: Stroke,
    },
    /// Flat stretches, dashed: from, to and height.
    Steps {
        steps: Vec<Step>,
        colour: Colour,
    },
    Dots {
        points: Vec<Point>,
        colour: Colour,
    },
    /// The last point of something, with its figure beside it.
    End {
        at: Point,
        name: String,
        colour: Colour,
    },
    /// What lies between two lines.
    Band {
        points: Vec<Span>,
        colour: Colour,
    },
    /// Before and after.
    Pairs(Vec<Pair>),
    /// A grid of columns and rows, the first row on top; the y axis then goes from 0 to the count of rows.
    Tiles {
        tiles: Vec<Tile>,
        rows: u16,
        colour: Colour,
    },
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its room on the x axis.
    pub from: f64,
    pub to: f64,
    /// Below zero is drawn as zero.
    pub height: f64,
    pub kind: BarKind,
}

/// How a bar is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarKind {
    #[default]
    Done,
    /// Lighter: today is in it, so that it still grows.
    Growing,
    /// A dashed box: free, and without work.
    Rest,
}

/// A flat stretch of a stepped line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub from: f64,
    pub to: f64,
    pub height: f64,
}

/// A place in a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub x: f64,
    pub low: f64,
    pub high: f64,
}

/// A figure before and after something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub x: f64,
    pub before: f64,
    pub after: f64,
}

/// One tile of a grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    pub column: u16,
    pub row: u16,
    pub shade: Shade,
}

/// How a tile is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shade {
    /// Not part of what is shown.
    Outside,
    Empty,
    /// A dashed box.
    Rest,
    /// How much of the colour shows, 0–1.
    Share(f64),
}

/// Something that happened, as a labelled upright line; a stretch when it has an end.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub at: f64,
    /// Where it ends, for a rest of several days.
    pub to: Option<f64>,
    pub name: String,
    pub kind: EventKind,
}

/// What happened; each kind has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    Experiment,
    Stage,
    Rest,
    Milestone,
    /// Where the past ends and the likely begins.
    Today,
}

/// A line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    pub sign: Sign,
    pub colour: Colour,
}

/// What stands beside the words of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Block,
    Line,
    Dashes,
    Dot,
    Ring,
    /// The dashed box of a free day.
    Box,
    /// Five tiles from empty to full; its words stand for the full end.
    Scale,
    /// Words alone.
    Nothing,
}

impl Key {
    pub fn new(name: String, sign: Sign, colour: Colour) -> Self {
        Self { name, sign, colour }
    }
}

impl Chart {
    /// A chart of nothing yet.
    pub fn new(names: Names, x: Axis, y: Axis) -> Self {
        Self { names, x, y, ..Self::default() }
    }

    /// The same with an x axis of days that begins with `first`.
    #[must_use]
    pub fn from_day(self, first: NaiveDate) -> Self {
        Self { first_day: Some(first), ..self }
    }

    /// The y axis; where there are bars it holds zero.
    pub fn y(&self) -> &Axis {
        &self.y
    }

    /// What is drawn, from below to the top.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Draws something over what is there; bars bring zero with them.
    pub fn push(&mut self, layer: Layer) {
        match &layer {
            Layer::Bars { .. } => self.y.from = self.y.from.min(0.0),
            Layer::Tiles { rows, .. } => (self.y.from, self.y.to) = (0.0, f64::from((*rows).max(1))),
            _ => {}
        }
        self.layers.push(layer);
    }

    /// Where a day lies: its noon.
    pub fn x_of(&self, day: NaiveDate) -> Option<f64> {
        Some((day - self.first_day?).num_days() as f64 + 0.5)
    }

    /// The day at a place.
    pub fn day_at(&self, x: f64) -> Option<NaiveDate> {
        let days = Days::new(x.floor().abs() as u64);
        let first = self.first_day?;
        if x < 0.0 { first.checked_sub_days(days) } else { first.checked_add_days(days) }
    }

    /// The places that have a figure, in order and each once: where the arrow keys stop.
    pub fn stops(&self) -> Vec<f64> {
        let mut stops: Vec<f64> = self.layers.iter().flat_map(Layer::stops).collect();
        stops.extend(self.events.iter().map(|event| event.at));
        stops.retain(|x| self.x.from <= *x && *x <= self.x.to);
        stops.sort_by(f64::total_cmp);
        if self.first_day.is_some() {
            // One stop a day: a line through midnights and dots at noon are the same day.
            stops.dedup_by(|later, earlier| later.floor() <= earlier.floor());
        } else {
            stops.dedup_by(|later, earlier| (*later - *earlier).abs() < 1e-9);
        }
        stops
    }

    /// The events along the x axis.
    pub fn events_in_order(&self) -> Vec<&Event> {
        let mut events: Vec<&Event> = self.events.iter().collect();
        events.sort_by(|a, b| a.at.total_cmp(&b.at));
        events
    }

    /// The events at a place: those of its day, or of the stretch it lies in.
    pub fn events_at(&self, x: f64) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| match event.to {
            Some(to) => event.at.floor() <= x && x <= to,
            None => event.at.floor() <= x && x < event.at.floor() + 1.0,
        })
    }
}

impl Axis {
    pub fn new(from: f64, to: f64, marks: Vec<Mark>) -> Self {
        Self { from, to, marks, unit: String::new() }
    }

    /// An axis from zero that ends with the last of its marks.
    pub fn to_last(marks: Vec<Mark>) -> Self {
        Self::new(0.0, marks.last().map_or(1.0, |mark| mark.at), marks)
    }

    /// At most `room` of the marks, evenly; the major ones are kept rather than others.
    pub fn marks_for(&self, room: usize) -> Vec<Mark> {
        let every = self.marks.len().div_ceil(room.max(1)).max(1);
        let first = self.marks.iter().position(|mark| mark.rank == Rank::Major).unwrap_or(0) % every;
        self.marks.iter().skip(first).step_by(every).cloned().collect()
    }
}

impl Mark {
    pub fn new(at: f64, name: String) -> Self {
        Self { at, name, rank: Rank::Minor }
    }

    /// One that stays where there is little room.
    pub fn major(at: f64, name: String) -> Self {
        Self { at, name, rank: Rank::Major }
    }
}

impl Bar {
    /// Where it stands.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}

impl Tile {
    /// Where its middle lies in a grid of `rows`.
    pub fn middle(&self, rows: u16) -> Point {
        [f64::from(self.column) + 0.5, f64::from(rows) - f64::from(self.row) - 0.5]
    }
}

impl Layer {
    fn stops(&self) -> Vec<f64> {
        match self {
            Self::Bars { bars, .. } => bars.iter().map(Bar::middle).collect(),
            Self::Line { points, .. } | Self::Dots { points, .. } => points.iter().map(|point| point[0]).collect(),
            Self::Band { points, .. } => points.iter().map(|point| point.x).collect(),
            Self::Pairs(pairs) => pairs.iter().map(|pair| pair.x).collect(),
            Self::Tiles { tiles, rows, .. } => tiles.iter().map(|tile| tile.middle(*rows)[0]).collect(),
            Self::Steps { .. } | Self::End { .. } => Vec::new(),
        }
    }
}

/// Words as a part of a file's name: "Minutes a day" is "minutes-a-day"; "chart" where no letter is left.
pub fn slug(words: &str) -> String {
    let lower = words.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "chart".to_owned() } else { parts.join("-") }
}
