# Conditions of an approval or of the sign-off.

conditions-none = No condition is set.
condition-title = Condition { $number }
condition-void = Counts no more
condition-accepted = Accepted
condition-to-accept = Not accepted yet
condition-not-verified = Not verified yet
condition-due-before-start = Before work starts
condition-due-during = While work goes on
condition-due-before-completion = Before the work is completed
condition-with-approval = Approve with a condition
condition-with-signature = Sign off with a condition
condition-fields-hint = A condition cannot be changed later. If the other side has to fulfil it, that side accepts it before the supervisor is asked.
condition-accept-hint = The other delegation made this a condition that your delegation has to fulfil.
condition-accept-deed = Accept the condition
condition-verify-field = How you know that it is fulfilled
condition-verify-deed = Record that the condition is fulfilled
