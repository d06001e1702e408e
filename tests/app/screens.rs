//! Every screen of the app, each reached as a person reaches it, for pictures and for checks of the layout.

use std::time::Duration;

use eframe::egui::{Theme, Vec2};
use mainspring::cli::Launch;
use mainspring::domain::rewards::{Mark, RewardAction};
use mainspring::domain::settings::{Settings, ThemeChoice};
use mainspring::domain::{Action, Model, Records, apply};
use mainspring::platform::clock::Clock;
use mainspring::store::document::VERSION;
use mainspring::store::write::to_text;

use crate::desk::{Desk, Window, shows, wait_for};
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
    PeopleEmpty,
    Partner,
    Pledge,
    Share,
    SharePost,
    SharePicture,
    SharePage,
    CheckIns,
    CheckIn,
    Answered,
    Community,
    Outlet,
}

impl Screen {
    /// Those in docs/screenshots.
    pub const DOCUMENTED: [Self; 42] = [
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
        Self::People,
        Self::PeopleEmpty,
        Self::Pledge,
        Self::Share,
        Self::SharePicture,
        Self::CheckIns,
        Self::Outlet,
    ];

    /// Those that are only looked at and checked.
    const OTHERS: [Self; 18] = [
        Self::SharePost,
        Self::SharePage,
        Self::Answered,
        Self::Community,
        Self::Partner,
        Self::CheckIn,
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
            Self::PeopleEmpty => desk.write(&young::goal(desk, "34", change)),
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
