# People: partners, pledges, communities, check-ins. Ids start with "people-".

people-tab = People
people-lead = Tell one person what you do and what comes next. You see what leaves before it does.
people-share = Share how it goes…
people-no-goal = Nothing to tell yet
people-no-goal-note = Pledges and check-ins belong to a goal. There is none right now.
people-no-goal-act = Go to Goal

# Partners.
people-partners = Partners
people-partners-none = Who asks how it goes?
people-partners-none-note = Tell someone whose judgement counts for you how it goes, and agree on what you both do when it gets hard. They need no account and no app.
people-partner-add = Add a partner
people-partner-add-title = Add a partner
people-partner-edit-title = Change { $name }
people-partner-edit = Change { $name }
people-partner-end = Put { $name } away
people-partner-back = Bring { $name } back
people-partner-away = Put away: { $names }
people-check-in = Check in…
people-check-in-named = Check in with { $name }
people-told = I told them…
people-told-named = I told { $name } without the app
people-partner-last = Last contact: { $day }
people-partner-last-none = No contact yet
people-partner-due-daily = every day, next { $day }
people-partner-due-weekly = every week, next { $day }
people-partner-due-today = due today
people-partner-due-open = due since { $day }
people-partner-due-session = after the next session
people-partner-due-free = whenever it suits
people-partner-plan = If { $when }, we { $then }.
people-starter-friend = A friend
people-starter-sibling = A brother or sister
people-starter-colleague = A colleague
people-starter-group = Someone with the same goal

# The form of a partner.
people-name = Name
people-name-hint = Such as Ada
people-name-note = Someone whose judgement counts for you.
people-reach = How you reach them
people-reach-nowhere = I copy it or say it
people-reach-mail = By mail
people-reach-link = By a chat in the browser
people-mail = Mail address
people-mail-hint = ada@example.org
people-link = Link to the chat
people-link-hint = https://…
people-rhythm = How often
people-rhythm-free = Whenever it suits
people-rhythm-session = After each session
people-rhythm-daily = Every day
people-rhythm-weekly = Every week
people-rhythm-note = You are reminded when it is due. Nothing is sent without you.
people-rhythm-day = On
people-rhythm-time = At
people-time-wrong = As 19:00
people-sees = What they may see
people-sees-note = The goal’s title and the period are always told. Each message shows what leaves before it does.
people-part-minutes = Minutes
people-part-days = Days done and missed
people-part-counts = Counts
people-part-chart = Chart
people-part-notes = Notes and what got done
people-part-proofs = Proofs
people-part-energy = Energy and motivation
people-part-identity = Who I want to be
people-part-identity-note = Private unless you choose it: an identity that others know of can feel reached too early.
people-plan = A plan of both
people-plan-note = The best supported form: what you will do together when it gets hard.
people-plan-when = If
people-plan-when-hint = one of us misses two days
people-plan-then = we
people-plan-then-hint = call for five minutes

# Pledges.
people-pledges = Pledge
people-pledges-none = Give your word
people-pledges-none-note = One thing, a day, and someone who heard it. It is kept as you said it.
people-pledge-add = Make a pledge
people-pledge-title = Make a pledge
people-pledge-note = It is dated and stays as you said it. Today it can still be taken back.
people-pledge-what = I will
people-pledge-what-hint = write the first part
people-pledge-until = Until
people-pledge-to = Said to
people-pledge-to-hint = Ada
people-pledge-place = Where
people-pledge-place-hint = at the market
people-pledge-give = Give my word
people-pledge-words = I will { $what }
people-pledge-day = Until { $date }
people-pledge-left = { $days ->
    [one] one day left
   *[other] { $days } days left
}
people-pledge-last = today is its last day
people-pledge-over = { $days ->
    [one] its day was yesterday
   *[other] its day was { $days } days ago
}
people-pledge-said = Said to { $to }
people-pledge-said-place = Said to { $to }, { $place }
people-pledge-where = Said { $place }
people-pledge-made = given on { $date }
people-pledge-judge = What became of it…
people-pledge-judge-named = What became of it: { $what }
people-pledge-back = Take it back
people-pledge-back-named = Take back: { $what }
people-pledge-copy = Copy as text
people-pledge-copy-named = Copy as text: { $what }
people-pledge-picture = Save as a picture…
people-pledge-picture-named = Save as a picture: { $what }
people-pledge-file-title = the pledge
people-judge-title = What became of it
people-judge-note = For your own record. Partly counts.
people-judge-outcome = Outcome
people-outcome-kept = Kept
people-outcome-partly = Partly
people-outcome-not = Not kept
people-judge-words = In a few words
people-pledge-earlier = Earlier pledges
people-pledge-judged = { $outcome } · until { $date }
people-closing-pledge = What became of: { $what }

# Communities.
people-communities = Communities
people-communities-none = People on the same path
people-communities-none-note = A forum, a group, a club: a place where others do the same.
people-community-add = Add a community
people-community-edit-title = Change { $name }
people-community-edit = Change { $name }
people-community-end = Put { $name } away
people-community-back = Bring { $name } back
people-community-link = Link
people-community-joined = Joined
people-community-since = since { $date }
people-community-last = shared { $day }
people-community-last-none = nothing shared yet
people-community-share = Share…
people-community-share-named = Share in { $name }

# Check-ins.
people-log = Check-ins
people-log-none = What was told, and what came back
people-log-none-note = Each time you share, a line appears here. Paste the answer into it.
people-log-line = { $name } · { $way }
people-log-anyone = Anyone
people-log-remark = { $moment } · { $what }
people-log-answered = “{ $answer }”
people-log-open = Open
people-log-open-named = Open: { $name }, { $moment }
people-log-support = Support felt, by week
people-log-support-week = Week of { $date }
people-log-support-mean = { $n ->
    [one] { $mean } of 10
   *[other] { $mean } of 10 from { $n } answers
}
people-way-told = told
people-way-copied = copied
people-way-saved = saved as a file
people-way-mail = by mail
people-way-mastodon = on Mastodon
people-way-bluesky = on Bluesky
people-way-x = on X
people-way-linkedin = on LinkedIn
people-way-telegram = by Telegram
people-way-whatsapp = by WhatsApp
people-way-link = by their link
people-way-automatic = sent automatically
people-span-session = a session
people-span-day = { $date }
people-span-week = the week of { $date }
people-span-month = { $month }
people-span-milestone = a milestone
people-answer-title = Check-in with { $name }
people-answer-title-anyone = Check-in
people-answer-sent = What was sent
people-answer-sent-none = The words were not kept.
people-answer-question = You asked: { $question }
people-answer-field = What came back
people-answer-hint = Paste or write the answer
people-answer-support = How much support did you feel?
people-answer-support-note = 0 none at all, 10 as much as can be
people-answer-delete = Delete this check-in

# Told without the app.
people-told-title = Told { $name }
people-told-field = What you told them
people-told-question = What you asked

# On Focus and on the card after a session.
people-focus-answer = { $name } answered
people-focus-answer-anyone = An answer came
people-focus-seen = Seen
people-focus-open = Open…
people-celebrate = Celebrate with…
people-celebrate-with = Celebrate with { $name }…
people-tell-session = Tell { $name }…

# What is to be sent, shown first.
people-share-title = Share how it goes
people-share-to = To
people-share-anyone = Anyone
people-share-about = About
people-share-this-session = The session of { $moment }
people-share-today = Today
people-share-yesterday = Yesterday
people-share-this-week = This week
people-share-last-week = Last week
people-share-this-month = This month
people-share-last-month = Last month
people-share-milestone = { $name }
people-share-sees = What to tell
people-share-sees-note = Only for this message.
people-share-plan = Our plan
people-share-promise = Next
people-share-promise-hint = What you will do next
people-share-question = One question for them
people-share-question-hint = Something they can answer in a sentence
people-share-form = As
people-share-form-text = Text
people-share-form-post = Post
people-share-form-picture = Picture
people-share-form-page = Page
people-share-words = This leaves
people-share-words-note = Change it as you like.
people-share-by-hand = Your own words now. Another reader or period, or a part turned off, writes them anew.
people-share-again = Write it anew
people-share-network = Where
people-share-mastodon = Mastodon
people-share-bluesky = Bluesky
people-share-x = X
people-share-linkedin = LinkedIn
people-share-telegram = Telegram
people-share-whatsapp = WhatsApp
people-share-server = Your server
people-share-server-hint = mastodon.social
people-share-server-note = Type your server to open the draft there.
people-share-server-wrong = As mastodon.social
people-share-length = { $used } of { $room }
people-share-too-long = Too long for a link there. Copy it instead.
people-share-mail-too-long = Too long for a mail link. Copy it instead.
people-share-link = The link that opens
people-share-open = Open { $place }
people-share-copy = Copy the text
people-share-mail = Write a mail…
people-share-chat = Copy and open their link
people-share-subject-name = Subject, if it goes by mail
people-share-subject = { $goal }: { $period }
people-share-size = Shape
people-share-wide = Wide
people-share-square = Square
people-share-shade = Colours
people-share-light = Light
people-share-dark = Dark
people-share-picture = The card as it leaves
people-share-no-picture = The card cannot be drawn: { $error }
people-share-copy-picture = Copy the picture
people-share-png = Save as PNG…
people-share-svg = Save as SVG…
people-share-page-note = One file that opens in any browser: this, the chart, and a small form to answer. It loads nothing from the internet.
people-share-markdown-note = As plain text for a page of your own.
people-share-kind = File
people-share-html = Web page (HTML)
people-share-markdown = Plain text (Markdown)
people-share-save-html = Save the page…
people-share-save-markdown = Save the text…
people-share-file-title = what you share
people-share-logged = Noted among the check-ins: { $ways }
people-share-nothing = There is nothing of this to tell.
