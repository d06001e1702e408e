# Evidence cards: the words around them. What the cards say is in assets/evidence.ron.

evidence-why = Why
evidence-why-named = Why: { $what }
evidence-why-spring = Why a spring

evidence-title = What the evidence says
evidence-lead = Each part of the method, how well it is supported, and where that ends.
evidence-more = What the evidence says…
evidence-row = { $card }, grade { $letter }
evidence-all = All cards
evidence-none = This card cannot be read.

evidence-grade = Grade { $letter }: { $meaning }
evidence-grade-a = large randomised trials or meta-analyses
evidence-grade-b = a randomised trial, or consistent laboratory work
evidence-grade-c = correlational, small or contested
evidence-grade-d = unsupported

evidence-found = What was found
evidence-figures = The figures, and what holds instead
evidence-limits = Limits
evidence-here = So in Mainspring
# Before an address: what it leads to.
evidence-link-study = The study:
evidence-link-caveat = On sizes in general:
evidence-link-none = No address of this study was checked.
evidence-caveat = For every card
evidence-quote = “{ $quote }”

# As they stand in a sentence, after “Why: ”.
evidence-of-one-goal = one goal at a time
evidence-of-visible-progress = progress you can see
evidence-of-immediate-rewards = a reward at once
evidence-of-comeback = coming back after a miss
evidence-of-identity = becoming the person
evidence-of-environment = a place that helps
evidence-of-social-support = telling someone
evidence-of-small-sessions = starting small
evidence-of-growing-sessions = sessions that grow
evidence-of-targets = a set target
evidence-of-if-then-plans = if-then plans
evidence-of-woop = wish, outcome, obstacle, plan
evidence-of-consistency = consistency over perfection
evidence-of-automaticity = how a habit grows
evidence-of-reminders = a steady cue and reminders
evidence-of-reviews = regular reviews
evidence-of-breaks = breaks
evidence-of-article-figures = the article’s figures
