//! The app in its real window, handled as a person does: by keys, and by what can be seen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use crate::desk::{Desk, PATIENCE};
use crate::process::{Process, poll};

/// The class that the window tells the window manager; also the name of the desktop file.
const WINDOW_CLASS: &str = "io.github.mainspring_app.Mainspring";

/// A running app with its window on a desk.
pub struct App<'a> {
    desk: &'a Desk,
    process: Process,
    window: String,
    log: PathBuf,
}

impl<'a> App<'a> {
    /// Starts the app on the desk's data file, waits until its window is mapped and has drawn something.
    #[track_caller]
    pub fn launch(desk: &'a Desk, arguments: &[&str]) -> Self {
        Self::shown(desk, desk.start(arguments))
    }

    /// The same on a data file of its own.
    #[track_caller]
    pub fn launch_on(desk: &'a Desk, file: &Path) -> Self {
        Self::shown(desk, desk.start_on(file, &[]))
    }

    /// Starts the app minimised on the desk's data file and waits until its window is out of sight.
    #[track_caller]
    pub fn launch_minimised(desk: &'a Desk) -> Self {
        let app = Self::with_window(desk, desk.start(&["--minimized"]), &[]);
        let hidden = poll(PATIENCE, || app.is_minimised().then_some(()));
        assert!(hidden.is_some(), "the window was not minimised: {}", desk.report());
        app
    }

    fn shown(desk: &'a Desk, process: Process) -> Self {
        let app = Self::with_window(desk, process, &["--onlyvisible"]);
        app.wait_until_drawn();
        app.focus();
        app
    }

    /// Waits for the window of a process.
    #[track_caller]
    fn with_window(desk: &'a Desk, mut process: Process, which: &[&str]) -> Self {
        let log = desk.path("app.log");
        let pid = process.pid().to_string();
        let search = [&["search", "--all"][..], which, &["--pid", &pid, "--class", WINDOW_CLASS]].concat();
        let find = || {
            assert!(process.runs(), "the app ended: {}", fs::read_to_string(&log).unwrap_or_default());
            desk.run("xdotool", &search)?.lines().next().map(str::to_owned)
        };
        let Some(window) = poll(PATIENCE, find) else {
            let said = fs::read_to_string(&log).unwrap_or_default();
            panic!("no window of class {WINDOW_CLASS}: {said}\n{}", desk.report())
        };
        Self { desk, process, window, log }
    }

    /// Waits until the window is on the screen and shows something.
    #[track_caller]
    pub fn wait_until_drawn(&self) {
        poll(PATIENCE, || (self.is_shown() && self.colours() >= 3).then_some(())).expect("the window drew something");
    }

    /// Gives the window the keyboard.
    pub fn focus(&self) {
        self.desk.run("xdotool", &["windowactivate", "--sync", &self.window]);
    }

    /// Presses keys by their X names (`Return`, `ctrl+2`, `space`), one after the other.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.desk.run("xdotool", &["key", "--delay", "30", key]).expect("xdotool pressed a key");
        }
    }

    /// Clicks into the window, so many points from its upper left corner.
    #[track_caller]
    pub fn click(&self, [x, y]: [u16; 2]) {
        let place = [x, y].map(|part| part.to_string());
        let moved = ["mousemove", "--sync", "--window", &self.window, &place[0], &place[1], "click", "1"];
        self.desk.run("xdotool", &moved).expect("xdotool clicked");
    }

    /// Types words.
    #[track_caller]
    pub fn write(&self, words: &str) {
        self.desk.run("xdotool", &["type", "--delay", "20", words]).expect("xdotool typed");
    }

    /// Minimises the window and waits until it is unmapped.
    #[track_caller]
    pub fn minimise(&self) {
        self.desk.run("xdotool", &["windowminimize", &self.window]).expect("xdotool minimised");
        poll(PATIENCE, || (!self.is_shown()).then_some(())).expect("the window was minimised");
    }

    /// Lets the window fill the screen by its key and waits until it is above all others.
    #[track_caller]
    pub fn fill_the_screen(&self) {
        self.press(&["F11"]);
        poll(PATIENCE, || self.fills_the_screen().then_some(())).expect("the window fills the screen");
    }

    /// True while the window is as large as the screen and above all others.
    pub fn fills_the_screen(&self) -> bool {
        let state = self.desk.run("xprop", &["-id", &self.window, "_NET_WM_STATE"]).unwrap_or_default();
        let place = self.desk.run("xwininfo", &["-id", &self.window]).unwrap_or_default();
        let stack = self.desk.run("xprop", &["-root", "_NET_CLIENT_LIST_STACKING"]).unwrap_or_default();
        let topmost = stack.rsplit("0x").next().and_then(|id| u64::from_str_radix(id.trim(), 16).ok());
        state.contains("_NET_WM_STATE_FULLSCREEN")
            && place.contains("-geometry 1280x800+0+0")
            && topmost == self.window.parse().ok()
    }

    /// Asks the window manager to close the window, as the button in its frame does.
    #[track_caller]
    pub fn close_by_frame(&self) {
        self.desk.run("wmctrl", &["-i", "-c", &self.window]).expect("wmctrl asked");
    }

    /// True while the window is mapped.
    pub fn is_shown(&self) -> bool {
        self.desk.run("xwininfo", &["-id", &self.window]).is_some_and(|text| text.contains("IsViewable"))
    }

    /// True while the window is an icon for the window manager, and nothing of it is on the screen.
    pub fn is_minimised(&self) -> bool {
        let state = self.desk.run("xprop", &["-id", &self.window, "WM_STATE"]).unwrap_or_default();
        state.contains("window state: Iconic") && !self.is_shown()
    }

    /// What the title bar says.
    pub fn title(&self) -> String {
        self.desk.run("xdotool", &["getwindowname", &self.window]).unwrap_or_default().trim().to_owned()
    }

    /// Waits until the title satisfies `wanted`.
    #[track_caller]
    pub fn wait_for_title(&self, what: &str, limit: Duration, wanted: impl Fn(&str) -> bool) -> String {
        match poll(limit, || Some(self.title()).filter(|title| wanted(title))) {
            Some(title) => title,
            None => panic!("{what}: the title is {:?} after {limit:?}; log: {}", self.title(), self.log()),
        }
    }

    /// Presses a key and gives the time until the picture of the window has changed.
    #[track_caller]
    pub fn time_to_answer(&self, key: &str) -> Duration {
        let before = self.picture();
        let start = Instant::now();
        self.press(&[key]);
        poll(PATIENCE, || (self.picture() != before).then_some(())).expect("the window answered the key");
        start.elapsed()
    }

    /// The pixels of the window.
    fn picture(&self) -> Vec<u8> {
        let arguments = ["-silent", "-window", &self.window, "-depth", "8", "rgb:-"];
        let output = self.desk.command("import").args(arguments).output().expect("import runs");
        output.stdout
    }

    /// How many colours the window shows, up to 3.
    fn colours(&self) -> usize {
        let picture = self.picture();
        let mut seen: Vec<&[u8]> = Vec::new();
        for pixel in picture.chunks_exact(3) {
            if !seen.contains(&pixel) {
                seen.push(pixel);
            }
            if seen.len() == 3 {
                break;
            }
        }
        seen.len()
    }

    /// All that the app said.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The names of its threads.
    pub fn threads(&self) -> Vec<String> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process.pid())).expect("the app runs");
        let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).ok();
        tasks.flatten().filter_map(name).map(|name| name.trim().to_owned()).collect()
    }

    /// How many of its sockets reach the network, this machine's own included.
    pub fn internet_sockets(&self) -> usize {
        let folder = format!("/proc/{}", self.process.pid());
        let tables = ["tcp", "tcp6", "udp", "udp6"];
        let tables = tables.map(|table| fs::read_to_string(format!("{folder}/net/{table}")).unwrap_or_default());
        let inodes: Vec<&str> =
            tables.iter().flat_map(|table| table.lines()).filter_map(|line| line.split_whitespace().nth(9)).collect();
        let open = fs::read_dir(format!("{folder}/fd")).expect("the app runs").flatten();
        let links = open.filter_map(|file| fs::read_link(file.path()).ok());
        links
            .filter(|link| {
                let link = link.to_string_lossy();
                inodes.iter().any(|inode| link == format!("socket:[{inode}]"))
            })
            .count()
    }

    /// Processor time that the app used so far.
    pub fn cpu(&self) -> Duration {
        self.process.cpu()
    }

    /// How often its threads were given the processor so far.
    pub fn slices(&self) -> u64 {
        self.process.slices()
    }

    /// Sends a signal by name.
    pub fn signal(&self, name: &str) {
        self.process.signal(name);
    }

    /// Waits for the app's end.
    #[track_caller]
    pub fn ended_within(&mut self, limit: Duration) -> ExitStatus {
        match self.process.ended_within(limit) {
            Some(status) => status,
            None => panic!("the app still runs after {limit:?}, as {:?}; log: {}", self.title(), self.log()),
        }
    }
}

/// The program under test: `MAINSPRING_BIN`, else the one that this build made.
pub fn binary() -> String {
    std::env::var("MAINSPRING_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_mainspring").to_owned())
}
