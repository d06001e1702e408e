//! The page as a person meets it: pictures to look at, and flows by role and label.

use super::ProgressTab;
use super::range::{Range, Span};
use crate::domain::demo;
use crate::ui::testing::{Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

fn stage(world: World) -> Stage<ProgressTab> {
    Stage::of(ProgressTab::default(), world, ProgressTab::ui)
}

fn set(world: World, span: Span) -> Stage<ProgressTab> {
    let mut tab = ProgressTab::default();
    tab.range = Range { span, back: 0 };
    Stage::of(tab, world, ProgressTab::ui)
}

#[test]
fn pictures_of_a_year() {
    picture(&mut stage(demo_world()).size(1184.0, 800.0).open(), "progress-light");
    picture(&mut set(demo_world(), Span::Month).size(1184.0, 800.0).dark().open(), "progress-dark");
    picture(&mut stage(demo_world()).size(624.0, 2000.0).open(), "progress-narrow");
    picture(&mut set(demo_world(), Span::Year).size(1344.0, 900.0).open(), "progress-1440");
    picture(&mut set(demo_world(), Span::All).size(1344.0, 900.0).open(), "progress-all");
    picture(&mut set(demo_world(), Span::Week).size(1184.0, 2600.0).zoom(2.0).open(), "progress-zoom");
}
