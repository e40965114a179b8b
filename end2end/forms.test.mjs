// Bad input, second clicks, stale pages and two tabs: a sentence by the field, nothing lost, nothing done twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, Person, post, raw, together } from './portal.mjs';
import { invalid } from './pages/html.mjs';
import { LANGUAGES, plain, problem, say } from './words.mjs';

const here = together();

const people = new Map();

/** Runs with a person who is signed in, and looks behind the pages afterwards. */
async function as(email, lang, work, { script = true } = {}) {
  const name = `${email} ${script}`;
  if (!people.has(name)) people.set(name, await Person.signIn(here.server, here.browser, email, lang, { script }));
  const person = people.get(name);
  if (person.lang !== lang) {
    await person.open('/desk');
    await person.speak(lang);
  }
  await work(person);
  assert.deepEqual([...person.found, ...here.server.errors()], []);
}

/** The form came back: summary on top, the sentence beside the field, tied to it, and the same words in both. */
async function complains(person, action, status, field, sentence) {
  assert.equal(status, 422);
  const { pathname, search } = new URL(person.page.url());
  const answer = await raw(here.server, pathname + search, { headers: { cookie: await person.cookies() } });
  assert.deepEqual([answer.status, ...invalid(answer.text)], [422]);
  const form = person.form(action);
  const summary = plain(await person.page.locator('.error-summary').innerText());
  assert.ok(summary.includes(say(person.lang, 'form-problem-title')), summary);
  assert.ok(summary.includes(sentence), `${summary} does not hold ${sentence}`);
  const control = form.locator(`[name="${field}"]`).first();
  const described = await control.evaluate((one) => one.getAttribute('aria-describedby') ?? one.closest('fieldset').getAttribute('aria-describedby'));
  const beside = await person.page.locator(described.split(' ').map((id) => `[id="${id}"]`).join(', ')).allInnerTexts();
  assert.ok(beside.some((text) => plain(text).includes(sentence)), beside.join(' | '));
  assert.match(await person.page.title(), new RegExp(`^${say(person.lang, 'form-error-prefix')}`));
  const link = person.page.locator('.error-summary a').first();
  await link.click();
  assert.ok(await control.evaluate((one) => one === document.activeElement), 'the link of the summary leads to the field');
}

/** A form's hidden fields, to send it by hand. */
const hidden = (person, action) =>
  person.form(action).locator('input[type=hidden]').evaluateAll((all) => Object.fromEntries(all.map((one) => [one.name, one.value])));

/** Who, where, which form, with what, and what is wrong with which field. */
const WORDLESS = [
  ['dan@il.example', 'AGR-2026-004/points', '/do/close-point', { note: ' ' }, 'note', 'missing'],
  ['noa@il.example', 'ENE-2026-001/conditions', '/do/verify-condition', {}, 'note', 'missing'],
  ['noa@il.example', 'ENE-2026-004/ballot', '/do/recall-ballot', {}, 'reason', 'missing'],
  ['noa@il.example', 'ENE-2026-001/summary', '/do/write-summary', { title_ar: '' }, 'title_ar', 'missing'],
  ['tamar@il.example', 'ENE-2026-001/implementation', '/do/stop-work', {}, 'reason', 'missing'],
  ['helen@us.example', 'ENE-2026-003/sign-off', '/do/sign-off', { note: 'x' }, 'decision', 'choose'],
  ['helen@us.example', 'ENE-2026-003/sign-off', '/do/sign-off', { decision: 'refused' }, 'note', 'missing'],
  ['helen@us.example', 'ENE-2026-003/sign-off', '/do/sign-off', { decision: 'returned', note: 'x' }, 'point_text', 'missing'],
  ['helen@us.example', 'ENE-2026-003/sign-off', '/do/sign-off', { decision: 'signed', scope: 'yes', valid_until: '2020-01-01' }, 'valid_until', 'ahead'],
  ['helen@us.example', 'ENE-2026-003/sign-off', '/do/sign-off', { decision: 'signed' }, 'scope', 'missing'],
];

for (const lang of LANGUAGES) {
  test(`a wrong password gets one sentence and keeps the address, in ${lang}`, async () => {
    const context = await here.browser.newContext({ baseURL: here.server.origin });
    const page = await context.newPage();
    const person = new Person(here.server, context, page, 'nobody', lang);
    for (const email of ['noa@il.example', 'unknown@il.example']) {
      await person.open(`/${lang}/sign-in`);
      const status = await person.deed('/do/sign-in', { email, password: 'wrong' }, { deed: 'sign-in-deed' });
      await complains(person, '/do/sign-in', status, 'email', say(lang, 'field-email-not-right'));
      assert.equal(await page.locator('[name=email]').inputValue(), email);
      assert.equal(await page.locator('[name=password]').inputValue(), '');
    }
    await context.close();
  });

  test(`a draft without title, with one too long, or without proposer is not started, in ${lang}`, () =>
    as('noa@il.example', lang, async (noa) => {
      const long = 'ן'.repeat(121);
      for (const [title, code] of [['', 'missing'], [long, 'too-long']]) {
        await noa.open('/desk/projects/new');
        const status = await noa.deed('/do/start-project', { title, source: 'he' }, { deed: 'start-deed' });
        await complains(noa, '/do/start-project', status, 'title', problem(lang, 'title', code, { limit: 120 }));
        assert.equal(await noa.page.locator('[name=title]').inputValue(), title);
        assert.equal(await noa.page.locator('[name=source]').inputValue(), 'he', 'every value is kept');
      }
      const fields = { ...(await hidden(noa, '/do/start-project')), form_key: `no-choice-${lang}`, title: 'x', group: 'energy', source: 'en' };
      const { headers } = await post(here.server, '/do/start-project', fields, { cookie: await noa.cookies() });
      const status = await noa.open(headers.location);
      await complains(noa, '/do/start-project', status, 'proposer', problem(lang, 'proposer', 'choose'));
    }));

  test(`a position without verdict, reasons or point is not recorded, in ${lang}`, () =>
    as('samir@sy.example', lang, async (samir) => {
      const ballot = '/desk/projects/MED-2026-002/ballot';
      const cases = [
        [{ statement: 'Text 1' }, 'verdict', 'choose'],
        [{ verdict: 'decline' }, 'statement', 'missing'],
        [{ verdict: 'object', statement: 'Text 2', point_resolve: 'Text 3' }, 'point_text', 'missing'],
        [{ verdict: 'approve' }, 'scope', 'missing'],
        [{ verdict: 'approve', scope: 'yes', condition_text: 'Text 4', condition_owner: 'il', condition_due: 'during' }, 'condition_evidence', 'missing'],
      ];
      for (const [fields, field, code] of cases) {
        await samir.open(ballot);
        const status = await samir.deed('/do/position', fields, { deed: 'check-deed' });
        await complains(samir, '/do/position', status, field, problem(lang, field, code));
        for (const [name, value] of Object.entries(fields)) {
          const kept = samir.form('/do/position').locator(name === 'verdict' ? '[name=verdict]:checked' : `[name="${name}"]`);
          assert.equal(await kept.inputValue(), value, `${name} is kept`);
        }
      }
    }));

  test(`every step that needs words says which are missing, in ${lang}`, async () => {
    for (const [email, path, action, fields, field, code] of WORDLESS) {
      await as(email, lang, async (person) => {
        await person.open(`/desk/projects/${path}`);
        await complains(person, action, await person.deed(action, fields), field, problem(lang, field, code));
      });
    }
  });

  test(`a file of a kind that is not accepted is named as such, in ${lang}`, () =>
    as('dan@il.example', lang, async (dan) => {
      const files = [
        [{ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }, 'wrong-kind'],
        [{ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a pdf') }, 'wrong-kind'],
        [[], 'missing'],
      ];
      for (const [file, code] of files) {
        await dan.open('/desk/projects/AGR-2026-004/edit');
        const status = await dan.deed('/do/attach', { file }, { deed: 'files-deed' });
        await complains(dan, '/do/attach', status, 'file', problem(lang, 'file', code));
      }
    }));

  test(`a form without a valid token does nothing and says why, in ${lang}`, () =>
    as('omar@sy.example', lang, async (omar) => {
      const cookie = await omar.cookies();
      const text = 'A text that somebody typed for a long time';
      for (const form_token of ['', 'AAAA']) {
        const answer = await post(here.server, '/do/post-message', { form_token, project: 'ENE-2026-004', thread: 'x', text }, { cookie });
        assert.equal(answer.status, 403);
        assert.ok(answer.text.includes(`<html lang="${lang}"`));
        assert.ok(plain(answer.text).includes(plain(say(lang, 'error-stale-form-title'))));
        assert.ok(answer.text.includes(text), 'what was typed is shown, so that it can be kept');
      }
    }));
}

test('a new password that is too short, or an old one that is wrong, changes nothing', () =>
  as('gil@il.example', 'he', async (gil) => {
    await gil.open('/desk/account/security');
    let status = await gil.deed('/do/password', { password: 'wrong', new_password: 'seven unrelated words here' }, { deed: 'account-password-deed' });
    await complains(gil, '/do/password', status, 'password', say('he', 'field-password-not-right'));
    status = await gil.deed('/do/password', { password: PASSWORD, new_password: 'short' }, { deed: 'account-password-deed' });
    await complains(gil, '/do/password', status, 'new_password', problem('he', 'new_password', 'password-short'));
  }));

test('a form that is sent twice does its deed once', () =>
  as('dan@il.example', 'en', async (dan) => {
    const project = '/desk/projects/AGR-2026-004';
    await dan.open(`${project}/discussion/new/joint`);
    const fields = { ...(await hidden(dan, '/do/open-thread')), title: 'Sent twice', text: 'Once is enough.', note_language: 'en' };
    const cookie = await dan.cookies();
    const both = await Promise.all([post(here.server, '/do/open-thread', fields, { cookie }), post(here.server, '/do/open-thread', fields, { cookie })]);
    assert.deepEqual(both.map((one) => one.status), [303, 303]);
    await dan.open(`${project}/discussion`);
    assert.equal(await dan.page.getByRole('link', { name: 'Sent twice' }).count(), 1);
    const other = await post(here.server, '/do/open-thread', { ...fields, title: 'Another with the same key' }, { cookie });
    assert.equal(await dan.open(other.headers.location), 422, 'a key is good for one form only');
    await dan.open(`${project}/discussion`);
    assert.equal(await dan.page.getByRole('link', { name: 'Another with the same key' }).count(), 0);
  }));

test('the check shows what will be recorded, and nothing that was typed for another answer', () =>
  as('samir@sy.example', 'en', async (samir) => {
    await samir.open('/desk/projects/MED-2026-002/ballot');
    const fields = { verdict: 'object', statement: 'Not yet.', point_text: 'A point that stays', point_resolve: 'A second laboratory', condition_text: 'A condition that goes' };
    assert.equal(await samir.deed('/do/position', fields, { deed: 'check-deed' }), 200);
    const text = await samir.text();
    assert.ok(text.includes('A point that stays') && !text.includes('A condition that goes'), text);
    await samir.follow(() => samir.page.getByRole('link', { name: say('en', 'check-change') }).click());
    assert.equal(await samir.deed('/do/position', { verdict: 'approve', scope: 'yes', condition_text: '' }, { deed: 'check-deed' }), 200);
    assert.ok((await samir.reads('answer-yes')) && !(await samir.text()).includes('A point that stays'));
    await samir.open('/desk/drafts');
    assert.equal(await samir.deed('/do/discard-draft', {}, { deed: 'draft-discard' }), 200);
  }));

test('a position on a text that is not the newest is a conflict, and the statement stays', () =>
  as('omar@sy.example', 'ar', async (omar) => {
    await omar.open('/desk/projects/ENE-2026-004/ballot');
    const fields = { ...(await hidden(omar, '/do/position')), hash: '0'.repeat(64), verdict: 'approve', statement: 'نوافق بعد القراءة', note_language: 'ar' };
    const { status, headers } = await post(here.server, '/do/position', fields, { cookie: await omar.cookies() });
    assert.equal(status, 303);
    assert.equal(await omar.open(headers.location), 409);
    assert.ok(await omar.reads('refusal-stale-version'));
    assert.equal(await omar.page.locator('[name=statement]').inputValue(), 'نوافق بعد القراءة');
  }));

test('a form from another site is refused before anything is read', () =>
  as('omar@sy.example', 'en', async (omar) => {
    const cookie = await omar.cookies();
    const foreign = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }];
    for (const headers of foreign) assert.equal((await post(here.server, '/do/sign-out', {}, { cookie, ...headers })).status, 403);
    assert.equal((await raw(here.server, '/desk', { headers: { cookie } })).status, 200, 'the session goes on');
  }));

for (const script of [true, false]) {
  test(`two tabs on one section: the second sees both texts, ${script ? 'with' : 'without'} script`, () =>
    as('dan@il.example', 'en', async (dan) => {
      const section = '/desk/projects/AGR-2026-004/edit/risks';
      await dan.open(section);
      const tab = new Person(here.server, dan.context, await dan.context.newPage(), dan.email, 'en');
      await tab.open(section);
      const [mine, theirs] = [`First ${script}`, `Second ${script}`];
      assert.equal(await dan.deed('/do/save-text', { text_en: mine }, { deed: 'edit-save' }), 200);
      assert.equal(await tab.deed('/do/save-text', { text_en: theirs }, { deed: 'edit-save' }), 409);
      assert.ok(await tab.reads('refusal-stale-text'));
      assert.ok((await tab.text()).includes(mine), 'the saved text is shown');
      assert.equal(await tab.page.locator('[name=text_en]').inputValue(), theirs, 'the own text stands in its field');
      assert.equal(await tab.deed('/do/save-text', { text_en: `${mine} and ${theirs}` }, { deed: 'edit-save' }), 200);
    }, { script }));
}

test('what is typed is kept without being saved, comes back, and can be discarded', () =>
  as('rana@sy.example', 'ar', async (rana) => {
    const section = '/desk/projects/AGR-2026-004/edit/sites';
    await rana.open(section);
    const field = rana.page.locator('[name=text_ar]');
    const before_ = await field.inputValue();
    await field.press('Control+End');
    await field.pressSequentially(' زيادة');
    await rana.page.locator('.autosave', { hasText: plain(say('ar', 'autosave-saved')) }).waitFor();
    await rana.open(section);
    assert.equal(await rana.page.locator('[name=text_ar]').inputValue(), `${before_} زيادة`);
    assert.equal(await rana.deed('/do/discard-draft', {}, { deed: 'draft-discard' }), 200);
    assert.equal(await rana.page.locator('[name=text_ar]').inputValue(), before_);
  }));

test('a line that is lost is said, and the text stays in the tab', () =>
  as('rana@sy.example', 'en', async (rana) => {
    await rana.open('/desk/projects/AGR-2026-004/edit/partners');
    await rana.page.route('**/do/autosave', (route) => route.abort());
    await rana.page.locator('[name=text_ar]').pressSequentially(' x');
    await rana.page.locator('.autosave', { hasText: plain(say('en', 'autosave-lost')) }).waitFor();
    const typed = await rana.page.locator('[name=text_ar]').inputValue();
    rana.found.length = 0;
    await rana.page.unroute('**/do/autosave');
    await rana.page.reload();
    await rana.page.locator('.autosave', { hasText: plain(say('en', 'autosave-saved')) }).waitFor();
    assert.equal(await rana.page.locator('[name=text_ar]').inputValue(), typed, 'the tab kept it over a reload, and now the server has it');
    await rana.open('/desk/drafts');
    assert.equal(await rana.deed('/do/discard-draft', {}, { deed: 'draft-discard' }), 200);
  }));

test('where the islands cannot load, the form still works', () =>
  as('rana@sy.example', 'en', async (rana) => {
    await rana.page.route('**/*.wasm', (route) => route.abort());
    await rana.open('/desk/projects/AGR-2026-004/edit/timeline');
    assert.equal(await rana.deed('/do/save-text', { text_en: 'Saved without WebAssembly.' }, { deed: 'edit-save' }), 200);
    assert.ok(await rana.reads('said-saved'));
    await rana.page.unroute('**/*.wasm');
    rana.found.length = 0;
  }));

test('after signing out the desk asks to sign in, and leads back', () =>
  as('yael@il.example', 'he', async (yael) => {
    await yael.open('/desk/groups');
    await yael.deed('/do/sign-out', {}, { deed: 'sign-out-deed' });
    await yael.open('/desk/projects/ENE-2026-001/history');
    assert.match(yael.page.url(), /\/sign-in\?next=/);
    yael.lang = new URL(yael.page.url()).pathname.slice(1, 3);
    assert.equal(await yael.deed('/do/sign-in', { email: yael.email, password: PASSWORD }, { deed: 'sign-in-deed' }), 200);
    assert.equal(new URL(yael.page.url()).pathname, '/desk/projects/ENE-2026-001/history');
  }));
