//! The widgets every screen is made of. All take the theme, have a name for a screen reader and a visible focus.
//!
//! ```text
//! pages      page(ui, "goal", widest, |ui| …)
//! words      page_title, subtitle, section, body, strong, muted, small   (ui, theme, &str) -> Response
//!            words / cut(ui, &str, &theme.body, theme.ink)   value_row / remark_row(ui, theme, left, right)
//!            figure(ui, theme, name, value, note)      divider(ui, theme)
//! cards      card(ui, theme, |ui| …) -> InnerResponse  nudge_card(ui, theme, |ui| …)
//!            nudge(ui, theme, title, sentence, act) -> bool
//! buttons    primary_button, pill_button, small_button, quiet_button, link_button   (ui, theme, &str) -> Response
//!            ui.add(Button::aside(theme, "Why").icon(icons::QUESTION))   address(ui, theme, "https://…") -> Response
//!            ui.add(Button::primary(theme, text).icon(icons::PLAY).shortcut("Space").min_width(w))
//!            ui.add_enabled(can, Button::pill(theme, text).destructive())
//!            icon_button(ui, theme, icons::X, name) -> Response   icon(ui, icons::LOCK, 16.0, theme.muted)
//!            key_cap(ui, theme, "Ctrl K")
//! choices    chip(ui, theme, &mut on, text)   chips_row(ui, |ui| …)   check(ui, theme, &mut on, text)
//!            toggle(ui, theme, &mut on, text)   toggle_note(ui, theme, &mut on, text, note)
//!            bare_toggle(ui, theme, &mut on, name)
//!            round_toggle(ui, theme, &mut on, "Mo", "Monday")
//!            segmented(ui, theme, name, &mut value, &[(Range::Month, "Month"), …])
//!            select(ui, theme, label, &mut value, &[(…, "…")])   bare_select(…) without the label above
//!            rating(ui, theme, text, name, &mut Option<u8>)   scale(ui, theme, text, name, 0..=10, &mut Option<u8>)
//! fields     text_field(ui, theme, label, &mut String)   text_area(ui, theme, label, &mut String, rows)
//!            TextField::new(theme, label).hint(…).note(…).problem(Option<&str>).rows(3).limit(80).show(ui, &mut value)
//!            Stepper::new(theme, text, name, 5..=120).step(5.0).unit("min").show(ui, &mut minutes)
//! states     progress_bar(ui, theme, name, 0.67, theme.stage[0])   banner(ui, theme, Tone::Info, message, acts) -> Option<usize>
//!            empty_state(ui, theme, icons::GIFT, title, sentence, act) -> bool
//! layers     sheet(ctx, theme, text, id, title, |ui| …) -> SheetAnswer { inner, closed }
//!            wide_sheet(ctx, theme, text, id, title, |ui, columns| …, |ui, given| …): two columns where there is room, and acts
//!            sheet_with_acts(ctx, theme, text, id, title, |ui| …, |ui, given| …): a row of acts that stays in sight
//!            Toasts<A>: tell(tone, message, now_secs), offer(message, label, act, now_secs), ui(ctx, theme, text, now_secs)
//! focus      shows_focus(&response): ring it   watch_hands(ctx) once a frame
//!            follow_focus(ui) last in what scrolls: what the keyboard comes to is seen
//! ```

mod banner;
mod button;
mod card;
mod chip;
mod empty;
mod field;
mod focus;
mod icon_button;
mod link;
mod page;
mod paint;
mod progress;
mod radio;
mod rating;
mod round_toggle;
mod segmented;
mod select;
mod sheet;
mod stepper;
mod toast;
mod toggle;
mod words;

pub use banner::{Tone, banner};
pub use button::{Button, key_cap, link_button, pill_button, primary_button, quiet_button, small_button};
pub use card::{card, nudge, nudge_card};
pub use chip::{chip, chips_row};
pub use empty::empty_state;
pub use field::{TextField, text_area, text_field};
pub use focus::{follow_focus, shows_focus, uncover, watch_hands};
pub use icon_button::{ICON_BUTTON, icon, icon_button};
pub use link::address;
pub use page::{fixed_page, page};
pub use progress::progress_bar;
pub use rating::{RATING_MOST, rating, scale};
pub use round_toggle::round_toggle;
pub use segmented::segmented;
pub use select::{bare_select, select};
pub use sheet::{Columns, SheetAnswer, sheet, sheet_with_acts, wide_sheet};
pub use stepper::Stepper;
pub use toast::Toasts;
pub use toggle::{bare_toggle, check, toggle, toggle_note};
pub use words::{
    body, cut, divider, figure, muted, page_title, remark_row, section, small, strong, subtitle, value_row, words,
};
