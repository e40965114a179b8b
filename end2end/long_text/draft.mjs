// From nothing to a tabled project: one side writes English and Hebrew in the browser, the other Arabic in Word.
import assert from 'node:assert/strict';
import { LANGUAGES, plain } from '../words.mjs';
import { below, bring, download, edit, save, take, typed } from './desk.mjs';
import { holds } from './seen.mjs';
import { added, count, markdown, PARTS, SECTIONS, TITLE } from './writing.mjs';

const WORDS = 13_000;

/** Below which paragraph of a section something is added: the second of its first round. */
export const spot = (section) => `§ ${SECTIONS.indexOf(section) + 1}.2`;

/** Writes a paragraph into our own copy of the text, which says what is to be seen in the end. */
export function note(road, section, lang, mark, at) {
  const [blocks, block] = [road.text[section][lang], added(lang, mark, at)];
  const place = blocks.findIndex(({ line }) => line?.startsWith(`${spot(section)} `));
  blocks.splice(place + 1, 0, block);
  return block;
}

async function isStarted(road) {
  for (const lang of LANGUAGES) assert.ok(count(road.text, lang) >= WORDS, `the text is long in ${lang}`);
  const dan = await road.dan();
  await dan.open('/desk/projects/new');
  const fields = { group: 'agriculture', proposer: 'joint', source: 'en', title: TITLE.en };
  assert.equal(await dan.deed('/do/start-project', fields, { deed: 'start-deed' }), 200);
  road.home = new URL(dan.page.url()).pathname.replace(/\/edit$/, '');
  await edit(dan, road.home, 'title');
  assert.equal(await save(dan, { he: TITLE.he }), 200);
}

async function isWrittenInTheBrowser(road) {
  const dan = await road.dan();
  for (const key of SECTIONS) {
    await edit(dan, road.home, key);
    const texts = { en: markdown(road.text[key].en), he: markdown(road.text[key].he) };
    assert.equal(await road.timed(`saving ${key} in the browser`, () => save(dan, texts), key === 'sites'), 200);
    assert.equal(await typed(dan, 'he'), texts.he, 'the field holds what was typed');
  }
  await dan.open(`${road.home}/edit`);
  const ticks = { purpose: true, no_military_party: true, no_collection: true, no_military_site: true, dual_use: 'none' };
  assert.equal(await dan.deed('/do/scope', ticks, { deed: 'scope-deed' }), 200);
}

async function goesToWord(road) {
  const rana = await road.rana();
  road.file = await road.timed('the whole text as a Word file', () => download(rana, road.home));
  assert.equal(road.file.anchors().length, PARTS * LANGUAGES.length);
  holds(road.file, road.text, ['en', 'he']);
}

async function isChangedHereMeanwhile(road) {
  const dan = await road.dan();
  await edit(dan, road.home, 'budget');
  const texts = {};
  for (const lang of ['en', 'he']) texts[lang] = below(await typed(dan, lang), spot('budget'), note(road, 'budget', lang, 'Dan.1', 1).line);
  assert.equal(await save(dan, texts), 200);
  await edit(dan, road.home, 'objectives');
  const english = below(await typed(dan, 'en'), spot('objectives'), note(road, 'objectives', 'en', 'Dan.2', 2).line);
  assert.equal(await save(dan, { en: english }), 200);
}

async function comesBackFromWord(road) {
  const rana = await road.rana();
  for (const key of SECTIONS) road.file.replace(key, 'ar', road.text[key].ar);
  road.file.replace('title', 'ar', [{ line: TITLE.ar }]);
  road.file.after('objectives', 'en', spot('objectives'), added('en', 'Rana.1', 3));
  await road.timed('reading the Word file', () => bring(rana, road.home, road.file));
  assert.ok(await rana.reads('word-count', { changed: PARTS, collides: 1, same: 2 * PARTS - 1 }));
  assert.ok(await rana.reads('word-collides'));
  const collision = rana.page.locator('.diff__pair', { has: rana.page.locator('[lang=en]') });
  const [before, after] = [plain(await collision.locator('.diff__before').innerText()), plain(await collision.locator('.diff__after').innerText())];
  assert.ok(before.includes('§ Dan.2') && !before.includes('§ Rana.1'), 'what stands here is shown');
  assert.ok(after.includes('§ Rana.1') && !after.includes('§ Dan.2'), 'beside what the file says');
  await road.timed('taking the Word file over', () => take(rana, { collisions: 'keep' }));
}

/** What she wrote in a text that both had changed goes in the second time, tracked as Word does it; so do the translations of what was added. */
async function losesNothingOfTheCollision(road) {
  const rana = await road.rana();
  const file = await download(rana, road.home);
  holds(file, road.text, LANGUAGES);
  file.after('objectives', 'en', spot('objectives'), note(road, 'objectives', 'en', 'Rana.1', 3), { tracked: true });
  file.after('budget', 'ar', spot('budget'), note(road, 'budget', 'ar', 'Dan.1', 1));
  file.after('objectives', 'ar', spot('objectives'), note(road, 'objectives', 'ar', 'Dan.2', 2));
  file.after('objectives', 'ar', spot('objectives'), note(road, 'objectives', 'ar', 'Rana.1', 3));
  await bring(rana, road.home, file);
  assert.ok(await rana.reads('word-tracked'));
  assert.ok(await rana.reads('word-count', { changed: 3, collides: 0, same: 3 * PARTS - 3 }));
  await take(rana);
}

async function isTranslatedInTheBrowser(road) {
  const dan = await road.dan();
  await edit(dan, road.home, 'objectives');
  assert.match(await typed(dan, 'en'), /§ Rana\.1 [^]*§ Dan\.2 /);
  let hebrew = await typed(dan, 'he');
  for (const [mark, at] of [['Dan.2', 2], ['Rana.1', 3]]) hebrew = below(hebrew, spot('objectives'), note(road, 'objectives', 'he', mark, at).line);
  assert.equal(await save(dan, { he: hebrew }), 200);
  await road.timed('the page to edit the longest section', () => edit(dan, road.home, 'sites'));
}

async function isTabledByBoth(road) {
  for (const chair of [await road.dan(), await road.rana()]) {
    await chair.open(`${road.home}/edit`);
    assert.equal(await road.timed('tabling', () => chair.deed('/do/table', {}, { deed: 'table-deed' })), 200, await chair.text());
    assert.ok(await chair.reads('said-tabled'));
  }
  const rana = await road.rana();
  road.home = new URL(rana.page.url()).pathname;
  assert.match(road.home, /^\/desk\/projects\/AGR-\d{4}-\d{3}$/);
  assert.ok(await rana.reads('stage-in-discussion'));
}

export const steps = [
  ['a joint draft is started', isStarted],
  ['English and Hebrew are written in the browser', isWrittenInTheBrowser],
  ['the text goes out as a Word file', goesToWord],
  ['two sections are changed in the browser meanwhile', isChangedHereMeanwhile],
  ['the file comes back with the Arabic, and what both changed is shown', comesBackFromWord],
  ['what was kept out goes in the second time', losesNothingOfTheCollision],
  ['what came from Word is translated in the browser', isTranslatedInTheBrowser],
  ['both co-chairs table the draft', isTabledByBoth],
];
