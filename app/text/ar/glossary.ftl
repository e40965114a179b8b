# المسرد: ما اسم كل شيء باللغات الثلاث.

glossary-title = المسرد
glossary-lede = ما اسم كل شيء باللغات الثلاث. يصبح المصطلح معتمدًا عندما يوافق الرئيسان المشاركان على الكلمات نفسها.
glossary-groups = فرق العمل
glossary-agreed = المصطلحات المتفق عليها
glossary-none = لا مصطلح متفقًا عليه بعد.
glossary-proposed = المصطلحات المقترحة
glossary-by = اقترحه
glossary-agree = الموافقة باسم طرفنا
glossary-decline = رفض
glossary-withdraw = سحب الاقتراح
glossary-who = يقترح المصطلحاتِ أعضاءُ الوفدين ومترجموهما والرئيسان المشاركان.
glossary-propose = اقتراح مصطلح
glossary-propose-hint = اكتب الكلمة باللغات الثلاث. لتغيير مصطلح متفق عليه اقترح الكلمة الإنكليزية نفسها ومعها كلمات أخرى.
glossary-propose-deed = اقتراح
remarks-title = المصطلحات في هذا القسم
remark-otherwise = قيل بكلمات أخرى: { $languages }
remark-not-agreed = غير متفق عليه بعد
remark-typed = «{ $term }»: { $says }.
field-term-en = المصطلح بالإنكليزية
field-term-he = المصطلح بالعبرية
field-term-ar = المصطلح بالعربية
