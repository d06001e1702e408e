use super::*;
use crate::domain::Action;
use crate::domain::effect::UndoKey;
use crate::domain::session::SessionAction;
use crate::domain::tests::World;
use crate::domain::timer::TimerAction;

fn act(action: EnvironmentAction) -> Action {
    Action::Environment(action)
}

/// Adds an item and gives back its id.
fn add(world: &mut World, group: Group, kind: ItemKind, text: &str) -> Uuid {
    world.pass(1);
    world.act(act(EnvironmentAction::Add { group, kind, text: text.into() }));
    world.model.environment.last().unwrap().id
}

/// A world with "a", "b" and "c" to remove and "d" for the place.
fn four() -> (World, [Uuid; 4]) {
    let mut world = World::with_goal();
    let ids = [(Group::Distractions, "a"), (Group::Distractions, "b"), (Group::Distractions, "c"), (Group::Place, "d")]
        .map(|(group, text)| add(&mut world, group, ItemKind::EverySession, text));
    (world, ids)
}

/// The items in use: group, position and words.
fn shown(world: &World) -> Vec<(Group, u32, String)> {
    let items = in_use(&world.model, world.goal());
    items.into_iter().map(|item| (item.group, item.position, item.text.clone())).collect()
}

#[track_caller]
fn check_order(world: &World, distractions: &str, place: &str) {
    let expected: Vec<(Group, u32, String)> = [(Group::Distractions, distractions), (Group::Place, place)]
        .into_iter()
        .flat_map(|(group, words)| (0..).zip(words.chars()).map(move |(at, word)| (group, at, word.to_string())))
        .collect();
    assert_eq!(shown(world), expected);
}

fn file(path: &str) -> Opens {
    Opens::File { path: path.into() }
}

fn program(program: &str, arguments: &[&str]) -> Opens {
    Opens::Program { program: program.into(), arguments: arguments.iter().map(|word| (*word).into()).collect() }
}

#[test]
fn an_item_has_one_line_of_words_and_stands_at_the_end_of_its_group() {
    let (mut world, _) = four();
    add(&mut world, Group::Distractions, ItemKind::SetUpOnce, "  Phone\n in  the drawer ");
    assert_eq!(shown(&world)[3], (Group::Distractions, 3, "Phone in the drawer".to_owned()));
    let empty = EnvironmentAction::Add { group: Group::Place, kind: ItemKind::SetUpOnce, text: " ".into() };
    assert_eq!(world.refused(act(empty)), Refusal::Empty("item"));
    let long = EnvironmentAction::Add { group: Group::Place, kind: ItemKind::SetUpOnce, text: "x".repeat(121) };
    assert_eq!(world.refused(act(long)), Refusal::TooLong { field: "item", max: 120 });
    let none = EnvironmentAction::Add { group: Group::Place, kind: ItemKind::SetUpOnce, text: "x".into() };
    assert_eq!(World::new().refused(act(none)), Refusal::NoGoal);
}

#[test]
fn moving_numbers_both_groups_anew() {
    let (mut world, [a, b, c, d]) = four();
    let mut to = |id, group, position| drop(world.act(act(EnvironmentAction::Move { id, group, position })));
    to(c, Group::Distractions, 0);
    to(a, Group::Distractions, 99);
    check_order(&world, "cba", "d");
    let mut to = |id, group, position| drop(world.act(act(EnvironmentAction::Move { id, group, position })));
    to(b, Group::Place, 0);
    check_order(&world, "ca", "bd");
    assert_eq!(world.act(act(EnvironmentAction::Move { id: d, group: Group::Place, position: 1 })), []);
    world.act(Action::Undo);
    check_order(&world, "cba", "d");
}

#[test]
fn what_is_put_away_leaves_its_place_and_comes_back_at_the_end() {
    let (mut world, [a, b, ..]) = four();
    let toggle = |id| act(EnvironmentAction::ToggleArchived { id });
    world.act(toggle(a));
    check_order(&world, "bc", "d");
    let moved = EnvironmentAction::Move { id: a, group: Group::Place, position: 0 };
    assert_eq!(world.refused(act(moved)), Refusal::Unknown("item"));
    world.act(toggle(a));
    check_order(&world, "bca", "d");
    assert_eq!(world.act(toggle(b)), [Effect::Save, Effect::Undoable(UndoKey::ItemEdited)]);
    assert_eq!(world.refused(toggle(Uuid::nil())), Refusal::Unknown("item"));
}

#[test]
fn a_deleted_item_comes_back_where_it_was() {
    let (mut world, [_, b, ..]) = four();
    world.act(act(EnvironmentAction::Delete { id: b }));
    check_order(&world, "ac", "d");
    world.act(Action::Undo);
    check_order(&world, "abc", "d");
    crate::domain::tests::check_survives_saving(&world.model);
}

#[test]
fn a_tick_says_when_it_was_set_up_and_can_be_taken_back() {
    let (mut world, [a, ..]) = four();
    world.act(act(EnvironmentAction::ToggleSetUp { id: a }));
    assert_eq!(world.model.environment.get(a).unwrap().set_up, Some(world.utc));
    world.act(act(EnvironmentAction::ToggleSetUp { id: a }));
    assert_eq!(world.model.environment.get(a).unwrap().set_up, None);
}

#[test]
fn sixty_items_are_enough() {
    let mut world = World::with_goal();
    for nth in 0..MAX_ITEMS {
        add(&mut world, Group::Reminders, ItemKind::SetUpOnce, &nth.to_string());
    }
    let one_more = EnvironmentAction::Add { group: Group::Place, kind: ItemKind::SetUpOnce, text: "x".into() };
    assert_eq!(world.refused(act(one_more.clone())), Refusal::OutOfRange("items"));
    let id = world.model.environment.last().unwrap().id;
    world.act(act(EnvironmentAction::ToggleArchived { id }));
    world.act(act(one_more));
    assert_eq!(world.refused(act(EnvironmentAction::ToggleArchived { id })), Refusal::OutOfRange("items"));
}

#[track_caller]
fn check_refused(opens: Opens, refusal: Refusal) {
    assert_eq!(checked_opens(opens), Err(refusal));
}

#[test]
fn what_is_opened_is_bounded_and_can_be_shown() {
    assert_eq!(checked_opens(file("  /home/ada/book.odt ")), Ok(file("/home/ada/book.odt")));
    assert_eq!(
        checked_opens(program(" code ", &["--new-window", " a b ", ""])),
        Ok(program("code", &["--new-window", " a b ", ""]))
    );
    check_refused(file("  "), Refusal::Empty("path"));
    check_refused(program("", &["x"]), Refusal::Empty("program"));
    check_refused(file("/a\u{1b}[2Jb"), Refusal::OutOfRange("characters"));
    check_refused(program("a", &["b\nc"]), Refusal::OutOfRange("characters"));
    check_refused(file(&"x".repeat(1_025)), Refusal::TooLong { field: "path", max: 1_024 });
    check_refused(program("a", &["x"; 33]), Refusal::OutOfRange("arguments"));
}

#[test]
fn a_session_starts_with_the_checks_that_hold_and_opens_what_they_say() {
    let (mut world, [a, b, c, d]) = four();
    for (id, opens) in [(a, file("/home/ada/book.odt")), (b, program("code", &["."]))] {
        world.act(act(EnvironmentAction::Set { id, field: ItemField::Opens(Some(opens)) }));
    }
    world.act(act(EnvironmentAction::ToggleArchived { id: c }));
    world.act(act(EnvironmentAction::Set { id: d, field: ItemField::Kind(ItemKind::SetUpOnce) }));
    let environment = vec![b, c, Uuid::nil(), a, b, d];
    let effects = world.timer(TimerAction::Start { planned_secs: 300, intention: String::new(), environment });
    let launch = |name: &str, opens| Launch { name: name.into(), opens };
    let launches = vec![launch("b", program("code", &["."])), launch("a", file("/home/ada/book.odt"))];
    assert_eq!(effects, [Effect::Save, Effect::Launch(launches)]);
    assert_eq!(world.model.running.as_ref().unwrap().environment, [b, a]);
}

#[test]
fn a_check_of_the_running_session_is_kept_through_edits_and_a_split() {
    let (mut world, [a, b, c, _]) = four();
    assert_eq!(world.refused(Action::Timer(TimerAction::ToggleItem(a))), Refusal::NotRunning);
    assert_eq!(world.start(300), [Effect::Save]);
    for item in [a, b, a, c] {
        world.timer(TimerAction::ToggleItem(item));
    }
    world.act(act(EnvironmentAction::Delete { id: a }));
    assert_eq!(world.refused(Action::Timer(TimerAction::ToggleItem(a))), Refusal::Unknown("item"));
    world.work(200);
    world.timer(TimerAction::Finish);
    let id = world.model.sessions.last().unwrap().id;
    assert_eq!(world.model.sessions.get(id).unwrap().environment, [b, c]);
    world.act(Action::Session(SessionAction::Split { id, after_secs: 100 }));
    assert!(world.model.sessions.iter().all(|session| session.environment == [b, c]));
}

#[test]
fn typing_in_an_item_is_one_step() {
    let (mut world, [a, ..]) = four();
    for text in ["Ph", "Phon", "Phone"] {
        world.pass(1);
        world.act(act(EnvironmentAction::Set { id: a, field: ItemField::Text(text.into()) }));
    }
    world.act(Action::Undo);
    assert_eq!(world.model.environment.get(a).unwrap().text, "a");
}
