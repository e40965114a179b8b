// The room: twenty people, two consoles and two screens on the wall; the network of one console and one screen is cut in the middle, and
// nothing is lost or told twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together, watch } from './portal.mjs';

const here = together();
const ahead = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const DECISIONS = ['First', 'Second', 'Third'];
const words = (name) => ({ text_en: `${name} decision of the room.`, text_he: `החלטה ${name} של החדר.`, text_ar: `قرار ${name} للقاعة.` });

/** A meeting of three items, agreed by both sides. */
async function prepared(dan, rana) {
  await dan.open('/desk/meetings/new?group=agriculture');
  await dan.deed('/do/plan-meeting', { date: ahead(2), time: '09:30', minutes: '120', place: 'Hall 2' });
  const home = new URL(dan.page.url()).pathname.replace('/agenda', '');
  await dan.deed('/do/write-agenda', { project: 'AGR-2026-004' }, { having: { edit: 'add' } });
  for (const title of ['Seed exchange', 'Dates']) await dan.deed('/do/write-agenda', { title }, { having: { edit: 'add' } });
  for (const chair of [dan, rana]) {
    await chair.open(`${home}/agenda`);
    assert.equal(await chair.deed('/do/agree-agenda'), 200);
  }
  return home;
}

/** Everybody whom the list offers, and guests until there are twenty. */
async function twentyCome(dan, home) {
  await dan.open(`${home}/console`);
  const options = await dan.page.locator('form[action="/do/arrive"] select[name=person] option').evaluateAll((all) => all.map((one) => one.value));
  for (const person of options) assert.equal(await dan.deed('/do/arrive', { person }, { having: { guest: '' } }), 200);
  for (let guest = options.length; guest < 20; guest += 1) {
    const fields = { name: `Guest ${guest}, ministry`, party: guest % 2 ? 'il' : 'sy' };
    assert.equal(await dan.deed('/do/arrive', fields, { having: { guest: 'yes' } }), 200);
  }
  assert.equal(await dan.page.locator('.attendee').count(), 20);
}

/** A screen without an account, paired by a code of the console. */
async function screen(dan, home, lang) {
  await dan.open(`${home}/console`);
  assert.equal(await dan.deed('/do/offer-screen'), 200);
  const code = (await dan.page.locator('.panel--good .code').innerText()).trim();
  assert.match(code, /^\d{6}$/);
  const context = await here.browser.newContext({ baseURL: here.server.origin, viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const found = watch(page, here.server.origin);
  await page.goto('/screen?lang=en');
  if (lang !== 'en') await page.locator(`.language-nav a[hreflang=${lang}]`).click();
  await page.locator('[name=screen_code]').fill('000000');
  await page.locator('form[action="/do/pair-screen"] button').click();
  await page.locator('.error-summary').waitFor();
  await page.locator('[name=screen_code]').fill(code);
  await page.locator('form[action="/do/pair-screen"] button').click();
  await page.locator('#wall h1').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), lang, 'the wall speaks the language that was chosen before the code');
  return { context, page, found, code };
}

const press = (person, kind, place = 0) => person.page.locator(`form[action="/do/note-room"]:has(input[name=kind][value=${kind}]) button`).nth(place);

/** Both co-chairs agree to words on the item that is open. */
async function decide(dan, rana, home, name) {
  await dan.open(`${home}/console`);
  assert.equal(await dan.deed('/do/propose-wording', words(name)), 200);
  assert.equal(await dan.deed('/do/agree-wording'), 200);
  await rana.open(`${home}/console`);
  assert.equal(await rana.deed('/do/agree-wording'), 200);
}

const shows = (wall, text) => wall.page.locator('#wall', { hasText: text }).waitFor({ timeout: 5000 });

test('a meeting of twenty with two consoles and two walls loses nothing when the network goes', async () => {
  const [dan, rana] = await Promise.all(['dan@il.example', 'rana@sy.example'].map((email) => Person.signIn(here.server, here.browser, email, 'en')));
  const home = await prepared(dan, rana);
  await twentyCome(dan, home);
  const [left, right] = [await screen(dan, home, 'en'), await screen(dan, home, 'ar')];
  assert.equal(await left.page.locator('#wall form, #wall button, #wall a').count(), 0, 'a wall has no controls');
  await dan.open(`${home}/console`);
  assert.equal(await dan.deed('/do/open-meeting'), 200);
  await dan.follow(() => press(dan, 'opened').click());
  await decide(dan, rana, home, DECISIONS[0]);
  await shows(left, words(DECISIONS[0]).text_en);
  await shows(right, words(DECISIONS[0]).text_ar);

  // The line of Dan's console and of the first wall is cut.
  await dan.open(`${home}/console`);
  await dan.context.setOffline(true);
  await left.context.setOffline(true);
  await press(dan, 'opened').click();
  await press(dan, 'speaks', 1).click();
  await dan.page.locator('form[action="/do/add-action"] [name=text]').evaluate((field) => (field.closest('details').open = true));
  for (const [name, value] of Object.entries({ text: 'Send the seed list', office: 'Seed bank', due_on: ahead(14) })) {
    await dan.page.locator(`form[action="/do/add-action"] [name=${name}]`).fill(value);
  }
  await dan.page.locator('form[action="/do/add-action"] button').click();
  await dan.page.locator('form[action="/do/add-action"] button').click();
  await dan.page.locator('.wall__line', { hasText: '3' }).waitFor();

  // Meanwhile the room goes on at the other console, and the other wall shows it.
  await rana.open(`${home}/console`);
  assert.equal(await rana.deed('/do/propose-wording', words(DECISIONS[1])), 200);
  assert.equal(await rana.deed('/do/agree-wording'), 200);
  await shows(right, words(DECISIONS[1]).text_ar);
  await left.page.locator('.wall__line', { hasText: 'Not connected since' }).waitFor();
  assert.ok(!(await left.page.locator('#wall').innerText()).includes(words(DECISIONS[1]).text_en), 'it hangs as it was');

  // The network is back: both are right again within five seconds, by themselves.
  const back = Date.now();
  await Promise.all([dan.context.setOffline(false), left.context.setOffline(false)]);
  await shows(left, 'Seed exchange');
  assert.ok(Date.now() - back < 5000, `the wall took ${Date.now() - back} ms`);
  await dan.page.waitForURL(/said=/, { timeout: 10_000 });
  await dan.open(`${home}/console`);
  assert.equal(await dan.page.evaluate(() => sessionStorage.getItem('console queue')), '', 'nothing waits any more');
  assert.equal(await dan.page.locator('.action').count(), 1, 'what was pressed twice stands once');

  await decide(dan, rana, home, DECISIONS[2]);
  await shows(left, words(DECISIONS[2]).text_en);
  assert.equal(await dan.deed('/do/note-position', { verdict_il: 'approve' }).catch(() => 'no item with a version'), 'no item with a version');
  await dan.open(`${home}/console`);
  assert.equal(await dan.deed('/do/end-meeting'), 200);
  const minutes = await dan.page.locator('.minutes').innerText();
  for (const once of [words('First').text_en, words('Third').text_en, 'Send the seed list']) {
    assert.equal(minutes.split(once).length - 1, 1, `${once} stands once`);
  }
  assert.equal(minutes.includes(words('Second').text_en), false, 'one side agreed, so nothing was decided');

  // Nothing hangs after the end, and the code opens nothing any more.
  await left.page.locator('[name=screen_code]').waitFor({ timeout: 8000 });
  await right.page.locator('[name=screen_code]').waitFor({ timeout: 8000 });
  await left.page.locator('[name=screen_code]').fill(left.code);
  await left.page.locator('form[action="/do/pair-screen"] button').click();
  await left.page.locator('.error-summary').waitFor();
  const noise = (line) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(line);
  assert.deepEqual([dan, rana, left, right].flatMap((one) => one.found).filter(noise), []);
  assert.deepEqual(here.server.errors(), []);
  for (const one of [dan, rana, left, right]) await one.context.close();
});
