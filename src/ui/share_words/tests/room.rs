//! What each form leaves out, against the forms themselves and the demo's year.

use super::demo::{last_session, shared, spans, world};
use super::look_light;
use crate::domain::people::{Part, Parts, Span};
use crate::exchange::share::card::{self, Size};
use crate::exchange::share::{Form, List, Piece, Told, html, text};
use crate::ui::share_words;
use crate::ui::testing::World;

const FORMS: [Form; 6] =
    [Form::Text, Form::Post, Form::Picture(Size::Wide), Form::Picture(Size::Square), Form::Html, Form::Markdown];

/// All that is read or seen of a form.
fn bytes(form: Form, told: &Told) -> String {
    match form {
        Form::Text => text::plain(told),
        Form::Post => text::post(told, &|_| true),
        Form::Picture(size) => card::svg(told, &look_light(), size),
        Form::Html => html::html(told, &look_light()),
        Form::Markdown => text::markdown(told),
    }
}

fn told(world: &World, span: Span, sees: Parts) -> Told {
    let mut told = share_words::told(&world.text, &shared(world, span, sees));
    if sees.has(Part::Proofs) {
        let lines = ["https://example.org/draft", "page 12"].map(str::to_owned).to_vec();
        told.lists.push(List { part: Part::Proofs, title: "Proofs".to_owned(), lines, more: Vec::new() });
    }
    told
}

/// All, nothing, and each part alone or missing.
fn switches() -> Vec<Parts> {
    let each = Part::ALL.into_iter().flat_map(|part| [Parts::NONE.with(part), Parts::ALL.without(part)]);
    each.chain([Parts::NONE, Parts::ALL]).collect()
}

/// Each form of each period, with each set of switches.
fn all() -> Vec<(String, Form, Told)> {
    let world = world();
    let of = |(name, span): (&str, Span), sees: Parts| {
        let told = told(&world, span, sees);
        FORMS.map(|form| (format!("{name} as {form:?} of {sees:?}"), form, told.clone()))
    };
    spans().into_iter().flat_map(|span| switches().into_iter().flat_map(move |sees| of(span, sees))).collect()
}

fn without(piece: Piece, mut told: Told) -> Told {
    match piece {
        Piece::Part(Part::Chart) => told.drawn = None,
        Piece::Part(Part::Identity) => told.identity = None,
        Piece::Part(part) => told.lists.retain(|list| list.part != part),
        Piece::Plan => told.plan = None,
        Piece::Question => told.question = None,
    }
    told
}

#[test]
fn what_a_form_leaves_out_changes_nothing_in_it_and_all_else_does() {
    let pieces = [Part::Chart, Part::Notes, Part::Proofs, Part::Identity].map(Piece::Part);
    for (name, form, told) in all() {
        for piece in pieces.into_iter().chain([Piece::Plan, Piece::Question]).filter(|piece| piece.is_in(&told)) {
            let is_same = bytes(form, &told) == bytes(form, &without(piece, told.clone()));
            assert_eq!(form.leaves_out(piece, &told), is_same, "{piece:?}: {name}");
        }
    }
}

#[test]
fn a_form_tells_what_it_shows() {
    for (name, form, told) in all() {
        assert!(bytes(form, &told) == bytes(form, &form.told(told.clone())), "{name}");
    }
}

#[test]
fn a_short_form_has_less_room() {
    let world = world();
    let told = told(&world, spans()[2].1, Parts::ALL);
    let left_out = |form: Form| {
        let pieces = [Part::Chart, Part::Notes, Part::Proofs, Part::Identity].map(Piece::Part);
        let pieces = pieces.into_iter().chain([Piece::Plan, Piece::Question]);
        pieces.filter(|piece| form.leaves_out(*piece, &told)).collect::<Vec<_>>()
    };
    let [chart, notes, proofs, identity] = [Part::Chart, Part::Notes, Part::Proofs, Part::Identity].map(Piece::Part);
    assert_eq!(left_out(Form::Text), [chart]);
    assert_eq!(left_out(Form::Markdown), [chart]);
    assert_eq!(left_out(Form::Post), [chart, notes, proofs, identity, Piece::Plan]);
    assert_eq!(left_out(Form::Picture(Size::Wide)), [notes, proofs, Piece::Plan, Piece::Question]);
    assert_eq!(left_out(Form::Picture(Size::Square)), [proofs, Piece::Plan, Piece::Question]);
    assert_eq!(left_out(Form::Html), []);
}

#[test]
fn a_card_says_only_the_lines_that_are_on_it() {
    let world = world();
    let sees = Parts::ALL.without(Part::Chart);
    for (form, span) in [(FORMS[2], spans()[3].1), (FORMS[3], spans()[3].1), (FORMS[3], last_session())] {
        let drawn = bytes(form, &told(&world, span, sees));
        let said = form.told(told(&world, span, sees));
        assert!(said.lists.len() == 1 && said.plan.is_none() && said.question.is_none());
        for line in &said.lists[0].lines {
            let escaped = line.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(drawn.contains(&escaped), "{line}");
        }
    }
}
