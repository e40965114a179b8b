// Amendments: proposed by anyone, shown as word differences, taken into the text by both co-chairs, collided with by whoever wrote meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES } from './words.mjs';

const here = together();
const PLACE = '/desk/projects/AGR-2026-004';
const SECTION = 'objectives';
const REASONS = { en: 'It says what is measured.', he: 'כך נאמר מה נמדד.', ar: 'هكذا يُقال ما يُقاس.' };
/** Words that no other run of the test proposes. */
const words = (lang, script, turn) => `The wells are measured every ${script ? 'week' : 'month'}, ${lang} ${turn}.`;

/** The text of the section in English, as its page for writing shows it. */
async function standing(person) {
  await person.open(`${PLACE}/edit/${SECTION}`);
  return person.page.locator('textarea[name="text_en"]').inputValue();
}

async function propose(person, lang, text) {
  await person.open(`${PLACE}/amendments/new/${SECTION}`);
  assert.equal(await person.deed('/do/propose-amendment', { text_en: text, reason: REASONS[lang] }), 200);
  assert.ok(await person.reads('said-amendment-proposed'));
}

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`an amendment is proposed, accepted by both sides and stands in the text, in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', lang, { script });
      const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', lang, { script });
      const [first, second] = [words(lang, script, 'first'), words(lang, script, 'second')];
      await rana.open(`${PLACE}/amendments/new/${SECTION}`);
      assert.equal(await rana.deed('/do/propose-amendment', { reason: REASONS[lang] }), 422, 'nothing would change');
      await propose(rana, lang, first);
      await propose(dan, lang, second);
      await dan.open(`${PLACE}/amendments`);
      const cards = dan.page.locator('article.sheet:has(form[action="/do/accept-amendment"])');
      assert.equal(await cards.count(), 2);
      assert.ok(await cards.first().locator('ins').count(), 'the words that would come are marked');
      await dan.deed('/do/accept-amendment', {});
      assert.equal((await standing(dan)).includes(first), false, 'one yes changes nothing');
      await rana.open(`${PLACE}/amendments`);
      await rana.deed('/do/accept-amendment', {});
      assert.equal(await standing(dan), first);
      await dan.open(`${PLACE}/amendments`);
      const anew = dan.page.locator(`a[href*="/amendments/new/${SECTION}?from="]`);
      assert.equal(await anew.count(), 1, 'the other one collides, and is not merged');
      await dan.follow(() => anew.click());
      assert.equal(await dan.page.locator('textarea[name="text_en"]').inputValue(), second, 'its words are at hand');
      await dan.open(`${PLACE}/amendments`);
      assert.equal(await dan.deed('/do/withdraw-amendment', {}), 200);
      assert.ok(await dan.reads('said-amendment-ended'));
      assert.deepEqual([...dan.found, ...rana.found, ...here.server.errors()], []);
      await dan.context.close();
      await rana.context.close();
    });
  }
}
