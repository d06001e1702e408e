//! If-then plans: the sheets in which one is written, read back and used, and the parts that show one elsewhere.

mod form;
mod guided;
mod parts;
mod read_back;
mod sheet;
#[cfg(test)]
mod tests;
mod way;

pub use parts::{act_row, judge, remark, sentence_of};
pub use sheet::PlanSheet;
