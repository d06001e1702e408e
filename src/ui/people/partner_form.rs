//! The sheet of a partner: name, how to reach them, how often, what they may see, and the plan of both.

use chrono::{NaiveTime, Timelike, Weekday};
use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{
    JointPlan, MAX_NAME_CHARS, MAX_PLAN_CHARS, Partner, PartnerDetails, Parts, PeopleAction, Reach, Rhythm,
};
use crate::ui::cx::Cx;
use crate::ui::dates::parse_time;
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button, TextField};
use crate::ui::{format, refusals};

use super::part_chips;
use super::tab::side_by_side;

/// When a check-in comes while nothing else is said: 19:00.
const USUAL_MINUTE: u16 = 19 * 60;
/// Room that the day and the time need beside each other, in points.
const MOMENT: f32 = 336.0;
const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ReachKind {
    #[default]
    Nowhere,
    Mail,
    Link,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum RhythmKind {
    #[default]
    Free,
    AfterSession,
    Daily,
    Weekly,
}

/// What is typed for one partner.
#[derive(Clone, Debug)]
pub(super) struct PartnerForm {
    id: Option<Uuid>,
    /// The name as it was before.
    old_name: String,
    name: String,
    reach: ReachKind,
    mail: String,
    link: String,
    rhythm: RhythmKind,
    weekday: Weekday,
    time: String,
    sees: Parts,
    when: String,
    then: String,
}

impl Default for PartnerForm {
    fn default() -> Self {
        Self {
            id: None,
            old_name: String::new(),
            name: String::new(),
            reach: ReachKind::Nowhere,
            mail: String::new(),
            link: String::new(),
            rhythm: RhythmKind::Weekly,
            weekday: Weekday::Sun,
            time: time_words(USUAL_MINUTE),
            sees: Parts::default(),
            when: String::new(),
            then: String::new(),
        }
    }
}

impl PartnerForm {
    /// For a new partner of whom a word is known.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// For a partner who is there.
    pub(super) fn of(partner: &Partner) -> Self {
        let mut form = Self {
            id: Some(partner.id),
            old_name: partner.name.clone(),
            name: partner.name.clone(),
            sees: partner.sees,
            ..Self::default()
        };
        match &partner.reach {
            Reach::Nowhere => {}
            Reach::Mail(address) => (form.reach, form.mail) = (ReachKind::Mail, address.clone()),
            Reach::Link(address) => (form.reach, form.link) = (ReachKind::Link, address.clone()),
        }
        form.rhythm = match partner.rhythm {
            Rhythm::Free => RhythmKind::Free,
            Rhythm::AfterSession => RhythmKind::AfterSession,
            Rhythm::Daily { minute } => {
                form.time = time_words(minute);
                RhythmKind::Daily
            }
            Rhythm::Weekly { weekday, minute } => {
                (form.weekday, form.time) = (weekday, time_words(minute));
                RhythmKind::Weekly
            }
        };
        if let Some(plan) = &partner.plan {
            (form.when, form.then) = (plan.when.clone(), plan.then.clone());
        }
        form
    }

    /// What is typed; `None` while the time cannot be read.
    fn details(&self) -> Option<PartnerDetails> {
        let reach = match self.reach {
            ReachKind::Nowhere => Reach::Nowhere,
            ReachKind::Mail => Reach::Mail(self.mail.clone()),
            ReachKind::Link => Reach::Link(self.link.clone()),
        };
        let minute = || parse_time(&self.time).map(minute_of);
        let rhythm = match self.rhythm {
            RhythmKind::Free => Rhythm::Free,
            RhythmKind::AfterSession => Rhythm::AfterSession,
            RhythmKind::Daily => Rhythm::Daily { minute: minute()? },
            RhythmKind::Weekly => Rhythm::Weekly { weekday: self.weekday, minute: minute()? },
        };
        let plan = Some(JointPlan { when: self.when.clone(), then: self.then.clone() });
        Some(PartnerDetails { name: self.name.clone(), reach, rhythm, sees: self.sees, plan })
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = if self.id.is_some() {
            cx.text.with("people-partner-edit-title", &[("name", self.old_name.as_str().into())])
        } else {
            cx.text.get("people-partner-add-title")
        };
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            self.fields(ui, cx);
            let details = self.details();
            let problem = details.clone().and_then(|details| details.checked().err());
            // An empty name is seen without a word.
            let is_named = !self.name.trim().is_empty();
            if let Some(problem) = problem.as_ref().filter(|_| is_named) {
                widgets::words(ui, &refusals::words(problem, cx.text), &cx.theme.body, cx.theme.problem);
            }
            details.filter(|_| problem.is_none())
        };
        let acts = |ui: &mut Ui, details: Option<PartnerDetails>| {
            let save = cx.text.get("save");
            let is_saved = ui.add_enabled(details.is_some(), Button::pill(cx.theme, &save)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (details.filter(|_| is_saved), is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "partner", &title, contents, acts);
        let (saved, is_cancelled) = answer.inner;
        let is_saved = saved.is_some();
        if let Some(details) = saved {
            out.act(Action::People(match self.id {
                Some(id) => PeopleAction::SetPartner { id, details },
                None => PeopleAction::AddPartner(details),
            }));
        }
        answer.closed || is_saved || is_cancelled
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("people-name"))
            .hint(&text.get("people-name-hint"))
            .note(&text.get("people-name-note"))
            .limit(MAX_NAME_CHARS)
            .show(ui, &mut self.name);
        self.reach_ui(ui, cx);
        self.rhythm_ui(ui, cx);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            widgets::words(ui, &text.get("people-sees"), &cx.theme.label, cx.theme.muted);
            widgets::small(ui, cx.theme, &text.get("people-sees-note"));
            ui.add_space(4.0);
            part_chips(ui, cx, &mut self.sees);
            ui.add_space(4.0);
            widgets::small(ui, cx.theme, &text.get("people-part-identity-note"));
        });
        self.plan_ui(ui, cx);
    }

    fn reach_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let kinds = [
            (ReachKind::Nowhere, cx.text.get("people-reach-nowhere")),
            (ReachKind::Mail, cx.text.get("people-reach-mail")),
            (ReachKind::Link, cx.text.get("people-reach-link")),
        ];
        widgets::select(ui, cx.theme, &cx.text.get("people-reach"), &mut self.reach, &kinds);
        let (label, hint, value) = match self.reach {
            ReachKind::Nowhere => return,
            ReachKind::Mail => ("people-mail", "people-mail-hint", &mut self.mail),
            ReachKind::Link => ("people-link", "people-link-hint", &mut self.link),
        };
        TextField::new(cx.theme, &cx.text.get(label)).hint(&cx.text.get(hint)).limit(1_024).show(ui, value);
    }

    fn rhythm_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let kinds = [
            (RhythmKind::Free, cx.text.get("people-rhythm-free")),
            (RhythmKind::AfterSession, cx.text.get("people-rhythm-session")),
            (RhythmKind::Daily, cx.text.get("people-rhythm-daily")),
            (RhythmKind::Weekly, cx.text.get("people-rhythm-weekly")),
        ];
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            widgets::select(ui, cx.theme, &cx.text.get("people-rhythm"), &mut self.rhythm, &kinds);
            widgets::small(ui, cx.theme, &cx.text.get("people-rhythm-note"));
        });
        if matches!(self.rhythm, RhythmKind::Weekly | RhythmKind::Daily) {
            side_by_side(ui, MOMENT, |ui| self.moment_ui(ui, cx));
        }
    }

    /// The day and the time beside each other.
    fn moment_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if self.rhythm == RhythmKind::Weekly {
            let days = WEEKDAYS.map(|day| (day, format::weekday(cx.text, day)));
            widgets::select(ui, cx.theme, &cx.text.get("people-rhythm-day"), &mut self.weekday, &days);
        }
        let wrong = cx.text.get("people-time-wrong");
        let problem = parse_time(&self.time).is_none().then_some(wrong.as_str());
        ui.vertical(|ui| {
            ui.set_width(120.0);
            let label = cx.text.get("people-rhythm-time");
            TextField::new(cx.theme, &label).limit(8).problem(problem).show(ui, &mut self.time);
        });
    }

    fn plan_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            widgets::words(ui, &cx.text.get("people-plan"), &cx.theme.label, cx.theme.muted);
            widgets::small(ui, cx.theme, &cx.text.get("people-plan-note"));
            let parts = [
                ("people-plan-when", "people-plan-when-hint", &mut self.when),
                ("people-plan-then", "people-plan-then-hint", &mut self.then),
            ];
            for (label, hint, value) in parts {
                TextField::new(cx.theme, &cx.text.get(label))
                    .hint(&cx.text.get(hint))
                    .limit(MAX_PLAN_CHARS)
                    .show(ui, value);
            }
        });
    }
}

fn minute_of(time: NaiveTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

fn time_words(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
