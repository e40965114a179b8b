# What mails say: that something waits and where, never a word of what was written.

mail-foot = بوابة التعاون: { $portal }. لا أحد يقرأ الرد على هذه الرسالة.
mail-quiet-subject = شيء ينتظر على مكتبك
mail-quiet = شيء ينتظر على مكتبك. سجّل الدخول لتراه.
mail-turn-subject = { $code }: { $asked }
mail-turn = جاء دور جانبك في { $code }: { $asked }.
mail-turn-due = اليوم الأخير هو { $date }. والصمت لا يُعدّ قبولًا أبدًا.
mail-invitation-subject = دعوة إلى بوابة التعاون
mail-invitation = أنت مدعو إلى { $portal }. بالرابط أدناه تضع كلمة المرور.
mail-invitation-why = إن لم تكن تتوقع هذه الدعوة فاسأل رئيس وفدك قبل فتحها.
mail-reset-subject = رابط لكلمة مرور جديدة
mail-reset = أنشأ لك من يدير أشخاص جانبك رابطًا لكلمة مرور جديدة في { $portal }.
mail-reset-asked = طلب أحدهم رابطًا لكلمة مرور جديدة في { $portal } بهذا العنوان.
mail-reset-unasked = إن لم تكن أنت الطالب ولا تتوقع رابطًا فلا تفعل شيئًا: لا يتغير شيء من دون الرابط.
mail-link-until = يعمل الرابط مرة واحدة حتى { $moment }.
mail-subject-new-device = دخول من جهاز جديد
mail-subject-tries = كلمات مرور خاطئة لحسابك
mail-subject-password = غُيّرت كلمة مرورك
mail-subject-factors = غُيّر العامل الثاني أو استُعمل رمز استرداد
mail-subject-suspended = أُغلق حسابك
mail-when = { $what }: { $moment }.
mail-not-you = إن لم تكن أنت من فعل ذلك فغيّر كلمة المرور وأنهِ الجلسات الأخرى وأبلغ رئيس جانبك فورًا.
mail-suspended-then = لا يمكنك الدخول حتى يسمح لك من يدير أشخاص جانبك بالعودة.
