//! What may be said of an experiment: its numbers of days, a range, or a careful word, as evidence.md §5 allows.

use crate::domain::experiments::{Card, Experiment, ExperimentDesign, Outcome, Says, Side, is_on};
use crate::domain::insight::patterns::Verdict;
use crate::ui::cx::Cx;
use crate::ui::format;

/// One sentence that says what it came to so far.
pub(super) fn verdict(cx: &Cx<'_>, experiment: &Experiment, card: &Card) -> String {
    let outcome = |outcome: Outcome| {
        cx.text.get(match outcome {
            Outcome::Done => "review-outcome-done",
            Outcome::Minutes => "review-outcome-minutes",
            Outcome::Energy => "review-outcome-energy",
        })
    };
    let of = |id: &str, one: Outcome| cx.text.with(id, &[("outcome", outcome(one).into())]);
    let told = match card.says {
        Says::Waiting { days } => {
            let values = [("days", days.into()), ("date", format::date_short(cx.text, card.judged_on).into())];
            cx.text.with("review-says-waiting", &values)
        }
        Says::Ended => cx.text.get("review-says-ended"),
        Says::Counts => cx.text.get("review-says-counts"),
        Says::TooEarly => cx.text.get("review-says-early"),
        Says::Unclear => cx.text.get("review-says-unclear"),
        Says::Mixed => cx.text.get("review-says-mixed"),
        Says::ProbablyBetter(one) => of("review-says-better", one),
        Says::ProbablyWorse(one) => of("review-says-worse", one),
        Says::TestedBetter(one) => of("review-says-tested-better", one),
        Says::TestedWorse(one) => of("review-says-tested-worse", one),
    };
    if card.with.days == 0 {
        return told;
    }
    let n = [("with", card.with.days.into()), ("without", card.without.days.into())];
    let id = match experiment.design {
        ExperimentDesign::Dated => "review-n-dated",
        ExperimentDesign::CoinFlip => "review-n-coin",
    };
    let days = cx.text.with(id, &n);
    cx.text.with("review-two-sentences", &[("first", told.into()), ("second", days.into())])
}

/// Everything the card of an experiment says in words: the verdict, the likely ranges, and what blurs it.
pub fn card_lines(cx: &Cx<'_>, experiment: &Experiment, card: &Card) -> Vec<String> {
    let mut lines = vec![verdict(cx, experiment, card)];
    if card.done.verdict != Verdict::Counts {
        let points = |share: f64| signed(share * 100.0, 0);
        let likely = [("low", points(card.done.likely.low).into()), ("high", points(card.done.likely.high).into())];
        lines.push(cx.text.with("review-likely-done", &likely));
    }
    for (found, id) in [(&card.minutes, "review-likely-minutes"), (&card.energy, "review-likely-energy")] {
        if let Some((_, likely, _)) = found.shift.filter(|_| found.verdict != Verdict::Counts) {
            let values = [("low", signed(likely.low, 1).into()), ("high", signed(likely.high, 1).into())];
            lines.push(cx.text.with(id, &values));
        }
    }
    if card.others > 0 {
        lines.push(cx.text.get("review-others"));
    }
    lines
}

/// The rows of before and after: what is compared, without it, with it.
pub(super) fn rows(cx: &Cx<'_>, card: &Card) -> Vec<[String; 3]> {
    let sides = |told: &dyn Fn(&Side) -> String| [told(&card.without), told(&card.with)];
    let row = |id: &str, [without, with]: [String; 2]| [cx.text.get(id), without, with];
    let days = |side: &Side| match side.days {
        0 => cx.text.get("review-none"),
        _ => cx.text.with("review-days-of", &[("done", side.done.into()), ("open", side.days.into())]),
    };
    let minutes = |side: &Side| match side.days {
        0 => cx.text.get("review-none"),
        _ => format::decimal(side.minutes_a_day, 1),
    };
    let energy = |side: &Side| match side.energy {
        None => cx.text.get("review-none"),
        Some(mean) => {
            let values = [("mean", format::decimal(mean, 1).into()), ("n", side.rated.into())];
            cx.text.with("review-mean-n", &values)
        }
    };
    vec![
        row("review-row-done", sides(&days)),
        row("review-row-minutes", sides(&minutes)),
        row("review-row-energy", sides(&energy)),
    ]
}

/// "Today’s coin: with “phone in the drawer”" for each experiment that a coin decides.
pub fn coin_words(cx: &Cx<'_>, experiment: &Experiment) -> Option<String> {
    let is_by_coin = experiment.state.is_running() && experiment.design == ExperimentDesign::CoinFlip;
    let id = if is_on(experiment, cx.today) { "review-coin-with" } else { "review-coin-without" };
    is_by_coin.then(|| cx.text.with(id, &[("what", experiment.what.as_str().into())]))
}

/// "+4.5", "−2", "0".
fn signed(value: f64, decimals: usize) -> String {
    let shown = format::decimal(value, decimals);
    if value > 0.0 && shown != "0" { format!("+{shown}") } else { shown }
}
