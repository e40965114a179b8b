# What a step still lacks, and whose turn it is.

missing-title = What is missing
missing-nothing = Nothing is missing except the consents.
missing-text-missing = { $count ->
    [one] The { $language } text is missing: { $parts }.
   *[other] { $count } { $language } texts are missing: { $parts }.
}
missing-text-not-reviewed = { $count ->
    [one] 1 { $language } text is not reviewed: { $parts }.
   *[other] { $count } { $language } texts are not reviewed: { $parts }.
}
missing-text-not-agreed = { $count ->
    [one] 1 { $language } text is not agreed by both sides: { $parts }.
   *[other] { $count } { $language } texts are not agreed by both sides: { $parts }.
}
missing-text-stale = { $count ->
    [one] The original changed after 1 { $language } text was written: { $parts }. Compare and save it again.
   *[other] The original changed after { $count } { $language } texts were written: { $parts }. Compare and save them again.
}
missing-scope-not-affirmed = The declaration of civilian scope is not complete.
missing-point-unanswered = { $count ->
    [one] Point { $parts } has no answer.
   *[other] Points { $parts } have no answer.
}
missing-point-open = { $count ->
    [one] Point { $parts } is open. Only its own side closes it: { $holder }.
   *[other] Points { $parts } are open. Only their own side closes them: { $holder }.
}
missing-position-missing = { $holder } has not recorded a position that approves.
missing-mandate-missing = { $holder } has no mandate in force for this ballot. The head of delegation grants it.
missing-quorum-missing = { $holder } has no quorum.
missing-consent-missing = { $holder } has not given consent.
missing-condition-not-accepted = { $count ->
    [one] { $holder } has not accepted condition { $parts }, which it would have to fulfil.
   *[other] { $holder } has not accepted conditions { $parts }, which it would have to fulfil.
}
missing-condition-not-verified = { $count ->
    [one] Condition { $parts } is not verified yet by: { $holder }.
   *[other] Conditions { $parts } are not verified yet by: { $holder }.
}
missing-sign-off-missing = The supervisor has not signed off.
missing-sign-off-expired = The sign-off is no longer valid. The project returns to discussion before it can be signed off again.
missing-key-lost = An approval was withdrawn or the sign-off was revoked. Only a new authorisation lets the project go on.
missing-suspended = The project is suspended. The party that ordered stop-work can lift the order. A lost approval or sign-off takes a new authorisation.
missing-version-outdated = The working text has changed since the newest version. A co-chair freezes the next version first.

# The next step of each stage
next-table = To be tabled, the draft needs:
next-table-nothing = Nothing is missing. A co-chair of the proposing side can table the draft. A joint draft takes both.
next-open-ballot = For the ballot of the working group, the project needs:
next-open-ballot-nothing = Nothing is missing. The co-chairs can open the ballot.
next-pass-group = For the delegations' ballot, the project needs:
next-pass-group-nothing = Nothing is missing. The project goes on to the delegations.
next-pass-principals = To be put to the supervisor, the project needs:
next-pass-principals-nothing = Nothing is missing. The project goes on to the supervisor.
next-sign = For the sign-off, the project needs:
next-sign-nothing = Nothing is missing. The supervisor can decide.
next-start = For work to start, the project needs:
next-start-nothing = Nothing is missing. Work starts.
next-complete = For the work to count as completed, the project needs:
next-complete-nothing = Nothing is missing. The work is completed.
next-close = To be closed, the project needs:
next-close-nothing = Nothing is missing. The project is closed.
