//! The report of a month in a real browser: all charts are drawn, and nothing is asked of the network.
//!
//! `check.sh` runs it. By hand: `cargo test --test browser -- --ignored`, with `MAINSPRING_SHOTS=FOLDER` it leaves the
//! pictures there.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{FixedOffset, NaiveDate, Offset, Utc};
use mainspring::domain::insight::Derived;
use mainspring::domain::review::ReviewKind;
use mainspring::domain::{Now, demo};
use mainspring::ui::cx::{Cx, Status};
use mainspring::ui::review::{Form, Identity, document};
use mainspring::ui::text::Text;
use mainspring::ui::theme::Theme;

/// Names under which distributions have it.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Window of the picture, in pixels: all of the report fits.
const WINDOW: [u32; 2] = [960, 5600];

fn browser() -> &'static str {
    let found = BROWSERS.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    found.unwrap_or_else(|| panic!("this test needs a browser, and this system lacks: {}", BROWSERS.join(", ")))
}

/// The report of the demo's last finished month.
fn report() -> String {
    let utc = "2026-12-06T10:12:00Z".parse().expect("a moment");
    let now = Now::new(utc, FixedOffset::east_opt(0).expect("an offset"), 1);
    let model = demo::demo_at(now, 1);
    let today = now.today(model.settings.day_start_hour);
    let derived = Derived::of(&model, today);
    let (theme, text, status) = (Theme::light(), Text::english(), Status::default());
    let offset_at = |_| Utc.fix();
    let cx = Cx {
        model: &model,
        derived: &derived,
        now,
        today,
        theme: &theme,
        text: &text,
        status: &status,
        offset_at: &offset_at,
    };
    let months = model.reviews.iter().filter(|review| review.kind == ReviewKind::Monthly);
    let newest = months.max_by_key(|review| -> NaiveDate { review.from }).expect("a monthly review");
    let file = document(&cx, newest, (Identity::Out, Form::Html)).expect("its report");
    String::from_utf8(file.bytes).expect("words")
}

/// Runs the browser on the file and gives back what it prints.
fn run(home: &Path, page: &Path, what: &[String]) -> String {
    let profile = format!("--user-data-dir={}", home.join("profile").display());
    let quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-extensions",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];
    let address = format!("file://{}", page.display());
    let output =
        Command::new(browser()).args(quiet).arg(profile).args(what).arg(address).output().expect("the browser runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Folder for the pictures: what the variable names, else one that goes away.
fn shots(home: &Path) -> PathBuf {
    std::env::var_os("MAINSPRING_SHOTS").map_or_else(|| home.to_owned(), PathBuf::from)
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn the_report_of_a_month_shows_its_charts_and_asks_no_network() {
    let home = tempfile::tempdir().expect("a folder");
    let page = home.path().join("report.html");
    let html = report();
    std::fs::write(&page, &html).expect("the page is written");

    let seen = run(home.path(), &page, &["--dump-dom".to_owned()]);
    let charts = html.matches("<figure>").count();
    assert!(charts >= 6, "a month has all its charts, not {charts}");
    assert_eq!(seen.matches("</figcaption>").count(), charts);
    assert_eq!(seen.matches("role=\"img\"").count(), charts);

    let (log, shot, print) =
        (home.path().join("net.json"), shots(home.path()).join("report.png"), shots(home.path()).join("report.pdf"));
    let [width, height] = WINDOW;
    let what = [
        format!("--log-net-log={}", log.display()),
        format!("--window-size={width},{height}"),
        format!("--screenshot={}", shot.display()),
    ];
    run(home.path(), &page, &what);
    check_asked_nothing(&std::fs::read_to_string(&log).expect("the log of the network"));
    check_is_drawn(&shot, charts);

    run(home.path(), &page, &["--no-pdf-header-footer".to_owned(), format!("--print-to-pdf={}", print.display())]);
    assert!(std::fs::read(&print).expect("the print").starts_with(b"%PDF"));
}

/// Nothing but the page itself was asked for.
#[track_caller]
fn check_asked_nothing(log: &str) {
    assert!(log.contains("\"constants\""), "the log was written");
    let asked: Vec<&str> = log.split("\"url\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let own = ["file:", "data:", "chrome:", "chrome-extension:", "devtools:", "about:"];
    let foreign: Vec<&&str> = asked.iter().filter(|url| !own.iter().any(|own| url.starts_with(own))).collect();
    // The browser's own errands fail at the resolver; none may come from the page.
    let errands = ["google.com", "googleapis.com", "gvt1.com"];
    let by_page: Vec<_> = foreign.iter().filter(|url| !errands.iter().any(|errand| url.contains(errand))).collect();
    assert!(by_page.is_empty(), "{by_page:?}");
}

/// The picture holds the charts: between the first and the last row with ink there is no long empty stretch, and below
/// the last one the window ends empty, so that nothing was cut off.
#[track_caller]
fn check_is_drawn(shot: &Path, charts: usize) {
    let picture = image::open(shot).expect("the picture").to_rgb8();
    let paper = *picture.get_pixel(2, 2);
    let inked = |y: u32| (0..picture.width()).filter(|x| *picture.get_pixel(*x, y) != paper).count();
    let rows: Vec<usize> = (0..picture.height()).map(inked).collect();
    let last = rows.iter().rposition(|ink| *ink > 0).expect("ink");
    assert!(last + 8 < rows.len(), "the report is higher than the window: nothing would show that its end is there");
    let longest = rows[..last].split(|ink| *ink > 0).map(<[usize]>::len).max().unwrap_or(0);
    assert!(longest < 160, "{longest} empty rows in a picture with {charts} charts");
}
