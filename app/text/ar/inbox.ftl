# The inbox: what came for one person.

inbox-title = الوارد
inbox-lede = ما يخصّك في مشاريع فرقك ومذكراتها واجتماعاتها، الأحدث أولًا. ولا يُعرض ما لم يعد يحق لك الاطلاع عليه.
inbox-empty = لا شيء في الوارد.
inbox-none-of-topic = لا شيء في هذا الموضوع.
inbox-unread = { $count ->
    [zero] لا إشعارات غير مقروءة
    [one] إشعار واحد غير مقروء
    [two] إشعاران غير مقروءين
    [few] { $count } إشعارات غير مقروءة
    [many] { $count } إشعارًا غير مقروء
   *[other] { $count } إشعار غير مقروء
}
inbox-new = جديد
inbox-read-one = وضع علامة مقروء
inbox-read-all = وضع علامة مقروء على الكل
inbox-older = ما سبق
inbox-topics = المواضيع
inbox-all = الكل
topic-duties = دورك
topic-mentions = الإشارات إليك
topic-decisions = القرارات والمذكرات والاجتماعات
topic-texts = النصوص
topic-discussion = النقاش
notifications-title = الإشعارات
notifications-lede = كل ما يعنيك يصل إلى صندوقك. هنا تختار ما يصل أيضًا بالبريد، وبأي وتيرة.
notifications-mail = بالبريد الإلكتروني
notifications-duties = عندما يحين دورك، وعندما يقترب موعد خطوة، تصلك رسالة فورًا دائمًا.
notifications-deed = حفظ
topic-hint-mentions = رسالة تطلب انتباهك
topic-hint-decisions = الاقتراعات والمواقف والنقاط وموافقة الجهة المشرفة وبدء العمل وانتهاؤه
topic-hint-texts = النسخ الجديدة وترجماتها
topic-hint-discussion = المناقشات والرسائل
pace-at-once = فورًا
pace-daily = مرة في اليوم
pace-weekly = مرة في الأسبوع
pace-none = بلا بريد
unsubscribe-title = إيقاف الملخصات
unsubscribe-lede = لن تصلك بعد الآن ملخصات يومية أو أسبوعية. ما ينتظرك يصلك فورًا كما كان، وصندوقك يحفظ كل شيء.
unsubscribe-deed = إيقاف الملخصات
unsubscribe-choose = الاختيار لكل موضوع على حدة
unsubscribe-wrong-title = هذا الرابط لا يعمل
unsubscribe-wrong = ربما انقطع الرابط. سجّل الدخول واختر تحت «الإشعارات» ما يصلك بالبريد.
