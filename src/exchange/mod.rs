//! Files that leave the app: the spring as a drawing and as a picture. Pure, apart from the bundled fonts.

pub mod png;
pub mod spring_svg;
