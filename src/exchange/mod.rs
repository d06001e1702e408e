//! Files that leave the app: charts and their tables, the spring as a drawing and as a picture. Pure, apart from the
//! bundled fonts.

pub mod chart;
pub mod chart_file;
pub mod chart_svg;
pub mod csv;
pub mod end_name;
pub mod event_names;
pub mod export;
pub mod png;
pub mod review_html;
pub mod review_markdown;
pub mod review_page;
pub mod share;
pub mod spring_svg;
mod svg;
pub mod table;
