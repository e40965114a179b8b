# המונחון: מה נקרא איך בשלוש השפות.

glossary-title = מונחון
glossary-lede = מה נקרא איך בשלוש השפות. מונח עומד כששני היושבים ראש המשותפים הסכימו לאותן מילים.
glossary-groups = קבוצות עבודה
glossary-agreed = מונחים מוסכמים
glossary-none = עדיין אין מונח מוסכם.
glossary-proposed = מונחים מוצעים
glossary-by = הוצע בידי
glossary-agree = להסכים בשם הצד שלנו
glossary-decline = לדחות
glossary-withdraw = לחזור בי
glossary-who = חברים, מתרגמים ויושבי ראש משותפים של שתי המשלחות מציעים מונחים.
glossary-propose = הצעת מונח
glossary-propose-hint = יש לתת את המילה בשלוש השפות. לשינוי מונח מוסכם יש להציע את אותה מילה באנגלית ולצידה מילים אחרות.
glossary-propose-deed = להציע
remarks-title = מונחים בפרק זה
remark-otherwise = נאמר אחרת: { $languages }
remark-not-agreed = טרם הוסכם
remark-typed = ״{ $term }״: { $says }.
field-term-en = המונח באנגלית
field-term-he = המונח בעברית
field-term-ar = המונח בערבית
