// The main job: a new project goes from draft to a published summary through everybody it needs, in each language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browse, Person, serve } from './portal.mjs';
import { steps as draft } from './journey/draft.mjs';
import { steps as ballots } from './journey/ballots.mjs';
import { steps as work } from './journey/work.mjs';
import { LANGUAGES } from './words.mjs';

const NAMES = { en: 'English', he: 'Hebrew', ar: 'Arabic' };
const ALL = LANGUAGES.flatMap((lang) => [true, false].flatMap((script) => [1280, 360].map((width) => ({ lang, script, width }))));
/** Three of the twelve ways in each run of the suite; all of them with JOURNEYS=all. */
const USUAL = ['en true 1280', 'he false 360', 'ar true 360'];
const RUNS = ALL.filter(({ lang, script, width }) => process.env.JOURNEYS === 'all' || USUAL.includes(`${lang} ${script} ${width}`)).map((run) => ({
  ...run,
  name: `in ${NAMES[run.lang]}, ${run.width} pixels wide, ${run.script ? 'with' : 'without'} script`,
}));

/** What one run shares: the server, the people as they come in, and what is known of the project. */
async function begin({ lang, script, width }) {
  const [server, browser] = await Promise.all([serve(), browse()]);
  const people = new Map();
  const who = async (email) => {
    if (!people.has(email)) people.set(email, await Person.signIn(server, browser, email, lang, { script, viewport: { width, height: 800 } }));
    return people.get(email);
  };
  return {
    lang,
    server,
    browser,
    noa: () => who('noa@il.example'),
    omar: () => who('omar@sy.example'),
    gil: () => who('gil@il.example'),
    salma: () => who('salma@sy.example'),
    yael: () => who('yael@il.example'),
    samir: () => who('samir@sy.example'),
    grace: () => who('grace@us.example'),
    helen: () => who('helen@us.example'),
    tamar: () => who('tamar@il.example'),
    layla: () => who('layla@sy.example'),
    /** What went wrong behind the pages. */
    found: () => [...[...people.values()].flatMap((one) => one.found.splice(0).map((what) => `${one.email}: ${what}`)), ...server.errors()],
    async end() {
      await browser.close();
      await server.stop();
    },
  };
}

async function travel(t, run) {
  const road = await begin(run);
  let broken = false;
  try {
    for (const [name, step] of [...draft, ...ballots, ...work]) {
      await t.test(name, { skip: broken && 'an earlier step failed' }, async () => {
        broken = true;
        await step(road);
        assert.deepEqual(road.found(), []);
        broken = false;
      });
    }
  } finally {
    await road.end();
  }
}

test('a project goes from draft to a published summary', { concurrency: 3 }, async (t) => {
  await Promise.all(RUNS.map((run) => t.test(run.name, (one) => travel(one, run))));
});
