//! How long the file takes with 1 000 to 100 000 sessions: load on the way to the window, save on the writer's thread.
//!
//! `cargo bench --bench file`.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use divan::Bencher;
use mainspring::domain::Model;
use mainspring::domain::demo::demo_sized;
use mainspring::store::read::{read, read_back};
use mainspring::store::write::to_text;
use mainspring::store::{DataFile, Fs, Opened, RealFs, Shrink, StorePaths, open};

/// Sessions in the file; from 5 000 on they lie in 20 years.
const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 100_000];
/// The last day of the records.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");

fn main() {
    divan::main();
}

fn model(sessions: usize) -> Model {
    demo_sized(sessions, TODAY, 7)
}

fn now() -> DateTime<Utc> {
    TODAY.and_hms_opt(20, 0, 0).expect("a time").and_utc()
}

/// From bytes to a checked model.
#[divan::bench(args = SIZES)]
fn load(bencher: Bencher<'_, '_>, sessions: usize) {
    let text = to_text(&model(sessions)).expect("text");
    bencher.bench_local(|| read(text.as_bytes()).expect("a model"));
}

/// From a model to the text of the file.
#[divan::bench(args = SIZES)]
fn write_as_text(bencher: Bencher<'_, '_>, sessions: usize) {
    let model = model(sessions);
    bencher.bench_local(|| to_text(&model).expect("text"));
}

/// The check of what was written.
#[divan::bench(args = SIZES)]
fn read_back_after_a_save(bencher: Bencher<'_, '_>, sessions: usize) {
    let text = to_text(&model(sessions)).expect("text");
    bencher.bench_local(|| read_back(text.as_bytes()).expect("the same records"));
}

/// A whole save: text, temporary file, read back and compared, renamed, everything synced to the disk.
#[divan::bench(args = SIZES)]
fn save(bencher: Bencher<'_, '_>, sessions: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let fs: Arc<dyn Fs> = Arc::new(RealFs);
    let paths = StorePaths::for_data(&*fs, &folder.path().join("bench.ron"), &folder.path().join("state"));
    let mut file = fresh(open(&fs, &paths, now()));
    let mut model = model(sessions);
    bencher.bench_local(|| {
        // Something has to change, or nothing is written.
        model.settings.session_minutes = model.settings.session_minutes % 60 + 1;
        file.save(&model, Shrink::Guard, now()).expect("saved")
    });
}

fn fresh(opened: Opened) -> DataFile {
    match opened {
        Opened::New(file) => file,
        _ => panic!("the folder was not empty"),
    }
}
