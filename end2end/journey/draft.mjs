// From the template to the table of the other side, and what is said about it there.
import assert from 'node:assert/strict';
import { raw } from '../portal.mjs';
import { say } from '../words.mjs';
import { NOTES, section, TITLE } from './texts.mjs';

async function startsFromTheTemplate(road) {
  const noa = await road.noa();
  assert.equal(await noa.open('/desk/projects/new'), 200);
  const fields = { group: 'energy', proposer: 'own', source: road.lang, title: TITLE[road.lang] };
  assert.equal(await noa.deed('/do/start-project', fields, { deed: 'start-deed' }), 200);
  assert.ok(await noa.reads('said-started'));
  road.draft = new URL(noa.page.url()).pathname.replace(/\/edit$/, '');
}

async function seesWhatIsMissing(road) {
  const noa = await road.noa();
  await noa.open(`${road.draft}/edit`);
  assert.ok(await noa.reads('missing-scope-not-affirmed'));
  const rows = await noa.page.locator('#check .missing__row').count();
  assert.equal(rows, 2, 'the texts that are missing make one line, the declaration another');
  assert.equal(await noa.form('/do/table').count(), 0, 'there is no button for what cannot be done');
}

async function writesEverySection(road) {
  const noa = await road.noa();
  await noa.open(`${road.draft}/edit`);
  const links = await noa.page.locator('.task-list__link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.equal(links.length, 15, 'the title, ten sections of every project and four of the sector');
  for (const link of links) {
    await noa.open(link);
    assert.equal(await noa.deed('/do/save-text', section(link.split('/').at(-1)), { deed: 'edit-save' }), 200);
    assert.ok(await noa.reads('said-saved'));
  }
}

async function declaresAndAttaches(road) {
  const noa = await road.noa();
  await noa.open(`${road.draft}/edit`);
  const ticks = { purpose: true, no_military_party: true, no_collection: true, no_military_site: true, dual_use: 'none' };
  assert.equal(await noa.deed('/do/scope', ticks, { deed: 'scope-deed' }), 200);
  assert.ok(await noa.reads('said-declared'));
  const file = { name: 'budget.txt', mimeType: 'text/plain', buffer: Buffer.from('Two roofs, 40 panels each.') };
  assert.equal(await noa.deed('/do/attach', { file }, { deed: 'files-deed' }), 200);
  assert.ok(await noa.page.getByText('budget.txt').isVisible());
}

async function isTheirOwnUntilTabled(road) {
  const omar = await road.omar();
  assert.equal(await omar.open(road.draft), 404);
  const noa = await road.noa();
  await noa.open(`${road.draft}/edit`);
  assert.equal(await noa.deed('/do/table', {}, { deed: 'table-deed' }), 200);
  assert.ok(await noa.reads('said-tabled'));
  road.home = new URL(noa.page.url()).pathname;
  assert.match(road.home, /^\/desk\/projects\/ENE-\d{4}-\d{3}$/);
  assert.equal(await omar.open(road.home), 200);
}

async function isTakenUp(road) {
  const [noa, omar] = [await road.noa(), await road.omar()];
  await noa.open(road.home);
  assert.equal(await noa.form('/do/take-up').count(), 0);
  await omar.open('/desk');
  assert.ok((await omar.text()).includes(road.home.split('/').at(-1)), 'it waits on the desk of the other co-chair');
  await omar.open(road.home);
  assert.equal(await omar.deed('/do/take-up', {}, { deed: 'take-up-deed' }), 200);
  assert.ok(await omar.reads('stage-in-discussion'));
}

async function isDiscussedTogether(road) {
  const [noa, omar, notes] = [await road.noa(), await road.omar(), NOTES[road.lang]];
  await noa.open(`${road.home}/discussion/new/joint`);
  assert.equal(await noa.deed('/do/open-thread', { title: notes.joint, text: notes.joint }, { deed: 'thread-post-joint' }), 200);
  await omar.open(`${road.home}/discussion`);
  await omar.follow(() => omar.page.getByRole('link', { name: notes.joint }).click());
  assert.equal(await omar.deed('/do/post-message', { text: notes.reply }, { deed: 'thread-post-joint' }), 200);
  await noa.open(new URL(omar.page.url()).pathname);
  assert.ok((await noa.text()).includes(notes.reply));
}

/** A page without the address that was asked for and the values that differ in every answer. */
const bare = (html, address) =>
  html.replaceAll(address, '').replace(/((?:name="form_(?:token|key)" value|nonce)="|seconds&quot;:)[^",]*/g, '$1');

async function keepsTheCaucusToItself(road) {
  const [noa, omar, notes] = [await road.noa(), await road.omar(), NOTES[road.lang]];
  await noa.open(`${road.home}/discussion/new/caucus-il`);
  assert.ok(await noa.reads('audience-caucus-il'));
  assert.equal(await noa.deed('/do/open-thread', { title: notes.caucus, text: notes.caucus }, { deed: 'thread-post-caucus-il' }), 200);
  const secret = await noa.page.getByRole('link', { name: notes.caucus }).getAttribute('href');
  await omar.open(`${road.home}/discussion`);
  const text = await omar.text();
  assert.ok(!text.includes(notes.caucus) && !text.includes(say(road.lang, 'audience-caucus-il')));
  const unknown = secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const cookie = await omar.cookies();
  const [hidden, nothing] = [await raw(road.server, secret, { headers: { cookie } }), await raw(road.server, unknown, { headers: { cookie } })];
  assert.equal(hidden.status, 404);
  assert.equal(nothing.status, 404);
  assert.ok(bare(hidden.text, secret) === bare(nothing.text, unknown), 'what is hidden answers like what is not there');
  for (const tab of ['', '/history', '/discussion']) {
    await omar.open(`${road.home}${tab}`);
    assert.ok(!(await omar.page.content()).includes(notes.caucus));
  }
}

export const steps = [
  ['a co-chair starts a draft from the template', startsFromTheTemplate],
  ['the draft says what is missing', seesWhatIsMissing],
  ['every section is written in three languages', writesEverySection],
  ['the civilian scope is declared and a file attached', declaresAndAttaches],
  ['the other side reads it once it is tabled, not before', isTheirOwnUntilTabled],
  ['the other side takes it up', isTakenUp],
  ['both sides discuss it in a joint thread', isDiscussedTogether],
  ['a caucus is invisible to the other side', keepsTheCaucusToItself],
];
