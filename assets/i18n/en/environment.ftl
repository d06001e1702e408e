# Environment: every id starts with "environment-".

environment-tab = Environment
environment-lead = Make the right thing the easy thing. What you tick before sessions shows on Focus.
environment-no-goal = A place for the goal
environment-no-goal-note = With a goal, this page holds what makes starting easier, and what you check before a session.
environment-no-goal-act = Go to Goal

environment-distractions = Remove distractions
environment-distractions-note = What pulls you away is out of reach.
environment-easy-start = Make starting easy
environment-easy-start-note = The first minute needs no search and no choice.
environment-reminders = Physical reminders
environment-reminders-note = Something you see that says: this is what you do.
environment-place = A supportive place
environment-place-note = The same place and light, so that sitting down means beginning.

environment-every-session = Every session
environment-set-up-once = Set up once
environment-set-up = Set up { $day }
environment-opens = opens { $what }
environment-kind = How often

environment-add = Add to { $group }
environment-add-hint = Add your own, then Enter
environment-add-act = Add
environment-starter = Add { $item }
environment-ideas = More ideas
environment-ideas-fewer = Fewer ideas

environment-move = Move { $item }, place { $place } of { $count }
environment-move-hint = Drag, or move with the arrow keys
environment-moved = { $item }: place { $place } in { $group }
environment-edit = Change { $item }
environment-words = What it says
environment-more = More for { $item }
environment-make-every-session = Check every session
environment-make-set-up-once = Set up only once
environment-opens-edit = What it opens…
environment-put-away = Put away
environment-delete = Delete
environment-delete-item = Delete { $item }
environment-bring-back = Bring back { $item }
environment-away = Put away ({ $count })

environment-patterns = Patterns come from your own log up to { $date } and are looked at once a week. Days on which you tick something may be better for other reasons too.
environment-effect-counts = So far { $with } { $with ->
    [one] day
   *[other] days
} with it, { $without } without; compared from 8 of each on.
environment-return-early = Pattern in your log: you came back the next day after { $came } of { $with } days with it and { $camewithout } of { $without } without. The difference is likely between { $low } and { $high } points: too early to judge.
environment-return-unclear = Pattern in your log: no clear difference. You came back the next day after { $came } of { $with } days with it and { $camewithout } of { $without } without.
environment-return-better = Pattern in your log: probably better for you. You came back the next day after { $came } of { $with } days with it and { $camewithout } of { $without } without.
environment-return-worse = Pattern in your log: probably better for you without it. You came back the next day after { $came } of { $with } days with it and { $camewithout } of { $without } without.
environment-minutes-early = Minutes a day: likely { $low } to { $high } with it ({ $with } days with, { $without } without): too early to judge.
environment-minutes-unclear = Minutes a day: no clear difference ({ $with } days with it, { $without } without).
environment-minutes-more = Minutes a day: probably { $shift } more with it ({ $with } days with, { $without } without).
environment-minutes-fewer = Minutes a day: probably { $shift } fewer with it ({ $with } days with, { $without } without).

environment-opens-title = What it opens
environment-opens-lead = When a session starts with “{ $item }” ticked, this opens beside it.
environment-opens-kind = What is opened
environment-opens-file = File or folder
environment-opens-a-program = Program
environment-opens-path = Path
environment-opens-link = Link
environment-opens-path-note = The full path of a file or folder
environment-path-full = Type the full path, such as /home/ada/book.odt
environment-opens-program = Program
environment-opens-program-note = Its name or full path
environment-opens-argument = Argument { $number }
environment-arguments = Arguments
environment-arguments-note = One a line, passed on as they are. No shell reads them.
environment-opens-consent = Before the first time, each device shows what would be opened and asks.
environment-opens-none = Open nothing
environment-no-dialog = There is no file dialog here; type the path.
environment-dialog-pick = Choose what to open

environment-ask-toast = { $count ->
    [one] “{ $name }” would open something that is not allowed on this device yet.
   *[other] { $count } items would open things that are not allowed on this device yet.
}
environment-ask-link = { $count ->
    [one] One item asks to open…
   *[other] { $count } items ask to open…
}
environment-ask-show = Show and allow
environment-allow-title = Open on this device
environment-allow-lead = Your data file asks to open this when a session starts or a reward is taken. It is allowed for exactly this, on this device only; if it changes, you are asked again.
environment-allow-not = Not now
environment-not-opened = “{ $name }” was not opened: { $error }. Nothing else waits for it.
