# Recovery: the screens for a file that cannot be read or is not there, and the banners. Every id starts with "recovery-".

recovery-title = Your file cannot be read
recovery-sentence = Mainspring did not touch it, and nothing is written before you choose. You can open a backup, or repair the file by hand and try again.
recovery-sentence-read-only = Mainspring did not touch it and writes nothing here.
recovery-newer = { $app } wrote it, a newer version than this one. Open it with that version.
recovery-newer-unnamed = A newer Mainspring wrote it. Open it with that version.
recovery-open-elsewhere = Another Mainspring window has this file open.
recovery-not-writable = It cannot be written either: { $error }.
recovery-file = The file
recovery-place = Line { $line }, column { $column }: { $reason }
recovery-backups = Backups
recovery-backups-none = There are none beside this file.
recovery-newest = The newest good backup
recovery-newest-note = The unreadable file is kept too.
recovery-missing-newest-note = It goes back to the old place.
recovery-others = Other backups
recovery-open-backup = Open this backup
recovery-open-backup-named = Open the backup of { $when }
recovery-try-again = Try again
recovery-try-again-note = The file is plain text, one record to a line. Any text editor opens it.
recovery-open-folder = Open the folder
recovery-quit = Quit and change nothing
recovery-quit-keys = Esc

recovery-missing-title = Your file is not where it was
recovery-missing-sentence = It may have been moved or renamed, or its disk is missing. Nothing is written until you choose.
recovery-missing-file = Last seen here
recovery-find = Find it…
recovery-typed = Where it is now
recovery-open-typed = Open
recovery-nothing-there = There is no file here: { $path }
recovery-not-found = That file cannot be opened: { $reason }
recovery-no-dialog = No file dialog can be shown here. Type where the file is, below.
recovery-start-new = Start new
recovery-start-new-kept-note = Starting new keeps this file among the backups, as it is.
recovery-start-new-note = Starting new makes an empty file at the old place. Backups stay.

recovery-banner-demo = Sample data, made up for a look around. Nothing here is saved.
