// What becomes of one side's words when the other side's file arrives while they are being written.
import assert from 'node:assert/strict';
import { bring, download, edit, save, take, typed } from './desk.mjs';
import { added } from './writing.mjs';

/** In discussion, its text free; written in Arabic first. */
const HOME = '/desk/projects/AGR-2026-004';

async function sendsArabic(rana, file, section, mark) {
  file.replace(section, 'ar', [added('ar', mark, 1)]);
  await bring(rana, HOME, file);
  await take(rana);
}

/** He types English in a section while she brings its Arabic: neither is lost, however often he has to press the button. */
export async function bothLanguagesStay(dan, rana) {
  await edit(dan, HOME, 'objectives');
  await sendsArabic(rana, await download(rana, HOME, { languages: ['ar'] }), 'objectives', 'Rana.2');
  const english = `${await typed(dan, 'en')}\n\n${added('en', 'Dan.4', 2).line}`;
  const status = await save(dan, { en: english });
  if (status !== 200) {
    assert.equal(status, 409);
    assert.ok((await typed(dan, 'en')).includes('§ Dan.4'), 'what he typed is still in his field');
    assert.ok((await dan.text()).includes('§ Rana.2'), 'what she brought is shown');
    assert.equal(await save(dan, {}), 200);
  }
  await edit(dan, HOME, 'objectives');
  assert.ok((await typed(dan, 'en')).includes('§ Dan.4'), 'his English is there');
  assert.ok((await typed(dan, 'ar')).includes('§ Rana.2'), 'her Arabic is there, which he never touched');
}

/** A text that the file replaces "stays in the history", says the page; so it can be read there. */
export async function theReplacedIsInTheHistory(dan, rana) {
  const file = await download(rana, HOME, { languages: ['en'] });
  await edit(dan, HOME, 'risks');
  assert.equal(await save(dan, { en: added('en', 'Dan.5', 3).line }), 200);
  file.replace('risks', 'en', [added('en', 'Rana.3', 4)]);
  await bring(rana, HOME, file);
  assert.ok(await rana.reads('word-take-theirs-hint'));
  await take(rana, { collisions: 'take' });
  await edit(dan, HOME, 'risks');
  assert.ok((await typed(dan, 'en')).includes('§ Rana.3'));
  await dan.open(`${HOME}/history`);
  const links = await dan.page.locator(`main .timeline a[href^="${HOME}/"]`).evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const texts = [await dan.page.locator('main').textContent()];
  for (const link of links) {
    await dan.open(link);
    texts.push(await dan.page.locator('main').textContent());
  }
  assert.ok(texts.some((text) => text.includes('§ Dan.5')), 'what was replaced can still be read');
}

/** A translation was made in Word from an original that changed meanwhile: it is stale, as one made in the browser would be. */
export async function translationOfAnOldOriginalIsStale(dan, rana) {
  const file = await download(dan, HOME);
  await edit(rana, HOME, 'partners');
  assert.equal(await save(rana, { ar: `${await typed(rana, 'ar')}\n\n${added('ar', 'Rana.4', 5).line}` }), 200);
  const still = dan.form('/do/save-text').locator('[name="still_right_he"]');
  await edit(dan, HOME, 'partners');
  assert.equal(await still.count(), 1, 'the original changed, so the Hebrew that stands here is stale');
  file.replace('partners', 'he', [added('he', 'Dan.6', 6)]);
  await bring(dan, HOME, file);
  await take(dan);
  await edit(dan, HOME, 'partners');
  assert.equal(await still.count(), 1, 'the Hebrew was not written for the Arabic that stands here now');
}
