//! A drawing as a PNG picture, its words in the bundled fonts.

use resvg::{tiny_skia, usvg};

/// Largest side of a picture, in pixels.
const MOST_PIXELS: f32 = 8192.0;

/// Why no picture was made.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    #[error("the drawing cannot be read: {0}")]
    Drawing(#[from] usvg::Error),
    #[error("a picture of this size cannot be made")]
    Size,
    #[error("the picture cannot be written: {0}")]
    Writing(String),
}

/// The picture of an SVG drawing, `scale` pixels to a unit.
///
/// # Errors
/// When the drawing cannot be read, or the picture would have no pixels or more than 8192 on a side.
pub fn of(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if !(width >= 1.0 && height >= 1.0 && width <= MOST_PIXELS && height <= MOST_PIXELS) {
        return Err(PngError::Size);
    }
    let mut pixels = tiny_skia::Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or(PngError::Size)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Writing(error.to_string()))
}

/// A drawing as it is understood, its words laid out.
pub(super) fn tree(svg: &str) -> Result<usvg::Tree, PngError> {
    Ok(usvg::Tree::from_str(svg, &options())?)
}

/// Only the bundled fonts: a picture looks the same on every computer.
fn options() -> usvg::Options<'static> {
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-SemiBold.ttf").to_vec());
    fonts.set_sans_serif_family(FAMILY);
    options
}

const FAMILY: &str = "Inter";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_found_under_the_names_the_drawing_uses() {
        let mut options = options();
        let faces = options.fontdb_mut().faces();
        let mut weights: Vec<(String, u16)> = faces.map(|face| (face.families[0].0.clone(), face.weight.0)).collect();
        weights.sort();
        assert_eq!(weights, [("Inter".to_owned(), 400), ("Inter SemiBold".to_owned(), 600)]);
    }
}
