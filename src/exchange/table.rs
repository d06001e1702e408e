//! A table of figures: typed cells, which the screen shows in words and a file keeps as they are.

use chrono::NaiveDate;

/// Figures in rows and columns; the first column says what a row is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    headings: Vec<String>,
    /// Row after row, each as long as the headings.
    cells: Vec<Cell>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Day(NaiveDate),
    /// The first day of a week, a month or another stretch.
    From(NaiveDate),
    Minutes(f64),
    /// A number, and how many decimals it has at most.
    Number(f64, usize),
    /// A share of one.
    Share(f64),
    Text(String),
}

impl Table {
    /// A table without rows.
    pub fn new(headings: impl IntoIterator<Item = String>) -> Self {
        Self { headings: headings.into_iter().collect(), cells: Vec::new() }
    }

    /// Adds a row; what is missing is empty, what is too much is left out.
    pub fn push(&mut self, row: impl IntoIterator<Item = Cell>) {
        let columns = self.headings.len();
        let end = self.cells.len() + columns;
        self.cells.extend(row.into_iter().take(columns));
        self.cells.resize(end, Cell::Empty);
    }

    /// The same with these rows.
    #[must_use]
    pub fn with<Row: IntoIterator<Item = Cell>>(mut self, rows: impl IntoIterator<Item = Row>) -> Self {
        for row in rows {
            self.push(row);
        }
        self
    }

    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Cell]> {
        self.cells.chunks_exact(self.headings.len().max(1))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows().len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// One cell; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        let columns = self.headings.len();
        self.cells.get(row * columns + column).filter(|_| column < columns).unwrap_or(&Cell::Empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_as_long_as_the_headings() {
        let mut table = Table::new(["Day", "Minutes"].map(str::to_owned));
        table.push([Cell::Text("a".to_owned())]);
        table.push([Cell::Text("b".to_owned()), Cell::Minutes(5.0), Cell::Minutes(7.0)]);
        let rows: Vec<&[Cell]> = table.rows().collect();
        assert_eq!(rows[0], [Cell::Text("a".to_owned()), Cell::Empty]);
        assert_eq!(rows[1], [Cell::Text("b".to_owned()), Cell::Minutes(5.0)]);
        assert_eq!((table.len(), table.cell(1, 1), table.cell(1, 2)), (2, &Cell::Minutes(5.0), &Cell::Empty));
    }

    #[test]
    fn a_table_of_nothing_has_no_row() {
        assert_eq!((Table::default().len(), Table::default().is_empty()), (0, true));
    }
}
