# Versions, and what lies between two of them.

version-number = Version { $number }
versions-outdated = { $count ->
    [one] 1 position is outdated
   *[other] { $count } positions are outdated
}
compare-nothing = There are not two versions yet, so there is nothing to compare.
compare-from = From
compare-to = To
compare-deed = Compare the versions
compare-title = From version { $from } to version { $to }
compare-count = { $count ->
    [0] None of { $total } sections changed
    [one] 1 of { $total } sections changed
   *[other] { $count } of { $total } sections changed
}
compare-files = The attached files changed.
compare-scope = The declaration of civilian scope changed.
compare-before = Before
compare-after = After
versions-unseen = You have not yet said that you have seen a version of this text.
versions-since = You have seen the text up to version { $number }.
versions-since-link = What changed since
versions-seen-deed = I have seen it up to the newest version
