# The inbox: what came for one person.

inbox-title = Inbox
inbox-lede = What concerns you in the projects, notes and meetings of your groups, the newest first. What you may no longer read is not shown.
inbox-empty = Your inbox is empty.
inbox-none-of-topic = There is nothing under this topic.
inbox-unread = { $count ->
    [one] 1 unread
   *[other] { $count } unread
}
inbox-new = New
inbox-read-one = Mark as read
inbox-read-all = Mark all as read
inbox-older = Earlier
inbox-topics = Topics
inbox-all = All
topic-duties = Your turn
topic-mentions = Mentions
topic-decisions = Decisions, notes and meetings
topic-texts = Texts
topic-discussion = Discussion
notifications-title = Notifications
notifications-lede = Everything that concerns you comes to your inbox. Here you choose what also comes by mail, and how fast.
notifications-mail = By mail
notifications-duties = When it is your turn, and when a step is due, a mail always comes at once.
notifications-deed = Save
topic-hint-mentions = A message asks for your attention
topic-hint-decisions = Ballots, positions, points, sign-off, start and end of work
topic-hint-texts = New versions and their translations
topic-hint-discussion = Threads and messages
pace-at-once = At once
pace-daily = Once a day
pace-weekly = Once a week
pace-none = No mail
unsubscribe-title = Stop the digests
unsubscribe-lede = You will get no daily or weekly mail any more. What waits for you still comes at once, and your inbox keeps everything.
unsubscribe-deed = Stop the digests
unsubscribe-choose = Choose for each topic instead
unsubscribe-wrong-title = This link does not work
unsubscribe-wrong = It may have been cut off. Sign in and choose under Notifications what comes by mail.
