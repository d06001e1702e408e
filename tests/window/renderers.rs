//! Where no display or no renderer is there: the app says so in words, or draws with the other one.

use crate::desk::{Desk, PATIENCE};
use crate::{REWARD, SAVED, app};

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn a_missing_display_is_said_in_words() {
    let desk = Desk::without_daemon();
    let mut command = desk.command(&app::binary());
    let output = command.env_remove("DISPLAY").arg("--data").arg(desk.data_file()).output().expect("the app starts");
    let said = String::from_utf8_lossy(&output.stderr).to_lowercase();
    assert!(!output.status.success());
    assert!(said.contains("window") || said.contains("display"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// Hides OpenGL from a program: neither a vendor nor a driver is found.
const NO_OPENGL: [(&str, &str); 3] = [
    ("__EGL_VENDOR_LIBRARY_DIRS", "/nonexistent"),
    ("__GLX_VENDOR_LIBRARY_NAME", "nonexistent"),
    ("LIBGL_DRIVERS_PATH", "/nonexistent"),
];
/// Hides Vulkan from a program.
const NO_VULKAN: [(&str, &str); 2] = [("VK_ICD_FILENAMES", "/nonexistent"), ("VK_DRIVER_FILES", "/nonexistent")];

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn without_opengl_the_window_opens_with_wgpu() {
    let mut desk = Desk::without_daemon();
    desk.for_the_app = NO_OPENGL.to_vec();
    desk.prepare(REWARD);
    let app = desk.launch(&[]);
    app.time_to_answer("ctrl+3");
    desk.shoot("wgpu");
    // The renderer that did not start has given the file back.
    app.press(&["ctrl+1", "space"]);
    desk.wait_for_model("a session runs and is saved", SAVED, |model| model.running.is_some());
}

#[test]
#[ignore = "needs a display server; check.sh runs it"]
fn without_any_renderer_the_app_says_so_and_leaves_the_file() {
    let mut desk = Desk::without_daemon();
    desk.for_the_app = [&NO_OPENGL[..], &NO_VULKAN[..]].concat();
    desk.prepare(REWARD);
    let before = desk.data();
    let mut app = desk.start(&[]);
    let status = app.ended_within(PATIENCE).expect("the app ends");
    assert!(!status.success());
    let said = std::fs::read_to_string(desk.path("app.log")).unwrap_or_default();
    assert!(!said.contains("panicked"), "{said}");
    assert!(said.to_lowercase().contains("window"), "{said}");
    assert_eq!(desk.data(), before);
}
