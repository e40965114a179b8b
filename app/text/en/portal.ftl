# The frame around every page, and the words that all pages share.

portal-name = Cooperation Portal
skip-to-content = Skip to content
demonstration-line = Demonstration data. Nothing here is real.
footer-line = This portal serves civilian cooperation in medicine, energy and agriculture. The United States supervises it.

# Navigation
nav-main = Main navigation
nav-language = Language
nav-breadcrumbs = Where you are
nav-project = Pages of this project
nav-home = Home
nav-desk = Desk
nav-projects = Projects
nav-groups = Working groups
nav-meetings = Meetings
nav-matters = Matters
nav-notes = Notes
nav-search = Search
nav-inbox = Inbox
nav-inbox-unread = { $count ->
    [one] Inbox: 1 new
   *[other] Inbox: { $count } new
}
nav-how = How approval works
nav-accessibility = Accessibility
sign-in-link = Sign in
sign-out-deed = Sign out

# Parties, languages, roles, sectors
party-il = Israel
party-sy = Syria
party-us = United States
party-both = Israel and Syria
party-none = Secretariat
language-en = English
language-he = Hebrew
language-ar = Arabic
language-short-en = EN
language-short-he = HE
language-short-ar = AR
role-member = Member
role-translator = Translator
role-co-chair = Co-chair
role-signatory = Signatory
role-head = Head of delegation
role-reviewer = Reviewer of the supervisor
role-officer = Sign-off officer of the supervisor
role-secretariat = Secretariat
role-administrator = Administrator
office-unknown = Office not known
office-engine = The rules of procedure
sector-medicine = Medicine
sector-energy = Energy
sector-agriculture = Agriculture

# Who reads
audience-joint = All parties read this
audience-caucus-il = Only the delegation of Israel reads this
audience-caucus-sy = Only the delegation of Syria reads this
audience-caucus-us = Only the supervisor reads this
audience-channel-il = Only the delegation of Israel and the supervisor read this
audience-channel-sy = Only the delegation of Syria and the supervisor read this

# Lists, dates, sizes, hashes
list-separator = {", "}
list-and-more = { $list } and { $more } more
date-moment = { $date }, { $time } UTC
size-kb = { $size } KB
size-mb = { $size } MB
hash-whole = Show the whole hash
pagination-label = Pages of results
pagination-count = Results { $from } to { $to } of { $count }
pagination-previous = Previous page
pagination-next = Next page
filter-any = Any
filter-apply = Apply filters
filter-clear = Clear filters

# Due tags: who holds a step, and by when
due-none = { $holder } · since { $date }
due-left = { $days ->
    [0] { $holder } · no working day left · { $date }
    [one] { $holder } · 1 working day left · { $date }
   *[other] { $holder } · { $days } working days left · { $date }
}
due-late = { $days ->
    [one] { $holder } · 1 working day late · was due { $date }
   *[other] { $holder } · { $days } working days late · was due { $date }
}
due-age = { $days ->
    [0] Has waited for less than a working day.
    [one] Has waited for 1 working day.
   *[other] Has waited for { $days } working days.
}
date-moment-here = { $date }, { $time }
session-line = You stay signed in until { $time } if you do nothing.
session-warning-title = Your sign-in ends soon
session-warning-text = At { $time } you will be signed out. What you typed stays on this page.
session-stay = Stay signed in
session-over = Your sign-in has ended. This page stays as it is. Sign in beside it, then come back and send what you typed.
session-sign-in = Sign in in a new tab
wall-show = Show this page on the wall
wall-leave = Back from the wall view
print-at = Printed on { $time }
design-title = Design
design-lede = Every component in every state. This page exists in development builds only.
list-comma = {", "}
