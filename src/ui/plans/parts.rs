//! Parts of the sheets and cards of plans: the sentence, its fields, the usual obstacles, and the question after a use.

use eframe::egui::{Align, Frame, Layout, Margin, Response, Ui, vec2};

use crate::domain::Action;
use crate::domain::plans::{MAX_PART_CHARS, Plan, PlanAction, PlanUse, UseResult, tidy_action, tidy_obstacle};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, why};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{TextField, chip, chips_row, muted, small, strong, words};

/// Width of the fixed words before a field, and height of the row, in points.
const FIXED: f32 = 80.0;
const ROW: f32 = 40.0;
/// Heights of a chip and of an act in words, in points.
const CHIP: f32 = 32.0;
const ACT: f32 = 24.0;
/// Below this width the fixed words stand above the field.
const NARROW: f32 = 320.0;
/// Usual obstacles, each with an idea of what to do then.
const STARTERS: [(&str, &str); 5] = [
    ("plans-starter-tired", "plans-idea-tired"),
    ("plans-starter-phone", "plans-idea-phone"),
    ("plans-starter-time", "plans-idea-time"),
    ("plans-starter-where", "plans-idea-where"),
    ("plans-starter-interrupted", "plans-idea-interrupted"),
];

/// "If I am tired, then I will write one line." Parts still to come are dots.
pub(super) fn sentence(cx: &Cx<'_>, obstacle: &str, action: &str) -> String {
    let (mut obstacle, action) = (tidy_obstacle(obstacle), tidy_action(action));
    if obstacle.is_empty() {
        obstacle = cx.text.get("plans-blank");
    }
    let id = if action.is_empty() { "plans-sentence-begun" } else { "plans-sentence" };
    cx.text.with(id, &[("obstacle", obstacle.into()), ("action", action.into())])
}

/// The sentence of a plan.
pub fn sentence_of(cx: &Cx<'_>, plan: &Plan) -> String {
    sentence(cx, &plan.obstacle, &plan.action)
}

/// How often a plan was used, and helped: "used 5 times · helped 3 of 4".
pub fn remark(cx: &Cx<'_>, plan: &Plan) -> String {
    let figures = cx.derived.plans.get(&plan.id).copied().unwrap_or_default();
    if figures.uses == 0 {
        return cx.text.get("plans-unused");
    }
    let used = cx.text.with("plans-used", &[("uses", figures.uses.into())]);
    if figures.judged == 0 {
        return used;
    }
    let values = [("helped", figures.helped.into()), ("judged", figures.judged.into())];
    let helped = cx.text.with("plans-helped", &values);
    cx.text.with("list-dot", &[("first", used.into()), ("second", helped.into())])
}

/// "Did it help?" with its two answers; an answer that is set is taken back with another click.
pub fn judge(ui: &mut Ui, cx: &Cx<'_>, usage: &PlanUse, out: &mut Outbox) {
    let row = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CHIP), row, |ui| {
        ui.set_min_height(CHIP);
        ui.spacing_mut().item_spacing.x = 8.0;
        muted(ui, cx.theme, &cx.text.get("plans-judge"));
        for (id, result) in [("plans-judge-yes", UseResult::Helped), ("plans-judge-no", UseResult::DidNotHelp)] {
            let mut on = usage.result == result;
            if chip(ui, cx.theme, &mut on, &cx.text.get(id)).changed() {
                let result = if on { result } else { UseResult::Open };
                out.act(Action::Plan(PlanAction::Judge { usage: usage.id, result }));
            }
        }
    });
}

/// Acts in words side by side, without the room that taller buttons need.
pub fn act_row<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = ACT;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
            contents(ui)
        })
        .inner
    })
    .inner
}

/// What a sheet is about, with the small "why" after it.
pub(super) fn lead(ui: &mut Ui, cx: &Cx<'_>, (words, strategy): (&str, Strategy), out: &mut Outbox) {
    act_row(ui, |ui| {
        muted(ui, cx.theme, words);
        why(ui, cx, strategy, out);
    });
}

/// A field with the fixed words of the sentence before it.
pub(super) fn field(ui: &mut Ui, cx: &Cx<'_>, (fixed, salt): (&str, &str), hint: &str, value: &mut String) -> Response {
    let edit = TextField::new(cx.theme, "").hint(hint).limit(MAX_PART_CHARS).id_salt(("plan", salt));
    if ui.available_width() < NARROW {
        return ui
            .vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                strong(ui, cx.theme, fixed);
                edit.show(ui, value).accessible_name(fixed)
            })
            .inner;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.allocate_ui_with_layout(vec2(FIXED, ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(vec2(FIXED, ROW));
            strong(ui, cx.theme, fixed);
        });
        edit.show(ui, value).accessible_name(fixed)
    })
    .inner
}

/// The usual obstacles as chips; one that is chosen fills the field.
pub(super) fn starters(ui: &mut Ui, cx: &Cx<'_>, obstacle: &mut String) {
    small(ui, cx.theme, &cx.text.get("plans-starters"));
    chips_row(ui, |ui| {
        for (id, _) in STARTERS {
            fill_chip(ui, cx, &cx.text.get(id), obstacle);
        }
    });
}

/// An idea of what to do about a usual obstacle, as a chip that fills the field while nothing else stands in it.
pub(super) fn idea(ui: &mut Ui, cx: &Cx<'_>, obstacle: &str, action: &mut String) {
    let obstacle = tidy_obstacle(obstacle);
    let Some((_, idea)) = STARTERS.iter().find(|(id, _)| cx.text.get(id) == obstacle) else { return };
    let idea = cx.text.get(idea);
    if action.trim().is_empty() || *action == idea {
        fill_chip(ui, cx, &idea, action);
    }
}

/// Gives the keyboard to a field and brings it into sight; true once it has it.
pub(super) fn given_focus(field: &Response) -> bool {
    let has_it = field.has_focus();
    if !has_it {
        field.request_focus();
    }
    field.scroll_to_me(Some(Align::Center));
    has_it
}

fn fill_chip(ui: &mut Ui, cx: &Cx<'_>, words: &str, value: &mut String) {
    let mut on = value == words;
    if chip(ui, cx.theme, &mut on, words).changed() {
        *value = if on { words.to_owned() } else { String::new() };
    }
}

/// The whole sentence as it stands, and what is still missing.
pub(super) fn live(ui: &mut Ui, cx: &Cx<'_>, obstacle: &str, action: &str) {
    let frame = Frame::new().fill(cx.theme.background).corner_radius(12).inner_margin(Margin::symmetric(16, 12));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            words(ui, &sentence(cx, obstacle, action), &cx.theme.strong, cx.theme.ink);
            if let Some(missing) = missing(obstacle, action) {
                small(ui, cx.theme, &cx.text.get(missing));
            }
        });
    });
}

/// The id of the words for what a sentence still lacks.
pub(super) fn missing(obstacle: &str, action: &str) -> Option<&'static str> {
    match (tidy_obstacle(obstacle).is_empty(), tidy_action(action).is_empty()) {
        (true, true) => Some("plans-missing-both"),
        (true, false) => Some("plans-missing-obstacle"),
        (false, true) => Some("plans-missing-action"),
        (false, false) => None,
    }
}
