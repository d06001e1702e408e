use super::{Accent, Mode, Motion, Theme, palette};
use eframe::egui::Color32;

/// Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour: Color32| {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[track_caller]
fn check_readable(what: &str, text: Color32, fill: Color32) {
    let ratio = contrast(text, fill);
    assert!(ratio >= 4.5, "{what}: {ratio:.2}");
}

fn looks() -> impl Iterator<Item = (Accent, Theme)> {
    [Mode::Light, Mode::Dark]
        .into_iter()
        .flat_map(|mode| Accent::ALL.map(|accent| (accent, Theme::new(mode, accent, Motion::Full))))
}

#[test]
fn the_contrast_formula_gives_the_published_extremes() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    assert!((contrast(Color32::WHITE, Color32::WHITE) - 1.0).abs() < 0.01);
    // #767676 on white is the well-known lightest grey that passes.
    assert!((contrast(Color32::from_gray(0x76), Color32::WHITE) - 4.54).abs() < 0.01);
}

#[test]
fn both_colour_files_can_be_read() {
    for mode in [Mode::Light, Mode::Dark] {
        let read = palette::read(mode);
        assert!(read.is_ok(), "{mode:?}: {:?}", read.err());
    }
}

#[test]
fn all_text_can_be_read_on_what_it_stands_on() {
    for (accent, theme) in looks() {
        let name = |what: &str| format!("{:?} {accent:?} {what}", theme.mode);
        let grounds = [("window", theme.background), ("card", theme.surface), ("hover", theme.hover)];
        let grounds = grounds.into_iter().chain([("track", theme.track), ("accent", theme.accent_fill)]);
        for (ground, fill) in grounds {
            check_readable(&name(&format!("ink on {ground}")), theme.ink, fill);
            check_readable(&name(&format!("muted on {ground}")), theme.muted, fill);
            if ground != "track" {
                check_readable(&name(&format!("accent on {ground}")), theme.accent_text, fill);
            }
        }
        check_readable(&name("primary"), theme.primary_text, theme.primary_fill);
        check_readable(&name("ruby on window"), theme.ruby_text, theme.background);
        check_readable(&name("ruby on card"), theme.ruby_text, theme.surface);
        check_readable(&name("problem on banner"), theme.problem, theme.problem_fill);
        check_readable(&name("problem on window"), theme.problem, theme.background);
        check_readable(&name("problem on card"), theme.problem, theme.surface);
        check_readable(&name("ink on problem banner"), theme.ink, theme.problem_fill);
    }
}

/// WCAG 2.2, 1.4.11: graphics that mean something.
#[test]
fn an_outline_can_be_told_from_what_it_stands_on_and_holds() {
    for (_, theme) in looks() {
        for ground in [theme.background, theme.surface, theme.track] {
            let ratio = contrast(theme.outline, ground);
            assert!(ratio >= 3.0, "{:?} {ground:?}: {ratio:.2}", theme.mode);
        }
    }
}

#[test]
fn the_tokens_are_those_of_the_drawings() {
    let light = Theme::light();
    assert_eq!(light.background, Color32::from_rgb(0xF7, 0xF4, 0xEE));
    assert_eq!(light.ink, Color32::from_rgb(0x23, 0x27, 0x2C));
    assert_eq!(light.accent_text, Color32::from_rgb(0x8F, 0x5E, 0x12));
    let dark = Theme::dark();
    assert_eq!(dark.background, Color32::from_rgb(0x15, 0x18, 0x1B));
    assert_eq!(dark.primary_fill, Color32::from_rgb(0xE3, 0xB4, 0x58));
    assert_eq!(dark.stage[3], Color32::from_rgb(0x7F, 0xB0, 0xC4));
}
