# Projects on the desk: the list, the start, the head and its tabs, and the steps of a proposal outside ballots.

projects-title = المشاريع
projects-none = لا يوجد هنا مشروع يمكن الاطلاع عليه. أعضاء فرق العمل هم من يقترح المشاريع.
projects-none-filtered = لا يوجد مشروع يطابق التصفية.
projects-cut = هناك مشاريع أخرى. تظهر أحدثها أولًا، وتضيّق التصفية بحسب المرحلة أو القطاع أو الرمز نطاق القائمة.
project-draft-name = مسودة
project-untitled = بلا عنوان
project-suspended = معلَّق
project-details = عن المشروع

# Tabs
tab-overview = نظرة عامة
tab-edit = التحرير
tab-text = النص
tab-versions = النسخ
tab-discussion = النقاش
tab-ballot = طلب المواقف
tab-points = النقاط
tab-conditions = الشروط
tab-sign-off = المصادقة
tab-implementation = التنفيذ
tab-summary = الملخص الموجَّه للجمهور
tab-history = السجل

# Starting a project
start-title = اقتراح مشروع
start-lede = يبدأ المشروع مسودةً بأقسام قطاعه. ويُعطى رمزه عند تقديمه.
start-not-permitted = يحق الاقتراح لأعضاء فرق العمل ورؤسائها المشاركين ورئيسي الوفدين. ولا يوجد دور كهذا لصاحب هذا الحساب في أي فريق.
start-group = فريق العمل
start-group-hint = يحدد الفريق القطاع وأقسام النص.
start-proposer = مَن يقترح المشروع
start-proposer-own = وفدي
start-proposer-own-hint = لا يقرأ المسودة سوى الوفد نفسه إلى أن تُقدَّم.
start-proposer-joint = الوفدان معًا
start-proposer-joint-hint = تقرأ جميع الأطراف المسودة منذ البداية. ويقدّمها الرئيسان المشاركان.
start-source = لغة الأصل
start-source-hint = اللغة التي يُكتب بها النص أولًا. والأخريان ترجمتان إلى أن يتفق عليهما الجانبان.
start-title-hint = بلغة الأصل. 120 حرفًا على الأكثر.
start-deed = بدء المسودة

# Taking up, sending back, returning, reopening, withdrawing
take-up-title = بدء النقاش في المشروع
take-up-hint = ينتقل المشروع إلى النقاش، ويستطيع الوفدان تحرير نصه. وليس ذلك موافقة.
take-up-deed = نقل إلى النقاش
take-up-other = قدّم هذا الجانب المشروع. ينقله الرئيس المشارك من الجانب الآخر إلى النقاش أو يعيده.
take-back-title = استعادة المشروع
take-back-hint = يعود المشروع مسودة. ويحتفظ برمزه ونسخته.
take-back-deed = إعادة إلى المسودة
send-back-title = إعادة المشروع إلى مقترحيه
send-back-hint = يعود المشروع إلى مقترحيه مسودةً. ويُذكر ما ينقصه.
send-back-deed = إعادة إلى المقترحين
return-to-discussion-title = إعادة المشروع إلى النقاش
return-to-discussion-hint = يفقد المشروع الإذن بالتنفيذ، ويبقى الإذن في السجل. وتلزم موافقات جديدة ومصادقة جديدة.
return-to-discussion-deed = إعادة إلى النقاش
reopen-title = إعادة فتح المشروع
reopen-hint = يعود المشروع إلى النقاش بقبول الرئيسين المشاركين. وتبدأ طلبات المواقف من جديد.
reopen-deed = القبول بإعادة الفتح
withdraw-project-title = سحب المشروع
withdraw-project-hint = ينتهي المشروع نهائيًا. ويبقى ما سُجِّل. والمشروع المشترك والمشروع المصادَق عليه يحتاجان إلى قبول الجانبين.
withdraw-project-deed = سحب نهائي
project-step-ends = تنتهي هذه الخطوة
project-step-extended = تأجيل اليوم الأخير
project-step-passed = انقضى الموعد
