# Threads and messages; the words of the button name who reads.

discussion-none = No thread yet.
thread-meta = { $count ->
    [one] 1 message · last on { $date }
   *[other] { $count } messages · last on { $date }
}
thread-start-joint = Start a joint thread
thread-start-caucus-il = Start a thread in the caucus of Israel
thread-start-caucus-sy = Start a thread in the caucus of Syria
thread-start-caucus-us = Start a thread in the caucus of the supervisor
thread-start-channel-il = Start a thread in the channel of Israel and the supervisor
thread-start-channel-sy = Start a thread in the channel of Syria and the supervisor
thread-post-joint = Post to the joint thread
thread-post-caucus-il = Post to the caucus of Israel
thread-post-caucus-sy = Post to the caucus of Syria
thread-post-caucus-us = Post to the caucus of the supervisor
thread-post-channel-il = Post to the channel of Israel and the supervisor
thread-post-channel-sy = Post to the channel of Syria and the supervisor
message-edit = Edit, attach a file or take back
message-edit-hint = Readers see that the message was edited, and its former wording.
message-edit-deed = Save the new wording
message-take-back = Take the message back
message-edited = Edited
message-former = Former wordings
message-taken-back = The author took this message back.
discussion-none-open = Every thread is resolved.
discussion-resolved = { $count ->
    [one] 1 resolved thread
   *[other] { $count } resolved threads
}
thread-unread = { $count ->
    [one] 1 new
   *[other] { $count } new
}
thread-elsewhere = Other readers for this thread:
thread-resolved = Resolved
thread-resolved-by = { $office } called this thread resolved on { $time }.
thread-reopened-by = { $office } opened this thread again on { $time }.
thread-resolve-deed = Call this thread resolved
thread-reopen-deed = Open this thread again
thread-seen-deed = Mark as read
thread-live-new = A new message has arrived.
thread-live-lost = Not connected. New messages will appear when the line is back.
message-new = New
message-answer = Answer and quote
message-answers = In answer to { $office }, { $time }
message-answer-none = Do not answer a message
message-mentions = For the attention of
message-file = A file for this message
message-file-deed = Attach the file
attention-title = Ask for somebody’s attention
attention-hint = Only people who read this thread can be chosen.
attention-nobody = Nobody
field-attention = Person { $number }
anchor-said = { $section }, { $language }, paragraph { $paragraph } of version { $version }
anchor-changed = Text changed in version { $number }
anchor-gone = No longer in version { $number }
paragraphs-lede = Each paragraph stands beside its translations. What is discussed about it stands below it.
paragraphs-uneven = The languages have different numbers of paragraphs here, so what stands side by side may not correspond.
paragraphs-gone = Threads about paragraphs that are no longer in the text
paragraph-none = No paragraph here.
paragraph-changed = Text changed since
paragraph-discuss = Discuss paragraph { $number }
paragraph-discuss-named = Discuss paragraph { $number }, { $language }
paragraphs-open = Paragraphs and comments
paragraphs-open-count = { $count ->
    [one] Paragraphs and comments (1 thread)
   *[other] Paragraphs and comments ({ $count } threads)
}
