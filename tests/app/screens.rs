//! Every screen of the app, each reached as a person reaches it, for pictures and for checks of the layout.

use std::time::Duration;

use eframe::egui::{Key, Role, Theme, Vec2};
use egui_kittest::kittest::Queryable;
use mainspring::cli::Launch;
use mainspring::domain::rewards::{Mark, RewardAction};
use mainspring::domain::settings::{Settings, ThemeChoice};
use mainspring::domain::{Action, Model, Records, apply};
use mainspring::platform::clock::Clock;
use mainspring::store::document::VERSION;
use mainspring::store::write::to_text;

use crate::desk::{Desk, Window, ctrl, fill, key, press, shows, type_text, wait_for};
use crate::wheel::newest_row;
use crate::young;

/// A screen by the name of its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Focus,
    Running,
    Earned,
    Paused,
    PausedBeyond,
    Break,
    CardRewards,
    Tray,
    RateBreak,
    ReadOnly,
    Card,
    Goal,
    Progress,
    Settings,
    FirstRun,
    Recovery,
    Missing,
    Palette,
    Shortcuts,
    AddSession,
    EditSession,
    Closing,
    Gap,
    NoGoal,
    Environment,
    PlanForm,
    GuidedPlan,
    InTheWay,
    Path,
    StageEnd,
    Nudge,
    LengthOffer,
    EvidenceCard,
    SettingsReminders,
    Review,
    ReviewWeek,
    ReviewMonth,
    ProgressYear,
    ProgressAll,
    ProgressTable,
    ProgressEmpty,
    ProgressOne,
    ProgressFive,
    Experiment,
    Rewards,
    RewardsEmpty,
    Badges,
    People,
    Share,
}

impl Screen {
    /// Those in docs/screenshots.
    pub const DOCUMENTED: [Self; 35] = [
        Self::Focus,
        Self::Running,
        Self::Card,
        Self::CardRewards,
        Self::Tray,
        Self::Break,
        Self::RateBreak,
        Self::Goal,
        Self::Progress,
        Self::Settings,
        Self::FirstRun,
        Self::Recovery,
        Self::Environment,
        Self::PlanForm,
        Self::GuidedPlan,
        Self::InTheWay,
        Self::Path,
        Self::StageEnd,
        Self::Nudge,
        Self::LengthOffer,
        Self::EvidenceCard,
        Self::SettingsReminders,
        Self::Review,
        Self::ReviewWeek,
        Self::ReviewMonth,
        Self::ProgressYear,
        Self::ProgressAll,
        Self::ProgressTable,
        Self::ProgressEmpty,
        Self::ProgressOne,
        Self::ProgressFive,
        Self::Experiment,
        Self::Rewards,
        Self::RewardsEmpty,
        Self::Badges,
    ];

    /// Those that are only looked at and checked.
    const OTHERS: [Self; 14] = [
        Self::People,
        Self::Share,
        Self::Earned,
        Self::Paused,
        Self::PausedBeyond,
        Self::ReadOnly,
        Self::Missing,
        Self::Palette,
        Self::Shortcuts,
        Self::AddSession,
        Self::EditSession,
        Self::Closing,
        Self::Gap,
        Self::NoGoal,
    ];

    /// Every screen.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::DOCUMENTED.into_iter().chain(Self::OTHERS)
    }

    /// The name of its picture.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// Lays the desk and opens the screen.
    pub fn open(self, desk: &Desk, change: impl Fn(&mut Settings), size: Vec2) -> Window {
        self.lay(desk, &change);
        let mut window = desk.open_as(&Launch::default(), size);
        // Without a readable file the app has no settings to follow, only the desktop.
        window.input_mut().system_theme = Some(desk_theme(&change));
        window.run();
        self.go(desk, &mut window);
        if self == Self::Gap {
            desk.close(window);
            desk.clock.advance(Duration::from_hours(8));
            window = desk.open_as(&Launch::default(), size);
            window.run();
            assert!(shows(&window, "Mainspring was not running from"));
        }
        window.remove_cursor();
        window.run();
        if !matches!(self, Self::FirstRun | Self::Recovery | Self::Missing | Self::ReadOnly) {
            wait_for(&mut window, "Saved");
        }
        window
    }

    fn lay(self, desk: &Desk, change: &dyn Fn(&mut Settings)) {
        let demo = desk.demo(change);
        match self {
            Self::FirstRun | Self::NoGoal => {
                desk.write(&Model { settings: demo.settings.clone(), ..Model::default() });
            }
            Self::Recovery => {
                desk.lay_backups(&demo);
                std::fs::write(desk.data(), "(version: 1,\n").expect("a torn file");
            }
            Self::Missing => {
                desk.write(&demo);
                let window = desk.open();
                desk.close(window);
                desk.lay_backups(&demo);
                std::fs::remove_file(desk.data()).expect("a file that is gone");
            }
            Self::Settings | Self::SettingsReminders => {
                desk.write(&demo);
                desk.lay_backups(&demo);
            }
            Self::ReadOnly => {
                let text = to_text(&demo).expect("text");
                // A later version of the app wrote it.
                std::fs::write(desk.data(), text.replacen(&format!("version: {VERSION}"), "version: 1000", 1))
                    .expect("a newer file");
            }
            Self::RewardsEmpty => desk.write(&Model { rewards: Records::default(), ..young::goal(desk, "34", change) }),
            Self::CardRewards => desk.write(&before_a_milestone(desk, demo)),
            _ => desk.write(&self.young(desk, change).unwrap_or(demo)),
        }
    }

    /// The young goal of a screen, as the letters of its days.
    fn young(self, desk: &Desk, change: &dyn Fn(&mut Settings)) -> Option<Model> {
        let days = match self {
            Self::Path => "344.43354",
            Self::StageEnd => "3344.343",
            Self::Nudge => "33444..",
            Self::LengthOffer => "445445",
            Self::ProgressEmpty => "",
            Self::ProgressOne => "4",
            Self::ProgressFive => "34.443",
            _ => return None,
        };
        Some(young::goal(desk, days, change))
    }

    /// From the first screen to this one.
    fn go(self, desk: &Desk, window: &mut Window) {
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
            Self::People => ctrl(window, Key::Num6),
            Self::Share => {
                ctrl(window, Key::Num6);
                press(window, Role::Button, "Check in with Noor");
                assert!(shows(window, "What leaves"));
            }
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
            _ => unreachable!("{self:?} is none of the method's screens"),
        }
    }
}

/// The demo's year, one session before a milestone of the writer's own.
fn before_a_milestone(desk: &Desk, mut model: Model) -> Model {
    let goal = model.goal().expect("a goal").id;
    let sessions = model.sessions.iter().filter(|session| session.goal == goal).count() + 1;
    let mark = Mark::Sessions(u32::try_from(sessions).expect("few sessions"));
    let name = "As many sessions as there are pages".to_owned();
    let add = Action::Reward(RewardAction::AddMilestone { mark, name });
    apply(&mut model, add, desk.clock.now()).expect("a milestone");
    model
}

/// The theme as a change of settings.
pub fn themed(theme: ThemeChoice) -> impl Fn(&mut Settings) {
    move |settings| settings.theme = theme
}

fn desk_theme(change: &dyn Fn(&mut Settings)) -> Theme {
    let mut settings = Settings::default();
    change(&mut settings);
    if settings.theme == ThemeChoice::Dark { Theme::Dark } else { Theme::Light }
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
