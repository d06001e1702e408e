//! How long the UI thread takes for a frame of Focus, without a window: layout, painting and tessellating.
//!
//! `cargo bench --bench frames`. The goals: 16 ms a frame of any tab, 2 ms of it for the spring, at 50 000 sessions.

use std::cell::RefCell;

use chrono::{NaiveDate, Offset, Utc};
use divan::Bencher;
use eframe::egui::{self, RawInput, Rect, pos2, vec2};
use mainspring::domain::demo::demo_sized;
use mainspring::domain::insight::Derived;
use mainspring::domain::{Model, Now};
use mainspring::ui::cx::{Cx, Status};
use mainspring::ui::focus::FocusTab;
use mainspring::ui::outbox::Outbox;
use mainspring::ui::spring::Spring;
use mainspring::ui::text::Text;
use mainspring::ui::theme::{self, Theme};

const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 100_000];
const SIZE: egui::Vec2 = vec2(1280.0, 800.0);
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
        let derived = Derived::of(&model, TODAY);
        Self { ctx, model, derived, theme, text: Text::english(), status: Status::default() }
    }

    /// One frame of what `show` draws, down to triangles.
    fn frame(&self, mut show: impl FnMut(&mut egui::Ui, &Cx<'_>)) -> usize {
        let noon = TODAY.and_hms_opt(12, 0, 0).expect("noon").and_utc();
        let now = Now::new(noon, Utc.fix(), 1);
        let Self { model, derived, theme, text, status, .. } = self;
        let cx = Cx { model, derived, now, today: TODAY, theme, text, status, offset_at: &|_| Utc.fix() };
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), SIZE));
        let input = RawInput { screen_rect, ..RawInput::default() };
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
