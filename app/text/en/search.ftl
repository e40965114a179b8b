# Search on the desk.

search-title = Search
search-words = Search words
search-words-hint = Words, a number, or the code of a project. All words must stand in one text.
search-deed = Search
search-narrow = Narrow the search
search-kind = Kind
search-kind-project = Project
search-kind-section = Section
search-kind-note = Note
search-kind-meeting = Meeting
search-kind-point = Point
search-kind-thread = Thread
search-kind-message = Message
search-kind-file = File
search-age = Written
search-age-week = In the last 7 days
search-age-month = In the last 30 days
search-age-quarter = In the last 3 months
search-age-year = In the last 12 months
search-begin = The search looks through codes, titles and texts of projects in all three languages, points, discussions, notes, meetings and names of files. It finds only what you may read.
search-short = Enter at least three letters.
search-none = Nothing was found for these words.
search-hint-fewer = Use fewer words, or only the beginning of a word.
search-hint-spelling = Check the spelling, or try another word for the same thing.
search-hint-language = Try another language: messages and points are kept in the language in which they were written.
search-count = { $count ->
    [one] 1 result
   *[other] { $count } results
}
search-cut = There are more. Codes and titles come first, then what is newest. More words narrow the search.
search-point = Point { $number }
search-message = Message of { $date }
