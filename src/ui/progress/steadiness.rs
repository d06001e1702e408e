//! The run of days with its reserve, and how often a miss was followed by a return. It never reads "0 days".

use eframe::egui::Ui;

use crate::domain::insight::consistency::{CameBack, Run};
use crate::ui::cx::Cx;
use crate::ui::text::Text;
use crate::ui::widgets::muted;

/// Two sentences, each as soon as there is something to say.
pub(super) fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    let consistency = &cx.derived.consistency;
    let run = run_words(cx.text, consistency.run);
    let back = consistency.came_back.map(|back| back_words(cx.text, back));
    for words in run.iter().chain(&back) {
        muted(ui, cx.theme, words);
    }
}

/// The present run; where it broke, what a session today takes up again, or the longest one there was.
pub(super) fn run_words(text: &Text, run: Run) -> Option<String> {
    let days = |days: u32| ("days", days.into());
    match (run.days, run.repairable) {
        (1.., _) if run.reserve > 0 => {
            Some(text.with("progress-run", &[days(run.days), ("reserve", run.reserve.into())]))
        }
        (1.., _) => Some(text.with("progress-run-bare", &[days(run.days)])),
        (0, Some(broken)) => Some(text.with("progress-run-broken", &[days(broken)])),
        (0, None) if run.longest > 0 => Some(text.with("progress-run-longest", &[days(run.longest)])),
        (0, None) => None,
    }
}

fn back_words(text: &Text, back: CameBack) -> String {
    text.with("progress-run-back", &[("times", back.times.into()), ("of", back.of.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(run: Run, expected: Option<&str>) {
        assert_eq!(run_words(&Text::english(), run).as_deref(), expected);
    }

    #[test]
    fn a_run_is_told_in_plain_words_and_never_as_nothing() {
        let run = Run { days: 12, reserve: 1, longest: 12, ..Run::default() };
        check(run, Some("Run of 12 days, 1 day in reserve for a miss."));
        check(Run { reserve: 2, ..run }, Some("Run of 12 days, 2 days in reserve for a miss."));
        check(Run { days: 1, reserve: 0, ..run }, Some("Run of 1 day; 7 done days put one in reserve."));
        let broken = Run { days: 0, reserve: 0, ..run };
        check(Run { repairable: Some(12), ..broken }, Some("A session today takes up your run of 12 days again."));
        check(broken, Some("Your longest run had 12 days. The next one starts with any session."));
        check(Run::default(), None);
    }
}
