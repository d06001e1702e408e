//! The forms of a message, each with the words or the picture as they leave, and the ways by which they do.

use std::sync::Arc;

use eframe::egui::{ScrollArea, Ui, vec2};

use crate::domain::Action;
use crate::domain::people::{MAX_WORDS_CHARS, NewCheckIn, PeopleAction, Way};
use crate::exchange::export::{Document, Drawing, Export};
use crate::exchange::share::links::mailto;
use crate::exchange::share::{Told, html, text};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::theme::Theme;
use crate::ui::widgets::{self, Button, TextField};
use crate::ui::{icons, share_words};

use super::share_draft::{Draft, Form, Place};
use super::share_picture::Picture;

/// Most height of a page or a link that is shown, in points.
const SHOWN: f32 = 200.0;
const LINK: f32 = 72.0;

/// The file of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Html,
    Markdown,
}

/// What is chosen for the forms; kept while the app runs.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// The user's own server of Mastodon, as typed.
    pub(super) server: String,
    /// The check-in of a file that was asked for.
    pub(super) saved: Option<NewCheckIn>,
    kind: Kind,
    picture: Picture,
}

impl Forms {
    /// Shows the form that is chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
        match draft.form {
            Form::Text => text_ui(ui, cx, draft, out),
            Form::Post => self.post(ui, cx, draft, out),
            Form::Picture => self.picture(ui, cx, draft, out),
            Form::Page => self.page(ui, cx, draft, out),
        }
    }

    fn post(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
        let places = PLACES.map(|(place, id, _)| (place, cx.text.get(id)));
        widgets::select(ui, cx.theme, &cx.text.get("people-share-network"), &mut draft.place, &places);
        if draft.place == Place::Mastodon {
            let wrong = cx.text.get("people-share-server-wrong");
            let is_wrong = !self.server.trim().is_empty() && draft.network(&self.server).is_none();
            TextField::new(cx.theme, &cx.text.get("people-share-server"))
                .hint(&cx.text.get("people-share-server-hint"))
                .problem(is_wrong.then_some(wrong.as_str()))
                .limit(200)
                .show(ui, &mut self.server);
        }
        draft.follow(cx, &self.server);
        words_ui(ui, cx, draft);
        let network = draft.network(&self.server);
        if let Some(network) = &network {
            let (used, room) = (network.length(&draft.words.words), network.room());
            let values = [("used", used.into()), ("room", room.into())];
            widgets::small(ui, cx.theme, &cx.text.with("people-share-length", &values));
        }
        let link = network.filter(|network| network.fits(&draft.words.words));
        let link = link.and_then(|network| network.compose_link(&draft.words.words).ok());
        let (_, name_id, way) = PLACES.into_iter().find(|(place, ..)| *place == draft.place).unwrap_or(PLACES[0]);
        match &link {
            Some(link) => link_ui(ui, cx, link),
            None if draft.network(&self.server).is_some() => {
                widgets::muted(ui, cx.theme, &cx.text.get("people-share-too-long"));
            }
            None => {}
        }
        row(ui, |ui| {
            let open = cx.text.with("people-share-open", &[("place", cx.text.get(name_id).into())]);
            let can_open = link.is_some() && !draft.words.words.trim().is_empty();
            if ui.add_enabled(can_open, Button::pill(cx.theme, &open).icon(icons::EXPORT)).clicked()
                && let Some(link) = link
            {
                out.run(Command::OpenLink(link));
                log(draft, way, out);
            }
            copy_button(ui, cx, (draft, Rank::Other), out);
        });
    }

    fn picture(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
        let Some(told) = draft.told.clone() else { return };
        self.picture.ui(ui, cx, &told);
        row(ui, |ui| {
            if ui.add(Button::pill(cx.theme, &cx.text.get("people-share-copy-picture")).icon(icons::COPY)).clicked() {
                out.run(Command::CopyPicture(self.picture.svg(&told).into()));
                log(draft, Way::Copied, out);
            }
            let name = |ending: &str| format!("{}.{ending}", told.file);
            if ui.add(Button::small(cx.theme, &cx.text.get("people-share-png")).icon(icons::IMAGE)).clicked() {
                let (title, file_name) = (cx.text.get("people-share-file-title"), name("png"));
                let svg = self.picture.svg(&told);
                self.ask(draft, Export::Drawing(Arc::new(Drawing { title, file_name, svg })), out);
            }
            if ui.add(Button::small(cx.theme, &cx.text.get("people-share-svg")).icon(icons::FILE_SVG)).clicked() {
                let bytes = self.picture.svg(&told).into_bytes();
                self.ask(draft, document(cx, name("svg"), bytes), out);
            }
        });
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
        let Some(told) = draft.told.clone() else { return };
        let kinds = [(Kind::Html, "people-share-html"), (Kind::Markdown, "people-share-markdown")];
        let kinds = kinds.map(|(kind, id)| (kind, cx.text.get(id)));
        widgets::segmented(ui, cx.theme, &cx.text.get("people-share-kind"), &mut self.kind, &kinds);
        let (shown, note) = match self.kind {
            Kind::Html => (text::plain(&told), "people-share-page-note"),
            Kind::Markdown => (text::markdown(&told), "people-share-markdown-note"),
        };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &cx.text.get("people-share-words"), &cx.theme.label, cx.theme.muted);
            let area = ScrollArea::vertical().id_salt("shared page").max_height(SHOWN).auto_shrink([false, true]);
            area.show(ui, |ui| widgets::body(ui, cx.theme, &shown));
            widgets::small(ui, cx.theme, &cx.text.get(note));
        });
        row(ui, |ui| {
            let (label, ending) = match self.kind {
                Kind::Html => ("people-share-save-html", "html"),
                Kind::Markdown => ("people-share-save-markdown", "md"),
            };
            if ui.add(Button::pill(cx.theme, &cx.text.get(label)).icon(icons::FILE_TEXT)).clicked() {
                let bytes = match self.kind {
                    Kind::Html => html::html(&told, &share_words::look(&Theme::light())),
                    Kind::Markdown => shown,
                };
                let file = format!("{}.{ending}", told.file);
                self.ask(draft, document(cx, file, bytes.into_bytes()), out);
            }
        });
    }

    /// Asks for a file; it is a check-in once it is there.
    fn ask(&mut self, draft: &Draft, export: Export, out: &mut Outbox) {
        let words = draft.told.as_ref().map(text::plain).unwrap_or_default();
        self.saved = Some(draft.check_in(Way::Saved, &words));
        out.save(export);
    }
}

/// Where a post goes, with its name and the way it is logged by.
const PLACES: [(Place, &str, Way); 6] = [
    (Place::Mastodon, "people-share-mastodon", Way::Mastodon),
    (Place::Bluesky, "people-share-bluesky", Way::Bluesky),
    (Place::X, "people-share-x", Way::X),
    (Place::LinkedIn, "people-share-linkedin", Way::LinkedIn),
    (Place::Telegram, "people-share-telegram", Way::Telegram),
    (Place::WhatsApp, "people-share-whatsapp", Way::WhatsApp),
];

fn text_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, out: &mut Outbox) {
    words_ui(ui, cx, draft);
    let subject = draft.told.as_ref().map(|told| subject(cx, told)).unwrap_or_default();
    let mail = mailto(draft.mail(cx.model), &subject, &draft.words.words);
    if mail.is_err() {
        widgets::muted(ui, cx.theme, &cx.text.get("people-share-mail-too-long"));
    }
    let page = draft.page(cx.model).map(str::to_owned);
    if let Some(page) = &page {
        link_ui(ui, cx, page);
    }
    row(ui, |ui| {
        let has_words = !draft.words.words.trim().is_empty();
        let has_page = page.is_some();
        // The way by which they are reached stands first.
        let is_by_mail = !has_page && !draft.mail(cx.model).is_empty();
        if let Some(page) = page {
            let label = cx.text.get("people-share-chat");
            if ui.add_enabled(has_words, Button::pill(cx.theme, &label).icon(icons::CHAT_CIRCLE)).clicked() {
                out.run(Command::CopyText(draft.words.words.clone()));
                out.run(Command::OpenLink(page));
                log(draft, Way::Link, out);
            }
        }
        let rank = |is_first: bool| if is_first { Rank::First } else { Rank::Other };
        if is_by_mail {
            mail_button(ui, cx, (draft, mail.clone().ok().filter(|_| has_words), Rank::First), out);
        }
        copy_button(ui, cx, (draft, rank(!has_page && !is_by_mail)), out);
        if !is_by_mail {
            mail_button(ui, cx, (draft, mail.ok().filter(|_| has_words), Rank::Other), out);
        }
    });
}

/// Whether an act is the one that suits best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    First,
    Other,
}

fn button<'a>(cx: &'a Cx<'_>, label: &'a str, rank: Rank) -> Button<'a> {
    match rank {
        Rank::First => Button::pill(cx.theme, label),
        Rank::Other => Button::small(cx.theme, label),
    }
}

/// Opens a mail draft; disabled without a link to one.
fn mail_button(ui: &mut Ui, cx: &Cx<'_>, (draft, link, rank): (&mut Draft, Option<String>, Rank), out: &mut Outbox) {
    let label = cx.text.get("people-share-mail");
    let act = button(cx, &label, rank).icon(icons::NOTE_PENCIL);
    if ui.add_enabled(link.is_some(), act).clicked()
        && let Some(link) = link
    {
        out.run(Command::WriteMail(link));
        log(draft, Way::Mail, out);
    }
}

fn subject(cx: &Cx<'_>, told: &Told) -> String {
    let values = [("goal", told.goal.as_str().into()), ("period", told.period.as_str().into())];
    cx.text.with("people-share-subject", &values)
}

/// The words as they leave, to be changed; once they were, they stay until they are written anew.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let note = if draft.words.by_hand { "people-share-by-hand" } else { "people-share-words-note" };
    let field = TextField::new(cx.theme, &cx.text.get("people-share-words"))
        .note(&cx.text.get(note))
        .rows(8)
        .limit(MAX_WORDS_CHARS)
        .show(ui, &mut draft.words.words);
    if field.changed() {
        draft.words.by_hand = true;
    }
    if draft.words.by_hand && ui.add(Button::act(cx.theme, &cx.text.get("people-share-again"))).clicked() {
        draft.write_anew();
    }
}

/// A link in sight, whole, before it is opened.
fn link_ui(ui: &mut Ui, cx: &Cx<'_>, link: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &cx.text.get("people-share-link"), &cx.theme.label, cx.theme.muted);
        let area = ScrollArea::vertical().id_salt("shared link").max_height(LINK).auto_shrink([false, true]);
        area.show(ui, |ui| widgets::small(ui, cx.theme, link));
    });
}

fn copy_button(ui: &mut Ui, cx: &Cx<'_>, (draft, rank): (&mut Draft, Rank), out: &mut Outbox) {
    let can = !draft.words.words.trim().is_empty();
    let label = cx.text.get("people-share-copy");
    if ui.add_enabled(can, button(cx, &label, rank).icon(icons::COPY)).clicked() {
        out.run(Command::CopyText(draft.words.words.clone()));
        log(draft, Way::Copied, out);
    }
}

fn row(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        contents(ui);
    });
}

fn document(cx: &Cx<'_>, file_name: String, bytes: Vec<u8>) -> Export {
    Export::Document(Arc::new(Document { title: cx.text.get("people-share-file-title"), file_name, bytes }))
}

/// Logs what leaves by a way, each way once while the message stays open.
fn log(draft: &mut Draft, way: Way, out: &mut Outbox) {
    if draft.left.contains(&way) {
        return;
    }
    let words = match draft.form {
        Form::Text | Form::Post => draft.words.words.clone(),
        Form::Picture | Form::Page => draft.told.as_ref().map(text::plain).unwrap_or_default(),
    };
    out.act(Action::People(PeopleAction::CheckIn(draft.check_in(way, &words))));
    draft.left.push(way);
}
