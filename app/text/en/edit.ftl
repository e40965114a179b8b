# Writing a project: sections, declaration, files, and the check before a text is frozen.

edit-lede = Write each section in the three languages. Save as often as you like; only tabling or a new version freezes the text.
edit-not-permitted = Members, translators and co-chairs of the working group edit the text; a draft is edited by its proposers only.
edit-sections = Sections
edit-original = { $language } (original)
edit-limit = At most { $limit } characters in each language.
edit-still-right = This translation still says the same as the original
edit-gone-through = I have read this translation in full, and it says the same as the original
edit-machine = A machine made this translation, and nobody has gone through it
edit-machine-left-out = { $count ->
    [one] { $count } text is a machine draft. It stays out of what is frozen until a person has gone through it.
   *[other] { $count } texts are machine drafts. They stay out of what is frozen until a person has gone through them.
 }
edit-save = Save the section
edit-back = Back to the sections
edit-conflict-title = Somebody saved this section while you were writing
edit-conflict-hint = This is the saved text. Your own stands in the fields below. Bring both together and save again.
autosave-saving = Saving what you typed
autosave-saved = What you typed is kept as your draft. Only you can read it.
autosave-lost = Not saved: no connection. Your text is kept in this tab.
draft-found = The fields hold what you typed and did not send, kept on { $time }.
draft-discard = Discard it and show the saved text

# The declaration
scope-title = Declaration of civilian scope
scope-hint = Every project declares this. It can be tabled only when each line is affirmed.
scope-purpose = The purpose of the project is civilian only.
scope-no-military-party = No military, security or intelligence body takes part, pays or benefits.
scope-no-collection = Nothing is gathered beyond what the work needs.
scope-no-military-site = No military site is used.
scope-dual-use = Items with another possible use
scope-dual-use-hint = List them with the safeguard for each, or write "none".
scope-deed = Record the declaration

# Files
files-title = Files
files-field = File to attach
files-hint = At most { $limit } MB. Kinds: PDF, PNG, JPEG, TXT, CSV, DOCX, XLSX, PPTX, ODT, ODS, ODP.
files-deed = Attach the file
files-remove = Remove

# Tabling and the next version
table-title = Table the draft
table-hint = The text is frozen as a version, the project gets its code, and all parties read it. A joint draft is tabled when both co-chairs consent to the same text.
table-deed = Table the draft
table-not-permitted = A co-chair of the proposing side tables the draft.
next-version-title = Freeze the next version
next-version-hint = The working text becomes a version that nobody can change. Approvals of earlier versions become outdated. Points stay open.
next-version-reason = What this version changes, and why
next-version-deed = Freeze the next version
next-version-nothing = Nothing is missing. A co-chair of either side can freeze the next version.
next-version-not-permitted = A co-chair of either side freezes the next version.
drafts-title = Unsent text
drafts-lede = What you typed and did not send. Only you can read it.
drafts-none = You have no unsent text.
draft-of-save-text = A section of
draft-of-open-thread = A new thread in
draft-of-post-message = A message in
draft-of-send-note = A formal note
draft-of-position = A position on
draft-of-sign-off = A decision on
draft-of-prepare-dossier = A dossier of
draft-of-write-summary = A public summary of
draft-of-take-word = A Word file that was read
draft-of-file-statement = A statement for the record of a meeting
draft-of-raise-matter = A matter
draft-of-reply-matter = An answer to a matter
draft-of-correct-minutes = A correction of minutes
draft-of-form = A form of
draft-show = What you typed
draft-continue = Continue
files-authors = Names of authors are taken out of office files and pictures. A PDF stays as it is.
draft-of-propose-amendment = An amendment in
saves-link = Earlier texts
saves-title = { $section }: earlier texts
saves-lede = Every save of this section, the newest first, with the words that it changed.
saves-none = Nothing was saved in this section yet.
edit-also-here = { $who } is writing in this section too; last typed { $time }, not saved yet.
saves-machine = made by a machine
