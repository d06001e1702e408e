//! A whole review as words: what each of its cards says and what was answered, for what leaves the app.

use crate::domain::insight::review_figures::{Ratings, ReviewFigures};
use crate::domain::review::{MAX_ITEM, MAX_TEN, Review, ReviewKind};
use crate::ui::cx::Cx;
use crate::ui::format;

use super::adjustment::{ADJUSTMENT, tried_words};
use super::answers::{Question, Scale};
use super::automatic_words::reading_words;
use super::figures::{self, Told};
use super::{monthly, weekly, words};

/// A review, ready to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// "Week of 16 – 22 November 2026".
    pub title: String,
    /// "Finished Sun 22 Nov".
    pub state: String,
    pub sections: Vec<Section>,
}

/// One card of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub title: String,
    pub figures: Vec<Told>,
    pub lines: Vec<String>,
    /// Whether it tells who the user becomes: such a card stays out unless the user chose to let it out.
    pub is_identity: bool,
    /// Questions with their answers; what was not answered is left out.
    pub answers: Vec<(String, String)>,
}

/// What a review says, with the figures of its period; none without its goal.
pub fn report(cx: &Cx<'_>, review: &Review) -> Option<Report> {
    let goal = cx.model.goal().filter(|goal| goal.id == review.goal)?;
    let days = (&*cx.derived.days, cx.derived.strength.as_slice());
    let figures = ReviewFigures::of(cx.model, goal, days, review.period());
    let ratings = Ratings::before(cx.model, goal, review);
    let teller = Teller { cx, review, figures: &figures, ratings: &ratings };
    let sections = match review.kind {
        ReviewKind::Weekly => teller.week(&words::automatic_stem(cx.text, goal)),
        ReviewKind::Monthly => teller.month(goal),
    };
    Some(Report { title: words::title(cx.text, review.period()), state: words::state(cx, review), sections })
}

/// What the sections are made of.
struct Teller<'a> {
    cx: &'a Cx<'a>,
    review: &'a Review,
    figures: &'a ReviewFigures,
    ratings: &'a Ratings,
}

impl Teller<'_> {
    fn week(&self, stem: &str) -> Vec<Section> {
        let (cx, figures) = (self.cx, self.figures);
        let next = figures.next.as_ref().map(|next| cx.text.with("review-next", &[("next", next.as_str().into())]));
        let items = weekly::ITEMS
            .iter()
            .filter_map(|(id, scale)| self.rated(cx.text.with(id, &[("stem", stem.into())]), scale, MAX_ITEM));
        let plans = std::iter::once(weekly::plans_words(cx, figures))
            .chain(figures.flagged().map(|line| weekly::flagged_words(cx, line)))
            .chain(weekly::rewards_words(cx, figures))
            .chain(weekly::weak_words(cx, self.review));
        vec![
            Section {
                figures: figures::work(cx, figures),
                ..self.section("review-card-progress", [self.said(&weekly::PROGRESS)])
            },
            Section {
                lines: figures::dated(cx, &figures.got_done).into_iter().chain(next).collect(),
                ..self.section("review-card-skill", [self.said(&weekly::SKILL)])
            },
            Section {
                lines: std::iter::once(figures::earlier(cx, &self.ratings.first_items()))
                    .chain(reading_words(cx, figures, self.ratings))
                    .collect(),
                ..self.section("review-card-automatic", items.map(Some))
            },
            Section {
                lines: std::iter::once(figures::earlier(cx, &self.ratings.support))
                    .chain(figures::check_ins(cx, self.review))
                    .collect(),
                ..self.section(
                    "review-card-support",
                    [self.rated(cx.text.get("review-support"), &weekly::SUPPORT, MAX_TEN)],
                )
            },
            Section { lines: plans.collect(), ..self.section("review-card-plans", [self.said(&weekly::NOT_WORKED)]) },
            self.adjustment(),
        ]
    }

    fn month(&self, goal: &crate::domain::goal::Goal) -> Vec<Section> {
        let (cx, figures) = (self.cx, self.figures);
        let works = monthly::works_lines(cx, figures).into_iter().map(|(name, told)| match name {
            Some(name) => cx.text.with("review-works-item", &[("item", name.into()), ("told", told.into())]),
            None => told,
        });
        let [truth, lasting] = [("review-true", &monthly::FEELS_TRUE), ("review-lasting", &monthly::LASTING)]
            .map(|(id, scale)| self.rated(cx.text.get(id), scale, MAX_TEN));
        vec![
            Section {
                figures: figures::work(cx, figures),
                lines: vec![monthly::so_far_words(cx, goal, figures)],
                ..self.section("review-card-trajectory", [self.said(&monthly::TRAJECTORY)])
            },
            Section { lines: works.collect(), ..self.section("review-card-works", [self.said(&monthly::WORKS)]) },
            self.adjustment(),
            Section {
                is_identity: true,
                lines: std::iter::once(monthly::votes_words(cx, goal, figures))
                    .chain(figures::dated(cx, &figures.proofs))
                    .collect(),
                ..self.section("review-card-identity", [truth, self.said(&monthly::SHIFT)])
            },
            Section {
                lines: monthly::lasting_lines(cx, figures),
                ..self.section("review-card-lasting", [lasting, self.said(&monthly::LASTING_NOTE)])
            },
        ]
    }

    fn adjustment(&self) -> Section {
        Section {
            lines: tried_words(self.cx, self.review).into_iter().collect(),
            ..self.section("review-card-adjustment", [self.said(&ADJUSTMENT)])
        }
    }

    fn section(&self, id: &str, answers: impl IntoIterator<Item = Option<(String, String)>>) -> Section {
        let answers = answers.into_iter().flatten().collect();
        Section { title: self.cx.text.get(id), answers, ..Section::default() }
    }

    /// A question with its answer in words.
    fn said(&self, question: &Question) -> Option<(String, String)> {
        let answer = (question.of)(&mut self.review.clone()).trim().to_owned();
        (!answer.is_empty()).then(|| (self.cx.text.get(question.label), answer))
    }

    /// A question with its answer on a scale.
    fn rated(&self, label: String, scale: &Scale, most: u8) -> Option<(String, String)> {
        let value = (*(scale.of)(&mut self.review.clone()))?;
        let value = format::count(u64::from(value));
        Some((label, self.cx.text.with("review-of-most", &[("value", value.into()), ("most", most.into())])))
    }
}
