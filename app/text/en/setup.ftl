# The first page of a fresh portal.

setup-title = Set up this portal
setup-lede = This page opens once. It names the portal and its first people, then it closes for good.
setup-key = Key
setup-key-hint = The server shows it when it starts. A new one comes with this command on the server:
setup-portal = The portal
setup-name-en = Name in English
setup-name-he = Name in Hebrew
setup-name-ar = Name in Arabic
setup-address = Public address
setup-mail = Mail
setup-mail-spool = Written into the spool of the data directory
setup-deed = Set up the portal
setup-done = The portal is set up
setup-done-lede = Hand each link over on a safe way. They are shown once; each can be used once, for 72 hours.
