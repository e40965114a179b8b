# The frozen text in three languages, and the marks of review and agreement.

text-original = الأصل
text-none = لا يوجد نص بهذه اللغة بعد.
text-state-missing = غير موجود
text-state-stale = بحاجة إلى تحديث
text-state-draft = مسودة
text-state-reviewed = مراجَع
text-state-agreed = متفق عليه
mark-title = المراجعة والاتفاق
mark-hint = تراجع إسرائيل النص العبري، وسورية النص العربي، وكل جانب النص الإنكليزي. ويكون النص متفقًا عليه عندما يتفق عليه الرئيسان المشاركان. وتسقط العلامة إذا تغيّر النص أو أصله.
mark-not-permitted = يؤشّر المترجمون والرئيسان المشاركان على مراجعة النصوص. ويتفق عليها الرئيسان المشاركان.
mark-reviewed-deed = { $count ->
    [zero] التأشير على مراجعة النصوص: { $language }
    [one] التأشير على مراجعة نص واحد: { $language }
    [two] التأشير على مراجعة نصين: { $language }
    [few] التأشير على مراجعة { $count } نصوص: { $language }
    [many] التأشير على مراجعة { $count } نصًا: { $language }
   *[other] التأشير على مراجعة { $count } نص: { $language }
}
mark-reviewed-done = أشّر هذا الجانب على مراجعة جميع النصوص: { $language }.
mark-agreed-deed = { $count ->
    [zero] الاتفاق على النصوص: { $language }
    [one] الاتفاق على نص واحد: { $language }
    [two] الاتفاق على نصين: { $language }
    [few] الاتفاق على { $count } نصوص: { $language }
    [many] الاتفاق على { $count } نصًا: { $language }
   *[other] الاتفاق على { $count } نص: { $language }
}
mark-agreed-done = اتفق هذا الجانب على جميع النصوص: { $language }.
