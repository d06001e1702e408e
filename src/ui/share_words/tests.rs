//! What leaves, of the demo and of made-up records, in all forms.

mod demo;
mod hidden;
mod privacy;
mod room;
mod written;

use crate::domain::people::shared::Shared;
use crate::exchange::share::card::{self, Look, Size};
use crate::exchange::share::json::{self, Envelope};
use crate::exchange::share::links::{Network, mailto};
use crate::exchange::share::{html, text};
use crate::ui::share_words;
use crate::ui::text::Text;
use crate::ui::theme::Theme;

fn look_light() -> Look {
    share_words::look(&Theme::light())
}

/// Where a post can go.
fn networks() -> [Network; 6] {
    let mastodon = Network::mastodon("mastodon.social").unwrap();
    [mastodon, Network::Bluesky, Network::X, Network::LinkedIn, Network::Telegram, Network::WhatsApp]
}

/// Every form of it, each with its name.
fn forms(words: &Text, shared: &Shared) -> Vec<(&'static str, String)> {
    let told = share_words::told(words, shared);
    let look = look_light();
    let plain = text::plain(&told);
    let envelope = Envelope { id: "id".to_owned(), event: "week".to_owned(), at: "2026-11-27T10:12:00Z".to_owned() };
    let push = json::push(&told);
    let mut all = vec![
        ("what is shared", format!("{shared:?}")),
        ("in words", format!("{told:?}")),
        ("markdown", text::markdown(&told)),
        ("wide card", card::svg(&told, &look, Size::Wide)),
        ("square card", card::svg(&told, &look, Size::Square)),
        ("page", html::html(&told, &look)),
        ("webhook", json::webhook(&envelope, shared, &told)),
        ("push", format!("{} {}", push.title, push.message)),
        ("slack", json::chat("https://hooks.slack.com/x", &plain)),
        ("discord", json::chat("https://discord.com/x", &plain)),
        ("mattermost", json::chat("https://chat.example.org/hooks/x", &plain)),
        ("mail", mailto("a@b.c", &told.goal, &plain).unwrap_or_default()),
    ];
    for network in networks() {
        let post = text::post(&told, &|words| network.fits(words));
        all.push(("link", network.compose_link(&post).unwrap()));
        // What is longer than a post may be put in by hand.
        all.push(("long link", network.compose_link(&plain).unwrap_or_default()));
    }
    all.push(("text", plain));
    all
}
