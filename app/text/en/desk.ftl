# What waits for whom.

desk-title = Desk
desk-lede = What waits, for whom, since when and by when.
desk-mine = Waiting for me
desk-mine-empty = Nothing waits for you.
desk-ours = Waiting for my side
desk-ours-empty = Nothing waits for others on your side.
desk-others = Waiting for others
desk-others-empty = Nothing waits for other parties.
desk-all-projects = See all projects
desk-ask-draft = Complete the draft
desk-ask-tabled = Take the project up or send it back
desk-ask-discussion = Bring the text to a ballot
desk-ask-group-ballot = Record the position of the co-chair
desk-ask-principals-ballot = Record the position of the delegation
desk-ask-review = Prepare the dossier
desk-ask-sign-off = Decide on the sign-off
desk-ask-cleared = Consent to the start of work
desk-ask-implementing = Carry out the work and state its completion
desk-ask-completed = Consent to closing the project
desk-ask-consent = Give the consent of your side
desk-ask-points = Answer the points that wait
desk-ask-summary = Consent to the summary for the public

# What happens when the date passes
desk-then-draft = A draft has no time limit.
desk-then-tabled = When the date passes, the step goes to the head of delegation. Silence is not consent.
desk-then-in-discussion = When the date passes without a change, the step goes to both heads of delegation. Silence is not consent.
desk-then-group-ballot = When the date passes, the step goes to the head of delegation. Silence is not approval.
desk-then-principals-ballot = When the date passes, the step goes to the head of delegation, then to the good offices of the supervisor. Silence is not approval.
desk-then-supervisor-review = When the date passes, both heads of delegation are told. Silence is not a sign-off.
desk-then-cleared = Work starts only with the consent of both co-chairs while the sign-off is valid.
desk-then-implementing = The work counts as completed only with the consent of both co-chairs.
desk-then-completed = The project is closed only with the consent of both heads of delegation.
desk-then-closed = Nothing more is asked.
desk-then-withdrawn = Nothing more is asked.
desk-then-declined = Nothing more is asked.
desk-then-lapsed = Both co-chairs together can reopen the project.
desk-unsent = { $count ->
    [one] You have { $count } unsent text.
   *[other] You have { $count } unsent texts.
 }
desk-order = Order of the list
desk-order-due = By due date
desk-order-age = By time waited
desk-then-point = When the date passes, the point stays unanswered, and no ballot can open.
desk-ask-head = Nobody answered in time: see to it as head of delegation
desk-ask-good-offices = Nobody answered in time: offer your good offices
due-head = The day has passed. It now lies with the head of delegation until { $date }. Silence is not consent.
due-heads = The day has passed. Both heads of delegation are told; the supervisor has until { $date }. Silence is not a sign-off.
due-good-offices = The day of the head has passed too. The supervisor offers good offices until { $date }. Silence is not consent.
due-over = Every day has passed.
due-extended = { $days ->
    [one] by { $days } working day
   *[other] by { $days } working days
}
desk-notes = Notes that wait for your side
desk-ask-minutes = Agree to the minutes
desk-ask-agenda = Agree to the agenda
desk-then-agenda = The meeting opens only with an agenda that both co-chairs agreed to.
desk-then-minutes = When the date passes, the minutes go to the head of delegation, then to the good offices of the supervisor. Silence is not agreement.
desk-ask-matter-answer = Answer the matter
desk-ask-matter-settle = Settle the matter
desk-then-matter-query = When the date passes, the matter goes to both co-chairs. Silence is no answer.
desk-then-matter-concern = When the date passes, the matter goes to the head of delegation, then to the good offices of the supervisor. Silence settles nothing.
