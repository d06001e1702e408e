//! What went with an item, in words: counts, an interval, or a careful word, always with the number of days.

use crate::domain::insight::item_effects::ItemEffect;
use crate::domain::insight::patterns::{AmountFinding, RateFinding, Verdict};
use crate::ui::cx::Cx;
use crate::ui::format;

/// Whether there is more to tell than counts.
pub fn is_compared(effect: &ItemEffect) -> bool {
    effect.returned.verdict != Verdict::Counts || effect.minutes.verdict != Verdict::Counts
}

/// One or two sentences.
pub fn effect_words(cx: &Cx<'_>, effect: &ItemEffect) -> Vec<String> {
    let [with, without] = effect.minutes.days;
    if !is_compared(effect) {
        let values = [("with", with.into()), ("without", without.into())];
        return vec![cx.text.with("environment-effect-counts", &values)];
    }
    [returned(cx, &effect.returned), minutes(cx, &effect.minutes)].into_iter().flatten().collect()
}

fn returned(cx: &Cx<'_>, found: &RateFinding) -> Option<String> {
    let id = match found.verdict {
        Verdict::Counts => return None,
        Verdict::TooEarly => "environment-return-early",
        Verdict::Unclear => "environment-return-unclear",
        Verdict::ProbablyA | Verdict::TestedA => "environment-return-better",
        Verdict::ProbablyB | Verdict::TestedB => "environment-return-worse",
    };
    let points = |share: f64| signed(share * 100.0, 0);
    let values = [
        ("came", found.a.came.into()),
        ("with", found.a.n.into()),
        ("camewithout", found.b.came.into()),
        ("without", found.b.n.into()),
        ("low", points(found.likely.low).into()),
        ("high", points(found.likely.high).into()),
    ];
    Some(cx.text.with(id, &values))
}

fn minutes(cx: &Cx<'_>, found: &AmountFinding) -> Option<String> {
    let (shift, likely, _) = found.shift?;
    let id = match found.verdict {
        Verdict::Counts => return None,
        Verdict::TooEarly => "environment-minutes-early",
        Verdict::Unclear => "environment-minutes-unclear",
        Verdict::ProbablyA | Verdict::TestedA => "environment-minutes-more",
        Verdict::ProbablyB | Verdict::TestedB => "environment-minutes-fewer",
    };
    let [with, without] = found.days;
    let values = [
        ("shift", format::decimal(shift.abs(), 1).into()),
        ("low", signed(likely.low, 1).into()),
        ("high", signed(likely.high, 1).into()),
        ("with", with.into()),
        ("without", without.into()),
    ];
    Some(cx.text.with(id, &values))
}

/// "+4.5", "−2", "0".
fn signed(value: f64, decimals: usize) -> String {
    let shown = format::decimal(value, decimals);
    if value > 0.0 && shown != "0" { format!("+{shown}") } else { shown }
}
