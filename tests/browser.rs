//! The report of a month and the page a partner gets, in a real browser: all charts are drawn, nothing is asked of the network.
//!
//! `check.sh` runs it. By hand: `cargo test --test browser -- --ignored`, with `MAINSPRING_SHOTS=FOLDER` it leaves the
//! pictures there.
#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{FixedOffset, NaiveDate, Offset, Utc};
use image::RgbImage;
use mainspring::domain::insight::Derived;
use mainspring::domain::people::shared::Shared;
use mainspring::domain::people::{JointPlan, Parts, Span};
use mainspring::domain::review::ReviewKind;
use mainspring::domain::{Model, Now, demo};
use mainspring::exchange::share::html;
use mainspring::ui::cx::{Cx, Status};
use mainspring::ui::review::{Form, Identity, document};
use mainspring::ui::share_words;
use mainspring::ui::text::Text;
use mainspring::ui::theme::Theme;

/// Names under which distributions have it.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Window of the picture, in pixels: all of the report fits.
const WINDOW: [u32; 2] = [960, 5600];

/// How a page of a print stands in its file.
const PAGE: &[u8] = b"/Type /Page\n";
/// What keeps the browser from errands of its own, so that whatever is asked for is asked by the page.
const QUIET: [&str; 20] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--no-service-autorun",
    "--metrics-recording-only",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,OptimizationTargetPrediction,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying,InterestFeedContentSuggestions",
    "--component-updater=url-source=data:,none",
];

fn browser() -> &'static str {
    let found = BROWSERS.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    found.unwrap_or_else(|| panic!("this test needs a browser, and this system lacks: {}", BROWSERS.join(", ")))
}

/// The demo and the moment it is looked at.
fn year() -> (Model, Now) {
    let utc = "2026-12-06T10:12:00Z".parse().expect("a moment");
    let now = Now::new(utc, FixedOffset::east_opt(0).expect("an offset"), 1);
    (demo::demo_at(now, 1), now)
}

/// The page of a month of the demo for a partner who may see all.
fn shared_page() -> String {
    let (model, now) = year();
    let today = now.today(model.settings.day_start_hour);
    let derived = Derived::of(&model, today);
    let plan = JointPlan { when: "it is Sunday at 18:00".to_owned(), then: "talk for ten minutes".to_owned() };
    let month = Span::Month(NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day"));
    let shared = Shared::of(&model, &derived.days, month, Parts::ALL, today).expect("a goal").with_plan(Some(&plan));
    let told = share_words::told(&Text::english(), &shared);
    html::html(&told, &share_words::look(&Theme::light()))
}

/// The report of the demo's last finished month.
fn report(identity: Identity) -> String {
    let (model, now) = year();
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
    let file = document(&cx, newest, (identity, Form::Html)).expect("its report");
    String::from_utf8(file.bytes).expect("words")
}

/// A proxy that lets nothing through and writes down who asked for what.
struct Gate {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Gate {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        // It ends with the test's process.
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut bytes = [0; 512];
                let _in_time = stream.set_read_timeout(Some(Duration::from_secs(2)));
                let len = stream.read(&mut bytes).unwrap_or(0);
                let words = String::from_utf8_lossy(&bytes[..len]).lines().next().unwrap_or("nothing").to_owned();
                kept.lock().expect("the list").push(words);
                let _told =
                    stream.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        Self { port, asked }
    }
}

/// Runs the browser on the file behind the gate and gives back what it prints, and its log of the network.
fn watched(home: &Path, gate: &Gate, page: &Path, what: &[String]) -> (String, String) {
    let log = home.join("net.json");
    let kept = [
        format!("--user-data-dir={}", home.join("profile").display()),
        format!("--proxy-server=http://127.0.0.1:{}", gate.port),
        format!("--log-net-log={}", log.display()),
    ];
    let address = format!("file://{}", page.display());
    let output =
        Command::new(browser()).args(QUIET).args(kept).args(what).arg(address).output().expect("the browser runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let log = std::fs::read_to_string(&log).expect("the log of the network");
    assert!(log.contains("\"constants\""), "the log was written");
    (String::from_utf8_lossy(&output.stdout).into_owned(), log)
}

/// The same of a page that asks nothing of the network.
#[track_caller]
fn run(home: &Path, page: &Path, what: &[String]) -> String {
    let gate = Gate::open();
    let (printed, log) = watched(home, &gate, page, what);
    assert_eq!(asked_by_page(&log, &gate), [""; 0]);
    printed
}

/// What was asked for but not by the browser for itself: its own requests have no origin, those of a page have one, and
/// whoever came to the gate without a request of the browser's own was sent by the page too.
fn asked_by_page(log: &str, gate: &Gate) -> Vec<String> {
    let part = |line: &str, name: &str| {
        let rest = line.split_once(&format!("\"{name}\":\""))?.1;
        rest.split('"').next().map(str::to_owned)
    };
    let requests = log.lines().filter_map(|line| Some((part(line, "initiator")?, part(line, "url")?)));
    let inside = ["file:", "data:", "chrome:", "chrome-extension:", "devtools:", "about:"];
    let outside = requests.filter(|(_, url)| !inside.iter().any(|one| url.starts_with(one)));
    let (own, mut asked): (Vec<_>, Vec<_>) = outside.partition(|(origin, _)| origin == "not an origin");
    let hosts: Vec<&str> = own.iter().filter_map(|(_, url)| url.split('/').nth(2)).collect();
    let came = gate.asked.lock().expect("the list").clone();
    let strangers = came.into_iter().filter(|line| !hosts.iter().any(|host| line.contains(host)));
    asked.extend(strangers.map(|line| (String::new(), line)));
    asked.into_iter().map(|(_, what)| what).collect()
}

/// Folder for the pictures: what the variable names, else one that goes away.
fn shots(home: &Path) -> PathBuf {
    std::env::var_os("MAINSPRING_SHOTS").map_or_else(|| home.to_owned(), PathBuf::from)
}

/// A place on the page, in pixels: left, top, width and height.
type Place = [u32; 4];

/// What a copy of the page holds after a script that the page itself would not let in; it is laid out as the page is.
fn after_script(home: &Path, html: &str, script: &str) -> String {
    let start = html.find("<meta http-equiv=\"Content-Security-Policy\"").expect("the policy");
    let end = start + html[start..].find('>').expect("its end") + 1;
    let script = format!("<script>{script}</script></body>");
    let copy = format!("{}{}", &html[..start], &html[end..]).replace("</body>", &script);
    let page = home.join("copy.html");
    std::fs::write(&page, copy).expect("the copy is written");
    let [width, height] = WINDOW;
    run(home, &page, &[format!("--window-size={width},{height}"), "--dump-dom".to_owned()])
}

/// Where each chart lies.
fn places(home: &Path, html: &str) -> Vec<Place> {
    let script = "for (const one of document.querySelectorAll('figure > svg')) {\
        const box = one.getBoundingClientRect();\
        one.dataset.place = [box.left, box.top, box.width, box.height].map(Math.round).join(' ');}";
    let seen = after_script(home, html, script);
    let told = seen.split("data-place=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let place = |words: &str| -> Option<Place> {
        words.split(' ').map(|one| one.parse().ok()).collect::<Option<Vec<u32>>>()?.try_into().ok()
    };
    told.map(|words| place(words).expect("four numbers")).collect()
}

/// The chart is drawn there: ink from edge to edge and from top to bottom, and more than one colour of it.
#[track_caller]
fn check_is_drawn(picture: &RgbImage, [left, top, width, height]: Place) {
    let paper = *picture.get_pixel(2, 2);
    let chart = image::imageops::crop_imm(picture, left, top, width, height).to_image();
    assert_eq!(chart.dimensions(), (width, height), "it lies within the picture");
    let inked = |x: u32, y: u32| *chart.get_pixel(x, y) != paper;
    let columns: Vec<u32> = (0..width).filter(|x| (0..height).any(|y| inked(*x, y))).collect();
    let rows: Vec<u32> = (0..height).filter(|y| (0..width).any(|x| inked(x, *y))).collect();
    let reach = |places: &[u32]| places.last().zip(places.first()).map_or(0, |(last, first)| last - first + 1);
    assert!(reach(&columns) * 10 > width * 8, "{left} {top}: ink on {} of {width} columns", columns.len());
    assert!(reach(&rows) * 10 > height * 7, "{left} {top}: ink on {} of {height} rows", rows.len());
    let strong =
        |pixel: &&image::Rgb<u8>| pixel.0.iter().max().zip(pixel.0.iter().min()).is_some_and(|(a, b)| a - b > 40);
    let coloured = chart.pixels().filter(strong).count();
    assert!(coloured > 200, "{left} {top}: only {coloured} pixels of a figure's colour");
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn the_report_of_a_month_shows_its_charts_and_asks_no_network() {
    let home = tempfile::tempdir().expect("a folder");
    let page = home.path().join("report.html");
    let html = report(Identity::Out);
    std::fs::write(&page, &html).expect("the page is written");
    let charts = html.matches("<figure>").count();
    assert!(charts >= 6, "a month has all its charts, not {charts}");
    let places = places(home.path(), &html);
    assert_eq!(places.len(), charts);

    let (shot, print) = (shots(home.path()).join("report.png"), shots(home.path()).join("report.pdf"));
    let [width, height] = WINDOW;
    let what = [format!("--window-size={width},{height}"), format!("--screenshot={}", shot.display())];
    run(home.path(), &page, &what);
    let picture = image::open(&shot).expect("the picture").to_rgb8();
    for place in places {
        check_is_drawn(&picture, place);
    }

    let what = ["--no-pdf-header-footer".to_owned(), format!("--print-to-pdf={}", print.display())];
    run(home.path(), &page, &what);
    let pdf = std::fs::read(&print).expect("the print");
    let pages = pdf.windows(PAGE.len()).filter(|bytes| *bytes == PAGE).count();
    assert!(pdf.starts_with(b"%PDF") && (2..=8).contains(&pages), "{pages} pages");
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn a_page_that_asks_the_network_is_noticed() {
    let (home, gate) = (tempfile::tempdir().expect("a folder"), Gate::open());
    let page = home.path().join("asks.html");
    std::fs::write(&page, "<!DOCTYPE html><img src=\"http://mainspring.invalid/dot.png\">").expect("a page");
    let (_, log) = watched(home.path(), &gate, &page, &["--dump-dom".to_owned()]);
    let asked = asked_by_page(&log, &gate);
    assert!(asked.iter().any(|one| one == "http://mainspring.invalid/dot.png"), "in the log: {asked:?}");
    assert!(asked.iter().any(|one| one.starts_with("GET http://mainspring.invalid")), "at the gate: {asked:?}");
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn the_report_with_who_one_becomes_is_as_whole() {
    let home = tempfile::tempdir().expect("a folder");
    let page = home.path().join("identity.html");
    let html = report(Identity::In);
    std::fs::write(&page, &html).expect("the page is written");
    let shot = shots(home.path()).join("identity.png");
    let [width, height] = WINDOW;
    let what = [format!("--window-size={width},{height}"), format!("--screenshot={}", shot.display())];
    run(home.path(), &page, &what);
    let picture = image::open(&shot).expect("the picture").to_rgb8();
    for place in places(home.path(), &html) {
        check_is_drawn(&picture, place);
    }
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn the_page_for_a_partner_is_drawn_and_makes_an_answer_without_a_network() {
    let home = tempfile::tempdir().expect("a folder");
    let page = shots(home.path()).join("shared.html");
    let html = shared_page();
    std::fs::write(&page, &html).expect("the page is written");
    let shot = shots(home.path()).join("shared.png");
    let [width, height] = WINDOW;
    let what = [format!("--window-size={width},{height}"), format!("--screenshot={}", shot.display())];
    run(home.path(), &page, &what);
    let places = places(home.path(), &html);
    assert_eq!(places.len(), 1);
    check_is_drawn(&image::open(&shot).expect("the picture").to_rgb8(), places[0]);

    // Its own script is let in by the policy: it shows the form, which nothing else would.
    let seen = run(home.path(), &page, &["--dump-dom".to_owned()]);
    assert!(html.contains("<form hidden=\"hidden\"") && seen.contains("<form autocomplete=\"off\""), "{seen}");
    // A stranger's is not.
    let strange = html.replace("</body>", "<script>document.title = 'strange'</script></body>");
    std::fs::write(&page, strange).expect("the page is written");
    let seen = run(home.path(), &page, &["--dump-dom".to_owned()]);
    assert!(seen.contains("<title>Write the book – November 2026</title>"), "{seen}");

    let script = "const form = document.querySelector('form');\
        form.querySelectorAll('[name=cheer]')[1].checked = true;\
        const words = form.querySelector('[name=words]');\
        words.value = 'Keep the mornings & \"the tea\"';\
        words.dispatchEvent(new Event('input', { bubbles: true }));\
        document.title = form.querySelector('[name=made]').value;";
    let seen = after_script(home.path(), &html, script);
    let (_, title) = seen.split_once("<title>").expect("the title");
    let (title, _) = title.split_once("</title>").expect("its end");
    let expected = "Answer to “Write the book”, November 2026\n\n&gt; What should I keep for the next month?\n\nWell done.\n\n\
        Keep the mornings &amp; \"the tea\"";
    assert_eq!(title, expected);
}

#[test]
#[ignore = "needs a browser; check.sh runs it"]
fn the_page_for_a_partner_is_read_without_a_script() {
    let home = tempfile::tempdir().expect("a folder");
    let page = shots(home.path()).join("shared-plain.html");
    let html = shared_page();
    // A headless browser cannot do without scripts itself: only that of the page is kept out, by its fingerprint.
    let kept_out = html.replace("script-src 'sha256-", "script-src 'sha256-A");
    assert_ne!(kept_out, html);
    std::fs::write(&page, kept_out).expect("the page is written");
    let shot = shots(home.path()).join("shared-plain.png");
    let [width, height] = WINDOW;
    let size = format!("--window-size={width},{height}");
    run(home.path(), &page, &[size, format!("--screenshot={}", shot.display())]);
    let places = places(home.path(), &html);
    check_is_drawn(&image::open(&shot).expect("the picture").to_rgb8(), places[0]);
    let seen = run(home.path(), &page, &["--dump-dom".to_owned()]);
    assert!(seen.contains("<p class=\"plain\">") && seen.contains("<form hidden=\"hidden\""), "{seen}");
    assert!(seen.contains("Our plan") && seen.contains("A question for you"));
}
