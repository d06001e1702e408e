//! Opens folders in the file manager, links in the browser and drafts in the mail program, and nothing else.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::paths::canonical;
use super::worker::Worker;

/// Longest link that is opened, in bytes; what browsers and desktops are known to pass on whole.
const MAX_URL_BYTES: usize = 2048;

/// Why something was not opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Not a folder, or not there.
    #[error("not a folder: {0}")]
    NotAFolder(PathBuf),
    /// The system gave no program or no thread for it.
    #[error("no program could be started: {0}")]
    Start(#[from] io::Error),
    /// The link was refused before anything was started.
    #[error(transparent)]
    Url(#[from] UrlError),
}

/// Why a link is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum UrlError {
    /// It does not start with `http://` or `https://`.
    #[error("only http and https links are opened")]
    Scheme,
    /// Spaces, control characters, quotes or other characters that a link has to write as `%xx`.
    #[error("the link has a character that links may not have")]
    Character,
    /// No host after the scheme, or one that starts with a hyphen.
    #[error("the link names no site")]
    Host,
    /// `user@host`, which is most often made to look like another site.
    #[error("links with a user name are not opened")]
    User,
    /// Longer than 2048 bytes.
    #[error("the link is too long")]
    Length,
}

/// Shows `dir` in the file manager; returns before the window is there.
pub fn open_folder(dir: &Path) -> Result<(), OpenError> {
    // The full path never starts with a hyphen, so no program takes it for an option.
    let full = canonical(dir).ok().filter(|full| full.is_dir());
    let full = full.ok_or_else(|| OpenError::NotAFolder(dir.to_owned()))?;
    Ok(open::that_detached(full)?)
}

/// Opens a link that [`checked_url`] accepts in the browser; show the whole link to the person first. `failed` is told on
/// another thread when no browser took it.
pub fn open_url(url: &str, failed: impl FnOnce(OpenError) + Send + 'static) -> Result<(), OpenError> {
    let url = checked_url(url)?.to_owned();
    // Starting a browser may take seconds, and a text browser runs until it is closed.
    Worker::spawn("open-url", move || {
        if let Err(error) = webbrowser::open(&url) {
            log::warn!("no browser could be started: {error}");
            failed(error.into());
        }
    })?;
    Ok(())
}

/// Opens a mail draft in the mail program; show all of it to the person first. Nothing is sent by it. `failed` is told on
/// another thread when no program took it.
pub fn open_mail(link: &str, failed: impl FnOnce(OpenError) + Send + 'static) -> Result<(), OpenError> {
    let link = checked_mail(link)?.to_owned();
    Worker::spawn("open-mail", move || {
        // Waits for what starts the program, which alone knows whether there is one.
        if let Err(error) = open::that(&link) {
            log::warn!("no mail program could be started: {error}");
            failed(error.into());
        }
    })?;
    Ok(())
}

/// The link itself if it is a mail draft without any character that a link has to write as `%xx`.
pub fn checked_mail(link: &str) -> Result<&str, UrlError> {
    if !link.starts_with("mailto:") {
        return Err(UrlError::Scheme);
    }
    if link.len() > MAX_URL_BYTES {
        return Err(UrlError::Length);
    }
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-._~%@:?&=+".contains(char);
    if link.chars().all(is_plain) { Ok(link) } else { Err(UrlError::Character) }
}

/// The link itself if it is plain http or https, with a site and no tricks; never starts anything.
pub fn checked_url(url: &str) -> Result<&str, UrlError> {
    let rest = after_scheme(url).ok_or(UrlError::Scheme)?;
    if url.len() > MAX_URL_BYTES {
        return Err(UrlError::Length);
    }
    if url
        .chars()
        .any(|c| !c.is_ascii_graphic() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`' | '^' | '{' | '|' | '}'))
    {
        return Err(UrlError::Character);
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(UrlError::User);
    }
    if authority.is_empty() || authority.starts_with(['-', ':', '.']) {
        return Err(UrlError::Host);
    }
    Ok(url)
}

fn after_scheme(url: &str) -> Option<&str> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let start = url.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(url: &str, why: UrlError) {
        assert_eq!(checked_url(url), Err(why), "{url:?}");
    }

    #[test]
    fn http_and_https_links_pass() {
        for url in ["https://example.org", "HTTP://example.org:8080/a?b=c#d", "https://[::1]/", "https://x.org/%C3%A4"]
        {
            assert_eq!(checked_url(url), Ok(url));
        }
    }

    #[test]
    fn other_schemes_are_refused() {
        for url in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "smb://host/share",
            "-flag",
            "",
            "https:/x",
            "ftp://x",
            "hätps://x",
        ] {
            check_refused(url, UrlError::Scheme);
        }
        check_refused(" https://example.org", UrlError::Scheme);
    }

    #[test]
    fn characters_that_could_mislead_are_refused() {
        for url in
            ["https://a b", "https://a\n", "https://a\u{202e}moc", "https://a\"x", "https://a\\b", "https://аpple.com"]
        {
            check_refused(url, UrlError::Character);
        }
    }

    #[test]
    fn links_without_an_honest_site_are_refused() {
        check_refused("https://", UrlError::Host);
        check_refused("https:///path", UrlError::Host);
        check_refused("https://-flag", UrlError::Host);
        check_refused("https://bank.example@evil.example/", UrlError::User);
        check_refused(&format!("https://example.org/{}", "a".repeat(2048)), UrlError::Length);
    }

    #[test]
    fn only_a_mail_draft_is_opened_as_one() {
        let draft = "mailto:ada@example.org?subject=The%20book&body=Five%20days%0D%0ANext%3A%20the%20bell";
        assert_eq!(checked_mail(draft), Ok(draft));
        assert_eq!(checked_mail("https://example.org"), Err(UrlError::Scheme));
        assert_eq!(checked_mail("mailto:a@b.org?body=one two"), Err(UrlError::Character));
        assert_eq!(checked_mail("mailto:a@b.org?body=$(id)"), Err(UrlError::Character));
        assert_eq!(checked_mail(&format!("mailto:a@b.org?body={}", "a".repeat(2048))), Err(UrlError::Length));
    }

    #[test]
    fn a_file_or_a_missing_folder_is_not_opened() {
        let file = tempfile::NamedTempFile::new().unwrap();
        assert!(matches!(open_folder(file.path()), Err(OpenError::NotAFolder(_))));
        assert!(matches!(open_folder(Path::new("/no/such/folder")), Err(OpenError::NotAFolder(_))));
    }

    /// Runs as a process of its own below, because the environment of this one belongs to all tests.
    #[test]
    #[ignore = "run by `the_browser_gets_the_link_and_nothing_else`"]
    fn opens_the_link_of_the_environment() {
        let link = std::env::var("MAINSPRING_TEST_LINK").unwrap();
        println!("opened: {}", open_url(&link, |_logged| ()).is_ok());
        std::thread::sleep(std::time::Duration::from_millis(300));
    }

    #[cfg(unix)]
    #[track_caller]
    fn check_browser(link: &str, got: Option<&str>) {
        use std::os::unix::fs::PermissionsExt;
        use std::process::Command;
        let dir = tempfile::tempdir().unwrap();
        let (browser, calls) = (dir.path().join("browser"), dir.path().join("calls"));
        std::fs::write(&browser, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n", calls.display())).unwrap();
        std::fs::set_permissions(&browser, std::fs::Permissions::from_mode(0o700)).unwrap();
        let name = "platform::open::tests::opens_the_link_of_the_environment";
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", name, "--ignored"]).env("BROWSER", &browser).env("MAINSPRING_TEST_LINK", link);
        assert!(child.output().unwrap().status.success());
        assert_eq!(std::fs::read_to_string(&calls).ok().as_deref(), got, "{link:?}");
    }

    #[cfg(unix)]
    #[test]
    fn the_browser_gets_the_link_and_nothing_else() {
        check_browser("https://example.org/a?b=c", Some("https://example.org/a?b=c\n"));
        check_browser("file:///etc/passwd", None);
        check_browser("-flag", None);
    }
}
