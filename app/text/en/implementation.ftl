# Start, completion and closing with both sides' consent; stop-work.

implementation-before-sign-off = Nothing is implemented before the sign-off. It takes the approval of both delegations and the sign-off of the supervisor on the same version.
implementation-key-lost = This authorisation does not stand any more: an approval was withdrawn or the sign-off was revoked. Only a new one lets the project go on.
implementation-keys = Authorisation
consent-given = Has given consent
consent-awaited = Has not given consent yet
consent-own-given = Your side has given its consent. It takes the consent of the other side too.
start-work-title = Start the work
start-work-hint = Work starts when both co-chairs have consented and nothing else is missing.
start-work-deed = Consent to the start of work
start-work-who = The two co-chairs consent to the start of work.
complete-work-title = State that the work is completed
complete-work-hint = The work counts as completed when both co-chairs have consented and every condition is verified.
complete-work-deed = Consent to the completion
complete-work-who = The two co-chairs consent to the completion.
close-project-title = Close the project
close-project-hint = A closed project can be read but not changed any more. Work that is not completed ends early.
close-project-deed = Consent to close the project
close-project-who = The two heads of delegation consent to closing the project.
stop-in-force = Stop-work order in force, given by:
stop-title = Order stop-work
stop-hint = The project is suspended at once. Nothing starts and nothing is completed until your party lifts the order.
stop-deed = Order stop-work
lift-title = Lift the stop-work order
lift-hint = Work can go on if both approvals and the sign-off stand. Say what has changed.
lift-deed = Lift the order
