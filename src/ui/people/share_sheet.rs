//! The sheet that shows what is to be sent before it is: to whom, about what, what of it, and in which form.

use eframe::egui::Ui;

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::people::{MAX_LINE_CHARS, NewCheckIn, Part, Span, To};
use crate::exchange::share::Piece;
use crate::ui::charts::two_columns_of;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Columns, TextField};

use super::share_acts::{self, Offer};
use super::share_draft::{Draft, Form, PlanSaid, Typed};
use super::share_forms::Forms;
use super::share_spans;
use super::tab::side_by_side;
use super::words::{part_id, way_id};

/// Gap between what is chosen, in points; and the shares of what is chosen and of what leaves.
const GAP: f32 = 16.0;
const SHARES: [f32; 2] = [3.0, 4.0];
/// Room that the reader and the period need beside each other, in points.
const READER: f32 = 416.0;

/// The sheet; closed until [`ShareSheet::open`] is called.
#[derive(Debug, Default)]
pub struct ShareSheet {
    draft: Option<Draft>,
    /// One that was closed before it left, though it has words of the user's own.
    aside: Option<Draft>,
    forms: Forms,
}

impl ShareSheet {
    /// Opens a message to somebody; without a span it is about what suits them. One that is open with words of the
    /// user's own stays, and one that was closed with them comes back.
    pub fn open(&mut self, model: &Model, derived: &Derived, to: To, span: Option<Span>) {
        if self.draft.as_ref().is_some_and(Draft::is_by_hand) {
            return;
        }
        self.forms.server.clone_from(&model.settings.mastodon);
        let is_meant = |draft: &Draft| draft.to == to && span.is_none_or(|span| span == draft.span);
        let aside = self.aside.take().filter(|draft| is_meant(draft) && draft.is_still_allowed(model));
        self.draft = Some(aside.unwrap_or_else(|| Draft::new(model, derived, to, span)));
    }

    /// Notes what left as a file, once it is written; false where the same did already while the message stayed open.
    pub fn note(&mut self, check_in: &NewCheckIn) -> bool {
        let draft = self.draft.as_mut().filter(|draft| (draft.to, draft.span) == (check_in.to, check_in.span));
        draft.is_none_or(|draft| draft.note(check_in))
    }

    /// Shows it when it is open.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Outbox) {
        let Some(mut draft) = self.draft.take().filter(|_| cx.model.goal().is_some()) else { return };
        let forms = &mut self.forms;
        draft.follow(cx, forms.made_for(draft.form));
        let title = cx.text.get("people-share-title");
        let contents = |ui: &mut Ui, columns: Columns| {
            ui.spacing_mut().item_spacing.y = GAP;
            let mut offers = Vec::new();
            if columns == Columns::One {
                // What leaves is in sight first.
                side_by_side(ui, READER, |ui| reader(ui, cx, &mut draft));
                offers = leaves(ui, cx, (&mut draft, forms));
                left(ui, cx, &mut draft);
                sees(ui, cx, &mut draft);
                lines(ui, cx, &mut draft);
                return offers;
            }
            two_columns_of(ui, "share", SHARES, |ui, column| {
                ui.spacing_mut().item_spacing.y = GAP;
                if column == 0 {
                    ui.set_max_width(ui.available_width() - GAP);
                    reader(ui, cx, &mut draft);
                    sees(ui, cx, &mut draft);
                    lines(ui, cx, &mut draft);
                } else {
                    offers = leaves(ui, cx, (&mut draft, forms));
                    left(ui, cx, &mut draft);
                }
            });
            offers
        };
        let acts = |ui: &mut Ui, offers: Vec<Offer>| share_acts::row(ui, cx, &offers);
        let answer = widgets::wide_sheet(ui.ctx(), cx.theme, cx.text, "share", &title, contents, acts);
        if let Some(act) = answer.inner {
            self.forms.carry_out(act, cx, &mut draft, out);
        }
        if !answer.closed {
            self.draft = Some(draft);
        } else if draft.is_by_hand() && draft.left.is_empty() {
            self.aside = Some(draft);
        }
    }
}

/// What leaves of it, in its form; gives back the acts by which it does.
fn leaves(ui: &mut Ui, cx: &Cx<'_>, (draft, forms): (&mut Draft, &mut Forms)) -> Vec<Offer> {
    form(ui, cx, draft);
    draft.follow(cx, forms.made_for(draft.form));
    if draft.told.is_some() {
        return forms.ui(ui, cx, draft);
    }
    widgets::muted(ui, cx.theme, &cx.text.get("people-share-nothing"));
    Vec::new()
}

/// To whom, and about what.
fn reader(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let partners = cx.model.partners.iter().filter(|one| one.is_active() || draft.to == To::Partner(one.id));
    let communities = cx.model.communities.iter().filter(|one| one.is_active() || draft.to == To::Community(one.id));
    let mut readers: Vec<(To, String)> =
        partners.map(|partner| (To::Partner(partner.id), partner.name.clone())).collect();
    readers.extend(communities.map(|community| (To::Community(community.id), community.name.clone())));
    readers.push((To::Anyone, cx.text.get("people-share-anyone")));
    let mut to = draft.to;
    if widgets::select(ui, cx.theme, &cx.text.get("people-share-to"), &mut to, &readers).changed() {
        draft.turn_to(cx.model, to);
    }
    let spans = share_spans::offered(cx, draft.span);
    let mut span = draft.span;
    if widgets::select(ui, cx.theme, &cx.text.get("people-share-about"), &mut span, &spans).changed() {
        draft.turn_about(span);
    }
}

/// What of it leaves: the parts as they are set for the reader, for this message alone.
fn sees(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &cx.text.get("people-share-sees"), &cx.theme.label, cx.theme.muted);
        ui.add_space(2.0);
        widgets::chips_row(ui, |ui| {
            for part in Part::ALL {
                let (mut on, label) = (draft.sees.has(part), cx.text.get(part_id(part)));
                if !draft.carries(Piece::Part(part)) {
                    absent(ui, cx, draft.form, &label);
                } else if widgets::chip(ui, cx.theme, &mut on, &label).changed() {
                    draft.toggle(part);
                }
            }
            plan(ui, cx, draft);
        });
        ui.add_space(2.0);
        let is_whole = Part::ALL.into_iter().all(|part| draft.carries(Piece::Part(part)));
        let note = if is_whole { "people-share-sees-note" } else { "share-no-room-note" };
        widgets::small(ui, cx.theme, &cx.text.get(note));
    });
}

/// What was agreed with the reader, where something was.
fn plan(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let has_plan = match draft.to {
        To::Partner(id) => cx.model.partners.get(id).is_some_and(|partner| partner.plan.is_some()),
        To::Community(_) | To::Anyone => false,
    };
    if !has_plan {
        return;
    }
    let (mut on, label) = (draft.plan == PlanSaid::Yes, cx.text.get("people-share-plan"));
    if !draft.carries(Piece::Plan) {
        absent(ui, cx, draft.form, &label);
    } else if widgets::chip(ui, cx.theme, &mut on, &label).changed() {
        draft.say_plan(if on { PlanSaid::Yes } else { PlanSaid::No });
    }
}

/// The chip of something for which the form has no room, with the reason.
fn absent(ui: &mut Ui, cx: &Cx<'_>, form: Form, label: &str) {
    let why = cx.text.get(no_room_id(form));
    let mut off = false;
    let chip = ui.add_enabled(false, |ui: &mut Ui| widgets::chip(ui, cx.theme, &mut off, label));
    ui.ctx().accesskit_node_builder(chip.id, |node| node.set_description(why.as_str()));
    chip.on_disabled_hover_text(why);
}

fn no_room_id(form: Form) -> &'static str {
    match form {
        Form::Text | Form::Page => "share-no-room-text",
        Form::Post => "share-no-room-post",
        Form::Picture => "share-no-room-picture",
    }
}

/// What comes next, and the one question; the form may have no room for it.
fn lines(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let has_room = draft.carries(Piece::Question);
    line(ui, cx, ("people-share-promise", "people-share-promise-hint"), &mut draft.promise);
    if has_room {
        line(ui, cx, ("people-share-question", "people-share-question-hint"), &mut draft.question);
    } else {
        let ids = ("people-share-question", no_room_id(draft.form));
        ui.add_enabled_ui(false, |ui| line(ui, cx, ids, &mut Typed::default()));
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, (label, hint): (&str, &str), line: &mut Typed) {
    let field = TextField::new(cx.theme, &cx.text.get(label))
        .hint(&cx.text.get(hint))
        .limit(MAX_LINE_CHARS)
        .show(ui, &mut line.words);
    line.by_hand |= field.changed();
}

fn form(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let forms = [
        (Form::Text, "people-share-form-text"),
        (Form::Post, "people-share-form-post"),
        (Form::Picture, "people-share-form-picture"),
        (Form::Page, "people-share-form-page"),
    ];
    let forms = forms.map(|(form, id)| (form, cx.text.get(id)));
    let name = cx.text.get("people-share-form");
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::words(ui, &name, &cx.theme.label, cx.theme.muted);
        widgets::segmented(ui, cx.theme, &name, &mut draft.form, &forms);
    });
}

/// The ways by which it left already; a new one comes into sight.
fn left(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft) {
    let seen = std::mem::replace(&mut draft.left_seen, draft.left.len());
    if draft.left.is_empty() {
        return;
    }
    let mut ways: Vec<String> = draft.left.iter().map(|left| cx.text.get(way_id(left.way))).collect();
    ways.dedup();
    let words = cx.text.with("people-share-logged", &[("ways", ways.join(", ").into())]);
    let line = widgets::words(ui, &words, &cx.theme.body, cx.theme.accent_text);
    if seen < draft.left.len() {
        line.scroll_to_me(None);
    }
}
