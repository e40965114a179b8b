// From the first version to one that both sides' reviewers marked and both co-chairs agreed, as everybody sees it.
import assert from 'node:assert/strict';
import { LANGUAGES, plain, say } from '../words.mjs';
import { below, bring, download, edit, save, take, typed } from './desk.mjs';
import { note, spot } from './draft.mjs';
import { holds, shows } from './seen.mjs';
import { PARTS, TITLE } from './writing.mjs';

/** Presses a button for each language that this person has to mark; each press leads back to the same page. */
async function mark(person, road, degree, languages) {
  await person.open(`${road.home}/text`);
  for (const language of languages) assert.equal(await person.deed('/do/mark-text', {}, { having: { language, degree } }), 200);
}

/** The reviewers of both sides at the same time: each the own language, and these. */
async function review(road, both) {
  const [gil, salma] = await Promise.all([road.gil(), road.salma()]);
  await Promise.all([mark(gil, road, 'reviewed', ['he', ...both]), mark(salma, road, 'reviewed', ['ar', ...both])]);
}

/** How many texts of the newest version are in this state. */
async function standing(person, road, state) {
  await person.open(`${road.home}/text`);
  const states = (await person.page.locator('.texts__state .tag').allTextContents()).map(plain);
  return states.filter((one) => one === plain(say(person.lang, `text-state-${state}`))).length;
}

const ALL = PARTS * LANGUAGES.length;

/** The texts of the two languages that one side alone reviews. */
const TRANSLATED = PARTS * 2;

async function firstIsReviewed(road) {
  await review(road, []);
  assert.equal(await standing(await road.salma(), road, 'reviewed'), TRANSLATED);
}

/** What becomes of some words of the last sentence about risks. */
const SIGNED = ['يوقعان معًا', 'يوقعان معًا «بالاسم الكامل»'];

/** One side writes in the browser while the other has the version in Word, in one language only. */
async function isChangedOnBothSides(road) {
  const [dan, rana] = [await road.dan(), await road.rana()];
  const file = await download(rana, road.home, { version: 1, languages: ['ar'] });
  holds(file, road.text, ['ar']);
  await edit(dan, road.home, 'timeline');
  const texts = {};
  for (const lang of ['en', 'he']) texts[lang] = below(await typed(dan, lang), spot('timeline'), note(road, 'timeline', lang, 'Dan.3', 4).line);
  assert.equal(await save(dan, texts), 200);
  file.after('timeline', 'ar', spot('timeline'), note(road, 'timeline', 'ar', 'Dan.3', 4));
  const last = road.text.risks.ar.at(-1);
  const [mark] = last.line.match(/^§ \S+/);
  last.line = last.line.replace(...SIGNED);
  file.write('risks', 'ar', mark, ...SIGNED);
  await bring(rana, road.home, file);
  assert.ok(await rana.reads('word-count', { changed: 2, collides: 0, same: PARTS - 2 }));
  await take(rana);
  // Her Arabic was written for the English of version 1, so it waits until she says that it holds for the new one, too.
  await edit(rana, road.home, 'timeline');
  assert.equal(await rana.form('/do/save-text').locator('[name="still_right_ar"]').count(), 1);
  assert.equal(await rana.deed('/do/save-text', { still_right_ar: true }, { deed: 'edit-save' }), 200);
}

async function isFrozen(road) {
  const rana = await road.rana();
  await rana.open(`${road.home}/edit`);
  const frozen = () => rana.deed('/do/next-version', { reason: 'المدة والمخاطر.' }, { deed: 'next-version-deed' });
  assert.equal(await road.timed('freezing the version', frozen), 200, await rana.text());
  assert.ok(await rana.reads('version-number', { number: 2 }));
  assert.equal(await standing(rana, road, 'reviewed'), TRANSLATED - 3, 'the marks of what nobody changed stay');
}

async function isAgreed(road) {
  const [dan, rana] = [await road.dan(), await road.rana()];
  await review(road, ['en']);
  assert.equal(await standing(dan, road, 'reviewed'), ALL);
  await mark(dan, road, 'agreed', LANGUAGES);
  assert.equal(await standing(dan, road, 'agreed'), 0, 'one side alone agrees nothing');
  await mark(rana, road, 'agreed', LANGUAGES);
  assert.equal(await standing(rana, road, 'agreed'), ALL);
}

async function isSeenByEverybody(road) {
  for (const one of [await road.dan(), await road.rana(), await road.gil(), await road.salma(), await road.grace()]) {
    assert.equal(await road.timed(`the version as ${one.email} reads it`, () => one.open(`${road.home}/text`)), 200);
    await shows(one, road.text, LANGUAGES);
    const text = plain(await one.page.locator('main').textContent());
    for (const lang of LANGUAGES) assert.ok(text.includes(plain(TITLE[lang])), `${one.email} reads the title in ${lang}`);
  }
}

async function isWholeInWord(road) {
  const rana = await road.rana();
  const file = await road.timed('the agreed version as a Word file', () => download(rana, road.home, { version: 2 }));
  holds(file, road.text, LANGUAGES);
  await bring(rana, road.home, file);
  assert.ok(await rana.reads('word-nothing'), 'a file that was only saved again changes nothing');
}

export const steps = [
  ['each side reviews the translation of the first version that is its own', firstIsReviewed],
  ['it is changed in Word and in the browser', isChangedOnBothSides],
  ['the next version is frozen', isFrozen],
  ['both sides review it and agree', isAgreed],
  ['everybody sees each paragraph once and in order, in three languages', isSeenByEverybody],
  ['the Word file of the agreed version holds them too', isWholeInWord],
];
