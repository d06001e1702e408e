//! Starting with the desktop, off by default: one entry for this user, where the system looks for it.
//!
//! | System | Entry |
//! |---|---|
//! | Linux | `$XDG_CONFIG_HOME/autostart/io.github.mainspring_app.Mainspring.desktop` |
//! | macOS | `~/Library/LaunchAgents/io.github.mainspring_app.Mainspring.plist` |
//! | Windows | `HKCU\Software\Microsoft\Windows\CurrentVersion\Run`, the value `Mainspring` |
//!
//! Nothing is written here: `app` puts the text of an entry in its place through `store`.

use std::path::PathBuf;

use thiserror::Error;

#[cfg(not(windows))]
use super::paths::APP_ID;
#[cfg(not(windows))]
use crate::domain::settings::Switch;

#[cfg(windows)]
mod registry;

#[cfg(windows)]
pub use registry::{add_to_registry, in_registry, remove_from_registry};

/// Largest entry that is read, in bytes; ours have a few hundred.
pub const MAX_BYTES: u64 = 64 * 1024;

/// Why starting with the desktop could not be changed or looked up.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AutostartError {
    #[error("this user has no home folder")]
    NoHome,
    #[error("the place of this program is not known: {0}")]
    NoProgram(String),
    #[error("a path has characters that an entry cannot hold")]
    Path,
    #[error("the entry was not written: {0}")]
    NotWritten(String),
    #[error("the entry cannot be read: {0}")]
    NotRead(String),
}

/// What is started with the desktop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The full path of the program.
    pub program: String,
    pub arguments: Vec<String>,
}

impl Entry {
    /// This program; as an `AppImage` the file that the user has, not the place it is unpacked to.
    ///
    /// # Errors
    /// The system does not say where it is, or its path is no text.
    pub fn of_this_program(arguments: Vec<String>) -> Result<Self, AutostartError> {
        let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
        let program = match image {
            Some(image) => image,
            None => std::env::current_exe().map_err(|error| AutostartError::NoProgram(error.to_string()))?,
        };
        let program = program.into_os_string().into_string().map_err(|_| AutostartError::Path)?;
        Ok(Self { program, arguments })
    }

    fn words(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.program).chain(&self.arguments)
    }

    fn has_control_characters(&self) -> bool {
        self.words().any(|word| word.chars().any(char::is_control))
    }

    /// The text of the entry's file on this system.
    ///
    /// # Errors
    /// A path has control characters.
    #[cfg(not(windows))]
    pub fn text(&self) -> Result<String, AutostartError> {
        if self.has_control_characters() {
            return Err(AutostartError::Path);
        }
        Ok(if cfg!(target_os = "macos") { self.launch_agent() } else { self.desktop_entry() })
    }

    /// As the Desktop Entry and Desktop Application Autostart specifications of freedesktop.org have it.
    #[cfg(not(windows))]
    fn desktop_entry(&self) -> String {
        let exec = self.words().map(|word| exec_word(word)).collect::<Vec<_>>().join(" ");
        format!("[Desktop Entry]\nType=Application\nName=Mainspring\nExec={exec}\nIcon={APP_ID}\nTerminal=false\n")
    }

    /// As `launchd.plist(5)` has it.
    #[cfg(not(windows))]
    fn launch_agent(&self) -> String {
        let words =
            self.words().map(|word| format!("    <string>{}</string>\n", xml(word))).collect::<Vec<_>>().concat();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
             <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{APP_ID}</string>\n  \
             <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n  <key>RunAtLoad</key>\n  <true/>\n</dict>\n</plist>\n"
        )
    }
}

/// Where the entry of this user is, or would be.
///
/// # Errors
/// The user has no home folder.
#[cfg(not(windows))]
pub fn file() -> Result<PathBuf, AutostartError> {
    let dirs = directories::BaseDirs::new().ok_or(AutostartError::NoHome)?;
    Ok(if cfg!(target_os = "macos") {
        dirs.home_dir().join("Library/LaunchAgents").join(format!("{APP_ID}.plist"))
    } else {
        dirs.config_dir().join("autostart").join(format!("{APP_ID}.desktop"))
    })
}

/// Whether an entry that is there is in force: desktops switch one off by a line in it.
#[cfg(not(windows))]
pub fn switch_of(entry: &str) -> Switch {
    let is_off = |line: &str| {
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        matches!((key.trim(), value.trim()), ("Hidden", "true") | ("X-GNOME-Autostart-enabled", "false"))
    };
    if entry.lines().any(is_off) { Switch::Off } else { Switch::On }
}

/// A word of an `Exec` line: quoted, with the escapes of the quoting and then those of a value.
#[cfg(not(windows))]
fn exec_word(word: &str) -> String {
    let mut quoted = String::from('"');
    for letter in word.chars() {
        match letter {
            '"' | '`' | '$' => quoted.extend(['\\', '\\', letter]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(not(windows))]
fn xml(word: &str) -> String {
    word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    fn entry(program: &str, arguments: &[&str]) -> Entry {
        Entry {
            program: program.to_owned(),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        }
    }

    #[test]
    fn the_entry_of_a_desktop_starts_the_program_with_its_arguments() {
        let text = entry("/opt/main spring/bin", &["--data", "/home/ada/a \"b\".ron", "--minimized"]).desktop_entry();
        assert_eq!(
            text,
            "[Desktop Entry]\nType=Application\nName=Mainspring\n\
             Exec=\"/opt/main spring/bin\" \"--data\" \"/home/ada/a \\\\\"b\\\\\".ron\" \"--minimized\"\n\
             Icon=io.github.mainspring_app.Mainspring\nTerminal=false\n"
        );
    }

    #[track_caller]
    fn check_word(word: &str, expected: &str) {
        assert_eq!(exec_word(word), expected);
    }

    #[test]
    fn no_character_of_a_path_means_anything_to_a_desktop() {
        check_word("/usr/bin/mainspring", "\"/usr/bin/mainspring\"");
        check_word("/a$HOME", "\"/a\\\\$HOME\"");
        check_word("/a`b`", "\"/a\\\\`b\\\\`\"");
        check_word("/a\\b", "\"/a\\\\\\\\b\"");
        check_word("/100%f", "\"/100%%f\"");
    }

    #[test]
    fn the_agent_of_a_mac_starts_the_program_with_its_arguments() {
        let text = entry("/Applications/A & B.app/main", &["--minimized"]).launch_agent();
        assert!(text.contains("<string>/Applications/A &amp; B.app/main</string>\n    <string>--minimized</string>"));
        assert!(text.contains("<key>RunAtLoad</key>\n  <true/>"));
    }

    #[test]
    fn a_path_with_a_line_break_makes_no_entry() {
        assert_eq!(entry("/opt/a\nHidden=true", &[]).text(), Err(AutostartError::Path));
    }

    #[test]
    fn an_entry_can_be_switched_off_by_the_desktop() {
        assert_eq!(switch_of("[Desktop Entry]\nExec=a\n"), Switch::On);
        assert_eq!(switch_of("[Desktop Entry]\nHidden=true\n"), Switch::Off);
        assert_eq!(switch_of("X-GNOME-Autostart-enabled = false"), Switch::Off);
    }
}
