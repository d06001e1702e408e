//! The sheet of one session: every field saved as it is typed; times, a split and deleting below.

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::measure::{CountAction, MAX_AMOUNT};
use crate::domain::session::{Session, SessionAction, SessionField};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, Stepper, TextField};
use crate::ui::{format, icons};

use super::session_forms::{Stays, refused};
use super::session_row::{ended_words, length_words};
use super::when::When;

/// A session being looked at and changed.
#[derive(Clone, Debug)]
pub struct SessionEdit {
    id: Uuid,
    /// The session as it was when the fields were filled.
    seen: Session,
    intention: String,
    done: String,
    next: String,
    note: String,
    proof: String,
    counted: f64,
    when: When,
    times_problem: Option<String>,
    split_minutes: u16,
}

impl SessionEdit {
    /// The sheet of a session; none when it is gone.
    pub fn new(cx: &Cx, id: Uuid) -> Option<Self> {
        let session = cx.model.sessions.get(id)?;
        let half = (session.focus_secs() / 120).clamp(1, i64::from(u16::MAX)) as u16;
        Some(Self {
            id,
            seen: session.clone(),
            intention: session.intention.clone(),
            done: session.done.join("\n"),
            next: session.next.clone(),
            note: session.note.clone(),
            proof: session.proof.clone(),
            counted: counted(cx, id),
            when: When::of_session(session),
            times_problem: None,
            split_minutes: half,
        })
    }

    /// Shows the sheet over the page; it closes when its session is gone.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx, out: &mut Outbox) -> Stays {
        let Some(session) = cx.model.sessions.get(self.id).cloned() else { return Stays::Closed };
        self.follow(cx, &session);
        let values = [
            ("date", format::day(cx.text, session.day, cx.today).into()),
            ("time", format::clock(start_time(&session)).into()),
        ];
        let title = cx.text.with("progress-session-of", &values);
        let answer = widgets::sheet(ctx, cx.theme, cx.text, "session", &title, |ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            let values = [("first", length_words(cx, &session).into()), ("second", ended_words(cx, &session).into())];
            widgets::muted(ui, cx.theme, &cx.text.with("list-dot", &values));
            let to_card = self.card_button(ui, cx, out);
            self.texts(ui, cx, out);
            self.count(ui, cx, out);
            ratings(ui, cx, &session, out);
            widgets::divider(ui, cx.theme);
            self.times(ui, cx, &session, out);
            self.split(ui, cx, &session, out);
            widgets::divider(ui, cx.theme);
            if delete(ui, cx, &session, out) == Stays::Closed || to_card { Stays::Closed } else { Stays::Open }
        });
        if answer.closed { Stays::Closed } else { answer.inner }
    }

    /// Fills the fields again when the session was changed elsewhere, by undo for one.
    fn follow(&mut self, cx: &Cx, session: &Session) {
        if *session == self.seen {
            return;
        }
        let is_own = session.intention == self.intention
            && session.done == lines(&self.done)
            && session.next == self.next
            && session.note == self.note
            && session.proof == self.proof
            && session.intervals == self.seen.intervals;
        if is_own {
            self.seen = session.clone();
        } else if let Some(fresh) = Self::new(cx, self.id) {
            *self = fresh;
        }
    }

    /// The way back to the card that was shown when the session ended; true when it is taken.
    fn card_button(&self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) -> bool {
        let command = Command::OpenCard(self.id);
        let label = cx.text.get("progress-open-card");
        let button = ui.add(Button::small(cx.theme, &label).icon(icons::GIFT));
        let is_clicked = button.on_hover_text(cx.text.get(&command.hint_id())).clicked();
        if is_clicked {
            out.run(command);
        }
        is_clicked
    }

    fn texts(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let set = |field: SessionField| Action::Session(SessionAction::Set { id: self.id, field });
        let label = cx.text.get("progress-intention");
        if widgets::text_field(ui, cx.theme, &label, &mut self.intention).changed() {
            out.act(set(SessionField::Intention(self.intention.clone())));
        }
        let (label, note) = (cx.text.get("progress-done"), cx.text.get("progress-done-note"));
        if TextField::new(cx.theme, &label).note(&note).rows(2).show(ui, &mut self.done).changed() {
            out.act(set(SessionField::Done(lines(&self.done))));
        }
        if widgets::text_field(ui, cx.theme, &cx.text.get("progress-next"), &mut self.next).changed() {
            out.act(set(SessionField::Next(self.next.clone())));
        }
        if widgets::text_field(ui, cx.theme, &cx.text.get("progress-proof"), &mut self.proof).changed() {
            out.act(set(SessionField::Proof(self.proof.clone())));
        }
        if widgets::text_area(ui, cx.theme, &cx.text.get("progress-note"), &mut self.note, 2).changed() {
            out.act(set(SessionField::Note(self.note.clone())));
        }
    }

    fn count(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        let measure = cx.model.goals.get(self.seen.goal).and_then(|goal| goal.measure.as_ref());
        let Some(measure) = measure else { return };
        labelled(ui, cx, &format::capitalised(&measure.unit), |ui, name| {
            let stepper = Stepper::new(cx.theme, cx.text, name, -MAX_AMOUNT..=MAX_AMOUNT).step(10.0).decimals(2);
            if stepper.show(ui, &mut self.counted).changed() {
                out.act(Action::Count(CountAction::SetForSession { session: self.id, amount: self.counted }));
            }
        });
    }

    fn times(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, out: &mut Outbox) {
        let action = self.when.times_from(cx, session).ok().map(|times| {
            Action::Session(SessionAction::SetTimes {
                id: self.id,
                started: times.started,
                offset_secs: times.offset_secs,
                focus_secs: times.focus_secs,
            })
        });
        if self.when.ui(ui, cx) {
            self.times_problem = action.clone().and_then(|action| refused(cx, action));
        }
        if self.when == When::of_session(session) {
            self.times_problem = None;
            return;
        }
        if let Some(problem) = &self.times_problem {
            widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
        }
        let can = action.is_some() && self.times_problem.is_none();
        let save = ui.add_enabled(can, Button::small(cx.theme, &cx.text.get("progress-save-times")));
        if let (true, Some(action)) = (save.clicked(), action) {
            out.act(action);
        }
    }

    fn split(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, out: &mut Outbox) {
        let most = ((session.focus_secs() - 1) / 60).clamp(0, i64::from(u16::MAX)) as u16;
        if most == 0 {
            return;
        }
        self.split_minutes = self.split_minutes.clamp(1, most);
        labelled(ui, cx, &cx.text.get("progress-split-after"), |ui, name| {
            ui.horizontal(|ui| {
                Stepper::new(cx.theme, cx.text, name, 1..=most).show(ui, &mut self.split_minutes);
                if widgets::small_button(ui, cx.theme, &cx.text.get("progress-split")).clicked() {
                    let after_secs = i64::from(self.split_minutes) * 60;
                    out.act(Action::Session(SessionAction::Split { id: self.id, after_secs }));
                }
            });
        });
    }
}

/// A label above a field that has none of its own; the field takes it as its name.
fn labelled(ui: &mut Ui, cx: &Cx, name: &str, field: impl FnOnce(&mut Ui, &str)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, name, &cx.theme.label, cx.theme.muted);
        field(ui, name);
    });
}

fn ratings(ui: &mut Ui, cx: &Cx, session: &Session, out: &mut Outbox) {
    type Make = fn(Option<u8>) -> SessionField;
    let fields: [(&str, Option<u8>, Make); 4] = [
        ("progress-ease", session.ease, SessionField::Ease),
        ("progress-energy", session.energy, SessionField::Energy),
        ("progress-before", session.motivation_before, SessionField::MotivationBefore),
        ("progress-after", session.motivation_after, SessionField::MotivationAfter),
    ];
    for (id, before, make) in fields {
        labelled(ui, cx, &cx.text.get(id), |ui, name| {
            let mut value = before;
            if widgets::rating(ui, cx.theme, cx.text, name, &mut value).changed() {
                out.act(Action::Session(SessionAction::Set { id: session.id, field: make(value) }));
            }
        });
    }
}

fn delete(ui: &mut Ui, cx: &Cx, session: &Session, out: &mut Outbox) -> Stays {
    let length = format::duration(cx.text, session.focus_secs().unsigned_abs());
    ui.horizontal_wrapped(|ui| {
        let delete = cx.text.get("progress-delete");
        let clicked = ui.add(Button::small(cx.theme, &delete).destructive()).clicked();
        widgets::muted(ui, cx.theme, &cx.text.with("progress-leaves", &[("length", length.into())]));
        if !clicked {
            return Stays::Open;
        }
        out.act(Action::Session(SessionAction::Delete { id: session.id }));
        Stays::Closed
    })
    .inner
}

/// The wall-clock time a session started at, where it was made.
pub fn start_time(session: &Session) -> chrono::NaiveTime {
    use crate::domain::time::{local_time, offset_from_secs};
    local_time(session.started, offset_from_secs(session.offset_secs)).time()
}

/// The lines that were written, without empty ones.
fn lines(typed: &str) -> Vec<String> {
    typed.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

fn counted(cx: &Cx, session: Uuid) -> f64 {
    cx.model.counts.iter().filter(|count| count.session == Some(session)).map(|count| count.amount).sum()
}
