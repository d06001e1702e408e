//! Reads the source and holds it to the invariants of ARCHITECTURE.md that a compiler does not see.

use std::path::{Path, PathBuf};

/// Longest source file, without its tests; see CONTRIBUTING.md.
const MAX_LINES: usize = 400;

/// One source file without its test module, comment lines blanked.
struct Source {
    path: String,
    lines: Vec<String>,
}

impl Source {
    /// The code lines with a number, and what they say.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines.iter().enumerate().map(|(index, line)| (index + 1, line.as_str()))
    }
}

fn package_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// All sources under `folder` of the package, without test modules and comments, sorted by path.
fn sources(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    rust_files(&package_folder().join(folder), &mut files);
    files.sort();
    files.iter().filter(|path| !is_test_file(path)).map(|path| read_source(path)).collect()
}

fn is_test_file(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    ["tests", "testing"].contains(&name.as_ref())
        || name.ends_with("_tests")
        || path.components().any(|part| part.as_os_str() == "tests")
}

fn starts_tests(line: &str) -> bool {
    line == "#[cfg(test)]" || line.starts_with("#[cfg(all(test")
}

fn read_source(path: &Path) -> Source {
    let text = std::fs::read_to_string(path).expect("a readable source");
    let lines = text
        .lines()
        .take_while(|line| !starts_tests(line.trim()))
        .map(|line| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() })
        .collect();
    let path = path.strip_prefix(package_folder()).expect("inside the package");
    Source { path: path.to_string_lossy().replace('\\', "/"), lines }
}

/// Fails with every place in `sources` where a code line holds one of `words`, but for the paths that start with one of `except`.
#[track_caller]
fn check_absent(sources: &[Source], words: &[&str], except: &[&str], rule: &str) {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !except.iter().any(|path| source.path.starts_with(path))) {
        for (number, line) in source.code() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

#[test]
fn the_domain_imports_nothing_from_outside() {
    let allowed = ["std", "core", "chrono", "fastrand", "serde", "uuid", "thiserror", "self", "super", "crate"];
    let mut found = Vec::new();
    for source in sources("src/domain") {
        let own: Vec<&str> = source
            .code()
            .filter_map(|(_, line)| line.trim_start().trim_start_matches("pub ").strip_prefix("mod "))
            .map(|rest| rest.trim_end_matches(';'))
            .collect();
        for (number, line) in source.code() {
            let code = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
            let Some(path) = code.trim_start_matches("pub ").strip_prefix("use ") else {
                continue;
            };
            let root = path.split([':', ';', ' ', '{']).next().unwrap_or_default();
            let foreign = path.starts_with("crate::") && !path.starts_with("crate::domain");
            if foreign || !(allowed.contains(&root) || own.contains(&root) || starts_upper(root)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(
        found.is_empty(),
        "the domain uses only std, chrono, serde, uuid, thiserror, seeded fastrand and itself\n{}",
        found.join("\n")
    );
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[test]
fn the_domain_knows_no_files_clock_environment_or_log() {
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
        "std::process",
        "std::io",
        "Utc::now",
        "Local::now",
        "Instant",
        "SystemTime",
        "chrono::Local",
        "log::",
        "println!",
        "eprintln!",
        "dbg!",
        "egui",
        "crate::app",
        "crate::ui",
        "crate::store",
        "crate::platform",
        "crate::exchange",
        "Rng::new()",
    ];
    check_absent(&sources("src/domain"), &words, &[], "the domain is pure");
}

#[test]
fn only_the_domain_changes_the_model() {
    let rule = "the model changes only in `domain::apply`, which `app` calls";
    check_absent(&sources("src"), &["&mut Model"], &["src/domain/", "src/app/"], rule);
}

#[test]
fn only_the_clock_file_reads_a_clock() {
    let words = ["Utc::now(", "Local::now(", "Instant::now(", "SystemTime::now(", "Uuid::now_v7(", "Uuid::new_v4("];
    check_absent(&sources("src"), &words, &["src/platform/clock.rs"], "only platform/clock.rs reads a clock");
}

#[test]
fn only_time_rs_turns_an_instant_into_a_day() {
    let words = [".date_naive()", ".naive_local()"];
    check_absent(
        &sources("src"),
        &words,
        &["src/domain/time"],
        "one function turns an instant into a day: domain/time.rs",
    );
}

#[test]
fn only_the_store_writes_files() {
    let words = [
        "fs::write(",
        "File::create",
        "OpenOptions",
        "File::options",
        "fs::rename(",
        "fs::copy(",
        "fs::remove_file(",
        "set_len(",
    ];
    check_absent(&sources("src"), &words, &["src/store/"], "files are written, renamed and removed by `store` only");
}

#[test]
fn only_the_theme_names_a_colour_a_size_or_a_font() {
    let words = [
        "Color32::from_",
        "Color32::RED",
        "Color32::WHITE",
        "Color32::BLACK",
        "Color32::GRAY",
        "FontId::new(",
        "FontId::proportional(",
        "FontId::monospace(",
        "Hsva",
        "RichText::size",
    ];
    check_absent(&sources("src/ui"), &words, &["src/ui/theme"], "colours, sizes and fonts have a name in ui/theme.rs");
    check_absent(&sources("src/app"), &words, &[], "colours, sizes and fonts have a name in ui/theme.rs");
}

#[test]
fn every_word_on_screen_comes_from_the_text_files() {
    let calls = [
        "label(\"",
        "button(\"",
        "heading(\"",
        "hover_text(\"",
        "RichText::new(\"",
        "small(\"",
        "strong(\"",
        "checkbox(\"",
        "hint_text(\"",
        "selectable_label(\"",
        "hyperlink_to(\"",
    ];
    let mut found = Vec::new();
    for source in sources("src/ui").into_iter().chain(sources("src/app")) {
        for (number, line) in source.code() {
            if calls.iter().any(|call| words_follow(line, call)) {
                found.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "texts go through ui/text.rs and assets/i18n\n{}", found.join("\n"));
}

/// True where `call` in `line` is followed by a literal with a letter outside of `{…}`.
fn words_follow(line: &str, call: &str) -> bool {
    line.split(call).skip(1).any(|rest| {
        let mut depth = 0;
        rest.split('"').next().unwrap_or_default().chars().any(|sign| {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && sign.is_alphabetic()
        })
    })
}

#[test]
fn files_stay_under_400_lines_before_their_tests() {
    let long: Vec<String> = sources("src")
        .iter()
        .filter(|source| source.lines.len() > MAX_LINES)
        .map(|source| format!("{}: {} lines", source.path, source.lines.len()))
        .collect();
    assert!(long.is_empty(), "longer than {MAX_LINES} lines\n{}", long.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        rust_files(&package_folder().join(folder), &mut files);
    }
    let silent: Vec<String> = files
        .iter()
        .filter(|path| path.file_name().is_some_and(|name| !name.to_string_lossy().ends_with("tests.rs")))
        .filter(|path| !std::fs::read_to_string(path).expect("a readable source").starts_with("//!"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no //! line at the top\n{}", silent.join("\n"));
}

#[test]
fn the_dispatcher_names_every_action() {
    let dispatcher: Vec<Source> = sources("src/domain")
        .into_iter()
        .filter(|source| ["src/domain/action.rs", "src/domain/mod.rs"].contains(&source.path.as_str()))
        .collect();
    check_absent(&dispatcher, &["_ =>"], &[], "a new action must not compile until someone decides what it does");
}

#[test]
fn nothing_outside_tests_can_panic_on_purpose() {
    let words = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "#[allow(", "#![allow("];
    check_absent(
        &sources("src"),
        &words,
        &[],
        "errors are passed on or shown, and a lint is expected with a reason, not allowed",
    );
}

#[test]
fn every_test_named_in_architecture_md_exists() {
    let page = std::fs::read_to_string(package_folder().join("ARCHITECTURE.md")).expect("the page");
    let mut files = Vec::new();
    rust_files(&package_folder().join("tests"), &mut files);
    let tests: String = files.iter().map(|path| std::fs::read_to_string(path).expect("a readable source")).collect();
    let named = page.split('`').skip(1).step_by(2).filter(|word| word.matches('_').count() > 2 && !word.contains('/'));
    let missing: Vec<&str> = named.filter(|name| !tests.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "no such tests: {missing:?}");
}
