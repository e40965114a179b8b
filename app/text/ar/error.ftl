# Pages that say why there is no page.

error-not-found-title = لا توجد صفحة هنا
error-not-found-text = يلزم التحقق من العنوان أو البدء من الصفحة الرئيسية.
error-forbidden-title = لا يمكن القيام بهذا الإجراء هنا
error-forbidden-text = لا يتيح الدور ذلك. وتبيّن صفحة فريق العمل من يتولى كل دور.
error-home = الصفحة الرئيسية
error-stale-form-title = لم يعد هذا النموذج صالحًا للاستخدام
error-stale-form-text = انتهت الجلسة، أو أن النموذج من جلسة أخرى. لم يُسجَّل شيء. يلزم تسجيل الدخول وفتح الصفحة من جديد.
error-stale-form-typed = ما كُتب
error-failed-title = حدث خلل من جانبنا
error-failed-text = لم يتغير شيء. يمكن المحاولة لاحقًا.
error-reference = رقم يُذكر عند المراجعة: { $id }
error-too-large-title = النموذج أكبر من الحد المسموح
error-too-large-text = لم يُسجَّل شيء. الحد الأقصى للملف 25 ميغابايت وللنص 20,000 حرف. يلزم الرجوع واختصار ما أُرسل.
error-not-a-form-title = تتعذر قراءة هذا النموذج
error-not-a-form-text = لم يُسجَّل شيء. يلزم الرجوع وتحميل الصفحة من جديد ثم إرسال النموذج مرة أخرى.
error-too-often-title = طلبات كثيرة دفعة واحدة
error-too-often-text = لم يُسجَّل شيء. انتظر عشر ثوانٍ وحاول من جديد.
