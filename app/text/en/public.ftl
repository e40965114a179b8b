# Pages for everyone.

home-title = Civilian cooperation between Israel and Syria
home-lede = Two delegations propose, discuss and approve projects in medicine, energy and agriculture. The United States supervises them.
home-what = Nothing is implemented before both delegations have approved and the supervisor has signed off one and the same version. This page shows what both delegations have agreed to publish.
home-latest = Latest publications
home-all = All published projects
home-figure-published = Published
home-figure-signed = Signed off
home-figure-implementing = In implementation
home-figure-completed = Completed
home-figures-note = The figures count published projects only. As of { $date }.
public-projects-title = Published projects
public-projects-lede = Projects that both delegations have agreed to publish.
public-none = No project is published yet.
public-published-on = Published on { $date }
public-ended = This project has ended. Stage: { $stage }, since { $date }.
public-summary = What the project is
public-reasons = Why both sides support it
public-decisions = Approvals and sign-off
public-unsigned = The supervisor has not signed off this project. Nothing is being implemented.
public-approval-il = Approval of Israel
public-approval-sy = Approval of Syria
public-sign-off = Sign-off of the United States
public-hash = Content hash of this version
public-entry = Hash of the ledger entry
public-same-hash = Both approvals and the sign-off are about the same version with the same content hash.
public-road = The road so far

# How approval works
how-title = How approval works
how-lede = A project goes through seven steps. Both delegations decide with equal weight, and nothing is implemented before the sign-off.
how-step-1 = A delegation, or both together, writes a proposal in a working group. When it is tabled it gets its code and all parties read it.
how-step-2 = Both delegations work on the text in English, Hebrew and Arabic. The three texts are equally authentic.
how-step-3 = The co-chair of each delegation records a position on one version. A side that objects says what would resolve the objection, and only that side can close it.
how-step-4 = A signatory of each delegation, who holds a mandate, records a position on the same version. The project goes on only when both delegations approve.
how-step-5 = The supervisor, the United States, signs off, returns or refuses the version that both delegations approved. Nothing is implemented before the sign-off.
how-step-6 = Both co-chairs start the work together. A head of delegation or the supervisor can stop it at any time.
how-step-7 = Both co-chairs state that the work is completed. Both heads of delegation then close the project.
how-silence-title = Silence is never consent
how-silence = When a date passes without an answer, the step goes to a higher office. It is never taken as a yes.
how-check-title = What anyone can check
how-check = Each published project shows the offices that approved and signed off, the days, and one content hash. Both approvals and the sign-off carry this same hash. If one letter of the text were different, the hash would be too.

# Accessibility
accessibility-title = Accessibility
accessibility-aim = The portal aims at WCAG 2.2, level AA, in English, Hebrew and Arabic.
accessibility-how = Every page works with the keyboard alone and without scripts. Colours never stand without words.
accessibility-complain = If something cannot be used, tell the secretariat which page it is and what happened.
home-chart-stage = Published projects by stage and sector
home-chart-stage-finding = The most stand here: { $label }, { $shown }.
home-chart-time = Days in each stage before the next step, on average
home-chart-time-finding = The longest stage is: { $label }, { $shown }.
home-chart-year = Sign-offs of published projects by year
home-chart-year-finding = The most were in { $label }: { $shown }.
chart-table = Show the figures as a table
chart-sum = Sum
chart-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
field-year = Year
capital-il = Jerusalem
capital-sy = Damascus
capital-us = Washington
chart-even = None of them stands out.
accessibility-tested-title = How it is tested
accessibility-tested-1 = Every change is checked by program on every page, in the three languages, in light and dark colours.
accessibility-tested-2 = Proposing, objecting, signing off and the work to its end are done with the keyboard alone, and the focus is seen at every stop.
accessibility-tested-3 = Text at 200 percent, a width of 320 pixels, forced colours and reduced motion are checked on every kind of page.
accessibility-tested-4 = Last checked on 23 November 2026.
accessibility-gaps-title = Known gaps
accessibility-gaps-1 = No person who uses a screen reader every day has tested the portal yet.
accessibility-gaps-2 = Files that the delegations attach may not be accessible. The text of a project always is.
accessibility-gaps-3 = The Hebrew and Arabic terms have not been confirmed by native readers yet.
accessibility-complain-title = If something does not work
