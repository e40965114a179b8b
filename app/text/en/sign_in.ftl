# Signing in, and the accounts of the demonstration.

sign-in-title = Sign in
sign-in-lede = For ministry staff, the secretariat and the supervisor.
sign-in-deed = Sign in
sign-in-accounts-title = Accounts of the demonstration
sign-in-accounts-hint = All of them have the password:
sign-in-account-co-chair-il = Co-chair, Israel
sign-in-account-co-chair-sy = Co-chair, Syria
sign-in-account-signatory-il = Signatory, Israel
sign-in-account-signatory-sy = Signatory, Syria
sign-in-account-reviewer = Reviewer of the supervisor
sign-in-account-officer = Sign-off officer of the supervisor
sign-in-account-head-il = Head of delegation, Israel
sign-in-account-head-sy = Head of delegation, Syria
late-title = Sign in to go on
late-text = Your sign-in had ended, so nothing was sent. Sign in, and what you typed comes back to where you wrote it.
invitation-title = Set your password
invitation-lede = This link works once. Afterwards you sign in with your address and the password.
invitation-deed = Set the password
invitation-over-title = This link cannot be used
invitation-over = It was used, has lapsed, or a newer one was made. Whoever runs the portal can make you a new one.
reset-link = Forgotten your password?
reset-title = A new password
reset-lede = Enter the address that you sign in with. If it belongs to an account, a link leaves for it now; it works once, for an hour.
reset-deed = Send the link
reset-no-mail = No mail within a few minutes? Whoever manages the people of your side can make you a link as well.
reset-back = Back to signing in
