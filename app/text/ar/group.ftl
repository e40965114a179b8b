# Working groups.

groups-title = فرق العمل
groups-none = لا يوجد فريق عمل لصاحب هذا الحساب دور فيه.
group-members = الأعضاء بحسب الجانب
group-stages = المشاريع بحسب المرحلة
group-meetings = الاجتماعات
group-no-meetings = لا اجتماع مقررًا.
group-vacant = مقعد الرئيس المشارك شاغر. يسمّي رئيس هذا الوفد من يشغله.
group-figures = أرقام
group-stages-finding = أكثرها في مرحلة: { $label }، { $shown }.
group-time = متوسط الأيام التي مضت على المشاريع المفتوحة في مرحلتها
group-time-finding = أطول انتظار: { $label }، { $shown }.
