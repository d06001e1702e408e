//! A drawing as a PNG picture, its words in the bundled fonts.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};
use usvg::fontdb;

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

/// The file of a font with letters that the bundled ones lack.
pub type MoreLetters = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Where such fonts are found.
pub type FindLetters = fn(char) -> Option<MoreLetters>;

/// The picture of an SVG drawing, `scale` pixels to a unit, in the bundled fonts alone.
///
/// # Errors
/// When the drawing cannot be read, or the picture would have no pixels or more than 8192 on a side.
pub fn of(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    of_with(svg, scale, |_| None)
}

/// The same, with the letters that the bundled fonts lack from elsewhere: titles in other scripts.
///
/// # Errors
/// As [`of`].
pub fn of_with(svg: &str, scale: f32, more: FindLetters) -> Result<Vec<u8>, PngError> {
    pixmap(svg, scale, more)?.encode_png().map_err(|error| PngError::Writing(error.to_string()))
}

/// The pixels of a picture: width, height, and four bytes each, red, green, blue and the share, premultiplied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    pub size: [usize; 2],
    pub bytes: Vec<u8>,
}

/// The pixels of an SVG drawing, `scale` of them to a unit; see [`of_with`].
///
/// # Errors
/// As [`of`].
pub fn pixels(svg: &str, scale: f32, more: FindLetters) -> Result<Pixels, PngError> {
    let pixmap = pixmap(svg, scale, more)?;
    Ok(Pixels { size: [pixmap.width() as usize, pixmap.height() as usize], bytes: pixmap.take() })
}

fn pixmap(svg: &str, scale: f32, more: FindLetters) -> Result<tiny_skia::Pixmap, PngError> {
    let tree = usvg::Tree::from_str(svg, &options(more))?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if !(width >= 1.0 && height >= 1.0 && width <= MOST_PIXELS && height <= MOST_PIXELS) {
        return Err(PngError::Size);
    }
    let mut pixels = tiny_skia::Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or(PngError::Size)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// A drawing as it is understood, its words laid out.
#[cfg(test)]
pub(super) fn tree(svg: &str) -> Result<usvg::Tree, PngError> {
    Ok(usvg::Tree::from_str(svg, &options(|_| None))?)
}

/// The bundled fonts first: what they hold looks the same on every computer.
fn options(more: FindLetters) -> usvg::Options<'static> {
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    options.font_resolver.select_fallback = fallback(more);
    let fonts = options.fontdb_mut();
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/Inter-SemiBold.ttf").to_vec());
    fonts.set_sans_serif_family(FAMILY);
    options
}

const FAMILY: &str = "Inter";

/// A font for a letter: one that is loaded, the bundled signs, then one from elsewhere.
fn fallback(more: FindLetters) -> usvg::FallbackSelectionFn<'static> {
    let among_loaded = usvg::FontResolver::default_fallback_selector();
    Box::new(move |letter, tried, fonts| {
        let sources: [&dyn Fn() -> Option<MoreLetters>; 3] =
            [&|| None, &|| Some(Arc::new(epaint_default_fonts::NOTO_EMOJI_REGULAR)), &|| more(letter)];
        sources.iter().find_map(|source| {
            if let Some(file) = source() {
                Arc::make_mut(fonts).load_font_source(fontdb::Source::Binary(file));
            }
            among_loaded(letter, tried, fonts)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_found_under_the_names_the_drawing_uses() {
        let mut options = options(|_| None);
        let faces = options.fontdb_mut().faces();
        let mut weights: Vec<(String, u16)> = faces.map(|face| (face.families[0].0.clone(), face.weight.0)).collect();
        weights.sort();
        assert_eq!(weights, [("Inter".to_owned(), 400), ("Inter SemiBold".to_owned(), 600)]);
    }

    #[track_caller]
    fn picture_of(words: &str, more: FindLetters) -> Vec<u8> {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text x="4" y="28" font-size="20">{words}</text></svg>"#
        );
        of_with(&svg, 1.0, more).unwrap()
    }

    #[test]
    fn signs_that_inter_lacks_come_from_the_bundled_ones_and_letters_from_elsewhere() {
        let nowhere: FindLetters = |_| None;
        assert_ne!(picture_of("🎉", nowhere), picture_of("🎈", nowhere), "each its own, no empty box");
        let found: FindLetters = |letter| {
            assert_eq!(letter, 'א');
            Some(Arc::new(include_bytes!("../../assets/fonts/Phosphor.ttf")))
        };
        // That font does not have it either: what is drawn stays as it was.
        assert_eq!(picture_of("א", found), picture_of("א", nowhere));
    }
}
