# Security events, for administrators.

events-title = Security events
events-lede = Who came in, who was turned away, and whose keys changed. Recorded in a ledger of its own; like ones within a minute are counted in one.
events-none = Nothing of this kind has been recorded.
events-kind = Event
events-about = Whom it is about
events-actor = By whom, if another
events-network = Network address
events-times = Times
events-nobody = A name without an account
