// Declared links: declared by one side, seen at both projects in three languages by whoever reads both, named by a point, taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES, problem, say } from './words.mjs';

const here = together();
const PLACE = '/desk/projects/AGR-2026-004/links';
const OTHER = 'AGR-2026-001';
/** Of a group in which the co-chairs for agriculture have no role. */
const ELSEWHERE = 'ENE-2026-001';
const REASONS = { en: 'The wells come first.', he: 'הבארות קודמות.', ar: 'الآبار أولًا.' };

const signIn = (email, lang, script) => Person.signIn(here.server, here.browser, `${email}.example`, lang, { script });

/** The card of the link with this reason. */
const card = (person, reason) => person.page.locator('article.sheet', { hasText: reason });

async function levelsRise(person) {
  const levels = await person.page.locator('main').locator('h1, h2, h3, h4').evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
  levels.forEach((level, place) => assert.ok(place === 0 || level <= levels[place - 1] + 1, `heading levels skip: ${levels}`));
}

for (const script of [false, true]) {
  for (const lang of LANGUAGES) {
    test(`a link is declared in ${lang}, seen in three languages at both projects and taken back, ${script ? 'with' : 'without'} script`, async () => {
      // What was taken back stands below, so each time has words of its own.
      const why = script ? `${REASONS[lang]} (2)` : REASONS[lang];
      const dan = await signIn('dan@il', lang, script);
      const rana = await signIn('rana@sy', lang, script);
      const asked = { other: OTHER.toLowerCase(), kind: 'depends_on', reason: why };
      await dan.open(PLACE);
      assert.equal(await dan.deed('/do/declare-link', {}), 422);
      const problems = await dan.problems();
      for (const [field, code] of [['other', 'missing'], ['kind', 'choose'], ['reason', 'missing']]) {
        assert.ok(problems.some((one) => one.includes(problem(lang, field, code))), `${field}: ${problems}`);
      }
      for (const [fields, refusal] of [[{ other: ELSEWHERE }, 'no-such-project'], [{ kind: 'follows' }, 'not-ended']]) {
        await dan.open(PLACE);
        assert.equal(await dan.deed('/do/declare-link', { ...asked, ...fields }), 422);
        assert.ok(await dan.reads(`refusal-${refusal}`));
        assert.equal(await dan.form('/do/declare-link').locator('[name=reason]').inputValue(), why, 'what was typed stays');
      }
      await dan.open(PLACE);
      assert.equal(await dan.deed('/do/declare-link', asked), 200);
      assert.ok(await dan.reads('said-link-declared'));
      await rana.open(PLACE);
      assert.equal(await rana.deed('/do/declare-link', asked), 409, 'the same link stands already');
      assert.ok(await rana.reads('refusal-already-linked'));
      for (const read of LANGUAGES) {
        await rana.open(PLACE);
        await rana.speak(read);
        const one = card(rana, why);
        assert.equal(await one.locator('bdi.code').innerText(), OTHER);
        assert.ok((await one.innerText()).includes(say(read, 'link-from-depends-on')));
        assert.equal(await one.locator(`.prose[lang=${lang}]`).count(), 1, 'the reason keeps its language');
        assert.equal(await one.locator('form').count(), 0, 'the other side takes nothing back');
        await levelsRise(rana);
        await rana.follow(() => one.locator('h3 a').click());
        await rana.follow(() => rana.page.locator(`.tabs a[href="/desk/projects/${OTHER}/links"]`).click());
        assert.ok((await card(rana, why).innerText()).includes(say(read, 'link-to-depends-on')));
      }
      await dan.open(PLACE);
      assert.equal(await dan.deed('/do/take-back-link', {}), 200);
      assert.ok(await dan.reads('said-link-taken-back'));
      assert.equal(await dan.form('/do/take-back-link').count(), 0, 'it is taken back once');
      assert.deepEqual([...dan.found, ...rana.found, ...here.server.errors()], []);
      await dan.context.close();
      await rana.context.close();
    });
  }
}

test('a link to a project of another group is seen by those who read both, and by nobody else', async () => {
  const tamar = await signIn('tamar@il', 'he', false);
  await tamar.open(PLACE);
  assert.equal(await tamar.deed('/do/declare-link', { other: ELSEWHERE, kind: 'shares', reason: REASONS.he }), 200);
  const counts = [];
  for (const [email, sees] of [['layla@sy', true], ['gil@il', true], ['rana@sy', false], ['dan@il', false]]) {
    const person = await signIn(email, 'en', false);
    await person.open(PLACE);
    assert.equal(await card(person, ELSEWHERE).count(), sees ? 1 : 0, email);
    await person.open(PLACE.replace('links', 'history'));
    const told = (await person.text()).split(say('en', 'command-declare-link')).length - 1;
    counts.push([sees, told]);
    assert.deepEqual(person.found, []);
    await person.context.close();
  }
  const most = Math.max(...counts.map(([, told]) => told));
  for (const [sees, told] of counts) assert.equal(told, sees ? most : most - 1, 'the history leaves no gap to wonder about');
  await tamar.context.close();
});

test('a point about a linked project is refused without a declared link and names one that is declared', async () => {
  const [ballot, links] = ['ballot', 'links'].map((page) => `/desk/projects/ENE-2026-004/${page}`);
  const omar = await signIn('omar@sy', 'ar', false);
  const noa = await signIn('noa@il', 'en', false);
  const point = { verdict: 'object', statement: 'ليس بعد.', point_class: 'linked_project', point_text: 'لا موعد للوصلة.', point_resolve: 'موعد.' };
  await omar.open(ballot);
  assert.ok(await omar.page.locator('.disclosure__body', { hasText: say('ar', 'point-link-place') }).count());
  assert.equal(await omar.deed('/do/position', point, { deed: 'check-deed' }), 422);
  assert.ok((await omar.problems()).some((one) => one.includes(problem('ar', 'point_link', 'missing'))));
  assert.ok(await omar.reads('point-link-none'), 'it says where one is declared');
  await omar.follow(() => omar.page.getByRole('link', { name: say('ar', 'point-link-place') }).click());
  assert.equal(new URL(omar.page.url()).pathname, links);
  assert.ok(await omar.reads('links-none'), 'the empty page says so');
  await noa.open(links);
  assert.equal(await noa.deed('/do/declare-link', { other: ELSEWHERE, kind: 'depends_on', reason: REASONS.en }), 200);
  await omar.open(ballot);
  const chosen = await omar.form('/do/position').locator('[name=point_link] option').nth(1).getAttribute('value');
  assert.equal(await omar.deed('/do/position', { ...point, point_link: chosen }, { deed: 'check-deed' }), 200);
  assert.ok((await omar.text()).includes(ELSEWHERE), 'the link is among the answers to check');
  assert.equal(await omar.deed('/do/position', {}), 200);
  await noa.open('/desk/projects/ENE-2026-004/points');
  assert.ok((await noa.text()).includes(ELSEWHERE) && (await noa.reads('link-from-depends-on')));
  await noa.open(links);
  assert.equal(await noa.form('/do/take-back-link').count(), 0, 'an open point names it');
  assert.ok(await noa.reads('refusal-link-named'));
  await omar.open('/desk/projects/ENE-2026-004/points');
  assert.equal(await omar.deed('/do/close-point', { note: 'الموعد قائم.' }), 200);
  await noa.open(links);
  assert.equal(await noa.deed('/do/take-back-link', {}), 200);
  assert.deepEqual([...omar.found, ...noa.found, ...here.server.errors()], []);
  await omar.context.close();
  await noa.context.close();
});
