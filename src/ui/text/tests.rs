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
    assert_eq!([shown(999), shown(50_000)], ["999 min", "50\u{202f}000 min"]);
}
