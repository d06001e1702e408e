//! Nothing runs: the figures in the spring, the intention, and the button that starts.

use eframe::egui::{Color32, FontId, Key, Popup, PopupCloseBehavior, Rect, Ui, vec2};

use super::figures::{self, Line};
use super::layout::{GAP, LEFT, centred_row, take_bottom, within};
use super::page::{FocusTab, Parts};
use super::spring_menu;
use crate::domain::Action;
use crate::domain::goal::MAX_TEXT_CHARS;
use crate::domain::insight::jewels;
use crate::domain::session_length::{LengthAction, LengthChange};
use crate::domain::settings::MAX_SESSION_MINUTES;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::spring::{Middle, Shown};
use crate::ui::widgets::{Button, ICON_BUTTON, Stepper, icon_button, section, small_button};
use crate::ui::{format, icons};

const PRIMARY: f32 = 56.0;
const QUIET: f32 = 36.0;
const FIELD: f32 = 40.0;
const FIELD_WIDTH: f32 = 420.0;
/// Height of the next line above the field, and width of its button beside the field, in points.
const NEXT: f32 = 28.0;
const BESIDE: f32 = 44.0;
/// Lengths offered beside the stepper, in minutes.
const LENGTHS: [u16; 6] = [5, 10, 15, 20, 25, 45];
/// The shorter way to start, in the next-line button: characters shown at most.
const NEXT_CHARS: usize = 60;

/// Height of the intention, the next line and the buttons, in points.
pub(super) fn acts_height(tab: &FocusTab, cx: &Cx<'_>, is_roomy: bool, is_one_row: bool) -> f32 {
    let next = if is_roomy && next_line(tab, cx).is_some() { NEXT + 4.0 } else { 0.0 };
    let field_gap = if is_roomy { GAP } else { GAP / 2.0 };
    let links = if is_roomy || is_one_row { 0.0 } else { QUIET };
    next + FIELD + field_gap + PRIMARY + links
}

/// Whether all ways to start fit beside each other below a spring that is inset into `place`.
pub(super) fn fits_one_row(ui: &Ui, cx: &Cx<'_>, place: Rect) -> bool {
    let (start, short) = (start_label(cx), cx.text.get("focus-short"));
    let width = start_button(cx, &start).narrow().width(ui) + Button::quiet(cx.theme, &short).width(ui) + ICON_BUTTON;
    width <= one_row(place).width()
}

/// The one row of ways to start: its last button's icon may stand nearer to the cards than other things do.
fn one_row(row: Rect) -> Rect {
    row.with_max_x(row.right() + LEFT - GAP / 2.0)
}

/// Shows the spring and what is done with it.
pub(super) fn ui(tab: &mut FocusTab, ui: &mut Ui, cx: &Cx<'_>, parts: &Parts, out: &mut Outbox) {
    let (spring, menu) =
        if spring_menu::is_shown(cx) { spring_menu::places(parts.spring) } else { (parts.spring, Rect::NOTHING) };
    let middle = tab.spring.ui(ui, cx, spring, None, out);
    figures::paint(ui, &middle, &lines(cx, &middle));
    if menu.is_positive() {
        spring_menu::ui(ui, cx, menu, out);
    }
    let mut rest = parts.acts;
    if parts.is_roomy {
        let row = take_bottom(&mut rest, PRIMARY);
        centred_row(ui, "start", row, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let label = start_label(cx);
            let key = cx.text.get("focus-key-space");
            start(ui, start_button(cx, &label).shortcut(&key), out);
            short(ui, cx, out);
            length(ui, cx, out);
        });
    } else if parts.is_one_row {
        let row = one_row(take_bottom(&mut rest, PRIMARY));
        centred_row(ui, "start", row, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            start(ui, start_button(cx, &start_label(cx)).narrow(), out);
            short(ui, cx, out);
            length(ui, cx, out);
        });
    } else {
        let row = take_bottom(&mut rest, QUIET);
        centred_row(ui, "short", row, |ui| {
            short(ui, cx, out);
            length(ui, cx, out);
        });
        let row = take_bottom(&mut rest, PRIMARY);
        centred_row(ui, "start", row, |ui| start(ui, start_button(cx, &start_label(cx)), out));
    }
    take_bottom(&mut rest, if parts.is_roomy { GAP } else { GAP / 2.0 });
    intention(tab, ui, cx, parts, rest, out);
}

/// The figures of the spring: total, sessions, next jewel; or the moment of the replay.
fn lines(cx: &Cx<'_>, middle: &Middle) -> Vec<Line> {
    let theme = cx.theme;
    let sessions_line = |sessions: u32| {
        let values = [("sessions", sessions.into()), ("shown", format::count(u64::from(sessions)).into())];
        cx.text.with("focus-sessions", &values)
    };
    let total = |secs: i64| format::duration_short(cx.text, u64::try_from(secs).unwrap_or(0));
    if let Shown::Replay { day, total_secs, sessions } = middle.shown {
        return vec![
            Line::new(total(total_secs), &theme.display, theme.ink),
            Line::wrapping(sessions_line(sessions), &theme.body, theme.muted),
            Line::wrapping(format::day(cx.text, day, cx.today), &theme.body, theme.accent_text),
            Line::wrapping(cx.text.get("focus-replay-stop"), &theme.small, theme.muted),
        ];
    }
    let coils = &cx.derived.coils;
    if coils.sessions == 0 {
        return vec![
            Line::new(cx.text.get("focus-no-session"), &theme.figure, theme.ink),
            Line::wrapping(cx.text.get("focus-no-session-note"), &theme.body, theme.muted),
        ];
    }
    let jewel = jewels::next(coils.total_secs).at_secs;
    let values = [("duration", total(jewel - coils.total_secs).into()), ("jewel", total(jewel).into())];
    let to_jewel = cx.text.with("focus-to-jewel", &values);
    vec![
        Line::new(total(coils.total_secs), &theme.display, theme.ink),
        Line::wrapping(sessions_line(coils.sessions), &theme.body, theme.muted),
        Line::wrapping(to_jewel, &theme.body, theme.ruby),
    ]
}

fn start_label(cx: &Cx<'_>) -> String {
    cx.text.with("focus-start", &[("minutes", cx.model.settings.session_minutes.into())])
}

fn start_button<'a>(cx: &Cx<'a>, label: &'a str) -> Button<'a> {
    Button::primary(cx.theme, label).icon(icons::PLAY)
}

fn start(ui: &mut Ui, button: Button<'_>, out: &mut Outbox) {
    if ui.add(button).clicked() {
        out.run(Command::StartOrPause);
    }
}

fn short(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    if ui.add(Button::quiet(cx.theme, &cx.text.get("focus-short"))).clicked() {
        out.run(Command::StartShort);
    }
}

/// The quiet way to another length: a small popup with a stepper and the usual lengths.
fn length(ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
    let opener = icon_button(ui, cx.theme, icons::CLOCK, &cx.text.get("focus-length"));
    let popup = Popup::from_toggle_button_response(&opener)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(cx.text.get("focus-length-title"));
    popup.show(|ui| {
        ui.set_width(232.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        section(ui, cx.theme, &cx.text.get("focus-length-title"));
        let mut minutes = cx.model.settings.session_minutes;
        let (name, unit) = (cx.text.get("focus-length-title"), cx.text.get("focus-length-unit"));
        let stepper = Stepper::new(cx.theme, cx.text, &name, 1..=MAX_SESSION_MINUTES).unit(&unit);
        let mut changed = stepper.show(ui, &mut minutes).changed();
        for row in LENGTHS.chunks(3) {
            ui.horizontal(|ui| {
                for choice in row {
                    let label = format::minutes(cx.text, u64::from(*choice));
                    if small_button(ui, cx.theme, &label).clicked() {
                        (minutes, changed) = (*choice, true);
                        ui.close();
                    }
                }
            });
        }
        if changed {
            out.act(Action::Length(LengthAction::Decide { minutes, why: LengthChange::Chosen }));
        }
    });
}

/// The next line left last time, as long as nothing else is typed.
fn next_line<'a>(tab: &FocusTab, cx: &Cx<'a>) -> Option<&'a str> {
    cx.model.next_line().filter(|_| tab.intention.is_empty())
}

fn intention(tab: &mut FocusTab, ui: &mut Ui, cx: &Cx<'_>, parts: &Parts, mut rest: Rect, out: &mut Outbox) {
    let next = next_line(tab, cx).map(|next| (next.to_owned(), shortened(next)));
    let go_on = next.as_ref().map(|(_, short)| cx.text.with("focus-go-on", &[("next", short.as_str().into())]));
    let row = take_bottom(&mut rest, FIELD);
    let row = Rect::from_center_size(row.center(), vec2(FIELD_WIDTH.min(row.width()), row.height()));
    let (name, mut hint) = (cx.text.get("focus-intention"), cx.text.get("focus-intention-hint"));
    // In a small window the next line alone is the field's hint, with a button beside it.
    let beside = next.as_ref().filter(|_| !parts.is_roomy);
    if let Some((next, _)) = beside {
        hint = elided(ui, next, &cx.theme.body, row.width() - BESIDE - 2.0 * super::fields::PAD);
    }
    let field_row = row.with_max_x(row.right() - if beside.is_some() { BESIDE } else { 0.0 });
    let field = within(ui, field_row, |ui| {
        super::fields::Plain { name: &name, hint: &hint, limit: MAX_TEXT_CHARS }.show(ui, cx.theme, &mut tab.intention)
    });
    if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        out.run(Command::StartOrPause);
    }
    let (Some((next, _)), Some(words)) = (next, &go_on) else { return };
    let is_taken = if parts.is_roomy {
        take_bottom(&mut rest, 4.0);
        centred_row(ui, "next", rest, |ui| ui.add(Button::act(cx.theme, words).icon(icons::ARROW_RIGHT)).clicked())
    } else {
        let place = Rect::from_min_max(field_row.right_top() + vec2(8.0, 2.0), row.max);
        within(ui, place, |ui| icon_button(ui, cx.theme, icons::ARROW_RIGHT, words).clicked())
    };
    if is_taken {
        tab.intention = next;
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= NEXT_CHARS {
        return text.to_owned();
    }
    cut(text, NEXT_CHARS)
}

/// The first characters of a text, and the sign that there are more.
fn cut(text: &str, chars: usize) -> String {
    let kept: String = text.chars().take(chars).collect();
    format!("{}…", kept.trim_end())
}

/// A text that fits `width` points in one line.
fn elided(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    let fits = |words: &str| {
        ui.painter().layout_no_wrap(words.to_owned(), font.clone(), Color32::PLACEHOLDER).size().x <= width
    };
    if fits(text) {
        return text.to_owned();
    }
    let most = text.chars().count().min(NEXT_CHARS);
    (0..most).rev().map(|chars| cut(text, chars)).find(|words| fits(words)).unwrap_or_default()
}
