use super::*;
use crate::domain::demo;
use crate::domain::insight::Derived;
use crate::exchange::png;

fn palette() -> Palette {
    let [gold, copper, bronze, steel] = ["#d9a441", "#c4772f", "#8c4a2f", "#3f5e6b"].map(str::to_owned);
    Palette {
        background: "#f7f4ee".to_owned(),
        ink: "#23272c".to_owned(),
        muted: "#62666d".to_owned(),
        track: "#ece6da".to_owned(),
        ruby: "#b3243a".to_owned(),
        stage: [gold, copper, bronze, steel],
    }
}

fn card(coils: &Coils) -> Card<'_> {
    Card {
        coils,
        palette: palette(),
        title: "Write the book".to_owned(),
        total: "12 h 40".to_owned(),
        sessions: "61 sessions".to_owned(),
        dates: "28 October 2026 – 23 November 2026".to_owned(),
        sentence: "12 h 40 min in 61 sessions; next jewel at 15 h".to_owned(),
    }
}

fn coils_of(sessions: usize) -> Coils {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let model = demo::demo_sized(sessions, today, 7);
    Coils::clone(&Derived::of(&model, today).coils)
}

#[test]
fn the_same_card_gives_the_same_drawing_and_picture() {
    let coils = coils_of(60);
    let first = svg(&card(&coils));
    assert_eq!(first, svg(&card(&coils)));
    assert_eq!(png::of(&first, 0.5).unwrap(), png::of(&first, 0.5).unwrap());
}

#[test]
fn a_drawing_of_nothing_is_a_track_with_one_ring() {
    let drawn = svg(&card(&Coils::default()));
    assert_eq!(drawn.matches("<path").count(), 1);
    assert_eq!(drawn.matches("<circle").count(), 1);
}

#[test]
fn each_coil_is_one_stretch_of_its_tint() {
    let coils = coils_of(60);
    let drawn = svg(&card(&coils));
    // One more for the track.
    assert_eq!(drawn.matches('M').count(), coils.coils.len() + 1);
}

#[test]
fn words_are_escaped() {
    let coils = Coils::default();
    let drawn = svg(&Card { title: "Cut & <paste> \u{1}".to_owned(), ..card(&coils) });
    assert!(drawn.contains("<title>Cut &amp; &lt;paste&gt;  </title>"));
}

#[test]
fn a_long_title_goes_on_two_lines() {
    let (lines, size) = title_lines("Write the book that I have carried with me since the summer on the island");
    assert_eq!(lines, ["Write the book that I have carried with", "me since the summer on the island"]);
    assert!((34.0 - size).abs() < 0.01, "{size}");
    assert_eq!(title_lines("Write the book"), (vec!["Write the book".to_owned()], 56.0));
}

#[test]
fn twenty_years_are_drawn_in_under_half_a_megabyte() {
    let coils = coils_of(50_000);
    let drawn = svg(&card(&coils));
    assert!(drawn.len() < 500_000, "{}", drawn.len());
}

#[test]
fn the_picture_has_the_size_asked_for_and_its_words_in_the_bundled_font() {
    let coils = coils_of(60);
    let drawn = svg(&card(&coils));
    let bytes = png::of(&drawn, 1.0).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(bytes[16..24], [0, 0, 4, 0xb0, 0, 0, 5, 0x78]);
    let wordless = drawn.lines().filter(|line| !line.starts_with("<text")).collect::<String>();
    assert_ne!(png::of(&wordless, 1.0).unwrap(), bytes);
    if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join("export.png"), bytes).unwrap();
    }
}

#[test]
fn what_is_no_drawing_is_refused() {
    assert!(png::of("<svg", 1.0).is_err());
}
