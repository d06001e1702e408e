//! Laws over all figures, and how often those that claim something are right.

mod calibration;
mod laws;
