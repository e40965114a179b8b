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
mail-due-subject = { $code }: { $asked }، حتى { $date }
mail-due-left = { $days ->
    [zero] لم يبق يوم عمل. آخر يوم هو { $date }.
    [one] بقي يوم عمل واحد. آخر يوم هو { $date }.
    [two] بقي يوما عمل. آخر يوم هو { $date }.
    [few] بقيت { $days } أيام عمل. آخر يوم هو { $date }.
    [many] بقي { $days } يوم عمل. آخر يوم هو { $date }.
   *[other] بقي { $days } يوم عمل. آخر يوم هو { $date }.
}
mail-due-today = اليوم، { $date }، هو آخر يوم.
mail-due-then = إذا انقضى الموعد انتقلت الخطوة إلى المستوى الأعلى. السكوت ليس قبولًا أبدًا.
mail-escalated-subject = { $code }: لا رد في الموعد ({ $asked })
mail-escalated = كان آخر يوم لهذه الخطوة ({ $asked }) هو { $date }. وكانت لدى { $holder }.
mail-escalated-head = هي الآن لدى رئيس الوفد حتى { $date }.
mail-escalated-heads = أُبلغ رئيسا الوفدين. وأمام الجهة المشرفة حتى { $date }.
mail-escalated-good-offices = لم يرد رئيس الوفد أيضًا. تعرض الجهة المشرفة مساعيها الحميدة حتى { $date }.
mail-escalated-end = إذا لم يرد أحد حتى { $date } انقضت مهلة المشروع. لا شيء يُعتمد بالسكوت.
mail-lapsed-subject = { $code }: انقضت المهلة
mail-lapsed = لم يرد أحد في الموعد فانقضت مهلة المشروع. ولم يُعتمد شيء. ويستطيع الرئيسان المشاركان معًا إعادة فتحه.
mail-expiring-subject = { $code }: المصادقة تنتهي قريبًا
mail-expiring = تنتهي المصادقة على هذا المشروع خلال 60 يومًا ولم يبدأ العمل بعد. ويستطيع الرئيسان المشاركان بدأه حتى ذلك الحين.
mail-expired-subject = { $code }: انتهت المصادقة
mail-expired = انتهت المصادقة على هذا المشروع قبل بدء العمل. عاد المشروع إلى النقاش، ولا بد من مصادقة جديدة.
mail-note-subject = المذكرة { $number }
mail-note = وصلت المذكرة { $number } إلى طرفك، وهي تنتظر الإشعار بتسلمها.
mail-note-due = الرد مطلوب حتى { $date }.
mail-notice-mentions = يُطلب انتباهك
mail-notice-decisions = صدر قرار
mail-notice-texts = تغيّر النص
mail-notice-discussion = هناك رسالة
mail-notice-subject = { $code }: { $about }
mail-notice-says-mentions = رسالة تطلب انتباهك. سجّل الدخول لقراءتها والرد عليها.
mail-notice-says-decisions = صدر قرار أو تقرّر أمر أو وصلت مذكرة. سجّل الدخول للاطلاع على التفاصيل.
mail-notice-says-texts = تغيّر النص أو إحدى الترجمات. سجّل الدخول للاطلاع على التغيير.
mail-notice-says-discussion = كُتبت رسالة في المناقشة. سجّل الدخول لقراءتها.
mail-digest-subject-daily = ما وصل إلى صندوقك اليوم
mail-digest-subject-weekly = ما وصل إلى صندوقك هذا الأسبوع
mail-digest-daily = وصل منذ آخر ملخص يومي ولم يُقرأ بعد:
mail-digest-weekly = وصل منذ آخر ملخص أسبوعي ولم يُقرأ بعد:
mail-digest-part = { $topic }: { $count }
mail-digest-line = { $code } · { $parts }
mail-digest-private = هناك المزيد مما لا يظهر إلا في صندوقك.
mail-digest-stop = لإيقاف هذه الرسائل:
mail-meeting-subject = اجتماع لفريق عملك
mail-meeting-called = تمت الدعوة إلى اجتماع: { $meeting }.
mail-meeting-changed = تغيّر موعد اجتماع أو مكانه: { $meeting }.
mail-meeting-cancelled = أُلغي اجتماع: { $meeting }.
