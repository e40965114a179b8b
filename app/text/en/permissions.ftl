# The table of who may do what.

permissions-title = Permissions
permissions-lede = This is the table that the rules decide by. Nothing beside it gives or takes a right.
permissions-action = Deed
grant-no = –
grant-yes = Yes
grant-own = For the own party
grant-both = With the other side
action-read-joint = Read joint content of the own groups
action-caucus = Read and write the own caucus
action-channel = Read and write a delegation's channel to the supervisor
action-create-draft = Start a draft
action-edit-text = Edit the working text
action-steer-project = Table, take up, send back, freeze a version, recall a ballot, withdraw
action-review-text = Mark a translation reviewed
action-agree-jointly = Agree a translation, open a ballot, start, complete
action-group-position = Record the position of the working group's side
action-principals-position = Record the position of the delegation, withdraw an approval
action-answer-point = Answer a point
action-close-point = Close a point of the own party
action-verify-condition = State that a condition is fulfilled
action-prepare-dossier = Prepare the dossier
action-sign-off = Sign, return, refuse, revoke
action-stop-work = Order stop-work and lift the own order
action-prepare-summary = Write the summary for the public
action-conclude = Consent to a summary, close a project
action-manage-people = Invite people of the own side, give and end roles, suspend
