# A person's keys, the second step of signing in, and the list of sessions.

security-title = المفاتيح
security-lede = وسائل الدخول. كل تغيير يتطلب تحققًا ويُسجَّل وينهي الجلسات الأخرى.
security-limited = هذا الدور يتطلب عامل تحقق ثانيًا. وحتى إعداده لا يُفتح إلا هذه الصفحة.
security-app = تطبيق التحقق
security-app-why = يعرض تطبيق في الهاتف رمزًا جديدًا كل نصف دقيقة. ومن عرف كلمة المرور لا يدخل من دونه.
security-app-scan = يلزم مسح هذه الصورة بالتطبيق.
security-app-picture = السر الخاص بالتطبيق على هيئة صورة
security-app-type = أو كتابة ما يلي في التطبيق:
security-app-prove = يلزم إدخال الرمز الذي يعرضه التطبيق الآن.
security-app-deed = إعداد التطبيق
security-app-set = التطبيق مُعَدّ. ويُطلب رمزه عند الدخول وقبل ما لا رجعة فيه.
security-app-remove = إزالة التطبيق
security-app-remove-hint = يبطل التطبيق وجميع رموز الاسترداد، وتنتهي الجلسة.
security-codes = رموز الاسترداد
security-codes-new = رموز استرداد جديدة
security-codes-keep = يلزم طبع هذه الرموز أو كتابتها الآن. فلن تُعرض ثانيةً. وكل رمز ينوب عن التطبيق مرة واحدة.
security-codes-left = { $count ->
    [zero] لم يبقَ رمز استرداد.
    [one] بقي رمز استرداد واحد.
    [two] بقي رمزا استرداد.
    [few] بقيت { $count } رموز استرداد.
    [many] بقي { $count } رمز استرداد.
   *[other] بقي { $count } رمز استرداد.
}
security-codes-renew = إنشاء رموز استرداد جديدة
security-codes-renew-hint = تبطل الرموز الحالية.
second-title = الخطوة الثانية
second-lede = كلمة المرور صحيحة. والمطلوب الآن رمز تطبيق التحقق أو رمز استرداد.
second-again = البدء من جديد
sessions-lede = الأماكن التي الدخول مفتوح منها الآن. يلزم إنهاء غير المعروف منها ثم تغيير كلمة المرور.
sessions-open = الجلسات المفتوحة
passkey-title = مفاتيح المرور
passkey-why = مفتاح المرور محفوظ في الجهاز ويُفتح ببصمة أو بالوجه أو برمز. وهو وحده يكفي للدخول، ولا يُنتزع بالخداع.
passkey-sign-in = الدخول بمفتاح مرور
passkey-confirm = التأكيد بمفتاح مرور
passkey-or = أو بكلمة المرور:
passkey-failed = لم يُجب الجهاز. يلزم المحاولة مرة أخرى أو استعمال الطريقة الأخرى.
passkey-no-domain = تتطلب مفاتيح المرور عنوانًا عامًا له اسم نطاق. وعنوان هذه البوابة بلا اسم نطاق.
passkey-add = إضافة مفتاح مرور
passkey-add-deed = إنشاء مفتاح المرور
passkey-name = اسم مفتاح المرور
passkey-name-hint = ليسهل التعرف عليه لاحقًا، مثل «الهاتف».
passkey-needs-script = تتطلب مفاتيح المرور JavaScript. ومن دونه يلزم إعداد تطبيق تحقق.
passkey-remove = إزالة مفتاح المرور هذا
