//! A question whose answer takes longer to work out than a frame may: until it is there, the last one stands.

use std::sync::Arc;

/// The question as it stands, and the last answer.
#[derive(Debug, PartialEq)]
pub struct Asked<Q, A> {
    question: Option<Arc<Q>>,
    answer: Option<Arc<Answer<Q, A>>>,
}

/// What was worked out for a question.
#[derive(Debug, PartialEq)]
pub struct Answer<Q, A> {
    pub(super) question: Arc<Q>,
    pub(super) found: A,
}

impl<Q, A> Clone for Asked<Q, A> {
    fn clone(&self) -> Self {
        Self { question: self.question.clone(), answer: self.answer.clone() }
    }
}

impl<Q, A> Default for Asked<Q, A> {
    fn default() -> Self {
        Self { question: None, answer: None }
    }
}

impl<Q, A> Asked<Q, A> {
    /// Asks another question; the last answer stays where `stays` says so of its question and the new one.
    #[must_use]
    pub(super) fn asking(&self, question: Option<Q>, stays: impl Fn(&Q, &Q) -> bool) -> Self {
        let stays = |answer: &&Arc<Answer<Q, A>>| question.as_ref().is_some_and(|asked| stays(&answer.question, asked));
        Self { answer: self.answer.as_ref().filter(stays).cloned(), question: question.map(Arc::new) }
    }

    /// What is asked, answered or not.
    pub(super) fn question(&self) -> Option<&Q> {
        self.question.as_deref()
    }

    /// The question that is not answered yet.
    pub fn open(&self) -> Option<Arc<Q>> {
        let question = self.question.as_ref()?;
        let is_answered = self.answer.as_ref().is_some_and(|answer| Arc::ptr_eq(&answer.question, question));
        (!is_answered).then(|| Arc::clone(question))
    }

    /// Takes an answer, unless something else is asked by now.
    pub fn take(&mut self, answer: Answer<Q, A>) {
        if self.question.as_ref().is_some_and(|question| Arc::ptr_eq(question, &answer.question)) {
            self.answer = Some(Arc::new(answer));
        }
    }

    /// What was found last, also while another question is open.
    pub(super) fn found(&self) -> Option<&A> {
        self.answer.as_ref().map(|answer| &answer.found)
    }

    /// True when both have the very same answer, or none.
    pub fn is_same_answer(&self, other: &Self) -> bool {
        self.answer.as_ref().map(Arc::as_ptr) == other.answer.as_ref().map(Arc::as_ptr)
    }
}
