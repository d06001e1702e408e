//! Logic: runs before each frame, and alone while the window is hidden.
//!
//! Reads the inbox, lets time pass for the model, and carries out what the last frame asked for.

use std::time::Duration;

use chrono::{DateTime, Utc};
use eframe::egui;

use crate::domain::alarms::{AlarmKind, not_again};
use crate::domain::people::{To, is_due};
use crate::domain::reminders::{ReminderAction, look_back_day};
use crate::domain::rewards::RewardAction;
use crate::domain::timer::{GAP_SECS, JITTER_SECS, Phase, Running, TimerAction};
use crate::domain::{Action, Now};
use crate::platform::notifier::Answer;
use crate::ui::commands::{Command, Tab};
use crate::ui::cx::{Delivery, FileState};
use crate::ui::format;
use crate::ui::text::Text;

use super::exports::{self, Purpose};
use super::inbox::Message;
use super::notices::{
    self, KEY_FINISH, KEY_LATER, KEY_OPEN, KEY_START, KEY_START_SHORT, KEY_TAKE, TAG_CHECKLIST, TAG_REMINDER,
    TAG_REVIEW, TAG_REWARD, TAG_SESSION, partner_of,
};
use super::renderer::App;
use super::room::{Room, Sight};
use super::services::Services;
use super::{commands, effects, reward_notices};

impl App {
    /// One step of time for everything that is not drawn.
    pub(super) fn step(&mut self, ctx: &egui::Context) {
        // The beat is read before the messages: a gap noticed in between is in one of the two.
        let beat = self.services.alarm.as_ref().and_then(crate::platform::alarm::AlarmClock::last_beat);
        if let Some(room) = self.stage.room() {
            room.sight = sight(ctx);
        }
        while let Ok(message) = self.services.messages.try_recv() {
            self.take(ctx, message);
        }
        let now = self.services.clock.now();
        self.live(beat.map_or(now.utc, |beat| beat.wall), now);
        self.carry_out(ctx, now);
        self.tell_waiting(now);
        self.look.follow(&self.stage.settings(), ctx);
        let is_closing = ctx.input(|input| input.viewport().close_requested()) && !self.is_ending;
        let Some(room) = self.stage.room() else { return };
        if is_closing && room.holds_window(&self.text) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        room.derive(now.today(room.model.settings.day_start_hour));
        super::foresight::ask(room, &self.services.inbox);
        super::sending::follow(room, &self.services, &self.paths);
        room.status.file = room.file.state(&self.text);
        room.is_warned &= room.status.file != FileState::Saved;
        room.status.remedies = room.file.remedies();
        room.status.saved_at = room.file.saved_at().or(room.status.saved_at);
        room.status.backup_problem = room.file.backup_problem();
        room.status.delivery = delivery(&self.services);
        super::launches::tell(room);
        set_title(room, &self.text, ctx, now);
        if let Some(delay) = room.tabs.toasts.next_end(now.utc) {
            ctx.request_repaint_after(delay);
        }
    }

    /// The last sign of life of a running session, for the file that is about to be closed.
    pub(super) fn last_beat(&mut self) {
        let beat = self.services.alarm.as_ref().and_then(crate::platform::alarm::AlarmClock::last_beat);
        let now = self.services.clock.now();
        // A gap that nobody has seen yet becomes a question first: the beat must not cover it.
        self.live(beat.map_or(now.utc, |beat| beat.wall), now);
        // What that ended is told too, and on the disk before the end.
        super::sending::begin(self, now);
        let Some(room) = self.stage.room() else { return };
        if let Some(running) = &room.model.running
            && matches!(running.phase, Phase::Focusing { .. })
            && let Some(writer) = room.file.writer()
        {
            writer.beat(running.id, now.utc);
        }
    }

    /// Carries out what the frame asked for; true when anything was asked.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, now: Now) -> bool {
        let Some(room) = self.stage.room() else { return false };
        let outbox = std::mem::take(&mut room.outbox);
        let is_asked = !outbox.is_empty();
        for action in outbox.actions {
            effects::carry_out(room, &self.services, &self.text, action, now);
        }
        for command in outbox.commands {
            commands::run(self, ctx, command, now);
        }
        for export in outbox.exports {
            exports::ask(self, Purpose::Export(export, None), now);
        }
        for (export, check_in) in outbox.shared {
            exports::ask(self, Purpose::Export(export, Some(check_in)), now);
        }
        super::launches::begin(self);
        super::sending::begin(self, now);
        is_asked
    }

    fn take(&mut self, ctx: &egui::Context, message: Message) {
        let now = self.services.clock.now();
        match message {
            Message::End => {
                self.is_ending = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Message::Appearance(appearance) => self.look.set_desktop(appearance),
            Message::Dialog(purpose, answer) => exports::answered(self, purpose, answer),
            Message::Exported(result, check_in) => exports::told(self, result, check_in, now),
            Message::Backups(backups) => {
                if let Some(room) = self.stage.room() {
                    room.status.backups = backups;
                }
            }
            Message::BackedUp(made) => exports::backed_up(self, made, now),
            Message::Restored(result) => super::opening::restored(self, *result, now),
            Message::Resolved(result) => super::opening::resolved(self, *result, now),
            Message::Drawn(drawn) => exports::drawn(self, ctx, drawn, now),
            Message::NotOpened(error) => {
                if let Some(room) = self.stage.room() {
                    effects::push_not_opened(room, &self.text, &error, now);
                }
            }
            Message::Rang(kind) => {
                let Some(room) = self.stage.room() else { return };
                note_told(room, &self.services, &self.text, &[kind], now);
                effects::set_alarms(room, &self.services, &self.text, now);
            }
            Message::Look => {
                // What rang is over: the next day's start, say, is only known from here on.
                if let Some(room) = self.stage.room() {
                    effects::set_alarms(room, &self.services, &self.text, now);
                }
            }
            Message::Foreseen(answers) => {
                if let Some(room) = self.stage.room() {
                    super::foresight::answered(room, *answers);
                }
            }
            Message::Missed(missed) => self.missed(&missed, now),
            Message::Moved(passed) => self.moved(&passed, now),
            Message::Autostart(asked, answer) => super::autostart::answered(self, asked, answer, now),
            Message::Gap(gap) => self.live(gap.last_alive, now),
            Message::AskLaunch(launches) => super::launches::ask(self, launches, now),
            Message::NotLaunched { name, error } => super::launches::failed(self, &name, &error, now),
            Message::Sending(news) => super::sending::told(self, *news, now),
            Message::Notice { tag, answer } => self.answered(&tag, answer, ctx, now),
        }
    }

    /// Lets time pass for the timer and the break; `last_alive` is the last sign of life before now.
    ///
    /// A gap is seen here and by the alarm thread, whoever wakes first: it is acted on once.
    fn live(&mut self, last_alive: DateTime<Utc>, now: Now) {
        let Some(room) = self.stage.room() else { return };
        let is_gap = !(-JITTER_SECS..=GAP_SECS).contains(&(now.utc - last_alive).num_seconds());
        if is_gap && self.last_gap == Some(last_alive) {
            return;
        }
        if is_gap {
            self.last_gap = Some(last_alive);
        }
        if room.model.running.is_some() {
            let tick = Action::Timer(TimerAction::Tick { last_alive });
            effects::carry_out(room, &self.services, &self.text, tick, now);
        }
        if room.model.reward_break.is_some() {
            effects::carry_out(room, &self.services, &self.text, Action::Reward(RewardAction::Tick), now);
        }
    }

    /// What came back of a notification; its buttons work while the window is minimised.
    fn answered(&mut self, tag: &str, answer: Answer, ctx: &egui::Context, now: Now) {
        let Some(room) = self.stage.room() else { return };
        match answer {
            Answer::Action(key) => match (tag, key.as_str()) {
                (TAG_SESSION, KEY_TAKE) => room.run(Command::TakeReward),
                (TAG_REWARD, KEY_TAKE) => room.outbox.actions.extend(take_first(room)),
                (tag, KEY_OPEN) if partner_of(tag).is_some() => {
                    room.outbox.commands.extend(check_in(tag));
                    show(ctx);
                }
                // It waits in the tray.
                (TAG_SESSION | TAG_REWARD, KEY_LATER) => {}
                (TAG_SESSION, KEY_FINISH) => room.run(Command::Finish),
                (TAG_REVIEW | TAG_REMINDER, KEY_OPEN) => {
                    room.run(Command::GoTo(Tab::Review));
                    show(ctx);
                }
                (_, key) if !is_focusing(room) => {
                    let asked = start(key, room);
                    room.outbox.commands.extend(asked);
                    room.outbox.actions.extend(later(key));
                }
                _ => {}
            },
            Answer::Opened => {
                match tag {
                    TAG_REVIEW => room.run(Command::GoTo(Tab::Review)),
                    TAG_REMINDER | TAG_CHECKLIST | TAG_REWARD => room.run(Command::GoTo(Tab::Focus)),
                    tag => room.outbox.commands.extend(check_in(tag)),
                }
                show(ctx);
            }
            Answer::Undelivered(_) if tag == TAG_REWARD => {
                effects::push(room, reward_notices::toast(&room.model, &room.granted, &self.text), None, now);
            }
            Answer::Undelivered(_) => {
                if let Some(words) = notices::banner(&room.model, tag, &self.text) {
                    effects::push(room, words, None, now);
                }
            }
            Answer::Closed => {}
        }
    }

    /// What was missed becomes one notice at most; a review that cannot be told now waits.
    fn missed(&mut self, missed: &[AlarmKind], now: Now) {
        let Some(room) = self.stage.room() else { return };
        effects::set_alarms(room, &self.services, &self.text, now);
        match notices::summary(&room.model, missed, now, &self.text) {
            Some(notice) => {
                note_told(room, &self.services, &self.text, missed, now);
                self.services.tell(notice);
            }
            None => {
                let waits = |kind: &&AlarmKind| matches!(kind, AlarmKind::ReviewDue | AlarmKind::CheckInDue { .. });
                let new = missed.iter().filter(waits).filter(|kind| !room.waiting.contains(kind));
                let new: Vec<AlarmKind> = new.copied().collect();
                room.waiting.extend(new);
            }
        }
    }

    /// By the time of a new place some of what was due comes again today; the rest was missed.
    fn moved(&mut self, passed: &[AlarmKind], now: Now) {
        let Some(room) = self.stage.room() else { return };
        let missed = not_again(&room.model, passed, now, &|at| self.services.clock.offset(at));
        self.missed(&missed, now);
    }

    /// Tells the review or the check-in that waits once no session runs and the hours are not quiet.
    fn tell_waiting(&mut self, now: Now) {
        let Some(room) = self.stage.room().filter(|room| !room.waiting.is_empty()) else { return };
        let today = now.today(room.model.settings.day_start_hour);
        room.waiting.retain(|kind| match kind {
            AlarmKind::CheckInDue { partner } => is_due(&room.model, *partner, today),
            _ => true,
        });
        // The review first; one notice at a time.
        let first = room.waiting.iter().copied().min_by_key(|kind| *kind != AlarmKind::ReviewDue);
        let Some(first) = first else { return };
        if let Some(notice) = notices::summary(&room.model, &[first], now, &self.text) {
            room.waiting.retain(|kind| *kind != first);
            note_told(room, &self.services, &self.text, &[first], now);
            self.services.tell(notice);
        }
    }
}

/// Notes that the look back was told, if it is among what was: another start need not tell it.
fn note_told(room: &mut Room, services: &Services, text: &Text, told: &[AlarmKind], now: Now) {
    let day = look_back_day(&room.model, now, &|at| services.clock.offset(at));
    let can_note = room.model.goal().is_some() && !room.file.is_read_only() && !room.is_waiting;
    if let Some(day) = day.filter(|_| can_note && told.contains(&AlarmKind::ReviewDue)) {
        effects::carry_out(room, services, text, Action::Reminder(ReminderAction::LookBackTold { day }), now);
    }
}

/// Whether the window has the keyboard.
fn sight(ctx: &egui::Context) -> Sight {
    ctx.input(|input| {
        let window = input.viewport();
        let is_hidden = window.focused == Some(false) || window.minimized == Some(true);
        if is_hidden { Sight::Hidden } else { Sight::Front }
    })
}

fn show(ctx: &egui::Context) {
    ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(egui::ViewportCommand::Focus);
}

/// True while there is nothing to start or to go on with: a session is at work, or asks what a gap was.
fn is_focusing(room: &Room) -> bool {
    room.model.running.as_ref().is_some_and(|running| running.phase != Phase::Paused)
}

/// What a notice about a check-in asks for: the page, and what is to be sent over it.
fn check_in(tag: &str) -> Vec<Command> {
    let Some(partner) = partner_of(tag) else { return Vec::new() };
    vec![Command::GoTo(Tab::People), Command::Share { to: To::Partner(partner), span: None }]
}

/// Takes the first of the rewards that were told last.
fn take_first(room: &Room) -> Option<Action> {
    let occasion = room.granted.iter().find(|one| one.reward.is_some())?.occasion;
    Some(Action::Reward(RewardAction::Take { occasion }))
}

/// What a button that puts off asks for.
fn later(key: &str) -> Option<Action> {
    (key == KEY_LATER).then_some(Action::Reminder(ReminderAction::PutOff))
}

/// What a button that starts asks for; a paused session goes on instead.
fn start(key: &str, room: &Room) -> Option<Command> {
    match key {
        KEY_START => Some(Command::StartOrPause),
        KEY_START_SHORT if room.model.running.is_some() => Some(Command::StartOrPause),
        KEY_START_SHORT => Some(Command::StartShort),
        _ => None,
    }
}

fn delivery(services: &Services) -> Delivery {
    use crate::platform::notifier::Health;
    match services.notifier.as_ref().map_or(Health::NoDaemon, |notifier| notifier.health()) {
        Health::Working => Delivery::Working,
        Health::NoDaemon => Delivery::NoDaemon,
        Health::Hung => Delivery::Hung,
        Health::Unknown => Delivery::Unknown,
    }
}

/// The title carries the clock of a running session and wakes when it will change.
fn set_title(room: &mut Room, text: &Text, ctx: &egui::Context, now: Now) {
    let title = match &room.model.running {
        Some(running) => {
            if matches!(running.phase, Phase::Focusing { .. }) {
                ctx.request_repaint_after(until_next_minute(running, now));
            }
            running_title(running, room.model.goal().map_or("", |goal| goal.title.as_str()), text, now)
        }
        None => text.get("app-name"),
    };
    if title != room.title {
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
        room.title = title;
    }
}

fn running_title(running: &Running, goal: &str, text: &Text, now: Now) -> String {
    // A session that was earned and then extended counts down again.
    let left = running.left_secs(now);
    let id = match running.phase {
        Phase::Asking { .. } => "title-asking",
        Phase::Paused if left == 0 => "title-paused-overtime",
        Phase::Paused => "title-paused",
        Phase::Focusing { .. } if left == 0 => "title-overtime",
        Phase::Focusing { .. } => "title-running",
    };
    // Minutes still to go are rounded up, so that the title says 1 min until zero.
    let minutes = if left == 0 { running.overtime_secs(now) / 60 } else { (left + 59) / 60 };
    let clock = format::minutes(text, u64::try_from(minutes).unwrap_or(0));
    text.with(id, &[("clock", clock.into()), ("goal", goal.into())])
}

fn until_next_minute(running: &Running, now: Now) -> Duration {
    let left = i64::from(running.planned_secs) - running.focus_secs(now);
    let secs = (left - 1).rem_euclid(60) + 1;
    Duration::from_secs(u64::try_from(secs).unwrap_or(60))
}

#[cfg(test)]
mod tests;
