//! Commands: what a key, a button, the palette or a notification asks of the app.

use eframe::egui;

use crate::domain::rewards::{self, GrantState, Occasion, RewardAction};
use crate::domain::session::SessionAction;
use crate::domain::settings::{Settings, SettingsAction};
use crate::domain::timer::{Phase, TimerAction};
use crate::domain::{Action, Now};
use crate::platform::open::{self, OpenError};
use crate::store::{Resolution, Shrink};
use crate::ui::commands::{Command, Tab};
use crate::ui::shortcuts::text_percent_after;

use super::exports::Purpose;
use super::inbox::Message;
use super::renderer::App;
use super::room::Room;
use super::services::Services;
use super::{effects, exports, notices};

/// Length of the two-minute version, in seconds.
pub(super) const SHORT_SECS: u32 = 120;
/// What "+5 min" adds, in seconds.
const EXTEND_SECS: u32 = 300;

/// Carries out one command.
pub fn run(app: &mut App, ctx: &egui::Context, command: Command, now: Now) {
    let Some(room) = app.stage.room() else { return };
    match command {
        Command::GoTo(tab) => go_to(room, tab, &app.services),
        Command::OpenCard(session) => {
            room.status.card = Some(session);
            room.status.passed.clear();
            room.status.tab = Tab::Focus;
        }
        Command::CloseCard => room.status.card = None,
        Command::Palette => room.tabs.palette.toggle(),
        Command::ShortcutSheet => room.tabs.sheet.toggle(),
        Command::ReplaySpring => {
            // The card may lie over the spring.
            room.status.card = None;
            go_to(room, Tab::Focus, &app.services);
            room.tabs.focus.start_replay();
        }
        Command::AddSession => {
            go_to(room, Tab::Progress, &app.services);
            room.tabs.progress.open_add();
        }
        Command::SaveReview(form) => {
            go_to(room, Tab::Review, &app.services);
            room.tabs.review.save(form);
        }
        Command::ShowDay(day) => {
            go_to(room, Tab::Progress, &app.services);
            room.tabs.progress.show_day(day);
        }
        Command::NewWish => {
            go_to(room, Tab::Goal, &app.services);
            room.tabs.goal.focus_new_wish();
        }
        Command::EditGoal(part) => {
            go_to(room, Tab::Goal, &app.services);
            room.tabs.goal.focus_part(part);
        }
        Command::InTheWay => room.tabs.plans.in_the_way(),
        Command::NewPlan => room.tabs.plans.write(),
        Command::GuidedPlan => room.tabs.plans.guide(),
        Command::EditPlan(plan) => room.tabs.plans.edit(&room.model, plan),
        Command::ReadPlan(plan) => room.tabs.plans.read(&room.model, plan),
        Command::Share { to, span } => room.tabs.share.open(&room.model, &room.derived, to, span),
        Command::ShowCheckIn(id) => {
            go_to(room, Tab::People, &app.services);
            room.tabs.people.show_check_in(&room.model, id);
        }
        Command::CopyText(words) => {
            ctx.copy_text(words);
            effects::push(room, app.text.get("toast-copied"), None, now);
        }
        Command::CopyPicture(svg) => exports::copy_picture(app, &svg),
        Command::WriteMail(link) => {
            if let Err(error) = open::open_mail(&link, not_opened(&app.services)) {
                effects::push_not_opened(room, &app.text, &error.to_string(), now);
            }
        }
        Command::ShowEvidence(strategy) => room.tabs.evidence.open(strategy),
        Command::ShowAllEvidence => room.tabs.evidence.open_all(),
        Command::OpenLink(link) => {
            if let Err(error) = open::open_url(&link, not_opened(&app.services)) {
                effects::push_not_opened(room, &app.text, &error.to_string(), now);
            }
        }
        Command::Outlet(command) => super::sending::run(app, command, now),
        Command::ShowLaunches => room.tabs.launches.open(),
        Command::AllowLaunches => super::launches::allow(app),
        Command::PickFile => exports::ask(app, Purpose::Pick, now),
        Command::CloseProblem => room.status.problem = None,
        Command::FullScreen => {
            let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
        }
        Command::NextTab => go_to(room, neighbour(room.status.tab, 1), &app.services),
        Command::PreviousTab => go_to(room, neighbour(room.status.tab, Tab::ALL.len() - 1), &app.services),
        Command::Quit | Command::CloseWindow => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Command::ExportSpring(kind) => exports::ask(app, Purpose::Spring(kind), now),
        Command::SaveCopy => exports::ask(app, Purpose::Copy, now),
        Command::Restore(path) => super::opening::restore(app, &path),
        Command::KeepOurs => room.file.resolve(Resolution::KeepOurs, &app.services.inbox),
        Command::TakeTheirs => {
            room.is_waiting = true;
            room.file.resolve(Resolution::TakeTheirs, &app.services.inbox);
        }
        Command::SaveShrunk => room.save(Shrink::Allow),
        Command::Autostart(switch) => super::autostart::set(app, switch),
        command => change(app, command, now),
    }
}

/// Commands that end in an action on the records, or in a word to the world outside.
fn change(app: &mut App, command: Command, now: Now) {
    let Some(room) = app.stage.room() else { return };
    let chosen = chosen_reward(room, &command);
    let action = match command {
        Command::StartOrPause => Some(start_or_pause(room)),
        Command::StartShort => Some(start(room, SHORT_SECS)),
        Command::Finish => Some(Action::Timer(TimerAction::Finish)),
        Command::Extend => Some(Action::Timer(TimerAction::Extend { secs: EXTEND_SECS })),
        Command::TakeReward => to_take(room).map(|occasion| Action::Reward(RewardAction::Take { occasion })),
        Command::KeepSession => room.short_session.take().map(|session| Action::Session(SessionAction::Keep(session))),
        Command::LargerText | Command::SmallerText | Command::NormalText => {
            let settings = &room.model.settings;
            text_percent_after(&command, settings.text_percent).map(|text_percent| {
                Action::Settings(SettingsAction::Set(Settings { text_percent, ..settings.clone() }))
            })
        }
        Command::Undo => Some(Action::Undo),
        Command::Redo => Some(Action::Redo),
        command => {
            tell(app, command, now);
            None
        }
    };
    let Some(room) = app.stage.room() else { return };
    for action in action.into_iter().chain(chosen) {
        effects::carry_out(room, &app.services, &app.text, action, now);
    }
}

/// The choice of a reward that was made before the session, said as soon as the session runs.
fn chosen_reward(room: &mut Room, command: &Command) -> Option<Action> {
    let is_start = matches!(command, Command::StartOrPause | Command::StartShort) && room.model.running.is_none();
    let reward = if is_start { room.tabs.focus.take_chosen_reward() } else { None };
    reward.map(|reward| Action::Reward(RewardAction::Choose { reward: Some(reward) }))
}

/// Tells the window that no program took a link.
fn not_opened(services: &Services) -> impl FnOnce(OpenError) + Send + 'static {
    let inbox = services.inbox.clone();
    move |error| inbox.send(Message::NotOpened(error.to_string()))
}

fn tell(app: &mut App, command: Command, now: Now) {
    let Some(room) = app.stage.room() else { return };
    let told = match command {
        Command::SaveNow if room.is_waiting => Some(app.text.get("toast-wait")),
        Command::SaveNow => {
            room.save(Shrink::Guard);
            Some(app.text.get("toast-saving"))
        }
        Command::BackUpNow => {
            back_up(room, &app.services);
            None
        }
        Command::TestNotification => {
            app.services.tell(notices::test(&room.model, &app.text));
            None
        }
        Command::OpenDataFolder => {
            let folder = room.status.data_path.parent().map(std::path::Path::to_path_buf).unwrap_or_default();
            open::open_folder(&folder).err().map(|error| error.to_string())
        }
        _ => None,
    };
    if let Some(words) = told {
        effects::push(room, words, None, now);
    }
}

fn back_up(room: &Room, services: &Services) {
    let Some(writer) = room.file.writer() else { return };
    let inbox = services.inbox.clone();
    writer.back_up(move |made| {
        inbox.send(Message::BackedUp(made));
    });
    room.file.ask_backups(&services.inbox);
}

/// The tab some steps further along the rail, around its end.
fn neighbour(tab: Tab, steps: usize) -> Tab {
    let at = Tab::ALL.iter().position(|other| *other == tab).unwrap_or(0);
    Tab::ALL[(at + steps) % Tab::ALL.len()]
}

/// Opens a room; the settings list the backups as they are now.
fn go_to(room: &mut Room, tab: Tab, services: &Services) {
    if tab == Tab::Settings {
        room.file.ask_backups(&services.inbox);
        super::autostart::look(&services.inbox);
    }
    room.status.tab = tab;
}

fn start_or_pause(room: &mut Room) -> Action {
    match room.model.running.as_ref().map(|running| &running.phase) {
        None => {
            let secs = u32::from(room.model.settings.session_minutes) * 60;
            start(room, secs)
        }
        Some(Phase::Focusing { .. }) => Action::Timer(TimerAction::Pause),
        Some(Phase::Paused | Phase::Asking { .. }) => Action::Timer(TimerAction::Resume),
    }
}

/// A session of some length; work goes before cards, so an open one is closed.
fn start(room: &mut Room, planned_secs: u32) -> Action {
    room.status.card = None;
    room.status.tab = Tab::Focus;
    let (intention, environment) = (room.tabs.focus.take_intention(), room.tabs.focus.take_checked());
    Action::Timer(TimerAction::Start { planned_secs, intention, environment })
}

/// The reward that is meant: the first of what the running session earned, or one that waits, or that of the open card,
/// which may have been left before.
fn to_take(room: &Room) -> Option<Occasion> {
    if let Some(running) = &room.model.running {
        let mut coming = room.derived.rewards.coming.iter();
        let first = coming.find(|one| one.reward.is_some()).filter(|_| running.earned.is_some());
        return first.map(|one| one.occasion).or_else(|| rewards::waiting(&room.model, None));
    }
    let card = room.status.card;
    let is_left = |session: &uuid::Uuid| {
        let answers = room.model.answers.iter();
        let left = |occasion, state| occasion == Occasion::Session(*session) && state == GrantState::Skipped;
        answers.rev().any(|answer| left(answer.occasion, answer.state))
    };
    let newest = || room.derived.rewards.unclaimed.first().map(|grant| grant.occasion);
    card.filter(is_left).map(Occasion::Session).or_else(|| rewards::waiting(&room.model, card)).or_else(newest)
}
