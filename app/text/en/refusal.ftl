# What the rules refuse: what holds, and what it takes.

refusal-not-permitted = Your role does not allow this here. The working group's page says who holds which role.
refusal-not-your-side = This belongs to the other side. Only that side can do it.
refusal-wrong-stage = The project does not stand in a stage in which this can be done. The overview says which step comes next.
refusal-stale-version = A newer version or dossier exists than the one you read. Nothing was recorded. Read the newest one, then decide.
refusal-stale-text = Somebody saved this text while you were writing. Both texts are shown. Bring them together, then save again.
refusal-nothing-changed = Nothing has changed since the last time, so there is nothing to record.
refusal-no-mandate = You have no mandate in force for this. The head of your delegation grants mandates; for the supervisor, its officers do.
refusal-missing = Something must come first:
refusal-point-needed = This needs at least one point with what would resolve it.
refusal-reason-needed = This needs a reason. Enter it and send the form again.
refusal-own-point-open = Your side has an open point. Close it before your side approves.
refusal-wrong-verdict = This position is not known at this level. Choose one of those offered.
refusal-already-given = This was done already. Nothing was recorded twice.
refusal-already-ended = This has ended and cannot be changed any more.
refusal-preparer-decides = You prepared this dossier, so another officer decides.
refusal-author-decides = You wrote part of this version, so another officer decides.
refusal-not-prepared = Nobody has prepared this dossier yet, or it has changed since. A reviewer of the supervisor prepares it first.
refusal-date-not-ahead = The date must lie after today. Enter a later one.
refusal-frozen = The text is frozen while others judge it. It is free again when the project returns to discussion. A co-chair can recall a ballot of the working group.
refusal-too-many-files = A project holds at most 40 files with 300 MB in all. Remove one first.
refusal-scope-not-affirmed = An approval of the principals and a signature affirm the declaration of civilian scope. Tick it, or give another answer.
refusal-session-ended = Your sign-in had ended, so nothing was sent. What you typed is here again. Check it and send it.
refusal-passkey = This passkey is not known here, or its answer came too late. Try again, or sign in with your password.
refusal-key-reused = This form was sent before with other contents. Nothing was done now. Check what stands there, then send it again.
