//! Tests of the store: the format, the recipe of saving with faults in it, backups, locks and the writer.

mod flow;
mod samples;
