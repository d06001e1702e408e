//! Effects: what follows from an action, handed to the file, the alarm clock and the screen.

use crate::domain::effect::UndoKey;
use crate::domain::experiments::ExperimentAction;
use crate::domain::plans::PlanAction;
use crate::domain::review::ReviewAction;
use crate::domain::rewards::{Granted, Milestone, Occasion, RewardAction};
use crate::domain::session::SessionAction;
use crate::domain::timer::{Phase, TimerAction};
use crate::domain::waiting_room::WishAction;
use crate::domain::{Action, Effect, Now, Refusal};
use crate::platform::alarm::Alarm;
use crate::store::Shrink;
use crate::ui::commands::{Command, Tab};
use crate::ui::text::Text;
use crate::ui::toasts::Toast;
use crate::ui::{refusals, undo_words};

use super::notices;
use super::reward_notices;
use super::room::{Room, Sight};
use super::services::{Ring, Services};

/// Seconds a toast stays; one with an Undo button long enough to be reached.
const TOAST_SECS: i64 = 10;

/// Carries out one action and all that follows from it.
pub fn carry_out(room: &mut Room, services: &Services, text: &Text, action: Action, now: Now) {
    if room.file.is_read_only() {
        push(room, text.get("file-read-only"), None, now);
        return;
    }
    if room.is_waiting {
        // The passing of time is caught up with later; a person's change would be lost with this model.
        if !matches!(action, Action::Timer(TimerAction::Tick { .. }) | Action::Reward(RewardAction::Tick)) {
            push(room, text.get("toast-wait"), None, now);
        }
        return;
    }
    let shrink = shrink(&action);
    let told = room.model.running.as_ref().map(|running| running.told.clone()).unwrap_or_default();
    match crate::domain::apply(&mut room.model, action, now) {
        Ok(effects) => {
            let has_changed = !effects.is_empty();
            let is_on_card = effects.iter().any(|effect| matches!(effect, Effect::Finished { .. }));
            if is_on_card {
                room.status.passed = passed(&told, &effects);
            }
            for effect in effects {
                match effect {
                    Effect::Granted(granted) => tell_granted(room, services, text, (granted, is_on_card), now),
                    effect => follow(room, text, effect, shrink, now),
                }
            }
            if has_changed {
                set_alarms(room, services, text, now);
            }
        }
        Err(refusal) => refused(room, text, &refusal, now),
    }
}

fn follow(room: &mut Room, text: &Text, effect: Effect, shrink: Shrink, now: Now) {
    match effect {
        Effect::Save => room.save(shrink),
        // Outlets tell of it, where there are any.
        Effect::Happened(happened) => room.happened.extend(happened),
        // The notice at zero came from the alarm clock, and Focus shows by itself what came; the rest is told together.
        Effect::Earned { .. } | Effect::Granted(_) => {}
        Effect::Finished { session } => {
            room.status.card = Some(session);
            room.status.tab = Tab::Focus;
        }
        Effect::TooShort(session) => {
            room.short_session = Some(session);
            let keep = Some((text.get("toast-keep"), Command::KeepSession));
            push(room, text.get("toast-too-short"), keep, now);
        }
        // Focus shows the question by itself: the phase of the running session says so.
        Effect::GapFound { .. } => room.status.tab = Tab::Focus,
        Effect::BreakOver => push(room, text.get("toast-break-over"), None, now),
        Effect::Launch(launches) => room.launches.extend(launches),
        Effect::Undoable(key) => offer_undo(room, text, key, now),
        Effect::Undone(key) => push(room, undo_words::undone(key, text), Some((text.get("redo"), Command::Redo)), now),
        Effect::Redone(key) => push(room, undo_words::redone(key, text), Some((text.get("undo"), Command::Undo)), now),
    }
}

/// The milestones that a session passed: those told at its zero, and those that came with its end.
fn passed(told: &[Occasion], effects: &[Effect]) -> Vec<Milestone> {
    let granted = effects.iter().filter_map(|effect| match effect {
        Effect::Granted(granted) => Some(granted.iter().map(|one| one.occasion)),
        _ => None,
    });
    let milestone = |occasion| match occasion {
        Occasion::Milestone(milestone) => Some(milestone),
        _ => None,
    };
    told.iter().copied().chain(granted.flatten()).filter_map(milestone).collect()
}

/// What was earned otherwise than at the end of a plan: a quiet line where it is seen, else a notice, and in quiet hours
/// neither. A session that has just ended shows all of it on its card.
fn tell_granted(
    room: &mut Room,
    services: &Services,
    text: &Text,
    (granted, is_on_card): (Vec<Granted>, bool),
    now: Now,
) {
    room.granted = granted;
    if room.sight == Sight::Hidden {
        if let Some(notice) = notices::of_granted(&room.model, &room.granted, now, text) {
            services.tell(notice);
        }
    } else if !is_on_card && !room.granted.is_empty() {
        let show = Some((text.get("toast-granted-show"), Command::GoTo(Tab::Rewards)));
        push(room, reward_notices::toast(&room.model, &room.granted, text), show, now);
    }
}

/// Deleting and taking back are meant, even when most records go with them.
fn shrink(action: &Action) -> Shrink {
    match action {
        Action::Undo
        | Action::Redo
        | Action::Session(SessionAction::Delete { .. })
        | Action::Plan(PlanAction::Delete { .. })
        | Action::Review(ReviewAction::Delete { .. })
        | Action::Experiment(ExperimentAction::Delete { .. })
        | Action::Wish(WishAction::Delete { .. } | WishAction::Promote { .. }) => Shrink::Allow,
        _ => Shrink::Guard,
    }
}

/// Only what takes something away is worth a toast; the rest is undone with Ctrl+Z.
fn offer_undo(room: &mut Room, text: &Text, key: UndoKey, now: Now) {
    let takes_away = matches!(
        key,
        UndoKey::SessionDeleted
            | UndoKey::SessionSplit
            | UndoKey::CountDeleted
            | UndoKey::WishDeleted
            | UndoKey::RestDeleted
            | UndoKey::ItemDeleted
            | UndoKey::ReminderDeleted
            | UndoKey::GoalClosed
            | UndoKey::PlanDeleted
            | UndoKey::ReviewDeleted
            | UndoKey::ExperimentDeleted
            | UndoKey::PartnerEnded
            | UndoKey::PledgeTakenBack
            | UndoKey::CommunityEnded
            | UndoKey::CheckInDeleted
            | UndoKey::OutletDeleted
    );
    if takes_away {
        push(room, undo_words::words(key, text), Some((text.get("undo"), Command::Undo)), now);
    }
}

fn refused(room: &mut Room, text: &Text, refusal: &Refusal, now: Now) {
    log::info!("refused: {refusal}");
    push(room, refusals::words(refusal, text), None, now);
}

/// Shows a line for a while.
pub fn push(room: &mut Room, words: String, action: Option<(String, Command)>, now: Now) {
    room.tabs.toasts.push(Toast { text: words, action, until: now.utc + chrono::Duration::seconds(TOAST_SECS) });
}

/// Shows for a while what went wrong.
pub fn push_problem(room: &mut Room, words: String, now: Now) {
    let until = now.utc + chrono::Duration::seconds(TOAST_SECS);
    room.tabs.toasts.push_problem(Toast { text: words, action: None, until });
}

/// Says that no program took a link.
pub fn push_not_opened(room: &mut Room, text: &Text, error: &str, now: Now) {
    push_problem(room, text.with("toast-not-opened", &[("error", error.into())]), now);
}

/// Hands the moments to come to the alarm clock, each with the notice that belongs to it.
pub fn set_alarms(room: &Room, services: &Services, text: &Text, now: Now) {
    let Some(clock) = &services.alarm else { return };
    let offset_at = |at| services.clock.offset(at);
    let mut alarms = crate::domain::alarms::alarms(&room.model, now, &offset_at);
    if room.file.is_read_only() {
        // The window that writes reminds; here it would only ring a second time.
        alarms.retain(|alarm| !alarm.kind.is_planned());
    }
    let alarms = alarms.into_iter().map(|alarm| Alarm {
        due: alarm.due,
        key: key(alarm.kind),
        payload: Ring { kind: alarm.kind, notice: notices::notice(&room.model, &alarm, &offset_at, text) },
    });
    clock.set(alarms.collect());
    let running = room.model.running.as_ref().filter(|running| matches!(running.phase, Phase::Focusing { .. }));
    services.heartbeat.follow(room.file.writer().zip(running.map(|running| running.id)));
    if running.is_some() { clock.start_beating() } else { clock.stop_beating() }
}

fn key(kind: crate::domain::alarms::AlarmKind) -> String {
    use crate::domain::alarms::AlarmKind;
    match kind {
        AlarmKind::SessionEarned { session } => format!("earned {session}"),
        AlarmKind::Overtime { session } => format!("overtime {session}"),
        AlarmKind::BreakOver => "break".to_owned(),
        AlarmKind::DayStart => "day".to_owned(),
        AlarmKind::Reminder { reminder } => format!("reminder {reminder}"),
        AlarmKind::PutOffOver => "put off".to_owned(),
        AlarmKind::NeverMissTwice => "never miss twice".to_owned(),
        AlarmKind::Comeback => "comeback".to_owned(),
        AlarmKind::DayEnding => "day ending".to_owned(),
        AlarmKind::Checklist => "checklist".to_owned(),
        AlarmKind::ReviewDue => "review".to_owned(),
        AlarmKind::CheckInDue { partner } => format!("check-in {partner}"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::file::File;
    use crate::domain::Model;
    use crate::domain::goal::GoalAction;
    use crate::platform::clock::{Clock, FakeClock};
    use crate::store::{Fs, Opened, RealFs, StorePaths, open};
    use crate::ui::cx::Status;

    #[test]
    fn until_another_version_is_open_nothing_changes_and_nothing_is_saved() {
        let dir = tempfile::tempdir().unwrap();
        let clock: Arc<dyn Clock> = Arc::new(FakeClock::new("2026-11-23T10:12:00Z".parse().unwrap()));
        let (fs, services, text) =
            (Arc::new(RealFs) as Arc<dyn Fs>, Services::apart(Arc::clone(&clock)), Text::english());
        let paths = StorePaths::for_data(&*fs, &dir.path().join("spring.ron"), &dir.path().join("state"));
        let Opened::New(file) = open(&fs, &paths, clock.wall()) else { panic!("not new") };
        let file = File::of(file, None, None, &clock, &services.inbox);
        let mut room = Room::new(Model::default(), file, Status::default(), clock.now());
        let create = || Action::Goal(GoalAction::Create { title: "Write the book".to_owned() });
        room.is_waiting = true;
        carry_out(&mut room, &services, &text, create(), clock.now());
        room.save(Shrink::Guard);
        let _ = room.file.close(&text);
        assert!(room.model.is_empty() && room.tabs.toasts.next_end(clock.now().utc).is_some());
        assert!(!paths.data.exists());
        room.is_waiting = false;
        carry_out(&mut room, &services, &text, create(), clock.now());
        let _ = room.file.close(&text);
        assert!(paths.data.exists());
    }

    #[test]
    fn the_card_of_a_session_gets_the_milestones_told_at_its_zero_and_at_its_end() {
        let day = Occasion::Day("2026-11-23".parse().unwrap());
        let of = |occasion| Granted { occasion, reward: None, words: String::new(), minutes: 0 };
        let told = [day, Occasion::Milestone(Milestone::FirstSession)];
        let effects = [Effect::Save, Effect::Granted(vec![of(day), of(Occasion::Milestone(Milestone::Hours(1)))])];
        assert_eq!(passed(&told, &effects), [Milestone::FirstSession, Milestone::Hours(1)]);
    }

    /// What is told of a reward that came otherwise than at the end of a plan.
    #[derive(Debug, PartialEq)]
    enum Told {
        InTheWindow,
        OnTheDesktop,
        Nowhere,
    }

    #[track_caller]
    fn check_granted(change: impl FnOnce(&mut Room), is_on_card: bool, expected: &Told) {
        let clock: Arc<dyn Clock> = Arc::new(FakeClock::new("2026-11-23T10:12:00Z".parse().unwrap()));
        let (services, text, now) = (Services::apart(Arc::clone(&clock)), Text::english(), clock.now());
        let mut room = Room::new(Model::default(), File::Demo, Status::default(), now);
        change(&mut room);
        let occasion = crate::domain::rewards::Occasion::Day("2026-11-23".parse().unwrap());
        let words = "A long bath".to_owned();
        let granted = vec![Granted { occasion, reward: Some(uuid::Uuid::nil()), words, minutes: 30 }];
        tell_granted(&mut room, &services, &text, (granted, is_on_card), now);
        let is_on_desktop = services.messages.try_recv().is_ok();
        let told = match (room.tabs.toasts.next_end(now.utc), is_on_desktop) {
            (Some(_), false) => Told::InTheWindow,
            (None, true) => Told::OnTheDesktop,
            (None, false) => Told::Nowhere,
            (Some(_), true) => panic!("told twice"),
        };
        assert_eq!(&told, expected);
        assert_eq!(room.granted.len(), 1);
    }

    #[test]
    fn a_reward_that_came_otherwise_is_told_where_it_is_seen_and_never_twice() {
        let hidden = |room: &mut Room| room.sight = Sight::Hidden;
        let quiet = crate::domain::settings::QuietHours { from_minute: 10 * 60, to_minute: 11 * 60 };
        check_granted(|_| {}, false, &Told::InTheWindow);
        check_granted(|_| {}, true, &Told::Nowhere);
        check_granted(hidden, false, &Told::OnTheDesktop);
        check_granted(hidden, true, &Told::OnTheDesktop);
        let hidden_and_quiet = |room: &mut Room| {
            hidden(room);
            room.model.settings.quiet_hours = Some(quiet);
        };
        check_granted(hidden_and_quiet, false, &Told::Nowhere);
    }
}
