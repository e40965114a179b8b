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
message-edit = Edit or take back
message-edit-hint = Readers see that the message was edited, and its former wording.
message-edit-deed = Save the new wording
message-take-back = Take the message back
message-edited = Edited
message-former = Former wordings
message-taken-back = The author took this message back.
