//! Tests of the keys: no two alike, words for each, and who gets them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{FixedOffset, NaiveDate, TimeZone, Utc};
use eframe::egui::{Context, Event, Key, Modifiers, RawInput, TextEdit, Ui};
use uuid::Uuid;

use super::{Command, Cover, collect, shown, text_percent_after};
use crate::domain::goal::{GoalAction, Outcome};
use crate::domain::rewards::{self, Layer, Occasion, RewardAction};
use crate::domain::timer::TimerAction;
use crate::domain::{Action, Model, Now, apply};
use crate::ui::commands::{GoalPart, Tab};
use crate::ui::cx::{FileState, Status};
use crate::ui::evidence::Strategy;
use crate::ui::text::Text;

fn now() -> Now {
    let utc = Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap();
    Now::new(utc, FixedOffset::east_opt(3600).unwrap(), 7)
}

fn with_goal() -> Model {
    let mut model = Model::default();
    apply(&mut model, Action::Goal(GoalAction::Create { title: "Write the book".to_owned() }), now()).unwrap();
    model
}

fn running() -> Model {
    let mut model = with_goal();
    let start = TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() };
    apply(&mut model, Action::Timer(start), now()).unwrap();
    model
}

fn press(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn all() -> Vec<Command> {
    let mut commands = Command::palette();
    commands.extend([
        Command::OpenCard(Uuid::nil()),
        Command::ShowDay(NaiveDate::MIN),
        Command::ShowEvidence(Strategy::Woop),
        Command::OpenLink(String::new()),
        Command::ShowCheckIn(Uuid::nil()),
        Command::CopyText(String::new()),
        Command::CopyPicture("".into()),
        Command::WriteMail(String::new()),
        Command::KeepSession,
        Command::EditGoal(GoalPart::Identity),
        Command::EditPlan(Uuid::nil()),
        Command::ReadPlan(Uuid::nil()),
        Command::Restore(PathBuf::new()),
        Command::ShowLaunches,
        Command::AllowLaunches,
        Command::PickFile,
        Command::CloseProblem,
        Command::KeepOurs,
        Command::TakeTheirs,
        Command::SaveShrunk,
    ]);
    commands
}

/// What a frame with these events asks for, after frames in which `show` put the focus where it wants.
fn asked_in(model: &Model, cover: Cover, events: Vec<Event>, show: impl Fn(&mut Ui)) -> Vec<Command> {
    let ctx = Context::default();
    for _ in 0..3 {
        ctx.run_ui(RawInput::default(), |ui| show(ui)).textures_delta.clear();
    }
    let mut asked = Vec::new();
    let input = RawInput { events, ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| {
        asked.extend(collect(ui.ctx(), model, &Status::default(), cover));
        show(ui);
    });
    output.textures_delta.clear();
    asked
}

#[track_caller]
fn check_asks(model: &Model, key: Key, modifiers: Modifiers, expected: &[Command]) {
    assert_eq!(asked_in(model, Cover::None, vec![press(key, modifiers)], |_| ()), expected);
}

fn field(ui: &mut Ui) {
    let mut words = String::from("some words");
    TextEdit::singleline(&mut words).show(ui).response.request_focus();
}

fn button(ui: &mut Ui) {
    ui.button("Some button").request_focus();
}

#[test]
fn no_two_commands_share_a_shortcut() {
    let mut owners: BTreeMap<String, Command> = BTreeMap::new();
    let text = Text::english();
    for command in all() {
        for shortcut in command.shortcuts() {
            let before = owners.insert(shown(&text, shortcut), command.clone());
            assert_eq!(before, None, "{}", shown(&text, shortcut));
        }
    }
    assert_eq!(owners.get("Ctrl+Shift+Z"), Some(&Command::Redo));
    assert_eq!(owners.get("?"), Some(&Command::ShortcutSheet));
}

#[test]
fn every_command_has_words() {
    let text = Text::english();
    for command in all() {
        assert!(text.has(command.label_id()), "{}", command.label_id());
        assert!(text.has(&command.hint_id()), "{}", command.hint_id());
    }
    for model in [Model::default(), running()] {
        assert!(text.has(Command::StartOrPause.label_id_now(&model)));
    }
}

#[test]
fn space_starts_and_enter_with_ctrl_finishes() {
    check_asks(&with_goal(), Key::Space, Modifiers::NONE, &[Command::StartOrPause]);
    check_asks(&running(), Key::Enter, Modifiers::COMMAND, &[Command::Finish]);
    check_asks(&running(), Key::I, Modifiers::COMMAND, &[Command::InTheWay]);
}

#[test]
fn a_command_that_would_do_nothing_is_not_asked_for() {
    check_asks(&Model::default(), Key::Space, Modifiers::NONE, &[]);
    check_asks(&with_goal(), Key::Enter, Modifiers::COMMAND, &[]);
}

#[test]
fn shift_tells_undo_from_redo() {
    let mut model = with_goal();
    check_asks(&model, Key::Z, Modifiers::COMMAND, &[Command::Undo]);
    apply(&mut model, Action::Undo, now()).unwrap();
    check_asks(&model, Key::Z, super::CTRL_SHIFT, &[Command::Redo]);
    check_asks(&model, Key::Y, Modifiers::COMMAND, &[Command::Redo]);
}

#[test]
fn digits_and_signs_may_need_shift_on_a_keyboard() {
    check_asks(&with_goal(), Key::Num2, super::CTRL_SHIFT, &[Command::GoTo(Tab::Goal)]);
    check_asks(&with_goal(), Key::Questionmark, Modifiers::SHIFT, &[Command::ShortcutSheet]);
    check_asks(&with_goal(), Key::Comma, Modifiers::COMMAND, &[Command::GoTo(Tab::Settings)]);
}

#[test]
fn the_keys_of_the_rail_follow_its_order() {
    let text = Text::english();
    let keys = Tab::ALL.map(|tab| Command::GoTo(tab).keys(&text).unwrap());
    assert_eq!(keys, ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+8"]);
}

#[test]
fn while_words_are_typed_space_question_mark_and_undo_belong_to_them() {
    let model = with_goal();
    for (key, modifiers) in
        [(Key::Space, Modifiers::NONE), (Key::Questionmark, Modifiers::SHIFT), (Key::Z, Modifiers::COMMAND)]
    {
        assert_eq!(asked_in(&model, Cover::None, vec![press(key, modifiers)], field), []);
    }
    let asked = asked_in(&model, Cover::None, vec![press(Key::K, Modifiers::COMMAND)], field);
    assert_eq!(asked, [Command::Palette]);
}

#[test]
fn space_on_a_focused_button_presses_only_the_button() {
    let clicked = std::cell::Cell::new(false);
    let show = |ui: &mut Ui| {
        let response = ui.button("Some button");
        response.request_focus();
        clicked.set(clicked.get() | response.clicked());
    };
    let model = with_goal();
    assert_eq!(asked_in(&model, Cover::None, vec![press(Key::Space, Modifiers::NONE)], show), []);
    assert!(clicked.get());
    assert_eq!(asked_in(&model, Cover::None, vec![press(Key::F1, Modifiers::NONE)], button), [Command::ShortcutSheet]);
}

#[test]
fn a_sheet_keeps_the_keys_of_the_tabs_from_what_lies_below() {
    let model = with_goal();
    let pressed = |key, modifiers| asked_in(&model, Cover::Sheet, vec![press(key, modifiers)], |_| ());
    assert_eq!(pressed(Key::Space, Modifiers::NONE), []);
    assert_eq!(pressed(Key::Num3, Modifiers::COMMAND), []);
    assert_eq!(pressed(Key::Q, Modifiers::COMMAND), [Command::Quit]);
}

#[test]
fn a_held_key_asks_once() {
    let held =
        Event::Key { key: Key::Space, physical_key: None, pressed: true, repeat: true, modifiers: Modifiers::NONE };
    let model = with_goal();
    // egui marks repeats itself, from the keys that are down.
    let ctx = Context::default();
    let mut asked = Vec::new();
    for _ in 0..3 {
        let input = RawInput { events: vec![held.clone()], ..RawInput::default() };
        let collect = |ui: &mut Ui| asked.extend(collect(ui.ctx(), &model, &Status::default(), Cover::None));
        ctx.run_ui(input, collect).textures_delta.clear();
    }
    assert_eq!(asked, [Command::StartOrPause]);
}

#[test]
fn nothing_is_saved_or_backed_up_where_nothing_is_written() {
    let model = with_goal();
    for file in [FileState::Demo, FileState::ReadOnly("newer".to_owned())] {
        let status = Status { file, ..Status::default() };
        assert!(!Command::SaveNow.is_available(&model, &status));
        assert!(!Command::BackUpNow.is_available(&model, &status));
        assert!(Command::SaveCopy.is_available(&model, &status));
    }
}

#[test]
fn before_the_first_goal_there_is_no_room_to_go_to() {
    let (none, one, status) = (Model::default(), with_goal(), Status::default());
    let commands = [
        Command::GoTo(Tab::Settings),
        Command::NextTab,
        Command::PreviousTab,
        Command::ShowDay(NaiveDate::MIN),
        Command::NewWish,
    ];
    for command in commands {
        assert!(!command.is_available(&none, &status), "{command:?}");
        assert!(command.is_available(&one, &status), "{command:?}");
    }
}

#[test]
fn a_wish_can_be_parked_while_no_goal_is_open() {
    let mut model = with_goal();
    let close = GoalAction::Close { outcome: Outcome::Finished, learnt: String::new() };
    apply(&mut model, Action::Goal(close), now()).unwrap();
    assert!(Command::NewWish.is_available(&model, &Status::default()));
    assert!(!Command::AddSession.is_available(&model, &Status::default()));
}

#[test]
fn a_reward_waits_until_it_is_taken_or_skipped_also_without_its_card() {
    let mut model = running();
    let status = Status::default();
    apply(&mut model, Action::Reward(RewardAction::write(Layer::Session, "Tea", 5)), now()).unwrap();
    assert!(!Command::TakeReward.is_available(&model, &status));
    let later = Now { utc: now().utc + chrono::Duration::minutes(6), ..now() };
    apply(&mut model, Action::Timer(TimerAction::Tick { last_alive: later.utc }), later).unwrap();
    let id = model.running.as_ref().unwrap().id;
    let occasion = Occasion::Session(id);
    assert_eq!(rewards::waiting(&model, None), Some(occasion));
    apply(&mut model, Action::Timer(TimerAction::Finish), later).unwrap();
    assert_eq!(rewards::waiting(&model, None), Some(occasion));
    assert!(Command::TakeReward.is_available(&model, &status));
    let mut again = model.clone();
    apply(
        &mut again,
        Action::Timer(TimerAction::Start { planned_secs: 300, intention: String::new(), environment: Vec::new() }),
        later,
    )
    .unwrap();
    assert_eq!(rewards::waiting(&again, Some(id)), None, "no break begins while a session runs");
    apply(&mut model, Action::Reward(RewardAction::Skip { occasion }), later).unwrap();
    assert_eq!(rewards::waiting(&model, Some(id)), None);
}

#[test]
fn the_text_size_moves_in_steps_within_its_bounds() {
    assert_eq!(text_percent_after(&Command::LargerText, 100), Some(110));
    assert_eq!(text_percent_after(&Command::LargerText, 195), Some(200));
    assert_eq!(text_percent_after(&Command::LargerText, 200), None);
    assert_eq!(text_percent_after(&Command::SmallerText, 85), Some(80));
    assert_eq!(text_percent_after(&Command::NormalText, 150), Some(100));
    assert_eq!(text_percent_after(&Command::Quit, 150), None);
}
