# The way of a text through Word.

word-title = Word
word-link = Work on it in Word
word-out = Take the text along
word-out-hint = The file holds each section under its heading. Edit the text under the headings; leave the headings as they are.
word-out-deed = Download the Word file
word-version = What goes along
word-working = The working text
word-section = Sections
word-all = All sections
word-languages = Languages
word-back = Bring a file back
word-back-hint = The file is read, and what was changed is shown before anything is taken over. Nothing that Word says about its author is read.
word-file = The Word file
word-back-deed = Read the file
word-waiting = A file waits to be taken over
word-tracked = The file had tracked changes. All of them are shown here as accepted.
word-comments = { $count ->
    [one] { $count } comment of the file was not taken along.
   *[other] { $count } comments of the file were not taken along.
 }
word-nothing = Nothing was changed in this file.
word-count = Changed in Word: { $changed }. Changed in Word and here: { $collides }. Not changed: { $same }.
word-collides = This text was changed in Word and here since the file was made. Before is what stands here now.
word-collisions = What becomes of texts that were changed in Word and here?
word-keep-ours = Keep what stands here
word-keep-ours-hint = The text of the file stays out; copy by hand what is wanted of it.
word-take-theirs = Take the text of the file
word-take-theirs-hint = What was changed here meanwhile is replaced. It stays in the history.
word-origin = Who made the translations in this file?
word-origin-person = People wrote them or went through them
word-origin-machine = A machine made them, and nobody has gone through them
word-origin-machine-hint = They are kept as machine drafts. They enter no version until somebody says that they are right.
word-take-deed = Take the changes over
word-discard = Discard the file
word-where = In the file: { $place }
word-opening = { $audience }. Edit the text under the headings; leave the headings as they are. { $demonstration }
field-file-macro = The file holds macros. Save it as an ordinary Word document (.docx).
field-file-encrypted = The file is protected by a password. Save it without one.
field-file-too-much = The file holds more than a project can. Take it apart.
field-file-no-anchors = The file was not made by the portal, or its headings were lost. Download the text anew and put your changes there.
field-file-unknown-anchor = The file has a section that this project does not have.
field-file-anchor-twice = The file has a section twice. Remove one of the two.
field-file-heading-without-anchor = The file has a heading that is none of the portal's. Make it ordinary text, or a heading of a lower level.
field-file-text-outside = There is text above the first section. Move it into a section.
field-file-foreign = The file holds something that a section cannot hold: a picture, a drawing, a footnote, a formula or an object. Remove it; files are attached to the project.
field-file-not-word = This is not a Word file that can be read. Save it as .docx.
field-file-other-project = The file belongs to another project.
field-file-heading-changed = A heading was changed. Put it back as it was.
field-file-part-too-long = A section is longer than it may be.
