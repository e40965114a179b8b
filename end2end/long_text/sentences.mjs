// Sentences about wells and solar pumps, the same ones in three languages, with what makes a text hard to carry: Latin words and
// numbers in right-to-left lines, quotation marks, brackets, addresses, words that stand out. {a}, {k}, {m} and {n} become numbers.
export const SENTENCES = {
  en: [
    'Well {a} gives {n} cubic metres a day in summer, and **no more than {m} cubic metres** once the rains of autumn have filled the upper layer.',
    'The pump of type `SP-{k}` runs on {a} panels and lifts water from a depth of {m} metres without any diesel.',
    'Farmers call this row "the long row", because it takes {a} minutes to walk from the tank to its last olive tree.',
    'Each reading is written into a table that [both offices keep](https://example.org/wells/{k}) and that nobody can change afterwards.',
    'When salt rises above {m} milligrams a litre, the valve is closed *on the same day* and the village is told by SMS.',
    'A drip line of {n} metres saves about {a} % of the water that an open furrow loses to the sun and the wind.',
    'The technicians of both sides share one list of spare parts (filters, O-rings, fuses of {a} A), so that a broken pump waits {m} hours and not {n}.',
    'In dry years the reserve of {n} m³ is shared half and half; in wet years it stays in the ground.',
    'Nothing is measured from the air: the meters are read by hand, between 06:00 and 09:30, by two people who sign together.',
    'One hectare costs US$ {n}.50, of which {a} % are pipes, {m} % are panels, and the rest is labour & transport.',
  ],
  he: [
    'באר {a} מפיקה {n} מטרים מעוקבים ביום בקיץ, **ולא יותר מ-{m} מטרים מעוקבים** לאחר שגשמי הסתיו ממלאים את השכבה העליונה.',
    'המשאבה מדגם `SP-{k}` פועלת על {a} לוחות ומעלה מים מעומק של {m} מטרים בלי שום סולר.',
    'החקלאים קוראים לשורה הזאת "השורה הארוכה", כי נדרשות {a} דקות כדי ללכת מן המכל אל עץ הזית האחרון שבה.',
    'כל מדידה נרשמת בטבלה [ששני המשרדים מחזיקים](https://example.org/wells/{k}) ושאיש אינו יכול לשנות אותה אחר כך.',
    'כאשר המליחות עולה על {m} מיליגרם לליטר, השסתום נסגר *באותו היום* והכפר מקבל הודעת SMS.',
    'קו טפטוף באורך {n} מטרים חוסך בערך {a}% מן המים שתלם פתוח מאבד לשמש ולרוח.',
    'הטכנאים של שני הצדדים חולקים רשימה אחת של חלפים (מסננים, O-rings, נתיכים של {a} A), כך שמשאבה תקולה ממתינה {m} שעות ולא {n}.',
    'בשנים שחונות הרזרבה של {n} m³ מתחלקת חצי בחצי; בשנים גשומות היא נשארת באדמה.',
    'שום דבר אינו נמדד מן האוויר: המונים נקראים ביד, בין 06:00 ל-09:30, בידי שני אנשים שחותמים יחד על הדו״ח.',
    'הקטר אחד עולה US$ {n}.50, מתוכם {a}% צינורות, {m}% לוחות, והיתר עבודה & הובלה.',
  ],
  ar: [
    'تعطي البئر {a} نحو {n} مترًا مكعبًا في اليوم صيفًا، **ولا تعطي أكثر من {m} مترًا مكعبًا** بعد أن تملأ أمطار الخريف الطبقة العليا.',
    'تعمل المضخة من طراز `SP-{k}` على {a} لوحًا وترفع الماء من عمق {m} مترًا من دون أي وقود ديزل.',
    'يسمي المزارعون هذا الصف «الصف الطويل» لأن المشي من الخزان إلى آخر شجرة زيتون فيه يستغرق {a} دقيقة.',
    'تُسجَّل كل قراءة في جدول [يحتفظ به المكتبان](https://example.org/wells/{k}) ولا يستطيع أحد أن يغيّره بعد ذلك.',
    'إذا زادت الملوحة على {m} ملّيغرامًا في اللتر يُغلق الصمام *في اليوم نفسه* وتُبلَّغ القرية برسالة SMS.',
    'يوفر خط تنقيط طوله {n} مترًا نحو {a}% من الماء الذي يفقده ثلم مكشوف للشمس والريح.',
    'يتقاسم الفنيون من الجانبين قائمة واحدة لقطع الغيار (مرشحات، O-rings، فواصم {a} A)، فلا تنتظر المضخة المعطلة سوى {m} ساعة بدلًا من {n}.',
    'في السنوات الجافة يُقسم الاحتياطي البالغ {n} m³ مناصفة؛ وفي السنوات المطيرة يبقى في الأرض.',
    'لا شيء يُقاس من الجو: تُقرأ العدادات باليد بين 06:00 و09:30، ويقرؤها شخصان يوقعان معًا منذ عام ٢٠٢٦.',
    'كلفة الهكتار الواحد US$ {n}.50، منها {a}% للأنابيب و{m}% للألواح والباقي للأجور & النقل.',
  ],
};

export const HEADINGS = {
  en: ['Water in the ground', 'Pumps & panels', 'The order of the work'],
  he: ['המים שבאדמה', 'משאבות & לוחות', 'סדר העבודה'],
  ar: ['الماء في الأرض', 'المضخات & الألواح', 'ترتيب العمل'],
};

/** The head of a table, and what its rows are called. */
export const TABLE = {
  en: { head: ['Well', 'Depth, m', 'Water, m³'], row: 'Well' },
  he: { head: ['באר', 'עומק, m', 'מים, m³'], row: 'באר' },
  ar: { head: ['البئر', 'العمق، m', 'الماء، m³'], row: 'البئر' },
};

export const TITLE = {
  en: 'Solar pumps for 40 shared wells',
  he: 'משאבות סולאריות ל-40 בארות משותפות',
  ar: 'مضخات شمسية لأربعين بئرًا مشتركة',
};
