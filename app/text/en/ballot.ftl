# The ballot: opening, positions, recall, withdrawal of an approval.

ballot-none = No ballot has been opened. Both co-chairs open one when the project is in discussion.
ballot-group-title = Ballot of the working group
ballot-principals-title = Ballot of the delegations
ballot-open-title = Open the ballot on version { $number }
ballot-open-hint = The ballot opens when both co-chairs have consented to the same version. Its text is then frozen.
ballot-open-deed = Consent to open the ballot on version { $number }
ballot-open-given = Your side has consented. The co-chair of the other side opens the ballot by consenting too.
ballot-open-not-permitted = The two co-chairs open the ballot together.
ballot-on-hash = The positions are about the text with this content hash:
ballot-complete = Both sides have answered and nothing is missing.
ballot-outdated = Outdated
outcome-passed = passed
outcome-returned = returned to discussion
outcome-declined = declined by both sides
outcome-recalled = recalled
outcome-lapsed = lapsed
recall-title = Recall the ballot
recall-hint = The project returns to discussion and its text is free again. Positions and points stay on record.
recall-deed = Recall the ballot

# Positions
verdict-approve = Approves
verdict-no-objection = Has no objection
verdict-needs-time = Needs time
verdict-object = Objects
verdict-decline = Declines
verdict-hint-approve = The side agrees to this version. A condition can be added below.
verdict-hint-no-objection = The side has nothing against this version. The project can go on.
verdict-hint-needs-time = The ballot stays open and its last day moves back: in the working group once, by 10 working days; between the delegations by 10 and then by 15. Say in the statement what the time is needed for.
verdict-hint-object = The project returns to discussion. Add a point below and say what would resolve it.
verdict-hint-decline = The side does not want this project. If both sides decline, the project ends. Say why in the statement.
position-none = No position yet
position-withdrawn = Withdrawn
position-outdated = Outdated
position-conditions = { $count ->
    [one] With 1 condition
   *[other] With { $count } conditions
}
position-title = Position of { $side }
position-deed = Record the position of { $side }
position-effect = The position is recorded with your office, the version and its content hash. It replaces an earlier one of your side in this ballot. When both sides have answered, the ballot closes.
position-only-co-chair = In this ballot the co-chair of each side records its position.
position-only-signatory = In this ballot a signatory or the head of each delegation records its position.
withdraw-approval-title = Withdraw the approval of your delegation
withdraw-approval-hint = A project before the supervisor or signed off returns to discussion. Work that has started is suspended at once.
withdraw-approval-deed = Withdraw the approval

# The gate under both positions
gate-waits = The supervisor has not decided.
gate-signed = The supervisor has signed off.
gate-returned = The supervisor has returned the project for changes.
gate-refused = The supervisor has refused.
