//! The card after a session: the reward first, then what got done, and how it felt. All of it may stay empty.

use eframe::egui::{Align, Frame, Key, Layout, Margin, Memory, Rect, ScrollArea, Ui, vec2};
use uuid::Uuid;

use super::after_rewards::AfterRewards;
use super::layout::{GAP, LEFT, TOP, within};
use super::running::minutes_of;
use super::{side, telling};
use crate::domain::Action;
use crate::domain::measure::CountAction;
use crate::domain::plans;
use crate::domain::session::{Ended, MAX_DONE_LINES, Session, SessionAction, SessionField};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::plans::{judge, sentence_of};
use crate::ui::widgets::{
    Button, TextField, card, follow_focus, muted, rating, section, small, subtitle, text_area, words,
};
use crate::ui::{format, icons};

/// Widest the card is when it has the page to itself, in points.
const WIDTH: f32 = 560.0;
const ACTS: f32 = 72.0;
/// Width from which two ratings stand side by side, in points.
const TWO_RATINGS: f32 = 480.0;

/// What is typed on the card, for one session.
#[derive(Debug, Default)]
pub struct AfterCard {
    held: Option<Held>,
    rewards: AfterRewards,
    done: Vec<String>,
    count: String,
    next: String,
    proof: String,
    note: String,
    /// The line of "what got done" that gets the keyboard next.
    wanted_line: Option<usize>,
}

/// What the records held when the fields were filled from them.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    session: Uuid,
    done: Vec<String>,
    count: f64,
    next: String,
    proof: String,
    note: String,
}

impl AfterCard {
    /// The card beside the spring.
    pub(super) fn beside(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, rect: Rect, out: &mut Outbox) {
        let rect = Rect::from_min_max(rect.min + vec2(0.0, TOP), rect.max - vec2(24.0, 24.0));
        self.framed(ui, cx, session, rect, out);
    }

    /// The card on a page of its own.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, page: Rect, out: &mut Outbox) {
        let size = vec2(WIDTH.min(page.width() - LEFT), page.height() - 32.0);
        self.framed(ui, cx, session, Rect::from_center_size(page.center(), size), out);
    }

    fn framed(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, rect: Rect, out: &mut Outbox) {
        self.open(ui, cx, session);
        let theme = cx.theme;
        ui.painter().rect(rect, 16.0, theme.surface, theme.border(), eframe::egui::StrokeKind::Inside);
        let acts = Rect::from_min_max(rect.left_bottom() - vec2(0.0, ACTS), rect.max);
        let fields = rect.with_max_y(acts.top());
        within(ui, fields.shrink2(vec2(4.0, 4.0)), |ui| {
            // The frame's fill tells the scroll area what to fade into.
            Frame::new().fill(theme.surface).corner_radius(12).show(ui, |ui| {
                ScrollArea::vertical().id_salt(("after", session.id)).auto_shrink(false).show(ui, |ui| {
                    Frame::new().inner_margin(Margin::same(20)).show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 16.0;
                        self.fields(ui, cx, session, out);
                    });
                    follow_focus(ui);
                });
            });
        });
        ui.painter().hline(rect.x_range().shrink(1.0), acts.top(), theme.border());
        within(ui, acts.shrink2(vec2(24.0, 14.0)), |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = cx.text.get("focus-card-close");
                let esc = Command::CloseCard.keys(cx.text).unwrap_or_default();
                if ui.add(Button::pill(theme, &close).icon(icons::CHECK).shortcut(&esc)).clicked() {
                    out.run(Command::CloseCard);
                }
            });
        });
    }

    /// Takes over what the session holds when the card is opened for it, and when an undo changed it.
    fn open(&mut self, ui: &Ui, cx: &Cx<'_>, session: &Session) {
        let counts = cx.model.counts.iter().filter(|count| count.session == Some(session.id));
        let held = Held {
            session: session.id,
            done: session.done.clone(),
            count: counts.map(|count| count.amount).sum(),
            next: session.next.clone(),
            proof: session.proof.clone(),
            note: session.note.clone(),
        };
        let is_same = self.held.as_ref() == Some(&held);
        let is_typing = ui.memory(Memory::focused).is_some() || self.wanted_line.is_some();
        let is_other = self.held.as_ref().is_none_or(|before| before.session != session.id);
        if is_same || (is_typing && !is_other) {
            return;
        }
        *self = Self {
            done: held.done.clone(),
            count: if held.count == 0.0 { String::new() } else { format::decimal(held.count, 3) },
            next: held.next.clone(),
            proof: held.proof.clone(),
            note: held.note.clone(),
            wanted_line: None,
            held: Some(held),
            rewards: std::mem::take(&mut self.rewards),
        };
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
        let (text, theme) = (cx.text, cx.theme);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let id = match session.ended {
                Ended::Earned => "focus-card-title-earned",
                Ended::Early | Ended::Interrupted | Ended::Added => "focus-card-title-early",
            };
            subtitle(ui, theme, &text.with(id, &[("length", minutes_of(cx, session.focus_secs()).into())]));
            muted(ui, theme, &text.get("focus-card-lead"));
        });
        self.rewards.ui(ui, cx, session, out);
        telling::ui(ui, cx, session, out);
        used_plans(ui, cx, session, out);
        self.done_lines(ui, cx, session.id, out);
        if let Some(measure) = cx.model.goal().and_then(|goal| goal.measure.as_ref()) {
            self.count(ui, cx, session.id, &measure.unit, out);
        }
        let (label, hint) = (text.get("focus-card-next"), text.get("focus-card-next-hint"));
        if TextField::new(theme, &label).hint(&hint).show(ui, &mut self.next).changed() {
            set(out, session.id, SessionField::Next(self.next.clone()));
        }
        ratings(ui, cx, session, out);
        let (label, hint) = (text.get("focus-card-proof"), text.get("focus-card-proof-hint"));
        if TextField::new(theme, &label).hint(&hint).show(ui, &mut self.proof).changed() {
            set(out, session.id, SessionField::Proof(self.proof.clone()));
        }
        if text_area(ui, theme, &text.get("focus-card-note"), &mut self.note, 3).changed() {
            set(out, session.id, SessionField::Note(self.note.clone()));
        }
    }

    /// One field a line and an empty one below; Enter goes to the next.
    fn done_lines(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: Uuid, out: &mut Outbox) {
        if self.done.last().is_none_or(|line| !line.is_empty()) && self.done.len() < MAX_DONE_LINES {
            self.done.push(String::new());
        }
        let mut changed = false;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            section(ui, cx.theme, &cx.text.get("focus-card-done"));
            let hints = ["focus-card-done-hint", "focus-card-done-other-hint"].map(|id| cx.text.get(id));
            for (nth, line) in self.done.iter_mut().enumerate() {
                let name = cx.text.with("focus-card-done-line", &[("line", (nth + 1).into())]);
                let field = TextField::new(cx.theme, "").hint(&hints[nth.min(1)]).id_salt((id, nth));
                let response = field.show(ui, line).accessible_name(name);
                changed |= response.changed();
                if self.wanted_line == Some(nth) {
                    response.request_focus();
                    self.wanted_line = None;
                }
                let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
                if is_entered && !line.trim().is_empty() {
                    self.wanted_line = Some(nth + 1);
                }
            }
        });
        if changed {
            let lines = self.done.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
            set(out, id, SessionField::Done(lines.collect()));
        }
    }

    fn count(&mut self, ui: &mut Ui, cx: &Cx<'_>, id: Uuid, unit: &str, out: &mut Outbox) {
        let label = cx.text.with("focus-card-count", &[("unit", unit.into())]);
        let typed = side::parsed(&self.count);
        let is_bad = !self.count.trim().is_empty() && typed.is_none() && self.count.trim() != "0";
        let problem = cx.text.get("focus-count-bad");
        let field = TextField::new(cx.theme, &label).width(160.0).limit(16);
        let response = field.problem(is_bad.then_some(problem.as_str())).show(ui, &mut self.count);
        if response.changed() {
            let amount = side::parsed(&self.count);
            let is_cleared = matches!(self.count.trim(), "" | "0");
            if let Some(amount) = amount.or(is_cleared.then_some(0.0)) {
                out.act(Action::Count(CountAction::SetForSession { session: id, amount }));
            }
        }
    }
}

fn set(out: &mut Outbox, id: Uuid, field: SessionField) {
    out.act(Action::Session(SessionAction::Set { id, field }));
}

/// The plans that were used in the session, each with the question whether it helped.
fn used_plans(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
    for usage in plans::uses_for(cx.model, session) {
        let Some(plan) = cx.model.plans.get(usage.plan) else { continue };
        card(ui, cx.theme, |ui| {
            words(ui, &sentence_of(cx, plan), &cx.theme.body, cx.theme.ink);
            judge(ui, cx, usage, out);
        });
    }
}

fn ratings(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Outbox) {
    type Wrap = fn(Option<u8>) -> SessionField;
    let rows: [(&str, &str, Option<u8>, Wrap); 5] = [
        ("focus-card-enjoyment", "focus-card-scale", session.enjoyment, SessionField::Enjoyment),
        ("focus-card-ease", "focus-card-ease-ends", session.ease, SessionField::Ease),
        ("focus-card-before", "focus-card-scale", session.motivation_before, SessionField::MotivationBefore),
        ("focus-card-after", "focus-card-scale", session.motivation_after, SessionField::MotivationAfter),
        ("focus-card-energy", "focus-card-scale", session.energy, SessionField::Energy),
    ];
    let one = |ui: &mut Ui, (id, ends, value, field): (&str, &str, Option<u8>, Wrap), out: &mut Outbox| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.spacing_mut().interact_size.y = 16.0;
            let name = cx.text.get(id);
            ui.horizontal(|ui| {
                section(ui, cx.theme, &name);
                small(ui, cx.theme, &cx.text.get(ends));
            });
            let mut chosen = value;
            if rating(ui, cx.theme, cx.text, &name, &mut chosen).changed() {
                set(out, session.id, field(chosen));
            }
        });
    };
    let in_row = if ui.available_width() >= TWO_RATINGS { 2 } else { 1 };
    for pair in rows.chunks(in_row) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for row in pair {
                one(ui, *row, out);
            }
        });
    }
}
