# Working groups.

groups-title = Working groups
groups-none = There is no working group in which you hold a role.
group-members = Members by side
group-stages = Projects by stage
group-meetings = Meetings
group-no-meetings = No meeting is planned.
group-vacant = The seat of the co-chair is vacant. The head of this delegation names somebody.
group-figures = Figures
group-stages-finding = The most stand here: { $label }, { $shown }.
group-time = Days that open projects have stood in their stage, on average
group-time-finding = The longest wait is: { $label }, { $shown }.
