//! What lies over a page: sheets, toasts, open lists and the focus ring.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use mainspring::ui::icons;
use mainspring::ui::text::Text;
use mainspring::ui::theme::Theme;
use mainspring::ui::widgets::{self as w, Button, Stepper, TextField, Toasts, Tone};

use crate::common::{page, picture};
use crate::looks;

#[test]
fn a_sheet_takes_the_keyboard_and_escape_closes_it() {
    for (look, theme) in looks() {
        let (text, mut is_open, mut name) = (Text::english(), true, String::from("Tea on the roof"));
        let is_open_cell = std::cell::Cell::new(true);
        let mut harness = page(&theme, vec2(720.0, 520.0), |ui| {
            w::page_title(ui, &theme, "Rewards");
            w::pill_button(ui, &theme, "Behind");
            if is_open {
                let field = |ui: &mut Ui| {
                    TextField::new(&theme, "What is it?").note("In your own words.").show(ui, &mut name);
                };
                let acts = |ui: &mut Ui, ()| {
                    w::pill_button(ui, &theme, "Save");
                    w::quiet_button(ui, &theme, "Cancel");
                };
                let ctx = ui.ctx();
                let answer = w::sheet_with_acts(ctx, &theme, &text, "reward", "Edit the reward", field, acts);
                is_open = !answer.closed;
                is_open_cell.set(is_open);
            }
        });
        harness.run();
        let dialog = harness.get_by_role_and_label(Role::Dialog, "Edit the reward");
        let field = dialog.get_by_role(Role::TextInput);
        assert!(field.accesskit_node().is_focused(), "the first field has the keyboard");
        picture(&mut harness, &format!("sheet-{look}"));

        harness.key_press(Key::Escape);
        harness.run();
        assert!(!is_open_cell.get());
        assert!(harness.query_by_role(Role::Dialog).is_none());
    }
}

#[test]
fn toasts_go_by_themselves_and_their_act_is_given_back() {
    for (look, theme) in looks() {
        let text = Text::english();
        let mut toasts = Toasts::default();
        toasts.tell(Tone::Problem, "The calendar file could not be read.", 0.0);
        toasts.offer("The session of 12 minutes is deleted.", "Undo", 7_u8, 0.0);
        assert_eq!(toasts.next_end_secs(), Some(6.0));
        let (now_secs, taken) = (std::cell::Cell::new(1.0), std::cell::Cell::new(None));
        let mut harness = page(&theme, vec2(720.0, 600.0), |ui| {
            w::page_title(ui, &theme, "Progress");
            taken.set(taken.get().or(toasts.ui(ui.ctx(), &theme, &text, now_secs.get())));
        });
        harness.run();
        picture(&mut harness, &format!("toasts-{look}"));

        now_secs.set(6.5);
        harness.run();
        assert!(harness.query_by_label("The calendar file could not be read.").is_none());
        harness.get_by_label("Undo").click();
        harness.run();
        assert_eq!(taken.get(), Some(7));
        assert!(harness.query_by_label("Undo").is_none());
    }
}

#[test]
fn a_long_toast_keeps_its_words_beside_the_buttons() {
    let (theme, text) = (&looks()[0].1, Text::english());
    let words =
        "A reminder: time to look back, on the Review page. The desktop showed no notification, so it stands here.";
    let mut toasts = Toasts::default();
    toasts.offer(words, "Show the review", (), 0.0);
    let mut harness = page(theme, vec2(720.0, 600.0), |ui| _ = toasts.ui(ui.ctx(), theme, &text, 1.0));
    harness.run();
    picture(&mut harness, "toast-long");
    let [told, act, away] = [words, "Show the review", "Dismiss"].map(|label| harness.get_by_label(label).rect());
    assert!(told.right() <= act.left() && act.right() <= away.left(), "{told:?} {act:?} {away:?}");
    assert!(told.height() > 30.0 && (told.center().y - away.center().y).abs() < 2.0, "{told:?} {away:?}");
}

#[test]
fn a_low_window_shows_only_the_newest_toast() {
    let (theme, text) = (&looks()[0].1, Text::english());
    let mut toasts = Toasts::<()>::default();
    toasts.tell(Tone::Info, "A copy was saved.", 0.0);
    toasts.tell(Tone::Info, "The goal was changed.", 0.0);
    let mut harness = page(theme, vec2(720.0, 520.0), |ui| _ = toasts.ui(ui.ctx(), theme, &text, 1.0));
    harness.run();
    assert!(harness.query_by_label("A copy was saved.").is_none());
    assert!(harness.query_by_label("The goal was changed.").is_some());
}

#[test]
fn the_acts_of_a_sheet_stay_in_sight_in_a_low_window() {
    let (theme, text) = (&looks()[0].1, Text::english());
    let mut harness = page(theme, vec2(720.0, 360.0), |ui| {
        let lines = |ui: &mut Ui| (0..40).for_each(|nth| _ = w::body(ui, theme, &format!("Line {nth}")));
        let acts = |ui: &mut Ui, ()| _ = w::pill_button(ui, theme, "Save");
        w::sheet_with_acts(ui.ctx(), theme, &text, "long", "A long sheet", lines, acts);
    });
    harness.run();
    let (close, save) = (harness.get_by_label("Close").rect(), harness.get_by_label("Save").rect());
    assert!((close.right() - save.right()).abs() < 1.5, "one right edge: {close:?}, {save:?}");
    // The sheet keeps 12 points from the window, its border and margin take 25 more.
    assert!((save.bottom() - (360.0 - 12.0 - 25.0)).abs() < 2.5, "a margin below: {save:?}");
}

#[test]
fn a_list_drops_down_under_its_field() {
    for (look, theme) in looks() {
        let mut choice = 1;
        let options = [(0, "As the system"), (1, "Light"), (2, "Dark")];
        let mut harness = page(&theme, vec2(720.0, 520.0), |ui| {
            w::select(ui, &theme, "Look", &mut choice, &options);
            ui.add_space(160.0);
            w::icon_button(ui, &theme, icons::GEAR, "Settings");
        });
        harness.get_by_role(Role::ComboBox).click();
        harness.run();
        picture(&mut harness, &format!("select-{look}"));
        harness.get_by_label("Dark").click();
        harness.run();
        assert_eq!(harness.get_by_role(Role::ComboBox).accesskit_node().value().as_deref(), Some("Dark"));
    }
}

#[test]
fn a_list_is_gone_through_and_taken_from_by_keys() {
    let theme = &looks()[0].1;
    let mut choice = 1;
    let options = [(0, "As the system"), (1, "Light"), (2, "Dark")];
    let mut harness = page(theme, vec2(720.0, 520.0), |ui| {
        w::select(ui, theme, "Look", &mut choice, &options);
        w::icon_button(ui, theme, icons::GEAR, "Settings");
    });
    let mut press = |keys: &[Key], chosen: &str| {
        for key in keys {
            harness.key_press(*key);
            harness.run();
        }
        let list = harness.get_by_role(Role::ComboBox);
        assert_eq!(list.accesskit_node().value().as_deref(), Some(chosen), "{keys:?}");
        assert!(list.is_focused(), "{keys:?}");
        assert!(harness.query_by_label("As the system").is_none(), "{keys:?}: the list is closed");
    };
    press(&[Key::Tab, Key::Enter, Key::ArrowDown, Key::Enter], "Dark");
    press(&[Key::Space, Key::ArrowDown, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp, Key::Enter], "As the system");
    press(&[Key::Enter, Key::ArrowDown, Key::Escape], "As the system");
}

/// Everything the Tab key must reach, in the order it stands.
const STOPS: [&str; 9] = [
    "Start 18 min",
    "Pause",
    "Settings",
    "Month",
    "Ease 3 of 5",
    "Target: less",
    "Tea",
    "Sound at the end",
    "Choose a partner",
];

#[test]
fn the_tab_key_reaches_every_widget_and_shows_where_it_is() {
    for (look, theme) in looks() {
        let text = Text::english();
        let (mut period, mut ease, mut minutes, mut tea, mut sound) = (1, Some(3), 18, false, true);
        let mut harness = page(&theme, vec2(480.0, 520.0), |ui| {
            ui.add(Button::primary(&theme, "Start 18 min").icon(icons::PLAY).shortcut("Space"));
            ui.horizontal(|ui| {
                w::pill_button(ui, &theme, "Pause");
                w::icon_button(ui, &theme, icons::GEAR, "Settings");
            });
            w::segmented(ui, &theme, "Period", &mut period, &[(0, "7 days"), (1, "Month"), (2, "Year")]);
            w::rating(ui, &theme, &text, "Ease", &mut ease);
            Stepper::new(&theme, &text, "Target", 5..=120).unit("min").show(ui, &mut minutes);
            w::chip(ui, &theme, &mut tea, "Tea");
            w::toggle(ui, &theme, &mut sound, "Sound at the end");
            w::link_button(ui, &theme, "Choose a partner");
        });
        harness.run();
        let mut reached = Vec::new();
        for index in 0..STOPS.len() + 2 {
            harness.key_press(Key::Tab);
            harness.run();
            reached.extend(focused_name(&harness));
            picture(&mut harness, &format!("focus-{look}-{index}"));
        }
        for stop in STOPS {
            assert!(reached.iter().any(|name| name == stop), "{stop} is not among {reached:?}");
        }
    }
}

fn focused_name(harness: &Harness<'_>) -> Option<String> {
    let root = harness.root();
    let mut nodes = root.children_recursive();
    nodes.find(|node| node.accesskit_node().is_focused()).and_then(|node| node.accesskit_node().label())
}

#[test]
fn every_text_can_be_drawn_in_both_weights() {
    let theme = Theme::light();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n/en");
    let files = std::fs::read_dir(folder).expect("the folder of texts");
    let texts: Vec<String> =
        files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a text file")).collect();
    // The harness panics on a letter that no font has.
    let mut harness = page(&theme, vec2(720.0, 520.0), |ui| {
        for text in &texts {
            w::body(ui, &theme, text);
            w::strong(ui, &theme, text);
        }
    });
    harness.run();
}
