//! The cards "Keyboard" and "About", and the sheet with the licences.

use eframe::egui::{Context, Label, RichText, Ui};

use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, body, muted, sheet, small, strong};

use super::row::section_card;
use super::tab::Sheet;

/// Name, version and licence of every crate inside; written by `scripts/licences.sh`.
const LICENCES: &str = include_str!("../../../assets/licences.txt");

pub(super) fn keyboard_ui(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    section_card(ui, cx, "settings-keyboard", |ui| {
        body(ui, cx.theme, &cx.text.get("settings-keyboard-note"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 8.0);
            for (command, letter) in
                [(Command::ShortcutSheet, icons::KEYBOARD), (Command::Palette, icons::MAGNIFYING_GLASS)]
            {
                let (name, keys) = (cx.text.get(command.label_id()), command.keys(cx.text).unwrap_or_default());
                let button = Button::small(cx.theme, &name).icon(letter).shortcut(&keys);
                if ui.add(button).on_hover_text(cx.text.get(&command.hint_id())).clicked() {
                    out.run(command);
                }
            }
        });
    });
}

pub(super) fn about_ui(ui: &mut Ui, cx: &Cx<'_>, asked: &mut Option<Sheet>, out: &mut Outbox) {
    let (theme, text) = (cx.theme, cx.text);
    section_card(ui, cx, "settings-about", |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let version = [("version", env!("CARGO_PKG_VERSION").into())];
            strong(ui, theme, &text.with("settings-version", &version));
            if !cx.status.renderer.is_empty() {
                let renderer = [("renderer", cx.status.renderer.as_str().into())];
                small(ui, theme, &text.with("settings-renderer", &renderer));
            }
        });
        muted(ui, theme, &text.get("settings-about-note"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 8.0);
            if ui.add(Button::small(theme, &text.get("evidence-more")).icon(icons::QUESTION)).clicked() {
                out.run(Command::ShowAllEvidence);
            }
            if ui.add(Button::small(theme, &text.get("settings-licences-more")).icon(icons::FILE_TEXT)).clicked() {
                *asked = Some(Sheet::Licences);
            }
            if ui.add(Button::small(theme, &text.get("settings-details-copy")).icon(icons::COPY)).clicked() {
                ui.ctx().copy_text(details(cx));
            }
        });
        small(ui, theme, &text.get("settings-details-note"));
    });
}

/// What a report of a fault needs, without anything the user wrote.
fn details(cx: &Cx<'_>) -> String {
    let state = match &cx.status.file {
        crate::ui::cx::FileState::Saved => "saved",
        crate::ui::cx::FileState::Saving => "saving",
        crate::ui::cx::FileState::Problem(_) => "problem",
        crate::ui::cx::FileState::ReadOnly(_) => "read-only",
        crate::ui::cx::FileState::Demo => "demo",
    };
    format!(
        "mainspring {}\nsystem: {} {}\nrenderer: {}\nfile: {state}\nnotifications: {:?}\nsessions: {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        cx.status.renderer,
        cx.status.delivery,
        cx.model.sessions.len(),
    )
}

/// Shows the licences; true when the sheet is done.
pub(super) fn licences_ui(ctx: &Context, cx: &Cx<'_>) -> bool {
    let (theme, text) = (cx.theme, cx.text);
    let answer = sheet(ctx, theme, text, "licences", &text.get("settings-licences"), |ui| {
        body(ui, theme, &text.get("settings-licence-own"));
        body(ui, theme, &text.get("settings-licence-fonts"));
        muted(ui, theme, &text.get("settings-licence-crates"));
        let crates = LICENCES.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        ui.add(Label::new(RichText::new(crates).font(theme.small.clone()).color(theme.ink)).selectable(true));
    });
    answer.closed
}
