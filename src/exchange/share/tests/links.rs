//! Links against what is written here.

use crate::domain::effect::Refusal;
use crate::exchange::share::links::{Network, TooLong, mailto};

#[track_caller]
fn check_mail(to: &str, subject: &str, body: &str, expected: &str) {
    assert_eq!(mailto(to, subject, body).as_deref(), Ok(expected));
}

#[test]
fn a_mail_draft_is_written_as_rfc_6068_has_it() {
    check_mail("anna@example.org", "My week", "Hello", "mailto:anna@example.org?subject=My%20week&body=Hello");
    check_mail("", "", "", "mailto:?subject=&body=");
    check_mail("a@b.c", "x", "one\ntwo", "mailto:a@b.c?subject=x&body=one%0D%0Atwo");
    check_mail("a@b.c", "x", "one\r\ntwo\rthree", "mailto:a@b.c?subject=x&body=one%0D%0Atwo%0D%0Athree");
    check_mail(
        "a@b.c",
        "R&D = \"50 %\"?",
        "#1 + 'x'",
        "mailto:a@b.c?subject=R%26D%20%3D%20%2250%20%25%22%3F&body=%231%20%2B%20%27x%27",
    );
    check_mail(
        "a@b.c",
        "🎉",
        "é – “x”",
        "mailto:a@b.c?subject=%F0%9F%8E%89&body=%C3%A9%20%E2%80%93%20%E2%80%9Cx%E2%80%9D",
    );
    check_mail("a@b.c", "x", "ספר", "mailto:a@b.c?subject=x&body=%D7%A1%D7%A4%D7%A8");
    check_mail("a+tag@b.c", "x", "", "mailto:a%2Btag@b.c?subject=x&body=");
    // RFC 6068, §6.1: a sign of the address that could begin a field is none.
    check_mail("a?bcc=x@b.c", "x", "", "mailto:a%3Fbcc%3Dx@b.c?subject=x&body=");
    check_mail("a@b.c&cc=d@e.f", "x", "", "mailto:a@b.c%26cc%3Dd@e.f?subject=x&body=");
    check_mail(
        "a@b.c\r\nBcc: d@e.f",
        "one\r\nBcc: two",
        "",
        "mailto:a@b.cBcc%3Ad@e.f?subject=one%20Bcc%3A%20two&body=",
    );
    check_mail("a@b.c", "x", "\u{0}\u{7}bell\tand tab", "mailto:a@b.c?subject=x&body=bell%09and%20tab");
}

#[test]
fn a_link_of_1900_characters_or_more_has_to_be_copied_instead() {
    let head = "mailto:a@b.c?subject=x&body=".len();
    assert!(mailto("a@b.c", "x", &"a".repeat(1_899 - head)).is_ok());
    assert_eq!(mailto("a@b.c", "x", &"a".repeat(1_900 - head)), Err(TooLong { chars: 1_900 }));
    assert_eq!(mailto("a@b.c", "x", &"a".repeat(10_000)), Err(TooLong { chars: 10_028 }));
    assert_eq!(mailto("a@b.c", "x", &"🎉".repeat(10_000)), Err(TooLong { chars: 120_028 }));
    for network in networks() {
        assert!(network.compose_link(&"a".repeat(10_000)).is_err(), "{network:?}");
    }
    assert_eq!(
        TooLong { chars: 1_900 }.to_string(),
        "the link would have 1900 characters, and fewer than 1900 are let through everywhere"
    );
}

fn networks() -> [Network; 6] {
    let mastodon = Network::mastodon("mastodon.social").unwrap();
    [mastodon, Network::Bluesky, Network::X, Network::LinkedIn, Network::Telegram, Network::WhatsApp]
}

#[track_caller]
fn check_all(words: &str, encoded: &str) {
    let links = networks().map(|network| network.compose_link(words).unwrap());
    let starts = [
        "https://mastodon.social/share?text=",
        "https://bsky.app/intent/compose?text=",
        "https://x.com/intent/post?text=",
        "https://www.linkedin.com/feed/?shareActive=true&text=",
        "https://t.me/share/url?url=",
        "https://wa.me/?text=",
    ];
    assert_eq!(links, starts.map(|start| format!("{start}{encoded}")));
}

#[test]
fn each_network_gets_its_own_link_with_the_words_encoded() {
    check_all("Write the book", "Write%20the%20book");
    check_all("5 & 6 = \"11\"", "5%20%26%206%20%3D%20%2211%22");
    check_all("one\ntwo\r\nthree", "one%0Atwo%0Athree");
    check_all("#done @you 50 % +1?", "%23done%20%40you%2050%20%25%20%2B1%3F");
    check_all("👩‍💻 ✍️", "%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB%20%E2%9C%8D%EF%B8%8F");
    check_all("كتاب", "%D9%83%D8%AA%D8%A7%D8%A8");
    check_all("a-b.c_d~e", "a-b.c_d~e");
    check_all("</script>", "%3C%2Fscript%3E");
    check_all("", "");
}

#[track_caller]
fn check_server(typed: &str, expected: Result<&str, Refusal>) {
    let link = Network::mastodon(typed).map(|network| network.compose_link("x").unwrap());
    assert_eq!(link, expected.map(|server| format!("{server}/share?text=x")));
}

#[test]
fn a_server_is_one_of_the_web_and_nothing_else() {
    check_server("mastodon.social", Ok("https://mastodon.social"));
    check_server("  https://chaos.social/@me?x#y ", Ok("https://chaos.social"));
    check_server("HTTPS://fosstodon.org", Ok("https://fosstodon.org"));
    check_server("http://localhost:3000/", Ok("http://localhost:3000"));
    check_server("javascript:alert(1)", Err(Refusal::OutOfRange("address")));
    check_server("file:///etc/passwd", Err(Refusal::OutOfRange("address")));
    check_server("ftp://x.y", Err(Refusal::OutOfRange("address")));
    check_server("mailto:a@b.c", Err(Refusal::OutOfRange("address")));
    check_server("https://me:secret@x.y", Err(Refusal::OutOfRange("address")));
    check_server("https:///share", Err(Refusal::OutOfRange("address")));
    check_server("two words", Err(Refusal::OutOfRange("address")));
}

#[test]
fn the_length_of_a_post_is_never_told_too_short() {
    let x = Network::X;
    assert_eq!([x.length("Write"), x.length("é – “x”"), x.length("書く"), x.length("✍")], [5, 7, 4, 2]);
    assert!(x.fits(&"a".repeat(280)) && !x.fits(&"a".repeat(281)) && !x.fits(&"書".repeat(141)));
    assert!(Network::Bluesky.fits(&"a".repeat(300)) && !Network::Bluesky.fits(&"a".repeat(301)));
    let short = "see https://a.b and http://c.d";
    assert_eq!([x.length(short), Network::mastodon("a.b").unwrap().length(short)], [55, 55]);
    assert_eq!([Network::Bluesky.length(short), x.length(&format!("https://a.b/{}", "c".repeat(30)))], [30, 42]);
    // It has room there, but not in a link.
    assert!(!Network::LinkedIn.fits(&"a".repeat(2_000)));
}
