//! A desktop of its own for one test: display, window manager, session bus, notification daemon, home folder.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use crate::app::{App, binary};
use crate::bus::{Monitor, Notice, connect};
use crate::process::{Process, poll};

/// Longest wait for a program to come up on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A bus that starts no services by itself: what is not started by the test is not there.
const BUS_CONFIG: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// The menu program of the daemon: picks the line with the words in the file `button`.
const PICK: &str = "#!/bin/sh\ngrep -m 1 -F -f FOLDER/button\n";

/// Screen, bus, daemon and home of one test. Fields are ended in this order.
pub struct Desk {
    monitor: Monitor,
    daemon: Option<Process>,
    _manager: Process,
    _bus: Process,
    _screen: Process,
    display: String,
    bus_address: String,
    folder: tempfile::TempDir,
    /// Added to the environment of the app, and of nothing else.
    pub for_the_app: Vec<(&'static str, &'static str)>,
}

impl Desk {
    /// A desktop with a notification daemon.
    pub fn open() -> Self {
        let mut desk = Self::without_daemon();
        desk.start_daemon();
        desk
    }

    /// A desktop on which nobody answers a notification.
    pub fn without_daemon() -> Self {
        let folder = tempfile::Builder::new().prefix("desk").tempdir().expect("a folder");
        let path = folder.path();
        for name in ["home", "run", "data", "bus"] {
            fs::create_dir(path.join(name)).expect("a folder");
            fs::set_permissions(path.join(name), fs::Permissions::from_mode(0o700)).expect("a mode");
        }
        let (screen, number) = Process::start_and_read_line(
            Command::new("Xvfb").args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ]),
            &path.join("xvfb.log"),
        );
        let display = format!(":{number}");
        let config = path.join("bus.conf");
        let bus_folder = path.join("bus");
        fs::write(&config, BUS_CONFIG.replace("FOLDER", &bus_folder.to_string_lossy())).expect("a bus config");
        let (bus, bus_address) = Process::start_and_read_line(
            Command::new("dbus-daemon")
                .arg(format!("--config-file={}", config.display()))
                .args(["--nofork", "--print-address=1"]),
            &path.join("bus.log"),
        );
        let monitor = Monitor::listen(&bus_address);
        let manager = Process::start(
            environment(Command::new("openbox").arg("--sm-disable"), path, &display, &bus_address),
            &path.join("openbox.log"),
        );
        let desk = Self {
            monitor,
            daemon: None,
            _manager: manager,
            _bus: bus,
            _screen: screen,
            display,
            bus_address,
            folder,
            for_the_app: Vec::new(),
        };
        // It shows itself before it takes care of windows: one that opens in between stays out of sight for good. So it is
        // up when it does what it is asked.
        let is_up = || {
            desk.run("wmctrl", &["-n", "1"])?;
            desk.run("xprop", &["-root", "_NET_NUMBER_OF_DESKTOPS"]).filter(|text| text.trim().ends_with("= 1"))
        };
        poll(PATIENCE, is_up).expect("the window manager came up");
        desk
    }

    /// Starts the notification daemon and waits until it owns its name.
    pub fn start_daemon(&mut self) {
        let pick = self.path("pick");
        fs::write(&pick, PICK.replace("FOLDER", &self.folder.path().to_string_lossy())).expect("a script");
        fs::set_permissions(&pick, fs::Permissions::from_mode(0o700)).expect("a mode");
        let config = self.path("dunstrc");
        fs::write(&config, format!("[global]\n    dmenu = {}\n    idle_threshold = 0\n", pick.display()))
            .expect("a config");
        let daemon = Process::start(self.command("dunst").arg("-config").arg(&config), &self.path("dunst.log"));
        self.daemon = Some(daemon);
        let connection = self.connection();
        let bus = zbus::blocking::fdo::DBusProxy::new(&connection).expect("the bus");
        let name = zbus::names::BusName::try_from("org.freedesktop.Notifications").expect("a name");
        poll(PATIENCE, || bus.name_has_owner(name.clone()).ok().filter(|owned| *owned)).expect("the daemon came up");
    }

    /// The notification daemon, to stop or end it.
    #[track_caller]
    pub fn daemon(&self) -> &Process {
        self.daemon.as_ref().expect("this desk has a daemon")
    }

    /// Starts the app on this desk's data file and waits for its window.
    #[track_caller]
    pub fn launch(&self, arguments: &[&str]) -> App<'_> {
        App::launch(self, arguments)
    }

    /// Starts the app on this desk's data file and does not wait for anything.
    pub fn start(&self, arguments: &[&str]) -> Process {
        self.start_on(&self.data_file(), arguments)
    }

    /// The same on another data file.
    pub fn start_on(&self, file: &Path, arguments: &[&str]) -> Process {
        let mut command = self.command(&binary());
        command.arg("--data").arg(file).args(arguments);
        command.envs(self.fake_clock()).envs(self.for_the_app.iter().copied());
        Process::start(&mut command, &self.path("app.log"))
    }

    /// Moves the wall clock of the app by `shift` (`+8h`), now if it runs; the monotonic one goes on as in a suspend.
    pub fn shift_clock(&self, shift: &str) {
        // Renamed into place: the library must never see half a file.
        fs::write(self.path("shift.new"), format!("{shift}\n")).expect("a file");
        fs::rename(self.path("shift.new"), self.path("shift")).expect("a file");
    }

    /// What makes libfaketime follow [`Desk::shift_clock`], if that was used before the start.
    fn fake_clock(&self) -> Vec<(&'static str, String)> {
        if !self.path("shift").exists() {
            return Vec::new();
        }
        let library = ["x86_64-linux-gnu", "aarch64-linux-gnu", ""]
            .map(|folder| format!("/usr/lib/{folder}/faketime/libfaketimeMT.so.1"))
            .into_iter()
            .find(|path| Path::new(path).exists())
            .expect("libfaketime is installed");
        vec![
            ("LD_PRELOAD", library),
            ("FAKETIME_TIMESTAMP_FILE", self.path("shift").to_string_lossy().into_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
            ("FAKETIME_NO_CACHE", "1".into()),
        ]
    }

    /// The data file that [`Desk::launch`] uses.
    pub fn data_file(&self) -> PathBuf {
        self.path("data").join("mainspring.ron")
    }

    /// What the data file says now, empty if there is none.
    pub fn data(&self) -> String {
        fs::read_to_string(self.data_file()).unwrap_or_default()
    }

    /// A file of this desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A program that will run on this desk, with no trace of the desktop of whoever runs the tests.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        environment(&mut command, self.folder.path(), &self.display, &self.bus_address);
        command
    }

    /// A connection of the test's own to the session bus.
    pub fn connection(&self) -> zbus::blocking::Connection {
        connect(&self.bus_address)
    }

    /// Runs a program to its end; its output if it succeeded.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let Output { status, stdout, .. } = self.command(program).args(arguments).output().expect("the program starts");
        status.success().then(|| String::from_utf8_lossy(&stdout).into_owned())
    }

    /// All notifications so far, oldest first.
    pub fn notices(&self) -> Vec<Notice> {
        self.monitor.notices()
    }

    /// Waits for a notification that has `words` in its summary or body.
    #[track_caller]
    pub fn wait_for_notice(&self, words: &str, limit: Duration) -> Notice {
        let found =
            || self.notices().into_iter().find(|notice| notice.summary.contains(words) || notice.body.contains(words));
        match poll(limit, found) {
            Some(notice) => notice,
            None => panic!("no notification with {words:?} in {limit:?}; seen: {:#?}", self.notices()),
        }
    }

    /// Presses the button with these words on the notification that is shown, as a person would in the daemon's menu.
    #[track_caller]
    pub fn press_on_notice(&self, button: &str) {
        fs::write(self.path("button"), format!("{button}\n")).expect("a file");
        // The daemon may still be laying out what it has just been sent.
        let shown = || self.run("dunstctl", &["count", "displayed"]).filter(|count| count.trim() != "0");
        poll(PATIENCE, shown).expect("the daemon shows a notification");
        self.run("dunstctl", &["context"]).expect("the daemon opened its menu");
    }

    /// What is on the screen and what the window manager says of it, for a test that failed.
    pub fn report(&self) -> String {
        let windows = self.run("xwininfo", &["-root", "-tree"]).unwrap_or_else(|| "no screen".to_owned());
        let manager = self.run("wmctrl", &["-m"]).unwrap_or_else(|| "no window manager".to_owned());
        let said = fs::read_to_string(self.path("openbox.log")).unwrap_or_default();
        format!("{} {windows}\n{manager}\n{said}", self.display)
    }

    /// Saves what the screen shows as a PNG in the folder `MAINSPRING_SHOTS`, if that is set.
    pub fn shoot(&self, name: &str) {
        let Some(folder) = std::env::var_os("MAINSPRING_SHOTS") else { return };
        let file = Path::new(&folder).join(format!("{name}.png"));
        self.run("import", &["-silent", "-window", "root", &file.to_string_lossy()]);
    }
}

fn environment<'a>(command: &'a mut Command, folder: &Path, display: &str, bus_address: &str) -> &'a mut Command {
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder.join("home"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("TMPDIR", folder)
        .env("DISPLAY", display)
        .env("DBUS_SESSION_BUS_ADDRESS", bus_address)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC")
        .env("RUST_BACKTRACE", "1")
        .current_dir(folder.join("home"))
}
