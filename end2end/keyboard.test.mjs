// The main jobs without a mouse: sign in, propose, object, resolve, sign off. The focus is seen at every stop.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NOTES, TITLE } from './journey/texts.mjs';
import { Hands } from './keyboard/hands.mjs';
import { browse, PASSWORD, serve } from './portal.mjs';

/** Half the window is what a person sees who enlarges everything to 200 %. */
const [WHOLE, HALF] = [{ width: 1280, height: 800 }, { width: 640, height: 400 }];
const RUNS = [
  { lang: 'en', viewport: WHOLE, name: 'in English' },
  { lang: 'he', viewport: WHOLE, name: 'in Hebrew' },
  { lang: 'ar', viewport: HALF, name: 'in Arabic at 200 %' },
];
const BALLOT = 'ENE-2026-004';
const DOSSIER = 'ENE-2026-003';

async function skips(road) {
  const visitor = await road.visitor();
  for (const path of [`/${road.lang}`, `/${road.lang}/sign-in`]) {
    await visitor.open(path);
    assert.ok(await visitor.tab('.skip-link'), 'the first stop is the skip link');
    await visitor.page.keyboard.press('Enter');
    assert.ok(await visitor.tab('main *'), 'the next stop is in the content');
  }
}

async function isTurnedAway(road) {
  const visitor = await road.visitor();
  await visitor.open(`/${road.lang}/sign-in`);
  assert.equal(await visitor.enter('noa@il.example', 'wrong'), 422);
  await visitor.isToldOf('email');
}

async function proposes(road) {
  const noa = await road.who('noa@il.example');
  await noa.press('nav a[href="/desk/projects"]');
  await noa.press('main a[href="/desk/projects/new"]');
  await noa.choose('group', 'energy');
  await noa.choose('proposer', 'joint');
  await noa.choose('source', road.lang);
  await noa.type('[name=title]', TITLE[road.lang]);
  assert.equal(await noa.press('form[action="/do/start-project"] button'), 200);
  assert.ok(await noa.reads('said-started'));
}

async function writes(road) {
  const noa = await road.who('noa@il.example');
  assert.equal(await noa.press('.task-list__link[href$="/edit/risks"]'), 200);
  await noa.type(`[name=text_${road.lang}]`, NOTES[road.lang].note);
  assert.equal(await noa.press('form[action="/do/save-text"] .form-actions button'), 200);
  assert.ok(await noa.reads('said-saved'));
}

async function objects(road) {
  const [omar, notes] = [await road.who('omar@sy.example'), NOTES[road.lang]];
  await omar.project(BALLOT, 'ballot');
  await omar.choose('verdict', 'object');
  await omar.type('[name=statement]', notes.point);
  assert.equal(await omar.press('form[action="/do/position"] .form-actions button'), 422, 'an objection names a point');
  await omar.isToldOf('point_text');
  await omar.page.keyboard.type(notes.point);
  await omar.type('[name=point_resolve]', notes.resolve);
  assert.equal(await omar.press('form[action="/do/position"] .form-actions button'), 200);
  assert.ok(await omar.reads('check-title'));
  assert.equal(await omar.press('form[action="/do/position"] .form-actions button'), 200);
  assert.ok(await omar.reads('said-position'));
}

async function resolve(road) {
  const [noa, omar, notes] = [await road.who('noa@il.example'), await road.who('omar@sy.example'), NOTES[road.lang]];
  for (const [person, form, said] of [[noa, '/do/answer-point', 'said-answered'], [omar, '/do/close-point', 'said-closed']]) {
    await person.project(BALLOT, 'points');
    await person.unfold(form, 'note');
    await person.type(`form[action="${form}"] [name=note]`, notes.answer);
    assert.equal(await person.press(`form[action="${form}"] button`), 200);
    assert.ok(await person.reads(said));
  }
}

async function signsOff(road) {
  const helen = await road.who('helen@us.example');
  await helen.project(DOSSIER, 'sign-off');
  await helen.choose('decision', 'signed');
  await helen.type('[name=note]', NOTES[road.lang].note);
  await helen.to('[name=scope]');
  await helen.page.keyboard.press('Space');
  assert.equal(await helen.press('form[action="/do/sign-off"] .form-actions button'), 200);
  await helen.type('[name=password]', PASSWORD);
  assert.equal(await helen.press('form[action="/do/sign-off"] .form-actions button'), 200);
  assert.ok(await helen.reads('decided-signed'));
}

/** Both of a pair press the same button; what then holds is read on the page of the second. */
async function bothPress(road, pair, form, said, fill = async () => {}) {
  for (const email of pair) {
    const one = await road.who(email);
    await one.project(DOSSIER, 'implementation');
    await fill(one);
    assert.equal(await one.press(`form[action="${form}"] .form-actions button`), 200);
  }
  assert.ok(await (await road.who(pair[1])).reads(said));
}

const CHAIRS = ['noa@il.example', 'omar@sy.example'];
const HEADS = ['tamar@il.example', 'layla@sy.example'];

const starts = (road) => bothPress(road, CHAIRS, '/do/start-work', 'stage-implementing');
const completes = (road) => bothPress(road, CHAIRS, '/do/complete-work', 'stage-completed');
const closes = (road) =>
  bothPress(road, HEADS, '/do/close-project', 'stage-closed', (one) => one.type('form[action="/do/close-project"] [name=note]', NOTES[road.lang].note));

const STEPS = [
  ['the skip link leads past the header', skips],
  ['a wrong password leads to the summary of errors and from there to the field', isTurnedAway],
  ['a co-chair signs in and proposes a project', proposes],
  ['a section is written and saved', writes],
  ['the other co-chair objects, and is told of the point that is missing', objects],
  ['the point is answered and closed', resolve],
  ['an officer signs off with the password', signsOff],
  ['both co-chairs start the work', starts],
  ['both co-chairs complete it', completes],
  ['both heads close the project', closes],
];

/** What one run shares: the server, and the people as they come in. */
async function begin({ lang, viewport }) {
  const [server, people] = [await serve(), new Map()];
  const seat = async (name, come) => {
    if (!people.has(name)) people.set(name, await come());
    return people.get(name);
  };
  return {
    lang,
    server,
    visitor: () => seat('visitor', () => Hands.at(server, browser, lang, viewport)),
    who: (email) => seat(email, () => Hands.signIn(server, browser, email, lang, viewport)),
    /** What was wrong with the focus, and what went wrong behind the pages. */
    found: () => [...new Set([...people.values()].flatMap((one) => one.found.splice(0)).concat(server.errors()))],
    async end() {
      await Promise.all([...people.values()].map((one) => one.context.close()));
      await server.stop();
    },
  };
}

let browser;
before(async () => {
  browser = await browse();
});
after(() => browser?.close());

for (const run of RUNS) {
  test(`everything is done by keyboard alone, ${run.name}`, async (t) => {
    const road = await begin(run);
    try {
      for (const [name, step] of STEPS) {
        await t.test(name, async () => {
          await step(road);
          assert.deepEqual(road.found(), []);
        });
      }
    } finally {
      await road.end();
    }
  });
}
