//! The forms of a message, each with the words or the picture as they leave.

use eframe::egui::{Frame, ScrollArea, TextEdit, Ui};

use crate::domain::people::{MAX_LINE_CHARS, MAX_WORDS_CHARS, Way};
use crate::domain::settings::MAX_SERVER_CHARS;
use crate::exchange::share::links::mailto;
use crate::exchange::share::{self, Told, html, text};
use crate::ui::cx::Cx;
use crate::ui::theme::Theme;
use crate::ui::widgets::{self, Button, TextField};
use crate::ui::{icons, share_words};

use super::share_acts::{Act, Offer};
use super::share_draft::{Draft, Form, Place};
use super::share_picture::Picture;

/// Most height of a page or a link that is shown, in points.
const SHOWN: f32 = 240.0;
const LINK: f32 = 72.0;
/// Margin inside the frame of a page that is shown, in points.
const INSIDE: i8 = 12;

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
    kind: Kind,
    pub(super) picture: Picture,
}

impl Forms {
    /// What makes the words of a form: the server a post goes to, and the form with its shape or its file.
    pub(super) fn made_for(&self, form: Form) -> (&str, share::Form) {
        let leaves = match (form, self.kind) {
            (Form::Text, _) => share::Form::Text,
            (Form::Post, _) => share::Form::Post,
            (Form::Picture, _) => share::Form::Picture(self.picture.size),
            (Form::Page, Kind::Html) => share::Form::Html,
            (Form::Page, Kind::Markdown) => share::Form::Markdown,
        };
        (&self.server, leaves)
    }

    /// Shows the form that is chosen; gives back the acts by which it leaves, the one that suits best first.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Vec<Offer> {
        match draft.form {
            Form::Text => text_ui(ui, cx, draft),
            Form::Post => self.post(ui, cx, draft),
            Form::Picture => self.picture(ui, cx, draft),
            Form::Page => self.page(ui, cx, draft),
        }
    }

    fn post(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Vec<Offer> {
        let places = PLACES.map(|(place, id, _)| (place, cx.text.get(id)));
        widgets::select(ui, cx.theme, &cx.text.get("people-share-network"), &mut draft.place, &places);
        if draft.place == Place::Mastodon {
            let wrong = cx.text.get("people-share-server-wrong");
            let is_wrong = !self.server.trim().is_empty() && draft.network(&self.server).is_none();
            TextField::new(cx.theme, &cx.text.get("people-share-server"))
                .hint(&cx.text.get("people-share-server-hint"))
                .note(&cx.text.get("people-share-server-note"))
                .problem(is_wrong.then_some(wrong.as_str()))
                .limit(MAX_SERVER_CHARS)
                .show(ui, &mut self.server);
        }
        draft.follow(cx, self.made_for(draft.form));
        words_ui(ui, cx, draft);
        let network = draft.network(&self.server);
        if let Some(network) = &network {
            let (used, room) = (network.length(&draft.words().words), network.room());
            let values = [("used", used.into()), ("room", room.into())];
            widgets::small(ui, cx.theme, &cx.text.with("people-share-length", &values));
        }
        let link = network.filter(|network| network.fits(&draft.words().words));
        let link = link.and_then(|network| network.compose_link(&draft.words().words).ok());
        let (_, name_id, way) = PLACES.into_iter().find(|(place, ..)| *place == draft.place).unwrap_or(PLACES[0]);
        match &link {
            Some(link) => link_ui(ui, cx, link),
            None if draft.network(&self.server).is_some() => {
                widgets::muted(ui, cx.theme, &cx.text.get("people-share-too-long"));
            }
            None => {}
        }
        let link = link.filter(|_| !draft.words().words.trim().is_empty());
        let open = Offer::post(cx, link.map(|link| Act::Post(link, way)), cx.text.get(name_id));
        vec![open, Offer::copy(cx, draft)]
    }

    fn picture(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Vec<Offer> {
        self.picture.choice(ui, cx);
        draft.follow(cx, self.made_for(draft.form));
        let Some(told) = &draft.told else { return Vec::new() };
        self.picture.ui(ui, cx, told);
        let acts = [
            (Act::CopyPicture, "people-share-copy-picture", icons::COPY),
            (Act::SavePng, "people-share-png", icons::IMAGE),
            (Act::SaveSvg, "people-share-svg", icons::FILE_SVG),
        ];
        acts.map(|(act, id, icon)| Offer::new(cx, Some(act), id, icon)).to_vec()
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Vec<Offer> {
        let kinds = [(Kind::Html, "people-share-html"), (Kind::Markdown, "people-share-markdown")];
        let kinds = kinds.map(|(kind, id)| (kind, cx.text.get(id)));
        widgets::segmented(ui, cx.theme, &cx.text.get("people-share-kind"), &mut self.kind, &kinds);
        draft.follow(cx, self.made_for(draft.form));
        let Some(told) = &draft.told else { return Vec::new() };
        let markdown = (self.kind == Kind::Markdown).then(|| text::markdown(told));
        let (shown, note, label) = match &markdown {
            None => (&draft.words().words, "people-share-page-note", "people-share-save-html"),
            Some(markdown) => (markdown, "people-share-markdown-note", "people-share-save-markdown"),
        };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &cx.text.get("people-share-words"), &cx.theme.label, cx.theme.muted);
            let frame = Frame::new().stroke(cx.theme.border()).corner_radius(8_u8).inner_margin(INSIDE);
            frame.show(ui, |ui| scrolled(ui, ("shared page", SHOWN), |ui| read_only(ui, cx, shown)));
            widgets::small(ui, cx.theme, &cx.text.get(note));
        });
        vec![Offer::new(cx, Some(Act::SavePage), label, icons::FILE_TEXT)]
    }

    /// The file of a page: how its name ends, and what is in it.
    pub(super) fn page_file(&self, told: &Told) -> (&'static str, String) {
        match self.kind {
            Kind::Html => ("html", html::html(told, &share_words::look(&Theme::light()))),
            Kind::Markdown => ("md", text::markdown(told)),
        }
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

fn text_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) -> Vec<Offer> {
    words_ui(ui, cx, draft);
    let name = cx.text.get("people-share-subject-name");
    let field = TextField::new(cx.theme, &name).limit(MAX_LINE_CHARS).show(ui, &mut draft.subject.words);
    draft.subject.by_hand |= field.changed();
    let mail = mailto(draft.mail(cx.model), &draft.subject.words, &draft.words().words);
    if mail.is_err() {
        widgets::muted(ui, cx.theme, &cx.text.get("people-share-mail-too-long"));
    }
    let page = draft.page(cx.model).map(str::to_owned);
    if let Some(page) = &page {
        link_ui(ui, cx, page);
    }
    let has_words = !draft.words().words.trim().is_empty();
    let mail = mail.ok().filter(|_| has_words).map(Act::WriteMail);
    let mail = Offer::new(cx, mail, "people-share-mail", icons::NOTE_PENCIL);
    let copy = Offer::copy(cx, draft);
    // The way by which they are reached stands first.
    match page {
        Some(page) => {
            let open = has_words.then_some(Act::CopyAndOpen(page));
            vec![Offer::new(cx, open, "people-share-chat", icons::CHAT_CIRCLE), copy, mail]
        }
        None if draft.mail(cx.model).is_empty() => vec![copy, mail],
        None => vec![mail, copy],
    }
}

/// The words as they leave, to be changed; once they were, they stay until they are written anew.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let note = if draft.words().by_hand { "people-share-by-hand" } else { "people-share-words-note" };
    let field = TextField::new(cx.theme, &cx.text.get("people-share-words"))
        .note(&cx.text.get(note))
        .rows(8)
        .limit(MAX_WORDS_CHARS)
        .show(ui, &mut draft.words_mut().words);
    draft.words_mut().by_hand |= field.changed();
    if draft.words().by_hand && ui.add(Button::act(cx.theme, &cx.text.get("people-share-again"))).clicked() {
        draft.write_anew();
    }
}

/// Words to be read, marked and walked through by keys, not to be changed.
fn read_only(ui: &mut Ui, cx: &Cx<'_>, mut words: &str) {
    let field = TextEdit::multiline(&mut words).frame(Frame::NONE).desired_width(f32::INFINITY);
    let field = ui.add(field.font(cx.theme.body.clone()).text_color(cx.theme.ink));
    let label = cx.text.get("people-share-words");
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(label));
}

/// A link in sight, whole, before it is opened.
fn link_ui(ui: &mut Ui, cx: &Cx<'_>, link: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &cx.text.get("people-share-link"), &cx.theme.label, cx.theme.muted);
        scrolled(ui, ("shared link", LINK), |ui| widgets::small(ui, cx.theme, link));
    });
}

/// Words that scroll beyond a height, also where the column they stand in has none of its own yet.
fn scrolled<R>(ui: &mut Ui, (id, height): (&str, f32), contents: impl FnOnce(&mut Ui) -> R) {
    let area = ScrollArea::vertical().id_salt(id).max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, contents);
}
