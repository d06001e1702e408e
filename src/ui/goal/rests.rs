//! Rests: days marked free, today with one click or a range with its dates.

use chrono::NaiveDate;
use eframe::egui::{Context, Ui};

use crate::domain::Action;
use crate::domain::rest::{Rest, RestAction, RestKind, rest_on};
use crate::ui::cx::Cx;
use crate::ui::dates::{parse_date, typed_date};
use crate::ui::outbox::Outbox;
use crate::ui::progress::refused;
use crate::ui::widgets::{self, Button, TextField};
use crate::ui::{format, icons};

use super::books::Books;
use super::row::{FEW, Shown, more_link, row, rows};

/// A range being marked.
#[derive(Clone, Debug)]
struct RangeForm {
    from: String,
    to: String,
}

/// The rests with their form.
#[derive(Clone, Debug, Default)]
pub struct Rests {
    kind: RestKind,
    form: Option<RangeForm>,
    shown: Shown,
}

impl Rests {
    /// Shows what is marked, and the ways to mark more.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, books: &Books, out: &mut Outbox) {
        self.kinds(ui, cx);
        let today = cx.derived.today;
        ui.horizontal_wrapped(|ui| {
            let can = rest_on(&cx.model.rests, today).is_none();
            let mark = cx.text.get("goal-rest-today");
            if ui.add_enabled(can, Button::small(cx.theme, &mark)).clicked() {
                out.act(Action::Rest(RestAction::Add { from: today, to: today, kind: self.kind }));
            }
            if widgets::small_button(ui, cx.theme, &cx.text.get("goal-rest-days")).clicked() {
                self.form = Some(RangeForm { from: typed_date(today), to: typed_date(today) });
            }
        });
        if books.rests.is_empty() {
            widgets::muted(ui, cx.theme, &cx.text.get("goal-rests-none"));
        }
        rows(ui, "rests", self.shown, books.rests.len(), |ui, nth| {
            if let Some(rest) = books.rests.get(nth) {
                rest_row(ui, cx, rest, out);
            }
        });
        more_link(ui, cx, &mut self.shown, [FEW, books.rests.len()]);
    }

    fn kinds(&mut self, ui: &mut Ui, cx: &Cx) {
        let kinds = [RestKind::Rest, RestKind::Ill, RestKind::Travel];
        let options = kinds.map(|kind| (kind, cx.text.get(kind_id(kind))));
        widgets::segmented(ui, cx.theme, &cx.text.get("goal-rest-kind"), &mut self.kind, &options);
    }

    /// Shows the form for a range over the page.
    pub fn sheet(&mut self, ctx: &Context, cx: &Cx, out: &mut Outbox) {
        if self.form.is_none() {
            return;
        }
        let title = cx.text.get("goal-rest-days-title");
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.kinds(ui, cx);
            let range = self.form.as_mut().and_then(|form| form.ui(ui, cx));
            let action = range.map(|(from, to)| Action::Rest(RestAction::Add { from, to, kind: self.kind }));
            let problem = action.clone().and_then(|action| refused(cx, action));
            if let Some(problem) = &problem {
                widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
            }
            action.filter(|_| problem.is_none())
        };
        let acts = |ui: &mut Ui, action: Option<Action>| {
            let mark = cx.text.get("goal-rest-mark");
            let is_marked = ui.add_enabled(action.is_some(), Button::pill(cx.theme, &mark)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            match action {
                Some(action) if is_marked => {
                    out.act(action);
                    true
                }
                _ => is_cancelled,
            }
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "rest", &title, contents, acts);
        if answer.closed || answer.inner {
            self.form = None;
        }
    }
}

impl RangeForm {
    /// Shows both dates; gives back the range when both can be read.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx) -> Option<(NaiveDate, NaiveDate)> {
        let wrong = cx.text.get("goal-date-wrong");
        let field = |ui: &mut Ui, id: &str, value: &mut String| {
            let read = parse_date(cx.text, value, cx.today);
            let (label, note) = (cx.text.get(id), read.map(|date| format::day(cx.text, date, cx.today)));
            ui.vertical(|ui| {
                ui.set_width(160.0);
                let field = TextField::new(cx.theme, &label).note(note.as_deref().unwrap_or_default()).limit(30);
                field.problem(read.is_none().then_some(wrong.as_str())).show(ui, value);
            });
            read
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let from = field(ui, "goal-rest-from", &mut self.from);
            let to = field(ui, "goal-rest-to", &mut self.to);
            from.zip(to)
        })
        .inner
    }
}

fn rest_row(ui: &mut Ui, cx: &Cx, rest: &Rest, out: &mut Outbox) {
    let name = |day| format::day(cx.text, day, cx.today);
    let days = if rest.from == rest.to {
        name(rest.from)
    } else {
        cx.text.with("date-range", &[("first", name(rest.from).into()), ("last", name(rest.to).into())])
    };
    let count = (rest.to - rest.from).num_days() + 1;
    let values = [("kind", cx.text.get(kind_id(rest.kind)).into()), ("days", count.into())];
    row(ui, cx, &days, &cx.text.with("goal-rest-remark", &values), |ui| {
        let delete = cx.text.with("goal-rest-delete", &[("days", days.as_str().into())]);
        if widgets::icon_button(ui, cx.theme, icons::TRASH, &delete).clicked() {
            out.act(Action::Rest(RestAction::Delete { id: rest.id }));
        }
    });
}

fn kind_id(kind: RestKind) -> &'static str {
    match kind {
        RestKind::Rest => "goal-kind-rest",
        RestKind::Ill => "goal-kind-ill",
        RestKind::Travel => "goal-kind-travel",
    }
}
