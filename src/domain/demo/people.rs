//! The demo's people: two partners, a pledge, a community, and what was told to them and answered.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc, Weekday};
use uuid::Uuid;

use super::maker::at;
use crate::domain::model::Model;
use crate::domain::people::{
    CheckIn, Community, JointPlan, Outcome, Part, Partner, Parts, Pledge, Reach, Rhythm, Span, To, Way,
};
use crate::domain::rewards::Milestone;
use crate::domain::time::Now;

/// Days since the start on which each of the people came.
const CAME: [u64; 3] = [3, 150, 31];
const NOOR: &str = "Noor";
const THEO: &str = "Theo";
const COMMUNITY: &str = "The early pages";

/// To whom something was told.
#[derive(Clone, Copy)]
enum Whom {
    Noor,
    Theo,
    Community,
}

/// What was told: days before today, to whom, how, what was said and asked, what came back, and the support that was felt.
struct Told {
    back: u64,
    whom: Whom,
    way: Way,
    said: &'static str,
    asked: &'static str,
    answer: &'static str,
    support: Option<u8>,
}

const TOLD: [Told; 12] = [
    told(330, Whom::Noor, Way::Told, ["The first ten hours are done.", "", "Let us drink to that."], Some(8)),
    told(
        180,
        Whom::Noor,
        Way::Mail,
        ["Four of five days, one missed.", "Which scene is too long?", "The harbour."],
        Some(6),
    ),
    told(
        120,
        Whom::Theo,
        Way::Copied,
        ["A week with one session only.", "How do you begin again?", "With one line."],
        Some(7),
    ),
    told(92, Whom::Community, Way::Link, ["A month: 21 days with pages.", "", ""], None),
    told(
        64,
        Whom::Noor,
        Way::Mail,
        ["Five of five days.", "What would you read next?", "The letter. Please."],
        Some(9),
    ),
    told(
        43,
        Whom::Theo,
        Way::Saved,
        ["The month as a page.", "What stands out to you?", "The quiet mornings."],
        Some(6),
    ),
    told(
        36,
        Whom::Noor,
        Way::Mail,
        ["Three days, two missed.", "Shall we meet on Thursday?", "Yes, at the bakery."],
        Some(8),
    ),
    told(
        29,
        Whom::Noor,
        Way::Mail,
        ["Five of six days.", "Is the aunt too kind?", "A little. Give her a secret."],
        Some(7),
    ),
    told(22, Whom::Noor, Way::Mail, ["Four of six days.", "Which title do you like?", "The second one."], Some(7)),
    told(15, Whom::Community, Way::Link, ["Two weeks, nine days with pages.", "", "Well done, all of it."], Some(5)),
    told(
        8,
        Whom::Noor,
        Way::Mail,
        ["Five of six days, as planned.", "Where did you stop?", "At the bell. I want more."],
        Some(9),
    ),
    told(
        1,
        Whom::Noor,
        Way::Mail,
        ["Five days, one missed.", "May I send you the chapter?", "Tonight, please."],
        Some(8),
    ),
];

const fn told(back: u64, whom: Whom, way: Way, words: [&'static str; 3], support: Option<u8>) -> Told {
    let [said, asked, answer] = words;
    Told { back, whom, way, said, asked, answer, support }
}

/// The model with the people of a goal that began on `start`, seen at `now`.
pub(super) fn met(mut model: Model, goal: Uuid, start: NaiveDate, now: Now) -> Model {
    let today = now.today(model.settings.day_start_hour);
    let made = |nth: usize| at(start + Days::new(CAME[nth]), 20 * 60 + 30, now.offset);
    let id = |made: DateTime<Utc>, nth: u16| Now::new(made, now.offset, 47).id(nth);
    let (noor, theo) = (noor(id(made(0), 0), made(0)), theo(id(made(1), 1), made(1)));
    let ids = [noor.id, theo.id, id(made(2), 2)];
    model.partners = [noor, theo].into_iter().collect();
    model.communities = std::iter::once(Community {
        id: ids[2],
        name: COMMUNITY.to_owned(),
        link: "https://forum.example.org/early-pages".to_owned(),
        joined: start + Days::new(CAME[2]),
        made: made(2),
        ended: None,
        modified: made(2),
    })
    .collect();
    model.pledges = pledges(goal, today, now).into_iter().collect();
    model.check_ins = (100..).zip(&TOLD).map(|(nth, told)| check_in(told, goal, (nth, ids), (today, now))).collect();
    model
}

fn noor(id: Uuid, made: DateTime<Utc>) -> Partner {
    let plan = JointPlan {
        when: "one of us has missed two days".to_owned(),
        then: "write side by side for ten minutes on the next morning".to_owned(),
    };
    Partner {
        id,
        name: NOOR.to_owned(),
        reach: Reach::Mail("noor@example.org".to_owned()),
        rhythm: Rhythm::Weekly { weekday: Weekday::Sun, minute: 19 * 60 },
        sees: Parts::default().with(Part::Notes).with(Part::Proofs),
        plan: Some(plan),
        made,
        ended: None,
        modified: made,
    }
}

fn theo(id: Uuid, made: DateTime<Utc>) -> Partner {
    Partner {
        id,
        name: THEO.to_owned(),
        reach: Reach::Link("https://chat.example.org/theo".to_owned()),
        rhythm: Rhythm::Free,
        sees: Parts::default(),
        plan: None,
        made,
        ended: None,
        modified: made,
    }
}

/// One that was kept for the most part, and one that is open.
fn pledges(goal: Uuid, today: NaiveDate, now: Now) -> [Pledge; 2] {
    let back = |days: u64| today - Days::new(days);
    let made = |days: u64| at(back(days), 19 * 60 + 20, now.offset);
    let open = Pledge {
        id: Now::new(made(20), now.offset, 47).id(50),
        goal,
        what: "finish the second part, in a form that others may read".to_owned(),
        until: today + Days::new(41),
        to: NOOR.to_owned(),
        place: "at the bakery".to_owned(),
        day: back(20),
        made: made(20),
        outcome: None,
        outcome_words: String::new(),
        judged: None,
        modified: made(20),
    };
    let judged = made(96);
    let kept = Pledge {
        id: Now::new(made(150), now.offset, 47).id(51),
        what: "read the first part aloud once".to_owned(),
        until: back(98),
        to: COMMUNITY.to_owned(),
        place: String::new(),
        day: back(150),
        made: made(150),
        outcome: Some(Outcome::Partly),
        outcome_words: "All but the last scene.".to_owned(),
        judged: Some(judged),
        modified: judged,
        ..open.clone()
    };
    [kept, open]
}

fn check_in(told: &Told, goal: Uuid, (nth, ids): (u16, [Uuid; 3]), (today, now): (NaiveDate, Now)) -> CheckIn {
    let day = today - Days::new(told.back);
    let sent = at(day, 19 * 60 + 5, now.offset);
    let (to, name) = match told.whom {
        Whom::Noor => (To::Partner(ids[0]), NOOR),
        Whom::Theo => (To::Partner(ids[1]), THEO),
        Whom::Community => (To::Community(ids[2]), COMMUNITY),
    };
    let answered = (!told.answer.is_empty()).then(|| sent + Duration::minutes(52));
    let span = if told.back > 300 { Span::Milestone(Milestone::Hours(10)) } else { Span::Week(day - Days::new(6)) };
    CheckIn {
        id: Now::new(sent, now.offset, 47).id(nth),
        goal,
        to,
        name: name.to_owned(),
        sent,
        day,
        way: told.way,
        span,
        words: [told.said, told.asked].join(" ").trim().to_owned(),
        question: told.asked.to_owned(),
        answer: told.answer.to_owned(),
        answered,
        support: told.support,
        seen: answered.map(|at| at + Duration::hours(1)),
        modified: answered.map_or(sent, |at| at + Duration::hours(1)),
    }
}
