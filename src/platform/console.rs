//! Words for whoever started the program: on its console, or in a message box where it has none.
//!
//! A Windows program with a window gets no console, not even from the shell that started it, so what it prints is lost
//! unless it goes to a file or a pipe (`mainspring status | more`).

/// Whether what is printed arrives anywhere.
#[cfg(not(windows))]
pub fn is_there() -> bool {
    true
}

/// Whether what is printed arrives anywhere.
#[cfg(windows)]
pub fn is_there() -> bool {
    use std::os::windows::io::AsRawHandle;
    !std::io::stdout().as_raw_handle().is_null() || !std::io::stderr().as_raw_handle().is_null()
}

/// Prints a line on stderr, or shows it in a message box and waits until that is closed. Call it on the main thread.
pub fn tell(words: &str) {
    if is_there() {
        eprintln!("{words}");
    } else {
        show_in_box(words);
    }
}

/// Shows words in a message box and waits until it is closed; nothing where there are no words, or no such boxes.
pub fn show_in_box(words: &str) {
    #[cfg(windows)]
    if !words.trim().is_empty() {
        rfd::MessageDialog::new().set_title(super::notifier::APP_NAME).set_description(words.trim_end()).show();
    }
    #[cfg(not(windows))]
    let _ = words;
}
