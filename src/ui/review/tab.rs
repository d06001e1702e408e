//! The room: the home with what is due, and the review that is open.

use eframe::egui::{Key, Memory, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::goal::Goal;
use crate::domain::review::{self, Period, Review, ReviewAction};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;

use super::answers::Answers;
use super::charts::Charts;
use super::home::{Asked, Home};
use super::kept::Kept;
use super::page::{self, Stays};
use super::saving::{Form, Saving, save_closed};
use super::weekly::Page;

/// The Review room with its own state.
#[derive(Debug, Default)]
pub struct ReviewTab {
    home: Home,
    /// The review that is open; none while the home is shown.
    open: Option<Open>,
    /// A period whose draft was asked for and comes with the next frame.
    wanted: Option<Period>,
    /// The form in which a review is to be saved with the next frame.
    save: Option<Form>,
}

/// The review that is open.
#[derive(Debug)]
struct Open {
    id: Uuid,
    answers: Answers,
    kept: Option<Kept>,
    charts: Charts,
    saving: Saving,
}

impl ReviewTab {
    /// Saves the review that is open, or the newest that is done, else the newest draft.
    pub fn save(&mut self, form: Form) {
        self.save = Some(form);
    }

    /// Shows the home, or the review that is open.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let Some(goal) = cx.model.goal() else {
            *self = Self::default();
            Home::without_goal(ui, cx, out);
            return;
        };
        if let Some(found) = self.wanted.and_then(|period| review::find(cx.model, goal, period)) {
            (self.open, self.wanted) = (Open::of(cx, found.id), None);
        }
        if self.review(ui, cx, goal, out) == Stays::Left {
            self.open = None;
        }
        if self.open.is_some() {
            return;
        }
        if let Some((form, newest)) = self.save.take().zip(newest(cx, goal)) {
            save_closed(cx, newest, form, out);
        }
        match self.home.ui(ui, cx, goal, out) {
            Some(Asked::Review(id)) => (self.open, self.wanted) = (Open::of(cx, id), None),
            Some(Asked::Period(period)) => {
                out.act(Action::Review(ReviewAction::Open(period)));
                self.wanted = Some(period);
                ui.ctx().request_repaint();
            }
            None => {}
        }
    }

    /// Shows the review that is open, if there is one and it still exists.
    fn review(&mut self, ui: &mut Ui, cx: &Cx<'_>, goal: &Goal, out: &mut Outbox) -> Stays {
        let Some(open) = &mut self.open else { return Stays::Left };
        let Some(review) = cx.model.reviews.get(open.id).filter(|review| review.goal == goal.id) else {
            return Stays::Left;
        };
        open.answers.follow(review);
        let kept = Kept::of(&mut open.kept, cx, goal, review);
        if let Some(form) = self.save.take() {
            open.saving.save(cx, review, &kept.drawn, form, out);
        }
        let page = Page { goal, review, kept };
        let stays = page::ui(ui, cx, &page, (&mut open.answers, &mut open.charts, &mut open.saving), out);
        if is_left(ui) { Stays::Left } else { stays }
    }
}

impl Open {
    fn of(cx: &Cx<'_>, id: Uuid) -> Option<Self> {
        let review = cx.model.reviews.get(id)?;
        Some(Self {
            id,
            answers: Answers::new(review),
            kept: None,
            charts: Charts::default(),
            saving: Saving::default(),
        })
    }
}

/// The review of the latest period, one that is done rather than a draft.
fn newest<'a>(cx: &Cx<'a>, goal: &Goal) -> Option<&'a Review> {
    let own = cx.model.reviews.iter().filter(|review| review.goal == goal.id);
    own.max_by_key(|review| (review.is_done(), review.to, review.kind, review.made))
}

/// Esc leaves the review as it is, unless it closes something that lies over it.
fn is_left(ui: &Ui) -> bool {
    let is_covered = ui.ctx().memory(Memory::top_modal_layer).is_some() || eframe::egui::Popup::is_any_open(ui.ctx());
    !is_covered && ui.input(|input| input.key_pressed(Key::Escape))
}
