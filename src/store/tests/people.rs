//! People in the file: samples of every field, any of them, and what breaks a rule.

use chrono::Weekday;
use proptest::prelude::*;

use super::round_trip::{any_day, stamp, text};
use super::samples::{day, everything_of_version_4, id, noon};
use crate::domain::Model;
use crate::domain::people::{
    CheckIn, Community, Event, Events, JointPlan, Outcome, Outlet, OutletKind, Part, Partner, Parts, Pledge, Reach,
    Rhythm, Span, To, Way,
};
use crate::domain::rewards::Milestone;
use crate::store::document::same_data;
use crate::store::read::read;
use crate::store::write::to_text;

/// The fifth version, with people; from its release on never changed.
const V5: &str = include_str!("../../../tests/files/v5.ron");

fn partner(number: u128) -> Partner {
    Partner {
        id: id(number),
        name: "Ada \"the clear one\"".into(),
        reach: Reach::Nowhere,
        rhythm: Rhythm::Free,
        sees: Parts::default(),
        plan: None,
        made: noon(),
        ended: None,
        modified: noon(),
    }
}

fn check_in(number: u128) -> CheckIn {
    CheckIn {
        id: id(number),
        goal: id(1),
        to: To::Partner(id(600)),
        name: "Ada".into(),
        sent: noon(),
        day: day("2026-03-01"),
        way: Way::Copied,
        span: Span::Day(day("2026-03-01")),
        words: String::new(),
        question: String::new(),
        answer: String::new(),
        answered: None,
        support: None,
        seen: None,
        modified: noon(),
    }
}

fn pledge(number: u128) -> Pledge {
    Pledge {
        id: id(number),
        goal: id(1),
        what: "ten pages by Easter".into(),
        until: day("2026-04-05"),
        to: "Ada".into(),
        place: "at the market".into(),
        day: day("2026-03-01"),
        made: noon(),
        outcome: None,
        outcome_words: String::new(),
        judged: None,
        modified: noon(),
    }
}

fn community(number: u128) -> Community {
    let link = "https://example.org/~writers?a=b&c".into();
    let (made, ended, modified) = (noon(), None, noon());
    Community { id: id(number), name: "The early pages".into(), link, joined: day("2026-02-01"), made, ended, modified }
}

fn outlet(number: u128) -> Outlet {
    Outlet {
        id: id(number),
        name: "my own bell".into(),
        kind: OutletKind::Ntfy,
        on: Event::ALL.into_iter().collect(),
        sees: Parts::NONE,
        paused: None,
        made: noon(),
        modified: noon(),
    }
}

/// Every field of every version filled at least once.
pub fn everything() -> Model {
    let mut made = everything_of_version_4();
    let plan = JointPlan { when: "it rains".into(), then: "meet in the library".into() };
    for partner in [
        Partner { plan: Some(plan), rhythm: Rhythm::AfterSession, ..partner(600) },
        Partner { reach: Reach::Mail("ada@example.org".into()), rhythm: Rhythm::Daily { minute: 0 }, ..partner(601) },
        Partner {
            reach: Reach::Link("https://example.org/chat#room".into()),
            rhythm: Rhythm::Weekly { weekday: Weekday::Sun, minute: 1439 },
            sees: Part::ALL.into_iter().collect(),
            ended: Some(noon()),
            ..partner(602)
        },
    ] {
        made.partners.insert(partner);
    }
    let kept = Pledge {
        outcome: Some(Outcome::Partly),
        outcome_words: "eight pages".into(),
        judged: Some(noon()),
        to: String::new(),
        place: String::new(),
        ..pledge(611)
    };
    made.pledges.insert(pledge(610));
    made.pledges.insert(kept);
    made.communities.insert(community(620));
    made.communities.insert(Community { link: String::new(), ended: Some(noon()), ..community(621) });
    let spans = [
        Span::Session(super::samples::session(0).id),
        Span::Day(day("2026-03-01")),
        Span::Week(day("2026-02-23")),
        Span::Month(day("2026-02-01")),
        Span::Milestone(Milestone::Own(id(510))),
    ];
    for (nth, (span, way)) in (630..).zip(spans.into_iter().cycle().zip(WAYS)) {
        made.check_ins.insert(CheckIn { way, span, ..check_in(nth) });
    }
    let to = To::Community(id(620));
    made.check_ins.insert(CheckIn {
        to,
        words: "Two scenes.\nNext: the third.".into(),
        question: "What would you cut?".into(),
        answer: "The \"storm\".".into(),
        answered: Some(noon()),
        support: Some(0),
        seen: Some(noon()),
        ..check_in(645)
    });
    made.check_ins.insert(CheckIn { to: To::Anyone, name: String::new(), way: Way::Automatic, ..check_in(646) });
    made.outlets.insert(outlet(650));
    made.outlets.insert(Outlet { kind: OutletKind::Chat, on: Events::NONE, paused: Some(noon()), ..outlet(651) });
    made
}

const WAYS: [Way; 12] = [
    Way::Told,
    Way::Copied,
    Way::Saved,
    Way::Mail,
    Way::Mastodon,
    Way::Bluesky,
    Way::X,
    Way::LinkedIn,
    Way::Telegram,
    Way::WhatsApp,
    Way::Link,
    Way::Automatic,
];

#[test]
fn the_file_of_version_5_loads_and_is_saved_without_loss() {
    let loaded = read(V5.as_bytes()).unwrap();
    assert_eq!((loaded.head.version, loaded.newly_quarantined), (5, 0));
    assert!(same_data(&loaded.model, &everything()));
    let again = read(to_text(&loaded.model).unwrap().as_bytes()).unwrap();
    assert!(same_data(&again.model, &everything()));
}

/// Some people.
#[derive(Clone, Debug)]
pub struct Peopled {
    partners: Vec<Partner>,
    pledges: Vec<Pledge>,
    communities: Vec<Community>,
    check_ins: Vec<CheckIn>,
    outlet: Option<Outlet>,
}

impl Peopled {
    pub fn put(self, made: &mut Model) {
        self.partners.into_iter().for_each(|partner| made.partners.insert(partner));
        self.pledges.into_iter().for_each(|pledge| made.pledges.insert(pledge));
        self.communities.into_iter().for_each(|community| made.communities.insert(community));
        self.check_ins.into_iter().for_each(|check_in| made.check_ins.insert(check_in));
        self.outlet.into_iter().for_each(|outlet| made.outlets.insert(outlet));
    }
}

fn any_parts() -> impl Strategy<Value = Parts> {
    prop::sample::subsequence(Part::ALL.to_vec(), 0..=8).prop_map(|parts| parts.into_iter().collect())
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    prop_oneof![
        Just(Rhythm::Free),
        Just(Rhythm::AfterSession),
        (0_u16..1_440).prop_map(|minute| Rhythm::Daily { minute }),
        (0_u16..1_440).prop_map(|minute| Rhythm::Weekly { weekday: Weekday::Tue, minute }),
    ]
}

fn any_reach() -> impl Strategy<Value = Reach> {
    prop_oneof![
        Just(Reach::Nowhere),
        "[a-z.+]{1,9}@[a-z]{1,9}\\.org".prop_map(Reach::Mail),
        "https?://[a-z]{1,9}/[a-zA-Z0-9?&=%#\"'~]{0,12}".prop_map(Reach::Link),
    ]
}

prop_compose! {
    fn any_partner()(number in 600_u128..605, name in "[a-z]{1,9} ?\"?", reach in any_reach(), rhythm in any_rhythm(),
        sees in any_parts(), plan in prop::option::of((text(), text())), stamps in (stamp(), prop::option::of(stamp()))) -> Partner {
        let plan = plan.map(|(when, then)| JointPlan { when, then });
        let (made, ended) = stamps;
        Partner { name, reach, rhythm, sees, plan, made, ended, modified: made, ..partner(number) }
    }
}

prop_compose! {
    fn any_pledge()(number in 610_u128..615, what in "[a-z]{1,9} ?\"?", texts in prop::array::uniform3(text()), days in (any_day(), any_day()),
        judged in prop::option::of((prop::sample::select(&Outcome::ALL[..]), stamp())), made in stamp()) -> Pledge {
        let [to, place, outcome_words] = texts;
        let (outcome, judged) = judged.unzip();
        Pledge { what, until: days.0, to, place, day: days.1, made, outcome, outcome_words, judged, modified: made, ..pledge(number) }
    }
}

prop_compose! {
    fn any_check_in()(number in 630_u128..640, to in prop::sample::select(vec![To::Anyone, To::Partner(id(600)), To::Community(id(620))]),
        way in prop::sample::select(&WAYS[..]), texts in prop::array::uniform4(text()), support in prop::option::of(0_u8..=10),
        day in any_day(), stamps in (stamp(), prop::option::of(stamp()), prop::option::of(stamp()))) -> CheckIn {
        let [name, words, question, answer] = texts;
        let (sent, answered, seen) = stamps;
        CheckIn { to, name, sent, day, way, span: Span::Week(day), words, question, answer, answered, support, seen, modified: sent, ..check_in(number) }
    }
}

prop_compose! {
    pub fn any_peopled()(partners in prop::collection::vec(any_partner().boxed(), 0..3), pledges in prop::collection::vec(any_pledge().boxed(), 0..3),
        joined in prop::collection::vec((620_u128..625, "[a-z]{1,9}", any_day(), stamp()), 0..3),
        check_ins in prop::collection::vec(any_check_in().boxed(), 0..4), sees in prop::option::of(any_parts())) -> Peopled {
        let join = |(number, name, joined, made)| Community { name, joined, made, modified: made, ..community(number) };
        let communities = joined.into_iter().map(join).collect();
        let outlet = sees.map(|sees| Outlet { sees, ..outlet(650) });
        Peopled { partners, pledges, communities, check_ins, outlet }
    }
}

/// Loads everything with `old` replaced by `new`: one record of `list` is set aside for `reason`, word for word.
#[track_caller]
fn check_set_aside(list: &str, old: &str, new: &str, reason: &str) {
    let text = to_text(&everything()).unwrap();
    assert!(text.contains(old), "the sample has no {old}");
    let loaded = read(text.replacen(old, new, 1).as_bytes()).unwrap();
    assert_eq!(loaded.newly_quarantined, 1, "{:?}", loaded.model.quarantine);
    let aside = loaded.model.quarantine.last().unwrap();
    assert_eq!((aside.list.as_str(), aside.reason.as_str()), (list, reason));
    assert!(aside.text.contains(new));
}

#[test]
fn a_record_of_people_that_breaks_a_rule_is_set_aside() {
    let address = "an address is none that the app opens";
    check_set_aside("partners", "Mail(\"ada@example.org\")", "Mail(\"ada@example.org?bcc=x@y.z\")", address);
    check_set_aside("partners", "Link(\"https://example.org/chat#room\")", "Link(\"file:///etc/passwd\")", address);
    check_set_aside("partners", "Link(\"https://example.org/chat#room\")", "Link(\"javascript:alert(1)\")", address);
    check_set_aside("communities", "link: \"https://example.org/~writers?a=b&c\"", "link: \"ftp://e.org\"", address);
    check_set_aside("partners", "minute: 1439", "minute: 1440", "a figure is out of range");
    check_set_aside("pledges", "outcome: Some(Partly), ", "", "a figure is out of range");
    check_set_aside(
        "pledges",
        "until: \"2026-04-05\"",
        "until: \"2201-04-05\"",
        "a date lies outside the years 1970 to 2200",
    );
    check_set_aside("check_ins", "support: Some(0), seen", "support: Some(11), seen", "a figure is out of range");
    let (week, far) = ("span: Week(\"2026-02-23\")", "span: Week(\"1066-10-14\")");
    check_set_aside("check_ins", week, far, "a date lies outside the years 1970 to 2200");
    check_set_aside("outlets", "name: \"my own bell\"", "name: \" \"", "a figure is out of range");
}
