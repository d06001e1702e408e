//! Export: something that is to become a file where the user says.

use std::sync::Arc;

use super::chart::Chart;
use super::chart_file::{self, FileKind};
use super::chart_svg::Palette;
use super::png::{self, PngError};

/// What is to be saved; cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub enum Export {
    Chart(Arc<Chart>, FileKind),
    Document(Arc<Document>),
    /// A drawing that becomes a picture where it is written.
    Drawing(Arc<Drawing>),
}

/// A file whose contents are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What the file dialog names it.
    pub title: String,
    /// With its ending: "mainspring-review-2026-11.html".
    pub file_name: String,
    pub bytes: Vec<u8>,
}

/// A drawing to be saved as a PNG picture, one pixel to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What the file dialog names it.
    pub title: String,
    /// With its ending: "mainspring-2026-11-16.png".
    pub file_name: String,
    pub svg: String,
}

impl Export {
    /// What the file dialog names it.
    pub fn title(&self) -> &str {
        match self {
            Self::Chart(chart, _) => &chart.names.title,
            Self::Document(document) => &document.title,
            Self::Drawing(drawing) => &drawing.title,
        }
    }

    /// The name suggested for its file.
    pub fn file_name(&self) -> String {
        match self {
            Self::Chart(chart, kind) => kind.file_name(&chart.names),
            Self::Document(document) => document.file_name.clone(),
            Self::Drawing(drawing) => drawing.file_name.clone(),
        }
    }

    /// The contents of its file; a chart is drawn in the colours of `palette`.
    ///
    /// # Errors
    /// When the picture of a chart cannot be made; see [`chart_file::of`].
    pub fn bytes(&self, palette: &Palette) -> Result<Vec<u8>, PngError> {
        match self {
            Self::Chart(chart, kind) => chart_file::of(chart, *kind, palette),
            Self::Document(document) => Ok(document.bytes.clone()),
            Self::Drawing(drawing) => png::of(&drawing.svg, 1.0),
        }
    }
}
