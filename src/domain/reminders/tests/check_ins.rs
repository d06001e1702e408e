//! Check-ins that come due: by the rhythm, once for a period, silent once one went out.

use super::*;
use crate::domain::people::{NewCheckIn, PartnerDetails, PeopleAction, Rhythm, Span, To, Way};

fn partner(world: &mut World, name: &str, rhythm: Rhythm) -> Uuid {
    let details = PartnerDetails { name: name.into(), rhythm, ..PartnerDetails::default() };
    world.act(Action::People(PeopleAction::AddPartner(details)));
    world.model.partners.iter().find(|partner| partner.name == name).unwrap().id
}

fn tell(world: &mut World, id: Uuid) {
    let (to, way, span) = (To::Partner(id), Way::Copied, Span::Day(world.now().today(4)));
    let new = NewCheckIn { to, way, span, words: String::new(), question: String::new() };
    world.act(Action::People(PeopleAction::CheckIn(new)));
}

#[test]
fn a_daily_check_in_comes_each_day_and_is_silent_once_it_went_out() {
    let mut world = quiet_world();
    let ada = partner(&mut world, "Ada", Rhythm::Daily { minute: 19 * 60 });
    check_next(&mut world, &["Mon 02 19:00 check-in", "Tue 03 19:00 check-in"]);
    go_to(&mut world, 2, "12:00");
    tell(&mut world, ada);
    check_next(&mut world, &["Tue 03 19:00 check-in", "Wed 04 19:00 check-in"]);
}

#[test]
fn a_weekly_check_in_that_went_out_early_is_not_asked_for_again() {
    let mut world = quiet_world();
    let ada = partner(&mut world, "Ada", Rhythm::Weekly { weekday: Sun, minute: 19 * 60 });
    check_next(&mut world, &["Sun 08 19:00 check-in", "Sun 15 19:00 check-in"]);
    go_to(&mut world, 6, "12:00");
    tell(&mut world, ada);
    check_next(&mut world, &["Sun 15 19:00 check-in", "Sun 22 19:00 check-in"]);
}

#[test]
fn after_a_session_it_comes_a_quarter_of_an_hour_later_once() {
    let mut world = quiet_world();
    let ada = partner(&mut world, "Ada", Rhythm::AfterSession);
    check_next(&mut world, &[]);
    work(&mut world, 10);
    check_next(&mut world, &["Mon 02 09:25 check-in"]);
    world.pass(60);
    tell(&mut world, ada);
    check_next(&mut world, &[]);
}

#[test]
fn quiet_hours_hold_and_a_met_target_or_a_rest_does_not() {
    let mut world = quiet_world();
    partner(&mut world, "Ada", Rhythm::Daily { minute: 19 * 60 });
    work(&mut world, 60);
    let day = "2026-03-03".parse().unwrap();
    world.act(Action::Rest(RestAction::Add { from: day, to: day, kind: RestKind::Rest }));
    check_next(&mut world, &["Mon 02 19:00 check-in", "Tue 03 19:00 check-in"]);
    change(&mut world, |settings| {
        settings.quiet_hours = Some(QuietHours { from_minute: 18 * 60, to_minute: 20 * 60 });
    });
    check_next(&mut world, &[]);
}

#[test]
fn those_of_one_moment_are_one_with_all_the_names() {
    let mut world = quiet_world();
    add(&mut world, "19:00", &EVERY_DAY);
    for name in ["Ada", "Ben"] {
        partner(&mut world, name, Rhythm::Daily { minute: 19 * 60 });
    }
    check_next(&mut world, &["Mon 02 19:00 start", "Mon 02 19:00 check-in", "Tue 03 19:00 start"]);
    let now = world.now();
    let due = upcoming(&world.model, now, &|_| now.offset, 2);
    assert_eq!(due[1].cue, "Ada, Ben");
}

#[test]
fn one_who_was_put_away_is_not_asked_for() {
    let mut world = quiet_world();
    let ada = partner(&mut world, "Ada", Rhythm::Daily { minute: 19 * 60 });
    tell(&mut world, ada);
    world.act(Action::People(PeopleAction::EndPartner { id: ada }));
    check_next(&mut world, &[]);
}
