# What leaves the app, told to somebody else: every id starts with "share-". It is read later and elsewhere, so no "today".

share-session = A session on { $day }
share-day = { $weekday } { $date }
share-week = Week of { $first } – { $last }
share-month = { $month }
share-month-so-far = { $month }, up to { $day }
share-milestone = Milestone: { $name }
share-milestone-hidden = A milestone was reached
share-milestone-first = the first session

share-focus = Focus
share-focus-planned = of { $planned } planned
share-focus-sessions = { $sessions ->
    [one] in one session
   *[other] in { $shown } sessions
}
share-days = Days done
share-days-value = { $done } of { $of }
share-days-none = none of { $of }
share-days-missed = { $missed ->
    [0] none missed
    [one] 1 missed
   *[other] { $missed } missed
}
share-days-last = { $missed }, in the last 28 days
share-counts-so-far = { $amount } so far
share-counts-of = { $amount } of { $total } so far
share-counts-total = of { $total }
share-energy = Energy after a session
share-energy-value = { $mean } of 5
share-ratings = { $n ->
    [one] 1 rating
   *[other] { $n } ratings
}
share-motivation = Motivation
share-motivation-value = { $before } → { $after }
share-motivation-note = of 5, before and after; { $ratings }

share-done = What got done
share-notes = Notes
share-proofs = Proof
share-more = and { $n } more
share-identity = Who I want to be
share-plan = Our plan
share-plan-words = If { $when }, we { $then }.
share-promise = Next
share-promise-minutes = { $minutes } min on { $day }
share-question = A question for you
share-question-ask-me = Will you ask me how it went?
share-question-first = What would you do first next time?
share-question-differently = What would you do differently next week?
share-question-keep = What should I keep for the next month?
share-question-yours = How is it going with you?
share-question-celebrate = Will you celebrate with me?

share-chart-minutes = Minutes a day
share-chart-share = Day by day
share-chart-done = { $done } of { $of } days have work
share-chart-highest = the longest has { $minutes } min
share-chart-plain = A bar for each day with work; the highest is the longest.
share-chart-dashed = The dashed line is the target.
share-chart-minutes-mark = { $minutes } min
share-chart-target = target { $minutes } min
share-chart-target-plain = target
share-chart-day = { $day }: { $minutes } min
share-chart-free = { $day }: free
share-chart-none = { $day }: nothing

share-foot = Made with Mainspring

share-answer = Your answer
share-answer-plain = To answer, write back by the way this came to you. One sentence is enough.
share-answer-lead = Choose or write; the text below is yours to send back by the way this came to you. Nothing is sent from here.
share-answer-cheers = A short word
share-answer-cheer-seen = I have seen it.
share-answer-cheer-well = Well done.
share-answer-cheer-on = Go on like this.
share-answer-cheer-talk = Let us talk.
share-answer-field = In your words
share-answer-made = Text to send back
share-answer-copy = Copy the text
share-answer-copied = Copied
share-answer-head = Answer to “{ $goal }”, { $period }

share-pledge = My word
share-pledge-words = I will { $what }.
share-pledge-until = Until { $date }
share-pledge-to = Said to { $to }
share-pledge-to-place = Said to { $to }, { $place }
share-pledge-place = Said here: { $place }
share-pledge-made = Given on { $date }

share-no-room-text = A text has no chart.
share-no-room-post = A post has no room for this.
share-no-room-picture = A picture has no room for this.
share-no-room-note = Only for this message. Pale ones do not fit here.
