//! The cards: the same bytes for the same data, their sizes, and no word beyond its room.

use crate::domain::people::Part;
use crate::exchange::png;
use crate::exchange::share::bars::in_page;
use crate::exchange::share::card::{Look, Size, drawn, pledge_svg, svg};
use crate::exchange::share::pledge::PledgeTold;
use crate::exchange::share::tests::week;
use crate::exchange::share::{Figure, Line, List, Told};

pub(in crate::exchange::share) fn light() -> Look {
    let [gold, copper, bronze, steel] = ["#d9a441", "#c4772f", "#8c4a2f", "#3f5e6b"].map(str::to_owned);
    Look {
        background: "#f7f4ee".to_owned(),
        surface: "#ffffff".to_owned(),
        ink: "#23272c".to_owned(),
        muted: "#62666d".to_owned(),
        line: "#e6e0d4".to_owned(),
        track: "#ece6da".to_owned(),
        outline: "#8a8375".to_owned(),
        accent: "#8f5e12".to_owned(),
        accent_fill: "#f3e6cc".to_owned(),
        ruby: "#b3243a".to_owned(),
        stage: [gold, copper, bronze, steel],
    }
}

fn pledge() -> PledgeTold {
    PledgeTold {
        title: "My word".to_owned(),
        goal: "Write the book".to_owned(),
        words: "I will finish the first draft, all twelve chapters of it.".to_owned(),
        until: "Until 31 December 2026".to_owned(),
        said: "Said to Anna, in the kitchen".to_owned(),
        made: "Given on 1 November 2026".to_owned(),
        foot: "Made with Mainspring".to_owned(),
        file: "pledge-2026-11-01".to_owned(),
    }
}

/// Compares with the file that is kept; `MAINSPRING_GOLDEN=1` writes it anew.
#[track_caller]
fn check_golden(name: &str, drawn: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/share").join(name);
    if std::env::var_os("MAINSPRING_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, drawn).unwrap();
    }
    assert_eq!(drawn, std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n"), "{name}");
}

#[test]
fn the_drawings_are_those_that_are_kept() {
    check_golden("week-wide.svg", &svg(&week(), &light(), Size::Wide));
    check_golden("week-square.svg", &svg(&week(), &light(), Size::Square));
    check_golden("pledge-wide.svg", &pledge_svg(&pledge(), &light(), Size::Wide));
    check_golden("pledge-square.svg", &pledge_svg(&pledge(), &light(), Size::Square));
}

#[test]
fn a_milestone_is_the_title_above_its_goal() {
    let told = Told { is_milestone: true, period: "Milestone: 50 h of focus".to_owned(), ..week() };
    for size in Size::ALL {
        let drawn = svg(&told, &light(), size);
        let texts: Vec<&str> = drawn.lines().filter(|line| line.starts_with("<text")).collect();
        assert!(texts[0].ends_with(">Milestone: 50 h of focus</text>"), "{}", texts[0]);
        assert!(texts[1].ends_with(">Write the book</text>"), "{}", texts[1]);
        assert!(drawn.contains("<title>Milestone: 50 h of focus</title>"));
    }
}

/// The lines of a card that has nothing but a list of so many, of which some more were left out before.
#[track_caller]
fn check_lines(all: usize, left_out: usize, shown: &[&str]) {
    let lines: Vec<String> = (1..=all).map(|nth| format!("line {nth}")).collect();
    let more = |shown: usize| match all + left_out - shown {
        0 => String::new(),
        n => format!("and {n} more"),
    };
    let list = List {
        part: Part::Notes,
        title: "What got done".to_owned(),
        more: (0..=all.min(List::MOST)).map(more).collect(),
        lines,
    };
    let told = Told { figures: Vec::new(), drawn: None, lists: vec![list], promise: None, ..week() };
    let drawn = svg(&told, &light(), Size::Wide);
    let lines = words_on(&drawn).into_iter().filter(|words| words.starts_with("line") || words.starts_with("and"));
    assert_eq!(lines.collect::<Vec<_>>(), shown);
}

#[test]
fn where_lines_are_left_out_the_last_row_says_so() {
    check_lines(2, 0, &["line 1", "line 2"]);
    check_lines(3, 137, &["line 1", "line 2", "line 3", "and 137 more"]);
    let seven = ["line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7"];
    check_lines(20, 0, &[&seven[..], &["and 13 more"]].concat());
    check_lines(8, 0, &[&seven[..], &["line 8"]].concat());
}

/// The name of the target stands above the bars, whatever it is; the line of the highest may be there.
#[track_caller]
fn check_target(targets: &[f64], has_highest: bool) {
    let mut drawn = week().drawn.unwrap();
    for (day, target) in drawn.days.iter_mut().zip(targets) {
        day.target = *target;
    }
    let page = in_page(&drawn, &light());
    let baseline = |words: &str| -> Option<f64> {
        let line = page.lines().find(|line| line.ends_with(&format!(">{words}</text>")))?;
        line.split_once(" y=\"")?.1.split_once('"')?.0.parse().ok()
    };
    // The bars begin 25.5 below the top.
    assert_eq!(baseline("41 min"), has_highest.then_some(16.5));
    assert_eq!(baseline("target 20 min"), Some(16.5));
}

#[test]
fn the_name_of_the_target_lies_over_no_bar() {
    check_target(&[0.4, 0.4, 0.4, 0.4, 0.5, 0.5, 0.5], true);
    check_target(&[0.4, 0.4, 0.4, 0.4, 0.5, 0.0, 0.0], true);
    check_target(&[0.95; 7], true);
    // The highest itself.
    check_target(&[1.0; 7], false);
}

/// The words of a card, in their order.
fn words_on(drawn: &str) -> Vec<&str> {
    let texts = drawn.lines().filter_map(|line| line.strip_prefix("<text")?.strip_suffix("</text>")?.split_once('>'));
    texts.map(|(_, words)| words).collect()
}

#[test]
fn an_identity_stands_beside_the_period_or_on_its_own_line() {
    let of = |words: &str| {
        let identity = Some(Line { title: "Who I want to be".to_owned(), words: words.to_owned() });
        let (svg, kept) = drawn(&Told { identity, ..week() }, &light(), Size::Wide);
        let texts: Vec<String> = words_on(&svg).into_iter().take(3).map(str::to_owned).collect();
        (texts, kept.identity.unwrap().words)
    };
    let (texts, kept) = of("I am a writer");
    assert_eq!(texts[1], "Week of 16 November – 22 November 2026 · I am a writer");
    assert_eq!(kept, "I am a writer");
    let long = "I am someone who comes back to the page every single day";
    let (texts, kept) = of(long);
    assert_eq!(texts[1..], ["Week of 16 November – 22 November 2026", long]);
    assert_eq!(kept, long);
    let (texts, kept) = of(&"I come back ".repeat(20));
    assert!(kept.ends_with('…') && texts[2] == kept, "{kept}");
}

#[test]
fn a_miss_is_on_the_card_where_its_note_has_little_room() {
    let note = "8 missed, in the last 28 days";
    for count in 1..=5 {
        let mut figures = vec![week().figures[0].clone(); count];
        figures[count - 1] = Figure { name: "Days done".to_owned(), note: note.to_owned(), ..figures[0].clone() };
        for drawn in [week().drawn, None] {
            let told = Told { figures: figures.clone(), drawn, lists: Vec::new(), ..week() };
            for size in Size::ALL {
                let drawn = svg(&told, &light(), size);
                let words = words_on(&drawn);
                assert!(words.iter().any(|words| words.starts_with("8 missed")), "{count} {size:?}: {words:?}");
            }
        }
    }
}

#[track_caller]
fn check_picture(drawn: &str, (width, height): (u32, u32), name: &str) {
    let bytes = png::of(drawn, 1.0).unwrap();
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(bytes[16..24], [width.to_be_bytes(), height.to_be_bytes()].concat());
    let wordless: String = drawn.lines().filter(|line| !line.starts_with("<text")).collect();
    let has_words = wordless.len() < drawn.lines().map(str::len).sum();
    assert!(!has_words || png::of(&wordless, 1.0).unwrap() != bytes, "its words are drawn");
    let ground = format!("{}</svg>", &drawn[..drawn.find("<g ").unwrap()]);
    assert!(png::of(&ground, 1.0).unwrap() != png::of(&wordless, 1.0).unwrap(), "more than its ground is drawn");
    assert!(png::of(drawn, 1.0).unwrap() == bytes, "the same each time");
    if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), bytes).unwrap();
    }
}

#[test]
fn the_pictures_have_their_size_and_show_something() {
    for size in Size::ALL {
        check_picture(&svg(&week(), &light(), size), size.pixels(), &format!("card-{size:?}"));
        check_picture(&svg(&Told::default(), &light(), size), size.pixels(), &format!("card-empty-{size:?}"));
        check_picture(&pledge_svg(&pledge(), &light(), size), size.pixels(), &format!("pledge-{size:?}"));
    }
}

/// Every text lies on the sheet, and none over its neighbour on the same line.
#[track_caller]
fn check_words_stay(drawn: &str, size: Size, name: &str) {
    let tree = png::tree(drawn).unwrap();
    let (width, height) = size.pixels();
    let mut boxes = Vec::new();
    for node in tree.root().children() {
        if let resvg::usvg::Node::Text(text) = node {
            let place = text.abs_bounding_box();
            let words: String = text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect();
            assert!(place.left() >= 20.0 && place.right() <= width as f32 - 20.0, "{name} {words}: {place:?}");
            assert!(place.top() >= 8.0 && place.bottom() <= height as f32 - 8.0, "{name} {words}: {place:?}");
            boxes.push((words, place));
        }
    }
    for (nth, (words, place)) in boxes.iter().enumerate() {
        for (other, there) in &boxes[nth + 1..] {
            let apart_x = place.right() <= there.left() + 0.5 || there.right() <= place.left() + 0.5;
            // The box of words is as high as the font, so lines that lie close are let be.
            let apart_y = (place.bottom() - there.top()).min(there.bottom() - place.top()) < 14.0;
            assert!(apart_x || apart_y, "{name}: {words} over {other}");
        }
    }
}

const TITLES: [&str; 8] = [
    "Write the book that I have carried with me since the summer on the island, and finish it before the next one comes",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "לכתוב את הספר (חלק 2) שאני נושא איתי מאז הקיץ על האי, ולסיים אותו לפני שיבוא הקיץ הבא ועוד קצת",
    "كتابة الكتاب الذي أحمله معي منذ الصيف على الجزيرة وإنهاؤه قبل أن يأتي الصيف القادم",
    "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
    "👩‍💻 Write ✍️ the \"book\" & <more>",
    "本を書く本を書く本を書く本を書く本を書く本を書く本を書く本を書く本を書く本を書く本を書く本を書く",
    "Щщщщщщщщщщщщщщщщщщщщщщ Жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж Шшшшшшшшшшшшшшшшшшшшшшшшшшшшшшш",
];

#[test]
fn no_words_reach_beyond_their_room() {
    for (nth, title) in TITLES.iter().enumerate() {
        let words = || (*title).to_owned();
        let mut told = week();
        told.goal = words();
        told.identity = Some(Line { title: words(), words: words() });
        told.promise = Some(Line { title: "Next".to_owned(), words: words() });
        told.lists = vec![List { part: Part::Notes, title: words(), lines: vec![words(); 9], more: vec![words(); 9] }];
        for figure in &mut told.figures {
            (figure.name, figure.value, figure.note) = (words(), words(), words());
        }
        let five = Told { figures: [told.figures.clone(), told.figures[..2].to_vec()].concat(), ..told.clone() };
        let one = Told { figures: told.figures[..1].to_vec(), ..told.clone() };
        let unseen = Told { figures: Vec::new(), drawn: None, lists: Vec::new(), ..told.clone() };
        let listed = Told { drawn: None, ..told.clone() };
        let pledge =
            PledgeTold { words: words(), goal: words(), until: words(), said: words(), made: words(), ..pledge() };
        for size in Size::ALL {
            for (kind, told) in [("three", &told), ("five", &five), ("one", &one), ("none", &unseen), ("list", &listed)]
            {
                let drawn = svg(told, &light(), size);
                check_words_stay(&drawn, size, &format!("{nth} {kind} {size:?}"));
                if let Some(folder) = std::env::var_os("MAINSPRING_PICTURES").filter(|_| nth < 4) {
                    let bytes = png::of(&drawn, 0.5).unwrap();
                    let name = format!("stress-{nth}-{kind}-{size:?}.png");
                    std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
                }
            }
            check_words_stay(&pledge_svg(&pledge, &light(), size), size, &format!("{nth} pledge {size:?}"));
        }
    }
}
