//! The ways by which a message leaves: the row of acts at the foot of the sheet, and what each does.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::Action;
use crate::domain::people::{PeopleAction, Way};
use crate::domain::settings::{Settings, SettingsAction};
use crate::exchange::export::{Document, Drawing, Export};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::Button;

use super::share_draft::Draft;
use super::share_forms::Forms;

/// Gap between acts, in points.
const GAP: f32 = 8.0;

/// A way by which it leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    CopyText,
    /// Opens a mail draft by its link.
    WriteMail(String),
    /// Copies the words and opens the reader's own page.
    CopyAndOpen(String),
    /// Opens a post by its link.
    Post(String, Way),
    CopyPicture,
    SavePng,
    SaveSvg,
    SavePage,
}

/// An act in its words; without one that can be done it is shown disabled.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    act: Option<Act>,
    label: String,
    icon: &'static str,
}

impl Offer {
    pub(super) fn new(cx: &Cx<'_>, act: Option<Act>, id: &str, icon: &'static str) -> Self {
        Self { act, label: cx.text.get(id), icon }
    }

    pub(super) fn post(cx: &Cx<'_>, act: Option<Act>, place: String) -> Self {
        let label = cx.text.with("people-share-open", &[("place", place.into())]);
        Self { act, label, icon: icons::EXPORT }
    }

    pub(super) fn copy(cx: &Cx<'_>, draft: &Draft) -> Self {
        let has_words = !draft.words().words.trim().is_empty();
        Self::new(cx, has_words.then_some(Act::CopyText), "people-share-copy", icons::COPY)
    }

    fn button<'a>(&'a self, cx: &'a Cx<'_>, place: usize) -> Button<'a> {
        // What cannot be done yet does not stand out.
        let is_first = place == 0 && self.act.is_some();
        if is_first { Button::filled(cx.theme, &self.label) } else { Button::pill(cx.theme, &self.label) }
    }
}

/// Shows the acts, the one that suits best first; gives back the one that is wanted. Where the row has no room for them
/// they have no icons.
pub(super) fn row(ui: &mut Ui, cx: &Cx<'_>, offers: &[Offer]) -> Option<Act> {
    ui.spacing_mut().item_spacing.x = GAP;
    let buttons = offers.iter().enumerate().map(|(place, offer)| offer.button(cx, place).icon(offer.icon));
    let wanted: f32 = buttons.map(|button| button.width(ui) + GAP).sum();
    let has_room = wanted - GAP <= ui.available_width();
    let mut chosen = None;
    for (place, offer) in offers.iter().enumerate() {
        let button = offer.button(cx, place);
        let button = if has_room { button.icon(offer.icon) } else { button.narrow() };
        if ui.add_enabled(offer.act.is_some(), button).clicked() {
            chosen.clone_from(&offer.act);
        }
    }
    chosen
}

impl Forms {
    /// Does what was chosen, and logs what leaves by it.
    pub(super) fn carry_out(&self, act: Act, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
        let words = || draft.words().words.clone();
        match act {
            Act::CopyText => {
                out.run(Command::CopyText(words()));
                log(draft, Way::Copied, out);
            }
            Act::WriteMail(link) => {
                out.run(Command::WriteMail(link));
                log(draft, Way::Mail, out);
            }
            Act::CopyAndOpen(page) => {
                out.run(Command::CopyText(words()));
                out.run(Command::OpenLink(page));
                log(draft, Way::Link, out);
            }
            Act::Post(link, way) => {
                out.run(Command::OpenLink(link));
                if way == Way::Mastodon && cx.model.settings.mastodon != self.server {
                    let settings = Settings { mastodon: self.server.clone(), ..cx.model.settings.clone() };
                    out.act(Action::Settings(SettingsAction::Set(settings)));
                }
                log(draft, way, out);
            }
            Act::CopyPicture => {
                let Some(told) = &draft.told else { return };
                out.run(Command::CopyPicture(self.picture.svg(told).into()));
                log(draft, Way::Copied, out);
            }
            Act::SavePng | Act::SaveSvg | Act::SavePage => self.save(&act, cx, draft, out),
        }
    }

    /// Asks for a file; it is a check-in once it is there.
    fn save(&self, act: &Act, cx: &Cx<'_>, draft: &Draft, out: &mut Outbox) {
        let Some(told) = &draft.told else { return };
        let title = cx.text.get("people-share-file-title");
        let named = |ending: &str| format!("{}.{ending}", told.file);
        let export = if *act == Act::SavePng {
            Export::Drawing(Arc::new(Drawing { title, file_name: named("png"), svg: self.picture.svg(told) }))
        } else {
            let (ending, contents) =
                if *act == Act::SaveSvg { ("svg", self.picture.svg(told)) } else { self.page_file(told) };
            let bytes = contents.into_bytes();
            Export::Document(Arc::new(Document { title, file_name: named(ending), bytes }))
        };
        out.share(export, draft.check_in(Way::Saved));
    }
}

/// Logs what leaves by a way.
fn log(draft: &mut Draft, way: Way, out: &mut Outbox) {
    let check_in = draft.check_in(way);
    if draft.note(&check_in) {
        out.act(Action::People(PeopleAction::CheckIn(check_in)));
    }
}
