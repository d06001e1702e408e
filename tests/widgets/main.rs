//! The gallery: every widget in both looks, named, reached by keyboard, and drawn to a picture to look at.

#[path = "../common/mod.rs"]
mod common;

mod acts;
mod layers;

use common::{page, picture};
use eframe::egui::{Align, Layout, Ui, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use mainspring::ui::icons;
use mainspring::ui::text::Text;
use mainspring::ui::theme::{Accent, Mode, Motion, Theme};
use mainspring::ui::widgets::{self as w, Button, Stepper, TextField, Tone};

/// All the values the gallery's widgets change.
struct Gallery {
    text: Text,
    chips: [bool; 3],
    sound: bool,
    minimise: bool,
    agreed: bool,
    period: usize,
    ease: Option<u8>,
    zone: usize,
    minutes: u32,
    title: String,
    why: String,
    empty: String,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            text: Text::english(),
            chips: [true, true, false],
            sound: true,
            minimise: false,
            agreed: true,
            period: 2,
            ease: Some(3),
            zone: 0,
            minutes: 18,
            title: "Write the book".to_owned(),
            why: "Because the story is finished in my head and nobody else can read it there.".to_owned(),
            empty: String::new(),
        }
    }
}

const PERIODS: [(usize, &str); 5] = [(0, "7 days"), (1, "30 days"), (2, "Month"), (3, "Year"), (4, "All")];
const ZONES: [(usize, &str); 3] = [(0, "As the system"), (1, "Light"), (2, "Dark")];

fn gallery_ui(ui: &mut Ui, theme: &Theme, gallery: &mut Gallery) {
    ui.spacing_mut().item_spacing = vec2(16.0, 16.0);
    ui.columns(3, |columns| {
        buttons_ui(&mut columns[0], theme, gallery);
        forms_ui(&mut columns[1], theme, gallery);
        cards_ui(&mut columns[2], theme, gallery);
    });
}

fn buttons_ui(ui: &mut Ui, theme: &Theme, gallery: &mut Gallery) {
    w::page_title(ui, theme, "Write the book");
    w::muted(ui, theme, "I am a writer · 61 sessions, 61 votes");
    ui.horizontal(|ui| {
        ui.add(Button::primary(theme, "Start 18 min").icon(icons::PLAY).shortcut("Space"));
        w::quiet_button(ui, theme, "Just 2 minutes");
    });
    ui.horizontal(|ui| {
        ui.add(Button::pill(theme, "Pause").icon(icons::PAUSE).shortcut("Space"));
        w::pill_button(ui, theme, "+5 min");
        ui.add(Button::pill(theme, "Finish").icon(icons::CHECK));
    });
    ui.horizontal(|ui| {
        ui.add_enabled(false, Button::pill(theme, "Not yet"));
        ui.add(Button::pill(theme, "Delete…").icon(icons::TRASH).destructive());
        w::link_button(ui, theme, "Choose a partner");
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        w::icon_button(ui, theme, icons::PENCIL_SIMPLE, "Edit");
        w::icon_button(ui, theme, icons::DOTS_THREE, "More");
        w::icon_button(ui, theme, icons::GEAR, "Settings");
        w::key_cap(ui, theme, "Ctrl K");
    });
    w::segmented(ui, theme, "Period", &mut gallery.period, &PERIODS);
    w::section(ui, theme, "How hard was it");
    w::rating(ui, theme, &gallery.text, "Ease", &mut gallery.ease);
    ui.horizontal(|ui| {
        w::body(ui, theme, "Target");
        Stepper::new(theme, &gallery.text, "Target", 5..=120).step(5.0).unit("min").show(ui, &mut gallery.minutes);
    });
    w::banner(ui, theme, Tone::Info, "The last session ran on while the computer slept.", &["Look at it".to_owned()]);
    w::banner(
        ui,
        theme,
        Tone::Problem,
        "The file could not be saved: the disk is full. Nothing is lost while the app is open.",
        &["Save a copy…".to_owned()],
    );
}

fn forms_ui(ui: &mut Ui, theme: &Theme, gallery: &mut Gallery) {
    w::text_field(ui, theme, "What do you want to finish?", &mut gallery.title);
    w::text_area(ui, theme, "Why does it matter?", &mut gallery.why, 3);
    TextField::new(theme, "Reward")
        .hint("Espresso on the balcony")
        .note("One line is enough.")
        .show(ui, &mut gallery.empty);
    TextField::new(theme, "Words").problem(Some("A number is needed here.")).show(ui, &mut gallery.title.clone());
    w::select(ui, theme, "Look", &mut gallery.zone, &ZONES);
    w::card(ui, theme, |ui| {
        w::toggle_note(ui, theme, &mut gallery.sound, "Sound at the end", "A soft gong, once.");
        w::divider(ui, theme);
        w::toggle(ui, theme, &mut gallery.minimise, "Keep the window on top");
        w::divider(ui, theme);
        w::check(ui, theme, &mut gallery.agreed, "Phone in the drawer");
    });
}

fn cards_ui(ui: &mut Ui, theme: &Theme, gallery: &mut Gallery) {
    w::card(ui, theme, |ui| {
        w::section(ui, theme, "Today");
        w::remark_row(ui, theme, "12 of 18 min", "24 of the last 28 days");
        w::progress_bar(ui, theme, "Today, 12 of 18 min", 12.0 / 18.0, theme.stage[0]);
        w::value_row(ui, theme, "Words", "340");
        ui.columns(3, |columns| {
            for (column, words) in columns.iter_mut().zip(["+10", "+100", "Other…"]) {
                let width = column.available_width();
                column.add(Button::small(theme, words).min_width(width));
            }
        });
    });
    w::card(ui, theme, |ui| {
        w::section(ui, theme, "Before you start");
        ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
            for (chip, words) in gallery.chips.iter_mut().zip(["Phone in the drawer", "Draft open", "Tea"]) {
                w::chip(ui, theme, chip, words);
            }
        });
        w::muted(ui, theme, "After breakfast, at the kitchen table");
    });
    w::nudge(ui, theme, "Next step", "Tell one person what you are working on.", Some("Choose a friend"));
    w::card(ui, theme, |ui| w::figure(ui, theme, "Words", "8\u{a0}420", "of 60\u{a0}000 · 14 %"));
    w::card(ui, theme, |ui| {
        let sentence = "Everything you earn waits here until you take it.";
        w::empty_state(ui, theme, icons::GIFT, "No reward yet", sentence, Some("Add a reward…"))
    });
}

fn looks() -> [(&'static str, Theme); 2] {
    [("light", Theme::light()), ("dark", Theme::dark())]
}

#[test]
fn every_widget_is_drawn_and_has_a_name() {
    for (look, theme) in looks() {
        let mut gallery = Gallery::default();
        let mut harness = page(&theme, vec2(1280.0, 800.0), |ui| gallery_ui(ui, &theme, &mut gallery));
        harness.run();
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            let is_reached = eframe::egui::accessibility::is_input(node.role());
            let name = node.label().unwrap_or_default();
            assert!(!is_reached || !name.trim().is_empty(), "no name: {node:?}");
        }
        picture(&mut harness, &format!("widgets-{look}"));
    }
}

#[test]
fn every_accent_is_drawn_in_both_looks() {
    for mode in [Mode::Light, Mode::Dark] {
        for accent in Accent::ALL {
            let theme = Theme::new(mode, accent, Motion::Reduced);
            let mut gallery = Gallery::default();
            let mut harness = page(&theme, vec2(480.0, 800.0), |ui| {
                ui.spacing_mut().item_spacing = vec2(16.0, 16.0);
                buttons_ui(ui, &theme, &mut gallery);
            });
            harness.run();
            harness.get_by_label("Settings").hover();
            harness.run();
            picture(&mut harness, &format!("accent-{mode:?}-{accent:?}"));
        }
    }
}
