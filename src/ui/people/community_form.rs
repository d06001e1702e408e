//! The sheet of a community: its name, where it is, and since when one belongs to it.

use chrono::NaiveDate;
use eframe::egui::{Context, Ui};
use uuid::Uuid;

use crate::domain::Action;
use crate::domain::people::{Community, MAX_NAME_CHARS, PeopleAction};
use crate::ui::cx::Cx;
use crate::ui::dates::{parse_date, typed_date};
use crate::ui::format;
use crate::ui::outbox::Outbox;
use crate::ui::progress::refused;
use crate::ui::widgets::{self, Button, TextField};

/// What is typed for one community.
#[derive(Clone, Debug)]
pub(super) struct CommunityForm {
    id: Option<Uuid>,
    old_name: String,
    name: String,
    link: String,
    joined: String,
}

impl CommunityForm {
    /// For a new one, joined today.
    pub(super) fn new(today: NaiveDate) -> Self {
        let joined = typed_date(today);
        Self { id: None, old_name: String::new(), name: String::new(), link: String::new(), joined }
    }

    /// For one that is there.
    pub(super) fn of(community: &Community) -> Self {
        Self {
            id: Some(community.id),
            old_name: community.name.clone(),
            name: community.name.clone(),
            link: community.link.clone(),
            joined: typed_date(community.joined),
        }
    }

    fn action(&self, joined: NaiveDate) -> Action {
        let (name, link) = (self.name.clone(), self.link.clone());
        Action::People(match self.id {
            Some(id) => PeopleAction::SetCommunity { id, name, link, joined },
            None => PeopleAction::AddCommunity { name, link, joined },
        })
    }

    /// Shows the sheet; true when it is done with.
    pub(super) fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, out: &mut Outbox) -> bool {
        let title = if self.id.is_some() {
            cx.text.with("people-community-edit-title", &[("name", self.old_name.as_str().into())])
        } else {
            cx.text.get("people-community-add")
        };
        let contents = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            let joined = self.fields(ui, cx);
            let action = joined.map(|joined| self.action(joined));
            let problem = action.clone().and_then(|action| refused(cx, action));
            if let Some(problem) = problem.as_ref().filter(|_| !self.name.trim().is_empty()) {
                widgets::words(ui, problem, &cx.theme.body, cx.theme.problem);
            }
            action.filter(|_| problem.is_none())
        };
        let acts = |ui: &mut Ui, action: Option<Action>| {
            let save = cx.text.get("save");
            let is_saved = ui.add_enabled(action.is_some(), Button::pill(cx.theme, &save)).clicked();
            let is_cancelled = widgets::quiet_button(ui, cx.theme, &cx.text.get("cancel")).clicked();
            (action.filter(|_| is_saved), is_cancelled)
        };
        let answer = widgets::sheet_with_acts(ctx, cx.theme, cx.text, "community", &title, contents, acts);
        let (saved, is_cancelled) = answer.inner;
        let is_saved = saved.is_some();
        out.actions.extend(saved);
        answer.closed || is_saved || is_cancelled
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<NaiveDate> {
        let text = cx.text;
        TextField::new(cx.theme, &text.get("people-name")).limit(MAX_NAME_CHARS).show(ui, &mut self.name);
        TextField::new(cx.theme, &text.get("people-community-link"))
            .hint(&text.get("people-link-hint"))
            .limit(1_024)
            .show(ui, &mut self.link);
        let joined = parse_date(text, &self.joined, cx.today);
        let note = joined.map(|day| format::day(text, day, cx.today)).unwrap_or_default();
        let wrong = text.get("goal-date-wrong");
        ui.vertical(|ui| {
            ui.set_width(180.0);
            let label = text.get("people-community-joined");
            let field = TextField::new(cx.theme, &label).note(&note).limit(30);
            field.problem(joined.is_none().then_some(wrong.as_str())).show(ui, &mut self.joined);
        });
        joined
    }
}
