//! The environment: things that make starting easier, set up once or checked before each session.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::effect::{Effect, Launch, Refusal, saved, saved_if_changed};
use super::goal::MAX_TITLE_CHARS;
use super::model::Model;
use super::records::Record;
use super::time::Now;

/// Longest text of an item, in characters.
pub const MAX_ITEM_CHARS: usize = MAX_TITLE_CHARS;
/// Most items of one goal that are in use: more is not a place to start from but a list to keep.
pub const MAX_ITEMS: usize = 60;
/// Longest path, program or argument, in characters.
pub const MAX_OPENS_CHARS: usize = 1_024;
/// Most arguments of a program.
pub const MAX_ARGUMENTS: usize = 32;

/// One thing of the environment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvironmentItem {
    pub id: Uuid,
    pub goal: Uuid,
    pub group: Group,
    pub kind: ItemKind,
    pub text: String,
    /// Place in its group, from 0.
    pub position: u32,
    /// When a set-up-once item was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<DateTime<Utc>>,
    /// Put away, but kept for the sessions it was checked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<DateTime<Utc>>,
    /// What is opened when a session starts in which it is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Opens>,
    pub made: DateTime<Utc>,
    pub modified: DateTime<Utc>,
}

/// The four groups of the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Remove distractions.
    Distractions,
    /// Make starting easy.
    EasyStart,
    /// Physical reminders of the goal.
    Reminders,
    /// A place that supports the work.
    Place,
}

impl Group {
    /// All groups, in the order of the method.
    pub const ALL: [Self; 4] = [Self::Distractions, Self::EasyStart, Self::Reminders, Self::Place];
}

/// How often an item has to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    SetUpOnce,
    #[default]
    EverySession,
}

/// What an item opens: never a shell line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opens {
    /// A file or folder, with the program the desktop has for it.
    File { path: String },
    /// A page of the web, with the browser the desktop has for it.
    Link { address: String },
    /// A program with its arguments as they are.
    Program { program: String, arguments: Vec<String> },
}

/// What can be done with the environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvironmentAction {
    /// Adds an item at the end of its group.
    Add {
        group: Group,
        kind: ItemKind,
        text: String,
    },
    Set {
        id: Uuid,
        field: ItemField,
    },
    /// Moves an item to a place in a group, from 0.
    Move {
        id: Uuid,
        group: Group,
        position: u32,
    },
    /// Ticks a set-up-once item, or takes the tick back.
    ToggleSetUp {
        id: Uuid,
    },
    /// Puts an item away, or brings it back to the end of its group.
    ToggleArchived {
        id: Uuid,
    },
    Delete {
        id: Uuid,
    },
}

/// One field of an item with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemField {
    Text(String),
    Kind(ItemKind),
    Opens(Option<Opens>),
}

impl Record for EnvironmentItem {
    fn id(&self) -> Uuid {
        self.id
    }
    fn order(&self) -> DateTime<Utc> {
        self.made
    }
}

impl EnvironmentItem {
    /// Neither put away nor set up once: checked before a session.
    pub fn is_for_sessions(&self) -> bool {
        self.archived.is_none() && self.kind == ItemKind::EverySession
    }
}

/// The items of a goal that are not put away, group by group in their order.
pub fn in_use(model: &Model, goal: Uuid) -> Vec<&EnvironmentItem> {
    let mut items: Vec<&EnvironmentItem> =
        model.environment.iter().filter(|item| item.goal == goal && item.archived.is_none()).collect();
    items.sort_by_key(|item| (item.group, item.position, item.made, item.id));
    items
}

/// The items that can be checked for a session, in their order.
pub fn for_sessions(model: &Model, goal: Uuid) -> Vec<&EnvironmentItem> {
    let mut items = in_use(model, goal);
    items.retain(|item| item.is_for_sessions());
    items
}

/// Carries out an environment action.
///
/// # Errors
/// Refuses without a goal, empty and overlong texts, more than [`MAX_ITEMS`], what cannot be opened, and unknown ids.
pub fn apply(model: &mut Model, action: EnvironmentAction, now: Now) -> Result<Vec<Effect>, Refusal> {
    match action {
        EnvironmentAction::Add { group, kind, text } => add(model, group, kind, &text, now),
        EnvironmentAction::Set { id, field } => set(model, id, field, now),
        EnvironmentAction::Move { id, group, position } => move_to(model, id, group, position, now),
        EnvironmentAction::ToggleSetUp { id } => change(model, id, now, |item| {
            item.set_up = if item.set_up.is_some() { None } else { Some(now.utc) };
        }),
        EnvironmentAction::ToggleArchived { id } => toggle_archived(model, id, now),
        EnvironmentAction::Delete { id } => {
            let item = model.environment.remove(id).ok_or(Refusal::Unknown("item"))?;
            renumber(model, &order(model, item.goal, item.group));
            Ok(saved())
        }
    }
}

fn add(model: &mut Model, group: Group, kind: ItemKind, text: &str, now: Now) -> Result<Vec<Effect>, Refusal> {
    let goal = model.goal().ok_or(Refusal::NoGoal)?.id;
    let text = checked_text(text)?;
    check_room(model, goal)?;
    let item = EnvironmentItem {
        id: now.id(0),
        goal,
        group,
        kind,
        text,
        position: next_position(model, goal, group),
        set_up: None,
        archived: None,
        opens: None,
        made: now.utc,
        modified: now.utc,
    };
    model.environment.insert(item);
    Ok(saved())
}

fn set(model: &mut Model, id: Uuid, field: ItemField, now: Now) -> Result<Vec<Effect>, Refusal> {
    let field = match field {
        ItemField::Text(text) => ItemField::Text(checked_text(&text)?),
        ItemField::Opens(Some(opens)) => ItemField::Opens(Some(checked_opens(opens)?)),
        plain @ (ItemField::Kind(_) | ItemField::Opens(None)) => plain,
    };
    change(model, id, now, |item| match field {
        ItemField::Text(text) => item.text = text,
        ItemField::Kind(kind) => item.kind = kind,
        ItemField::Opens(opens) => item.opens = opens,
    })
}

fn move_to(model: &mut Model, id: Uuid, group: Group, position: u32, now: Now) -> Result<Vec<Effect>, Refusal> {
    let item = model.environment.get(id).filter(|item| item.archived.is_none()).ok_or(Refusal::Unknown("item"))?;
    let (goal, left) = (item.goal, item.group);
    let before = model.environment.clone();
    let mut ids = order(model, goal, group);
    ids.retain(|other| *other != id);
    ids.insert(usize::try_from(position).unwrap_or(usize::MAX).min(ids.len()), id);
    model.environment.update(id, |item| {
        if item.group != group {
            (item.group, item.modified) = (group, now.utc);
        }
    });
    renumber(model, &ids);
    if left != group {
        renumber(model, &order(model, goal, left));
    }
    Ok(saved_if_changed(&before, &model.environment))
}

fn toggle_archived(model: &mut Model, id: Uuid, now: Now) -> Result<Vec<Effect>, Refusal> {
    let item = model.environment.get(id).ok_or(Refusal::Unknown("item"))?;
    let (goal, group, comes_back) = (item.goal, item.group, item.archived.is_some());
    if comes_back {
        check_room(model, goal)?;
    }
    let position = next_position(model, goal, group);
    let effects = change(model, id, now, |item| {
        item.archived = if comes_back { None } else { Some(now.utc) };
        item.position = if comes_back { position } else { item.position };
    })?;
    renumber(model, &order(model, goal, group));
    Ok(effects)
}

fn change(
    model: &mut Model,
    id: Uuid,
    now: Now,
    change: impl FnOnce(&mut EnvironmentItem),
) -> Result<Vec<Effect>, Refusal> {
    let before = model.environment.clone();
    let found = model.environment.update(id, |item| {
        let old = item.clone();
        change(item);
        if *item != old {
            item.modified = now.utc;
        }
    });
    if found { Ok(saved_if_changed(&before, &model.environment)) } else { Err(Refusal::Unknown("item")) }
}

/// The ids of a group's items in use, in their order.
fn order(model: &Model, goal: Uuid, group: Group) -> Vec<Uuid> {
    in_use(model, goal).into_iter().filter(|item| item.group == group).map(|item| item.id).collect()
}

fn renumber(model: &mut Model, ids: &[Uuid]) {
    for (position, id) in (0..).zip(ids) {
        model.environment.update(*id, |item| item.position = position);
    }
}

fn next_position(model: &Model, goal: Uuid, group: Group) -> u32 {
    u32::try_from(order(model, goal, group).len()).unwrap_or(u32::MAX)
}

fn check_room(model: &Model, goal: Uuid) -> Result<(), Refusal> {
    if in_use(model, goal).len() < MAX_ITEMS { Ok(()) } else { Err(Refusal::OutOfRange("items")) }
}

/// The words of an item on one line, without space around them.
///
/// # Errors
/// Refuses none at all, and more than [`MAX_ITEM_CHARS`].
pub fn checked_text(text: &str) -> Result<String, Refusal> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(Refusal::Empty("item")),
        1..=MAX_ITEM_CHARS => Ok(text),
        _ => Err(Refusal::TooLong { field: "item", max: MAX_ITEM_CHARS }),
    }
}

/// What is to be opened, without space around a path, address or program; arguments stay as they are.
///
/// # Errors
/// Refuses nothing to open, control characters, which cannot be shown as they are, and more than
/// [`MAX_OPENS_CHARS`] or [`MAX_ARGUMENTS`].
pub fn checked_opens(opens: Opens) -> Result<Opens, Refusal> {
    match opens {
        Opens::File { path } => Ok(Opens::File { path: checked_word(path.trim(), "path")? }),
        Opens::Link { address } => {
            let address = checked_word(address.trim(), "address")?;
            let is_web = ["https://", "http://"].iter().any(|scheme| {
                address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                    && address.len() > scheme.len()
            });
            if is_web { Ok(Opens::Link { address }) } else { Err(Refusal::OutOfRange("address")) }
        }
        Opens::Program { program, arguments } => {
            let program = checked_word(program.trim(), "program")?;
            if arguments.len() > MAX_ARGUMENTS {
                return Err(Refusal::OutOfRange("arguments"));
            }
            for argument in arguments.iter().filter(|argument| !argument.is_empty()) {
                checked_word(argument, "argument")?;
            }
            Ok(Opens::Program { program, arguments })
        }
    }
}

fn checked_word(word: &str, field: &'static str) -> Result<String, Refusal> {
    if word.is_empty() {
        return Err(Refusal::Empty(field));
    }
    if word.chars().count() > MAX_OPENS_CHARS {
        return Err(Refusal::TooLong { field, max: MAX_OPENS_CHARS });
    }
    if word.chars().any(char::is_control) { Err(Refusal::OutOfRange("characters")) } else { Ok(word.to_owned()) }
}

/// Those of the ids that can be checked for a session of the goal, each once.
pub(super) fn known(model: &Model, goal: Uuid, ids: Vec<Uuid>) -> Vec<Uuid> {
    let mut kept: Vec<Uuid> = Vec::with_capacity(ids.len().min(MAX_ITEMS));
    for id in ids {
        let item = model.environment.get(id).filter(|item| item.goal == goal && item.is_for_sessions());
        if item.is_some() && !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}

/// What the checked items open.
pub(super) fn launches(model: &Model, ids: &[Uuid]) -> Vec<Launch> {
    let items = ids.iter().filter_map(|id| model.environment.get(*id));
    items.filter_map(|item| Some(Launch { name: item.text.clone(), opens: item.opens.clone()? })).collect()
}

#[cfg(test)]
mod tests;
