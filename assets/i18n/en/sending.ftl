# What is sent by itself, and the places it goes to. Ids start with "sending-".

sending-title = Sent automatically
sending-lead = Off until you set it up. What you choose is sent where you choose, when it happens; nothing else leaves by itself.
sending-lead-on = Sent where you chose. Nothing else leaves by itself.
sending-add = Add a place
sending-add-title = Add a place
sending-edit-title = Change { $name }
sending-edit = Change { $name }
sending-pause = Pause { $name }
sending-go-on = Let { $name } go on
sending-delete = Delete { $name }
sending-now = Send now
sending-now-named = Send now to { $name }
sending-demo = This is sample data: nothing is sent.
sending-read-only = This window only reads: nothing is sent from here.

sending-name = Name
sending-name-hint = Our chat, my server
sending-kind = Kind
sending-kind-webhook = My own program
sending-kind-ntfy = Phone (ntfy)
sending-kind-chat = A chat
sending-kind-webhook-note = For a program of your own; the manual says how.
sending-kind-ntfy-note = A push message to everyone who follows a topic of ntfy, on a phone or elsewhere. Whoever knows the topic can read it.
sending-kind-chat-note = Slack, Discord, Mattermost and the like give you the address.

sending-address = Address
sending-address-hint = https://…
sending-address-note = It is kept like a password: in the keyring of this system, never in your data or the log.
sending-address-again = No address is kept here. Type it again.
sending-address-keep = Leave it empty to keep the present one.
sending-address-empty = An address is needed.
sending-address-scheme = The address has to start with https://
sending-address-unprotected = Only https:// goes to another machine; with http:// anyone on the way could read it.
sending-address-letter = The address has a space or another letter that addresses write as %20 and the like.
sending-address-host = The address names no server.
sending-address-user = Addresses with a user name before the server are not called.
sending-address-long = The address is too long.
sending-token = Password, if the place asks for one
sending-token-note = A new address needs it typed again.
sending-token-wrong = Such a password has no spaces and only plain letters, digits and signs.

sending-on = When it sends
sending-event-session = after a session
sending-event-target = when a daily target is met
sending-event-milestone = at a milestone
sending-event-week = after a week
sending-event-none = nothing chosen yet

sending-sees = What may be seen there
sending-sees-note = The goal’s title and the period are always told. It is sent as it happens: what you write on the card after a session comes with the next message about that day or week.

sending-test = Send a test
sending-test-note = The test is marked as one, and uses the address as typed above or as kept.
sending-test-sent = On its way…
sending-test-said = The other side said: { $said }
sending-what-test = What the test sends
sending-what-last = What was sent last

sending-answer-taken = It arrived.
sending-answer-moved = The address leads elsewhere. Type the new one; it is not followed by itself.
sending-answer-token = Not let in: the address or the password is not the right one.
sending-answer-gone = Nothing takes it at this address any more.
sending-answer-refused = The other side refuses it (status { $status }).
sending-answer-busy = The other side wants fewer messages for a while.
sending-answer-trouble = The other side has trouble of its own (status { $status }).
sending-trouble-address = No address is kept on this device.
sending-trouble-locked = The keyring that holds the address is locked.
sending-trouble-host = No server of this name is found. Is there a network?
sending-trouble-unreached = The server takes no connection.
sending-trouble-slow = No answer within 30 seconds.
sending-trouble-cut = The connection ended before the answer.
sending-trouble-untrusted = The server cannot show that it is who it should be.
sending-trouble-other = What answers there is no server of the web.

sending-paused = Paused: nothing is sent until it goes on.
sending-kept-nowhere = No address is kept on this device, so it sends nothing from here. Change it to type the address.
sending-kept-locked = The keyring is locked. A test, or sending now, asks to unlock it.
sending-kept-file = No keyring took it: the address lies in a file beside your data that only you can read.
sending-last-arrived = Last sent: { $at }
sending-last-waits = { $at }: not sent. { $why }
sending-last-given-up = { $at }: given up. { $why }
sending-waits = { $count ->
    [one] One message waits.
   *[other] { $count } messages wait.
}
sending-waits-until = { $count ->
    [one] One message waits. Next try: { $next }
   *[other] { $count } messages wait. Next try: { $next }
}

sending-toast-waits = { $name }: not sent yet. { $why } It is tried again; your session is safe.
sending-toast-given-up = { $name }: not sent. { $why } Your session is safe.
sending-toast-crowded = { $name }: too much waits to be sent; the oldest was dropped.
sending-toast-not-kept = The address could not be kept: { $error }

sending-said-test = This is a test from Mainspring.

sending-trouble-keyring = No keyring answers yet, and the address may be in it.
sending-trouble-file = The file with the addresses cannot be read.
sending-toast-queue-broken = What waited to be sent cannot be read and was put aside: { $error }
sending-toast-queue-unread = What waited to be sent cannot be read yet: { $error }
sending-toast-queue-unwritten = What waits to be sent cannot be written down, and is lost if the app closes now: { $error }
