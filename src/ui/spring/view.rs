//! The spring on screen: what is drawn in which order, and what the pointer and the keyboard do with it.

use std::time::Duration;

use chrono::NaiveDate;
use eframe::egui::accesskit::Live as Announce;
use eframe::egui::{self, Key, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::hover;
use super::motion::{Fresh, FreshCoil, Replay};
use super::paint::{self, Band, Cache, Placed};
use crate::domain::insight::jewels;
use crate::domain::insight::spring::Coils;
use crate::domain::insight::spring_geometry::Winding;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::text::Text;
use crate::ui::theme::{Motion, Theme};

/// Distance from the figures in the middle to the spring, in points.
const MIDDLE_GAP: f64 = 6.0;

/// The running session as the spring shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    pub focus_secs: i64,
    pub planned_secs: i64,
    pub pace: Pace,
}

/// Whether the live coil grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Growing,
    Still,
}

/// What the spring shows right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All of it.
    Whole,
    /// A moment of the replay: the day reached, and what was wound until then.
    Replay { day: NaiveDate, total_secs: i64, sessions: u32 },
}

/// The free circle in the middle, for figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    pub centre: Pos2,
    /// In points.
    pub radius: f32,
    pub shown: Shown,
}

/// The spring's own state: its meshes, the coil the keyboard is on, and what moves.
#[derive(Default)]
pub struct Spring {
    cache: Option<Cache>,
    on: Option<usize>,
    fresh: FreshCoil,
    replay: Replay,
}

impl std::fmt::Debug for Spring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spring").field("on", &self.on).field("replay", &self.replay).finish_non_exhaustive()
    }
}

impl Spring {
    /// Winds the spring again from day 1; with reduced motion in a few steps.
    pub fn start_replay(&mut self) {
        self.replay = Replay::Asked;
    }

    /// Shows the spring in a square inside `rect`.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, live: Option<Live>, out: &mut Outbox) -> Middle {
        let coils = &cx.derived.coils;
        let square = Rect::from_center_size(rect.center(), Vec2::splat(rect.width().min(rect.height())));
        let centre = square.center();
        let radius = f64::from(square.width() / 2.0);
        let winding = Winding::fit(coils.total_secs, ahead_secs(coils, live), radius);
        let placed = Placed { winding, centre };
        let cache = Cache::refresh(self.cache.take(), coils, placed, cx.theme, ui.pixels_per_point());

        let response = ui.interact(square, ui.scope_id().with("spring"), Sense::click());
        let time = ui.input(|input| input.time);
        self.stop_replay(ui, &response);
        let shown = if let Some((first, wait_secs)) = self.replay.coils(coils, cx.theme.motion, time) {
            cache.paint_first(ui.painter(), first);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait_secs));
            replayed(ui.painter(), cx, &placed, first)
        } else {
            let fresh = self.fresh.see(coils, moves(cx), time);
            if fresh.is_some() {
                ui.ctx().request_repaint();
            }
            whole(ui.painter(), cx, &placed, &cache, live, fresh);
            self.walk(ui, cx, &placed, &response, out);
            Shown::Whole
        };
        self.cache = Some(cache);
        name(&response, cx, self.on);
        let radius = (winding.inner_px - winding.stroke_px / 2.0 - MIDDLE_GAP).max(16.0) as f32;
        Middle { centre, radius, shown }
    }

    /// Pointer and keyboard: shows what a coil stands for, and opens its day.
    fn walk(&mut self, ui: &Ui, cx: &Cx<'_>, placed: &Placed, response: &Response, out: &mut Outbox) {
        let coils = &cx.derived.coils;
        if response.has_focus() {
            self.on = hover::walked(ui, response.id, coils, self.on);
        } else {
            self.on = None;
        }
        let pointed = response.hover_pos().and_then(|pos| hover::coil_at(placed, coils, pos - placed.centre));
        let Some(index) = pointed.or(self.on) else { return };
        let Some(coil) = coils.coils.get(index) else { return };
        hover::mark(ui.painter(), cx.theme, placed, coil);
        hover::tooltip(ui, cx, response, hover::tip_place(placed, coil), coil);
        if pointed.is_some() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        if response.clicked() && (pointed.is_some() || self.on.is_some()) {
            out.run(Command::ShowDay(coil.day));
        }
    }

    fn stop_replay(&mut self, ui: &Ui, response: &Response) {
        let asked = self.replay != Replay::Off
            && self.replay != Replay::Asked
            && (response.clicked() || ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)));
        if asked {
            self.replay = Replay::Off;
        }
    }
}

/// The sentence that says the spring: "12 h 40 min in 61 sessions; next jewel at 15 h".
pub fn sentence(text: &Text, coils: &Coils) -> String {
    let next = jewels::next(coils.total_secs).at_secs;
    let values = [
        ("total", format::duration(text, secs(coils.total_secs)).into()),
        ("sessions", coils.sessions.into()),
        ("shown", format::count(u64::from(coils.sessions)).into()),
        ("next", format::duration(text, secs(next)).into()),
    ];
    text.with(if coils.sessions == 0 { "focus-spring-empty" } else { "focus-spring-sentence" }, &values)
}

/// The spring before the first session: only the track and the first jewel's ring.
pub fn empty_track(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32) {
    let next = jewels::next(0);
    let winding = Winding::fit(0, next.at_secs, f64::from(radius));
    let placed = Placed { winding, centre };
    let (to_secs, width) = (winding.track_secs(), winding.stroke_px);
    paint::paint_band(painter, &placed, Band { from_secs: 0.0, to_secs, width, colour: theme.track });
    paint::jewel_ahead(painter, theme, &placed, next);
}

/// How far the track must reach beyond what is wound: to the next jewel, and to the end of the running session.
fn ahead_secs(coils: &Coils, live: Option<Live>) -> i64 {
    let next = jewels::next(coils.total_secs).at_secs - coils.total_secs;
    // Overtime grows by steps, so that the scale does not creep.
    let running = live.map_or(0, |live| live.planned_secs.max(live.focus_secs.div_euclid(900) * 900 + 900));
    next.max(running)
}

/// Whether something that was won may move before the eyes.
pub(super) fn moves(cx: &Cx<'_>) -> bool {
    cx.theme.motion == Motion::Full && cx.model.settings.celebration.is_on()
}

fn whole(painter: &Painter, cx: &Cx<'_>, placed: &Placed, cache: &Cache, live: Option<Live>, fresh: Option<Fresh>) {
    let (coils, theme) = (&cx.derived.coils, cx.theme);
    cache.paint(painter);
    if let Some(fresh) = fresh {
        let length = (coils.total_secs - fresh.from_secs) as f64;
        let from_secs = fresh.from_secs as f64 + length * f64::from(fresh.wound);
        let (to_secs, width) = (coils.total_secs as f64, placed.winding.stroke_px);
        paint::paint_band(painter, placed, Band { from_secs, to_secs, width, colour: theme.ink });
    }
    if let Some(live) = live {
        let colour = match live.pace {
            Pace::Growing => theme.ink,
            Pace::Still => theme.ink.lerp_to_gamma(theme.track, 0.55),
        };
        let secs = [coils.total_secs, live.focus_secs, live.planned_secs];
        paint::live(painter, placed, secs, [colour, theme.muted]);
    }
    let fresh = fresh.map_or((i64::MAX, 1.0), |fresh| (fresh.from_secs, fresh.light));
    paint::jewels_won(painter, theme, placed, (coils.first_session_secs, coils.total_secs), fresh);
    paint::jewel_ahead(painter, theme, placed, jewels::next(coils.total_secs));
}

fn replayed(painter: &Painter, cx: &Cx<'_>, placed: &Placed, first: usize) -> Shown {
    let coils = &cx.derived.coils;
    let shown = &coils.coils[..first.min(coils.coils.len())];
    let total_secs = shown.last().map_or(0, |coil| coil.to_secs);
    let won = (coils.first_session_secs, total_secs);
    paint::jewels_won(painter, cx.theme, placed, won, (i64::MAX, 1.0));
    let day = shown.last().or(coils.coils.first()).map_or(cx.today, |coil| coil.day);
    Shown::Replay { day, total_secs, sessions: shown.iter().map(|coil| coil.sessions).sum() }
}

/// Names the spring, and the coil the keyboard is on as its value.
fn name(response: &Response, cx: &Cx<'_>, on: Option<usize>) {
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, sentence(cx.text, &cx.derived.coils)));
    let Some(coil) = on.and_then(|index| cx.derived.coils.coils.get(index)) else { return };
    let words = hover::words_of(cx, coil).join(", ");
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_value(words.clone());
        node.set_live(Announce::Polite);
    });
}

/// Seconds that are never negative.
fn secs(secs: i64) -> u64 {
    u64::try_from(secs).unwrap_or(0)
}
