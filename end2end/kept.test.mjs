// Nothing typed is lost: every long form keeps what stands in it, the drafts have a page of their own, and nobody is signed out
// without a warning.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES, plain, say } from './words.mjs';

const here = together();

const TYPED = { en: 'Half a sentence about wells', he: 'חצי משפט על בארות', ar: 'نصف جملة عن الآبار' };

/** Long forms: who fills them in, where, and which field. */
const FORMS = [
  ['omar@sy.example', '/desk/projects/ENE-2026-004/ballot', '/do/position', 'statement'],
  ['omar@sy.example', '/desk/projects/ENE-2026-004/discussion/new/caucus-sy', '/do/open-thread', 'text'],
  ['helen@us.example', '/desk/projects/ENE-2026-003/sign-off', '/do/sign-off', 'note'],
  ['noa@il.example', '/desk/projects/ENE-2026-001/summary', '/do/write-summary', 'text_he'],
];

async function signedIn(email, lang) {
  const person = await Person.signIn(here.server, here.browser, email, lang, { script: true });
  return person;
}

/** Types into a field as a person does, and waits until the line says that it is kept. */
async function type(person, action, field, text) {
  const form = person.form(action);
  for (const folded of await form.locator('xpath=ancestor::details[not(@open)]').all()) await folded.locator('> summary').click();
  await form.locator(`[name="${field}"]`).fill(text);
  await form.locator('.autosave', { hasText: say(person.lang, 'autosave-saved') }).waitFor({ timeout: 15_000 });
}

for (const [index, [email, path, action, field]] of FORMS.entries()) {
  const lang = LANGUAGES[index % LANGUAGES.length];
  test(`what is typed into ${action} is kept, listed, taken up again and discarded, in ${lang}`, async () => {
    const person = await signedIn(email, lang);
    await person.open(path);
    await type(person, action, field, TYPED[lang]);
    await person.open('/desk');
    assert.equal(await person.page.locator('main a[href="/desk/drafts"]').count(), 1, 'the desk says that something is unsent');
    await person.open('/desk/drafts');
    await person.page.locator('details > summary').first().click();
    assert.ok((await person.text()).includes(plain(TYPED[lang])), 'the list shows what was typed');
    await person.follow(() => person.page.getByRole('link', { name: say(lang, 'draft-continue') }).click());
    assert.equal(new URL(person.page.url()).pathname, path);
    assert.equal(await person.form(action).locator(`[name="${field}"]`).inputValue(), TYPED[lang]);
    assert.equal(await person.deed('/do/discard-draft', {}, { deed: 'draft-discard' }), 200);
    assert.equal(await person.form(action).locator(`[name="${field}"]`).inputValue().then((text) => text.includes(TYPED[lang])), false);
    await person.open('/desk/drafts');
    assert.ok(await person.reads('drafts-none'));
    assert.deepEqual([...person.found, ...here.server.errors()], []);
    await person.context.close();
  });
}

test('what was sent is no draft any more', async () => {
  const person = await signedIn('omar@sy.example', 'ar');
  await person.open('/desk/projects/ENE-2026-004/discussion/new/caucus-sy');
  await type(person, '/do/open-thread', 'text', TYPED.ar);
  assert.equal(await person.deed('/do/open-thread', { title: TYPED.ar }), 200);
  await person.open('/desk/drafts');
  assert.ok(await person.reads('drafts-none'));
  await person.context.close();
});

for (const lang of LANGUAGES) {
  test(`a warning comes before the sign-in ends, and one press keeps it going, in ${lang}`, async () => {
    const person = await signedIn('noa@il.example', lang);
    await person.page.clock.install();
    await person.open('/desk');
    assert.ok(await person.page.locator('.session-line').isVisible());
    const dialog = person.page.locator('dialog.dialog');
    await person.page.locator('leptos-island dialog').waitFor({ state: 'attached' });
    await person.page.waitForTimeout(500);
    assert.equal(await dialog.isVisible(), false);
    await person.page.clock.fastForward('56:00');
    await dialog.waitFor({ state: 'visible' });
    assert.ok(await person.reads('session-warning-title'));
    assert.ok(await dialog.evaluate((one) => one.contains(document.activeElement)), 'the focus goes into the dialog');
    await dialog.getByRole('button').click();
    await dialog.waitFor({ state: 'hidden' });
    await person.page.clock.fastForward('56:00');
    await dialog.waitFor({ state: 'visible' });
    await person.page.clock.fastForward('06:00');
    assert.ok(await person.reads('session-over'), 'whoever does not answer reads that it has ended, and keeps the page');
    assert.deepEqual(person.found, []);
    await person.context.close();
  });
}

test('the colours of the desk follow the choice and not the system', async () => {
  const person = await signedIn('dan@il.example', 'he');
  const ground = () => person.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await person.open('/desk/account');
  const light = await ground();
  assert.equal(await person.deed('/do/theme', { theme: 'dark' }, { deed: 'account-theme-deed' }), 200);
  assert.equal(await person.page.locator('html').getAttribute('data-theme'), 'dark');
  assert.notEqual(await ground(), light);
  await person.deed('/do/theme', { theme: 'system' }, { deed: 'account-theme-deed' });
  assert.equal(await ground(), light);
  await person.context.close();
});

for (const [email, script] of [['noa@il.example', true], ['omar@sy.example', false]]) {
  test(`the language of the desk changes on the same page with what was just typed, ${script ? 'with' : 'without'} script`, async () => {
    const person = await Person.signIn(here.server, here.browser, email, 'en', { script });
    const speak = (lang) => person.follow(() => person.page.locator(`button[name=lang][value=${lang}]`).click());
    await person.open('/desk/projects?sector=energy&stage=implementing');
    assert.equal(await speak('ar'), 200);
    const { pathname, search } = new URL(person.page.url());
    assert.equal(pathname + search, '/desk/projects?sector=energy&stage=implementing');
    await person.open('/desk/projects/ENE-2026-001/summary');
    await person.page.locator('details:has([name=text_en]) > summary').click();
    await person.page.locator('[name=text_en]').fill(TYPED.en);
    for (const lang of ['he', 'en']) {
      assert.equal(await speak(lang), 200);
      assert.equal(await person.page.locator('html').getAttribute('lang'), lang);
      assert.equal(await person.page.locator('[name=text_en]').inputValue(), TYPED.en);
    }
    assert.deepEqual([...person.found, ...here.server.errors()], []);
    await person.context.close();
  });
}
