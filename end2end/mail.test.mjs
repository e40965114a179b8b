// Mail: a forgotten password from the question to the new sign-in, what an owner hears of the account, and that nobody learns who has one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailTo, waitFor } from './mail/box.mjs';
import { PASSWORD, Person, together, watch } from './portal.mjs';
import { plain, say } from './words.mjs';

const here = together();
const NEW = 'three grey herons by the water';

/** A browser that nobody has signed in with. */
async function stranger(lang, script) {
  const context = await here.browser.newContext({ javaScriptEnabled: script, baseURL: here.server.origin, reducedMotion: 'reduce' });
  const page = await context.newPage();
  return new Person(here.server, context, page, 'nobody', lang);
}

for (const [email, lang, script] of [['maya@il.example', 'en', true], ['ruth@il.example', 'he', false], ['karim@sy.example', 'ar', false]]) {
  test(`a forgotten password is set anew by a link that comes by mail, in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
    const before = await Person.signIn(here.server, here.browser, email, lang);
    const person = await stranger(lang, script);
    await person.open(`/${lang}/sign-in`);
    await person.follow(() => person.page.getByRole('link', { name: say(lang, 'reset-link') }).click());
    assert.equal(await person.deed('/do/ask-reset', { email: '' }, { deed: 'reset-deed' }), 422);
    assert.equal(await person.deed('/do/ask-reset', { email: email.toUpperCase() }, { deed: 'reset-deed' }), 200);
    assert.ok(await person.reads('said-reset-asked'));
    const mail = await waitFor(here.server, email, (one) => /invitation\?key=/.test(one.text));
    assert.equal(plain(mail.subject), plain(say(lang, 'mail-reset-subject')));
    assert.ok(plain(mail.text).includes(plain(say(lang, 'mail-reset-unasked'))));
    assert.ok(mail.html.includes(`lang="${lang}" dir="${lang === 'en' ? 'ltr' : 'rtl'}"`));
    assert.match(mail.head, /^Auto-Submitted: auto-generated/m);
    const link = /https?:\/\/\S+invitation\?key=\w+/.exec(mail.text)[0];
    assert.ok(link.startsWith(`${here.server.origin}/${lang}/`));
    assert.equal(await person.open(link), 200);
    assert.equal(await person.deed('/do/invitation', { new_password: NEW }, { deed: 'invitation-deed' }), 200);
    assert.equal(await person.open(link), 404, 'a link works once');
    await before.open('/desk');
    assert.match(before.page.url(), /sign-in/, 'every session has ended');
    await person.open(`/${lang}/sign-in`);
    assert.equal(await person.deed('/do/sign-in', { email, password: PASSWORD }, { deed: 'sign-in-deed' }), 422);
    assert.equal(await person.deed('/do/sign-in', { email, password: NEW }, { deed: 'sign-in-deed' }), 200);
    const told = await waitFor(here.server, email, (one) => plain(one.subject) === plain(say(lang, 'mail-subject-password')));
    assert.ok(told.text.includes(`${here.server.origin}/desk/account/security`));
    assert.deepEqual(person.found, []);
  });
}

test('whether an address has an account, neither the answer nor a mail tells', async () => {
  const person = await stranger('en', true);
  const answers = [];
  for (const email of ['gil@il.example', 'nobody.at.all@il.example']) {
    await person.open('/en/reset');
    await person.deed('/do/ask-reset', { email }, { deed: 'reset-deed' });
    answers.push(plain(await person.page.locator('main').innerText()));
  }
  assert.equal(answers[0], answers[1]);
  await waitFor(here.server, 'gil@il.example', (one) => /invitation\?key=/.test(one.text));
  assert.deepEqual(mailTo(here.server, 'nobody.at.all@il.example'), []);
});

test('an owner hears of a new device once, and of wrong passwords', async () => {
  const email = 'nour@sy.example';
  const context = await here.browser.newContext({ baseURL: here.server.origin });
  const page = await context.newPage();
  const person = new Person(here.server, context, page, email, 'ar');
  const found = watch(page, here.server.origin);
  const enter = async (password) => {
    await person.open('/ar/sign-in');
    return person.deed('/do/sign-in', { email, password }, { deed: 'sign-in-deed' });
  };
  const devices = () => mailTo(here.server, email).filter((one) => plain(one.subject) === plain(say('ar', 'mail-subject-new-device')));
  assert.equal(await enter(PASSWORD), 200);
  await waitFor(here.server, email, (one) => plain(one.subject) === plain(say('ar', 'mail-subject-new-device')));
  await person.deed('/do/sign-out', {}, { deed: 'sign-out-deed' });
  assert.equal(await enter(PASSWORD), 200);
  await person.deed('/do/sign-out', {}, { deed: 'sign-out-deed' });
  const elsewhere = await stranger('ar', true);
  for (let tries = 0; tries < 5; tries += 1) {
    await elsewhere.open('/ar/sign-in');
    assert.equal(await elsewhere.deed('/do/sign-in', { email, password: 'wrong' }, { deed: 'sign-in-deed' }), 422);
  }
  await waitFor(here.server, email, (one) => plain(one.subject) === plain(say('ar', 'mail-subject-tries')));
  assert.equal(await enter(PASSWORD), 200, 'whoever tries a name elsewhere does not lock its owner out');
  assert.equal(devices().length, 1, 'a known device is not told of again');
  assert.deepEqual(found, []);
});

for (const [head, lang, script] of [['tamar@il.example', 'en', true], ['tamar@il.example', 'he', false], ['layla@sy.example', 'ar', true]]) {
  test(`somebody is invited, comes in, and is closed out for a while after wrong passwords, in ${lang}`, async () => {
    const inviting = await Person.signIn(here.server, here.browser, head, lang, { script });
    const email = `invited.${lang}@mfa.test`;
    await inviting.open('/desk/admin/people/new');
    const fields = { name: 'R. Newcomer', email, office_en: 'Adviser', office_he: 'יועצת', office_ar: 'مستشارة', role: 'member', group: 'energy', until: '2099-01-01', password: PASSWORD };
    assert.equal(await inviting.deed('/do/invite', fields, { deed: 'people-invite-deed' }), 200);
    const link = (await inviting.page.locator('code.wrap').innerText()).trim();
    const person = await stranger(lang, script);
    assert.equal(await person.open(link), 200);
    // A link speaks the language of its side.
    person.lang = new URL(link).pathname.slice(1, 3);
    assert.equal(await person.deed('/do/invitation', { new_password: 'short' }, { deed: 'invitation-deed' }), 422);
    assert.equal(await person.deed('/do/invitation', { new_password: NEW }, { deed: 'invitation-deed' }), 200);
    person.lang = lang;
    const enter = async (password) => {
      await person.open(`/${lang}/sign-in`);
      return person.deed('/do/sign-in', { email, password }, { deed: 'sign-in-deed' });
    };
    assert.equal(await enter(NEW), 200);
    assert.equal(await person.open('/desk/groups/energy'), 200);
    const elsewhere = await stranger(lang, script);
    const knock = async (password) => {
      await elsewhere.open(`/${lang}/sign-in`);
      return elsewhere.deed('/do/sign-in', { email, password }, { deed: 'sign-in-deed' });
    };
    const closed = () => elsewhere.problems().then((all) => all.some((one) => one.includes(plain(say(lang, 'field-email-try-later')))));
    let tries = 0;
    do assert.equal(await knock('wrong'), 422); while (!(await closed()) && (tries += 1) < 20);
    assert.ok(await closed(), 'the name is closed for a while');
    for (tries = 0; (await knock(NEW)) !== 200; tries += 1) {
      assert.ok(tries < 30, 'and never for good');
      await new Promise((done) => setTimeout(done, 1_000));
    }
    assert.deepEqual([...inviting.found, ...person.found, ...elsewhere.found], []);
  });
}
