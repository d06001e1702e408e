use super::*;
use proptest::prelude::*;

const HOUR: i64 = 3600;

fn drawing() -> Winding {
    Winding::fit(12 * HOUR + 40 * 60, 2 * HOUR + 20 * 60, FULL_RADIUS)
}

/// Length by adding many short chords, a way of its own.
fn length_by_chords(winding: &Winding, to_angle: f64) -> f64 {
    let steps = 200_000;
    let at = |step: i32| {
        let angle = to_angle * f64::from(step) / f64::from(steps);
        (winding.radius(angle) * angle.sin(), -winding.radius(angle) * angle.cos())
    };
    (0..steps).map(|step| (at(step), at(step + 1))).map(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1)).sum()
}

fn farthest(points: &[[f32; 2]]) -> f64 {
    points.iter().map(|point| f64::from(point[0]).hypot(f64::from(point[1]))).fold(0.0, f64::max)
}

#[test]
fn at_twelve_hours_it_has_the_measures_of_the_drawing() {
    let winding = drawing();
    assert!((winding.turns() - 5.0).abs() < 0.05, "{}", winding.turns());
    assert!((winding.stroke_px - 11.0).abs() < 0.2, "{}", winding.stroke_px);
    assert!((winding.pitch_px - 27.0).abs() < 0.3, "{}", winding.pitch_px);
    assert!((winding.inner_px - 112.0).abs() < 0.01, "{}", winding.inner_px);
    assert!((winding.jewel_px - 8.0).abs() < 0.1, "{}", winding.jewel_px);
}

#[test]
fn the_first_five_minutes_are_one_short_arc_on_a_visible_track() {
    let winding = Winding::fit(300, HOUR - 300, FULL_RADIUS);
    let degrees = winding.angle(300.0).to_degrees();
    assert!((30.0..60.0).contains(&degrees), "{degrees}");
    assert!(winding.track_secs() > 3600.0);
    assert!((winding.pitch_px - 27.0).abs() < 0.01);
}

#[test]
fn it_starts_at_twelve_oclock_and_goes_clockwise_outward() {
    let winding = drawing();
    let start = winding.point(0.0);
    assert!(start[0].abs() < 1e-4 && (f64::from(start[1]) + winding.inner_px).abs() < 1e-3);
    let quarter = winding.point_at_angle(TAU / 4.0);
    assert!(quarter[0] > 0.0 && quarter[1].abs() < 1e-3, "{quarter:?}");
    assert!(f64::from(quarter[0]) > winding.inner_px);
    let along = winding.direction(0.0);
    assert!(along[0] > 0.99 && along[1] < 0.0, "{along:?}");
}

#[test]
fn the_closed_form_equals_the_sum_of_chords() {
    let winding = drawing();
    for angle in [0.1, 1.0, TAU, 3.3 * TAU, 5.0 * TAU] {
        let miss = winding.px_at_angle(angle) - length_by_chords(&winding, angle);
        assert!(miss.abs() < 0.001, "{angle}: {miss}");
    }
}

#[test]
fn a_line_leaves_the_curve_by_at_most_a_quarter_pixel() {
    let winding = Winding::fit(2_000 * HOUR, 100 * HOUR, 700.0);
    let line = winding.line(0.0, winding.track_secs());
    for pair in line.windows(2) {
        let middle = [f32::midpoint(pair[0][0], pair[1][0]), f32::midpoint(pair[0][1], pair[1][1])];
        let (x, y) = (f64::from(middle[0]), f64::from(middle[1]));
        let (radius, angle) = (x.hypot(y), x.atan2(-y).rem_euclid(TAU));
        let turn = ((radius - winding.inner_px) / winding.pitch_px - angle / TAU).round();
        assert!((winding.radius(angle + turn * TAU) - radius).abs() <= 0.2501);
    }
    assert!(line.len() < 4_000, "{}", line.len());
}

#[test]
fn a_tap_on_the_line_finds_its_distance_and_one_in_the_middle_finds_none() {
    let winding = drawing();
    for secs in [1.0, 300.0, 20_000.0, 45_600.0, 54_000.0] {
        let found = winding.secs_under(winding.point(secs)).unwrap();
        assert!((found - secs).abs() < 0.01, "{secs}: {found}");
    }
    assert_eq!(winding.secs_under([0.0, 0.0]), None);
    assert_eq!(winding.secs_under([0.0, -80.0]), None);
    assert_eq!(winding.secs_under([900.0, 0.0]), None);
}

#[test]
fn a_coil_ends_before_the_next_begins_and_a_tiny_one_is_still_there() {
    let winding = drawing();
    let end = *winding.coil_line(0.0, 600.0).last().unwrap();
    let next = winding.point(600.0);
    let blank = f64::from(end[0] - next[0]).hypot(f64::from(end[1] - next[1]));
    assert!((blank - 1.6).abs() < 0.01, "{blank}");
    assert!(winding.gap_px(6.0) < winding.px(6.0) / 5.0);
}

#[test]
fn the_scale_stays_until_a_jewel_is_reached() {
    assert_eq!(Winding::fit(36_000, 18_000, 256.0), Winding::fit(45_000, 9_000, 256.0));
}

proptest! {
    #[test]
    fn lengths_add_up(total in 1_i64..80_000_000, ahead in 0_i64..360_000, radius in 60.0_f64..2_000.0, share in 0.0_f64..1.0) {
        let winding = Winding::fit(total, ahead, radius);
        let whole = winding.length_px;
        let part = whole * share;
        let angle = winding.angle_at_px(part);
        prop_assert!((winding.px_at_angle(angle) - part).abs() < 0.001);
        let rest = winding.px_at_angle(winding.turns() * TAU) - winding.px_at_angle(angle);
        prop_assert!((part + rest - whole).abs() < 0.001);
    }

    #[test]
    fn everything_fits_inside_the_circle_from_one_session_to_twenty_years(
        total in 0_i64..80_000_000, ahead in 0_i64..360_000, radius in 60.0_f64..2_000.0,
    ) {
        let winding = Winding::fit(total, ahead, radius);
        prop_assert!(winding.track_secs() >= (total + ahead) as f64);
        prop_assert!(winding.px((total + ahead) as f64) <= winding.length_px);
        let line = winding.line(0.0, winding.track_secs());
        prop_assert!(farthest(&line) + winding.stroke_px / 2.0 <= radius);
        prop_assert!(farthest(&line) + winding.jewel_px <= radius);
        prop_assert!(winding.inner_px >= 0.43 * radius);
        prop_assert!(winding.stroke_px < winding.pitch_px * 0.65);
        prop_assert!(winding.pitch_px / radius > 0.02);
    }

    #[test]
    fn a_longer_track_never_has_fewer_turns(hours in 1_i64..10_000, more in 1_i64..100) {
        let turns = |hours: i64| Winding::fit(hours * HOUR, 0, 256.0).turns();
        prop_assert!(turns(hours + more) >= turns(hours) - 1e-9);
    }
}
