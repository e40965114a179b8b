// One, two or three languages side by side: chosen where text is written and where it is read, carried along by whatever is pressed, and
// what is out of view is neither changed nor lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edit, save, typed } from './long_text/desk.mjs';
import { loose, Person, post, together } from './portal.mjs';
import { LANGUAGES, plain, say } from './words.mjs';

const here = together();
/** In discussion: both sides write, and a version can be read. */
const HOME = '/desk/projects/AGR-2026-004';
const TYPED = { en: 'Half a sentence about wells', he: 'חצי משפט על בארות', ar: 'نصف جملة عن الآبار' };
/** Words that no other test saves. */
let turn = 0;
const words = (lang) => `${TYPED[lang]} ${(turn += 1)}`;

const signedIn = (email, lang, script, viewport) => Person.signIn(here.server, here.browser, email, lang, { script, viewport });
const named = (person, deed, of) => say(person.lang, `side-by-side-${deed}`, { language: say(person.lang, `language-${of}`) });
const choice = (person) => new URL(person.page.url()).searchParams.get('languages');

/** Shows or hides a language with the button or the link that says so. */
const press = (person, deed, of) =>
  person.follow(() => person.page.locator('.side-by-side li > *').filter({ hasText: loose(named(person, deed, of)) }).click());

/** The languages whose columns can be seen, in their order. */
const inView = (person) =>
  person.page.locator('.editor__column:visible textarea').evaluateAll((all) => all.map((one) => one.name.replace('text_', '')));

const heads = async (person) => (await person.page.locator('.texts__language').allInnerTexts()).map(plain);
const wide = (person) => person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function ends(...people) {
  for (const person of people) {
    assert.deepEqual(person.found, []);
    await person.context.close();
  }
  assert.deepEqual(here.server.errors(), []);
}

const RUNS = [['en', true], ['he', false], ['ar', true], ['ar', false]];

for (const [lang, script] of RUNS) {
  const how = `in ${lang}, ${script ? 'with' : 'without'} script`;

  test(`two languages are chosen, written and saved, and the third stays as it was, ${how}`, async () => {
    const dan = await signedIn('dan@il.example', lang, script);
    await edit(dan, HOME, 'risks');
    assert.deepEqual(await inView(dan), LANGUAGES);
    const arabic = await typed(dan, 'ar');
    assert.equal(await press(dan, 'hide', 'ar'), 200);
    assert.deepEqual([choice(dan), await inView(dan)], ['en,he', ['en', 'he']]);
    const texts = { en: words('en'), he: words('he') };
    assert.equal(await save(dan, texts), 200);
    assert.ok(await dan.reads('said-saved'));
    assert.deepEqual([choice(dan), await inView(dan)], ['en,he', ['en', 'he']], 'the choice stays');
    assert.deepEqual([await typed(dan, 'en'), await typed(dan, 'he'), await typed(dan, 'ar')], [texts.en, texts.he, arabic]);
    assert.equal(await press(dan, 'hide', 'en'), 200);
    assert.deepEqual([choice(dan), await inView(dan)], ['he', ['he']]);
    assert.equal(await dan.page.locator('.side-by-side li').count(), 2, 'the last one cannot be hidden');
    await dan.follow(() => dan.page.getByRole('link', { name: say(lang, 'edit-back') }).click());
    await dan.follow(() => dan.page.locator('.task-list__link').nth(2).click());
    assert.deepEqual(await inView(dan), ['he'], 'the next section shows what the last one showed');
    await ends(dan);
  });

  test(`what was typed comes along, and stays in view until it is saved, ${how}`, async () => {
    const rana = await signedIn('rana@sy.example', lang, script);
    await edit(rana, HOME, 'partners');
    const [arabic, english] = [words('ar'), words('en')];
    await rana.page.locator('[name=text_ar]').fill(arabic);
    await rana.page.locator('[name=text_en]').fill(english);
    assert.equal(await press(rana, 'hide', 'ar'), 200);
    assert.deepEqual([choice(rana), await inView(rana)], ['en,he', LANGUAGES]);
    assert.ok(await rana.reads('side-by-side-typed', { language: say(lang, 'language-ar') }));
    assert.equal(await press(rana, 'hide', 'he'), 200);
    assert.deepEqual([choice(rana), await inView(rana)], ['en', ['en', 'ar']]);
    const other = lang === 'en' ? 'he' : 'en';
    await rana.speak(other);
    assert.deepEqual([choice(rana), await inView(rana)], ['en', ['en', 'ar']], 'the language of the desk changes nothing of it');
    assert.deepEqual([await typed(rana, 'ar'), await typed(rana, 'en')], [arabic, english]);
    await rana.speak(lang);
    assert.equal(await save(rana, {}), 200);
    assert.deepEqual([choice(rana), await inView(rana)], ['en', ['en']]);
    assert.deepEqual([await typed(rana, 'ar'), await typed(rana, 'en')], [arabic, english]);
    await ends(rana);
  });

  test(`a form that comes back or meets another save shows the choice and what it is about, ${how}`, async () => {
    const [dan, rana] = [await signedIn('dan@il.example', lang, script), await signedIn('rana@sy.example', lang, script)];
    await dan.open(`${HOME}/edit/budget?languages=he`);
    const long = 'ן'.repeat(20_001);
    assert.equal(await save(dan, { he: long }), 422);
    assert.deepEqual([choice(dan), await inView(dan), (await typed(dan, 'he')).length], ['he', ['he'], 20_001]);
    assert.equal((await dan.problems()).length, 1);
    await edit(rana, HOME, 'budget');
    const theirs = { he: words('he'), ar: words('ar') };
    assert.equal(await save(rana, theirs), 200);
    const mine = words('he');
    assert.equal(await save(dan, { he: mine }), 409);
    assert.deepEqual([choice(dan), await inView(dan), await typed(dan, 'he')], ['he', ['he'], mine]);
    assert.ok((await dan.text()).includes(theirs.he), 'the text that was saved meanwhile is shown');
    assert.equal(await save(dan, {}), 200);
    assert.deepEqual([choice(dan), await typed(dan, 'he'), await typed(dan, 'ar')], ['he', mine, theirs.ar], 'what was out of view is hers');
    await ends(dan, rana);
  });

  test(`whoever reads chooses the languages of the frozen text and of its paragraphs, ${how}`, async () => {
    const grace = await signedIn('grace@us.example', lang, script);
    await grace.open(`${HOME}/text`);
    const own = say(lang, `language-${lang}`);
    assert.equal((await heads(grace))[0], own, 'the own language comes first');
    const [gone, other] = LANGUAGES.filter((one) => one !== lang);
    assert.equal(await press(grace, 'hide', gone), 200);
    assert.deepEqual(await heads(grace), [own, say(lang, `language-${other}`)]);
    await grace.follow(() => grace.page.locator('.texts__paragraphs a').first().click());
    assert.deepEqual(await heads(grace), [own, say(lang, `language-${other}`)]);
    assert.equal(await press(grace, 'hide', other), 200);
    assert.deepEqual([await heads(grace), choice(grace)], [[own], lang]);
    await grace.speak(gone);
    assert.equal(choice(grace), lang, 'the language of the desk changes nothing of it');
    await ends(grace);
  });
}

test('a draft of three languages is not lost where fewer are chosen, and no word chooses all', async () => {
  const dan = await signedIn('dan@il.example', 'en', true);
  await edit(dan, HOME, 'timeline');
  const hebrew = words('he');
  await dan.page.locator('[name=text_he]').fill(hebrew);
  await dan.page.locator('.autosave', { hasText: say('en', 'autosave-saved') }).waitFor();
  await dan.open(`${HOME}/edit/timeline?languages=en`);
  assert.deepEqual([await inView(dan), await typed(dan, 'he')], [['en', 'he'], hebrew]);
  assert.equal(await dan.deed('/do/discard-draft', {}, { deed: 'draft-discard' }), 200);
  assert.deepEqual([choice(dan), await inView(dan)], ['en', ['en']]);
  for (const nothing of ['', 'klingon', '%00', 'en%20he']) {
    assert.equal(await dan.open(`${HOME}/edit/timeline?languages=${nothing}`), 200);
    assert.deepEqual(await inView(dan), LANGUAGES, nothing);
  }
  await ends(dan);
});

test('words in a language that the form did not show are not saved, and come back in view', async () => {
  const dan = await signedIn('dan@il.example', 'en', false);
  await dan.open(`${HOME}/edit/inputs?languages=en`);
  const fields = await dan.form('/do/save-text').evaluate((form) => Object.fromEntries(new FormData(form)));
  const [before, hebrew] = [fields.text_he, words('he')];
  const sent = { ...fields, text_en: words('en'), text_he: hebrew, still_right_ar: 'yes', machine_ar: 'yes' };
  const { headers } = await post(here.server, '/do/save-text', sent, { cookie: await dan.cookies() });
  assert.equal(await dan.open(headers.location), 422);
  assert.deepEqual([choice(dan), await inView(dan), await typed(dan, 'he')], ['en', ['en', 'he'], hebrew]);
  assert.deepEqual(await dan.problems(), [plain(`${say('en', 'form-error-prefix')} ${say('en', 'field-out-of-view')}`)]);
  await dan.open(`${HOME}/edit/inputs?languages=en`);
  assert.equal(await typed(dan, 'he'), before);
  const { headers: said } = await post(here.server, '/do/save-text', { ...fields, form_key: 'said-out-of-view', machine_ar: 'yes' }, { cookie: await dan.cookies() });
  await dan.open(said.location);
  assert.ok(await dan.reads('refusal-nothing-changed'), 'what is said of a language out of view counts for nothing');
  await ends(dan);
});

for (const lang of LANGUAGES) {
  test(`columns share the room, one is as wide as a line, and a phone needs no scrolling aside, in ${lang}`, async () => {
    const rana = await signedIn('rana@sy.example', lang, true, { width: 1280, height: 900 });
    const widths = (selector) => rana.page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
    for (const [codes, count] of [['en,he,ar', 3], ['he,ar', 2], ['ar', 1]]) {
      await rana.page.setViewportSize({ width: 1280, height: 900 });
      await rana.open(`${HOME}/edit/objectives?languages=${codes}`);
      const columns = await widths('.editor__column:visible');
      assert.ok(columns.length === count && Math.max(...columns) - Math.min(...columns) <= 1 && columns[0] <= 640, columns.join());
      await rana.page.setViewportSize({ width: 360, height: 800 });
      assert.equal(await wide(rana), 0);
      await rana.open(`${HOME}/text?languages=${codes}`);
      assert.equal(await wide(rana), 0);
    }
    await ends(rana);
  });
}
