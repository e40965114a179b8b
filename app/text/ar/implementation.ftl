# Start, completion and closing with both sides' consent; stop-work.

implementation-before-sign-off = لا يُنفَّذ شيء قبل المصادقة. ويلزم لذلك موافقة الوفدين ومصادقة الجهة المشرفة على النسخة نفسها.
implementation-key-lost = لم يعد هذا الإذن قائمًا: سُحبت موافقة أو أُلغيت المصادقة. ولا يستأنف المشروع إلا بإذن جديد.
implementation-keys = الإذن بالتنفيذ
consent-given = أُعطي القبول
consent-awaited = لم يُعطَ القبول بعد
consent-own-given = أُعطي قبول هذا الجانب. ويلزم قبول الجانب الآخر أيضًا.
start-work-title = بدء العمل
start-work-hint = يبدأ العمل بعد قبول الرئيسين المشاركين وعندما لا ينقص شيء آخر.
start-work-deed = القبول ببدء العمل
start-work-who = يقبل الرئيسان المشاركان بدء العمل.
complete-work-title = إعلان اكتمال العمل
complete-work-hint = يُعدّ العمل مكتملًا بعد قبول الرئيسين المشاركين والتحقق من استيفاء كل شرط.
complete-work-deed = القبول بالاكتمال
complete-work-who = يقبل الرئيسان المشاركان الاكتمال.
close-project-title = إغلاق المشروع
close-project-hint = المشروع المغلق يُقرأ ولا يُغيَّر بعد ذلك. والعمل غير المكتمل ينتهي قبل موعده.
close-project-deed = القبول بإغلاق المشروع
close-project-who = يقبل رئيسا الوفدين إغلاق المشروع.
stop-in-force = أمر بوقف العمل ساري المفعول، صادر عن:
stop-title = الأمر بوقف العمل
stop-hint = يُعلَّق المشروع فورًا. ولا يبدأ شيء ولا يكتمل إلى أن يرفع الطرف الذي أصدر الأمر أمرَه.
stop-deed = إصدار أمر بوقف العمل
lift-title = رفع أمر وقف العمل
lift-hint = يمكن استئناف العمل إذا كانت الموافقتان والمصادقة قائمة. ويُذكر ما الذي تغيّر.
lift-deed = رفع الأمر
