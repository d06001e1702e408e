use chrono::Duration;
use proptest::prelude::*;

use super::*;
use crate::domain::waiting_room::Wish;

fn wish(id: u8, at: i64) -> Wish {
    Wish {
        id: Uuid::from_u128(id.into()),
        title: format!("{id} at {at}"),
        added: DateTime::UNIX_EPOCH + Duration::seconds(at),
    }
}

#[test]
fn clones_share_until_one_changes() {
    let mut records: Records<Wish> = [wish(1, 5), wish(2, 3)].into_iter().collect();
    let snapshot = records.clone();
    assert!(records.is_same(&snapshot));
    records.insert(wish(3, 4));
    assert!(!records.is_same(&snapshot));
    assert_eq!((snapshot.len(), records.len()), (2, 3));
    assert!(Arc::ptr_eq(snapshot.shared().next().unwrap(), records.shared().next().unwrap()));
}

#[test]
fn an_update_without_change_keeps_the_list() {
    let mut records: Records<Wish> = [wish(1, 5)].into_iter().collect();
    let snapshot = records.clone();
    assert!(records.update(Uuid::from_u128(1), |_| {}));
    assert!(records.is_same(&snapshot));
    assert!(!records.update(Uuid::from_u128(9), |_| {}));
}

#[test]
fn a_long_list_shares_all_but_the_chunk_that_changed() {
    let wishes = |id: u16| Wish { id: Uuid::from_u128(id.into()), ..wish(0, i64::from(id)) };
    let records: Records<Wish> = (0..1000).map(wishes).collect();
    let mut changed = records.clone();
    changed.update(Uuid::from_u128(300), |wish| wish.title = "other".to_owned());
    let ids = |of: &Records<Wish>, other: &Records<Wish>| of.not_in(other).map(|wish| wish.id).collect::<Vec<_>>();
    assert_eq!(ids(&changed, &records), [Uuid::from_u128(300)]);
    assert_eq!(ids(&records, &changed), [Uuid::from_u128(300)]);
    let shared = records.chunks.iter().zip(changed.chunks.iter()).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
    assert_eq!((records.chunks.len(), shared), (4, 3));
    let grown: Records<Wish> = (0..1000).fold(Records::default(), |mut grown, id| {
        grown.insert(wishes(id));
        grown
    });
    assert_eq!(grown, records);
    assert_eq!(grown.chunks.iter().map(|chunk| chunk.len()).collect::<Vec<_>>(), [256, 256, 256, 232]);
}

#[test]
fn a_range_counts_what_is_left_from_both_ends() {
    let records: Records<Wish> =
        (0..250).map(|id| wish(id, i64::from(id))).chain((0..200).map(|id| wish(id, 300))).collect();
    assert_eq!(records.len(), 450);
    let mut some = records.range(200..260);
    assert_eq!(some.len(), 60);
    assert_eq!(some.next().map(|wish| wish.added.timestamp()), Some(200));
    assert_eq!(some.next_back().map(|wish| (wish.added.timestamp(), wish.id)), Some((300, Uuid::from_u128(9))));
    assert_eq!((some.len(), some.count()), (58, 58));
    assert_eq!((records.range(440..500).len(), records.range(500..600).len(), records.range(7..7).len()), (10, 0, 0));
    assert_eq!(records.partition_point(|wish| wish.added.timestamp() < 249), 249);
    assert_eq!(records.partition_point(|_| true), 450);
    assert_eq!(Records::<Wish>::default().partition_point(|_| true), 0);
}

/// Lists long enough for several chunks, changed at random places.
fn lists() -> impl Strategy<Value = [Records<Wish>; 2]> {
    let changes = prop::collection::vec((0_u16..900, -50_i64..900, any::<bool>()), 0..300);
    (0_u16..900, changes).prop_map(|(len, changes)| {
        let wishes = |id: u16, at: i64| Wish { id: Uuid::from_u128(id.into()), ..wish(0, at) };
        let before: Records<Wish> = (0..len).map(|id| wishes(id, i64::from(id))).collect();
        let after = changes.into_iter().fold(before.clone(), |mut after, (id, at, is_gone)| {
            if is_gone {
                _ = after.remove(Uuid::from_u128(id.into()));
            } else {
                after.insert(wishes(id, at));
            }
            after
        });
        [before, after]
    })
}

proptest! {
    #[test]
    fn what_two_lists_differ_in_is_what_a_search_of_all_finds([before, after] in lists()) {
        let ids = |of: &Records<Wish>, other: &Records<Wish>| of.not_in(other).map(|wish| wish.id).collect::<Vec<_>>();
        for (of, other) in [(&before, &after), (&after, &before)] {
            let alone = of.shared().filter(|wish| !other.shared().any(|one| Arc::ptr_eq(one, wish)));
            prop_assert_eq!(ids(of, other), alone.map(|wish| wish.id).collect::<Vec<_>>());
            prop_assert_eq!(of.iter().count(), of.len());
            prop_assert!(of.chunks.iter().all(|chunk| (1..=CHUNK).contains(&chunk.len())));
            let key = |wish: &Wish| (wish.added, wish.id);
            prop_assert!(of.iter().map(key).is_sorted_by(|a, b| a < b));
            prop_assert!(of.iter().rev().map(key).is_sorted_by(|a, b| a > b));
            for wish in of.iter().step_by(37) {
                let at = of.partition_point(|other| key(other) < key(wish));
                prop_assert_eq!(of.range(at..at + 1).next().map(|wish| wish.id), Some(wish.id));
                prop_assert_eq!(of.get(wish.id), Some(wish));
            }
        }
        prop_assert_eq!(before == after, before.iter().eq(after.iter()));
    }

    #[test]
    fn records_are_always_in_order_with_each_id_once(steps in prop::collection::vec((0_u8..20, -50_i64..50, 0_u8..3), 0..200)) {
        let mut records = Records::<Wish>::default();
        let mut plain = std::collections::BTreeMap::new();
        for (id, at, step) in steps {
            let key = Uuid::from_u128(id.into());
            match step {
                0 => {
                    records.insert(wish(id, at));
                    plain.insert(id, wish(id, at));
                }
                1 => prop_assert_eq!(records.remove(key).is_some(), plain.remove(&id).is_some()),
                _ => {
                    let found = records.update(key, |wish| wish.added = DateTime::UNIX_EPOCH + Duration::seconds(at));
                    if let Some(wish) = plain.get_mut(&id) {
                        wish.added = DateTime::UNIX_EPOCH + Duration::seconds(at);
                    }
                    prop_assert_eq!(found, plain.contains_key(&id));
                }
            }
        }
        let mut expected: Vec<Wish> = plain.into_values().collect();
        expected.sort_by_key(|wish| (wish.added, wish.id));
        prop_assert_eq!(records.iter().cloned().collect::<Vec<_>>(), expected);
    }
}
