//! One card: how well a strategy is supported, the claim, what was found, its limits, and what follows here.

use eframe::egui::{Align, Color32, Layout, Sense, Ui, Vec2, vec2};

use super::Strategy;
use super::cards::{Card, Cards, Figure, Grade, Study};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{Button, address, body, divider, muted, section, small, strong, words};

/// Gaps within a part, and between parts, in points.
const WITHIN: f32 = 4.0;
const BETWEEN: f32 = 24.0;
/// Between one study and the next, in points.
const STUDIES: f32 = 12.0;
/// Height of the line of an address, in points.
const LINK: f32 = 24.0;
/// Diameter of a grade's letter, in points.
const LETTER: f32 = 24.0;

/// Shows a card; something when the list of all is asked for.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>, cards: &Cards, strategy: Strategy, out: &mut Outbox) -> Option<()> {
    ui.spacing_mut().item_spacing.y = WITHIN;
    let Some(card) = cards.get(strategy) else {
        muted(ui, cx.theme, &cx.text.get("evidence-none"));
        return None;
    };
    let asked = head(ui, cx, card.grade);
    ui.add_space(12.0);
    words(ui, &card.claim, &cx.theme.button, cx.theme.ink);
    found(ui, cx, cards, card, out);
    part(ui, cx, "evidence-limits", |ui| body(ui, cx.theme, &card.limits));
    part(ui, cx, "evidence-here", |ui| body(ui, cx.theme, &card.here));
    caveat(ui, cx, cards, out);
    asked
}

/// The four grades with the card's own set off, its meaning, and the way to the list.
fn head(ui: &mut Ui, cx: &Cx<'_>, grade: Grade) -> Option<()> {
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = WITHIN;
        for other in Grade::ALL {
            letter(ui, cx, other, if other == grade { Letter::Own } else { Letter::Other });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::aside(cx.theme, &cx.text.get("evidence-all")).icon(icons::LIST)).clicked() {
                asked = Some(());
            }
        });
    });
    let (letter, id) = grade.letter_and_words();
    let meaning = cx.text.with("evidence-grade", &[("letter", letter.into()), ("meaning", cx.text.get(id).into())]);
    small(ui, cx.theme, &meaning);
    asked
}

/// Whether a letter is the one that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    Own,
    Other,
}

/// A grade's letter as a picture; its meaning stands beside it in words.
pub(super) fn letter(ui: &mut Ui, cx: &Cx<'_>, grade: Grade, kind: Letter) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(LETTER), Sense::hover());
    let (fill, ink) = match kind {
        Letter::Own => (cx.theme.accent_fill, cx.theme.accent_text),
        Letter::Other => (Color32::TRANSPARENT, cx.theme.muted),
    };
    ui.painter().circle_filled(rect.center(), LETTER / 2.0, fill);
    let galley = ui.painter().layout_no_wrap(grade.letter_and_words().0.to_owned(), cx.theme.label.clone(), ink);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

fn part<R>(ui: &mut Ui, cx: &Cx<'_>, title_id: &str, contents: impl FnOnce(&mut Ui) -> R) {
    ui.add_space(BETWEEN - WITHIN);
    section(ui, cx.theme, &cx.text.get(title_id));
    contents(ui);
}

fn found(ui: &mut Ui, cx: &Cx<'_>, cards: &Cards, card: &Card, out: &mut Outbox) {
    if !card.figures.is_empty() {
        part(ui, cx, "evidence-figures", |ui| {
            ui.add_space(WITHIN);
            for (nth, figure) in card.figures.iter().enumerate() {
                apart(ui, nth, BETWEEN);
                figure_ui(ui, cx, cards, figure, out);
            }
        });
    }
    if card.found.is_empty() {
        return;
    }
    part(ui, cx, "evidence-found", |ui| {
        for (nth, found) in card.found.iter().enumerate() {
            apart(ui, nth, STUDIES);
            body(ui, cx.theme, &found.effect);
            if let Some(study) = cards.study(&found.study) {
                source(ui, cx, (&in_full(cx, study), study), Of::Study, out);
            }
        }
    });
}

fn apart(ui: &mut Ui, nth: usize, gap: f32) {
    if nth > 0 {
        ui.add_space(gap - WITHIN);
    }
}

/// A figure of the article, what became of it, and what holds instead.
fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, cards: &Cards, figure: &Figure, out: &mut Outbox) {
    strong(ui, cx.theme, &cx.text.with("evidence-quote", &[("quote", figure.quote.as_str().into())]));
    muted(ui, cx.theme, &figure.verdict);
    body(ui, cx.theme, &figure.instead);
    for study in figure.studies.iter().filter_map(|key| cards.study(key)) {
        source(ui, cx, (&study.short(), study), Of::Study, out);
    }
}

/// Who found it, where it was published, and how many took part.
fn in_full(cx: &Cx<'_>, study: &Study) -> String {
    let reference = study.reference();
    let Some(sample) = &study.sample else { return reference };
    cx.text.with("list-dot", &[("first", reference.into()), ("second", sample.as_str().into())])
}

/// What a source stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// What the card says was found.
    Study,
    /// What holds for every card.
    Caveat,
}

/// Where something was found, in words, and the address as it is, with what it leads to.
fn source(ui: &mut Ui, cx: &Cx<'_>, (told, study): (&str, &Study), of: Of, out: &mut Outbox) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(WITHIN, 0.0);
        ui.spacing_mut().interact_size.y = LINK;
        small(ui, cx.theme, told);
        let Some(link) = study.link() else {
            small(ui, cx.theme, &cx.text.get("evidence-link-none"));
            return;
        };
        let lead = cx.text.get(match of {
            Of::Study => "evidence-link-study",
            Of::Caveat => "evidence-link-caveat",
        });
        ui.horizontal_wrapped(|ui| {
            small(ui, cx.theme, &lead);
            let name = format!("{lead} {link}");
            if address(ui, cx.theme, &link).accessible_name(name).clicked() {
                out.run(Command::OpenLink(link));
            }
        });
    });
}

/// What holds for every size of an effect.
fn caveat(ui: &mut Ui, cx: &Cx<'_>, cards: &Cards, out: &mut Outbox) {
    let Some((says, study)) = cards.caveat() else { return };
    ui.add_space(BETWEEN - WITHIN);
    divider(ui, cx.theme);
    ui.add_space(STUDIES - WITHIN);
    section(ui, cx.theme, &cx.text.get("evidence-caveat"));
    small(ui, cx.theme, says);
    source(ui, cx, (&study.reference(), study), Of::Caveat, out);
}
