//! A review as a file: the row that asks for it, and what goes into it.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::domain::review::{Review, ReviewKind};
use crate::exchange::chart::Chart;
use crate::exchange::chart_svg::Palette;
use crate::exchange::export::{Document, Export};
use crate::exchange::review_page::{Figure, Part, ReviewPage};
use crate::exchange::{review_html, review_markdown};
use crate::ui::charts::{cell_words, palette, tiles};
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::theme::Theme;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::charts::Drawn;
use super::told::{Report, Section, report};
use super::weekly::Page;

/// Tag of the language of all texts.
const LANGUAGE: &str = "en";

/// What the file is to hold, while the review is open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Saving {
    with_identity: bool,
}

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Html,
    Markdown,
}

/// Whether the card that tells who the user becomes goes into the file: statement, proofs and answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    Out,
    In,
}

impl Saving {
    /// Shows the row.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, out: &mut Outbox) {
        tiles(ui, cx.theme, "review save", &[1.0], |ui, _| {
            widgets::section(ui, cx.theme, &cx.text.get("review-save"));
            widgets::muted(ui, cx.theme, &cx.text.get("review-save-note"));
            if page.review.kind == ReviewKind::Monthly {
                let [label, note] = ["review-save-identity", "review-save-identity-note"].map(|id| cx.text.get(id));
                widgets::toggle_note(ui, cx.theme, &mut self.with_identity, &label, &note);
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let forms = [("review-save-html", Form::Html), ("review-save-markdown", Form::Markdown)];
                for (id, form) in forms {
                    if ui.add(Button::small(cx.theme, &cx.text.get(id)).icon(icons::FILE_TEXT)).clicked() {
                        self.save(cx, page.review, &page.kept.drawn, form, out);
                    }
                }
            });
        });
    }

    /// Asks to save the review as the row says.
    pub(super) fn save(self, cx: &Cx<'_>, review: &Review, drawn: &Drawn, form: Form, out: &mut Outbox) {
        let identity = if self.with_identity { Identity::In } else { Identity::Out };
        let document = written(cx, review, drawn, (identity, form));
        out.exports.extend(document.map(|document| Export::Document(Arc::new(document))));
    }
}

/// Asks to save a review that is not open: without the card that tells who the user becomes.
pub(super) fn save_closed(cx: &Cx<'_>, review: &Review, form: Form, out: &mut Outbox) {
    Saving::default().save(cx, review, &Drawn::of(cx, review.period()), form, out);
}

/// The file of a review with the charts of its period as things stand now; none without its goal.
pub fn document(cx: &Cx<'_>, review: &Review, as_what: (Identity, Form)) -> Option<Document> {
    // A file has no next frame in which the forecast could be there.
    let derived = cx.derived.clone().foreseen();
    let cx = &Cx { derived: &derived, ..*cx };
    written(cx, review, &Drawn::of(cx, review.period()), as_what)
}

fn written(cx: &Cx<'_>, review: &Review, drawn: &Drawn, (identity, form): (Identity, Form)) -> Option<Document> {
    let report = report(cx, review)?;
    let page = page_of(cx, (review, report), drawn, identity)?;
    let (ending, bytes) = match form {
        Form::Html => ("html", review_html::html(&page, &paper())),
        Form::Markdown => ("md", review_markdown::markdown(&page, &|cell| cell_words(cx.text, cell, cx.today))),
    };
    let days = match review.kind {
        ReviewKind::Weekly => review.from.format("week-%Y-%m-%d"),
        ReviewKind::Monthly => review.from.format("%Y-%m"),
    };
    let file_name = format!("mainspring-review-{days}.{ending}");
    Some(Document { title: page.title, file_name, bytes: bytes.into_bytes() })
}

fn page_of(cx: &Cx<'_>, (review, report): (&Review, Report), drawn: &Drawn, identity: Identity) -> Option<ReviewPage> {
    let goal = cx.model.goal().filter(|goal| goal.id == review.goal)?;
    let charts: Vec<Arc<Chart>> = drawn.all().into_iter().filter(|chart| !chart.table.is_empty()).collect();
    let charts_title = match review.kind {
        ReviewKind::Weekly => "review-file-charts-week",
        ReviewKind::Monthly => "review-file-charts-month",
    };
    Some(ReviewPage {
        language: LANGUAGE.to_owned(),
        title: report.title,
        goal: goal.title.clone(),
        state: report.state,
        parts: let_out(report.sections, identity).map(part).collect(),
        charts_title: cx.text.get(charts_title),
        charts,
        foot: cx.text.with("review-file-foot", &[("date", format::date(cx.text, cx.today).into())]),
    })
}

fn let_out(sections: Vec<Section>, identity: Identity) -> impl Iterator<Item = Section> {
    sections.into_iter().filter(move |section| identity == Identity::In || !section.is_identity)
}

fn part(section: Section) -> Part {
    let figures = section.figures.into_iter();
    Part {
        title: section.title,
        figures: figures.map(|told| Figure { name: told.name, value: told.value, note: told.note }).collect(),
        lines: section.lines,
        answers: section.answers,
    }
}

/// The colours of the file: light, whatever the theme here.
fn paper() -> Palette {
    palette(&Theme::light())
}
