//! The spring on Focus: what it says, replay, its menu, and the winding of a new coil.

use super::*;

#[test]
fn the_spring_says_itself_and_can_be_walked() {
    let mut stage = open(writer());
    let sentence = "11 h 42 min in 61 sessions; next jewel at 15 h";
    stage.get_by_label(sentence).focus();
    stage.run();
    assert_eq!(stage.get_by_label(sentence).value().as_deref(), Some("Today, 12 min, Scene 3, the letter"));
    stage.key_press(egui::Key::ArrowLeft);
    stage.run();
    assert!(stage.get_by_label(sentence).value().is_some_and(|value| value.ends_with("17 min")));
    stage.key_press(egui::Key::Home);
    stage.run();
    assert_eq!(stage.get_by_label(sentence).value().as_deref(), Some("Wed 28 Oct, 6 min"));
    stage.key_press(egui::Key::Enter);
    stage.run();
    let first = chrono::NaiveDate::from_ymd_opt(2026, 10, 28).unwrap();
    assert_eq!(stage.state().out.commands, [Command::ShowDay(first)]);
}

#[test]
fn the_pointer_on_a_coil_tells_its_day() {
    let mut stage = open(writer());
    let spring = stage.get_by_label("11 h 42 min in 61 sessions; next jewel at 15 h").rect();
    // The first turn, a quarter round: 112 of 256 from the centre, and a quarter of the pitch of 27 more.
    stage.hover_at(spring.center() + egui::vec2(spring.width() / 2.0 * (118.75 / 256.0), 0.0));
    stage.run();
    picture(&mut stage, "focus-hover");
    assert!(stage.query_by_label("Fri 30 Oct").is_some());
    assert!(stage.query_by_label("7 min").is_some());
}

#[test]
fn a_replay_runs_ten_seconds_and_escape_stops_it() {
    let mut stage = open(writer());
    stage.state_mut().view.focus.start_replay();
    stage.run_steps(16);
    picture(&mut stage, "focus-replay");
    assert!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay.is_zero());
    stage.key_press(egui::Key::Escape);
    stage.run();
    assert_eq!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay, std::time::Duration::MAX);
}

#[test]
fn without_motion_a_replay_goes_in_few_frames() {
    let mut world = writer();
    world.theme.motion = Motion::Reduced;
    let mut stage = open(world);
    stage.state_mut().view.focus.start_replay();
    stage.run_steps(2);
    assert!(stage.query_by_label("11 h 42").is_none());
    let delay = stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(!delay.is_zero() && delay <= std::time::Duration::from_secs(1), "{delay:?}");
    picture(&mut stage, "focus-replay-reduced");
    stage.key_press(egui::Key::Escape);
    stage.run();
    assert_eq!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay, std::time::Duration::MAX);
}

#[test]
fn the_spring_is_replayed_and_saved_from_the_button_beside_it() {
    let mut stage = open(writer());
    for (label, command) in [
        ("Replay from day 1", Command::ReplaySpring),
        ("Save as PNG…", Command::ExportSpring(ImageKind::Png)),
        ("Save as SVG…", Command::ExportSpring(ImageKind::Svg)),
    ] {
        stage.get_by_label("Replay or save the spring").click();
        stage.run();
        picture(&mut stage, "focus-spring-menu");
        stage.get_by_label(label).click();
        stage.run();
        assert_eq!(std::mem::take(&mut stage.state_mut().out.commands), [command]);
        assert!(stage.query_by_label(label).is_none(), "the menu closes");
    }
    assert!(open(fresh()).query_by_label("Replay or save the spring").is_none(), "there is nothing to replay");
}

#[test]
fn the_menu_of_the_spring_works_by_keys() {
    let mut stage = open(writer());
    stage.get_by_label("Replay or save the spring").focus();
    stage.run();
    for key in [egui::Key::Enter, egui::Key::Tab, egui::Key::Tab, egui::Key::Enter] {
        stage.key_press(key);
        stage.run();
    }
    assert_eq!(stage.state().out.commands, [Command::ExportSpring(ImageKind::Png)]);
}

#[test]
fn a_finished_coil_is_wound_before_the_eyes_and_then_nothing_moves() {
    let mut stage = open(running(21));
    stage.state_mut().world.act(Action::Timer(TimerAction::Finish));
    stage.step();
    stage.step();
    stage.step();
    picture(&mut stage, "focus-winding");
    assert!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay.is_zero());
    stage.run_steps(8);
    assert_eq!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay, std::time::Duration::MAX);
}

#[test]
fn without_celebration_a_coil_is_simply_there() {
    let mut world = running(21);
    world.model.settings.celebration = Switch::Off;
    let mut stage = open(world);
    stage.state_mut().world.act(Action::Timer(TimerAction::Finish));
    stage.step();
    stage.step();
    assert_eq!(stage.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay, std::time::Duration::MAX);
}
