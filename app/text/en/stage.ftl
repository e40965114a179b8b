# Where a project stands, the seven steps, and the road.

stage-draft = Draft
stage-tabled = Tabled
stage-in-discussion = In discussion
stage-group-ballot = Group ballot
stage-principals-ballot = Delegations' ballot
stage-supervisor-review = With the supervisor
stage-cleared = Signed off
stage-implementing = In implementation
stage-completed = Completed
stage-closed = Closed
stage-withdrawn = Withdrawn
stage-declined = Declined
stage-lapsed = Lapsed
stage-step-1 = Proposed
stage-step-2 = Discussed
stage-step-3 = Approved by the group
stage-step-4 = Approved by the delegations
stage-step-5 = Signed off
stage-step-6 = In implementation
stage-step-7 = Completed
stage-step-now = Step { $number } of 7: { $step }
stage-step-done = Done:
stage-step-current = Current:
stage-step-todo = Not done:

# The timeline
reached-draft = Sent back to its proposers
reached-tabled = Tabled
reached-in-discussion = Taken into discussion
reached-group-ballot = Put to the working group
reached-principals-ballot = Approved by the working group, put to the delegations
reached-supervisor-review = Approved by both delegations, put to the supervisor
reached-cleared = Signed off
reached-implementing = Work started
reached-completed = Work completed
reached-closed = Closed
reached-withdrawn = Withdrawn
reached-declined = Declined
reached-lapsed = Lapsed
