use super::*;

fn days(focus_minutes: impl IntoIterator<Item = i64>) -> Days {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let make = |(nth, minutes): (usize, i64)| Day {
        day: first + chrono::Days::new(nth as u64),
        focus_secs: minutes * 60,
        sessions: u32::from(minutes > 0),
        counted: minutes as f64 * 10.0,
        ..Day::default()
    };
    Days::from_days(focus_minutes.into_iter().enumerate().map(make).collect())
}

#[test]
fn ranges_end_today_and_include_it() {
    let totals = Totals::of(&days(1..=40));
    assert_eq!(totals.today, Figures { focus_secs: 2_400, sessions: 1, days_done: 1, counted: 400.0 });
    assert_eq!(totals.week, Figures { focus_secs: 259 * 60, sessions: 7, days_done: 7, counted: 2_590.0 });
    assert_eq!(totals.month, Figures { focus_secs: 765 * 60, sessions: 30, days_done: 30, counted: 7_650.0 });
    assert_eq!(totals.all, Figures { focus_secs: 820 * 60, sessions: 40, days_done: 40, counted: 8_200.0 });
}

#[test]
fn days_done_are_those_of_the_last_twenty_eight() {
    let totals = Totals::of(&days((0..60).map(|nth| if nth % 4 == 0 { 0 } else { 5 })));
    assert_eq!(totals.days_done_of_28, 21);
}

#[test]
fn a_young_goal_has_what_there_is() {
    assert_eq!(Totals::of(&Days::default()), Totals::default());
    assert_eq!(Totals::of(&days([5])).month.focus_secs, 300);
}
