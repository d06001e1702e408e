//! Writes a data file with years of made-up sessions, for measuring.
//!
//! `cargo run --release --example make_data -- --years 20 FILE`. The records end yesterday; an existing file is refused.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser;
use mainspring::domain::demo::{SESSIONS_A_YEAR, demo, demo_sized};
use mainspring::store::write::to_text;

/// The same records on every run.
const SEED: u64 = 7;

/// Writes a data file with made-up sessions.
#[derive(Parser)]
struct Arguments {
    /// How many years the sessions go back.
    #[arg(long, default_value_t = 1)]
    years: usize,
    /// The file to write; it must not exist yet.
    file: PathBuf,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let yesterday = chrono::Utc::now().date_naive() - chrono::Days::new(1);
    let model = match arguments.years {
        0 | 1 => demo(yesterday, SEED),
        years => demo_sized(years * SESSIONS_A_YEAR, yesterday, SEED),
    };
    File::create_new(&arguments.file)?.write_all(to_text(&model)?.as_bytes())?;
    println!("{} sessions in {}", model.sessions.len(), arguments.file.display());
    Ok(())
}
