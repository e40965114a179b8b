# The frozen text in three languages, and the marks of review and agreement.

text-original = Original
text-none = There is no text in this language yet.
text-state-missing = Missing
text-state-stale = Stale
text-state-draft = Draft
text-state-reviewed = Reviewed
text-state-agreed = Agreed
mark-title = Review and agreement
mark-hint = Israel reviews the Hebrew text, Syria the Arabic text, and each side the English one. A text is agreed when both co-chairs agree to it. A mark falls away when the text or its original changes.
mark-not-permitted = Translators and co-chairs mark texts as reviewed. Co-chairs agree to them.
mark-reviewed-deed = { $count ->
    [one] Mark 1 text as reviewed: { $language }
   *[other] Mark { $count } texts as reviewed: { $language }
}
mark-reviewed-done = Your side has marked all texts as reviewed: { $language }.
mark-agreed-deed = { $count ->
    [one] Agree to 1 text: { $language }
   *[other] Agree to { $count } texts: { $language }
}
mark-agreed-done = Your side has agreed to all texts: { $language }.
