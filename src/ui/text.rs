//! Every word on screen: Fluent texts by id, one file a screen, embedded.

use std::collections::BTreeSet;
use std::sync::Mutex;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

use super::format;

#[cfg(test)]
mod tests;

/// The English files, one a screen.
const ENGLISH: [(&str, &str); 21] = [
    ("app", include_str!("../../assets/i18n/en/app.ftl")),
    ("common", include_str!("../../assets/i18n/en/common.ftl")),
    ("focus", include_str!("../../assets/i18n/en/focus.ftl")),
    ("goal", include_str!("../../assets/i18n/en/goal.ftl")),
    ("progress", include_str!("../../assets/i18n/en/progress.ftl")),
    ("programme", include_str!("../../assets/i18n/en/programme.ftl")),
    ("plans", include_str!("../../assets/i18n/en/plans.ftl")),
    ("rewards", include_str!("../../assets/i18n/en/rewards.ftl")),
    ("environment", include_str!("../../assets/i18n/en/environment.ftl")),
    ("people", include_str!("../../assets/i18n/en/people.ftl")),
    ("share", include_str!("../../assets/i18n/en/share.ftl")),
    ("sending", include_str!("../../assets/i18n/en/sending.ftl")),
    ("review", include_str!("../../assets/i18n/en/review.ftl")),
    ("reminders", include_str!("../../assets/i18n/en/reminders.ftl")),
    ("nudges", include_str!("../../assets/i18n/en/nudges.ftl")),
    ("evidence", include_str!("../../assets/i18n/en/evidence.ftl")),
    ("settings", include_str!("../../assets/i18n/en/settings.ftl")),
    ("firstrun", include_str!("../../assets/i18n/en/firstrun.ftl")),
    ("recovery", include_str!("../../assets/i18n/en/recovery.ftl")),
    ("commands", include_str!("../../assets/i18n/en/commands.ftl")),
    ("cli", include_str!("../../assets/i18n/en/cli.ftl")),
];

/// The texts of one language.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
    /// Ids already logged as missing or faulty, so that a frame does not log them again.
    complained: Mutex<BTreeSet<String>>,
}

impl Text {
    /// The English texts.
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::from_bytes(b"en").unwrap_or_default()]);
        // The marks that would keep right-to-left figures apart have no glyph and would break searching by label.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        for (file, source) in ENGLISH {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, errors)| {
                log::error!("texts of {file}: {errors:?}");
                partial
            });
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("texts of {file}: {errors:?}");
            }
        }
        Self { bundle, complained: Mutex::default() }
    }

    /// The text of an id; the id itself if there is none.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The text of an id with values put in by name; the id itself if there is none.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            self.complain(id, &[]);
            return id.to_owned();
        };
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let shown = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            debug_assert!(false, "text {id} lacks a value: {errors:?}");
            self.complain(id, &errors);
        }
        shown
    }

    /// Whether there is a text for an id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn complain(&self, id: &str, errors: &[FluentError]) {
        if let Ok(mut complained) = self.complained.lock()
            && complained.insert(id.to_owned())
        {
            log::warn!("text {id} is missing or lacks a value: {errors:?}");
        }
    }
}

/// Numbers from a thousand on as everywhere else: "8 420".
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.abs() >= 1000.0 && number.value.fract() == 0.0 => {
            Some(format::decimal(number.value, 0))
        }
        _ => None,
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::english()
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}
