# The frozen text in three languages, and the marks of review and agreement.

text-original = Original
text-none = There is no text in this language yet.
text-state-missing = Missing
text-state-machine-draft = Machine draft
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
tab-amendments = Amendments
amendments-lede = Anyone of the group proposes other words for a section. They stand in the working text when both co-chairs have accepted the same words, and in the next version when it is frozen.
amendments-none = No amendment is open.
amendments-ended = Ended amendments
amendment-new = Propose an amendment
amendment-new-hint = Choose the section.
amendment-title = Amendment: { $section }
amendment-lede = Change the words that should change, in as many languages as you can. A language that you leave as it is stays as it is.
amendment-reason = Why
amendment-reason-hint = One or two sentences for both sides.
amendment-deed = Propose
amendment-accept = Accept for our side
amendment-decline-title = Decline
amendment-decline-field = Why it is declined
amendment-decline = Decline the amendment
amendment-withdraw = Take my amendment back
amendment-who = Both co-chairs decide on amendments.
amendment-collides = Somebody changed this section after the amendment was written ({ $languages }). It cannot be taken in as it is; both texts are shown above.
amendment-anew = Propose it anew on what stands now
amendment-words = The words that were proposed
amendment-accepted = Accepted by both sides
amendment-declined = Declined
amendment-withdrawn = Taken back
side-by-side-in-view = In view: { $languages }
side-by-side-show = Show { $language }
side-by-side-hide = Hide { $language }
side-by-side-typed = { $language } stays in view: it holds words that are not saved yet.
field-out-of-view = This text was out of view when you saved. Read it, then save again.
