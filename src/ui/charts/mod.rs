//! What all charts share: the card with picture, table, sentence and files, the painting of a
//! [`Chart`](crate::exchange::chart::Chart), marks for its axes, and rows of cards.

mod chart_card;
mod chart_view;
mod colours;
mod events;
mod layers;
mod legend;
mod plot;
mod scale;
mod table;
#[cfg(test)]
mod tests;
mod tiles;

pub use chart_card::{ChartCard, View};
pub use chart_view::Told;
pub use colours::{hex, palette};
pub use plot::dashed_box;
pub use scale::{day_marks, minute_marks};
pub use table::cell_words;
pub use tiles::{tiles, two_columns, two_columns_of};
