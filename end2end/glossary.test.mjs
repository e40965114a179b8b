// The glossary: proposed by a member, agreed by both co-chairs, and used while writing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES } from './words.mjs';

const here = together();
const PLACE = '/desk/glossary?group=agriculture';
const EDIT = '/desk/projects/AGR-2026-004/edit/risks';

/** What is typed and not saved yet is looked at too, a few seconds after the last key. */
async function isToldWhileTyping(person, word) {
  await person.open(EDIT.replace('risks', 'sites'));
  const line = person.page.locator('.autosave');
  await person.page.locator('textarea[name="text_en"]').press('End');
  await person.page.keyboard.type(` By the ${word}.`);
  const own = person.lang === 'en' ? word : person.lang === 'he' ? `מד־${word}` : `مقياس ${word}x`;
  await line.filter({ hasText: own }).waitFor({ timeout: 10_000 });
  assert.equal(await person.page.evaluate(() => document.activeElement.name), 'text_en', 'whoever types goes on');
}

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`a term is proposed, agreed and missed in a translation, in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const [rana, dan, ruth] = await Promise.all(
        ['rana@sy.example', 'dan@il.example', 'ruth@il.example'].map((email) => Person.signIn(here.server, here.browser, email, lang, { script })),
      );
      const word = `gauge${lang}${script ? 'a' : 'b'}`;
      await ruth.open(PLACE);
      assert.equal(await ruth.deed('/do/propose-term', { term_en: word }), 422);
      assert.equal((await ruth.problems()).length, 2, 'two languages are missing');
      const fields = { term_en: word, term_he: `מד־${word}`, term_ar: `مقياس ${word}x` };
      assert.equal(await ruth.deed('/do/propose-term', fields), 200);
      assert.ok(await ruth.reads('said-term-proposed'));
      assert.equal(await ruth.page.locator('form[action="/do/consent-term"]').count(), 0, 'a member does not agree');
      await dan.open(EDIT);
      const english = await dan.page.locator('textarea[name="text_en"]').inputValue();
      assert.equal(await dan.deed('/do/save-text', { text_en: `${english}\n\nThe ${word} is read daily.` }, { deed: 'edit-save' }), 200);
      await dan.open(EDIT);
      assert.ok(await dan.reads('remark-not-agreed'));
      for (const chair of [dan, rana]) {
        await chair.open(PLACE);
        const own = chair.page.locator(`li:has-text("${word}") form[action="/do/consent-term"] button`);
        await chair.follow(() => own.click());
        assert.ok(await chair.reads('said-term-agreed'));
      }
      await dan.open(PLACE);
      assert.equal(await dan.page.locator(`table td:text-is("${word}")`).count(), 1, 'it stands');
      await dan.open(EDIT);
      const names = await dan.page.locator('#terms li', { hasText: word }).textContent();
      assert.ok(names.includes(`مقياس ${word}x`), 'both translations lack it');
      if (script) await isToldWhileTyping(ruth, word);
      assert.deepEqual([...dan.found, ...rana.found, ...ruth.found, ...here.server.errors()], []);
      for (const one of [dan, rana, ruth]) await one.context.close();
    });
  }
}
