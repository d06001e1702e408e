//! A stage for tests: shows one tab on a made-up world, carries out what it asks for, and saves pictures of it.
//!
//! ```text
//! let mut stage = Stage::of(GoalTab::default(), world(model, now), GoalTab::ui).size(720.0, 520.0).open();
//! stage.get_by_role_and_label(Role::Button, "Start 8 min").click();
//! stage.run();
//! assert_eq!(stage.state().out.commands, [Command::StartOrPause]);
//! picture(&mut stage, "goal-light");   // writes a PNG where MAINSPRING_PICTURES names a folder, else nothing
//! ```

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use eframe::egui::{self, UiBuilder};
use egui_kittest::Harness;

use crate::domain::insight::Derived;
use crate::domain::{Model, Now, apply};
use crate::ui::cx::{Cx, Status};
use crate::ui::outbox::Outbox;
use crate::ui::text::Text;
use crate::ui::theme::{self, Mode, Theme};
use crate::ui::widgets;

/// The variable that names the folder for pictures; without it none are drawn.
const PICTURES: &str = "MAINSPRING_PICTURES";

/// All that a [`Cx`] borrows.
#[derive(Debug)]
pub struct World {
    pub model: Model,
    pub derived: Derived,
    pub now: Now,
    pub today: NaiveDate,
    pub theme: Theme,
    pub text: Text,
    pub status: Status,
}

/// A moment in UTC such as "2026-11-23T10:12:00Z".
pub fn moment(utc: &str) -> Now {
    let utc: DateTime<Utc> = utc.parse().unwrap();
    Now::new(utc, FixedOffset::east_opt(0).unwrap(), u64::try_from(utc.timestamp()).unwrap())
}

impl World {
    pub fn new(model: Model, now: Now) -> Self {
        let today = now.today(model.settings.day_start_hour);
        let derived = Derived::of(&model, today).foreseen();
        let (theme, text, status) = (Theme::light(), Text::english(), Status::default());
        Self { model, derived, now, today, theme, text, status }
    }

    pub fn cx(&self) -> Cx<'_> {
        let Self { model, derived, now, today, theme, text, status } = self;
        Cx { model, derived, now: *now, today: *today, offset_at: &|_| chrono::Offset::fix(&Utc), theme, text, status }
    }

    /// Goes on to a moment.
    pub fn at(&mut self, now: Now) {
        self.now = now;
        self.refresh();
    }

    /// Carries out an action, which must not be refused.
    #[track_caller]
    pub fn act(&mut self, action: crate::domain::Action) {
        // Two records made in the same second still need their own ids.
        self.now.seed += 1;
        apply(&mut self.model, action, self.now).unwrap();
        self.refresh();
    }

    fn refresh(&mut self) {
        self.today = self.now.today(self.model.settings.day_start_hour);
        self.derived = Derived::of(&self.model, self.today).foreseen();
    }
}

/// A tab, its world, and what it asked for so far.
pub struct Scene<V> {
    pub view: V,
    pub world: World,
    pub out: Outbox,
}

impl<V> Scene<V> {
    /// Carries out the actions asked for, and forgets the commands.
    #[track_caller]
    pub fn carry_out(&mut self) {
        for action in std::mem::take(&mut self.out).actions {
            self.world.act(action);
        }
    }
}

/// How to show a tab: its `ui` method.
type Show<V> = fn(&mut V, &mut egui::Ui, &Cx<'_>, &mut Outbox);

/// What is to be shown, and how large.
pub struct Stage<V> {
    scene: Scene<V>,
    show: Show<V>,
    size: egui::Vec2,
    zoom: f32,
}

impl<V: 'static> Stage<V> {
    /// A stage of 1280×800 points in the light theme.
    pub fn of(view: V, world: World, show: Show<V>) -> Self {
        let scene = Scene { view, world, out: Outbox::default() };
        Self { scene, show, size: egui::vec2(1280.0, 800.0), zoom: 1.0 }
    }

    pub fn size(mut self, width: f32, height: f32) -> Self {
        self.size = egui::vec2(width, height);
        self
    }

    /// The text size: 2.0 shows everything twice as large in a window of the same size.
    pub fn zoom(mut self, zoom: f32) -> Self {
        self.zoom = zoom;
        self
    }

    pub fn dark(mut self) -> Self {
        self.scene.world.theme = Theme::dark();
        self
    }

    /// Opens it; the tab fills the whole window.
    pub fn open(self) -> Harness<'static, Scene<V>> {
        let Self { scene, show, size, zoom } = self;
        let theme = scene.world.theme.clone();
        let mode = if theme.mode == Mode::Dark { egui::Theme::Dark } else { egui::Theme::Light };
        let setup = move |ctx: &egui::Context| {
            theme::install_fonts(ctx);
            theme::apply(&theme, ctx);
        };
        let mut harness = Harness::builder()
            .with_size(size / zoom)
            .with_pixels_per_point(zoom)
            .with_theme(mode)
            .with_max_steps(16)
            .with_context_setup(setup)
            .build_ui_state(move |ui, scene: &mut Scene<V>| show_in_window(ui, scene, show), scene);
        harness.run_ok();
        harness
    }
}

fn show_in_window<V>(ui: &mut egui::Ui, scene: &mut Scene<V>, show: Show<V>) {
    widgets::watch_hands(ui.ctx());
    let window = ui.ctx().content_rect();
    ui.painter().with_clip_rect(window).rect_filled(window, 0.0, scene.world.theme.background);
    ui.scope_builder(UiBuilder::new().max_rect(window), |ui| {
        ui.set_clip_rect(window);
        let Scene { view, world, out } = scene;
        show(view, ui, &world.cx(), out);
    });
}

/// Checks that everything that can be used has a name, then saves a picture as `name`.png in the folder that
/// `MAINSPRING_PICTURES` names; without it, draws nothing.
#[track_caller]
pub fn picture<V>(harness: &mut Harness<'_, Scene<V>>, name: &str) {
    harness.check_accessibility();
    let Some(folder) = std::env::var_os(PICTURES).map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::domain::Action;
    use crate::domain::goal::GoalAction;

    #[derive(Default)]
    struct Bare {
        clicks: usize,
    }

    impl Bare {
        fn ui(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Outbox) {
            if ui.button(cx.text.get("undo")).clicked() {
                self.clicks += 1;
                out.act(Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }));
            }
        }
    }

    #[test]
    fn a_stage_carries_out_what_a_tab_asks_for() {
        let world = World::new(Model::default(), moment("2026-11-23T10:12:00Z"));
        let mut stage = Stage::of(Bare::default(), world, Bare::ui).size(400.0, 300.0).open();
        stage.get_by_label("Undo").click();
        stage.run();
        stage.state_mut().carry_out();
        assert_eq!(stage.state().world.model.goal().map(|goal| goal.title.as_str()), Some("Write the book"));
    }
}
