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
    assert!(Arc::ptr_eq(&snapshot.shared()[0], &records.shared()[0]));
}

#[test]
fn an_update_without_change_keeps_the_list() {
    let mut records: Records<Wish> = [wish(1, 5)].into_iter().collect();
    let snapshot = records.clone();
    assert!(records.update(Uuid::from_u128(1), |_| {}));
    assert!(records.is_same(&snapshot));
    assert!(!records.update(Uuid::from_u128(9), |_| {}));
}

proptest! {
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
