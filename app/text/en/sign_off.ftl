# The sign-off: dossier, preparation, decision, revocation.

sign-off-none = The supervisor has not been asked yet, or decided nothing. Both delegations approve first.
sign-off-title = Decide on version { $number }
sign-off-deed = Record the decision
sign-off-effect = The decision is recorded for good, with your office, the version, its content hash and the hash of the dossier. A sign-off joins both approvals to an authorisation; work can then start.
sign-off-only-officer = A sign-off officer of the supervisor decides.
sign-off-revoked = Revoked
decision-signed = Sign off
decision-returned = Return for changes
decision-refused = Refuse
decision-hint-signed = Both approvals become an authorisation. A condition can be added below.
decision-hint-returned = The project returns to discussion. Add a point below and give the reasons.
decision-hint-refused = The project ends. Give the reasons.
decided-signed = Signed off
decided-returned = Returned for changes
decided-refused = Refused
dossier-title = Dossier
dossier-hash = Hash of the dossier
dossier-texts = Texts
dossier-read = Read the text in three languages
dossier-note = Note of the reviewer
dossier-difference = What changed since the supervisor last decided, or since the version before
prepare-title = Prepare the dossier
prepare-hint = Another officer decides on it. If a position, a point or an answer changes, the dossier is prepared anew.
prepare-field = Note for the officer
prepare-deed = Record that the dossier is prepared
revoke-title = Revoke the sign-off
revoke-hint = A project that has not started returns to discussion. Work that has started is suspended at once. The sign-off stays on record as revoked.
revoke-deed = Revoke the sign-off
extension-title = More time for the review
extension-taken = { $days ->
    [one] The supervisor took { $days } more working day
   *[other] The supervisor took { $days } more working days
}
extension-take = Take more time for the review
extension-hint = { $days ->
    [one] The last day moves back by { $days } working day, to { $date }. Both delegations see it with the reason. Nothing else changes: silence is no sign-off.
   *[other] The last day moves back by { $days } working days, to { $date }. Both delegations see it with the reason. Nothing else changes: silence is no sign-off.
}
extension-deed = { $days ->
    [one] Take { $days } more working day
   *[other] Take { $days } more working days
}
extension-none-left = Both extensions of this review are taken.
field-extension-reason = What the time is needed for
