// A real-sized text goes from first draft to an agreed version, through Word on one side and the browser on the other, and nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { steps as draft } from './long_text/draft.mjs';
import { bothLanguagesStay, theReplacedIsInTheHistory, translationOfAnOldOriginalIsStale } from './long_text/meanwhile.mjs';
import { steps as version } from './long_text/version.mjs';
import { write } from './long_text/writing.mjs';

const here = together();
const PEOPLE = { dan: ['il', 'he'], rana: ['sy', 'ar'], gil: ['il', 'he'], salma: ['sy', 'ar'], grace: ['us', 'en'] };
const people = new Map();

/** What the steps share: the text as it should be, the people, who sign in once, and what took how long. */
function begin(t) {
  const who = (name) => async () => {
    const [party, lang] = PEOPLE[name];
    if (!people.has(name)) people.set(name, await Person.signIn(here.server, here.browser, `${name}@${party}.example`, lang));
    return people.get(name);
  };
  return {
    text: write(),
    ...Object.fromEntries(Object.keys(PEOPLE).map((name) => [name, who(name)])),
    async timed(what, doing, said = true) {
      const from = performance.now();
      const done = await doing();
      if (said) t.diagnostic(`${what}: ${Math.round(performance.now() - from)} ms`);
      return done;
    },
    /** What went wrong behind the pages. */
    found: () => [...[...people.values()].flatMap((one) => one.found.splice(0)), ...here.server.errors()],
  };
}

test('a long text goes from first draft to an agreed version, in Word and in the browser', async (t) => {
  const road = begin(t);
  let whole = true;
  for (const [name, step] of [...draft, ...version]) {
    // What follows a broken step would only break too.
    if (!whole) break;
    await t.test(name, async () => {
      whole = false;
      await step(road);
      assert.deepEqual(road.found(), []);
      whole = true;
    });
  }
});

for (const [name, happens] of [
  ['what is typed in one language and brought from Word in another meanwhile both stay', bothLanguagesStay],
  ['what a Word file replaces can be read in the history', theReplacedIsInTheHistory],
  ['a translation made in Word of an original that changed meanwhile is stale', translationOfAnOldOriginalIsStale],
]) {
  test(name, async (t) => {
    const road = begin(t);
    await happens(await road.dan(), await road.rana());
    assert.deepEqual(road.found(), []);
  });
}
