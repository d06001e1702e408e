//! Icons: each constant is one letter of the bundled Phosphor font, to be drawn with `theme::icon_font(size)`.
//! Written by `scripts/make-fonts.sh`; add a name there, never here.

/// The icon "airplane".
pub const AIRPLANE: &str = "\u{e002}";
/// The icon "archive".
pub const ARCHIVE: &str = "\u{e00c}";
/// The icon "arrow clockwise".
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
/// The icon "arrow counter clockwise".
pub const ARROW_COUNTER_CLOCKWISE: &str = "\u{e038}";
/// The icon "arrow down".
pub const ARROW_DOWN: &str = "\u{e03e}";
/// The icon "arrow left".
pub const ARROW_LEFT: &str = "\u{e058}";
/// The icon "arrow right".
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// The icon "arrow up".
pub const ARROW_UP: &str = "\u{e08e}";
/// The icon "bed".
pub const BED: &str = "\u{e0cc}";
/// The icon "bell".
pub const BELL: &str = "\u{e0ce}";
/// The icon "bell slash".
pub const BELL_SLASH: &str = "\u{e0d4}";
/// The icon "calendar".
pub const CALENDAR: &str = "\u{e108}";
/// The icon "calendar blank".
pub const CALENDAR_BLANK: &str = "\u{e10a}";
/// The icon "calendar check".
pub const CALENDAR_CHECK: &str = "\u{e712}";
/// The icon "caret down".
pub const CARET_DOWN: &str = "\u{e136}";
/// The icon "caret left".
pub const CARET_LEFT: &str = "\u{e138}";
/// The icon "caret right".
pub const CARET_RIGHT: &str = "\u{e13a}";
/// The icon "caret up".
pub const CARET_UP: &str = "\u{e13c}";
/// The icon "caret up down".
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// The icon "chart bar".
pub const CHART_BAR: &str = "\u{e150}";
/// The icon "chat circle".
pub const CHAT_CIRCLE: &str = "\u{e168}";
/// The icon "check".
pub const CHECK: &str = "\u{e182}";
/// The icon "clock".
pub const CLOCK: &str = "\u{e19a}";
/// The icon "coffee".
pub const COFFEE: &str = "\u{e1c2}";
/// The icon "command".
pub const COMMAND: &str = "\u{e1c4}";
/// The icon "copy".
pub const COPY: &str = "\u{e1ca}";
/// The icon "diamond".
pub const DIAMOND: &str = "\u{e1ec}";
/// The icon "dots six vertical".
pub const DOTS_SIX_VERTICAL: &str = "\u{eae2}";
/// The icon "dots three".
pub const DOTS_THREE: &str = "\u{e1fe}";
/// The icon "download simple".
pub const DOWNLOAD_SIMPLE: &str = "\u{e20c}";
/// The icon "export".
pub const EXPORT: &str = "\u{eaf0}";
/// The icon "eye".
pub const EYE: &str = "\u{e220}";
/// The icon "eye slash".
pub const EYE_SLASH: &str = "\u{e224}";
/// The icon "file csv".
pub const FILE_CSV: &str = "\u{eb1c}";
/// The icon "file svg".
pub const FILE_SVG: &str = "\u{ed08}";
/// The icon "file text".
pub const FILE_TEXT: &str = "\u{e23a}";
/// The icon "first aid".
pub const FIRST_AID: &str = "\u{e56e}";
/// The icon "flag".
pub const FLAG: &str = "\u{e244}";
/// The icon "floppy disk".
pub const FLOPPY_DISK: &str = "\u{e248}";
/// The icon "folder open".
pub const FOLDER_OPEN: &str = "\u{e256}";
/// The icon "gear".
pub const GEAR: &str = "\u{e270}";
/// The icon "gift".
pub const GIFT: &str = "\u{e276}";
/// The icon "heart".
pub const HEART: &str = "\u{e2a8}";
/// The icon "hourglass".
pub const HOURGLASS: &str = "\u{e2b2}";
/// The icon "image".
pub const IMAGE: &str = "\u{e2ca}";
/// The icon "info".
pub const INFO: &str = "\u{e2ce}";
/// The icon "keyboard".
pub const KEYBOARD: &str = "\u{e2d8}";
/// The icon "lamp".
pub const LAMP: &str = "\u{e638}";
/// The icon "lightbulb".
pub const LIGHTBULB: &str = "\u{e2dc}";
/// The icon "link".
pub const LINK: &str = "\u{e2e2}";
/// The icon "list".
pub const LIST: &str = "\u{e2f0}";
/// The icon "lock".
pub const LOCK: &str = "\u{e2fa}";
/// The icon "magnifying glass".
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// The icon "medal".
pub const MEDAL: &str = "\u{e320}";
/// The icon "minus".
pub const MINUS: &str = "\u{e32a}";
/// The icon "moon".
pub const MOON: &str = "\u{e330}";
/// The icon "note pencil".
pub const NOTE_PENCIL: &str = "\u{e34c}";
/// The icon "pause".
pub const PAUSE: &str = "\u{e39e}";
/// The icon "pencil simple".
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// The icon "play".
pub const PLAY: &str = "\u{e3d0}";
/// The icon "plus".
pub const PLUS: &str = "\u{e3d4}";
/// The icon "question".
pub const QUESTION: &str = "\u{e3e8}";
/// The icon "repeat".
pub const REPEAT: &str = "\u{e3f6}";
/// The icon "scissors".
pub const SCISSORS: &str = "\u{eae0}";
/// The icon "sparkle".
pub const SPARKLE: &str = "\u{e6a2}";
/// The icon "spiral".
pub const SPIRAL: &str = "\u{e9fa}";
/// The icon "star".
pub const STAR: &str = "\u{e46a}";
/// The icon "stop".
pub const STOP: &str = "\u{e46c}";
/// The icon "sun".
pub const SUN: &str = "\u{e472}";
/// The icon "table".
pub const TABLE: &str = "\u{e476}";
/// The icon "target".
pub const TARGET: &str = "\u{e47c}";
/// The icon "trash".
pub const TRASH: &str = "\u{e4a6}";
/// The icon "trophy".
pub const TROPHY: &str = "\u{e67e}";
/// The icon "upload simple".
pub const UPLOAD_SIMPLE: &str = "\u{e4c0}";
/// The icon "user".
pub const USER: &str = "\u{e4c2}";
/// The icon "users".
pub const USERS: &str = "\u{e4d6}";
/// The icon "warning".
pub const WARNING: &str = "\u{e4e0}";
/// The icon "x".
pub const X: &str = "\u{e4f6}";
