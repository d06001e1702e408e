//! If-then plans in the whole app: written from what is in the way, used in a session, and judged on its card.

use eframe::egui::{Key, Role};
use mainspring::domain::plans::UseResult;
use mainspring::domain::session::Ended;

use crate::desk::{Desk, ctrl, key, press, shows, type_text};

#[test]
fn a_plan_is_written_when_something_is_in_the_way_used_the_next_time_and_judged() {
    let desk = Desk::new();
    let mut window = desk.open();
    type_text(&mut window, "Write the book");
    key(&mut window, Key::Enter);
    desk.pass(&mut window, 1);
    ctrl(&mut window, Key::I);
    type_text(&mut window, "the phone calls for me");
    press(&mut window, Role::Button, "Write a plan…");
    type_text(&mut window, "I will put it in the drawer.");
    key(&mut window, Key::Enter);
    assert!(shows(&window, "Read it once, slowly"));
    key(&mut window, Key::Enter);
    ctrl(&mut window, Key::I);
    press(&mut window, Role::Button, "Use this plan: If the phone calls for me, then I will put it in the drawer.");
    ctrl(&mut window, Key::I);
    press(&mut window, Role::Button, "Just 2 minutes more");
    desk.pass(&mut window, 2);
    ctrl(&mut window, Key::Enter);
    assert!(shows(&window, "3 min of focus, earned"));
    press(&mut window, Role::CheckBox, "Yes");
    desk.close(window);
    let model = desk.read();
    let (plan, usage) = (model.plans.last().expect("a plan"), model.plan_uses.last().expect("a use"));
    let session = model.sessions.last().expect("a session");
    assert_eq!((plan.obstacle.as_str(), plan.action.as_str()), ("the phone calls for me", "put it in the drawer"));
    assert!(plan.read_back.is_some());
    assert_eq!((usage.plan, usage.session, usage.result), (plan.id, Some(session.id), UseResult::Helped));
    assert_eq!((session.planned_secs, session.focus_secs(), session.ended), (180, 180, Ended::Earned));
}

#[test]
fn a_deleted_plan_can_be_brought_back_at_once() {
    let desk = Desk::with_demo(|_| ());
    let mut window = desk.open();
    ctrl(&mut window, Key::Num2);
    let plan = "If I reach for the phone, then I will put it in the drawer in the hall.";
    press(&mut window, Role::Button, &format!("Delete: {plan}"));
    assert!(!shows(&window, plan) && shows(&window, "Plan deleted"));
    press(&mut window, Role::Button, "Undo");
    assert!(shows(&window, plan) && shows(&window, "used 6 times · helped 5 of 6"));
}
