//! What all charts share: the frame of axes, the card around it with its sentence and table, and rows of cards.

mod chart_card;
mod plot;
mod scale;
mod table;
mod tiles;

pub use chart_card::{ChartCard, View};
pub use plot::{Axes, Mark, dashed_box, plot};
pub use scale::{day_marks, minute_marks};
pub use table::{Column, table};
pub use tiles::{tiles, two_columns};
