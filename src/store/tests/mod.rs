//! Tests of the store: the format, the recipe of saving with faults in it, backups, locks and the writer.

mod backing_up;
mod fault_fs;
mod faults;
mod files;
mod flow;
mod looked_back;
mod mutations;
mod people;
mod reading;
mod rewarded;
mod round_trip;
mod rules;
mod samples;
mod worked;
mod writing;
