// Passkeys, with the virtual device that Chromium has: made, used to sign in and to sign off, refused a second time, taken away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, Person, post, together } from './portal.mjs';
import { LANGUAGES, say } from './words.mjs';

const here = together({ host: 'localhost' });
const SECURITY = '/desk/account/security';

/** Gives a person's browser a device that holds passkeys and is opened by its owner. */
async function withDevice(email, lang) {
  const person = await Person.signIn(here.server, here.browser, email, lang);
  const device = await person.context.newCDPSession(person.page);
  await device.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options });
  return { person, device, authenticatorId };
}

const button = (person, key) => person.page.getByRole('button', { name: say(person.lang, key) }).first();

/** Makes a passkey on the page of keys. */
async function make(person, name) {
  await person.open(SECURITY);
  await person.page.locator('details:has([name=new_key]) > summary').click();
  const form = person.form('/do/passkey');
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=password]').fill(PASSWORD);
  return person.follow(() => button(person, 'passkey-add-deed').click());
}

async function signOut(person) {
  await person.deed('/do/sign-out', {}, { deed: 'sign-out-deed' });
  await person.open(`/${person.lang}/sign-in`);
}

for (const [email, lang] of [['avi@il.example', 'he'], ['hala@sy.example', 'ar'], ['maya@il.example', 'en']]) {
  test(`a passkey is made, signs in alone, and is taken away, in ${lang}`, async () => {
    const { person } = await withDevice(email, lang);
    assert.equal(await make(person, 'Telephone'), 200);
    assert.ok(await person.reads('said-passkey'));
    assert.equal(await person.page.locator('.recovery-codes code').count(), 10, 'the first factor brings recovery codes');
    const recovery = await person.page.locator('.recovery-codes code').first().innerText();
    await signOut(person);
    assert.equal(await person.follow(() => button(person, 'passkey-sign-in').click()), 200);
    assert.equal(new URL(person.page.url()).pathname, '/desk');
    await signOut(person);
    assert.equal(await person.deed('/do/sign-in', { email, password: PASSWORD }, { deed: 'sign-in-deed' }), 200);
    assert.ok(await person.reads('second-title'), 'the password alone is not enough any more');
    assert.equal(await person.deed('/do/second-factor', { code: recovery }, { deed: 'sign-in-deed' }), 200);
    await person.open(SECURITY);
    await person.page.locator('details:has(form[action="/do/remove-passkey"]) > summary').click();
    const removing = person.form('/do/remove-passkey').getByRole('button', { name: say(lang, 'passkey-confirm') });
    assert.equal(await person.follow(() => removing.click()), 200);
    await person.open(`/${lang}/sign-in`);
    assert.equal(await person.follow(() => button(person, 'passkey-sign-in').click()), 422, 'what was taken away opens nothing');
    assert.ok(await person.reads('refusal-passkey'));
    assert.deepEqual([...person.found, ...here.server.errors()], []);
    await person.context.close();
  });
}

test('an officer signs off with a passkey alone, and its answer counts once', async () => {
  const { person: helen } = await withDevice('helen@us.example', 'en');
  assert.equal(await make(helen, 'Key'), 200);
  await helen.open('/desk/projects/ENE-2026-003/sign-off');
  assert.equal(await helen.deed('/do/sign-off', { decision: 'signed', note: 'Signed with a passkey.', scope: 'yes' }, { deed: 'check-deed' }), 200);
  let sent;
  helen.page.once('request', (one) => (sent = new URLSearchParams(one.postData())));
  const confirm = helen.form('/do/sign-off').getByRole('button', { name: say('en', 'passkey-confirm') });
  assert.equal(await helen.follow(() => confirm.click()), 200);
  assert.ok(await helen.reads('decided-signed'));
  await helen.open(SECURITY);
  const token = await helen.page.locator('[name=form_token]').first().inputValue();
  const again = { form_token: token, form_key: 'another', back: SECURITY, challenge: sent.get('challenge'), passkey: sent.get('passkey') };
  const answer = await post(here.server, '/do/recovery-codes', again, { cookie: await helen.cookies() });
  assert.equal(await helen.open(answer.headers.location), 422, 'a copied answer opens nothing');
  await helen.context.close();
});

test('a device without its owner, or without a key of ours, does not sign in', async () => {
  for (const lang of LANGUAGES) {
    const { person, device, authenticatorId } = await withDevice('karim@sy.example', lang);
    await signOut(person);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await button(person, 'passkey-sign-in').click();
    await person.page.locator('.passkey__said', { hasText: say(lang, 'passkey-failed') }).waitFor({ timeout: 15_000 });
    await person.context.close();
  }
});
