//! What a chart holds: whether there is anything to see, and how high it reaches.

use super::{Axis, Bar, BarKind, Chart, Layer};

impl Chart {
    /// Whether nothing is to be seen in its axes yet: its sentence is shown then, and no empty grid.
    pub fn is_blank(&self) -> bool {
        self.layers.iter().all(Layer::is_blank)
    }

    /// The highest place of its bars, lines, dots and bands; 0 where there is none above it.
    pub fn highest(&self) -> f64 {
        self.layers.iter().map(Layer::highest).fold(0.0, f64::max)
    }

    /// The same drawing on another y axis.
    #[must_use]
    pub fn scaled(self, y: Axis) -> Self {
        Self { y, ..self }
    }
}

impl Layer {
    fn is_blank(&self) -> bool {
        let is_seen = |bar: &Bar| bar.height > 0.0 || bar.kind == BarKind::Rest;
        match self {
            Self::Bars { bars, .. } => !bars.iter().any(is_seen),
            Self::Line { points, .. } | Self::Dots { points, .. } => points.is_empty(),
            Self::Steps { steps, .. } => steps.is_empty(),
            Self::End { .. } => false,
            Self::Band { points, .. } => points.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
            Self::Tiles { tiles, .. } => tiles.is_empty(),
        }
    }

    fn highest(&self) -> f64 {
        let top = |heights: &mut dyn Iterator<Item = f64>| heights.fold(0.0, f64::max);
        match self {
            Self::Bars { bars, .. } => top(&mut bars.iter().map(|bar| bar.height)),
            Self::Line { points, .. } | Self::Dots { points, .. } => top(&mut points.iter().map(|point| point[1])),
            Self::Steps { steps, .. } => top(&mut steps.iter().map(|step| step.height)),
            Self::End { at, .. } => at[1],
            Self::Band { points, .. } => top(&mut points.iter().map(|point| point.high)),
            Self::Pairs(pairs) => top(&mut pairs.iter().map(|pair| pair.before.max(pair.after))),
            Self::Tiles { rows, .. } => f64::from(*rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::chart::{Colour, Names, Span, Step};

    #[track_caller]
    fn check_layer(layer: Layer, is_blank: bool, highest: f64) {
        let mut chart = Chart::new(Names::default(), Axis::default(), Axis::default());
        assert!(chart.is_blank() && chart.highest() == 0.0, "without a layer");
        chart.push(layer);
        assert_eq!((chart.is_blank(), chart.highest()), (is_blank, highest));
    }

    #[test]
    fn a_chart_is_blank_until_something_can_be_seen_in_it() {
        let bar =
            |height, kind| Layer::Bars { bars: vec![Bar { from: 0.0, to: 1.0, height, kind }], colour: Colour::Ink };
        check_layer(bar(0.0, BarKind::Growing), true, 0.0);
        check_layer(bar(0.0, BarKind::Rest), false, 0.0);
        check_layer(bar(7.0, BarKind::Done), false, 7.0);
        check_layer(Layer::Pairs(Vec::new()), true, 0.0);
        check_layer(Layer::Dots { points: Vec::new(), colour: Colour::Ink }, true, 0.0);
        check_layer(Layer::Dots { points: vec![[1.0, 3.0]], colour: Colour::Ink }, false, 3.0);
        let steps = vec![Step { from: 0.0, to: 1.0, height: 5.0 }];
        check_layer(Layer::Steps { steps, colour: Colour::Ink }, false, 5.0);
        let points = vec![Span { x: 0.0, low: 1.0, high: 2.0 }, Span { x: 1.0, low: 1.0, high: 9.0 }];
        check_layer(Layer::Band { points, colour: Colour::Band }, false, 9.0);
    }
}
