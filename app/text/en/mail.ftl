# What mails say: that something waits and where, never a word of what was written.

mail-foot = Cooperation Portal: { $portal }. Nobody reads an answer to this mail.
mail-quiet-subject = Something waits on your desk
mail-quiet = Something waits on your desk. Sign in to see it.
mail-turn-subject = { $code }: { $asked }
mail-turn = It is the turn of your side in { $code }: { $asked }.
mail-turn-due = The last day is { $date }. Silence is never consent.
mail-invitation-subject = You are invited to the Cooperation Portal
mail-invitation = You are invited to { $portal }. With the link below you set your password.
mail-invitation-why = If you do not expect this invitation, ask the head of your delegation before you open it.
mail-reset-subject = A link for a new password
mail-reset = Whoever manages the people of your side has made you a link for a new password at { $portal }.
mail-reset-asked = Somebody asked for a link for a new password at { $portal }, with this address.
mail-reset-unasked = If it was not you and you expect no link, do nothing: without the link nothing changes.
mail-link-until = The link works once, until { $moment }.
mail-subject-new-device = Sign-in on a new device
mail-subject-tries = Wrong passwords for your account
mail-subject-password = Your password was changed
mail-subject-factors = Your second factor was changed or a recovery code was used
mail-subject-suspended = Your account was closed
mail-when = { $what }: { $moment }.
mail-not-you = If it was not you, change your password, end the other sessions and tell the head of your side at once.
mail-suspended-then = You cannot sign in until whoever manages the people of your side lets you in again.
