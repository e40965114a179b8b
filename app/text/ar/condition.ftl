# Conditions of an approval or of the sign-off.

conditions-none = لم يوضع أي شرط.
condition-title = الشرط { $number }
condition-void = لم يعد ساريًا
condition-accepted = مقبول
condition-to-accept = لم يُقبل بعد
condition-not-verified = لم يُتحقق منه بعد
condition-due-before-start = قبل بدء العمل
condition-due-during = أثناء العمل
condition-due-before-completion = قبل اكتمال العمل
condition-with-approval = الموافقة بشرط
condition-with-signature = المصادقة بشرط
condition-fields-hint = لا يمكن تغيير الشرط لاحقًا. والشرط الذي يقع على الجانب الآخر يقبله ذلك الجانب قبل العرض على الجهة المشرفة.
condition-accept-hint = وضع الوفد الآخر هذا الشرط، ويقع استيفاؤه على عاتق هذا الوفد.
condition-accept-deed = قبول الشرط
condition-verify-field = كيف ثبت أن الشرط مستوفى
condition-verify-deed = تسجيل استيفاء الشرط
