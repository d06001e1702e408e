//! Figures beside a question: a row of them with what they were before, and short lists.

use chrono::NaiveDate;
use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::insight::review_figures::{PeriodFigures, ReviewFigures};
use crate::domain::review::{Review, ReviewKind};
use crate::ui::cx::Cx;
use crate::ui::text::FluentValue;
use crate::ui::{format, widgets};

/// Least room for one figure, in points.
const ROOM: f32 = 112.0;
/// Gap between figures, in points.
const GAP: f32 = 8.0;
/// Lines of a list that are shown; the rest is counted.
const FEW: usize = 4;

/// One figure: its name, what it is, what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub name: String,
    pub value: String,
    pub note: String,
}

/// Figures side by side, in as many rows as they need.
pub(super) fn row(ui: &mut Ui, cx: &Cx<'_>, told: &[Told]) {
    let fit = ((ui.available_width() / ROOM) as usize).clamp(1, told.len().max(1));
    // Four stand two and two rather than three and one.
    let columns = told.len().div_ceil(told.len().div_ceil(fit));
    let width = ((ui.available_width() - (columns as f32 - 1.0) * GAP) / columns as f32).floor();
    for row in told.chunks(columns.max(1)) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for one in row {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    widgets::small(ui, cx.theme, &one.name);
                    widgets::words(ui, &one.value, &cx.theme.button, cx.theme.ink);
                    widgets::small(ui, cx.theme, &one.note);
                });
            }
        });
    }
}

/// Focus, days, the measure if there is one, and strength, each against the period before.
pub(super) fn work(cx: &Cx<'_>, figures: &ReviewFigures) -> Vec<Told> {
    let (now, before) = (&figures.now, figures.before.as_ref());
    let was = |told: &dyn Fn(&PeriodFigures) -> String| match before {
        Some(before) => cx.text.with("review-was", &[("value", told(before).into())]),
        None => cx.text.get(match figures.period.kind {
            ReviewKind::Weekly => "review-first-week",
            ReviewKind::Monthly => "review-first-month",
        }),
    };
    let focus = |of: &PeriodFigures| duration(cx, of.sums.focus_secs);
    let days = |of: &PeriodFigures| {
        cx.text.with("review-days-of", &[("done", of.sums.days_done.into()), ("open", of.days_open.into())])
    };
    let strength = |of: &PeriodFigures| format::percent(cx.text, of.strength);
    let mut told = vec![
        Told { name: cx.text.get("review-focus"), value: focus(now), note: was(&focus) },
        Told { name: cx.text.get("review-days"), value: days(now), note: was(&days) },
    ];
    if let Some(measure) = cx.model.goal().and_then(|goal| goal.measure.as_ref()) {
        let counted = |of: &PeriodFigures| format::decimal(of.sums.counted, 2);
        let name = format::capitalised(&measure.unit);
        told.push(Told { name, value: counted(now), note: was(&counted) });
    }
    told.push(Told { name: cx.text.get("review-strength"), value: strength(now), note: was(&strength) });
    told
}

/// Seconds as a large figure; none is "0 min".
pub(super) fn duration(cx: &Cx<'_>, secs: i64) -> String {
    format::duration_short(cx.text, u64::try_from(secs).unwrap_or(0))
}

/// "Energy 3.2 of 5 (n = 9), 3.0 before": nothing without a rating.
pub(super) fn rated(cx: &Cx<'_>, figures: &ReviewFigures) -> Option<String> {
    let now = figures.now.energy;
    if now.n == 0 {
        return None;
    }
    let mean = |value: f64| FluentValue::from(format::decimal(value, 1));
    let told = cx.text.with("review-energy", &[("mean", mean(now.mean)), ("n", now.n.into())]);
    let Some(before) = figures.before.map(|before| before.energy).filter(|before| before.n > 0) else {
        return Some(told);
    };
    let was = cx.text.with("review-energy-before", &[("mean", mean(before.mean)), ("n", before.n.into())]);
    Some(cx.text.with("list-comma", &[("first", told.into()), ("second", was.into())]))
}

/// The newest lines of a list with their days, and how many more there are.
pub(super) fn lines(ui: &mut Ui, cx: &Cx<'_>, lines: &[(NaiveDate, String)]) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for told in dated(cx, &lines[lines.len().saturating_sub(FEW)..]).iter().rev() {
            widgets::body(ui, cx.theme, told);
        }
        if lines.len() > FEW {
            let more = lines.len() - FEW;
            widgets::small(ui, cx.theme, &cx.text.with("review-more-lines", &[("count", more.into())]));
        }
    });
}

/// "drafted scene 3 · Mon 16 Nov" for each line.
pub(super) fn dated(cx: &Cx<'_>, lines: &[(NaiveDate, String)]) -> Vec<String> {
    let told = |(day, line): &(NaiveDate, String)| {
        let day = format::date_short(cx.text, *day);
        cx.text.with("list-dot", &[("first", line.as_str().into()), ("second", day.into())])
    };
    lines.iter().map(told).collect()
}

/// The last answers to a question on a scale, oldest first: "Before: 4 (8 Nov), 5 (15 Nov)".
pub(super) fn earlier(cx: &Cx<'_>, told: &[(NaiveDate, u8)]) -> String {
    if told.is_empty() {
        return cx.text.get("review-no-earlier");
    }
    let from = told.len().saturating_sub(FEW);
    let one = |(day, value): &(NaiveDate, u8)| {
        let date = format::date_short(cx.text, *day);
        cx.text.with("review-earlier-one", &[("value", (*value).into()), ("date", date.into())])
    };
    let joined = told[from..]
        .iter()
        .map(one)
        .reduce(|all, next| cx.text.with("list-comma", &[("first", all.into()), ("second", next.into())]));
    cx.text.with("review-earlier", &[("answers", joined.unwrap_or_default().into())])
}

/// How often others were told in the days of a review, and the support that was felt then; none where nobody was.
pub(super) fn check_ins(cx: &Cx<'_>, review: &Review) -> Option<String> {
    let days = review.from..=review.to;
    let own = cx.model.check_ins.iter().filter(|one| one.goal == review.goal && one.is_by_hand());
    let (mut count, mut felt) = (0_u32, Vec::new());
    for check_in in own.filter(|one| days.contains(&one.day)) {
        count += 1;
        felt.extend(check_in.support.map(f64::from));
    }
    let told = (count > 0).then(|| cx.text.with("review-check-ins", &[("count", count.into())]))?;
    if felt.is_empty() {
        return Some(told);
    }
    let mean = format::decimal(felt.iter().sum::<f64>() / felt.len() as f64, 1);
    let values = [("mean", mean.into()), ("n", (felt.len() as u32).into())];
    let felt = cx.text.with("review-check-ins-felt", &values);
    Some(cx.text.with("review-two-sentences", &[("first", told.into()), ("second", felt.into())]))
}
