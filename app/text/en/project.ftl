# Projects on the desk: the list, the start, the head and its tabs, and the steps of a proposal outside ballots.

projects-title = Projects
projects-none = There is no project here that you can read. Members of a working group propose projects.
projects-none-filtered = No project fits these filters.
projects-cut = There are more. The newest come first; a stage, a sector or a code narrows the list.
project-draft-name = Draft
project-untitled = Without a title
project-suspended = Suspended
project-details = About this project

# Tabs
tab-overview = Overview
tab-edit = Edit
tab-text = Text
tab-versions = Versions
tab-discussion = Discussion
tab-ballot = Ballot
tab-points = Points
tab-conditions = Conditions
tab-sign-off = Sign-off
tab-implementation = Implementation
tab-summary = Summary for the public
tab-history = History

# Starting a project
start-title = Propose a project
start-lede = A project begins as a draft with the sections of its sector. It gets its code when it is tabled.
start-not-permitted = Members and co-chairs of a working group and heads of delegation can propose. You hold none of these roles in a group.
start-group = Working group
start-group-hint = It decides the sector and the sections of the text.
start-proposer = Who proposes the project
start-proposer-own = My delegation
start-proposer-own-hint = Only the own delegation reads the draft until it is tabled.
start-proposer-joint = Both delegations together
start-proposer-joint-hint = All parties read the draft from the beginning. Both co-chairs table it.
start-source = Original language
start-source-hint = The language in which the text is written first. The other two are translations until both sides agree to them.
start-title-hint = In the original language. At most 120 characters.
start-deed = Start the draft

# Taking up, sending back, returning, reopening, withdrawing
take-up-title = Take the project up
take-up-hint = The project goes into discussion. Both delegations can then edit its text. This is not an approval.
take-up-deed = Take up into discussion
take-up-other = Your side has tabled this project. The co-chair of the other side takes it up or sends it back.
take-back-title = Take the project back
take-back-hint = The project becomes a draft again. It keeps its code and its version.
take-back-deed = Take back to draft
send-back-title = Send the project back
send-back-hint = The project goes back to its proposers as a draft. Say what it lacks.
send-back-deed = Send back
return-to-discussion-title = Return the project to discussion
return-to-discussion-hint = The project loses its authorisation, which stays on record. It takes new approvals and a new sign-off.
return-to-discussion-deed = Return to discussion
reopen-title = Reopen the project
reopen-hint = The project returns to discussion when both co-chairs consent. Ballots begin anew.
reopen-deed = Consent to reopen
withdraw-project-title = Withdraw the project
withdraw-project-hint = The project ends for good. What was recorded stays. A joint project and one that is signed off take the consent of both sides.
withdraw-project-deed = Withdraw for good
project-step-ends = This step ends
project-step-extended = Last day moved back
project-step-passed = The day has passed
