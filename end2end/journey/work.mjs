// From the supervisor's desk to the public: sign-off, work, its end, and what everybody may read.
import assert from 'node:assert/strict';
import { PASSWORD, portal, post } from '../portal.mjs';
import { LANGUAGES, plain, say } from '../words.mjs';
import { NOTES, summary, TITLE } from './texts.mjs';

async function isPrepared(road) {
  const [grace, helen, notes] = [await road.grace(), await road.helen(), NOTES[road.lang]];
  await helen.open(`${road.home}/sign-off`);
  assert.equal(await helen.form('/do/sign-off').count(), 0, 'nobody decides on a dossier that nobody prepared');
  await grace.open(`${road.home}/sign-off`);
  assert.equal(await grace.deed('/do/prepare-dossier', { note: notes.note }, { deed: 'prepare-deed' }), 200);
  assert.ok(await grace.reads('said-prepared'));
  assert.equal(await grace.form('/do/sign-off').count(), 0, 'who prepared does not decide');
}

async function isExtended(road) {
  const [helen, noa] = [await road.helen(), await road.noa()];
  await helen.open(`${road.home}/sign-off`);
  assert.equal(await helen.deed('/do/extend-review', {}, { deed: 'extension-deed', values: { days: 10 } }), 422, 'it takes a reason');
  assert.equal(await helen.deed('/do/extend-review', { reason: NOTES[road.lang].reason }, { deed: 'extension-deed', values: { days: 10 } }), 200);
  assert.ok(await helen.reads('said-extended'));
  await noa.open(`${road.home}/sign-off`);
  assert.ok(await noa.reads('extension-taken', { days: 10 }), 'both delegations see it');
  assert.ok((await noa.text()).includes(plain(NOTES[road.lang].reason)), 'with its reason');
  assert.equal(await noa.form('/do/extend-review').count(), 0, 'a delegation has no such deed');
  await noa.open(road.home);
  assert.ok(await noa.reads('due-extended', { days: 10 }));
}

async function isSigned(road) {
  const [helen, notes] = [await road.helen(), NOTES[road.lang]];
  await helen.open(`${road.home}/sign-off`);
  assert.equal(await helen.deed('/do/sign-off', { decision: 'signed', note: notes.note, scope: 'yes' }, { deed: 'check-deed' }), 200);
  assert.ok((await helen.text()).includes(plain(notes.note)), 'the answers can be read before they count');
  assert.equal(await helen.deed('/do/sign-off', { password: 'not the password' }, { deed: 'sign-off-deed' }), 422);
  assert.ok((await helen.problems())[0].includes(say(road.lang, 'field-password-not-right')));
  const form = helen.form('/do/sign-off');
  assert.equal(await form.locator('[name=note]').inputValue(), notes.note, 'what was typed stays');
  assert.equal(await form.locator('[name=password]').inputValue(), '', 'a password never comes back');
  assert.equal(await helen.deed('/do/sign-off', { password: PASSWORD }, { deed: 'sign-off-deed' }), 200);
  assert.ok(await helen.reads('decided-signed'));
  road.hash = (await helen.page.locator('.hash--full').first().textContent()).trim();
}

async function startIsRefused(road) {
  const [noa, page] = [await road.noa(), `${road.home}/implementation`];
  await noa.open(page);
  assert.equal(await noa.form('/do/start-work').count(), 0);
  const token = await noa.page.locator('input[name=form_token]').first().inputValue();
  const fields = { form_token: token, form_key: 'forced', back: page, project: road.home.split('/').at(-1), hash: road.hash };
  const answer = await post(road.server, '/do/start-work', fields, { cookie: await noa.cookies() });
  assert.equal(answer.status, 303);
  assert.equal(await noa.open(answer.headers.location), 422, 'a forced form is refused with the reason');
  assert.ok(await noa.reads('refusal-missing'));
}

async function isStarted(road) {
  const notes = NOTES[road.lang];
  const chairs = [await road.noa(), await road.omar()];
  for (const chair of chairs) {
    await chair.open(`${road.home}/conditions`);
    assert.equal(await chair.deed('/do/verify-condition', { note: notes.evidence }, { deed: 'condition-verify-deed' }), 200);
  }
  await chairs[0].open(`${road.home}/implementation`);
  assert.equal(await chairs[0].deed('/do/start-work', {}, { deed: 'start-work-deed' }), 200);
  assert.equal(await chairs[0].deed('/do/take-back-consent', {}, { deed: 'take-back-consent-deed' }), 200);
  assert.ok(await chairs[0].reads('said-consent-taken-back'));
  for (const chair of chairs) {
    await chair.open(`${road.home}/implementation`);
    assert.equal(await chair.deed('/do/start-work', {}, { deed: 'start-work-deed' }), 200);
  }
  await chairs[0].open(road.home);
  assert.ok(await chairs[0].reads('stage-implementing'));
}

async function isStoppedAndGoesOn(road) {
  const [tamar, noa, notes] = [await road.tamar(), await road.noa(), NOTES[road.lang]];
  await tamar.open(`${road.home}/implementation`);
  assert.equal(await tamar.deed('/do/stop-work', { reason: notes.point }, { deed: 'stop-deed' }), 200);
  await noa.open(`${road.home}/implementation`);
  assert.ok(await noa.reads('stop-in-force'));
  assert.ok(await noa.reads('project-suspended'));
  assert.equal(await noa.form('/do/complete-work').count(), 0, 'nothing is completed while work is stopped');
  assert.equal(await tamar.deed('/do/lift-stop-work', { reason: notes.answer }, { deed: 'lift-deed' }), 200);
  await noa.open(road.home);
  assert.ok(!(await noa.reads('project-suspended')));
}

async function isCompletedAndClosed(road) {
  const notes = NOTES[road.lang];
  for (const chair of [await road.noa(), await road.omar()]) {
    await chair.open(`${road.home}/implementation`);
    assert.equal(await chair.deed('/do/complete-work', {}, { deed: 'complete-work-deed' }), 200);
  }
  for (const head of [await road.tamar(), await road.layla()]) {
    await head.open(`${road.home}/implementation`);
    assert.equal(await head.deed('/do/close-project', { note: notes.note }, { deed: 'close-project-deed' }), 200);
  }
  const layla = await road.layla();
  await layla.open(road.home);
  assert.ok(await layla.reads('stage-closed'));
}

async function isPublished(road) {
  const [noa, tamar, layla] = [await road.noa(), await road.tamar(), await road.layla()];
  const visitor = await road.browser.newPage({ baseURL: road.server.origin });
  road.public = road.home.replace('/desk', '');
  await noa.open(`${road.home}/summary`);
  assert.equal(await noa.deed('/do/write-summary', summary(), { deed: 'summary-write-deed' }), 200);
  for (const head of [tamar, layla]) {
    assert.equal((await visitor.goto(`/${road.lang}${road.public}`)).status(), 404, 'not public before both consents');
    await head.open(`${road.home}/summary`);
    assert.equal(await head.deed('/do/consent-summary', {}, { deed: 'summary-consent-deed' }), 200);
  }
  for (const lang of LANGUAGES) {
    assert.equal((await visitor.goto(`/${lang}${road.public}`)).status(), 200);
    assert.equal((await visitor.locator('h1').innerText()).trim(), TITLE[lang]);
    const hashes = (await visitor.locator('.hash--full').allTextContents()).map((hash) => hash.trim());
    assert.equal(hashes[0], road.hash, 'the public reads the hash that was signed');
  }
  await visitor.close();
}

async function isRemembered(road) {
  const omar = await road.omar();
  await omar.open(`${road.home}/history`);
  for (const command of ['table-project', 'take-up', 'record-position', 'sign-off', 'stop-work', 'lift-stop-work', 'take-back-consent', 'consent-closing', 'consent-summary']) {
    assert.ok(await omar.reads(`command-${command}`), command);
  }
  const text = await omar.text();
  assert.ok(!text.includes(plain(NOTES[road.lang].caucus)));
  assert.match(portal('verify', '--data-dir', road.server.folder), /Every hash fits\./);
}

export const steps = [
  ['a reviewer prepares the dossier', isPrepared],
  ['an officer takes more time for the review', isExtended],
  ['an officer signs off with the password, a wrong one loses nothing', isSigned],
  ['work cannot start while a condition is not verified', startIsRefused],
  ['both co-chairs verify the condition and start the work', isStarted],
  ['a head of delegation stops the work and lets it go on', isStoppedAndGoesOn],
  ['the work is completed and the project closed', isCompletedAndClosed],
  ['both heads consent and the public reads the summary with the same hash', isPublished],
  ['the history shows every step and every hash fits', isRemembered],
];
