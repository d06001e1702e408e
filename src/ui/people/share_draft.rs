//! What is to be sent, before it is: to whom, about what, what of it they see, and the words as they will leave.

use crate::domain::Model;
use crate::domain::insight::Derived;
use crate::domain::people::shared::{Promise, Question, Shared};
use crate::domain::people::{NewCheckIn, Part, Parts, Reach, Span, To, Way};
use crate::exchange::share::links::Network;
use crate::exchange::share::{Drawn, Form as Leaves, Line, List, Piece, Told, text};
use crate::ui::cx::Cx;
use crate::ui::share_words;

use super::share_spans;

/// What a form may have no room for.
const PIECES: [Piece; 6] = [
    Piece::Part(Part::Chart),
    Piece::Part(Part::Notes),
    Piece::Part(Part::Proofs),
    Piece::Part(Part::Identity),
    Piece::Plan,
    Piece::Question,
];

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
#[derive(Clone, Debug, PartialEq)]
struct Key {
    to: To,
    span: Span,
    sees: Parts,
    leaves: Leaves,
    plan: PlanSaid,
    promise: Typed,
    question: Typed,
    post: Option<(Place, String)>,
}

/// A message being made.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) to: To,
    pub(super) span: Span,
    pub(super) sees: Parts,
    pub(super) plan: PlanSaid,
    pub(super) promise: Typed,
    pub(super) question: Typed,
    pub(super) form: Form,
    /// The form with its shape or its file.
    pub(super) leaves: Leaves,
    pub(super) place: Place,
    pub(super) words: Typed,
    /// All that the form tells, in words; none where there is nothing of it to tell.
    pub(super) told: Option<Told>,
    /// What the form has no room for, of what there is to tell.
    left_out: Vec<Piece>,
    /// The ways by which it left already.
    pub(super) left: Vec<Way>,
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
            plan: PlanSaid::Yes,
            promise: Typed::default(),
            question: Typed::default(),
            form: Form::default(),
            leaves: Leaves::default(),
            place: Place::default(),
            words: Typed::default(),
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
        (self.to, self.sees) = (to, sees(model, to));
        if before.iter().any(|part| !self.sees.has(part)) {
            self.write_anew();
        }
        self.left.clear();
    }

    /// Turns a part on or off.
    pub(super) fn toggle(&mut self, part: Part) {
        self.sees = self.sees.toggled(part);
        if !self.sees.has(part) {
            self.write_anew();
        }
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
        let post = (self.form == Form::Post).then(|| (self.place, server.to_owned()));
        let key = Key {
            to: self.to,
            span: self.span,
            sees: self.sees,
            leaves,
            plan: self.plan,
            promise: self.promise.clone(),
            question: self.question.clone(),
            post,
        };
        if self.made_from.as_ref() == Some(&key) {
            return;
        }
        self.make(cx, server);
        self.made_from = Some(Key { promise: self.promise.clone(), question: self.question.clone(), ..key });
    }

    /// Forgets what was changed by hand in the words: they may hold what is no longer to be seen.
    pub(super) fn write_anew(&mut self) {
        self.words.by_hand = false;
        self.made_from = None;
    }

    fn make(&mut self, cx: &Cx<'_>, server: &str) {
        let told = self.all_told(cx);
        self.left_out = told.as_ref().map(|told| self.left_out(told)).unwrap_or_default();
        self.told = told.map(|told| self.leaves.told(told));
        if self.words.by_hand {
            return;
        }
        let network = self.network(server);
        self.words.words = match (&self.told, self.form) {
            (None, _) => String::new(),
            (Some(told), Form::Post) => {
                text::post(told, &|words| network.as_ref().unwrap_or(&Network::Bluesky).fits(words))
            }
            (Some(told), Form::Text | Form::Picture | Form::Page) => text::plain(told),
        };
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

    /// What the form has no room for beside what is told, were it told too.
    fn left_out(&self, told: &Told) -> Vec<Piece> {
        let is_left_out = |piece: &Piece| self.leaves.leaves_out(*piece, &with(*piece, told));
        PIECES.into_iter().filter(is_left_out).collect()
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

    /// The words of what leaves.
    fn sent(&self) -> String {
        match self.form {
            Form::Text | Form::Post => self.words.words.clone(),
            Form::Picture | Form::Page => self.told.as_ref().map(text::whole).unwrap_or_default(),
        }
    }

    /// The check-in of what leaves by a way; the question is in it where it leaves.
    pub(super) fn check_in(&self, way: Way) -> NewCheckIn {
        let words = self.sent();
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

/// The same with a piece in it; where there is none, one without words stands for it.
fn with(piece: Piece, told: &Told) -> Told {
    let mut told = told.clone();
    if piece.is_in(&told) {
        return told;
    }
    match piece {
        Piece::Part(Part::Chart) => told.drawn = Some(Drawn { slots: 1, ..Drawn::default() }),
        Piece::Part(Part::Identity) => told.identity = Some(Line::default()),
        Piece::Plan => told.plan = Some(Line::default()),
        Piece::Question => told.question = Some(Line::default()),
        Piece::Part(part) => {
            let place = told.lists.partition_point(|list| list.part < part);
            told.lists.insert(place, List { part, title: String::new(), lines: vec![String::new()], more: Vec::new() });
        }
    }
    told
}

fn some(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
