// The doors: an authenticator app is set up, asked for at sign-in and before a signature, replaced by recovery codes and taken away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calm, code } from './doors/authenticator.mjs';
import { PASSWORD, Person, together } from './portal.mjs';
import { say } from './words.mjs';

const here = together();
const SECURITY = '/desk/account/security';

/** Sets an app up with a code of the step before; gives its secret and the recovery codes. */
async function equip(person) {
  await person.open(SECURITY);
  const form = person.form('/do/authenticator');
  const secret = (await form.locator('code').innerText()).trim();
  assert.equal(await person.page.locator('.qr svg').count(), 1);
  assert.equal(await person.deed('/do/authenticator', { new_code: '000000', password: PASSWORD }, { deed: 'security-app-deed' }), 422);
  assert.equal((await form.locator('code').innerText()).trim(), secret, 'the picture stays the same');
  assert.equal(await person.deed('/do/authenticator', { new_code: code(secret, -1), password: PASSWORD }, { deed: 'security-app-deed' }), 200);
  assert.ok(await person.reads('said-authenticator'));
  const codes = await person.page.locator('.recovery-codes code').allInnerTexts();
  assert.equal(codes.length, 10);
  return { secret, codes: codes.map((one) => one.trim()) };
}

/** Goes out and comes back as far as the second step. */
async function comeBack(person) {
  await person.deed('/do/sign-out', {}, { deed: 'sign-out-deed' });
  await person.open(`/${person.lang}/sign-in`);
  assert.equal(await person.deed('/do/sign-in', { email: person.email, password: PASSWORD }, { deed: 'sign-in-deed' }), 200);
  assert.ok(await person.reads('second-title'));
  assert.match(await person.open('/desk').then(() => person.page.url()), /sign-in/, 'half is nobody');
  await person.open(`/${person.lang}/sign-in`);
  assert.equal(await person.deed('/do/sign-in', { email: person.email, password: PASSWORD }, { deed: 'sign-in-deed' }), 200);
}

const enter = (person, typed) => person.deed('/do/second-factor', { code: typed }, { deed: 'sign-in-deed' });

for (const [email, lang, script] of [['gil@il.example', 'en', true], ['eli@il.example', 'he', false], ['nour@sy.example', 'ar', false]]) {
  test(`a second factor from its set-up to its end, in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
    await calm();
    const person = await Person.signIn(here.server, here.browser, email, lang, { script });
    const { secret, codes } = await equip(person);
    await comeBack(person);
    assert.equal(await enter(person, code(secret, -1)), 422, 'no code counts twice');
    assert.ok((await person.problems())[0].includes(say(lang, 'field-code-not-right')));
    assert.equal(await enter(person, code(secret)), 200);
    assert.equal(new URL(person.page.url()).pathname, '/desk');
    for (const [again, status] of [[codes[3].toLowerCase(), 200], [codes[3], 422]]) {
      await comeBack(person);
      assert.equal(await enter(person, again), status, 'a recovery code counts once');
    }
    assert.equal(await enter(person, codes[7]), 200);
    await person.open(SECURITY);
    assert.ok(await person.reads('security-codes-left', { count: 8 }));
    assert.equal(await person.deed('/do/recovery-codes', { password: PASSWORD, code: codes[0] }, { deed: 'security-codes-renew' }), 200);
    const fresh = (await person.page.locator('.recovery-codes code').allInnerTexts()).map((one) => one.trim());
    assert.equal(await person.deed('/do/remove-authenticator', { password: PASSWORD, code: codes[1] }, { deed: 'security-app-remove' }), 422, 'the codes before count no more');
    assert.equal(await person.deed('/do/remove-authenticator', { password: PASSWORD, code: fresh[0] }, { deed: 'security-app-remove' }), 200);
    await person.open(`/${lang}/sign-in`);
    assert.equal(await person.deed('/do/sign-in', { email, password: PASSWORD }, { deed: 'sign-in-deed' }), 200);
    assert.equal(new URL(person.page.url()).pathname, '/desk', 'the password alone is enough again');
    assert.deepEqual([...person.found, ...here.server.errors()], []);
    await person.context.close();
  });
}

test('a signature asks for the code, too, and a wrong one loses nothing', async () => {
  await calm();
  const helen = await Person.signIn(here.server, here.browser, 'helen@us.example', 'en', { script: false });
  const { secret } = await equip(helen);
  await helen.open('/desk/projects/ENE-2026-003/sign-off');
  assert.equal(await helen.deed('/do/sign-off', { decision: 'signed', note: 'Signed with two keys.', scope: 'yes' }, { deed: 'check-deed' }), 200);
  for (const wrong of ['', '123456', code(secret, -1)]) {
    assert.equal(await helen.deed('/do/sign-off', { password: PASSWORD, code: wrong }, { deed: 'sign-off-deed' }), 422);
    assert.equal(await helen.form('/do/sign-off').locator('[name=note]').inputValue(), 'Signed with two keys.');
  }
  assert.equal(await helen.deed('/do/sign-off', { password: PASSWORD, code: code(secret) }, { deed: 'sign-off-deed' }), 200);
  assert.ok(await helen.reads('decided-signed'));
  await helen.context.close();
});

test('administrators read what happened at the doors, others find no such page', async () => {
  const erik = await Person.signIn(here.server, here.browser, 'erik@admin.example', 'en', { script: false });
  assert.equal(await erik.open('/desk/admin/events'), 200);
  for (const kind of ['sign-in', 'add-factor', 'remove-factor', 'use-recovery-code', 'sign-in-refused']) {
    assert.ok(await erik.reads(`command-${kind}`), kind);
  }
  await erik.open('/desk/admin/events?kind=use_recovery_code');
  assert.ok((await erik.page.locator('tbody tr').count()) > 3);
  const helen = await erik.context.browser().newPage({ baseURL: here.server.origin });
  assert.equal(new URL((await helen.goto('/desk/admin/events')).url()).pathname, '/en/sign-in');
  await erik.context.close();
});
