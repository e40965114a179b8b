# The glossary: what is called how in three languages.

glossary-title = Glossary
glossary-lede = What is called how in the three languages. A term stands when both co-chairs have agreed to the same words.
glossary-groups = Working groups
glossary-agreed = Agreed terms
glossary-none = No term is agreed yet.
glossary-proposed = Proposed terms
glossary-by = Proposed by
glossary-agree = Agree for our side
glossary-decline = Decline
glossary-withdraw = Take back
glossary-who = Members, translators and co-chairs of both delegations propose terms.
glossary-propose = Propose a term
glossary-propose-hint = Give the word in all three languages. To change an agreed term, propose the same English word with other words beside it.
glossary-propose-deed = Propose
remarks-title = Terms in this section
remark-otherwise = Said otherwise: { $languages }
remark-not-agreed = Not agreed yet
remark-typed = “{ $term }”: { $says }.
field-term-en = The term in English
field-term-he = The term in Hebrew
field-term-ar = The term in Arabic
