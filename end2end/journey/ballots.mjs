// Both ballots: an objection with its point, the version that answers it, and the approvals of the delegations.
import assert from 'node:assert/strict';
import { say } from '../words.mjs';
import { NOTES, section } from './texts.mjs';

/** Presses a button for each language that this person has to mark. */
async function mark(person, road, degree, languages) {
  for (const language of languages) {
    await person.open(`${road.home}/text`);
    assert.equal(await person.deed('/do/mark-text', {}, { having: { language, degree } }), 200);
    assert.ok(await person.reads('said-marked'));
  }
}

async function review(road, onlyChanged) {
  await mark(await road.gil(), road, 'reviewed', ['he', 'en']);
  await mark(await road.salma(), road, 'reviewed', ['ar', 'en']);
  if (onlyChanged) return;
  const gil = await road.gil();
  assert.equal(await gil.form('/do/mark-text').count(), 0, 'nothing is left to mark');
}

async function openBallot(road, number) {
  for (const chair of [await road.noa(), await road.omar()]) {
    await chair.open(`${road.home}/ballot`);
    assert.equal(await chair.deed('/do/open-ballot', {}, { deed: 'ballot-open-deed', values: { number } }), 200);
  }
  const omar = await road.omar();
  assert.ok(await omar.reads('ballot-group-title'));
}

async function position(person, road, side, fields) {
  await person.open(`${road.home}/ballot`);
  assert.equal(await person.deed('/do/position', fields, { deed: 'check-deed' }), 200);
  assert.ok(await person.reads('check-title'));
  const named = { deed: 'position-deed', values: { side: say(road.lang, `party-${side}`) } };
  assert.equal(await person.deed('/do/position', {}, named), 200);
  assert.ok(await person.reads('said-position'));
}

async function firstVersionIsReviewed(road) {
  const noa = await road.noa();
  await noa.open(`${road.home}/ballot`);
  assert.equal(await noa.form('/do/open-ballot').count(), 0, 'no ballot on texts that nobody reviewed');
  await review(road, false);
}

async function isObjectedTo(road) {
  const notes = NOTES[road.lang];
  await openBallot(road, 1);
  await position(await road.noa(), road, 'il', { verdict: 'approve' });
  const point = { point_section: 'budget', point_class: 'cost', point_text: notes.point, point_resolve: notes.resolve };
  await position(await road.omar(), road, 'sy', { verdict: 'object', statement: notes.point, ...point });
  const noa = await road.noa();
  await noa.open(road.home);
  assert.ok(await noa.reads('stage-in-discussion'), 'an objection brings the project back into discussion');
}

async function isAnswered(road) {
  const [noa, notes] = [await road.noa(), NOTES[road.lang]];
  await noa.open(`${road.home}/points`);
  assert.ok((await noa.text()).includes(notes.resolve));
  assert.equal(await noa.form('/do/close-point').count(), 0, 'only the side that objects closes its point');
  assert.equal(await noa.deed('/do/answer-point', { note: notes.answer }, { deed: 'point-answer-deed' }), 200);
  await noa.open(`${road.home}/edit/budget`);
  assert.equal(await noa.deed('/do/save-text', section('budget', 2), { deed: 'edit-save' }), 200);
  await noa.open(`${road.home}/edit`);
  assert.equal(await noa.deed('/do/next-version', { reason: notes.reason }, { deed: 'next-version-deed' }), 200);
  assert.ok(await noa.reads('version-number', { number: 2 }));
}

async function isCompared(road) {
  const omar = await road.omar();
  await omar.open(`${road.home}/versions`);
  assert.equal(await omar.follow(() => omar.page.getByRole('button', { name: say(road.lang, 'compare-deed') }).click()), 200);
  const [gone, come] = [omar.page.locator('.diff del'), omar.page.locator('.diff ins')];
  assert.equal(await gone.count(), 3, 'one word changed in each language');
  assert.deepEqual(await gone.allInnerTexts(), ['1', '1', '1']);
  assert.deepEqual(await come.allInnerTexts(), ['2', '2', '2']);
  await omar.open(`${road.home}/ballot`);
  assert.ok(await omar.reads('position-outdated'), 'the approval of version 1 is void');
}

async function isResolved(road) {
  const [omar, notes] = [await road.omar(), NOTES[road.lang]];
  await omar.open(`${road.home}/points`);
  assert.equal(await omar.deed('/do/close-point', { note: notes.reason }, { deed: 'point-close-deed' }), 200);
  assert.ok(await omar.reads('point-closed'));
  await review(road, true);
  await openBallot(road, 2);
  await position(await road.noa(), road, 'il', { verdict: 'approve' });
  await position(omar, road, 'sy', { verdict: 'no_objection' });
  await omar.open(road.home);
  assert.ok(await omar.reads('stage-principals-ballot'));
}

async function textsAreAgreed(road) {
  for (const chair of [await road.noa(), await road.omar()]) await mark(chair, road, 'agreed', ['en', 'he', 'ar']);
}

async function principalsApprove(road) {
  const [yael, samir, notes] = [await road.yael(), await road.samir(), NOTES[road.lang]];
  await yael.open('/desk');
  assert.ok((await yael.text()).includes(road.home.split('/').at(-1)), 'it waits on the desk of the signatory');
  const condition = { condition_text: notes.condition, condition_owner: 'sy', condition_due: 'before_start', condition_evidence: notes.evidence };
  await position(yael, road, 'il', { verdict: 'approve', statement: notes.note, scope: 'yes', ...condition });
  await position(samir, road, 'sy', { verdict: 'approve', scope: 'yes' });
  await samir.open(road.home);
  assert.ok(await samir.reads('stage-principals-ballot'), 'a condition that burdens Syria waits for Syria');
  await samir.open(`${road.home}/conditions`);
  assert.equal(await samir.deed('/do/accept-condition', {}, { deed: 'condition-accept-deed' }), 200);
  await samir.open(road.home);
  assert.ok(await samir.reads('stage-supervisor-review'));
}

export const steps = [
  ['translators review the first version', firstVersionIsReviewed],
  ['a side objects with a point', isObjectedTo],
  ['the point is answered by a new version', isAnswered],
  ['the difference is shown and the earlier approval is outdated', isCompared],
  ['the point is closed and the working group approves', isResolved],
  ['both co-chairs agree to the texts', textsAreAgreed],
  ['both delegations approve and a burdened side accepts the condition', principalsApprove],
];
