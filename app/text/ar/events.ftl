# Security events, for administrators.

events-title = أحداث الأمن
events-lede = من دخل ومن رُدّ وأي المفاتيح تغيّر. تُسجَّل في سجل مستقل، وتُعدّ الأحداث المتماثلة في الدقيقة الواحدة حدثًا واحدًا.
events-none = لم يُسجَّل شيء من هذا النوع.
events-kind = الحدث
events-about = بمن يتعلق
events-actor = الفاعل إن كان غيره
events-network = عنوان الشبكة
events-times = المرات
events-nobody = اسم بلا حساب
