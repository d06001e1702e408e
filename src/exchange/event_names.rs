//! Where the names of events stand beside their signs, so that none lies over another name or sign.

use std::ops::Range;

/// Room around a sign on either side, between a sign and its name, and between names.
const SIGN: f64 = 5.0;
const BESIDE: f64 = 8.0;
const APART: f64 = 8.0;

/// An event on the drawing, from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    pub x: f64,
    /// Of its name.
    pub width: f64,
    pub kind: WantedKind,
}

/// Names of moments go before those of stretches, which have no sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WantedKind {
    Moment,
    Stretch,
}

/// The place of a name: where it begins, and its line, 0 beside the signs and others above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub left: f64,
    pub row: usize,
}

/// A place for each name within `room`, on at most `rows` lines; `None` for a name without room, whose sign stands alone.
pub fn places(wanted: &[Wanted], room: Range<f64>, rows: usize) -> Vec<Option<Place>> {
    let mut taken: Vec<Vec<Range<f64>>> = vec![Vec::new(); rows];
    if let Some(signs) = taken.first_mut() {
        let moments = wanted.iter().filter(|event| event.kind == WantedKind::Moment);
        signs.extend(moments.map(|event| event.x - SIGN..event.x + SIGN));
    }
    let mut places = vec![None; wanted.len()];
    for kind in [WantedKind::Moment, WantedKind::Stretch] {
        for (event, place) in wanted.iter().zip(&mut places).filter(|(event, _)| event.kind == kind) {
            *place = free(event, &room, &taken);
            if let Some(Place { left, row }) = *place {
                taken[row].push(left - APART..left + event.width + APART);
            }
        }
    }
    places
}

/// Right of the sign rather than left, and low rather than high.
fn free(event: &Wanted, room: &Range<f64>, taken: &[Vec<Range<f64>>]) -> Option<Place> {
    let is_free = |left: f64, row: &Vec<Range<f64>>| {
        let right = left + event.width;
        room.start <= left && right <= room.end && row.iter().all(|other| right <= other.start || other.end <= left)
    };
    taken.iter().enumerate().find_map(|(row, others)| {
        let sides = [event.x + BESIDE, event.x - BESIDE - event.width];
        sides.into_iter().find(|left| is_free(*left, others)).map(|left| Place { left, row })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Events as x and width of the name; a negative width is a stretch.
    #[track_caller]
    fn check(rows: usize, events: &[(f64, f64)], expected: &[Option<(f64, usize)>]) {
        let wanted = events.iter().map(|(x, width)| {
            let kind = if *width < 0.0 { WantedKind::Stretch } else { WantedKind::Moment };
            Wanted { x: *x, width: width.abs(), kind }
        });
        let places = places(&wanted.collect::<Vec<_>>(), 0.0..300.0, rows);
        let found: Vec<_> = places.into_iter().map(|place| place.map(|place| (place.left, place.row))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_stands_right_of_its_sign_and_left_at_the_edge() {
        check(1, &[(100.0, 60.0)], &[Some((108.0, 0))]);
        check(1, &[(280.0, 60.0)], &[Some((212.0, 0))]);
    }

    #[test]
    fn a_name_keeps_off_the_signs_of_others() {
        check(1, &[(100.0, 60.0), (120.0, 60.0)], &[Some((32.0, 0)), Some((128.0, 0))]);
        check(1, &[(20.0, 60.0), (40.0, 60.0)], &[None, Some((48.0, 0))]);
        check(2, &[(20.0, 60.0), (40.0, 60.0)], &[Some((28.0, 1)), Some((48.0, 0))]);
    }

    #[test]
    fn the_name_of_a_moment_goes_before_that_of_a_stretch() {
        check(1, &[(90.0, -60.0), (100.0, 60.0)], &[Some((22.0, 0)), Some((108.0, 0))]);
        check(1, &[(20.0, -60.0), (30.0, 60.0)], &[None, Some((38.0, 0))]);
    }

    #[test]
    fn a_name_wider_than_the_room_is_left_out() {
        check(2, &[(100.0, 400.0)], &[None]);
        check(0, &[(100.0, 40.0)], &[None]);
    }
}
