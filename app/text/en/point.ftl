# Points: one objection each, with what would resolve it.

points-none = No point has been raised.
point-title = Point { $number }: { $section }
point-open = Open
point-closed = Closed
point-closed-because = What resolved it
point-answer-of = Answer of
point-who-closes = Only the side that raised this point closes it. The other side's co-chair can answer it.
point-answer-title = Answer this point
point-answer-field = Answer of your side
point-answer-deed = Record the answer
point-close-title = Close this point
point-close-field = What resolved it
point-close-deed = Close the point
point-fields-title = Add a point
point-fields-hint = Needed to object and to return for changes. A point stays open across versions until your own side closes it.
class-scope = Scope
class-safety = Safety
class-legal = Law
class-cost = Cost
class-wording = Wording
class-capacity = Capacity
class-linked-project = Linked project
class-other = Other
