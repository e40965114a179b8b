# The table of who may do what.

permissions-title = الصلاحيات
permissions-lede = هذا هو الجدول الذي تقرر القواعد بموجبه، ولا يمنح حقًا أو يمنعه شيء سواه.
permissions-action = العمل
grant-no = –
grant-yes = نعم
grant-own = عن جانبه
grant-both = مع الجانب الآخر
action-read-joint = قراءة المحتوى المشترك لمجموعاته
action-caucus = القراءة والكتابة في المداولات الداخلية لجانبه
action-channel = القراءة والكتابة في قناة وفد مع الجهة المشرفة
action-create-draft = بدء مسودة
action-edit-text = تحرير نص العمل
action-steer-project = التقديم والأخذ للنقاش والإعادة وتثبيت نسخة وإلغاء طلب المواقف والسحب
action-review-text = وضع علامة المراجعة على ترجمة
action-agree-jointly = الاتفاق على ترجمة وفتح طلب المواقف والبدء والإكمال
action-group-position = تسجيل موقف الجانب في فريق العمل
action-principals-position = تسجيل موقف الوفد والرجوع عن موافقة
action-answer-point = الإجابة عن نقطة
action-close-point = إغلاق نقطة لجانبه
action-verify-condition = التصريح باستيفاء شرط
action-prepare-dossier = إعداد الملف
action-sign-off = التوقيع والإعادة والرفض وإلغاء التوقيع
action-stop-work = الأمر بوقف العمل ورفع أمر جانبه
action-prepare-summary = كتابة الملخص الموجَّه للجمهور
action-conclude = القبول بملخص وإغلاق مشروع
action-manage-people = دعوة أشخاص من الجانب نفسه ومنح الأدوار وإنهاؤها والتعليق
