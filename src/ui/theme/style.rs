//! What egui draws itself, in our colours: fields, popups, tooltips, scroll bars, sliders, selected text.

use std::collections::BTreeMap;

use eframe::egui;
use eframe::egui::style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, WidgetVisuals, Widgets};
use eframe::egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::{CARD, Mode, Motion, Theme};

/// Seconds a change of state takes when motion is not reduced.
const ANIMATION_SECS: f32 = 0.12;
/// Points added between lines of running text: 14-point Inter then sits on 20.
const LEADING: f32 = 3.0;

pub(super) fn of(theme: &Theme) -> Style {
    let mut style = Style {
        text_styles: text_styles(theme),
        visuals: visuals(theme),
        animation_time: match theme.motion {
            Motion::Full => ANIMATION_SECS,
            Motion::Reduced => 0.0,
        },
        explanation_tooltips: false,
        ..Style::default()
    };
    if theme.motion == Motion::Reduced {
        style.scroll_animation = ScrollAnimation::none();
    }
    space(&mut style.spacing);
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn text_styles(theme: &Theme) -> BTreeMap<TextStyle, egui::FontId> {
    [
        (TextStyle::Heading, theme.title.clone()),
        (TextStyle::Body, theme.body.clone()),
        (TextStyle::Button, theme.body.clone()),
        (TextStyle::Small, theme.small.clone()),
        (TextStyle::Monospace, egui::FontId::monospace(13.0)),
    ]
    .into()
}

fn space(spacing: &mut egui::style::Spacing) {
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.window_margin = Margin::same(24);
    spacing.menu_margin = Margin::same(8);
    spacing.button_padding = vec2(12.0, 8.0);
    spacing.interact_size = vec2(40.0, 36.0);
    spacing.indent = 16.0;
    spacing.slider_width = 200.0;
    spacing.slider_rail_height = 8.0;
    spacing.combo_width = 160.0;
    spacing.combo_height = 320.0;
    spacing.text_edit_width = 320.0;
    spacing.icon_width = 20.0;
    spacing.icon_width_inner = 12.0;
    spacing.icon_spacing = 8.0;
    spacing.tooltip_width = 320.0;
    spacing.extra_text_line_spacing = LEADING;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        handle_min_length: 32.0,
        foreground_color: false,
        dormant_handle_opacity: 0.5,
        dormant_background_opacity: 0.0,
        fade: ScrollFadeStyle { strength: 1.0, ..ScrollFadeStyle::default() },
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        ..ScrollStyle::floating()
    };
}

fn visuals(theme: &Theme) -> Visuals {
    let base = match theme.mode {
        Mode::Light => Visuals::light(),
        Mode::Dark => Visuals::dark(),
    };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(theme.muted),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.accent_fill, stroke: theme.focus_ring() },
        hyperlink_color: theme.accent_text,
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.background,
        text_edit_bg_color: Some(theme.surface),
        code_bg_color: theme.track,
        warn_fg_color: theme.problem,
        error_fg_color: theme.problem,
        window_corner_radius: CornerRadius::same(CARD),
        window_shadow: Shadow::NONE,
        window_fill: theme.surface,
        window_stroke: theme.border(),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(12),
        panel_fill: theme.background,
        popup_shadow: Shadow::NONE,
        striped: false,
        slider_trailing_fill: true,
        indent_has_left_vline: false,
        disabled_alpha: 0.5,
        ..base
    };
    visuals.text_cursor.stroke = Stroke::new(2.0, theme.accent_text);
    visuals.ime_composition.active_underline_stroke = Stroke::new(2.0, theme.accent_text);
    visuals.ime_composition.inactive_underline_stroke = Stroke::new(1.0, theme.muted);
    visuals
}

fn widgets(theme: &Theme) -> Widgets {
    let look = |fill: Color32, border: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: CornerRadius::same(8),
        fg_stroke: Stroke::new(1.5, text),
        expansion: 0.0,
    };
    let mut inactive = look(theme.surface, theme.border(), theme.ink);
    // The rail of a slider and the box of a check are drawn with this one.
    inactive.bg_fill = theme.track;
    let mut hovered = look(theme.hover, Stroke::new(1.0, theme.muted), theme.ink);
    hovered.bg_fill = theme.muted;
    Widgets {
        noninteractive: WidgetVisuals {
            fg_stroke: Stroke::new(1.0, theme.ink),
            ..look(theme.surface, theme.border(), theme.ink)
        },
        inactive,
        hovered,
        active: look(theme.accent_fill, theme.focus_ring(), theme.ink),
        open: look(theme.hover, Stroke::new(1.0, theme.muted), theme.ink),
    }
}
