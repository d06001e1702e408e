//! Action: everything that can be done, one variant per concept; it only dispatches.

use std::mem::discriminant;

use super::effect::{Effect, Refusal, UndoKey};
use super::environment::{self, EnvironmentAction};
use super::experiments::{self, ExperimentAction};
use super::goal::{self, GoalAction};
use super::measure::{self, CountAction};
use super::model::Model;
use super::nudges::{self, NudgeAction};
use super::people::{self, PeopleAction};
use super::plans::{self, PlanAction};
use super::programme::{self, ProgrammeAction};
use super::reminders::{self, ReminderAction};
use super::rest::{self, RestAction};
use super::review::{self, ReviewAction};
use super::rewards::{self, Occasion, RewardAction, Watch};
use super::session::{self, SessionAction};
use super::session_length::{self, LengthAction, LengthChange};
use super::settings::{self, SettingsAction};
use super::target::{self, TargetAction};
use super::time::Now;
use super::timer::{self, TimerAction};
use super::undo::{self, Typed, Undoable};
use super::waiting_room::{self, WishAction};

/// An act of the user, or of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Goal(GoalAction),
    Wish(WishAction),
    Timer(TimerAction),
    Session(SessionAction),
    Count(CountAction),
    Target(TargetAction),
    Rest(RestAction),
    Reward(RewardAction),
    Programme(ProgrammeAction),
    Length(LengthAction),
    Environment(EnvironmentAction),
    Plan(PlanAction),
    Reminder(ReminderAction),
    Nudge(NudgeAction),
    Review(ReviewAction),
    Experiment(ExperimentAction),
    People(PeopleAction),
    Settings(SettingsAction),
    Undo,
    Redo,
}

/// Carries out an action: the only thing that changes a model.
///
/// # Errors
/// A refusal changes nothing and says why.
pub fn apply(model: &mut Model, action: Action, now: Now) -> Result<Vec<Effect>, Refusal> {
    let undo_key = undo_key(&action);
    let (typed, before) = (typed(&action), undo_key.map(|_| Undoable::of(model)));
    let watch = may_earn(&action).then(|| Watch::before(model));
    let mut effects = match action {
        Action::Goal(action) => goal::apply(model, action, now)?,
        Action::Wish(action) => waiting_room::apply(model, action, now)?,
        Action::Timer(action) => timer::apply(model, action, now)?,
        Action::Session(action) => session::apply(model, action, now)?,
        Action::Count(action) => measure::apply(model, action, now)?,
        Action::Target(action) => target::apply(model, action, now)?,
        Action::Rest(action) => rest::apply(model, action, now)?,
        Action::Reward(action) => rewards::apply(model, action, now)?,
        Action::Programme(action) => programme::apply(model, action, now)?,
        Action::Length(action) => session_length::apply(model, action, now)?,
        Action::Environment(action) => environment::apply(model, action, now)?,
        Action::Plan(action) => plans::apply(model, action, now)?,
        Action::Reminder(action) => reminders::apply(model, action, now)?,
        Action::Nudge(action) => nudges::apply(model, action, now)?,
        Action::Review(action) => review::apply(model, action, now)?,
        Action::Experiment(action) => experiments::apply(model, action, now)?,
        Action::People(action) => people::apply(model, action, now)?,
        Action::Settings(action) => settings::apply(model, action)?,
        Action::Undo => vec![Effect::Save, Effect::Undone(undo::undo(model)?)],
        Action::Redo => vec![Effect::Save, Effect::Redone(undo::redo(model)?)],
    };
    end_orphaned_break(model);
    let news = watch.map(|watch| watch.news(model, now)).unwrap_or_default();
    if !news.granted.is_empty() {
        effects.push(Effect::Granted(news.granted));
    }
    if !news.happened.is_empty() {
        effects.push(Effect::Happened(news.happened));
    }
    if let (Some(key), Some(before)) = (undo_key, before) {
        let after = Undoable::of(model);
        if !before.is_same(&after) {
            model.history.push(key, typed, [before, after], now.utc);
            effects.push(Effect::Undoable(key));
        }
    }
    Ok(effects)
}

/// Whether an action may earn something, so that what is new after it is told.
fn may_earn(action: &Action) -> bool {
    matches!(
        action,
        Action::Timer(TimerAction::Finish | TimerAction::Tick { .. } | TimerAction::Answer(_))
            | Action::Session(SessionAction::Add { .. } | SessionAction::SetTimes { .. } | SessionAction::Keep(_))
            | Action::Count(CountAction::Add { .. } | CountAction::SetForSession { .. } | CountAction::Edit { .. })
            | Action::Review(ReviewAction::Finish { .. })
            | Action::Reward(RewardAction::Take { .. })
    )
}

/// A break goes with its session, however that went.
fn end_orphaned_break(model: &mut Model) {
    if let Some(pause) = &model.reward_break
        && let Occasion::Session(session) = pause.occasion
        && model.sessions.get(session).is_none()
    {
        model.reward_break = None;
    }
}

/// The name of the undo step an action makes; acts of time make none.
fn undo_key(action: &Action) -> Option<UndoKey> {
    Some(match action {
        Action::Goal(GoalAction::Create { .. }) => UndoKey::GoalCreated,
        Action::Goal(GoalAction::Set { .. }) => UndoKey::GoalEdited,
        Action::Goal(GoalAction::Close { .. }) => UndoKey::GoalClosed,
        Action::Goal(GoalAction::Resume { .. }) => UndoKey::GoalResumed,
        Action::Wish(WishAction::Add { .. }) => UndoKey::WishAdded,
        Action::Wish(WishAction::Rename { .. }) => UndoKey::WishRenamed,
        Action::Wish(WishAction::Delete { .. }) => UndoKey::WishDeleted,
        Action::Wish(WishAction::Promote { .. }) => UndoKey::WishPromoted,
        Action::Session(SessionAction::Add { .. } | SessionAction::Keep(_)) => UndoKey::SessionAdded,
        Action::Session(SessionAction::Set { .. } | SessionAction::SetTimes { .. }) => UndoKey::SessionEdited,
        Action::Session(SessionAction::Split { .. }) => UndoKey::SessionSplit,
        Action::Session(SessionAction::Delete { .. }) => UndoKey::SessionDeleted,
        Action::Count(CountAction::Add { .. }) => UndoKey::CountAdded,
        Action::Count(CountAction::SetForSession { .. } | CountAction::Edit { .. }) => UndoKey::CountEdited,
        Action::Count(CountAction::Delete { .. }) => UndoKey::CountDeleted,
        Action::Target(TargetAction::Set { .. }) => UndoKey::TargetSet,
        Action::Rest(RestAction::Add { .. }) => UndoKey::RestAdded,
        Action::Rest(RestAction::Delete { .. }) => UndoKey::RestDeleted,
        Action::Reward(RewardAction::Add { .. }) => UndoKey::RewardAdded,
        Action::Reward(RewardAction::Set { .. }) => UndoKey::RewardEdited,
        Action::Reward(RewardAction::Retire { .. }) => UndoKey::RewardRetired,
        Action::Reward(RewardAction::AddMilestone { .. }) => UndoKey::MilestoneAdded,
        Action::Reward(RewardAction::DeleteMilestone { .. }) => UndoKey::MilestoneDeleted,
        Action::Reward(RewardAction::SetRung { .. }) => UndoKey::RungSet,
        Action::Programme(ProgrammeAction::ToggleStep(_)) => UndoKey::StepTicked,
        Action::Programme(ProgrammeAction::Begin(_)) => UndoKey::StageBegun,
        Action::Length(_) => UndoKey::LengthSet,
        Action::Environment(EnvironmentAction::Add { .. }) => UndoKey::ItemAdded,
        Action::Environment(EnvironmentAction::Delete { .. }) => UndoKey::ItemDeleted,
        Action::Environment(_) => UndoKey::ItemEdited,
        Action::Plan(PlanAction::Add { .. }) => UndoKey::PlanAdded,
        Action::Plan(PlanAction::Delete { .. }) => UndoKey::PlanDeleted,
        Action::Plan(PlanAction::Use { .. } | PlanAction::Judge { .. }) => UndoKey::PlanUsed,
        Action::Plan(_) => UndoKey::PlanEdited,
        Action::Reminder(ReminderAction::Add { .. }) => UndoKey::ReminderAdded,
        Action::Reminder(ReminderAction::Delete { .. }) => UndoKey::ReminderDeleted,
        Action::Reminder(ReminderAction::Set { .. }) => UndoKey::ReminderEdited,
        Action::Nudge(NudgeAction::Dismiss(_)) => UndoKey::NudgeDismissed,
        Action::Review(ReviewAction::Open(_)) => UndoKey::ReviewOpened,
        Action::Review(ReviewAction::Set { .. }) => UndoKey::ReviewEdited,
        Action::Review(ReviewAction::Finish { .. }) => UndoKey::ReviewFinished,
        Action::Review(ReviewAction::Reopen { .. }) => UndoKey::ReviewReopened,
        Action::Review(ReviewAction::Delete { .. }) => UndoKey::ReviewDeleted,
        Action::Experiment(ExperimentAction::Start { .. }) => UndoKey::ExperimentStarted,
        Action::Experiment(ExperimentAction::Edit { .. }) => UndoKey::ExperimentEdited,
        Action::Experiment(ExperimentAction::Decide { .. } | ExperimentAction::Change { .. }) => {
            UndoKey::ExperimentDecided
        }
        Action::Experiment(ExperimentAction::Delete { .. }) => UndoKey::ExperimentDeleted,
        Action::People(PeopleAction::AddPartner(_)) => UndoKey::PartnerAdded,
        Action::People(PeopleAction::SetPartner { .. } | PeopleAction::BringPartnerBack { .. }) => {
            UndoKey::PartnerEdited
        }
        Action::People(PeopleAction::EndPartner { .. }) => UndoKey::PartnerEnded,
        Action::People(PeopleAction::Pledge { .. }) => UndoKey::PledgeMade,
        Action::People(PeopleAction::JudgePledge { .. }) => UndoKey::PledgeJudged,
        Action::People(PeopleAction::TakePledgeBack { .. }) => UndoKey::PledgeTakenBack,
        Action::People(PeopleAction::AddCommunity { .. }) => UndoKey::CommunityAdded,
        Action::People(PeopleAction::SetCommunity { .. } | PeopleAction::BringCommunityBack { .. }) => {
            UndoKey::CommunityEdited
        }
        Action::People(PeopleAction::EndCommunity { .. }) => UndoKey::CommunityEnded,
        Action::People(PeopleAction::CheckIn(_)) => UndoKey::CheckInLogged,
        Action::People(PeopleAction::Answer { .. }) => UndoKey::AnswerKept,
        Action::People(PeopleAction::DeleteCheckIn { .. }) => UndoKey::CheckInDeleted,
        Action::People(PeopleAction::AddOutlet { .. }) => UndoKey::OutletAdded,
        Action::People(PeopleAction::SetOutlet { .. } | PeopleAction::ToggleOutlet { .. }) => UndoKey::OutletEdited,
        Action::People(PeopleAction::DeleteOutlet { .. }) => UndoKey::OutletDeleted,
        Action::Reward(
            RewardAction::Choose { .. }
            | RewardAction::Take { .. }
            | RewardAction::Skip { .. }
            | RewardAction::Rate { .. }
            | RewardAction::EndBreak
            | RewardAction::Tick,
        )
        | Action::Reminder(ReminderAction::PutOff | ReminderAction::LookBackTold { .. })
        | Action::People(PeopleAction::Sent { .. } | PeopleAction::See { .. })
        | Action::Timer(_)
        | Action::Settings(_)
        | Action::Undo
        | Action::Redo => return None,
    })
}

/// The field an action types in: edits of it close together are one step.
fn typed(action: &Action) -> Option<Typed> {
    match action {
        Action::Goal(GoalAction::Set { id, field }) => Some(Typed::Goal(*id, discriminant(field))),
        Action::Session(SessionAction::Set { id, field }) => Some(Typed::Session(*id, discriminant(field))),
        Action::Wish(WishAction::Rename { id, .. }) => Some(Typed::Wish(*id)),
        Action::Count(CountAction::SetForSession { session, .. }) => Some(Typed::Count(*session)),
        Action::Reward(RewardAction::SetRung { layer, .. }) => Some(Typed::Rung(*layer)),
        Action::Environment(EnvironmentAction::Set { id, field }) => Some(Typed::Item(*id, discriminant(field))),
        Action::Reminder(ReminderAction::Set { id, field }) => Some(Typed::Reminder(*id, discriminant(field))),
        Action::Length(LengthAction::Decide { why: LengthChange::Chosen, .. }) => Some(Typed::Length),
        Action::Review(ReviewAction::Set { id, field }) => Some(Typed::Review(*id, discriminant(field))),
        Action::Experiment(ExperimentAction::Edit { id, .. }) => Some(Typed::Experiment(*id)),
        Action::Goal(_)
        | Action::Session(_)
        | Action::Wish(_)
        | Action::Reward(_)
        | Action::Count(_)
        | Action::Target(_)
        | Action::Rest(_)
        | Action::Programme(_)
        | Action::Length(_)
        | Action::Environment(_)
        | Action::Plan(_)
        | Action::Reminder(_)
        | Action::Nudge(_)
        | Action::Review(_)
        | Action::Experiment(_)
        | Action::People(_)
        | Action::Timer(_)
        | Action::Settings(_)
        | Action::Undo
        | Action::Redo => None,
    }
}
