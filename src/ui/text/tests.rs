use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::{ENGLISH, Text};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The ids written as literals after `opening` in a source text.
fn literals<'a>(source: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    source.split(opening).skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix('"')?;
        rest.split_once('"').map(|(id, _)| id)
    })
}

fn ids_of(source: &str) -> Vec<&str> {
    let starts = |line: &&str| line.starts_with(|first: char| first.is_ascii_alphabetic());
    source.lines().filter(starts).filter_map(|line| line.split_once(" =").map(|(id, _)| id)).collect()
}

#[test]
fn every_id_named_in_the_code_has_a_text() {
    let text = Text::english();
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut missing = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
        let source = std::fs::read_to_string(file).unwrap();
        let shown = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for opening in ["text.get(", "text.with(", "text().get(", "text().with("] {
            let named = literals(shown, opening).filter(|id| !text.has(id));
            missing.extend(named.map(|id| format!("{}: {id}", file.display())));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The source of the app without its tests.
fn shown_source() -> String {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let is_shown = |file: &&PathBuf| !file.ends_with("tests.rs") && !file.iter().any(|part| part == "tests");
    let sources = files.iter().filter(is_shown).map(|file| std::fs::read_to_string(file).unwrap());
    sources.map(|source| source.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned()).collect()
}

/// Whether an id is put together where it is used, from a part that stands in the source: months and weekdays by
/// number, the help of an argument by its name, the hint of a command or of a goal's field, both halves of a notice, what
/// goes with a step or a stage of the programme, with a rung or a badge.
fn is_put_together(id: &str, source: &str) -> bool {
    let is_numbered = ["weekday-", "weekday-short-", "month-", "month-short-"]
        .iter()
        .any(|stem| id.strip_prefix(stem).is_some_and(|number| number.parse::<u8>().is_ok()));
    let has_stem = |start: &str, end: &str| {
        let stem = id.strip_suffix(end).filter(|stem| stem.starts_with(start));
        stem.is_some_and(|stem| source.contains(&format!("\"{stem}\"")))
    };
    let ends = [
        ("command-", "-hint"),
        ("toast-keep", "-hint"),
        ("goal-", "-hint"),
        ("notice-", "-title"),
        ("notice-", "-body"),
        ("programme-", "-how"),
        ("programme-", "-way"),
        ("programme-", "-lead"),
        ("rewards-", "-short"),
        ("rewards-", "-rule"),
    ];
    is_numbered || id.starts_with("cli-help-") || ends.iter().any(|(start, end)| has_stem(start, end))
}

#[test]
fn every_text_is_used() {
    let source = shown_source();
    let is_named = |id: &str| {
        // A bare word stands in the source for other things too: only where it is asked for it is an id.
        let openings: &[&str] = if id.contains('-') { &[""] } else { &["get(", "with("] };
        openings.iter().any(|opening| source.contains(&format!("{opening}\"{id}\"")))
    };
    let ids = ENGLISH.iter().flat_map(|(_, texts)| ids_of(texts));
    let unused: Vec<&str> = ids.filter(|id| !is_named(id) && !is_put_together(id, &source)).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

#[test]
fn every_file_can_be_read_and_no_id_is_written_twice() {
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, source) in ENGLISH {
        let read = FluentResource::try_new(source.to_owned());
        assert!(read.is_ok(), "{file}: {:?}", read.err().map(|(_, errors)| errors));
        for id in ids_of(source) {
            let before = homes.insert(id, file);
            assert_eq!(before, None, "{id} in {file}");
        }
    }
}

#[test]
fn the_ids_of_a_screen_start_with_its_name() {
    // Neither is a screen: words used everywhere, and those of the app around the screens.
    for (file, source) in ENGLISH.into_iter().filter(|(file, _)| !["common", "app"].contains(file)) {
        let strangers: Vec<_> = ids_of(source).into_iter().filter(|id| !id.starts_with(file)).collect();
        // Commands are named by their own words: "command-undo".
        let strangers: Vec<_> = strangers.into_iter().filter(|id| !id.starts_with("command-")).collect();
        assert_eq!(strangers, Vec::<&str>::new(), "{file}");
    }
}

#[test]
fn texts_hold_no_exclamation_mark() {
    for (file, source) in ENGLISH {
        assert!(!source.contains('!'), "{file}");
    }
}

#[test]
fn values_are_put_in_without_invisible_marks() {
    let text = Text::english();
    let shown = text.with("duration-hours-minutes", &[("hours", 12.into()), ("minutes", 40.into())]);
    assert_eq!(shown, "12 h 40 min");
}

#[test]
fn a_missing_id_shows_itself() {
    let text = Text::english();
    let id = String::from("nowhere-to-be-found");
    assert_eq!(text.get(&id), "nowhere-to-be-found");
    assert!(!text.has(&id));
}

#[test]
fn numbers_in_texts_have_their_thousands_set_apart() {
    let text = Text::english();
    let shown = |minutes: i32| text.with("duration-minutes", &[("minutes", minutes.into())]);
    assert_eq!([shown(999), shown(50_000)], ["999 min", "50\u{a0}000 min"]);
}
