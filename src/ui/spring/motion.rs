//! What moves in the spring: a coil being wound when a session ends, and the replay from day 1.

use crate::domain::insight::spring::Coils;
use crate::ui::theme::Motion;

/// Seconds a coil takes to be wound, and its jewels to light up.
pub(super) const WIND_SECS: f64 = 1.4;
/// Seconds of a replay.
pub(super) const REPLAY_SECS: f64 = 10.0;
/// Share of the winding after which jewels begin to light up.
const LIGHT_FROM: f32 = 0.6;

/// The coil that is being wound.
#[derive(Debug, Default)]
pub(super) struct FreshCoil {
    /// Sessions and seconds of the spring when it was last drawn.
    seen: Option<(u32, i64)>,
    /// Where the fresh coil begins, and when its winding began by egui's clock.
    fresh: Option<(i64, f64)>,
}

/// How far a fresh coil is wound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fresh {
    pub from_secs: i64,
    /// 0 to 1.
    pub wound: f32,
    /// Light of the jewels in it, 0 to 1.
    pub light: f32,
}

impl FreshCoil {
    /// Sees the spring as it is now; `moves` says whether a coil may be wound before the eyes.
    pub fn see(&mut self, coils: &Coils, moves: bool, time: f64) -> Option<Fresh> {
        let now = (coils.sessions, coils.total_secs);
        let before = self.seen.replace(now).unwrap_or(now);
        let is_one_more = now.0 == before.0 + 1 && now.1 > before.1;
        if is_one_more && moves {
            self.fresh = Some((before.1, time));
        } else if now != before {
            self.fresh = None;
        }
        let (from_secs, began) = self.fresh?;
        let share = ((time - began) / WIND_SECS) as f32;
        if share >= 1.0 {
            self.fresh = None;
            return None;
        }
        Some(Fresh { from_secs, wound: ease((share / 0.7).min(1.0)), light: light(began, time) })
    }
}

/// A replay from day 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Replay {
    #[default]
    Off,
    /// Asked for; it begins with the next frame.
    Asked,
    Began(f64),
}

impl Replay {
    /// Coils to show now, and how long until there are others, in seconds; `None` when nothing is replayed.
    ///
    /// Without motion it goes by whole days, one step a second.
    pub fn coils(&mut self, coils: &Coils, motion: Motion, time: f64) -> Option<(usize, f64)> {
        let began = match *self {
            Self::Off => return None,
            Self::Asked => time,
            Self::Began(began) => began,
        };
        *self = Self::Began(began);
        let gone = time - began;
        if gone >= REPLAY_SECS {
            *self = Self::Off;
            return None;
        }
        let reached = |share: f64| {
            let secs = (share * coils.total_secs as f64) as i64;
            coils.coils.partition_point(|coil| coil.from_secs < secs)
        };
        if motion == Motion::Full {
            return Some((reached(f64::from(ease((gone / REPLAY_SECS) as f32))), 0.0));
        }
        let step = gone.floor() + 1.0;
        Some((whole_days(coils, reached(step / REPLAY_SECS)), step - gone))
    }
}

/// The first coils and the others of the last day among them.
fn whole_days(coils: &Coils, first: usize) -> usize {
    let (shown, rest) = coils.coils.split_at(first.min(coils.coils.len()));
    let Some(last) = shown.last() else { return 0 };
    first + rest.iter().take_while(|coil| coil.day == last.day).count()
}

/// Light of the jewels in a coil that began to be wound at some time, 0 to 1.
pub(super) fn light(began: f64, time: f64) -> f32 {
    let share = ((time - began) / WIND_SECS) as f32;
    ((share - LIGHT_FROM) / (1.0 - LIGHT_FROM)).clamp(0.0, 1.0)
}

/// Slow at both ends.
fn ease(share: f32) -> f32 {
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coils(lengths: &[i64]) -> Coils {
        let mut all = Coils::default();
        for secs in lengths {
            let from_secs = all.total_secs;
            all.total_secs += secs;
            all.sessions += 1;
            all.coils.push(crate::domain::insight::spring::Coil {
                from_secs,
                to_secs: all.total_secs,
                day: chrono::NaiveDate::default(),
                last_day: chrono::NaiveDate::default(),
                session: uuid::Uuid::nil(),
                sessions: 1,
                stage: 0,
            });
        }
        all
    }

    #[test]
    fn the_spring_found_at_launch_is_not_wound_again() {
        let mut winding = FreshCoil::default();
        assert_eq!(winding.see(&coils(&[600, 600]), true, 0.0), None);
    }

    #[test]
    fn one_more_session_is_wound_in_under_a_second_and_a_half() {
        let mut winding = FreshCoil::default();
        winding.see(&coils(&[600]), true, 0.0);
        let fresh = winding.see(&coils(&[600, 300]), true, 10.0);
        assert_eq!(fresh, Some(Fresh { from_secs: 600, wound: 0.0, light: 0.0 }));
        assert!(winding.see(&coils(&[600, 300]), true, 11.3).is_some_and(|fresh| fresh.wound >= 1.0));
        assert_eq!(winding.see(&coils(&[600, 300]), true, 11.5), None);
    }

    #[test]
    fn without_motion_nothing_is_wound() {
        let mut winding = FreshCoil::default();
        winding.see(&coils(&[600]), false, 0.0);
        assert_eq!(winding.see(&coils(&[600, 300]), false, 10.0), None);
    }

    #[test]
    fn a_replay_shows_all_coils_within_ten_seconds_and_ends() {
        let all = coils(&[600; 10]);
        let mut replay = Replay::Asked;
        for (time, expected) in [(3.0, Some((0, 0.0))), (8.0, Some((5, 0.0))), (12.9, Some((10, 0.0))), (13.0, None)] {
            assert_eq!(replay.coils(&all, Motion::Full, time), expected, "at {time}");
        }
        assert_eq!(replay, Replay::Off);
    }

    #[test]
    fn without_motion_a_replay_goes_by_whole_days_a_step_a_second() {
        let mut all = coils(&[600; 20]);
        for (nth, coil) in all.coils.iter_mut().enumerate() {
            // Three sessions a day.
            coil.day += chrono::Duration::days(nth as i64 / 3);
        }
        let mut replay = Replay::Asked;
        let shown = |replay: &mut Replay, time| replay.coils(&all, Motion::Reduced, time);
        assert_eq!(shown(&mut replay, 3.0), Some((3, 1.0)));
        assert_eq!(shown(&mut replay, 3.75), Some((3, 0.25)));
        assert_eq!(shown(&mut replay, 4.0), Some((6, 1.0)));
        assert_eq!(shown(&mut replay, 12.0), Some((20, 1.0)));
        assert_eq!(shown(&mut replay, 13.0), None);
    }
}
