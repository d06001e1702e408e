//! A chart as a file: a picture, a drawing, or its figures.

use super::chart::{Chart, Names, slug};
use super::chart_svg::{self, Palette};
use super::csv;
use super::png::{self, PngError};

/// Pixels of a picture to a unit of the drawing: 1920 wide.
const SCALE: f32 = 2.0;

/// The form a chart is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    Png,
    Svg,
    Csv,
}

impl FileKind {
    /// Every form, as charts offer them.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];

    /// How its file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }

    /// What it is called; the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
        }
    }

    /// The name of a chart's file: "mainspring-minutes-a-day-2026-11.png"; only letters a–z, digits and dashes.
    pub fn file_name(self, names: &Names) -> String {
        format!("mainspring-{}.{}", slug(&names.file), self.ending())
    }
}

/// The file's contents.
///
/// # Errors
/// When the picture cannot be made; see [`png::of`].
pub fn of(chart: &Chart, kind: FileKind, palette: &Palette) -> Result<Vec<u8>, PngError> {
    match kind {
        FileKind::Png => png::of(&chart_svg::svg(chart, palette), SCALE),
        FileKind::Svg => Ok(chart_svg::svg(chart, palette).into_bytes()),
        FileKind::Csv => Ok(csv::of(&chart.table).into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_file(file: &str, expected: &str) {
        assert_eq!(FileKind::Png.file_name(&Names { file: file.to_owned(), ..Names::default() }), expected);
    }

    #[test]
    fn files_are_named_after_the_chart_with_plain_letters() {
        check_file("Minutes a day 2026-11", "mainspring-minutes-a-day-2026-11.png");
        check_file("../Wörter, /etc", "mainspring-w-rter-etc.png");
        check_file("…", "mainspring-chart.png");
    }
}
