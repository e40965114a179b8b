# Where a project stands, the seven steps, and the road.

stage-draft = טיוטה
stage-tabled = הוגש
stage-in-discussion = בדיון
stage-group-ballot = בקשת עמדות בקבוצה
stage-principals-ballot = בקשת עמדות במשלחות
stage-supervisor-review = אצל הגורם המפקח
stage-cleared = אושרר
stage-implementing = בביצוע
stage-completed = הושלם
stage-closed = סגור
stage-withdrawn = נמשך
stage-declined = נדחה
stage-lapsed = פקע
stage-step-1 = הוצע
stage-step-2 = נדון
stage-step-3 = אושר בקבוצה
stage-step-4 = אושר במשלחות
stage-step-5 = אושרר
stage-step-6 = בביצוע
stage-step-7 = הושלם
stage-step-now = צעד { $number } מתוך 7: { $step }
stage-step-done = הושלם:
stage-step-current = נוכחי:
stage-step-todo = טרם הושלם:

# The timeline
reached-draft = הוחזר למציעיו
reached-tabled = הוגש
reached-in-discussion = הועבר לדיון
reached-group-ballot = הובא להכרעת קבוצת העבודה
reached-principals-ballot = אושר בקבוצת העבודה והובא להכרעת המשלחות
reached-supervisor-review = אושר בשתי המשלחות והובא להכרעת הגורם המפקח
reached-cleared = אושרר
reached-implementing = העבודה החלה
reached-completed = העבודה הושלמה
reached-closed = נסגר
reached-withdrawn = נמשך
reached-declined = נדחה
reached-lapsed = פקע
