//! The questions of a week, each in a card with the figures that answer it.

use eframe::egui::Ui;

use crate::domain::goal::Goal;
use crate::domain::insight::review_figures::{PlanLine, ReviewFigures};
use crate::domain::review::{Review, ReviewField};
use crate::domain::rewards::Weak;
use crate::ui::charts::{tiles, two_columns};
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::Cx;
use crate::ui::evidence::{Strategy, with_why};
use crate::ui::outbox::Outbox;
use crate::ui::widgets::{self, Button};

use super::adjustment;
use super::answers::{Answers, Question, Scale};
use super::charts::Charts;
use super::figures;
use super::kept::Kept;
use super::words::automatic_stem;

/// Width from which the cards stand in two columns, in points.
const TWO_COLUMNS: f32 = 760.0;
const GAP: f32 = 16.0;
/// Days after a week for which what is weak now still belongs to its review.
const NEWEST_DAYS: i64 = 7;

pub(super) const PROGRESS: Question = Question {
    label: "review-progress",
    hint: "review-progress-hint",
    of: |review| &mut review.progress,
    make: ReviewField::Progress,
};
pub(super) const SKILL: Question = Question {
    label: "review-skill",
    hint: "review-skill-hint",
    of: |review| &mut review.skill,
    make: ReviewField::Skill,
};
pub(super) const NOT_WORKED: Question = Question {
    label: "review-not-worked",
    hint: "review-not-worked-hint",
    of: |review| &mut review.not_worked,
    make: ReviewField::NotWorked,
};
const AGREE: [&str; 2] = ["review-disagree", "review-agree"];
/// The four items in the order of evidence.md §1; the first alone is asked each week.
pub(super) const ITEMS: [(&str, Scale); 4] = [
    ("review-item-automatic", Scale { ends: AGREE, of: |review| &mut review.automatic, make: ReviewField::Automatic }),
    (
        "review-item-unremembered",
        Scale { ends: AGREE, of: |review| &mut review.unremembered, make: ReviewField::Unremembered },
    ),
    (
        "review-item-unthinking",
        Scale { ends: AGREE, of: |review| &mut review.unthinking, make: ReviewField::Unthinking },
    ),
    ("review-item-unnoticed", Scale { ends: AGREE, of: |review| &mut review.unnoticed, make: ReviewField::Unnoticed }),
];
pub(super) const SUPPORT: Scale = Scale {
    ends: ["review-support-none", "review-support-full"],
    of: |review| &mut review.support,
    make: ReviewField::Support,
};

/// A card of the page.
#[derive(Clone, Copy)]
enum Part {
    Progress,
    Skill,
    Automatic,
    Support,
    Plans,
    Adjustment,
}

/// What the cards read.
pub(super) struct Page<'a> {
    pub goal: &'a Goal,
    pub review: &'a Review,
    pub kept: &'a Kept,
}

/// Shows the cards: two columns where there is room.
pub(super) fn ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &Page<'_>,
    (answers, charts): (&mut Answers, &mut Charts),
    out: &mut Outbox,
) {
    use Part::{Adjustment, Automatic, Plans, Progress, Skill, Support};
    let mut part = |ui: &mut Ui, part: Part| match part {
        Progress => progress(ui, cx, page, (answers, charts), out),
        Skill => skill(ui, cx, page, answers, out),
        Automatic => automatic(ui, cx, page, answers, out),
        Support => support(ui, cx, page, answers, out),
        Plans => plans(ui, cx, page, answers, out),
        Adjustment => adjustment::ui(ui, cx, page.review, answers, out),
    };
    if ui.available_width() < TWO_COLUMNS {
        for one in [Progress, Skill, Automatic, Support, Plans, Adjustment] {
            part(ui, one);
        }
        return;
    }
    let columns = [[Progress, Automatic, Support], [Skill, Plans, Adjustment]];
    two_columns(ui, "weekly columns", |ui, column| {
        ui.spacing_mut().item_spacing.y = GAP;
        for one in columns[column] {
            part(ui, one);
        }
    });
}

/// A card with its heading.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, id: &str, mut contents: impl FnMut(&mut Ui)) {
    tiles(ui, cx.theme, id, &[1.0], |ui, _| {
        widgets::section(ui, cx.theme, &cx.text.get(id));
        ui.add_space(4.0);
        contents(ui);
    });
}

/// The same with "why" at the end of its heading.
pub(super) fn card_why(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (id, strategy): (&str, Strategy),
    out: &mut Outbox,
    mut contents: impl FnMut(&mut Ui, &mut Outbox),
) {
    tiles(ui, cx.theme, id, &[1.0], |ui, _| {
        with_why(ui, cx, strategy, out, |ui| {
            widgets::section(ui, cx.theme, &cx.text.get(id));
        });
        ui.add_space(4.0);
        contents(ui, out);
    });
}

fn progress(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &Page<'_>,
    (answers, charts): (&mut Answers, &mut Charts),
    out: &mut Outbox,
) {
    card(ui, cx, "review-card-progress", |ui| {
        figures::row(ui, cx, &figures::work(cx, &page.kept.figures));
        ui.add_space(4.0);
        charts.week(ui, cx, page.kept, out);
        ui.add_space(4.0);
        answers.text(ui, cx, &PROGRESS, out);
    });
}

fn skill(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    let figures = &page.kept.figures;
    card(ui, cx, "review-card-skill", |ui| {
        if figures.got_done.is_empty() {
            widgets::muted(ui, cx.theme, &cx.text.get("review-nothing-noted"));
        } else {
            figures::lines(ui, cx, &figures.got_done);
        }
        if let Some(next) = &figures.next {
            widgets::muted(ui, cx.theme, &cx.text.with("review-next", &[("next", next.as_str().into())]));
        }
        ui.add_space(4.0);
        answers.text(ui, cx, &SKILL, out);
    });
}

fn automatic(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    card_why(ui, cx, ("review-card-automatic", Strategy::Automaticity), out, |ui, out| {
        let stem = automatic_stem(cx.text, page.goal);
        let is_given = |nth: usize| page.review.items()[nth].is_some();
        for (nth, (id, scale)) in ITEMS.iter().enumerate() {
            if nth > 0 && !page.kept.asks_all && !is_given(nth) {
                continue;
            }
            let label = cx.text.with(id, &[("stem", stem.as_str().into())]);
            answers.seven(ui, cx, (&label, scale), out);
        }
        widgets::small(ui, cx.theme, &figures::earlier(cx, &page.kept.ratings.first_items()));
        if let Some(told) = &page.kept.reading {
            widgets::small(ui, cx.theme, told);
        }
    });
}

fn support(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    card_why(ui, cx, ("review-card-support", Strategy::SocialSupport), out, |ui, out| {
        let label = cx.text.get("review-support");
        answers.ten(ui, cx, (&label, &SUPPORT), out);
        widgets::small(ui, cx.theme, &figures::earlier(cx, &page.kept.ratings.support));
        if let Some(told) = figures::check_ins(cx, page.review) {
            widgets::small(ui, cx.theme, &told);
        }
    });
}

fn plans(ui: &mut Ui, cx: &Cx<'_>, page: &Page<'_>, answers: &mut Answers, out: &mut Outbox) {
    let figures = &page.kept.figures;
    card_why(ui, cx, ("review-card-plans", Strategy::IfThenPlans), out, |ui, out| {
        widgets::body(ui, cx.theme, &plans_words(cx, figures));
        for line in figures.flagged() {
            flagged(ui, cx, line, out);
        }
        if let Some(told) = rewards_words(cx, figures) {
            widgets::body(ui, cx.theme, &told);
        }
        let weak = weak_words(cx, page.review);
        for told in &weak {
            widgets::body(ui, cx.theme, told);
        }
        if !weak.is_empty() && ui.add(Button::act(cx.theme, &cx.text.get("review-rewards-swap"))).clicked() {
            out.run(Command::GoTo(Tab::Rewards));
        }
        ui.add_space(4.0);
        answers.text(ui, cx, &NOT_WORKED, out);
    });
}

/// "Plans were used 5 times and helped 3 of 4 times."
pub(super) fn plans_words(cx: &Cx<'_>, figures: &ReviewFigures) -> String {
    let used = figures.plans_used();
    let values = [("uses", used.uses.into()), ("helped", used.helped.into()), ("judged", used.judged.into())];
    match (used.uses, used.judged) {
        (0, _) => cx.text.get("review-plans-unused"),
        (_, 0) => cx.text.with("review-plans-used", &values),
        _ => cx.text.with("review-plans-helped", &values),
    }
}

/// "“If I am tired, then I will write one line” helped in 1 of 4 uses so far."
pub(super) fn flagged_words(cx: &Cx<'_>, line: &PlanLine) -> String {
    let values = [
        ("obstacle", line.obstacle.as_str().into()),
        ("action", line.action.as_str().into()),
        ("helped", line.ever.helped.into()),
        ("judged", line.ever.judged.into()),
    ];
    cx.text.with("review-plan-flagged", &values)
}

/// A plan that seldom helps, and the way to other words for it.
fn flagged(ui: &mut Ui, cx: &Cx<'_>, line: &PlanLine, out: &mut Outbox) {
    widgets::body(ui, cx.theme, &flagged_words(cx, line));
    let name = cx.text.with("review-plan-rework-of", &[("obstacle", line.obstacle.as_str().into())]);
    let button = ui.add(Button::act(cx.theme, &cx.text.get("review-plan-rework"))).accessible_name(name);
    if button.clicked() {
        out.run(Command::EditPlan(line.plan));
    }
}

/// "Of 6 rewards you took 4, 1 was left out, 1 still waits."; nothing where none was earned.
pub(super) fn rewards_words(cx: &Cx<'_>, figures: &ReviewFigures) -> Option<String> {
    let rewards = figures.rewards;
    let values = [
        ("earned", rewards.earned().into()),
        ("taken", rewards.taken.into()),
        ("skipped", rewards.skipped.into()),
        ("waiting", rewards.waiting.into()),
    ];
    (rewards.earned() > 0).then(|| cx.text.with("review-rewards", &values))
}

/// "“One song” was left or rated low 3 of the last 5 times." of each reward that is weak now; nothing in a review of an
/// older week.
pub(super) fn weak_words(cx: &Cx<'_>, review: &Review) -> Vec<String> {
    if (cx.today - review.to).num_days() > NEWEST_DAYS {
        return Vec::new();
    }
    let told = |weak: &Weak| {
        let words = cx.model.rewards.get(weak.reward)?.words.as_str();
        let values = [("reward", words.into()), ("times", weak.times.into()), ("of", weak.of.into())];
        Some(cx.text.with("review-rewards-weak", &values))
    };
    cx.derived.rewards.weak.iter().filter_map(told).collect()
}
