# Signing in, and the accounts of the demonstration.

sign-in-title = تسجيل الدخول
sign-in-lede = لموظفي الوزارات والأمانة والجهة المشرفة.
sign-in-deed = دخول
sign-in-accounts-title = حسابات العرض التوضيحي
sign-in-accounts-hint = لجميعها كلمة المرور نفسها:
sign-in-account-co-chair-il = رئيس مشارك، إسرائيل
sign-in-account-co-chair-sy = رئيس مشارك، سورية
sign-in-account-signatory-il = مفوَّض بالتوقيع، إسرائيل
sign-in-account-signatory-sy = مفوَّض بالتوقيع، سورية
sign-in-account-reviewer = مراجِع لدى الجهة المشرفة
sign-in-account-officer = مسؤول المصادقة لدى الجهة المشرفة
sign-in-account-head-il = رئيس وفد، إسرائيل
sign-in-account-head-sy = رئيس وفد، سورية
late-title = يلزم الدخول للمتابعة
late-text = كان الدخول قد انتهى، فلم يُرسل شيء. بعد الدخول يعود ما كُتب إلى موضعه.
invitation-title = تعيين كلمة المرور
invitation-lede = يعمل هذا الرابط مرة واحدة. وبعد ذلك يكون الدخول بالعنوان وكلمة المرور.
invitation-deed = تعيين كلمة المرور
invitation-over-title = لا يمكن استخدام هذا الرابط
invitation-over = استُخدم الرابط أو انتهت مدته أو أُنشئ رابط أحدث منه. ويمكن للقائمين على البوابة إنشاء رابط جديد.
reset-link = نسيت كلمة المرور؟
reset-title = كلمة مرور جديدة
reset-lede = أدخل العنوان الذي تسجّل الدخول به. إن كان لحساب فسيخرج إليه رابط الآن، يعمل مرة واحدة خلال ساعة.
reset-deed = إرسال الرابط
reset-no-mail = لم تصل رسالة خلال دقائق؟ يستطيع من يدير أشخاص جانبك أن ينشئ لك رابطًا أيضًا.
reset-back = العودة إلى تسجيل الدخول
