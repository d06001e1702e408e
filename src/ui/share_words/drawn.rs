//! The days of a period as bars, with their words.

use chrono::{Datelike, NaiveDate};

use crate::domain::people::shared::{Bar, BarDay, Bars, Shared, Unit};
use crate::exchange::share::{Day, DayKind, Drawn, Mark};
use crate::ui::format;
use crate::ui::text::Text;

/// Days that each have their weekday below them; longer drawings have every seventh date.
const NAMED_DAYS: usize = 7;

/// The drawing of what is shared, if its reader may see one.
pub(super) fn drawn(text: &Text, shared: &Shared) -> Option<Drawn> {
    let bars = shared.chart.as_ref()?;
    let highest = bars.highest();
    let targets: Vec<u32> = bars.days.iter().map(|bar| bar.target).filter(|target| *target > 0).collect();
    let last = targets.last().copied();
    let minutes = |minutes: u32| ("minutes", format::count(u64::from(minutes)).into());
    let (title, highest_mark, target) = match bars.unit {
        Unit::Minutes => (
            "share-chart-minutes",
            text.with("share-chart-minutes-mark", &[minutes(highest)]),
            last.map(|last| text.with("share-chart-target", &[minutes(last)])),
        ),
        Unit::Share => ("share-chart-share", String::new(), last.map(|_| text.get("share-chart-target-plain"))),
    };
    Some(Drawn {
        title: text.get(title),
        sentence: sentence(text, shared, bars, last),
        days: bars.days.iter().map(|bar| day(text, bars, bar, highest)).collect(),
        slots: bars.slots(),
        marks: marks(text, bars),
        highest: highest_mark,
        target: target.unwrap_or_default(),
    })
}

/// "5 of 7 days have work; the longest has 42 min. The dashed line is the target."
fn sentence(text: &Text, shared: &Shared, bars: &Bars, target: Option<u32>) -> String {
    let longest = bars.days.iter().map(|bar| bar.height).max().unwrap_or(0);
    let done = shared.days.is_some().then(|| {
        let values = [("done", bars.done().into()), ("of", bars.days.len().into())];
        text.with("share-chart-done", &values)
    });
    let longest = (bars.unit == Unit::Minutes && longest > 0).then(|| {
        let minutes = format::count(u64::from(longest));
        text.with("share-chart-highest", &[("minutes", minutes.into())])
    });
    let first = match (done, longest) {
        (Some(done), Some(longest)) => format!("{}; {longest}.", format::capitalised(&done)),
        (Some(one), None) | (None, Some(one)) => format!("{}.", format::capitalised(&one)),
        (None, None) => text.get("share-chart-plain"),
    };
    if target.is_some() { format!("{first} {}", text.get("share-chart-dashed")) } else { first }
}

fn day(text: &Text, bars: &Bars, bar: &Bar, highest: u32) -> Day {
    let name = format::date_short(text, bar.day);
    let values = || ("day", name.clone().into());
    let minutes = ("minutes", format::count(u64::from(bar.height)).into());
    let (kind, told) = match bar.kind {
        BarDay::Done if bars.unit == Unit::Minutes => {
            (DayKind::Done, text.with("share-chart-day", &[values(), minutes]))
        }
        BarDay::Done => (DayKind::Done, name.clone()),
        BarDay::Free => (DayKind::Free, text.with("share-chart-free", &[values()])),
        BarDay::Open => (DayKind::Open, text.with("share-chart-none", &[values()])),
    };
    let share = |value: u32| f64::from(value) / f64::from(highest);
    Day { name: told, slot: bars.slot(bar.day), height: share(bar.height), target: share(bar.target), kind }
}

fn marks(text: &Text, bars: &Bars) -> Vec<Mark> {
    let slots = bars.slots();
    let days = bars.from.iter_days().take(slots).enumerate();
    if slots <= NAMED_DAYS {
        return days.map(|(slot, day)| Mark { slot, name: format::weekday_short(text, day.weekday()) }).collect();
    }
    let every_week = days.filter(|(slot, _)| slot % 7 == 0 || slot + 1 == slots && slot % 7 > 3);
    let is_month = bars.from.day() == 1 && slots > 2 * NAMED_DAYS;
    let name = |day: NaiveDate| {
        if is_month {
            return day.day().to_string();
        }
        let values = [("day", day.day().to_string().into()), ("month", format::month_short(text, day.month()).into())];
        text.with("date-day-month", &values)
    };
    every_week.map(|(slot, day)| Mark { slot, name: name(day) }).collect()
}
