//! The measure: its unit and total, how far it is, and every count.

use eframe::egui::{Align, Response, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::{Goal, GoalAction, GoalField};
use crate::domain::insight::target_line::TargetLine;
use crate::domain::measure::{Count, CountAction, MAX_AMOUNT, MAX_UNIT_CHARS, Measure};
use crate::ui::commands::GoalPart;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, Stepper, TextField};
use crate::ui::{format, icons};

use super::books::Books;
use super::row::{FEW, Shown, more_link, row, rows};

/// Days from which on it is told how far they swing.
const SWING_DAYS: f64 = 14.0;

/// What is typed into the measure's fields.
#[derive(Clone, Debug, Default)]
pub struct MeasureCard {
    goal: Option<Uuid>,
    seen: Option<Measure>,
    unit: String,
    total: String,
    amount: f64,
    editing: Option<(Uuid, f64)>,
    shown: Shown,
}

impl MeasureCard {
    /// Fills the fields again when the measure was changed elsewhere.
    fn follow(&mut self, goal: &Goal) {
        if self.goal == Some(goal.id) && (self.seen == goal.measure || self.read().is_ok_and(|own| own == goal.measure))
        {
            self.seen.clone_from(&goal.measure);
            return;
        }
        self.goal = Some(goal.id);
        self.seen.clone_from(&goal.measure);
        self.unit = goal.measure.as_ref().map(|measure| measure.unit.clone()).unwrap_or_default();
        let total = goal.measure.as_ref().and_then(|measure| measure.total);
        self.total = total.map(|total| format::decimal(total, 3)).unwrap_or_default();
    }

    /// The measure that is typed; an error names the id of what is wrong.
    fn read(&self) -> Result<Option<Measure>, &'static str> {
        let unit = self.unit.trim().to_owned();
        let plain: String = self.total.chars().filter(|sign| !sign.is_whitespace()).collect();
        let total = match plain.as_str() {
            "" => None,
            typed => match typed.replace(',', ".").parse::<f64>() {
                Ok(total) if total > 0.0 && total <= MAX_AMOUNT => Some(total),
                _ => return Err("goal-total-wrong"),
            },
        };
        Ok((!unit.is_empty()).then_some(Measure { unit, total }))
    }

    /// Shows the measure with its counts.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx,
        goal: &Goal,
        books: &Books,
        wanted: &mut Option<GoalPart>,
        out: &mut Outbox,
    ) {
        self.follow(goal);
        self.fields(ui, cx, goal, wanted, out);
        let Some(measure) = &goal.measure else {
            widgets::muted(ui, cx.theme, &cx.text.get("goal-measure-none"));
            return;
        };
        how_far(ui, cx, measure, books.figures.counted);
        if let Some(line) = &cx.derived.target {
            widgets::muted(ui, cx.theme, &line_words(cx, measure, line));
        }
        self.add(ui, cx, measure, out);
        self.counts(ui, cx, measure, books, out);
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx, goal: &Goal, wanted: &mut Option<GoalPart>, out: &mut Outbox) {
        let wrong = self.read().err().map(|id| cx.text.get(id));
        let mut changed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let half = (ui.available_width() - 12.0) / 2.0;
            ui.vertical(|ui| {
                ui.set_width(half);
                let (label, hint) = (cx.text.get("goal-unit"), cx.text.get("goal-unit-hint"));
                let field = TextField::new(cx.theme, &label).hint(&hint).limit(MAX_UNIT_CHARS);
                let unit = field.show(ui, &mut self.unit);
                // Where there is a measure already, its total is what is wanted.
                if goal.measure.is_none() {
                    give_keyboard(&unit, wanted);
                }
                changed |= unit.changed();
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                let (label, hint) = (cx.text.get("goal-total"), cx.text.get("goal-total-hint"));
                let field = TextField::new(cx.theme, &label).hint(&hint).problem(wrong.as_deref()).limit(16);
                let total = field.show(ui, &mut self.total);
                give_keyboard(&total, wanted);
                changed |= total.changed();
            });
        });
        if changed && let Ok(measure) = self.read() {
            out.act(Action::Goal(GoalAction::Set { id: goal.id, field: GoalField::Measure(measure) }));
        }
    }

    fn add(&mut self, ui: &mut Ui, cx: &Cx, measure: &Measure, out: &mut Outbox) {
        ui.horizontal_wrapped(|ui| {
            let name = cx.text.with("goal-count-name", &[("unit", measure.unit.as_str().into())]);
            Stepper::new(cx.theme, cx.text, &name, -MAX_AMOUNT..=MAX_AMOUNT)
                .step(10.0)
                .decimals(2)
                .show(ui, &mut self.amount);
            ui.add_space(8.0);
            let add = cx.text.with("goal-count-add", &[("unit", measure.unit.as_str().into())]);
            if ui.add_enabled(self.amount != 0.0, Button::small(cx.theme, &add)).clicked() {
                out.act(Action::Count(CountAction::Add { amount: self.amount, session: None }));
                self.amount = 0.0;
            }
        });
    }

    fn counts(&mut self, ui: &mut Ui, cx: &Cx, measure: &Measure, books: &Books, out: &mut Outbox) {
        rows(ui, "counts", self.shown, books.counts.len(), |ui, nth| {
            if let Some(count) = books.counts.get(nth) {
                count_row(ui, cx, measure, count, &mut self.editing, out);
            }
        });
        more_link(ui, cx, &mut self.shown, [FEW, books.counts.len()]);
    }
}

/// Puts the keyboard into a field of the measure when one is wanted.
fn give_keyboard(field: &Response, wanted: &mut Option<GoalPart>) {
    if wanted.take_if(|part| *part == GoalPart::Measure).is_some() {
        field.request_focus();
        field.scroll_to_me(Some(Align::Center));
    }
}

/// The bar and the words of how far the measure is.
fn how_far(ui: &mut Ui, cx: &Cx, measure: &Measure, counted: f64) {
    let amount = format::decimal(counted, 2);
    let Some(total) = measure.total else {
        let values = [("amount", amount.into()), ("unit", measure.unit.as_str().into())];
        widgets::strong(ui, cx.theme, &cx.text.with("goal-count-of-unit", &values));
        return;
    };
    let values = [
        ("amount", amount.into()),
        ("total", format::decimal(total, 2).into()),
        ("unit", measure.unit.as_str().into()),
        ("percent", format::percent(cx.text, (counted / total).max(0.0)).into()),
    ];
    let words = cx.text.with("goal-count-of-total", &values);
    widgets::strong(ui, cx.theme, &words);
    widgets::progress_bar(ui, cx.theme, &words, (counted / total) as f32, cx.theme.stage[0]);
}

/// How the count stands to the target line, how far days swing about its pace, and when a decided one will hold.
fn line_words(cx: &Cx, measure: &Measure, line: &TargetLine) -> String {
    let unit = || ("unit", measure.unit.as_str().into());
    let stands = line.safe_days.map(|days| {
        if days == 0 {
            let [due, next] = [0, 1].map(|in_days| rounded(line.due(in_days)));
            return cx.text.with("goal-line-due", &[("due", due.into()), ("next", next.into()), unit()]);
        }
        let ahead = rounded(line.delta);
        cx.text.with("goal-line-ahead", &[("ahead", ahead.into()), unit(), ("days", days.into())])
    });
    let swing = line.swing.filter(|_| line.day >= SWING_DAYS);
    let swings = swing.map(|swing| cx.text.with("goal-line-swing", &[("swing", rounded(swing).into()), unit()]));
    let turns =
        line.turns_on.map(|day| cx.text.with("goal-line-turns", &[("date", format::day_month(cx.text, day).into())]));
    let told: Vec<String> = [stands, swings, turns].into_iter().flatten().collect();
    told.join(" ")
}

/// An amount that was reckoned: from a hundred on, tenths say nothing.
fn rounded(amount: f64) -> String {
    format::decimal(amount, usize::from(amount.abs() < 100.0))
}

fn count_row(
    ui: &mut Ui,
    cx: &Cx,
    measure: &Measure,
    count: &Count,
    editing: &mut Option<(Uuid, f64)>,
    out: &mut Outbox,
) {
    let unit = measure.unit.as_str();
    let day = format::day(cx.text, count.day, cx.today);
    if let Some((id, amount)) = editing.as_mut().filter(|(id, _)| *id == count.id) {
        let (id, mut saved) = (*id, false);
        let name = cx.text.with("goal-count-edit-name", &[("unit", unit.into()), ("day", day.into())]);
        ui.horizontal(|ui| {
            ui.set_height(super::row::ROW);
            Stepper::new(cx.theme, cx.text, &name, -MAX_AMOUNT..=MAX_AMOUNT).step(10.0).decimals(2).show(ui, amount);
            saved = widgets::small_button(ui, cx.theme, &cx.text.get("save")).clicked();
        });
        if saved {
            if *amount != 0.0 {
                out.act(Action::Count(CountAction::Edit { id, amount: *amount }));
            }
            *editing = None;
        }
        return;
    }
    let words = cx
        .text
        .with("goal-count-of-unit", &[("amount", format::decimal(count.amount, 2).into()), ("unit", unit.into())]);
    let of = [("day", day.as_str().into())];
    let remark = if count.session.is_some() { cx.text.with("goal-count-in-session", &of) } else { day.clone() };
    row(ui, cx, &words, &remark, |ui| {
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &cx.text.with("goal-count-delete", &of)).clicked() {
            out.act(Action::Count(CountAction::Delete { id: count.id }));
        }
        if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &cx.text.with("goal-count-edit", &of)).clicked() {
            *editing = Some((count.id, count.amount));
        }
    });
}
