//! Buttons in words: the one primary of a screen, round pills, small ones in a row, quiet ones, links and asides.

use eframe::egui::{
    Color32, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, vec2,
};

use super::paint;
use crate::ui::theme::{Theme, icon_font};

/// Gap after the icon, whose letter has room of its own, and before the shortcut, in points.
const ICON_GAP: f32 = 8.0;
const SMALL_ICON_GAP: f32 = 4.0;
const KEY_GAP: f32 = 10.0;
/// Inner margin and height of a shortcut's frame, in points.
const KEY_PAD: f32 = 6.0;
const KEY_HEIGHT: f32 = 20.0;
/// Most room beside the words of a narrow button, in points.
const NARROW_PAD: f32 = 20.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Filled,
    Pill,
    Small,
    Quiet,
    Act,
    Link,
    Aside,
}

/// A button in words; make one with [`Button::primary`], [`Button::pill`] and their like, then `ui.add` it.
#[derive(Debug, Clone)]
#[must_use = "show it with ui.add"]
pub struct Button<'a> {
    theme: &'a Theme,
    kind: Kind,
    text: &'a str,
    icon: Option<&'a str>,
    shortcut: Option<&'a str>,
    min_width: f32,
    colour: Option<Color32>,
    is_narrow: bool,
}

impl<'a> Button<'a> {
    /// The one thing to do on a screen: 56 high, filled, 18 semibold.
    pub fn primary(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Primary, theme, text)
    }

    /// The first of the acts at the foot of a sheet: as high as they are, filled.
    pub fn filled(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Filled, theme, text)
    }

    /// Any other act: 44 high, outlined, fully round.
    pub fn pill(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Pill, theme, text)
    }

    /// An act inside a card: 36 high, outlined.
    pub fn small(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Small, theme, text)
    }

    /// An act beside a stronger one: words only, quiet.
    pub fn quiet(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Quiet, theme, text)
    }

    /// The act of a message: looks like a link, but does something here.
    pub fn act(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Act, theme, text)
    }

    /// The way to another place in running text: words only, semibold in the accent.
    pub fn link(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Link, theme, text)
    }

    /// Something to know beside a heading: small print, quiet until it is pointed at.
    pub fn aside(theme: &'a Theme, text: &'a str) -> Self {
        Self::of(Kind::Aside, theme, text)
    }

    fn of(kind: Kind, theme: &'a Theme, text: &'a str) -> Self {
        Self { theme, kind, text, icon: None, shortcut: None, min_width: 0.0, colour: None, is_narrow: false }
    }

    /// Puts an icon before the words; a letter from `ui::icons`.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows the shortcut in a small frame after the words.
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// Makes the button at least this wide, in points; `ui.available_width()` fills a row.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Leaves less room beside the words, for a row that has little.
    pub fn narrow(mut self) -> Self {
        self.is_narrow = true;
        self
    }

    /// How wide it is when its words are not cut, in points.
    pub fn width(&self, ui: &Ui) -> f32 {
        let measures = self.measures();
        let wide = |words: &str, font: FontId| paint::line_of(ui, words, font, f32::INFINITY).size().x;
        let icon = self.icon.map_or(0.0, |icon| wide(icon, icon_font(measures.icon)) + self.icon_gap());
        let keys = self.shortcut.map_or(0.0, |keys| wide(keys, self.theme.small.clone()) + 2.0 * KEY_PAD + KEY_GAP);
        (icon + wide(self.text, measures.font) + keys + 2.0 * measures.pad).max(self.min_width)
    }

    /// Shows the words in the colour of problems, for what cannot be taken back.
    pub fn destructive(mut self) -> Self {
        self.colour = Some(self.theme.problem);
        self
    }

    fn icon_gap(&self) -> f32 {
        if self.kind == Kind::Aside { SMALL_ICON_GAP } else { ICON_GAP }
    }

    /// Shows the words quietly, for an act that is seldom wanted.
    pub fn muted(mut self) -> Self {
        self.colour = Some(self.theme.muted);
        self
    }

    fn measures(&self) -> Measures {
        let (height, pad, radius, icon, font): (f32, f32, f32, f32, &FontId) = match self.kind {
            Kind::Primary => (56.0, 32.0, 28.0, 22.0, &self.theme.button),
            Kind::Filled | Kind::Pill => (44.0, 20.0, 22.0, 18.0, &self.theme.body),
            Kind::Small => (36.0, 14.0, 12.0, 18.0, &self.theme.body),
            Kind::Quiet => (44.0, 12.0, 22.0, 18.0, &self.theme.body),
            Kind::Act | Kind::Link => (24.0, 0.0, 4.0, 16.0, &self.theme.strong),
            Kind::Aside => (24.0, 0.0, 4.0, 16.0, &self.theme.small),
        };
        let pad = if self.is_narrow { pad.min(NARROW_PAD) } else { pad };
        Measures { height, pad, radius, icon, font: font.clone() }
    }

    /// Fill, border and words for the state the button is in.
    fn colours(&self, ui: &Ui, response: &Response) -> (Color32, Stroke, Color32) {
        let theme = self.theme;
        match self.kind {
            Kind::Primary | Kind::Filled => {
                let fill = paint::strong_fill(ui, response, theme.primary_fill, theme.primary_text);
                (fill, Stroke::NONE, theme.primary_text)
            }
            Kind::Pill | Kind::Small => {
                let fill = paint::quiet_fill(ui, theme, response, theme.surface);
                (fill, theme.border(), self.colour.unwrap_or(theme.ink))
            }
            Kind::Quiet => {
                let fill = paint::quiet_fill(ui, theme, response, Color32::TRANSPARENT);
                let text = theme.muted.lerp_to_gamma(theme.ink, paint::hovered(ui, response));
                (fill, Stroke::NONE, self.colour.unwrap_or(text))
            }
            Kind::Aside => {
                let text = theme.muted.lerp_to_gamma(theme.accent_text, paint::hovered(ui, response));
                (Color32::TRANSPARENT, Stroke::NONE, self.colour.unwrap_or(text))
            }
            Kind::Act | Kind::Link => (Color32::TRANSPARENT, Stroke::NONE, self.colour.unwrap_or(theme.accent_text)),
        }
    }
}

struct Measures {
    height: f32,
    pad: f32,
    radius: f32,
    icon: f32,
    font: FontId,
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (measures, gap) = (self.measures(), self.icon_gap());
        let room = ui.max_rect().width().max(self.min_width);
        let icon = self.icon.map(|icon| paint::line_of(ui, icon, icon_font(measures.icon), f32::INFINITY));
        let keys = self.shortcut.map(|keys| paint::line_of(ui, keys, self.theme.small.clone(), f32::INFINITY));
        let icon_width = icon.as_ref().map_or(0.0, |icon| icon.size().x + gap);
        let keys_width = keys.as_ref().map_or(0.0, |keys| keys.size().x + 2.0 * KEY_PAD + KEY_GAP);
        let around = icon_width + keys_width + 2.0 * measures.pad;
        let words = paint::line_of(ui, self.text, measures.font.clone(), (room - around).max(measures.height));

        let size = vec2((around + words.size().x).max(self.min_width), measures.height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(role(self.kind), ui.is_enabled(), self.text));
        if ui.is_rect_visible(rect) {
            let (fill, border, text) = self.colours(ui, &response);
            ui.painter().rect(rect, measures.radius, fill, border, StrokeKind::Inside);
            let mut x = rect.center().x - (icon_width + words.size().x + keys_width) / 2.0;
            if let Some(icon) = icon {
                x = paint::galley_at(ui, &icon, x, rect, text) + gap;
            }
            x = paint::galley_at(ui, &words, x, rect, text);
            if matches!(self.kind, Kind::Act | Kind::Link | Kind::Aside) && response.hovered() {
                let line = Rect::from_center_size(rect.center(), words.size());
                ui.painter().hline(line.x_range(), line.bottom(), Stroke::new(1.0, text));
            }
            if let Some(keys) = keys {
                key_frame(ui, &keys, x + KEY_GAP, rect, text);
            }
            paint::focus_ring(ui, self.theme, &response, rect, measures.radius);
        }
        paint::hand(response)
    }
}

fn role(kind: Kind) -> Role {
    match kind {
        Kind::Primary => Role::DefaultButton,
        Kind::Link => Role::Link,
        Kind::Filled | Kind::Pill | Kind::Small | Kind::Quiet | Kind::Act | Kind::Aside => Role::Button,
    }
}

fn key_frame(ui: &Ui, keys: &std::sync::Arc<eframe::egui::Galley>, x: f32, row: Rect, text: Color32) {
    let size = vec2(keys.size().x + 2.0 * KEY_PAD, KEY_HEIGHT);
    let frame = Rect::from_min_size(row.left_center(), size).translate(vec2(x - row.left(), -size.y / 2.0));
    let quiet = text.gamma_multiply(0.8);
    ui.painter().rect_stroke(frame, 5.0, Stroke::new(1.0, text.gamma_multiply(0.5)), StrokeKind::Inside);
    paint::galley_centred(ui, keys, frame, quiet);
}

/// A shortcut in a small frame, as buttons show it.
pub fn key_cap(ui: &mut Ui, theme: &Theme, keys: &str) -> Response {
    let words = paint::line_of(ui, keys, theme.small.clone(), f32::INFINITY);
    let size: Vec2 = vec2(words.size().x + 2.0 * KEY_PAD, KEY_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    key_frame(ui, &words, rect.left(), rect, theme.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    response
}

/// [`Button::primary`], shown.
pub fn primary_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::primary(theme, text))
}

/// [`Button::pill`], shown.
pub fn pill_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::pill(theme, text))
}

/// [`Button::small`], shown.
pub fn small_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::small(theme, text))
}

/// [`Button::quiet`], shown.
pub fn quiet_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::quiet(theme, text))
}

/// [`Button::link`], shown.
pub fn link_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.add(Button::link(theme, text))
}
