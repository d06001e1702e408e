# Reminders: what they say, their settings, and starting with the desktop. Ids start with "reminders-".

# What a reminder says. The ids with "-private" stand in for those with the user's own words.
reminders-start-title = Time to start: { $goal }
reminders-start-title-private = Time to start
reminders-start-body = Ready when you are.
reminders-start-next = Go on with: { $next }
reminders-again-title = Ten minutes later: { $goal }
reminders-again-title-private = Ten minutes later
reminders-twice-title = Today keeps it going
reminders-twice-body = One missed day changes little. { $minutes } min today are enough.
reminders-comeback-title = A good moment to come back
reminders-comeback-body = Two minutes are enough. Everything you did is still there.
reminders-ending-title = There is still time today
reminders-ending-body = Two minutes are enough to make it a day done.
reminders-review-title = A look back at your week
reminders-review-title-month = A look back at your month
reminders-review-title-both = A look back at your week and your month
reminders-review-body = Five minutes, with your figures beside each question.
reminders-review-body-both = Five minutes each, with your figures beside each question.
reminders-check-in-title = Check in with { $name }
reminders-check-in-title-private = A check-in is due
reminders-check-in-body = What is sent is shown to you first.
reminders-checklist-title = Starting in { $minutes } min
reminders-checklist-body = To set up: { $items }
reminders-checklist-private = { $count ->
    [one] One thing to set up.
   *[other] { $count } things to set up.
}
reminders-missed-title = While the computer slept
reminders-missed-body = { $count ->
    [one] A reminder to start came. Ready when you are.
   *[other] { $count } reminders to start came. Ready when you are.
}
# The same with one more line, where a review came meanwhile too.
reminders-missed-review = { $missed } A look back is due too.
reminders-missed-check-in = { $missed } A check-in is due too.
reminders-later = Later ({ $minutes } min)
reminders-open = Open
reminders-undelivered = A reminder: time to start. The desktop showed no notification.
reminders-undelivered-checklist = A reminder: time to set things up. The desktop showed no notification.
reminders-undelivered-review = A reminder: time to look back, on the Review page. The desktop showed no notification.
reminders-undelivered-check-in = A check-in is due, on the People page. The desktop showed no notification.

# The card in the settings.
reminders-title = Reminders
reminders-no-goal = Reminders belong to a goal. There is none right now.
reminders-none = One at the time you want to start is enough. It is silent once the day's target is met.
reminders-first = Remind me on weekdays at { $time }
reminders-add = Add a reminder
reminders-most = { $count } reminders are the most.
reminders-time = Time of the reminder at { $time }
reminders-time-wrong = As 8:30
reminders-cue = Cue of the reminder at { $time }
reminders-cue-hint = When and where, such as after breakfast
reminders-on = Reminder at { $time }
reminders-delete = Delete the reminder at { $time }
reminders-in-quiet = In quiet hours, so it does not come.
reminders-day-1 = Mo
reminders-day-2 = Tu
reminders-day-3 = We
reminders-day-4 = Th
reminders-day-5 = Fr
reminders-day-6 = Sa
reminders-day-7 = Su
reminders-day-name = { $day } at { $time }
reminders-ending = When a day is about to end
reminders-ending-note = Only if nothing was done on it.
reminders-ending-time = It is about to end at
reminders-after-miss = After missed days
reminders-after-miss-note = The first reminder says so kindly; after two it offers two minutes.
reminders-checklist = Before each reminder, set things up
reminders-checklist-note = If there are things to check in every session.
reminders-checklist-minutes = How long before
reminders-review = Weekly look back
reminders-review-note = Each week, and each month on the first of these days.
reminders-review-day = On
reminders-review-time = At
reminders-next = Next five
reminders-next-if = If nothing was done by then. { $body }
reminders-next-none = Nothing is planned.
reminders-silent-off = Notifications are off: nothing comes.
reminders-silent-running = A session is open: silent until it ends.
reminders-silent-rest = Today is a rest: silent until tomorrow.
reminders-silent-met = Today's target is met: silent until tomorrow.

# Starting with the desktop.
reminders-startup = Start with the desktop
reminders-autostart = Open when I log in
reminders-autostart-note = So that reminders come without opening the window yourself.
reminders-autostart-sample = Not with the sample data or read-only.
reminders-minimised = Minimised
reminders-minimised-note = The window waits out of the way.
reminders-autostart-failed = This could not be changed: { $error }
command-autostart-on = Open when I log in
command-autostart-on-hint = Starts Mainspring with the desktop.
command-autostart-off = No longer open when I log in
command-autostart-off-hint = The desktop starts without Mainspring.
