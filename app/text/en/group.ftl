# Working groups.

groups-title = Working groups
groups-none = There is no working group in which you hold a role.
group-members = Members by side
group-stages = Projects by stage
group-meetings = Meetings
group-no-meetings = No meeting is planned.
group-vacant = The seat of the co-chair is vacant. The head of this delegation names somebody.
