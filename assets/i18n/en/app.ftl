# Words of the app around the tabs: window title, notices, toasts, the state of the file.

title-running = { $clock } · { $goal } — Mainspring
title-overtime = +{ $clock } · { $goal } — Mainspring
title-paused = Paused, { $clock } left · { $goal } — Mainspring
title-paused-overtime = Paused at +{ $clock } · { $goal } — Mainspring
title-asking = A question about your session — Mainspring

notice-earned-title = Earned: { $reward }
notice-earned-body = { $minutes } min of focus done.
notice-earned-plain-title = { $minutes } min done
notice-earned-plain-body = Your session is earned.
notice-earned-private = { $more ->
    [0] A session is earned.
    [one] A session is earned, and one more reward with it.
   *[other] A session is earned, and { $more } more rewards with it.
}
notice-layer = { $by }: { $reward }
notice-length = { $reward } ({ $minutes } min)
notice-reached-title = Reached: { $by }
notice-reached-body = A milestone on your way.
notice-granted-private-title = Earned
notice-granted-private = { $count ->
    [one] One more reward waits for you.
   *[other] { $count } more rewards wait for you.
}
notice-later = Later
notice-overtime-title = Still running
notice-overtime-body = 15 minutes over the plan. Go on, or finish and take your reward.
notice-break-title = The break is over
notice-break-body = Ready when you are.
notice-break-of = { $reward }. Ready when you are.
notice-start = Start { $minutes } min
notice-test-title = Notifications work
notice-test-body = This is how Mainspring tells you that a session is earned.

toast-keep = Keep it
toast-keep-hint = Puts the session that was too short to leave a trace among the others.
toast-too-short = Under a minute, so it left no trace.
toast-break-over = The break is over.
toast-copied = Copied
toast-not-copied = This could not be copied: { $error }
toast-saved-to = Saved to { $path }
toast-not-saved = Not saved: { $error }
toast-saving = Saving now.
toast-not-opened = Not opened: { $error }
toast-backed-up = Backed up.
toast-nothing-to-back-up = There is nothing to back up yet.
toast-not-backed-up = No backup made: { $error }
toast-kept-ours = Saved as you see it.
toast-kept-ours-theirs = Saved as you see it. The other version is kept here: { $path }
toast-took-theirs = The other version is open.
toast-took-theirs-ours = The other version is open. Yours is kept here: { $path }
toast-not-decided = Nothing was changed: { $error }
toast-wait = One moment, another version of the file is being opened.
toast-restored = The backup is open. What was here before is in the list of backups.
toast-test-undelivered = Your desktop shows no notifications. Mainspring tells you in this window instead.
toast-granted = Earned: { $rewards }
toast-granted-show = Show
toast-session-undelivered = Your session is earned. The desktop showed no notification.

dialog-find = Find your Mainspring file
dialog-copy = Save a copy
dialog-spring = Save the spring
dialog-export = Save { $what }

file-open-elsewhere = Another Mainspring window has this file open. You can read here; nothing is saved.
file-newer = { $app } wrote this file, a newer version than this one. You can read here; nothing is saved.
file-newer-unnamed = A newer Mainspring wrote this file. You can read here; nothing is saved.
file-not-writable = The file cannot be written: { $error }. You can read here and save a copy.
file-read-only = Read-only: nothing is changed or saved here.
file-disk-full = The disk is full. Your changes are kept in this window and saved as soon as there is space.
file-folder-gone = The folder of your file is gone. Your changes are kept in this window and tried again.
file-too-slow = The disk does not answer. Your changes are kept in this window.
file-half-synced = Another program is writing the file. Waiting for it to finish.
file-left-unreadable = Another program left the file unreadable. Your changes are kept beside it: { $path }
file-changed-outside = Another program changed the file. Your changes are kept beside it: { $path }
file-changed-outside-only = Another program changed the file. Your changes are kept in this window.
file-would-shrink = Only { $to } of { $from } records would be left, so nothing was saved. Save it anyway, or restore a backup in the settings.
file-not-saved = Not saved: { $error }. It is tried again.
file-not-saved-yet = Not saved. { $reason } Close again to leave anyway.
file-not-restored = Not restored: { $error }
file-quarantined = { $count ->
    [one] One record of the file breaks a rule. It is kept in the file and left out of the figures.
   *[other] { $count } records of the file break a rule. They are kept in the file and left out of the figures.
}
