//! What comes next: every notice to start, to prepare, to look back or to tell someone that is not silent, in order.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, Utc};

use super::{Away, DAY_MINUTES, Reminder, check_ins};
use crate::domain::alarms::{Alarm, AlarmKind, OffsetAt};
use crate::domain::environment::ItemKind;
use crate::domain::goal::Goal;
use crate::domain::model::Model;
use crate::domain::rest::rest_on;
use crate::domain::review;
use crate::domain::settings::Notifications;
use crate::domain::target::target_on;
use crate::domain::time::{Now, day_of, local_time, resolve_local, shifted};

/// When coming back is brought up on a day without a reminder of the user's own: 09:00, in minutes after midnight.
const COMEBACK_MINUTE: u16 = 9 * 60;
/// After so many missed days it is brought up without a reminder of the user's own: less and less often, then no more.
const COMEBACK_AFTER: [u32; 5] = [1, 2, 4, 7, 14];
/// Alarms closer together than this are one moment and give one notice, in seconds.
const ONE_MOMENT_SECS: i64 = 60;
/// How far a preview looks, in days: first near, then far, when there is little to show.
const LOOK_AHEAD_DAYS: [u64; 2] = [9, 40];

/// Why nothing to start with comes today any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Notifications are off.
    Off,
    /// A session runs, or is paused.
    Running,
    /// The day is marked as a rest.
    Rest,
    /// Today's target is met.
    TargetMet,
}

/// The next `count` alarms, in order: the preview of what [`alarms`](crate::domain::alarms::alarms) will ring.
///
/// Days to come are taken as they are planned: what they will say if a day in between is missed is not in it.
pub fn upcoming(model: &Model, now: Now, offset_at: OffsetAt<'_>, count: usize) -> Vec<Alarm> {
    let mut found = Vec::new();
    for days in LOOK_AHEAD_DAYS {
        found = ahead(model, now, offset_at, days);
        if found.len() >= count {
            break;
        }
    }
    found.truncate(count);
    found
}

/// All alarms of the next days, in order.
pub fn ahead(model: &Model, now: Now, offset_at: OffsetAt<'_>, days: u64) -> Vec<Alarm> {
    let Some(goal) = model.goal().filter(|_| model.settings.notifications != Notifications::Off) else {
        return Vec::new();
    };
    let rules = Rules::new(model, goal, now, offset_at);
    let mut all = rules.on_dates(days);
    all.sort_by_key(|planned| planned.alarm.due);
    all.retain(|planned| !rules.is_silent(planned));
    rules.greet(&mut all);
    rules.prepare(&mut all);
    let all = all.into_iter().map(|planned| planned.alarm);
    // A look back and a word to someone are other matters than a start: neither takes the place of the other.
    let (reviews, starts): (Vec<Alarm>, Vec<Alarm>) = all.partition(|alarm| alarm.kind == AlarmKind::ReviewDue);
    let is_check_in = |alarm: &Alarm| matches!(alarm.kind, AlarmKind::CheckInDue { .. });
    let (told, starts): (Vec<Alarm>, Vec<Alarm>) = starts.into_iter().partition(is_check_in);
    let mut alarms = one_a_moment(starts.into_iter());
    alarms.extend(reviews);
    alarms.extend(check_ins::merged(told));
    alarms.sort_by_key(|alarm| alarm.due);
    // What has just rung still belongs to the moment it won.
    alarms.retain(|alarm| alarm.due > now.utc);
    alarms
}

/// Why no reminder to start comes today any more, if none does.
pub fn silence(model: &Model, now: Now) -> Option<Silence> {
    let goal = model.goal()?;
    let today = now.today(model.settings.day_start_hour);
    if model.settings.notifications == Notifications::Off {
        return Some(Silence::Off);
    }
    if model.running.is_some() {
        return Some(Silence::Running);
    }
    if rest_on(&model.rests, today).is_some() {
        return Some(Silence::Rest);
    }
    Done::of(model, goal, today).is_target_met.then_some(Silence::TargetMet)
}

/// Whether what asks to start at a moment offers the smallest session: after missed days, where the user wants to hear of
/// them, and when the day is about to end with nothing done on it.
pub fn is_smallest_offered(model: &Model, at: DateTime<Utc>, offset: FixedOffset) -> bool {
    let Some(goal) = model.goal() else { return false };
    let day = day_of(at, offset, model.settings.day_start_hour);
    let is_comeback = model.settings.comeback_reminder.is_on() && Away::of(model, goal, day).is_comeback();
    let minute = (local_time(at, offset) - day.and_time(NaiveTime::MIN)).num_minutes();
    let is_ending = model.settings.day_end_minute.is_some_and(|end| {
        let is_after_midnight = end < u16::from(model.settings.day_start_hour) * 60;
        minute >= i64::from(if is_after_midnight { end + DAY_MINUTES } else { end })
    });
    is_comeback || (is_ending && !Done::of(model, goal, day).has_session)
}

/// What was done on a goal day so far.
#[derive(Clone, Copy)]
struct Done {
    has_session: bool,
    is_target_met: bool,
}

impl Done {
    /// Looks at the newest sessions only: those of a day lie together.
    fn of(model: &Model, goal: &Goal, today: NaiveDate) -> Self {
        let near = today.checked_sub_days(Days::new(2)).unwrap_or(today);
        let of_today =
            || model.goal_sessions().rev().take_while(|session| session.day >= near).filter(|one| one.day == today);
        let focus_secs: i64 = of_today().map(crate::domain::session::Session::focus_secs).sum();
        let has_session = of_today().next().is_some();
        let target_secs = i64::from(target_on(&model.targets, goal.id, today)) * 60;
        Self { has_session, is_target_met: has_session && focus_secs >= target_secs }
    }
}

/// An alarm with the goal day and the local minute it falls on.
pub(super) struct Planned {
    pub alarm: Alarm,
    pub day: NaiveDate,
    minute: u16,
}

pub(super) struct Rules<'a> {
    pub model: &'a Model,
    goal: &'a Goal,
    now: Now,
    pub offset_at: OffsetAt<'a>,
    today: NaiveDate,
    away: Away,
    done: Done,
}

impl<'a> Rules<'a> {
    fn new(model: &'a Model, goal: &'a Goal, now: Now, offset_at: OffsetAt<'a>) -> Self {
        let today = now.today(model.settings.day_start_hour);
        let (away, done) = (Away::of(model, goal, today), Done::of(model, goal, today));
        Self { model, goal, now, offset_at, today, away, done }
    }

    fn reminders(&self) -> impl Iterator<Item = &Reminder> {
        self.model.reminders.iter().filter(|reminder| reminder.goal == self.goal.id && reminder.state.is_on())
    }

    /// What is planned on the calendar days from yesterday, of which some may still be today's goal day.
    fn on_dates(&self, days: u64) -> Vec<Planned> {
        let settings = &self.model.settings;
        let first = self.now.local().date();
        let first = first.pred_opt().unwrap_or(first);
        let mut all = Vec::new();
        for date in first.iter_days().take(usize::try_from(days + 2).unwrap_or(usize::MAX)) {
            for reminder in self.reminders().filter(|reminder| reminder.comes_on(date.weekday())) {
                let cue = if reminder.cue.trim().is_empty() { &self.goal.cue } else { &reminder.cue };
                all.extend(self.at(date, reminder.minute, AlarmKind::Reminder { reminder: reminder.id }, cue));
            }
            if let Some(minute) = settings.day_end_minute {
                all.extend(self.at(date, minute, AlarmKind::DayEnding, ""));
            }
            if let Some(minute) = settings.review_minute.filter(|_| date.weekday() == settings.review_weekday) {
                all.extend(self.at(date, minute, AlarmKind::ReviewDue, ""));
            }
            all.extend(self.check_ins_on(date));
        }
        all.extend(self.comeback());
        all.extend(self.put_off());
        all.extend(self.check_ins_after_session());
        all
    }

    pub(super) fn at(&self, date: NaiveDate, minute: u16, kind: AlarmKind, cue: &str) -> Option<Planned> {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute.min(DAY_MINUTES - 1)) * 60, 0)?;
        let (due, offset) = resolve_local(date.and_time(time), self.offset_at);
        Some(self.planned(due, offset, kind, cue))
    }

    pub(super) fn planned(&self, due: DateTime<Utc>, offset: FixedOffset, kind: AlarmKind, cue: &str) -> Planned {
        let day = day_of(due, offset, self.model.settings.day_start_hour);
        let minute = minute_of(due, offset);
        Planned { alarm: Alarm { due, kind, cue: cue.to_owned() }, day, minute }
    }

    /// A reminder that was put off, unless a session was started since.
    fn put_off(&self) -> Option<Planned> {
        let put_off = self.model.put_offs.iter().rfind(|put_off| put_off.goal == self.goal.id)?;
        let is_started = self.model.goal_sessions().next_back().is_some_and(|session| session.started >= put_off.at);
        let offset = (self.offset_at)(put_off.until);
        (!is_started).then(|| self.planned(put_off.until, offset, AlarmKind::PutOffOver, &self.goal.cue))
    }

    /// What today's first reminder says instead, after a missed day or more.
    fn greeting(&self) -> Option<AlarmKind> {
        let Away { missed, has_begun, .. } = self.away;
        let is_wanted = has_begun && self.model.settings.comeback_reminder.is_on();
        match missed {
            _ if !is_wanted => None,
            0 => None,
            1 => Some(AlarmKind::NeverMissTwice),
            _ => Some(AlarmKind::Comeback),
        }
    }

    /// The greeting of today where the user has no reminder that could carry it.
    fn comeback(&self) -> Option<Planned> {
        let kind = self.greeting().filter(|_| COMEBACK_AFTER.contains(&self.away.missed))?;
        let has_reminder = self.reminders().next().is_some();
        let minute = COMEBACK_MINUTE.max(u16::from(self.model.settings.day_start_hour) * 60);
        if has_reminder { None } else { self.at(self.today, minute, kind, &self.goal.cue) }
    }

    /// Lets the first reminder of today carry the greeting.
    fn greet(&self, all: &mut [Planned]) {
        let is_first = |planned: &&mut Planned| {
            planned.day == self.today && matches!(planned.alarm.kind, AlarmKind::Reminder { .. })
        };
        if let (Some(kind), Some(first)) = (self.greeting(), all.iter_mut().find(is_first)) {
            first.alarm.kind = kind;
        }
    }

    /// Adds the time to set things up before each reminder to start, if there is something to check.
    fn prepare(&self, all: &mut Vec<Planned>) {
        let has_items =
            self.model.environment.iter().any(|item| {
                item.goal == self.goal.id && item.kind == ItemKind::EverySession && item.archived.is_none()
            });
        let Some(minutes) = self.model.settings.checklist_minutes.filter(|_| has_items) else { return };
        let before: Vec<Planned> = all
            .iter()
            .filter(|planned| is_start(planned.alarm.kind))
            .map(|planned| {
                let due = shifted(planned.alarm.due, -i64::from(minutes) * 60);
                self.planned(due, (self.offset_at)(due), AlarmKind::Checklist, "")
            })
            .filter(|planned| !self.is_quiet(planned))
            .collect();
        all.extend(before);
        all.sort_by_key(|planned| planned.alarm.due);
    }

    fn is_quiet(&self, planned: &Planned) -> bool {
        self.model.settings.quiet_hours.is_some_and(|quiet| quiet.contains(planned.minute))
    }

    fn is_silent(&self, planned: &Planned) -> bool {
        if self.is_quiet(planned) {
            return true;
        }
        if planned.alarm.kind == AlarmKind::ReviewDue {
            // To look back is no work: a rest does not silence it. One that comes in a session is told after it.
            return !review::rings(self.model, self.goal, planned.day);
        }
        if let AlarmKind::CheckInDue { partner } = planned.alarm.kind {
            return self.is_check_in_silent(partner, planned);
        }
        let is_running = self.model.running.as_ref().is_some_and(|running| running.day == planned.day);
        if is_running || rest_on(&self.model.rests, planned.day).is_some() {
            return true;
        }
        let is_today = planned.day == self.today;
        match planned.alarm.kind {
            // Of a day to come nobody knows whether it will be empty. Whoever is away has a greeting of their own and is
            // not told every evening as well.
            AlarmKind::DayEnding => !is_today || self.done.has_session || self.away.missed > 1,
            _ => is_today && self.done.is_target_met,
        }
    }
}

fn minute_of(due: DateTime<Utc>, offset: FixedOffset) -> u16 {
    let time = local_time(due, offset).time();
    u16::try_from((time - NaiveTime::MIN).num_minutes()).unwrap_or(0)
}

/// True for what asks to start at its moment.
fn is_start(kind: AlarmKind) -> bool {
    matches!(kind, AlarmKind::Reminder { .. } | AlarmKind::NeverMissTwice | AlarmKind::Comeback)
}

/// Of the alarms of one moment only the most useful is kept; they come and go in order.
fn one_a_moment(alarms: impl Iterator<Item = Alarm>) -> Vec<Alarm> {
    let mut kept: Vec<Alarm> = Vec::new();
    let mut moment = DateTime::<Utc>::MIN_UTC;
    for alarm in alarms {
        match kept.last_mut() {
            Some(last) if alarm.due < shifted(moment, ONE_MOMENT_SECS) => {
                if rank(alarm.kind) < rank(last.kind) {
                    *last = alarm;
                }
            }
            _ => {
                moment = alarm.due;
                kept.push(alarm);
            }
        }
    }
    kept
}

/// How useful a kind is beside others at the same moment; the lowest is kept. 0 has a notice of its own.
fn rank(kind: AlarmKind) -> u8 {
    match kind {
        AlarmKind::SessionEarned { .. }
        | AlarmKind::Overtime { .. }
        | AlarmKind::BreakOver
        | AlarmKind::ReviewDue
        | AlarmKind::CheckInDue { .. } => 0,
        AlarmKind::Comeback => 1,
        AlarmKind::NeverMissTwice => 2,
        AlarmKind::Reminder { .. } => 3,
        AlarmKind::PutOffOver => 4,
        AlarmKind::DayEnding => 5,
        AlarmKind::Checklist => 6,
        AlarmKind::DayStart => 7,
    }
}
