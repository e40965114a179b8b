// Short texts for a project of the journey, in three languages.
const LINES = {
  en: (part, version) => `What we plan for ${part}, wording ${version}.`,
  he: (part, version) => `מה אנו מתכננים לגבי ${part}, נוסח ${version}.`,
  ar: (part, version) => `ما نخطط له بشأن ${part}، صياغة ${version}.`,
};

export const TITLE = { en: 'Solar roofs for two clinics', he: 'גגות סולאריים לשתי מרפאות', ar: 'أسطح شمسية لعيادتين' };

/** The fields of a section's form. */
export function section(key, version = 1) {
  const text = (lang) => (key === 'title' ? TITLE[lang] : LINES[lang](key, version));
  return { text_en: text('en'), text_he: text('he'), text_ar: text('ar') };
}

/** The fields of a summary for the public. */
export function summary() {
  const fields = {};
  for (const lang of ['en', 'he', 'ar']) {
    fields[`title_${lang}`] = TITLE[lang];
    fields[`text_${lang}`] = LINES[lang]('summary', 1);
    fields[`reasons_${lang}`] = LINES[lang]('reasons', 1);
  }
  return fields;
}

/** A note in the language of the desk. */
export const NOTES = {
  en: { caucus: 'Our limit for the price stays among us.', joint: 'Which clinic comes first?', reply: 'The one without a generator.', point: 'The budget names no payer.', resolve: 'Name the payer of each line.', answer: 'The next version names them.', reason: 'The budget now names the payers.', note: 'Everything was read and fits.', condition: 'The meters are calibrated first.', evidence: 'Certificate of the laboratory' },
  he: { caucus: 'הגבול שלנו למחיר נשאר בינינו.', joint: 'איזו מרפאה תהיה ראשונה?', reply: 'זו שאין בה גנרטור.', point: 'בתקציב לא נקוב מי משלם.', resolve: 'לנקוב במשלם של כל שורה.', answer: 'הגרסה הבאה נוקבת בהם.', reason: 'התקציב נוקב כעת במשלמים.', note: 'הכול נקרא ותואם.', condition: 'המונים מכוילים תחילה.', evidence: 'תעודת המעבדה' },
  ar: { caucus: 'حدنا للسعر يبقى بيننا.', joint: 'أي عيادة تأتي أولًا؟', reply: 'التي لا مولد فيها.', point: 'الميزانية لا تذكر من يدفع.', resolve: 'ذكر من يدفع كل بند.', answer: 'النسخة التالية تذكرهم.', reason: 'الميزانية تذكر الآن من يدفع.', note: 'قُرئ كل شيء وهو مطابق.', condition: 'تُعاير العدادات أولًا.', evidence: 'شهادة المختبر' },
};
