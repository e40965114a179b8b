# A person's keys, the second step of signing in, and the list of sessions.

security-title = Keys
security-lede = What you sign in with. Each change asks who is there, is recorded, and ends your other sessions.
security-limited = Your role needs a second factor. Until it is set up, only this page is open.
security-app = Authenticator app
security-app-why = An app on your telephone shows a new code every half minute. Whoever learns your password cannot sign in without it.
security-app-scan = Scan this picture with the app.
security-app-picture = The secret for the app, as a picture
security-app-type = Or type this into the app:
security-app-prove = Enter the code that the app shows now.
security-app-deed = Set up the app
security-app-set = The app is set up. Its code is asked for when you sign in and before what cannot be undone.
security-app-remove = Take the app away
security-app-remove-hint = The app and all recovery codes stop counting, and you are signed out.
security-codes = Recovery codes
security-codes-new = New recovery codes
security-codes-keep = Print these codes or write them down now. They are not shown again. Each one stands in for the app once.
security-codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
}
security-codes-renew = Make new recovery codes
security-codes-renew-hint = The codes you have stop counting.
second-title = Second step
second-lede = The password is right. Now the code of your authenticator app, or a recovery code.
second-again = Begin again
sessions-lede = Where you are signed in now. End what you do not know, then change your password.
sessions-open = Open sessions
passkey-title = Passkeys
passkey-why = A passkey is a key in your device that opens with a finger, a face or a PIN. It signs in by itself, and nobody can be tricked into giving it away.
passkey-sign-in = Sign in with a passkey
passkey-confirm = Confirm with a passkey
passkey-or = Or with your password:
passkey-failed = The device gave no answer. Try again, or use the other way.
passkey-no-domain = Passkeys need a public address with a domain name. This portal is served at an address without one.
passkey-add = Add a passkey
passkey-add-deed = Make the passkey
passkey-name = Name of the passkey
passkey-name-hint = So that you know it again, such as “Telephone”.
passkey-needs-script = Passkeys need JavaScript. Without it, set up an authenticator app.
passkey-remove = Take this passkey away
