//! The page as a person meets it: pictures to look at, and flows by role and label.

use super::GoalTab;
use crate::domain::demo;
use crate::ui::testing::{Stage, World, moment, picture};

const NOW: &str = "2026-11-23T10:12:00Z";

fn demo_world() -> World {
    let now = moment(NOW);
    World::new(demo::demo_at(now, 1), now)
}

fn stage(world: World) -> Stage<GoalTab> {
    Stage::of(GoalTab::default(), world, GoalTab::ui)
}

#[test]
fn pictures_of_the_demo() {
    picture(&mut stage(demo_world()).size(1184.0, 1100.0).open(), "goal-light");
    picture(&mut stage(demo_world()).size(1184.0, 800.0).dark().open(), "goal-dark");
    picture(&mut stage(demo_world()).size(624.0, 2000.0).open(), "goal-narrow");
    picture(&mut stage(demo_world()).size(1184.0, 2600.0).zoom(2.0).open(), "goal-zoom");
    picture(
        &mut stage(World::new(crate::domain::Model::default(), moment(NOW))).size(1184.0, 800.0).open(),
        "goal-none",
    );
}
