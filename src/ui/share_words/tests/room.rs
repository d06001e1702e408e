//! What each form says it has room for, against the forms themselves and the demo's year.

use super::demo::{last_session, shared, spans, world};
use super::look_light;
use crate::domain::people::shared::{Question, Shared};
use crate::domain::people::{Part, Parts, Span};
use crate::exchange::share::card::{self, Size};
use crate::exchange::share::{Form, Piece, Told, html, text};
use crate::ui::share_words;
use crate::ui::testing::World;

const FORMS: [Form; 6] =
    [Form::Text, Form::Post, Form::Picture(Size::Wide), Form::Picture(Size::Square), Form::Html, Form::Markdown];

/// All that is read or seen of a form; a drawing without the sentence that says it, which is checked for itself.
fn bytes(form: Form, told: &Told) -> String {
    match form {
        Form::Text => text::plain(told),
        Form::Post => text::post(told, &|_| true),
        Form::Picture(size) => {
            let drawn = card::svg(told, &look_light(), size);
            drawn.split_once("</desc>").unwrap().1.to_owned()
        }
        Form::Html => html::html(told, &look_light()),
        Form::Markdown => text::markdown(told),
    }
}

fn told(world: &World, span: Span, sees: Parts) -> Told {
    share_words::told(&world.text, &shared(world, span, sees))
}

/// All, nothing, and each part alone or missing.
fn switches() -> Vec<Parts> {
    let each = Part::ALL.into_iter().flat_map(|part| [Parts::NONE.with(part), Parts::ALL.without(part)]);
    each.chain([Parts::NONE, Parts::ALL]).collect()
}

#[test]
fn a_part_for_which_there_is_no_room_changes_nothing() {
    let world = world();
    for (name, span) in spans() {
        for (form, sees) in FORMS.into_iter().flat_map(|form| switches().into_iter().map(move |sees| (form, sees))) {
            for part in Part::ALL.into_iter().filter(|part| !form.carries(Piece::Part(*part), sees.with(*part))) {
                let [on, off] =
                    [sees.with(part), sees.without(part)].map(|sees| bytes(form, &told(&world, span, sees)));
                assert!(on == off, "{name}: {part:?} in {form:?} beside {sees:?}");
            }
        }
    }
}

#[test]
fn a_form_tells_no_less_than_it_shows() {
    let world = world();
    for (name, span) in spans() {
        for (form, sees) in FORMS.into_iter().flat_map(|form| switches().into_iter().map(move |sees| (form, sees))) {
            let whole = bytes(form, &told(&world, span, sees));
            let said = form.told(told(&world, span, form.of(sees)));
            assert!(whole == bytes(form, &said), "{name}: {form:?} of {sees:?}");
        }
    }
}

#[track_caller]
fn check_differs(form: Form, span: Span, piece: Piece, sees: Parts) {
    let world = world();
    let whole = shared(&world, span, sees);
    let less = match piece {
        Piece::Part(part) => shared(&world, span, sees.without(part)),
        Piece::Plan => Shared { plan: None, ..whole.clone() },
        Piece::Question => Shared { question: Question::None, ..whole.clone() },
    };
    let [whole, less] = [whole, less].map(|shared| bytes(form, &form.told(share_words::told(&world.text, &shared))));
    let has_room = form.carries(piece, sees);
    assert_eq!(whole != less, has_room, "{piece:?} in {form:?}");
}

#[test]
fn what_there_is_room_for_is_in_the_form() {
    let parts = Part::ALL.map(Piece::Part).into_iter();
    let pieces: Vec<Piece> = parts.chain([Piece::Plan, Piece::Question]).collect();
    for (form, piece) in FORMS.into_iter().flat_map(|form| pieces.iter().map(move |piece| (form, *piece))) {
        check_differs(form, spans()[2].1, piece, Parts::ALL);
    }
    let lists = Parts::NONE.with(Part::Notes).with(Part::Proofs);
    for size in Size::ALL {
        for sees in [lists, lists.with(Part::Chart), lists.with(Part::Days), lists.without(Part::Notes)] {
            let part = if sees.has(Part::Notes) { Part::Notes } else { Part::Proofs };
            check_differs(Form::Picture(size), spans()[2].1, Piece::Part(part), sees);
        }
    }
}

#[test]
fn a_card_says_only_the_lines_that_are_on_it() {
    let world = world();
    let sees = Parts::ALL.without(Part::Chart);
    for (form, span) in [(FORMS[2], spans()[3].1), (FORMS[3], spans()[3].1), (FORMS[3], last_session())] {
        let said = form.told(told(&world, span, sees));
        let drawn = bytes(form, &said);
        assert!(said.lists.len() == 1 && said.plan.is_none() && said.question.is_none());
        for line in &said.lists[0].lines {
            let escaped = line.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(drawn.contains(&escaped), "{line}");
        }
    }
}
