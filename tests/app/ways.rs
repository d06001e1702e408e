//! The way to every screen, as a person goes it.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{Desk, Window, ctrl, fill, key, press, shows, type_text, wait_for};
use crate::screens::Screen;
use crate::wheel::newest_row;

impl Screen {
    /// From the first screen to this one.
    pub fn go(self, desk: &Desk, window: &mut Window) {
        match self {
            Self::Focus | Self::Recovery | Self::Missing | Self::FirstRun | Self::ReadOnly => {}
            Self::Nudge => assert!(shows(window, "Start with 2 minutes")),
            Self::LengthOffer => assert!(shows(window, "Grow to 10 min")),
            Self::Running => start_and_work(desk, window, 6),
            Self::Earned => start_and_work(desk, window, 28),
            Self::Paused => {
                start_and_work(desk, window, 6);
                key(window, Key::Space);
            }
            Self::PausedBeyond => {
                start_and_work(desk, window, 28);
                key(window, Key::Space);
            }
            Self::Tray => {
                start_and_work(desk, window, 26);
                ctrl(window, Key::Enter);
                key(window, Key::Escape);
                assert!(shows(window, "Waiting for you"));
            }
            Self::Break => {
                start_and_work(desk, window, 26);
                press(window, Role::Button, "Take it now");
                key(window, Key::Escape);
                assert!(shows(window, "End break"));
            }
            Self::RateBreak => {
                start_and_work(desk, window, 26);
                press(window, Role::Button, "Take it now");
                key(window, Key::Escape);
                press(window, Role::Button, "End break");
                assert!(shows(window, "How good was it?"));
            }
            Self::CardRewards => {
                start_and_work(desk, window, 26);
                ctrl(window, Key::Enter);
                assert!(shows(window, "Also earned"));
            }
            Self::Card => {
                start_and_work(desk, window, 26);
                ctrl(window, Key::Enter);
                fill(window, "Done, line 1", "Drafted the scene at the harbour");
                fill(window, "Where to go on next time", "Scene 5, from the letter on");
                fill(window, "How many words", "320");
                window.get_by_label("How easy was it 4 of 5").click();
                window.run();
            }
            Self::Goal | Self::StageEnd => ctrl(window, Key::Num2),
            Self::Progress | Self::ProgressEmpty | Self::ProgressOne | Self::ProgressFive => ctrl(window, Key::Num3),
            Self::ProgressYear => in_range(window, "Year"),
            Self::ProgressAll => in_range(window, "All"),
            Self::ProgressTable => {
                ctrl(window, Key::Num3);
                press(window, Role::Button, "Minutes a day: table");
            }
            Self::Settings => {
                ctrl(window, Key::Num8);
                wait_for(window, "Restore the backup of Today 08:12");
            }
            Self::NoGoal => {
                fill(window, "The one thing", "Write the book");
                key(window, Key::Enter);
                ctrl(window, Key::Enter);
                ctrl(window, Key::Num2);
                press(window, Role::Button, "Change the goal…");
                press(window, Role::Button, "Close the goal");
                ctrl(window, Key::Num1);
            }
            Self::Palette => ctrl(window, Key::K),
            Self::Shortcuts => key(window, Key::F1),
            Self::AddSession => ctrl(window, Key::N),
            Self::EditSession => {
                ctrl(window, Key::Num3);
                newest_row(window);
            }
            Self::Closing => {
                ctrl(window, Key::Num2);
                press(window, Role::Button, "Change the goal…");
            }
            Self::Gap => {
                start_and_work(desk, window, 6);
                ctrl(window, Key::S);
            }
            method => method.go_to_method(desk, window),
        }
    }

    /// From the first screen to one of the method's.
    fn go_to_method(self, desk: &Desk, window: &mut Window) {
        match self {
            Self::Rewards | Self::RewardsEmpty => ctrl(window, Key::Num4),
            Self::Badges => {
                ctrl(window, Key::Num4);
                press(window, Role::Button, "See all badges");
            }
            Self::Environment => ctrl(window, Key::Num5),
            Self::PlanForm => {
                ctrl(window, Key::Num2);
                by_name(window, "write an if-then plan");
                assert!(shows(window, "Often in the way"));
                type_text(window, "the phone rings while I write");
            }
            Self::GuidedPlan => {
                ctrl(window, Key::Num2);
                by_name(window, "write a plan in four");
                assert!(shows(window, "Step 1 of 4"));
                for words in ["write every morning this month", "a second part that can be read"] {
                    type_text(window, words);
                    key(window, Key::Enter);
                }
            }
            Self::InTheWay => {
                start_and_work(desk, window, 6);
                ctrl(window, Key::I);
                type_text(window, "the phone");
            }
            Self::Path => {
                ctrl(window, Key::Num2);
                press(window, Role::Button, "Go on to Habit");
            }
            Self::EvidenceCard => {
                ctrl(window, Key::Num2);
                press(window, Role::Button, "Why: a set target");
            }
            Self::SettingsReminders => {
                ctrl(window, Key::Num8);
                wait_for(window, "Restore the backup of Today 08:12");
                window.get_by_label("Next five").scroll_to_me();
                window.run();
            }
            Self::Review => ctrl(window, Key::Num7),
            Self::ReviewWeek => {
                ctrl(window, Key::Num7);
                press(window, Role::DefaultButton, "Start: Week of 16 – 22 November 2026");
            }
            Self::ReviewMonth => {
                ctrl(window, Key::Num7);
                press(window, Role::Button, "Read: October 2026");
                press(window, Role::Button, "Open it again");
            }
            Self::Experiment => {
                ctrl(window, Key::Num7);
                window.get_by_label("My system, and why").scroll_to_me();
                window.run();
            }
            _ => self.go_to_people(window),
        }
    }

    /// From the first screen to one of those about people.
    fn go_to_people(self, window: &mut Window) {
        ctrl(window, Key::Num6);
        match self {
            Self::People | Self::PeopleEmpty => {}
            Self::Partner => press(window, Role::Button, "Change Noor"),
            Self::Pledge => press(window, Role::Button, "Make a pledge"),
            Self::Share => shared(window, "Text", "Text"),
            Self::SharePost => shared(window, "Post", "Open Mastodon"),
            Self::SharePicture => shared(window, "Picture", "Wide"),
            Self::SharePage => shared(window, "Page", "Web page (HTML)"),
            Self::Community => press(window, Role::Button, "Add a community"),
            Self::CheckIns => {
                press(window, Role::Button, "Show all 12");
                window.get_by_label("Check-ins").scroll_to_me();
                window.run();
            }
            Self::CheckIn => newest_check_in(window),
            Self::Answered => {
                newest_check_in(window);
                fill(
                    window,
                    "What came back",
                    "The opening holds. I want to know who rings the bell. Same time on Sunday?",
                );
                press(window, Role::Button, "Save");
                ctrl(window, Key::Num1);
                assert!(shows(window, "Noor answered"));
            }
            Self::Outlet => press(window, Role::Button, "Add a place"),
            _ => unreachable!("{self:?} is none of the screens"),
        }
    }
}

fn start_and_work(desk: &Desk, window: &mut Window, minutes: u64) {
    key(window, Key::Space);
    desk.pass(window, minutes);
}

/// The Progress room over a range.
fn in_range(window: &mut Window, name: &str) {
    ctrl(window, Key::Num3);
    press(window, Role::RadioButton, name);
}

/// Does what the palette finds by some letters.
fn by_name(window: &mut Window, letters: &str) {
    ctrl(window, Key::K);
    type_text(window, letters);
    key(window, Key::Enter);
}

/// What is told the first partner, in a form, with something of it in sight.
fn shared(window: &mut Window, form: &str, seen: &str) {
    press(window, Role::Button, "Check in with Noor");
    assert!(shows(window, "What to tell"));
    press(window, Role::RadioButton, form);
    window.get_by_label(seen).scroll_to_me();
    window.run();
}

/// Opens the check-in at the top of the log.
fn newest_check_in(window: &mut Window) {
    let buttons = window.get_all_by_role(Role::Button);
    let is_open = |name: String| name.starts_with("Open: ");
    let mut buttons = buttons.filter(|node| node.accesskit_node().label().is_some_and(is_open));
    let newest = buttons.next().expect("a check-in");
    newest.scroll_to_me();
    newest.click_accesskit();
    drop(buttons);
    window.run();
}
