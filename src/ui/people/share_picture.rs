//! The card as a picture: drawn small for the eye here, and whole where it leaves.

use eframe::egui::{self, Context, Role, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo, vec2};

use crate::exchange::png::{self, Pixels};
use crate::exchange::share::Told;
use crate::exchange::share::card::{self, Size};
use crate::ui::cx::Cx;
use crate::ui::share_words;
use crate::ui::theme::{CARD, Theme, system_letters};
use crate::ui::widgets;

/// Widest and highest the picture is shown, in points, and how many pixels to a point.
const WIDEST: f32 = 520.0;
const HIGHEST: f32 = 400.0;
const PIXELS: f32 = 2.0;

/// The shape and the colours that are chosen, and the picture of them.
#[derive(Default)]
pub(super) struct Picture {
    pub(super) size: Size,
    pub(super) shade: Shade,
    shown: Option<Shown>,
}

/// The colours of the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shade {
    #[default]
    Light,
    Dark,
}

/// A drawing and its picture, or why there is none.
struct Shown {
    svg: String,
    picture: Result<TextureHandle, String>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Picture").field("size", &self.size).field("shade", &self.shade).finish_non_exhaustive()
    }
}

impl Picture {
    /// The drawing of a card.
    pub(super) fn svg(&self, told: &Told) -> String {
        let theme = match self.shade {
            Shade::Light => Theme::light(),
            Shade::Dark => Theme::dark(),
        };
        card::svg(told, &share_words::look(&theme), self.size)
    }

    /// Shows what to choose.
    pub(super) fn choice(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let sizes = [(Size::Wide, "people-share-wide"), (Size::Square, "people-share-square")];
        let shades = [(Shade::Light, "people-share-light"), (Shade::Dark, "people-share-dark")];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let sizes = sizes.map(|(size, id)| (size, cx.text.get(id)));
            widgets::segmented(ui, cx.theme, &cx.text.get("people-share-size"), &mut self.size, &sizes);
            let shades = shades.map(|(shade, id)| (shade, cx.text.get(id)));
            widgets::segmented(ui, cx.theme, &cx.text.get("people-share-shade"), &mut self.shade, &shades);
        });
    }

    /// Shows the card as it leaves.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, told: &Told) {
        let svg = self.svg(told);
        let shown = self.shown.take().filter(|shown| shown.svg == svg);
        let shown = shown.unwrap_or_else(|| Shown { picture: drawn(ui.ctx(), &svg, self.size), svg });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &cx.text.get("people-share-words"), &cx.theme.label, cx.theme.muted);
            match &shown.picture {
                Ok(texture) => picture_ui(ui, cx, texture, self.size),
                Err(error) => {
                    let words = cx.text.with("people-share-no-picture", &[("error", error.as_str().into())]);
                    widgets::words(ui, &words, &cx.theme.body, cx.theme.problem);
                }
            }
        });
        self.shown = Some(shown);
    }
}

fn drawn(ctx: &Context, svg: &str, size: Size) -> Result<TextureHandle, String> {
    let (width, _) = size.pixels();
    let scale = (WIDEST * PIXELS / width as f32).min(1.0);
    let Pixels { size, bytes } = png::pixels(svg, scale, system_letters).map_err(|error| error.to_string())?;
    let image = egui::ColorImage::from_rgba_premultiplied(size, &bytes);
    Ok(ctx.load_texture("shared card", image, TextureOptions::LINEAR))
}

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, texture: &TextureHandle, size: Size) {
    let (width, height) = size.pixels();
    let shown = WIDEST.min(ui.available_width()).min(HIGHEST * width as f32 / height as f32);
    let size = vec2(shown, shown * height as f32 / width as f32);
    let (rect, response) = ui.allocate_exact_size(size, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, cx.text.get("people-share-picture")));
    egui::Image::new(texture).corner_radius(CARD / 2).paint_at(ui, rect);
    let edge = if widgets::shows_focus(&response) { cx.theme.focus_ring() } else { cx.theme.border() };
    ui.painter().rect_stroke(rect, CARD / 2, edge, egui::StrokeKind::Inside);
}
