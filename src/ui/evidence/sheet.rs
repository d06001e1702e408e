//! What lies over everything else: one card, or the list of all.

use eframe::egui::{Align, Key, Modifiers, Ui, vec2};

use super::Strategy;
use super::cards::Cards;
use super::{card, list};
use crate::ui::cx::Cx;
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::sheet;

/// How far Page Up and Page Down move what is scrolled, in points.
const PAGE: f32 = 240.0;

/// The card that is open, or the list.
#[derive(Debug, Default)]
pub struct EvidenceSheet {
    open: Open,
    scroll: Scroll,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    All,
    Card(Strategy),
}

/// Where the next frame puts what is scrolled; a sheet remembers its place, and a card begins at its top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Scroll {
    #[default]
    Stay,
    ToTop,
}

impl EvidenceSheet {
    /// Opens the card of a strategy.
    pub fn open(&mut self, strategy: Strategy) {
        self.show(Open::Card(strategy));
    }

    /// Opens the list of all cards.
    pub fn open_all(&mut self) {
        self.show(Open::All);
    }

    fn show(&mut self, what: Open) {
        self.open = what;
        self.scroll = Scroll::ToTop;
    }

    /// Shows what is open, if anything.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let (id, title) = match self.open {
            Open::Nothing => return,
            Open::All => ("evidence".to_owned(), cx.text.get("evidence-title")),
            Open::Card(strategy) => (format!("evidence {strategy:?}"), format::capitalised(&strategy.name(cx.text))),
        };
        let (open, scroll) = (self.open, std::mem::take(&mut self.scroll));
        let cards = Cards::english();
        let answer = sheet(ui.ctx(), cx.theme, cx.text, &id, &title, |ui| {
            if scroll == Scroll::ToTop {
                ui.scroll_to_cursor(Some(Align::TOP));
            }
            turn_pages(ui);
            match open {
                Open::Nothing => None,
                Open::All => list::ui(ui, cx, cards).map(Open::Card),
                Open::Card(strategy) => card::ui(ui, cx, cards, strategy, out).map(|()| Open::All),
            }
        });
        if answer.closed {
            self.open = Open::Nothing;
        } else if let Some(next) = answer.inner {
            self.show(next);
        }
    }
}

/// Much of a card is only to be read, so that Tab alone would leap over it.
fn turn_pages(ui: &Ui) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::PageDown) {
        ui.scroll_with_delta(vec2(0.0, -PAGE));
    }
    if pressed(Key::PageUp) {
        ui.scroll_with_delta(vec2(0.0, PAGE));
    }
}

#[cfg(test)]
mod tests;
