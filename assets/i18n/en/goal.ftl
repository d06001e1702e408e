# Goal: every id starts with "goal-".

goal-page-title = Goal
goal-since = { $day ->
    [one] Since { $date }
   *[other] { $day } days since { $date }
}
goal-change = Change the goal…
goal-one-thing = The one thing
goal-title = Goal
goal-why = Why
goal-why-hint = What is different once it is done
goal-identity = Identity
goal-identity-hint = I am someone who …
goal-cue = Cue
goal-cue-hint = When and where: after breakfast, at the kitchen table
goal-fallback = Fallback
goal-fallback-hint = If the cue was missed: before going to bed
goal-bundle = Only while I do this
goal-bundle-hint = Something you like: that album, the good coffee
goal-bundle-note = Kept for this work alone. It is shown when you start.
goal-date = Target date
goal-date-note = As 2027-06-30, or empty for none
goal-date-wrong = As 2026-11-23 or 23 Nov
goal-date-today = { $date }, today
goal-date-ahead = { $date }, in { $days ->
    [one] 1 day
   *[other] { $days } days
}
goal-date-past = { $date }, { $days ->
    [one] 1 day
   *[other] { $days } days
} ago

goal-show-all = Show all { $count }
goal-show-fewer = Show fewer

goal-target = Target
goal-target-name = Minutes a day
goal-target-unit = min a day
goal-target-set = Set target
goal-target-note = A higher target holds at once, a lower one after 7 days or at the end of a stage, so that one bad day does not decide. Past days keep their own.
goal-target-at-once = Holds from today.
goal-target-easier = Easier holds from { $date }.
goal-target-coming = { $now } min a day until then; from { $date } { $minutes } min. Another target takes its place.

goal-measure = Measure
goal-unit = Unit
goal-unit-hint = words, pages, lessons
goal-total = Total
goal-total-hint = no end
goal-total-wrong = A number above zero, or empty
goal-measure-none = Name what grows, and each session can count it: words, pages, lessons.
goal-count-of-unit = { $amount } { $unit }
goal-count-of-total = { $amount } of { $total } { $unit } · { $percent }
goal-line-ahead = { $ahead } { $unit } ahead of the target line: { $days ->
    [one] 1 safe day
   *[other] { $days } safe days
}.
goal-line-due = { $due } more { $unit } by tonight reach the target line; by tomorrow night it is { $next }.
goal-line-swing = Nine days in ten lie within { $swing } { $unit } of its pace.
goal-line-turns = The easier line holds from { $date }.
goal-count-name = Amount of { $unit } to add
goal-count-add = Add { $unit }
goal-count-in-session = { $day }, in a session
goal-count-edit = Change the count of { $day }
goal-count-edit-name = Amount of { $unit } on { $day }
goal-count-delete = Delete the count of { $day }

goal-proofs = Proofs
goal-votes-none = Every session is a vote for who you become.
goal-votes = { $sessions ->
    [one] 1 session, 1 vote
   *[other] { $sessions } sessions, { $sessions } votes
}
goal-votes-for = { $sessions ->
    [one] 1 session, 1 vote
   *[other] { $sessions } sessions, { $sessions } votes
} for “{ $identity }”
goal-proofs-none = The line of proof on a session's card is kept here: “wrote before breakfast though tired”.

goal-rests = Rests
goal-rest-kind = Kind of rest
goal-kind-rest = Rest
goal-kind-ill = Ill
goal-kind-travel = Travel
goal-rest-today = Mark today
goal-rest-days = Mark days…
goal-rest-days-title = Mark free days
goal-rest-from = First day
goal-rest-to = Last day
goal-rest-mark = Mark days
goal-rests-none = Days marked here are drawn apart and never count as missed.
goal-rest-remark = { $kind } · { $days ->
    [one] 1 day
   *[other] { $days } days
}
goal-rest-delete = Delete the rest { $days }

goal-waiting-room = Waiting room
goal-wish = Another wish
goal-wish-hint = Park it in one line, then Enter
goal-wish-name = New name
goal-wish-rename = Rename { $title }
goal-wish-delete = Delete { $title }
goal-wish-promote = Make it the goal
goal-wishes-none = What else you want, parked in two seconds, so that it stops calling.
goal-wishes-choose = One of these can be the next goal.
goal-wishes-note = One of these can become the goal once the present one is closed.

goal-closing-title = Change the goal
goal-closing-note = Everything stays readable in the archive, and the goal can be taken up again.
goal-outcome = This goal is
goal-outcome-finished = Finished
goal-outcome-paused = Paused
goal-outcome-dropped = Dropped
goal-learnt = What was learnt
goal-learnt-hint = What helped, what got in the way
goal-close = Close the goal
goal-go-on = Go on with it
goal-figures-none = no session
goal-figures-short = { $length } in { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}
goal-figures = { $length } in { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
} on { $days ->
    [one] 1 day
   *[other] { $days } days
}

goal-archive = Archive
goal-archive-more = Read { $title }
goal-archive-less = Close { $title }
goal-resume = Take it up again
goal-state-active = active
goal-state-finished = finished { $date }
goal-state-paused = paused { $date }
goal-state-dropped = dropped { $date }

goal-new = The next goal
goal-new-question = What is the one thing?
goal-new-hint = Write the book
goal-new-begin = Begin
goal-new-note = One goal at a time. Everything else about it can be filled in later.
