use super::*;

fn hours_of(jewels: &[Jewel]) -> Vec<i64> {
    jewels
        .iter()
        .filter_map(|jewel| match jewel.kind {
            JewelKind::Hours(hours) => Some(hours),
            JewelKind::FirstSession => None,
        })
        .collect()
}

#[test]
fn nothing_is_won_before_the_first_session() {
    assert_eq!(won(0, 0), []);
    assert_eq!(next(0), Jewel { at_secs: 3_600, kind: JewelKind::Hours(1) });
}

#[test]
fn the_first_session_sets_a_jewel_at_its_end() {
    assert_eq!(won(300, 300), [Jewel { at_secs: 300, kind: JewelKind::FirstSession }]);
}

#[test]
fn an_hour_mark_is_won_on_the_second_and_the_next_lies_ahead() {
    assert_eq!(hours_of(&won(300, 3_599)), Vec::<i64>::new());
    assert_eq!(hours_of(&won(300, 3_600)), [1]);
    assert_eq!(next(3_600).at_secs, 5 * 3_600);
    assert_eq!(hours_of(&won(300, 12 * 3_600 + 2_400)), [1, 5, 10]);
    assert_eq!(next(12 * 3_600 + 2_400).kind, JewelKind::Hours(15));
}

#[test]
fn beyond_four_hundred_hours_every_hundred_sets_one() {
    assert_eq!(next(400 * 3_600).kind, JewelKind::Hours(500));
    assert_eq!(next(2_000 * 3_600).kind, JewelKind::Hours(2_100));
    assert_eq!(won(300, 700 * 3_600).len(), 1 + 14 + 3);
}

#[test]
fn marks_only_rise() {
    let hours = hours_of(&won(300, 3_000 * 3_600));
    assert!(hours.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn on_a_long_spring_only_every_thousand_hours_is_large() {
    let large = |total_hours: i64| {
        won(300, total_hours * 3_600).into_iter().filter(|jewel| jewel.is_large(total_hours * 3_600)).count()
    };
    assert_eq!(large(12), won(300, 12 * 3_600).len());
    assert_eq!(large(11_703), 11);
}
