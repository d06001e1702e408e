# If-then plans.

plans-if = If
plans-then = then I will
plans-sentence = If { $obstacle }, then I will { $action }.
plans-sentence-begun = If { $obstacle }, then I will …
plans-blank = …

plans-card = If … then …
plans-card-none = For an obstacle that keeps coming back: decide now what you will do when it comes.
plans-new = New plan…
plans-guided = Guided…
plans-use = Use it now
plans-edit = Change the plan: { $plan }
plans-archive = Put away: { $plan }
plans-restore = Bring back: { $plan }
plans-delete = Delete: { $plan }
plans-read = Not yet read back. Read it
plans-archived = { $count ->
    [one] Show 1 put away
   *[other] Show { $count } put away
}
plans-archived-hide = Hide what is put away
plans-unused = not used yet
plans-used = { $uses ->
    [one] used once
   *[other] used { $uses } times
}
plans-helped = helped { $helped } of { $judged }
plans-rework = { $missed } of { $judged } did not help: change the action?
plans-judge = Did it help?
plans-judge-yes = Yes
plans-judge-no = No

plans-new-title = New plan
plans-change-title = Change the plan
plans-form-lead = One obstacle, one thing you will do when it comes.
plans-if-hint = I am too tired to start
plans-then-hint = write one line
plans-starters = Often in the way:
plans-starter-tired = I am too tired
plans-starter-phone = I reach for the phone
plans-starter-time = I have no time
plans-starter-where = I do not know where to start
plans-starter-interrupted = I get interrupted
plans-idea-tired = do just 2 minutes
plans-idea-phone = put it in another room
plans-idea-time = do 2 minutes right away
plans-idea-where = do the smallest next thing
plans-idea-interrupted = note where I was and come back to it
plans-missing-both = Still to say: what is in the way, and what you will do then.
plans-missing-obstacle = Still to say: what is in the way.
plans-missing-action = Still to say: what you will do then.
plans-save = Save the plan

plans-read-title = Read it once, slowly
plans-read-note = Picture the moment when it comes, and what you do then. In studies plans did more when they were rehearsed.
plans-read-done = I have read it
plans-read-later = Later

plans-guided-title = Guided plan
plans-step = Step { $number } of { $all }
plans-said = { $name }: { $said }
plans-next = Next
plans-back = Back
plans-wish = Wish
plans-wish-question = What do you wish for?
plans-wish-note = Something within reach in the next weeks that matters to you.
plans-wish-hint = write every morning this month
plans-outcome = Best outcome
plans-outcome-question = What would be best about it?
plans-outcome-note = Take a moment and picture it.
plans-outcome-hint = a second part that can be read
plans-obstacle = Obstacle
plans-obstacle-question = What in you stands in the way?
plans-obstacle-note = A feeling, a habit, a thought. Picture how it comes up.
plans-plan = Plan
plans-plan-question = What will you do when it comes?
plans-plan-note = One thing you can do at once.

plans-way = Something is in the way
plans-way-title = Something is in the way
plans-way-what = What is it?
plans-way-hint = tired, the phone, noise
plans-way-none = No plan yet for such moments. Writing one takes a minute.
plans-way-use = Use this plan
plans-way-use-name = Use this plan: { $plan }
plans-way-shorten = Just 2 minutes more
plans-way-start-note = Two minutes are a session too, and count as one.
plans-way-shorten-note = Two minutes more, and the session ends as earned, with the time you worked.
plans-way-near-note = Less than two minutes are left.
plans-way-finish-note = This session is earned. It can end here.
plans-write = Write a plan…

plans-offer-put-off = Put off twice today
plans-offer-abandoned = The last session was cut short
plans-offer-day-ending = The day is nearly over
plans-offer-none = A plan decided beforehand often helps when it comes again.
plans-offer-choose = Look at your plans…
