# The summary for the public: writing, consents, going live, taking back.

summary-none = There is no summary for the public yet.
summary-live = Published summary
summary-live-tag = Public
summary-public-page = Open the public page
summary-pending = Summary that waits for consent
summary-pending-tag = Not public
summary-only-head = The two heads of delegation consent to a summary.
summary-consent-hint = The summary is published as soon as both heads of delegation have consented to exactly this text.
summary-consent-deed = Consent to publish
summary-too-early = A summary can be written once the project is in discussion.
summary-write-title = Write a summary
summary-write-hint = Write for people who know nothing of the project. All three languages are needed. Both heads of delegation consent before anything is published.
summary-write-deed = Save the summary for consent
summary-field-title = Title
summary-field-text = What the project is
summary-field-reasons = Why both sides support it
retract-title = Retract the summary
retract-hint = The public no longer reads this project. The reason is recorded.
retract-deed = Retract the summary
