//! The card of pledges: what was promised, in large words, and what became of earlier ones.

use std::sync::Arc;

use eframe::egui::{Frame, Margin, Ui};

use crate::domain::Action;
use crate::domain::people::{OpenPledge, Outcome, PeopleAction, Pledge};
use crate::exchange::export::{Drawing, Export};
use crate::exchange::share::card::{Size, pledge_svg};
use crate::exchange::share::pledge::plain as pledge_plain;
use crate::ui::commands::Command;
use crate::ui::cx::Cx;
use crate::ui::evidence::Strategy;
use crate::ui::goal::{FEW, more_link, row, rows, section_card_why};
use crate::ui::outbox::Outbox;
use crate::ui::share_words;
use crate::ui::text::Text;
use crate::ui::theme::Theme;
use crate::ui::widgets::{self, Button};
use crate::ui::{format, icons};

use super::pledge_form::{JudgeSheet, PledgeForm};
use super::tab::{Lists, Over, acts_row};
use super::words::outcome_id;

/// Shows the card; gives back what is to be opened.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, lists: &mut Lists, out: &mut Outbox) -> Option<Over> {
    let mut asked = None;
    section_card_why(ui, cx, ("people-pledges", Strategy::SocialSupport), out, |ui, out| {
        let open = &cx.derived.people.pledges;
        if open.is_empty() {
            widgets::strong(ui, cx.theme, &cx.text.get("people-pledges-none"));
            widgets::muted(ui, cx.theme, &cx.text.get("people-pledges-none-note"));
        }
        for state in open {
            let Some(pledge) = cx.model.pledges.get(state.id) else { continue };
            asked = asked.take().or(pledge_ui(ui, cx, (pledge, *state), out));
            ui.add_space(4.0);
        }
        asked = asked.take().or(earlier(ui, cx, lists));
        ui.add_space(4.0);
        let make = cx.text.get("people-pledge-add");
        if ui.add(Button::small(cx.theme, &make).icon(icons::PLUS)).clicked() {
            asked = Some(Over::Pledge(PledgeForm::new(cx.today)));
        }
    });
    asked
}

/// One that is open: the words large on the colour of the accent, its facts below, then what can be done.
fn pledge_ui(ui: &mut Ui, cx: &Cx<'_>, (pledge, state): (&Pledge, OpenPledge), out: &mut Outbox) -> Option<Over> {
    let frame = Frame::new().fill(cx.theme.accent_fill).corner_radius(12.0).inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let words = cx.text.with("people-pledge-words", &[("what", pledge.what.as_str().into())]);
        widgets::words(ui, &words, &cx.theme.button, cx.theme.ink);
        let until = cx.text.with("people-pledge-day", &[("date", format::date(cx.text, pledge.until).into())]);
        let until = cx.text.with("list-dot", &[("first", until.into()), ("second", left(cx.text, state).into())]);
        widgets::body(ui, cx.theme, &until);
        widgets::words(ui, &said(cx, pledge), &cx.theme.small, cx.theme.accent_text);
    });
    acts(ui, cx, pledge, out)
}

/// How long it has still, or since when its last day is over.
pub(in crate::ui) fn left(text: &Text, state: OpenPledge) -> String {
    match state.days_left {
        0 => text.get("people-pledge-last"),
        days if days > 0 => text.with("people-pledge-left", &[("days", days.into())]),
        days => text.with("people-pledge-over", &[("days", (-days).into())]),
    }
}

/// "Said to Ada, at the market · given on 3 March 2026".
fn said(cx: &Cx<'_>, pledge: &Pledge) -> String {
    let values = [("to", pledge.to.as_str().into()), ("place", pledge.place.as_str().into())];
    let said = match (pledge.to.is_empty(), pledge.place.is_empty()) {
        (true, true) => None,
        (false, true) => Some("people-pledge-said"),
        (false, false) => Some("people-pledge-said-place"),
        (true, false) => Some("people-pledge-where"),
    };
    let made = cx.text.with("people-pledge-made", &[("date", format::date(cx.text, pledge.day).into())]);
    match said {
        None => format::capitalised(&made),
        Some(id) => {
            let said = cx.text.with(id, &values);
            cx.text.with("list-dot", &[("first", said.into()), ("second", made.into())])
        }
    }
}

fn acts(ui: &mut Ui, cx: &Cx<'_>, pledge: &Pledge, out: &mut Outbox) -> Option<Over> {
    let mut asked = None;
    let named = |id: &str| cx.text.with(id, &[("what", pledge.what.as_str().into())]);
    acts_row(ui, |ui| {
        let judge = ui.add(Button::small(cx.theme, &cx.text.get("people-pledge-judge")));
        if judge.accessible_name(named("people-pledge-judge-named")).clicked() {
            asked = Some(Over::Judge(JudgeSheet::of(pledge)));
        }
        let copy = widgets::quiet_button(ui, cx.theme, &cx.text.get("people-pledge-copy"));
        if copy.accessible_name(named("people-pledge-copy-named")).clicked() {
            out.run(Command::CopyText(pledge_plain(&share_words::pledge(cx.text, pledge, goal_title(cx)))));
        }
        let picture = widgets::quiet_button(ui, cx.theme, &cx.text.get("people-pledge-picture"));
        if picture.accessible_name(named("people-pledge-picture-named")).clicked() {
            out.save(Export::Drawing(Arc::new(picture_of(cx, pledge))));
        }
        if pledge.day == cx.today {
            let back = widgets::quiet_button(ui, cx.theme, &cx.text.get("people-pledge-back"));
            if back.accessible_name(named("people-pledge-back-named")).clicked() {
                out.act(Action::People(PeopleAction::TakePledgeBack { id: pledge.id }));
            }
        }
    });
    asked
}

fn goal_title<'a>(cx: &Cx<'a>) -> &'a str {
    cx.model.goal().map_or("", |goal| goal.title.as_str())
}

/// The card of the pledge as a picture: light, as all that leaves.
fn picture_of(cx: &Cx<'_>, pledge: &Pledge) -> Drawing {
    let told = share_words::pledge(cx.text, pledge, goal_title(cx));
    Drawing {
        title: cx.text.get("people-pledge-file-title"),
        file_name: format!("{}.png", told.file),
        svg: pledge_svg(&told, &share_words::look(&Theme::light()), Size::Wide),
    }
}

/// Those of which it was said what became of them, newest first.
fn earlier(ui: &mut Ui, cx: &Cx<'_>, lists: &mut Lists) -> Option<Over> {
    let goal = cx.model.goal()?.id;
    let own = cx.model.pledges.iter().rev().filter(|pledge| pledge.goal == goal);
    let judged: Vec<(&Pledge, Outcome)> = own.filter_map(|pledge| Some((pledge, pledge.outcome?))).collect();
    if judged.is_empty() {
        return None;
    }
    let mut asked = None;
    ui.add_space(8.0);
    widgets::section(ui, cx.theme, &cx.text.get("people-pledge-earlier"));
    rows(ui, "earlier pledges", lists.pledges, judged.len(), |ui, nth| {
        let (pledge, outcome) = judged[nth];
        let remark = judged_words(cx, pledge, outcome);
        let said = cx.text.with("people-pledge-words", &[("what", pledge.what.as_str().into())]);
        row(ui, cx, &said, &remark, |ui| {
            let named = cx.text.with("people-pledge-judge-named", &[("what", pledge.what.as_str().into())]);
            if widgets::icon_button(ui, cx.theme, icons::PENCIL_SIMPLE, &named).clicked() {
                asked = Some(Over::Judge(JudgeSheet::of(pledge)));
            }
        });
    });
    more_link(ui, cx, &mut lists.pledges, [FEW, judged.len()]);
    asked
}

/// "kept · until 3 March 2026 · every chapter of it".
pub(in crate::ui) fn judged_words(cx: &Cx<'_>, pledge: &Pledge, outcome: Outcome) -> String {
    let values =
        [("outcome", cx.text.get(outcome_id(outcome)).into()), ("date", format::date(cx.text, pledge.until).into())];
    let remark = cx.text.with("people-pledge-judged", &values);
    if pledge.outcome_words.is_empty() {
        return remark;
    }
    cx.text.with("list-dot", &[("first", remark.into()), ("second", pledge.outcome_words.as_str().into())])
}
