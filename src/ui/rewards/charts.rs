//! How often the rewards of each rung are taken, and how good they are, as a chart with its sentence and table.

use crate::domain::rewards::{Delivery, Layer};
use crate::exchange::chart::{Axis, Bar, BarKind, Chart, Colour, Key, Layer as Drawn, Mark, Names, Sign};
use crate::exchange::table::{Cell, Table};
use crate::ui::cx::Cx;
use crate::ui::format;

use super::words::layer_short;

/// The share that is drawn as a whole, in percent, and the steps of the axis.
const WHOLE: f64 = 100.0;
const STEP: usize = 50;
/// The best rating: it is as high as a whole.
const MOST_GOOD: f64 = 5.0;
/// Room of one of the two bars of a rung, and of the gap before them, as shares of its place.
const HALF: f64 = 0.36;
const EDGE: f64 = 0.14;

/// The chart of the rungs that ever gave something.
pub(super) fn delivery(cx: &Cx<'_>, all: &[Delivery]) -> Chart {
    let some: Vec<&Delivery> = all.iter().filter(|delivery| delivery.of > 0).collect();
    let title = cx.text.get("rewards-delivery-title");
    let names = Names { file: title.clone(), title, sentence: sentence(cx, &some) };
    let mark = |(nth, delivery): (usize, &&Delivery)| Mark::major(nth as f64 + 0.5, layer_short(cx, delivery.layer));
    let x = Axis::new(0.0, some.len().max(1) as f64, some.iter().enumerate().map(mark).collect());
    let percent = |share: usize| Mark::new(share as f64, share.to_string());
    let y = Axis::new(0.0, WHOLE, (0..=100).step_by(STEP).map(percent).collect());
    let mut chart = Chart::new(names, x, y);
    let bar = |from: f64, height: f64| Bar { from, to: from + HALF, height, kind: BarKind::Done };
    let left = |nth: usize| nth as f64 + EDGE;
    let taken = some.iter().enumerate().map(|(nth, delivery)| bar(left(nth), share(delivery)));
    chart.push(Drawn::Bars { bars: taken.collect(), colour: Colour::Stage(0) });
    let good = some
        .iter()
        .enumerate()
        .filter_map(|(nth, delivery)| Some(bar(left(nth) + HALF, delivery.mean_good? / MOST_GOOD * WHOLE)));
    let good: Vec<Bar> = good.collect();
    chart.legend = vec![Key::new(cx.text.get("rewards-delivery-legend"), Sign::Block, Colour::Stage(0))];
    if !good.is_empty() {
        let name = cx.text.get("rewards-delivery-legend-good");
        chart.legend.push(Key::new(name, Sign::Block, Colour::Stage(3)));
        chart.push(Drawn::Bars { bars: good, colour: Colour::Stage(3) });
    }
    chart.table = table(cx, &some);
    chart
}

/// What is said of a rung: "Day: 14 of 20 taken, on average 4.1 of 5 (n = 9)".
pub(super) fn words(cx: &Cx<'_>, all: &[Delivery], x: f64) -> Option<String> {
    let delivery = all.iter().filter(|delivery| delivery.of > 0).nth(x.floor().max(0.0) as usize)?;
    let id = if delivery.rated > 0 { "rewards-delivery-bar-good" } else { "rewards-delivery-bar" };
    let values = [
        ("layer", layer_short(cx, delivery.layer).into()),
        ("claimed", delivery.claimed.into()),
        ("of", delivery.of.into()),
        ("good", format::decimal(delivery.mean_good.unwrap_or_default(), 1).into()),
        ("rated", delivery.rated.into()),
    ];
    Some(cx.text.with(id, &values))
}

fn share(delivery: &Delivery) -> f64 {
    f64::from(delivery.claimed) / f64::from(delivery.of.max(1)) * WHOLE
}

fn table(cx: &Cx<'_>, some: &[&Delivery]) -> Table {
    let ids = [
        "rewards-table-layer",
        "rewards-table-taken",
        "rewards-table-earned",
        "rewards-table-good",
        "rewards-table-rated",
    ];
    let whole = |number: u32| Cell::Number(f64::from(number), 0);
    let row = |delivery: &&Delivery| {
        let name = |layer: Layer| Cell::Text(layer_short(cx, layer));
        [
            name(delivery.layer),
            whole(delivery.claimed),
            whole(delivery.of),
            delivery.mean_good.map_or(Cell::Empty, |good| Cell::Number(good, 1)),
            whole(delivery.rated),
        ]
    };
    Table::new(ids.map(|id| cx.text.get(id))).with(some.iter().map(row))
}

/// "You took 42 of 60 rewards. On average they were 4.1 of 5 (n = 30)."
fn sentence(cx: &Cx<'_>, some: &[&Delivery]) -> String {
    let sum = |of: fn(&Delivery) -> u32| some.iter().map(|delivery| of(delivery)).sum::<u32>();
    let (claimed, of, rated) = (sum(|one| one.claimed), sum(|one| one.of), sum(|one| one.rated));
    if of == 0 {
        return cx.text.get("rewards-delivery-none");
    }
    let first = cx.text.with("rewards-delivery-all", &[("claimed", claimed.into()), ("of", of.into())]);
    if rated == 0 {
        return first;
    }
    let goods: f64 = some.iter().filter_map(|one| Some(one.mean_good? * f64::from(one.rated))).sum();
    let good = format::decimal(goods / f64::from(rated), 1);
    let second = cx.text.with("rewards-delivery-good", &[("good", good.into()), ("rated", rated.into())]);
    cx.text.with("progress-two-sentences", &[("first", first.into()), ("second", second.into())])
}
