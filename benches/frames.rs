//! How long the UI thread takes for a frame, without a window: layout, painting and tessellating.
//!
//! Focus and its spring as they are drawn again and again; the other tabs while the wheel turns, Progress over a year and
//! over all its records.
//!
//! `cargo bench --bench frames`. The goals: 16 ms a frame of any tab, 2 ms of it for the spring, at 50 000 sessions.

use std::cell::RefCell;

use chrono::{NaiveDate, Offset, Utc};
use divan::Bencher;
use eframe::egui::{
    self, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, pos2,
    vec2,
};
use mainspring::domain::demo::demo_sized;
use mainspring::domain::insight::Derived;
use mainspring::domain::{Model, Now};
use mainspring::ui::cx::{Cx, Status};
use mainspring::ui::focus::FocusTab;
use mainspring::ui::goal::GoalTab;
use mainspring::ui::outbox::Outbox;
use mainspring::ui::progress::ProgressTab;
use mainspring::ui::progress::range::Span;
use mainspring::ui::settings::SettingsTab;
use mainspring::ui::spring::Spring;
use mainspring::ui::text::Text;
use mainspring::ui::theme::{self, Theme};

const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 100_000];
const SPANS: [Span; 5] = [Span::Week, Span::Days30, Span::Month, Span::Year, Span::All];
const SIZE: egui::Vec2 = vec2(1280.0, 800.0);
/// Where "All" stands among the ranges of Progress.
const ALL: Pos2 = pos2(1224.0, 50.0);
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");

fn main() {
    divan::main();
}

/// A window without a screen, and the records it shows.
struct Stage {
    ctx: egui::Context,
    model: Model,
    derived: Derived,
    theme: Theme,
    text: Text,
    status: Status,
}

impl Stage {
    fn new(sessions: usize) -> Self {
        let (ctx, theme) = (egui::Context::default(), Theme::light());
        theme::install_fonts(&ctx);
        theme::apply(&theme, &ctx);
        let model = demo_sized(sessions, TODAY, 7);
        let derived = Derived::of(&model, TODAY).foreseen();
        Self { ctx, model, derived, theme, text: Text::english(), status: Status::default() }
    }

    /// One frame of what `show` draws, down to triangles.
    fn frame(&self, show: impl FnMut(&mut egui::Ui, &Cx<'_>)) -> usize {
        self.frame_with(Vec::new(), show)
    }

    /// The same, with something done by the person.
    fn frame_with(&self, events: Vec<Event>, mut show: impl FnMut(&mut egui::Ui, &Cx<'_>)) -> usize {
        let noon = TODAY.and_hms_opt(12, 0, 0).expect("noon").and_utc();
        let now = Now::new(noon, Utc.fix(), 1);
        let Self { model, derived, theme, text, status, .. } = self;
        let cx = Cx { model, derived, now, today: TODAY, theme, text, status, offset_at: &|_| Utc.fix() };
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE));
        let input = RawInput { screen_rect, events, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| show(ui, &cx));
        output.textures_delta.clear();
        self.ctx.tessellate(std::mem::take(&mut output.shapes), 1.0).len()
    }
}

/// The whole tab, as it is drawn again and again.
#[divan::bench(args = SIZES)]
fn focus(bencher: Bencher<'_, '_>, sessions: usize) {
    let stage = Stage::new(sessions);
    let tab = RefCell::new(FocusTab::default());
    let frame = || stage.frame(|ui, cx| tab.borrow_mut().ui(ui, cx, &mut Outbox::default()));
    frame();
    bencher.bench_local(frame);
}

/// A tab while the wheel turns, after a click somewhere.
fn scrolled(
    bencher: Bencher<'_, '_>,
    sessions: usize,
    click: Option<Pos2>,
    mut show: impl FnMut(&mut egui::Ui, &Cx<'_>, &mut Outbox),
) {
    let stage = Stage::new(sessions);
    let mut out = Outbox::default();
    let mut frame = |events| stage.frame_with(events, |ui, cx| show(ui, cx, &mut out));
    frame(vec![Event::PointerMoved(click.unwrap_or(SIZE.to_pos2() / 2.0))]);
    if let Some(pos) = click {
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            frame(vec![Event::PointerButton { pos, button, pressed, modifiers }]);
        }
        frame(vec![Event::PointerMoved(SIZE.to_pos2() / 2.0)]);
    }
    let mut turns = 0;
    bencher.bench_local(|| {
        turns += 1;
        // Down for forty frames, then up again.
        let delta = vec2(0.0, if turns / 40 % 2 == 0 { -40.0 } else { 40.0 });
        let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
        frame(vec![Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE }])
    });
}

#[divan::bench(args = SIZES)]
fn progress(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut tab = ProgressTab::default();
    scrolled(bencher, sessions, None, |ui, cx, out| tab.ui(ui, cx, out));
}

/// Progress with the charts of all records, twenty years from 5 000 sessions on.
#[divan::bench(args = SIZES)]
fn progress_all(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut tab = ProgressTab::default();
    scrolled(bencher, sessions, Some(ALL), |ui, cx, out| tab.ui(ui, cx, out));
    assert!(tab.shows_all(), "the click missed");
}

/// Progress opened for the first time, twenty years of records: all that the frame works out. What all sessions say was
/// asked for before and worked out on a thread; `foreseen` in `records.rs` is its time. The goal: 16 ms.
#[divan::bench(args = SPANS, sample_count = 10, sample_size = 1)]
fn progress_opened(bencher: Bencher<'_, '_>, span: Span) {
    let stage = Stage::new(50_000);
    bencher
        .with_inputs(|| tab_of(span))
        .bench_local_values(|mut tab| stage.frame(|ui, cx| tab.ui(ui, cx, &mut Outbox::default())));
}

/// Another range chosen on Progress: the frame that works out its charts. The goal: 16 ms.
#[divan::bench(args = SPANS, sample_count = 10, sample_size = 1)]
fn progress_switched(bencher: Bencher<'_, '_>, span: Span) {
    let stage = Stage::new(50_000);
    let other = if span == Span::Week { Span::Days30 } else { Span::Week };
    let opened = || {
        let mut tab = tab_of(other);
        stage.frame(|ui, cx| tab.ui(ui, cx, &mut Outbox::default()));
        tab.show_span(span);
        tab
    };
    bencher
        .with_inputs(opened)
        .bench_local_values(|mut tab| stage.frame(|ui, cx| tab.ui(ui, cx, &mut Outbox::default())));
}

fn tab_of(span: Span) -> ProgressTab {
    let mut tab = ProgressTab::default();
    tab.show_span(span);
    tab
}

#[divan::bench(args = SIZES)]
fn goal(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut tab = GoalTab::default();
    scrolled(bencher, sessions, None, |ui, cx, out| tab.ui(ui, cx, out));
}

#[divan::bench(args = SIZES)]
fn settings(bencher: Bencher<'_, '_>, sessions: usize) {
    let mut tab = SettingsTab::default();
    scrolled(bencher, sessions, None, |ui, cx, out| tab.ui(ui, cx, out));
}

/// The spring alone, from its cache.
#[divan::bench(args = SIZES)]
fn spring(bencher: Bencher<'_, '_>, sessions: usize) {
    let stage = Stage::new(sessions);
    let spring = RefCell::new(Spring::default());
    let frame = || stage.frame(|ui, cx| show_spring(ui, cx, &mut spring.borrow_mut()));
    frame();
    bencher.bench_local(frame);
}

/// The spring alone, its meshes built anew: after each session, and while the window is resized.
#[divan::bench(args = SIZES)]
fn spring_built(bencher: Bencher<'_, '_>, sessions: usize) {
    let stage = Stage::new(sessions);
    bencher.bench_local(|| stage.frame(|ui, cx| show_spring(ui, cx, &mut Spring::default())));
}

fn show_spring(ui: &mut egui::Ui, cx: &Cx<'_>, spring: &mut Spring) {
    let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(540.0, 540.0));
    spring.ui(ui, cx, rect, None, &mut Outbox::default());
}
