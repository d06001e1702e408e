//! The sheet of one reward: its words, how long it takes, what kind of thing it is, and what it opens.

use std::path::Path;

use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::environment::{MAX_OPENS_CHARS, Opens, checked_opens};
use crate::domain::rewards::{
    Layer, MAX_BREAK_MINUTES, MAX_WORDS_CHARS, Reward, RewardAction, RewardField, RewardGroup,
};
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::outbox::Outbox;
use crate::ui::refusals;
use crate::ui::settings::row::row;
use crate::ui::widgets::{self, Button, Stepper, TextField};

use super::words::{group_id, layer_name};

/// What a new reward takes while nothing else is said, in minutes.
fn usual_minutes(layer: Layer) -> u16 {
    match layer {
        Layer::Session | Layer::Comeback => 10,
        Layer::Day => 30,
        Layer::Week | Layer::Month | Layer::Milestone => 120,
    }
}

/// Which reward the sheet is about.
#[derive(Clone, Debug)]
enum About {
    /// A new one; with the own milestone it is for alone.
    New(Layer, Option<Uuid>),
    Old(Box<Reward>),
}

/// What is typed for one reward.
#[derive(Clone, Debug)]
pub(super) struct RewardForm {
    about: About,
    /// The name of the own milestone it is for.
    of: Option<String>,
    words: String,
    minutes: u16,
    group: RewardGroup,
    opens: String,
    /// There was no dialog to choose with.
    no_dialog: bool,
}

impl RewardForm {
    /// For a new reward of a rung.
    pub(super) fn add(layer: Layer) -> Self {
        Self {
            about: About::New(layer, None),
            of: None,
            words: String::new(),
            minutes: usual_minutes(layer),
            group: RewardGroup::Other,
            opens: String::new(),
            no_dialog: false,
        }
    }

    /// For a new reward of one own milestone.
    pub(super) fn of_milestone(id: Uuid, name: &str) -> Self {
        let about = About::New(Layer::Milestone, Some(id));
        Self { about, of: Some(name.to_owned()), ..Self::add(Layer::Milestone) }
    }

    /// For a reward that is there.
    pub(super) fn edit(reward: &Reward) -> Self {
        let opens = match &reward.opens {
            Some(Opens::File { path: opened } | Opens::Link { address: opened }) => opened.clone(),
            Some(Opens::Program { program, .. }) => program.clone(),
            None => String::new(),
        };
        Self {
            about: About::Old(Box::new(reward.clone())),
            of: None,
            words: reward.words.clone(),
            minutes: reward.minutes,
            group: reward.group,
            opens,
            no_dialog: false,
        }
    }

    /// A file was chosen.
    pub(super) fn take_picked(&mut self, path: &Path) {
        self.opens = path.to_string_lossy().into_owned();
    }

    /// There is no dialog on this system: the path is typed.
    pub(super) fn no_dialog(&mut self) {
        self.no_dialog = true;
    }

    fn opened(&self) -> Option<Opens> {
        let typed = self.opens.trim();
        (!typed.is_empty()).then(|| {
            let typed_whole = typed.to_owned();
            if is_link(typed) { Opens::Link { address: typed_whole } } else { Opens::File { path: typed_whole } }
        })
    }

    fn opens_problem(&self, cx: &Cx<'_>) -> Option<String> {
        let opens = self.opened()?;
        if matches!(&opens, Opens::File { path } if !Path::new(path).is_absolute()) {
            return Some(cx.text.get("rewards-form-opens-problem"));
        }
        checked_opens(opens).err().map(|refusal| refusals::words(&refusal, cx.text))
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let (title, label) = match (&self.about, &self.of) {
            (About::Old(_), _) => (cx.text.get("rewards-form-edit"), "save"),
            (About::New(..), Some(name)) => {
                let title = cx.text.with("rewards-form-own", &[("milestone", name.as_str().into())]);
                (title, "rewards-form-add-act")
            }
            (About::New(layer, _), None) => {
                let rung = layer_name(cx, *layer);
                (cx.text.with("rewards-form-add", &[("rung", rung.into())]), "rewards-form-add-act")
            }
        };
        let mut asks_to_pick = false;
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            asks_to_pick = self.fields(ui, cx);
            !self.words.trim().is_empty() && self.opens_problem(cx).is_none()
        };
        let acts = |ui: &mut Ui, can: bool| {
            let is_saved = ui.add_enabled(can, Button::pill(cx.theme, &cx.text.get(label))).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (is_saved, is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "reward", &title, contents, acts);
        if asks_to_pick {
            out.run(Command::PickFile);
        }
        let (is_saved, is_cancelled) = answer.inner;
        if is_saved {
            self.save(out);
        }
        answer.closed || is_saved || is_cancelled
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("rewards-form-words"))
            .hint(&text.get("rewards-form-hint"))
            .note(&text.get("rewards-form-note"))
            .limit(MAX_WORDS_CHARS)
            .show(ui, &mut self.words);
        let (name, note) = (text.get("rewards-form-minutes"), text.get("rewards-form-minutes-note"));
        let unit = text.get("rewards-form-minutes-unit");
        row(ui, cx.theme, &name, &note, |ui| {
            let step = if self.minutes >= 30 { 15.0 } else { 5.0 };
            let stepper = Stepper::new(cx.theme, text, &name, 1..=MAX_BREAK_MINUTES).step(step);
            stepper.unit(&unit).show(ui, &mut self.minutes);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let groups = RewardGroup::ALL.map(|group| (group, text.get(group_id(group))));
            widgets::select(ui, cx.theme, &text.get("rewards-form-group"), &mut self.group, &groups);
            widgets::small(ui, cx.theme, &text.get("rewards-form-group-note"));
        });
        let problem = self.opens_problem(cx);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            TextField::new(cx.theme, &text.get("rewards-form-opens"))
                .hint(&text.get("rewards-form-opens-hint"))
                .note(&text.get("rewards-form-opens-note"))
                .problem(problem.as_deref())
                .limit(MAX_OPENS_CHARS)
                .show(ui, &mut self.opens);
            if self.no_dialog {
                widgets::small(ui, cx.theme, &text.get("rewards-form-no-dialog"));
                return false;
            }
            widgets::small_button(ui, cx.theme, &text.get("command-pick-file")).clicked()
        })
        .inner
    }

    /// Asks for what differs from before.
    fn save(&mut self, out: &mut Outbox) {
        let (words, minutes, group, opens) = (std::mem::take(&mut self.words), self.minutes, self.group, self.opened());
        let old = match &self.about {
            About::New(layer, milestone) => {
                let (layer, milestone) = (*layer, *milestone);
                out.act(Action::Reward(RewardAction::Add { layer, words, minutes, opens, group, milestone }));
                return;
            }
            About::Old(old) => old,
        };
        let fields = [
            (words.trim() != old.words).then_some(RewardField::Words(words)),
            (minutes != old.minutes).then_some(RewardField::Minutes(minutes)),
            (group != old.group).then_some(RewardField::Group(group)),
            (opens != old.opens).then_some(RewardField::Opens(opens)),
        ];
        let fields: Vec<RewardField> = fields.into_iter().flatten().collect();
        if !fields.is_empty() {
            out.act(Action::Reward(RewardAction::Set { id: old.id, fields }));
        }
    }
}

/// Whether it is the beginning of a page in the browser.
fn is_link(typed: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| typed.len() > scheme.len() && typed.starts_with(scheme))
}
