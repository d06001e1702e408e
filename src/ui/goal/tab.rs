//! The page: the goal's fields on the left, what goes with it on the right; one column where room is scarce.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::goal::Goal;
use crate::ui::charts::two_columns;
use crate::ui::commands::GoalPart;
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::outbox::Outbox;
use crate::ui::programme::{self, PathCard};
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::archive::Archive;
use super::books::Books;
use super::closing::{Closing, Stays};
use super::fields::GoalFields;
use super::measure_card::MeasureCard;
use super::plans_card::{self, PutAway};
use super::rests::Rests;
use super::row::{Shown, section_card, section_card_why};
use super::target_card::TargetCard;
use super::waiting_room::WaitingRoom;
use super::{new_goal, proofs};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Page width from which there are two columns, in points.
const TWO_COLUMNS: f32 = 760.0;
/// Widest the two columns grow, in points.
const WIDEST: f32 = 1280.0;
/// Width from which the button stands beside the title, in points.
const SIDE_BY_SIDE: f32 = 420.0;

/// A card of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Fields,
    Target,
    Measure,
    Proofs,
    Plans,
    WaitingRoom,
    Rests,
    Archive,
}

impl Part {
    const IN_ORDER: [Self; 8] = [
        Self::Fields,
        Self::Plans,
        Self::Target,
        Self::Measure,
        Self::Proofs,
        Self::WaitingRoom,
        Self::Rests,
        Self::Archive,
    ];
    const IN_COLUMNS: [&[Self]; 2] = [
        &[Self::Fields, Self::Plans, Self::Proofs, Self::Archive],
        &[Self::Target, Self::Measure, Self::WaitingRoom, Self::Rests],
    ];
}

/// The Goal room with its own state.
#[derive(Debug, Default)]
pub struct GoalTab {
    kept: Option<Books>,
    path: PathCard,
    fields: Option<GoalFields>,
    target: TargetCard,
    measure: MeasureCard,
    proofs: Shown,
    plans: PutAway,
    rests: Rests,
    waiting_room: WaitingRoom,
    closing: Option<Closing>,
    archive: Archive,
    new_title: String,
    /// The field that gets the keyboard as soon as it is shown.
    wanted: Option<GoalPart>,
}

impl GoalTab {
    /// Puts the keyboard into the line for a new wish.
    pub fn focus_new_wish(&mut self) {
        self.waiting_room.focus();
    }

    /// Puts the keyboard into a field of the goal.
    pub fn focus_part(&mut self, part: GoalPart) {
        self.wanted = Some(part);
    }

    /// Opens the closing review of the active goal.
    pub fn open_closing(&mut self, goal: &Goal) {
        self.closing = Some(Closing::new(goal));
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, out: &mut Outbox) {
        Books::kept(&mut self.kept, cx.model);
        let Some(books) = self.kept.take() else { return };
        widgets::page(ui, "goal", WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            match cx.model.goal() {
                Some(goal) => self.with_goal(ui, cx, goal, &books, out),
                None => self.without_goal(ui, cx, &books, out),
            }
        });
        self.sheets(ui, cx, &books, out);
        self.kept = Some(books);
    }

    fn with_goal(&mut self, ui: &mut Ui, cx: &Cx, goal: &Goal, books: &Books, out: &mut Outbox) {
        self.header(ui, cx, goal);
        programme::stage_end(ui, cx, out);
        self.path.ui(ui, cx, out);
        if ui.available_width() < TWO_COLUMNS {
            for part in Part::IN_ORDER {
                self.part(ui, cx, part, (goal, books), out);
            }
            return;
        }
        two_columns(ui, "goal columns", |ui, column| {
            for part in Part::IN_COLUMNS[column] {
                self.part(ui, cx, *part, (goal, books), out);
            }
        });
    }

    fn part(&mut self, ui: &mut Ui, cx: &Cx, part: Part, (goal, books): (&Goal, &Books), out: &mut Outbox) {
        let mut card = |id: &str, contents: &mut dyn FnMut(&mut Ui)| {
            section_card(ui, cx, id, &cx.text.get(id), contents);
        };
        match part {
            Part::Fields => {
                let fields = self.fields.get_or_insert_with(|| GoalFields::new(goal));
                fields.follow(cx, goal);
                card("goal-one-thing", &mut |ui| fields.ui(ui, cx, books, &mut self.wanted, out));
            }
            Part::Proofs => card("goal-proofs", &mut |ui| proofs::ui(ui, cx, goal, books, &mut self.proofs)),
            Part::Plans => card("plans-card", &mut |ui| plans_card::ui(ui, cx, goal, &mut self.plans, out)),
            Part::Target => section_card_why(ui, cx, ("goal-target", Strategy::Targets), out, |ui, out| {
                self.target.ui(ui, cx, goal, out);
            }),
            Part::Measure => {
                card("goal-measure", &mut |ui| self.measure.ui(ui, cx, goal, books, &mut self.wanted, out));
            }
            Part::Rests => card("goal-rests", &mut |ui| self.rests.ui(ui, cx, books, out)),
            Part::WaitingRoom => section_card_why(ui, cx, ("goal-waiting-room", Strategy::OneGoal), out, |ui, out| {
                self.waiting_room.ui(ui, cx, out);
            }),
            Part::Archive if books.archive.is_empty() => {}
            Part::Archive => {
                card("goal-archive", &mut |ui| self.archive.ui(ui, cx, books, out));
            }
        }
    }

    fn without_goal(&mut self, ui: &mut Ui, cx: &Cx, books: &Books, out: &mut Outbox) {
        self.fields = None;
        widgets::page_title(ui, cx.theme, &cx.text.get("goal-page-title"));
        let parts = |tab: &mut Self, ui: &mut Ui, column: usize, out: &mut Outbox| {
            if column > 0 {
                section_card(ui, cx, "wishes", &cx.text.get("goal-waiting-room"), |ui| {
                    tab.waiting_room.ui(ui, cx, out);
                });
                return;
            }
            section_card(ui, cx, "new goal", &cx.text.get("goal-new"), |ui| {
                new_goal::ui(ui, cx, &mut tab.new_title, out);
            });
            if !books.archive.is_empty() {
                section_card(ui, cx, "closed goals", &cx.text.get("goal-archive"), |ui| {
                    tab.archive.ui(ui, cx, books, out);
                });
            }
        };
        if ui.available_width() < TWO_COLUMNS {
            (0..2).for_each(|column| parts(self, ui, column, out));
        } else {
            two_columns(ui, "no goal columns", |ui, column| parts(self, ui, column, out));
        }
    }

    fn header(&mut self, ui: &mut Ui, cx: &Cx, goal: &Goal) {
        let day = (cx.derived.today - goal.start_day).num_days() + 1;
        let values = [("day", day.max(1).into()), ("date", format::date(cx.text, goal.start_day).into())];
        let line = cx.text.with("goal-since", &values);
        let titles = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::page_title(ui, cx.theme, &cx.text.get("goal-page-title"));
            widgets::muted(ui, cx.theme, &line);
        };
        let change = cx.text.get("goal-change");
        let button = Button::pill(cx.theme, &change).icon(icons::FLAG);
        let is_clicked = if ui.available_width() < SIDE_BY_SIDE {
            ui.vertical(titles);
            ui.add(button).clicked()
        } else {
            let size = vec2(ui.available_width(), 52.0);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let is_clicked = ui.add(button).clicked();
                ui.with_layout(Layout::top_down(Align::Min), titles);
                is_clicked
            })
            .inner
        };
        if is_clicked {
            self.open_closing(goal);
        }
    }

    fn sheets(&mut self, ui: &Ui, cx: &Cx, books: &Books, out: &mut Outbox) {
        self.rests.sheet(ui.ctx(), cx, out);
        if let Some(closing) = &mut self.closing
            && closing.ui(ui.ctx(), cx, books.figures, out) == Stays::Closed
        {
            self.closing = None;
        }
    }
}
