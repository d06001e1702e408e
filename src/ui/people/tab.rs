//! The page: partners and communities at the left, pledges and the log at the right; its sheets.

use eframe::egui::{Align, Layout, Ui, vec2};
use uuid::Uuid;

use crate::domain::Model;
use crate::domain::people::To;
use crate::ui::charts::{tiles, two_columns_of};
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::goal::Shown;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::sending::{self, OutletForm};
use crate::ui::widgets::{self, Button};

use super::answer::AnswerSheet;
use super::community_form::CommunityForm;
use super::partner_form::PartnerForm;
use super::pledge_form::{JudgeSheet, PledgeForm};
use super::told::ToldSheet;
use super::{communities, log, partners, pledges};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Page width from which there are two columns, and shares of the left and right one.
const TWO_COLUMNS: f32 = 760.0;
const SHARES: [f32; 2] = [1.0, 1.0];
/// Widest the page grows, in points.
const WIDEST: f32 = 1120.0;
/// Height of a row of acts, in points.
const ACTS: f32 = 44.0;
/// Page width from which the act stands beside the title.
const SIDE_BY_SIDE: f32 = 480.0;

/// What lies over the page.
#[derive(Debug)]
pub(super) enum Over {
    Partner(PartnerForm),
    Told(ToldSheet),
    Pledge(PledgeForm),
    Judge(JudgeSheet),
    Community(CommunityForm),
    Answer(AnswerSheet),
    Outlet(OutletForm),
}

/// How much of each list is shown.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) pledges: Shown,
    pub(super) log: Shown,
}

/// The People room with its own state.
#[derive(Debug, Default)]
pub struct PeopleTab {
    lists: Lists,
    over: Option<Over>,
}

impl PeopleTab {
    /// Shows a check-in with its answer.
    pub fn show_check_in(&mut self, model: &Model, id: Uuid) {
        self.over = model.check_ins.get(id).map(|check_in| Over::Answer(AnswerSheet::of(check_in)));
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        widgets::page(ui, "people", WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            header(ui, cx, out);
            if cx.model.goal().is_none() {
                no_goal(ui, cx, out);
            }
            if ui.available_width() < TWO_COLUMNS {
                self.left(ui, cx, out);
                self.right(ui, cx, out);
                return;
            }
            two_columns_of(ui, "people columns", SHARES, |ui, column| {
                ui.spacing_mut().item_spacing.y = GAP;
                if column == 0 { self.left(ui, cx, out) } else { self.right(ui, cx, out) }
            });
        });
        self.sheet(ui, cx, out);
    }

    fn left(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let asked = partners::card(ui, cx, out).or(communities::card(ui, cx, out));
        let asked = asked.or(sending::card(ui, cx, out).map(Over::Outlet));
        self.over = asked.or(self.over.take());
    }

    fn right(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let pledge = if cx.model.goal().is_some() { pledges::card(ui, cx, &mut self.lists, out) } else { None };
        let asked = pledge.or(log::card(ui, cx, &mut self.lists));
        self.over = asked.or(self.over.take());
    }

    fn sheet(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let ctx = ui.ctx();
        let is_done = match &mut self.over {
            None => return,
            Some(Over::Partner(form)) => form.ui(ctx, cx, out),
            Some(Over::Told(sheet)) => sheet.ui(ctx, cx, out),
            Some(Over::Pledge(form)) => form.ui(ctx, cx, out),
            Some(Over::Judge(sheet)) => sheet.ui(ctx, cx, out),
            Some(Over::Community(form)) => form.ui(ctx, cx, out),
            Some(Over::Answer(sheet)) => sheet.ui(ctx, cx, out),
            Some(Over::Outlet(form)) => form.ui(ctx, cx, out),
        };
        if is_done {
            self.over = None;
        }
    }
}

/// Acts side by side, those in words alone on the line of those with a frame.
pub(in crate::ui) fn acts_row(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        // The first row has the height that holds before it begins.
        ui.spacing_mut().interact_size.y = ACTS;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            contents(ui);
        });
    });
}

/// Fields beside each other where there is room for so much, else below one another.
pub(super) fn side_by_side(ui: &mut Ui, least: f32, contents: impl FnOnce(&mut Ui)) {
    if ui.available_width() < least {
        ui.vertical(contents);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        contents(ui);
    });
}

fn header(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let titles = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::page_title(ui, cx.theme, &cx.text.get("people-tab"));
        widgets::muted(ui, cx.theme, &cx.text.get("people-lead"));
    };
    let share = cx.text.get("people-share");
    let button = Button::pill(cx.theme, &share).icon(icons::EXPORT);
    let can_share = cx.model.goal().is_some();
    let is_clicked = if ui.available_width() < SIDE_BY_SIDE {
        ui.vertical(titles);
        can_share && ui.add(button).clicked()
    } else {
        let size = vec2(ui.available_width(), 52.0);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let is_clicked = can_share && ui.add(button).clicked();
            ui.with_layout(Layout::top_down(Align::Min), titles);
            is_clicked
        })
        .inner
    };
    if is_clicked {
        out.run(Command::Share { to: To::Anyone, span: None });
    }
}

fn no_goal(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let [title, sentence, act] =
        ["people-no-goal", "people-no-goal-note", "people-no-goal-act"].map(|id| cx.text.get(id));
    tiles(ui, cx.theme, "people without a goal", &[1.0], |ui, _| {
        if widgets::empty_state(ui, cx.theme, icons::USERS, &title, &sentence, Some(&act)) {
            out.run(Command::GoTo(Tab::Goal));
        }
    });
}
