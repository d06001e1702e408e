//! What the widgets do when clicked, and by keyboard alone.

use std::cell::{Cell, RefCell};

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use mainspring::ui::text::Text;
use mainspring::ui::theme::Theme;
use mainspring::ui::widgets::{self as w, Button, Stepper};

use crate::common::page;

#[test]
fn a_rating_is_clicked_moved_typed_and_cleared() {
    let (theme, text, ease) = (Theme::light(), Text::english(), Cell::new(None));
    let mut harness = page(&theme, vec2(400.0, 200.0), |ui| {
        let mut value = ease.get();
        w::rating(ui, &theme, &text, "Ease", &mut value);
        ease.set(value);
    });
    harness.get_by_label("Ease 3 of 5").click();
    harness.run();
    assert_eq!(ease.get(), Some(3));
    assert_eq!(harness.get_by_label("Ease 3 of 5").accesskit_node().toggled(), Some(Toggled::True));

    harness.get_by_label("Ease 3 of 5").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(ease.get(), Some(4));
    assert!(harness.get_by_label("Ease 4 of 5").accesskit_node().is_focused());
    harness.key_press(Key::ArrowLeft);
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(ease.get(), Some(2));
    harness.key_press(Key::Num5);
    harness.run();
    assert_eq!(ease.get(), Some(5));
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(ease.get(), None);

    harness.get_by_label("Ease 1 of 5").click();
    harness.run();
    harness.get_by_label("Ease 1 of 5").click();
    harness.run();
    assert_eq!(ease.get(), None);

    // What the keyboard is on is what is set, also when nothing was.
    harness.get_by_label("Ease 1 of 5").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(ease.get(), Some(2));
    assert!(harness.get_by_label("Ease 2 of 5").accesskit_node().is_focused());
}

#[test]
fn arrows_move_a_segmented_choice_and_it_is_one_tab_stop() {
    let (theme, period) = (Theme::light(), Cell::new(1));
    let mut harness = page(&theme, vec2(400.0, 200.0), |ui| {
        let mut value = period.get();
        w::segmented(ui, &theme, "Period", &mut value, &[(0, "7 days"), (1, "Month"), (2, "Year")]);
        period.set(value);
        w::pill_button(ui, &theme, "After");
    });
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Month").accesskit_node().is_focused());
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(period.get(), 2);
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("After").accesskit_node().is_focused());
    harness.get_by_label("7 days").click();
    harness.run();
    assert_eq!(period.get(), 0);
    assert!(harness.query_by_role_and_label(Role::RadioGroup, "Period").is_some());
}

#[test]
fn a_stepper_steps_within_its_range() {
    let (theme, text, minutes) = (Theme::dark(), Text::english(), Cell::new(10));
    let mut harness = page(&theme, vec2(400.0, 200.0), |ui| {
        let mut value = minutes.get();
        Stepper::new(&theme, &text, "Target", 5..=20).step(5.0).unit("min").show(ui, &mut value);
        minutes.set(value);
    });
    for wanted in [15, 20, 20] {
        harness.get_by_label("Target: more").click();
        harness.run();
        assert_eq!(minutes.get(), wanted);
    }
    for wanted in [15, 10, 5, 5] {
        harness.get_by_label("Target: less").click();
        harness.run();
        assert_eq!(minutes.get(), wanted);
    }
    assert!(harness.query_by_role_and_label(Role::SpinButton, "Target").is_some());
}

#[test]
fn switches_chips_and_checks_turn_by_click_and_by_space() {
    let (theme, on) = (Theme::light(), RefCell::new([false; 3]));
    let mut harness = page(&theme, vec2(400.0, 300.0), |ui| {
        let mut on = on.borrow_mut();
        w::toggle(ui, &theme, &mut on[0], "Sound at the end");
        w::chip(ui, &theme, &mut on[1], "Phone in the drawer");
        w::check(ui, &theme, &mut on[2], "Draft open");
    });
    for name in ["Sound at the end", "Phone in the drawer", "Draft open"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(*on.borrow(), [true; 3]);
    for name in ["Sound at the end", "Phone in the drawer", "Draft open"] {
        harness.get_by_label(name).focus();
        harness.run();
        harness.key_press(Key::Space);
        harness.run();
    }
    assert_eq!(*on.borrow(), [false; 3]);
    assert!(harness.query_by_role_and_label(Role::Switch, "Sound at the end").is_some());
}

#[test]
fn a_disabled_button_is_named_and_does_nothing() {
    let (theme, clicks) = (Theme::light(), Cell::new(0));
    let mut harness = page(&theme, vec2(400.0, 200.0), |ui| {
        if ui.add_enabled(false, Button::pill(&theme, "Not yet")).clicked() {
            clicks.set(clicks.get() + 1);
        }
    });
    harness.run();
    let button = harness.get_by_label("Not yet");
    assert!(button.accesskit_node().is_disabled());
    button.click();
    harness.run();
    assert_eq!(clicks.get(), 0);
}

#[test]
fn a_long_label_is_cut_and_keeps_its_full_name() {
    let theme = Theme::light();
    let long = "A reward that takes a very long sentence to describe and does not fit the window";
    let mut harness = page(&theme, vec2(300.0, 200.0), |ui| {
        w::pill_button(ui, &theme, long);
    });
    harness.run();
    let button = harness.get_by_label(long);
    assert!(button.rect().right() <= 300.0 - 24.0, "{:?}", button.rect());
}
