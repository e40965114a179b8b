# Where a project stands, the seven steps, and the road.

stage-draft = مسودة
stage-tabled = مقدَّم
stage-in-discussion = قيد النقاش
stage-group-ballot = طلب المواقف في فريق العمل
stage-principals-ballot = طلب المواقف لدى الوفدين
stage-supervisor-review = لدى الجهة المشرفة
stage-cleared = صودق عليه
stage-implementing = قيد التنفيذ
stage-completed = مكتمل
stage-closed = مغلق
stage-withdrawn = مسحوب
stage-declined = مرفوض
stage-lapsed = انقضت مهلته
stage-step-1 = اقتُرح
stage-step-2 = نوقش
stage-step-3 = وافق عليه الفريق
stage-step-4 = وافق عليه الوفدان
stage-step-5 = صودق عليه
stage-step-6 = قيد التنفيذ
stage-step-7 = اكتمل
stage-step-now = الخطوة { $number } من 7: { $step }
stage-step-done = أُنجز:
stage-step-current = الحالي:
stage-step-todo = لم يُنجز:

# The timeline
reached-draft = أُعيد إلى مقترحيه
reached-tabled = قُدِّم
reached-in-discussion = انتقل إلى النقاش
reached-group-ballot = عُرض على فريق العمل
reached-principals-ballot = وافق عليه فريق العمل وعُرض على الوفدين
reached-supervisor-review = وافق عليه الوفدان وعُرض على الجهة المشرفة
reached-cleared = صودق عليه
reached-implementing = بدأ العمل
reached-completed = اكتمل العمل
reached-closed = أُغلق
reached-withdrawn = سُحب
reached-declined = رُفض
reached-lapsed = انقضت مهلته
