//! What is to be sent, before it is: to whom, about what, what of it they see, and the words as they will leave.

use chrono::NaiveDate;

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::measure::Count;
use crate::domain::people::shared::{Promise, Question, Shared};
use crate::domain::people::{NewCheckIn, Part, Parts, Reach, Span, To, Way};
use crate::domain::records::Records;
use crate::domain::session::Session;
use crate::exchange::share::links::Network;
use crate::exchange::share::{Form as Leaves, Piece, Told, text};
use crate::ui::cx::Cx;
use crate::ui::share_words;

use super::words::on_one_line;
use super::{share_room, share_spans};

/// Parts that what comes next may be taken from: words put in place of it may still tell them.
const SAID_NEXT: [Part; 2] = [Part::Notes, Part::Minutes];

/// The form in which it leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    #[default]
    Text,
    Post,
    Picture,
    Page,
}

/// Where a post goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Mastodon,
    Bluesky,
    X,
    LinkedIn,
    Telegram,
    WhatsApp,
}

/// Whose words a line has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) words: String,
    /// It was changed by hand and is not written anew.
    pub(super) by_hand: bool,
}

/// Whether what was agreed with the reader is said again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlanSaid {
    Yes,
    No,
}

/// What a message is made of, to notice when it has to be made anew.
#[derive(Clone, Debug)]
struct Key {
    sessions: Records<Session>,
    counts: Records<Count>,
    today: NaiveDate,
    chosen: Chosen,
}

/// What of it is chosen or typed.
#[derive(Clone, Debug, PartialEq)]
struct Chosen {
    to: To,
    span: Span,
    sees: Parts,
    leaves: Leaves,
    plan: PlanSaid,
    promise: Typed,
    question: Typed,
    post: Option<(Place, String)>,
}

impl Key {
    fn is_same(&self, other: &Self) -> bool {
        let is_same = self.sessions.is_same(&other.sessions) && self.counts.is_same(&other.counts);
        is_same && self.today == other.today && self.chosen == other.chosen
    }
}

/// A message being made.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) to: To,
    pub(super) span: Span,
    pub(super) sees: Parts,
    /// What was written down for the reader when the message was begun.
    allowed: Parts,
    pub(super) plan: PlanSaid,
    pub(super) promise: Typed,
    pub(super) question: Typed,
    pub(super) form: Form,
    /// The form with its shape or its file.
    pub(super) leaves: Leaves,
    pub(super) place: Place,
    text: Typed,
    post: Typed,
    /// What a picture or a page says.
    shown: Typed,
    /// The subject of a mail.
    pub(super) subject: Typed,
    /// All that the form tells, in words; none where there is nothing of it to tell.
    pub(super) told: Option<Told>,
    /// What the form has no room for, of what there is to tell.
    left_out: Vec<Piece>,
    /// What of it left already.
    pub(super) left: Vec<NewCheckIn>,
    /// How many of them were shown.
    pub(super) left_seen: usize,
    made_from: Option<Key>,
}

impl Draft {
    /// A message to somebody; what they see is as it is written down for them.
    pub(super) fn new(model: &Model, derived: &Derived, to: To, span: Option<Span>) -> Self {
        Self {
            to,
            span: span.unwrap_or_else(|| share_spans::usual(model, derived, to)),
            sees: sees(model, to),
            allowed: sees(model, to),
            plan: PlanSaid::Yes,
            promise: Typed::default(),
            question: Typed::default(),
            form: Form::default(),
            leaves: Leaves::default(),
            place: Place::default(),
            text: Typed::default(),
            post: Typed::default(),
            shown: Typed::default(),
            subject: Typed::default(),
            told: None,
            left_out: Vec::new(),
            left: Vec::new(),
            left_seen: 0,
            made_from: None,
        }
    }

    /// Another reader: they see what is written down for them.
    pub(super) fn turn_to(&mut self, model: &Model, to: To) {
        let before = self.sees;
        (self.to, self.sees, self.allowed) = (to, sees(model, to), sees(model, to));
        if SAID_NEXT.into_iter().any(|part| before.has(part) && !self.sees.has(part)) {
            self.promise.by_hand = false;
        }
        self.write_anew();
        self.left.clear();
    }

    /// Another period.
    pub(super) fn turn_about(&mut self, span: Span) {
        self.span = span;
        self.write_anew();
        self.left.clear();
    }

    /// Turns a part on or off.
    pub(super) fn toggle(&mut self, part: Part) {
        self.sees = self.sees.toggled(part);
        if self.sees.has(part) {
            return;
        }
        if SAID_NEXT.contains(&part) {
            self.promise.by_hand = false;
        }
        self.write_anew();
    }

    /// Says what was agreed with the reader, or leaves it out.
    pub(super) fn say_plan(&mut self, plan: PlanSaid) {
        self.plan = plan;
        if plan == PlanSaid::No {
            self.write_anew();
        }
    }

    /// The network a post goes to; none while the server of Mastodon cannot be read.
    pub(super) fn network(&self, server: &str) -> Option<Network> {
        Some(match self.place {
            Place::Mastodon => return Network::mastodon(server).ok(),
            Place::Bluesky => Network::Bluesky,
            Place::X => Network::X,
            Place::LinkedIn => Network::LinkedIn,
            Place::Telegram => Network::Telegram,
            Place::WhatsApp => Network::WhatsApp,
        })
    }

    /// Makes the words anew where what they are made of has changed; those changed by hand stay.
    pub(super) fn follow(&mut self, cx: &Cx<'_>, (server, leaves): (&str, Leaves)) {
        self.leaves = leaves;
        let key = self.key(cx, server);
        if self.made_from.as_ref().is_some_and(|made| made.is_same(&key)) {
            return;
        }
        self.make(cx, server);
        self.made_from = Some(self.key(cx, server));
    }

    fn key(&self, cx: &Cx<'_>, server: &str) -> Key {
        let chosen = Chosen {
            to: self.to,
            span: self.span,
            sees: self.sees,
            leaves: self.leaves,
            plan: self.plan,
            promise: self.promise.clone(),
            question: self.question.clone(),
            post: (self.form == Form::Post).then(|| (self.place, server.to_owned())),
        };
        let (sessions, counts) = (cx.model.sessions.clone(), cx.model.counts.clone());
        Key { sessions, counts, today: cx.today, chosen }
    }

    /// The words of the form that is chosen: a post has its own, since more people read it.
    pub(super) fn words(&self) -> &Typed {
        match self.form {
            Form::Text => &self.text,
            Form::Post => &self.post,
            Form::Picture | Form::Page => &self.shown,
        }
    }

    /// The same, to be changed.
    pub(super) fn words_mut(&mut self) -> &mut Typed {
        match self.form {
            Form::Text => &mut self.text,
            Form::Post => &mut self.post,
            Form::Picture | Form::Page => &mut self.shown,
        }
    }

    /// Whether it has words that were changed by hand.
    pub(super) fn is_by_hand(&self) -> bool {
        [&self.text, &self.post, &self.subject, &self.promise, &self.question].into_iter().any(|typed| typed.by_hand)
    }

    /// Whether the reader may see what they might when the message was begun.
    pub(super) fn is_still_allowed(&self, model: &Model) -> bool {
        self.allowed == sees(model, self.to)
    }

    /// Forgets what was changed by hand in the words: they may hold what is no longer to be seen.
    pub(super) fn write_anew(&mut self) {
        for typed in [&mut self.text, &mut self.post, &mut self.subject] {
            typed.by_hand = false;
        }
        self.made_from = None;
    }

    fn make(&mut self, cx: &Cx<'_>, server: &str) {
        let told = self.all_told(cx);
        self.left_out = told.as_ref().map(|told| share_room::left_out(self.leaves, told)).unwrap_or_default();
        self.told = told.map(|told| self.leaves.told(told));
        let Some(told) = &self.told else { return };
        if !self.subject.by_hand {
            let values = [("goal", told.goal.as_str().into()), ("period", told.period.as_str().into())];
            self.subject.words = cx.text.with("people-share-subject", &values);
        }
        let network = self.network(server).unwrap_or(Network::Bluesky);
        let words = match self.form {
            Form::Text => text::plain(told),
            Form::Post => text::post(told, &|words| network.fits(words)),
            Form::Picture | Form::Page => text::whole(told),
        };
        let typed = self.words_mut();
        if !typed.by_hand {
            typed.words = words;
        }
    }

    /// All that may be told, with the lines that were not changed by hand written anew.
    fn all_told(&mut self, cx: &Cx<'_>) -> Option<Told> {
        let plan = self.joint_plan(cx.model).filter(|_| self.plan == PlanSaid::Yes);
        let shared = Shared::of(cx.model, &cx.derived.days, self.span, self.sees, cx.today);
        let mut shared = shared?.with_plan(plan);
        if !self.promise.by_hand {
            self.promise.words = share_words::promise(cx.text, &shared.promise).unwrap_or_default();
        }
        if !self.question.by_hand {
            self.question.words = share_words::question(cx.text, &shared.question).unwrap_or_default();
        }
        shared.promise = some(&self.promise.words).map_or(Promise::None, Promise::Words);
        shared.question = some(&self.question.words).map_or(Question::None, Question::Own);
        Some(share_words::told(cx.text, &shared))
    }

    /// Whether the form has room for a piece.
    pub(super) fn carries(&self, piece: Piece) -> bool {
        !self.left_out.contains(&piece)
    }

    fn joint_plan<'a>(&self, model: &'a Model) -> Option<&'a crate::domain::people::JointPlan> {
        match self.to {
            To::Partner(id) => model.partners.get(id)?.plan.as_ref(),
            To::Community(_) | To::Anyone => None,
        }
    }

    /// The partner's mail address, where that is how they are reached.
    pub(super) fn mail<'a>(&self, model: &'a Model) -> &'a str {
        match self.reach(model) {
            Some(Reach::Mail(address)) => address,
            Some(Reach::Nowhere | Reach::Link(_)) | None => "",
        }
    }

    /// The page of the partner or the community, where there is one.
    pub(super) fn page<'a>(&self, model: &'a Model) -> Option<&'a str> {
        match self.to {
            To::Community(id) => model.communities.get(id).map(|one| one.link.as_str()).filter(|link| !link.is_empty()),
            To::Partner(_) | To::Anyone => match self.reach(model)? {
                Reach::Link(address) => Some(address),
                Reach::Nowhere | Reach::Mail(_) => None,
            },
        }
    }

    fn reach<'a>(&self, model: &'a Model) -> Option<&'a Reach> {
        match self.to {
            To::Partner(id) => model.partners.get(id).map(|partner| &partner.reach),
            To::Community(_) | To::Anyone => None,
        }
    }

    /// Notes what left; false where it did by the same way already while the message stayed open. To copy and to save
    /// are one way: what is taken along in both is given to one reader.
    pub(super) fn note(&mut self, check_in: &NewCheckIn) -> bool {
        let kind = |way: Way| if way == Way::Saved { Way::Copied } else { way };
        let is_new = !self.left.iter().any(|left| kind(left.way) == kind(check_in.way));
        if is_new {
            self.left.push(check_in.clone());
        }
        is_new
    }

    /// The check-in of what leaves by a way; the question is in it where it leaves.
    pub(super) fn check_in(&self, way: Way) -> NewCheckIn {
        let words = self.words().words.clone();
        let is_asked = on_one_line(&words).contains(&on_one_line(&self.question.words));
        let question = if is_asked { self.question.words.clone() } else { String::new() };
        NewCheckIn { to: self.to, way, span: self.span, words, question }
    }
}

fn sees(model: &Model, to: To) -> Parts {
    match to {
        To::Partner(id) => model.partners.get(id).map(|partner| partner.sees).unwrap_or_default(),
        To::Community(_) | To::Anyone => Parts::default(),
    }
}

fn some(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
