// Matters: raised about a version after a second look, answered by the side that is asked, settled by both, and pinned to an agenda.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES, plain } from './words.mjs';

const here = together();
const PROJECT = 'AGR-2026-004';
const WORDS = {
  en: { title: 'Water for the plots', text: 'Two plots had **no water** last week.', wish: 'Say when it comes back.', answer: 'The pump is repaired.', note: 'Please look at it together.', terms: 'The pump is looked at every Sunday.' },
  he: { title: 'מים לחלקות', text: 'בשתי חלקות **לא היו מים** בשבוע שעבר.', wish: 'לומר מתי יחזרו.', answer: 'המשאבה תוקנה.', note: 'נא לבדוק יחד.', terms: 'המשאבה נבדקת בכל יום ראשון.' },
  ar: { title: 'المياه للقطع', text: 'لم تصل **المياه** إلى قطعتين في الأسبوع الماضي.', wish: 'بيان موعد عودتها.', answer: 'أُصلحت المضخة.', note: 'يُرجى النظر فيها معًا.', terms: 'تُفحص المضخة كل يوم أحد.' },
};

async function raised(dan, words) {
  await dan.open(`/desk/projects/${PROJECT}`);
  await dan.follow(() => dan.page.locator(`a[href="/desk/matters/new/${PROJECT}"]`).click());
  assert.equal(await dan.deed('/do/raise-matter', { title: words.title }, { deed: 'check-deed' }), 422);
  assert.equal((await dan.problems()).length, 3, 'what happened, the wish and the civilian scope are missing');
  assert.equal(await dan.form('/do/raise-matter').locator('[name=title]').inputValue(), words.title, 'what was typed stays');
  const fields = { text: words.text, wish: words.wish, scope: 'yes' };
  assert.equal(await dan.deed('/do/raise-matter', fields, { deed: 'check-deed' }), 200);
  assert.ok((await dan.text()).includes(plain(words.wish)), 'it is shown once more before it counts');
  assert.equal(await dan.deed('/do/raise-matter', {}, { deed: 'matter-raise-deed' }), 200);
  assert.ok(await dan.reads('said-matter-raised'));
  return new URL(dan.page.url()).pathname;
}

async function answered(ruth, yusuf, at, words) {
  await yusuf.open('/desk');
  assert.equal(await yusuf.page.locator(`main a[href="${at}"]`).count(), 1, 'it waits on the desk of the side that is asked');
  await yusuf.open(at);
  assert.equal(await yusuf.form('/do/propose-resolution').count(), 0, 'a member settles nothing');
  assert.equal(await yusuf.deed('/do/reply-matter', {}, { deed: 'matter-reply-deed' }), 422);
  assert.equal(await yusuf.deed('/do/reply-matter', { text: words.answer }, { deed: 'matter-reply-deed' }), 200);
  assert.ok(await yusuf.reads('said-matter-answered'));
  await ruth.open(at);
  assert.ok((await ruth.text()).includes(plain(words.answer)));
}

async function settled(dan, rana, at, words) {
  await rana.open(at);
  assert.equal(await rana.form('/do/withdraw-matter').count(), 0, 'only who raised it takes it back');
  assert.equal(await rana.deed('/do/hand-over-matter', { note: words.note }, { deed: 'matter-hand-over-deed' }), 200);
  assert.ok(await rana.reads('matter-level-concern'));
  assert.equal(await rana.deed('/do/propose-resolution', { note: words.terms }, { deed: 'matter-propose-deed' }), 200);
  assert.equal(await rana.form('/do/agree-resolution').count(), 0, 'to propose is to agree');
  assert.ok(await rana.reads('matter-waits-for-other'));
}

async function pinned(dan, at, words) {
  await dan.open('/desk/meetings');
  const meeting = await dan.page.locator('main a[href^="/desk/meetings/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const href of meeting.filter((one) => !one.endsWith('/new'))) {
    await dan.open(`${href}/agenda`);
    const choice = dan.form('/do/write-agenda', { edit: 'add' }).locator(`[name=matter] option[value="${at.split('/').pop()}"]`);
    if ((await choice.count()) === 0) continue;
    assert.equal(await dan.deed('/do/write-agenda', { matter: at.split('/').pop(), project: PROJECT }, { having: { edit: 'add' } }), 422);
    assert.ok(await dan.reads('field-matter-one-of-both'), 'an item is about one thing');
    assert.equal(await dan.deed('/do/write-agenda', { matter: at.split('/').pop(), project: '' }, { having: { edit: 'add' } }), 200);
    assert.equal(await dan.page.locator(`.agenda__pin a[href="${at}"]`).count(), 1, 'the item leads to its matter');
    return href;
  }
  assert.fail('no agenda offers the matter');
}

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`a matter is raised, answered and settled in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const words = WORDS[lang];
      const people = [];
      for (const email of ['dan@il.example', 'ruth@il.example', 'yusuf@sy.example', 'rana@sy.example']) {
        people.push(await Person.signIn(here.server, here.browser, email, lang, { script }));
      }
      const [dan, ruth, yusuf, rana] = people;
      const at = await raised(dan, words);
      await answered(ruth, yusuf, at, words);
      await pinned(dan, at, words);
      await settled(dan, rana, at, words);
      await dan.open('/desk');
      assert.equal(await dan.page.locator(`main a[href="${at}"]`).count(), 1, 'one yes is missing');
      await dan.open(at);
      assert.equal(await dan.deed('/do/agree-resolution', {}, { deed: 'matter-agree' }), 200);
      assert.ok(await dan.reads('matter-outcome-resolved'));
      for (const action of ['/do/reply-matter', '/do/propose-resolution', '/do/hand-over-matter', '/do/withdraw-matter']) {
        assert.equal(await dan.form(action).count(), 0, `${action} is over`);
      }
      assert.deepEqual([...people.flatMap((one) => one.found), ...here.server.errors()], []);
      for (const one of people) await one.context.close();
    });
  }
}

test('a matter of another working group is as if it were not there', async () => {
  const omar = await Person.signIn(here.server, here.browser, 'omar@sy.example', 'en');
  const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', 'en');
  await dan.open('/desk/matters');
  const own = await dan.page.locator('main li a[href^="/desk/matters/"]').first().getAttribute('href');
  assert.equal(await dan.open(own), 200);
  assert.equal(await omar.open(own), 404);
  assert.equal(await omar.open(`/desk/matters/new/${PROJECT}`), 404);
  await omar.open('/desk/matters?which=all');
  assert.equal(await omar.page.locator(`a[href="${own}"]`).count(), 0);
  for (const one of [omar, dan]) await one.context.close();
});
