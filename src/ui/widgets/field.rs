//! Text fields of one line or more: the label above, a remark or a problem below.

use eframe::egui::{FontSelection, Id, Margin, Response, RichText, TextEdit, Ui, vec2};

use super::words::words;
use crate::ui::theme::Theme;

/// Least height of a field of one line, in points.
const HEIGHT: f32 = 40.0;

/// A labelled text field; make one with [`TextField::new`], then [`TextField::show`] it.
#[derive(Debug, Clone)]
#[must_use = "show it"]
pub struct TextField<'a> {
    theme: &'a Theme,
    label: &'a str,
    hint: &'a str,
    note: &'a str,
    problem: Option<&'a str>,
    rows: usize,
    width: f32,
    limit: usize,
    id: Option<Id>,
}

impl<'a> TextField<'a> {
    /// A field of one line, as wide as there is room.
    pub fn new(theme: &'a Theme, label: &'a str) -> Self {
        Self {
            theme,
            label,
            hint: "",
            note: "",
            problem: None,
            rows: 1,
            width: f32::INFINITY,
            limit: usize::MAX,
            id: None,
        }
    }

    /// What an empty field shows, quietly.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// A remark below the field.
    pub fn note(mut self, note: &'a str) -> Self {
        self.note = note;
        self
    }

    /// What is wrong with the words, shown below in place of the remark.
    pub fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// Makes it a field of several lines, at least this many.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The width in points.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// The most characters that fit.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Tells fields with the same label in the same place apart; without it the label does.
    pub fn id_salt(mut self, salt: impl std::hash::Hash + std::fmt::Debug) -> Self {
        self.id = Some(Id::unique(salt));
        self
    }

    /// Shows the field; the answer is that of the field itself: `changed()`, `lost_focus()`.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let theme = self.theme;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = (!self.label.is_empty()).then(|| words(ui, self.label, &theme.label, theme.muted));
            let id = self.id.unwrap_or_else(|| ui.make_persistent_id(self.label));
            let edit = if self.rows > 1 { TextEdit::multiline(value) } else { TextEdit::singleline(value) };
            let edit = edit
                .id(id)
                .hint_text(RichText::new(self.hint).font(theme.body.clone()).color(theme.muted))
                .font(FontSelection::FontId(theme.body.clone()))
                .text_color(theme.ink)
                .margin(Margin::symmetric(12, 9))
                .min_size(vec2(0.0, HEIGHT))
                .desired_rows(self.rows)
                .desired_width(self.width)
                .char_limit(self.limit);
            let response = ui.add(edit);
            let response = match label {
                Some(label) => response.labelled_by(label.id),
                None => response,
            };
            if let Some(problem) = self.problem {
                words(ui, problem, &theme.small, theme.problem);
            } else if !self.note.is_empty() {
                words(ui, self.note, &theme.small, theme.muted);
            }
            response
        })
        .inner
    }
}

/// A labelled field of one line; see [`TextField`] for more.
pub fn text_field(ui: &mut Ui, theme: &Theme, label: &str, value: &mut String) -> Response {
    TextField::new(theme, label).show(ui, value)
}

/// A labelled field of at least `rows` lines; see [`TextField`] for more.
pub fn text_area(ui: &mut Ui, theme: &Theme, label: &str, value: &mut String, rows: usize) -> Response {
    TextField::new(theme, label).rows(rows.max(2)).show(ui, value)
}
