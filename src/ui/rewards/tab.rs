//! The page: what waits above all, the ladder at the left, how it goes at the right, what was earned below; and the page of
//! badges.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::rewards::{Delivery, EnjoyedDay, Layer, of_milestone};
use crate::exchange::chart::{Chart, Point};
use crate::ui::charts::{ChartCard, View, tiles, two_columns_of};
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::{icons, widgets};

use super::form::RewardForm;
use super::history::HistoryCard;
use super::ladder::LadderCard;
use super::milestone_form::{Formed, MilestoneForm};
use super::swap::Swap;
use super::tray::Tray;
use super::{badges, charts, enjoyed, level, milestones};

/// Gap between cards, in points.
const GAP: f32 = 16.0;
/// Page width from which there are two columns, and shares of the left and right one.
const TWO_COLUMNS: f32 = 760.0;
const SHARES: [f32; 2] = [7.0, 5.0];
/// Widest the page grows, in points.
const WIDEST: f32 = 1280.0;
/// Least and greatest height of the charts, and what their cards are likely to need besides, in points.
const CHART: f32 = 150.0;
const TALL_CHART: f32 = 260.0;
const BESIDES: f32 = 136.0;

/// Which of the two pages is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Ladder,
    Badges,
}

/// What lies over the page.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    pub(super) form: Option<RewardForm>,
    pub(super) swap: Option<Swap>,
    pub(super) milestone: Option<MilestoneForm>,
    /// The name of the milestone just added, whose reward is asked for next.
    added: Option<String>,
}

/// The charts of the page, and what they were made from.
#[derive(Debug)]
struct Charts {
    of: (Vec<Delivery>, Vec<EnjoyedDay>),
    delivery: Arc<Chart>,
    enjoyed: Arc<Chart>,
}

/// The Rewards room with its own state.
#[derive(Debug, Default)]
pub struct RewardsTab {
    page: Page,
    tray: Tray,
    ladder: LadderCard,
    history: HistoryCard,
    views: [View; 2],
    charts: Option<Charts>,
    /// What the card of each chart needs besides the chart, once it is known, in points.
    besides: [Option<f32>; 2],
    sheets: Sheets,
}

impl RewardsTab {
    /// A file was chosen for the reward whose sheet is open.
    pub fn take_picked(&mut self, path: &Path) {
        if let Some(form) = &mut self.sheets.form {
            form.take_picked(path);
        }
    }

    /// There is no dialog to choose a file with.
    pub fn no_dialog(&mut self) {
        if let Some(form) = &mut self.sheets.form {
            form.no_dialog();
        }
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        if !cx.model.settings.game.is_on() {
            self.page = Page::Ladder;
        }
        let name = if self.page == Page::Badges { "badges" } else { "rewards" };
        widgets::page(ui, name, WIDEST, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            if self.page == Page::Badges {
                if badges::ui(ui, cx) {
                    self.page = Page::Ladder;
                }
                return;
            }
            header(ui, cx);
            if cx.model.goal().is_some() {
                self.cards(ui, cx, out);
            } else {
                no_goal(ui, cx, out);
            }
        });
        self.sheets.ui(ui, cx, out);
    }

    fn cards(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        if self.tray.ui(ui, cx, out) {
            self.sheets.form = Some(RewardForm::add(Layer::Session));
        }
        if ui.available_width() < TWO_COLUMNS {
            self.ladder.ui(ui, cx, &mut self.sheets, out);
            self.right(ui, cx, 0.0, out);
        } else {
            let mut bottom = 0.0;
            two_columns_of(ui, "rewards columns", SHARES, |ui, column| {
                ui.spacing_mut().item_spacing.y = GAP;
                if column == 0 {
                    self.ladder.ui(ui, cx, &mut self.sheets, out);
                    bottom = ui.min_rect().bottom();
                } else {
                    self.right(ui, cx, bottom, out);
                }
            });
        }
        self.history.ui(ui, cx, out);
    }

    /// How it goes: level, milestones, and the charts, which grow so that all ends at `bottom`.
    fn right(&mut self, ui: &mut Ui, cx: &Cx<'_>, bottom: f32, out: &mut Outbox) {
        if cx.model.settings.game.is_on() && level::card(ui, cx) {
            self.page = Page::Badges;
        }
        milestones::ui(ui, cx, &mut self.sheets, out);
        let besides = self.besides.map(|known| known.unwrap_or(BESIDES));
        let room = bottom - ui.cursor().top() - GAP - besides.iter().sum::<f32>();
        let height = (room / 2.0).floor().clamp(CHART, TALL_CHART);
        let charts = Charts::kept(&mut self.charts, cx);
        let (all, days) = &charts.of;
        let [delivery, enjoyed] = &mut self.views;
        let [first, second] = &mut self.besides;
        chart_card(ui, cx, (&charts.delivery, height, first), delivery, out, &|[x, _]| charts::words(cx, all, x));
        chart_card(ui, cx, (&charts.enjoyed, height, second), enjoyed, out, &|[x, _]| enjoyed::words(cx, days, x));
    }
}

/// A chart in its card, with what the card needs besides; or what it will show, while there is nothing to draw.
fn chart_card(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (chart, height, besides): (&Arc<Chart>, f32, &mut Option<f32>),
    view: &mut View,
    out: &mut Outbox,
    words: &dyn Fn(Point) -> Option<String>,
) {
    let top = ui.cursor().top();
    let is_empty = chart.table.is_empty();
    tiles(ui, cx.theme, &chart.names.title, &[1.0], |ui, _| {
        if is_empty {
            nothing_yet(ui, cx, chart);
        } else {
            ChartCard { chart, height, why: None }.ui(ui, cx, view, out, words);
        }
    });
    let now = ui.min_rect().bottom() - top - if is_empty { CHART } else { height };
    if besides.is_none_or(|known| (known - now).abs() > 0.5) {
        *besides = Some(now);
        ui.ctx().request_discard("the columns end together");
    }
}

/// What a chart will show, while there is nothing to draw.
fn nothing_yet(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    widgets::section(ui, cx.theme, &chart.names.title);
    ui.add_space(4.0);
    widgets::muted(ui, cx.theme, &chart.names.sentence);
}

impl Charts {
    /// The kept charts if they still hold, else new ones.
    fn kept<'a>(kept: &'a mut Option<Self>, cx: &Cx<'_>) -> &'a Self {
        let (all, days) = (&cx.derived.rewards.delivery, &cx.derived.rewards.enjoyment);
        let old = kept.take().filter(|charts| charts.of.0 == *all && charts.of.1 == *days);
        kept.insert(old.unwrap_or_else(|| Self {
            delivery: Arc::new(charts::delivery(cx, all)),
            enjoyed: Arc::new(enjoyed::chart(cx, days)),
            of: (all.clone(), days.clone()),
        }))
    }
}

impl Sheets {
    fn ui(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let ctx = ui.ctx();
        if let Some(form) = &mut self.form
            && form.ui(ctx, cx, out)
        {
            self.form = None;
        }
        if let Some(swap) = &mut self.swap
            && swap.ui(ctx, cx, out)
        {
            self.swap = None;
        }
        if let Some(form) = &mut self.milestone {
            match form.ui(ctx, cx, out) {
                Formed::Going => return,
                Formed::Left => {}
                Formed::Added(name) => self.added = Some(name),
            }
            self.milestone = None;
            return;
        }
        self.ask_for_reward(cx);
    }

    /// Once an own milestone is there, asks what it will be celebrated with.
    fn ask_for_reward(&mut self, cx: &Cx<'_>) {
        let Some(name) = &self.added else { return };
        let Some(own) = cx.model.milestones.iter().rev().find(|own| own.name == *name) else { return };
        if of_milestone(cx.model, own.id).next().is_none() {
            self.form = Some(RewardForm::of_milestone(own.id, &own.name));
        }
        self.added = None;
    }
}

fn header(ui: &mut Ui, cx: &Cx<'_>) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::page_title(ui, cx.theme, &cx.text.get("rewards-tab"));
        widgets::muted(ui, cx.theme, &cx.text.get("rewards-lead"));
    });
}

fn no_goal(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let [title, sentence, act] =
        ["rewards-no-goal", "rewards-no-goal-note", "rewards-no-goal-act"].map(|id| cx.text.get(id));
    tiles(ui, cx.theme, "rewards without a goal", &[1.0], |ui, _| {
        if widgets::empty_state(ui, cx.theme, icons::GIFT, &title, &sentence, Some(&act)) {
            out.run(Command::GoTo(Tab::Goal));
        }
    });
}
