// What the two do at their desks: one types in the browser, the other sends files to and fro.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { LANGUAGES, say } from '../words.mjs';
import { WordFile } from './word.mjs';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Takes the text along as a Word file: the working text, or a version. */
export async function download(person, home, { version = '', languages = LANGUAGES } = {}) {
  await person.open(`${home}/word`);
  const form = person.page.locator('form[action$="/word-file"]');
  await form.locator('[name="version"]').selectOption(String(version));
  for (const lang of LANGUAGES) await form.locator(`[name="${lang}"]`).setChecked(languages.includes(lang));
  const button = form.getByRole('button', { name: say(person.lang, 'word-out-deed') });
  const [file] = await Promise.all([person.page.waitForEvent('download'), button.click()]);
  return new WordFile(await readFile(await file.path()));
}

/** Brings a file back as a word processor saved it, and stays on the page with the differences. */
export async function bring(person, home, file) {
  await person.open(`${home}/word`);
  const buffer = file.resaved().bytes();
  assert.equal(await person.deed('/do/read-word', { file: { name: 'text.docx', mimeType: DOCX, buffer } }, { deed: 'word-back-deed' }), 200, await person.text());
  assert.ok(await person.reads('said-word-read'));
}

/** Takes over what the page shows. */
export async function take(person, fields = {}) {
  assert.equal(await person.deed('/do/take-word', fields, { deed: 'word-take-deed' }), 200);
  assert.ok(await person.reads('said-word-taken'));
}

/** Opens a section for writing. */
export async function edit(person, home, section) {
  assert.equal(await person.open(`${home}/edit/${section}`), 200);
}

/** The text that stands in a field of the open section. */
export const typed = (person, lang) => person.form('/do/save-text').locator(`[name="text_${lang}"]`).inputValue();

/** Saves the open section with these texts. */
export const save = (person, texts) =>
  person.deed('/do/save-text', Object.fromEntries(Object.entries(texts).map(([lang, text]) => [`text_${lang}`, text])), { deed: 'edit-save' });

/** A text in which a line was written below the paragraph with this mark. */
export function below(text, mark, line) {
  const at = text.indexOf(`${mark} `);
  assert.ok(at >= 0, `${mark} stands in the field`);
  const end = text.indexOf('\n\n', at);
  return end < 0 ? `${text}\n\n${line}` : `${text.slice(0, end)}\n\n${line}${text.slice(end)}`;
}
