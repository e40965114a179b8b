// A meeting from its call to the locked minutes, in three languages, with script and without: everything is typed once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES } from './words.mjs';

const here = together();
const PEOPLE = ['dan@il.example', 'rana@sy.example', 'ruth@il.example', 'yusuf@sy.example'];

/** A day so many days ahead, as a date field takes it. */
const ahead = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The words on the table, in three languages. */
const words = (of) => ({ text_en: `Trial ${of} begins in March.`, text_he: `ניסוי ${of} מתחיל במרץ.`, text_ar: `تبدأ التجربة ${of} في آذار.` });

/** Dan calls a meeting and writes an agenda of two items, to which both sides agree; gives its address. */
async function agreed(dan, rana) {
  await dan.open('/desk/meetings/new?group=agriculture');
  const plan = { time: '10:00', minutes: '90', place: 'Room 4', link: 'https://video.example/4' };
  assert.equal(await dan.deed('/do/plan-meeting', { ...plan, date: '2020-01-01' }), 422, 'it lies behind');
  assert.equal(await dan.deed('/do/plan-meeting', { ...plan, date: ahead(3) }), 200);
  assert.ok(await dan.reads('said-meeting-planned'));
  const home = new URL(dan.page.url()).pathname.replace('/agenda', '');
  for (const fields of [{ project: 'AGR-2026-004' }, { title: 'Any other business' }]) {
    assert.equal(await dan.deed('/do/write-agenda', fields, { having: { edit: 'add' } }), 200);
    assert.ok(await dan.reads('said-agenda-written'));
  }
  for (const chair of [dan, rana]) {
    await chair.open(`${home}/agenda`);
    assert.equal(await chair.deed('/do/agree-agenda'), 200);
  }
  assert.ok(await rana.reads('agenda-agreed'));
  return home;
}

/** Who comes is chosen from the list; the co-chair and a member of each side. */
async function everybodyComes(dan, home) {
  await dan.open(`${home}/console`);
  const values = await dan.page.locator('form[action="/do/arrive"] select[name=person] option').evaluateAll((all) => all.map((one) => one.value));
  const roles = await dan.page.locator('form[action="/do/arrive"] select[name=person] option').allTextContents();
  const chosen = CAST[dan.lang].map((name) => values[roles.findIndex((role) => role.includes(name))]);
  for (const person of chosen) assert.equal(await dan.deed('/do/arrive', { person }, { having: { guest: '' } }), 200);
  assert.equal(await dan.deed('/do/arrive', { name: 'Dr Lina Saad, soil laboratory', party: 'sy' }, { having: { guest: 'yes' } }), 200);
}

/** A part of each office: both co-chairs, a member of each side. */
const CAST = {
  en: ['Co-chair for agriculture, Israel', 'Co-chair for agriculture, Syria', 'Member for agriculture, Israel', 'Member for agriculture, Syria'],
  he: ['יושב ראש שותף לחקלאות', 'יושבת ראש שותפה לחקלאות', 'חברה בקבוצת החקלאות', 'חבר בקבוצת החקלאות'],
  ar: ['الرئيس المشارك للزراعة', 'الرئيسة المشاركة للزراعة', 'عضو مجموعة الزراعة، إسرائيل', 'عضو مجموعة الزراعة، سورية'],
};

const first = (person, kind) => person.page.locator(`form[action="/do/note-room"]:has(input[name=kind][value=${kind}]) button`).first();

/** What is decided in the room: one wording that comes to nothing, one that both agree to, a position, something to do. */
async function decided(dan, rana, home, of) {
  await dan.follow(() => first(dan, 'opened').click());
  assert.equal(await dan.deed('/do/propose-wording', { text_en: 'Only English.' }), 422);
  assert.equal(await dan.deed('/do/propose-wording', words(`${of}x`)), 200);
  await rana.open(`${home}/console`);
  assert.equal(await rana.deed('/do/agree-wording'), 200);
  assert.equal(await rana.deed('/do/take-back-wording'), 200);
  assert.ok(await rana.reads('wording-taken-back'));
  await dan.open(`${home}/console`);
  assert.equal(await dan.deed('/do/propose-wording', words(of)), 200);
  assert.equal(await dan.deed('/do/agree-wording'), 200);
  await rana.open(`${home}/console`);
  assert.equal(await rana.deed('/do/agree-wording'), 200);
  assert.ok(await rana.reads('wording-decision'));
  assert.equal(await dan.deed('/do/note-position', {}), 422, 'nobody was called');
  assert.equal(await dan.deed('/do/note-position', { verdict_il: 'no_objection', verdict_sy: 'approve', words_sy: 'With thanks', lang_sy: 'en' }), 200);
  const task = { text: `Send the seed ${of}`, party: 'sy', office: 'Plant health', due_on: ahead(20) };
  assert.equal(await dan.deed('/do/add-action', task), 200);
  await dan.follow(() => first(dan, 'speaks').click());
  assert.ok(await dan.reads('floor-speaks'));
}

/** The minutes hold each thing once; they are corrected, agreed by both and locked. */
async function recorded(dan, rana, home, of) {
  assert.equal(await dan.deed('/do/circulate-minutes'), 200);
  const text = await dan.page.locator('.minutes').innerText();
  for (const once of [...Object.values(words(of)), `Send the seed ${of}`, 'With thanks']) {
    assert.equal(text.split(once).length - 1, 1, `${once} stands once`);
  }
  assert.ok(!text.includes(`Trial ${of}x`), 'what was not agreed is no decision');
  await rana.open(`${home}/minutes`);
  assert.equal(await rana.deed('/do/correct-minutes', { text: 'The laboratory was thanked.' }), 200);
  await dan.open(`${home}/minutes`);
  assert.equal(await dan.page.locator('form[action="/do/agree-minutes"]').count(), 0, 'a correction waits');
  assert.equal(await dan.deed('/do/answer-correction', {}, { having: { outcome: 'taken' } }), 200);
  for (const chair of [dan, rana]) {
    await chair.open(`${home}/minutes`);
    assert.equal(await chair.deed('/do/agree-minutes'), 200);
  }
  assert.ok(await rana.reads('minutes-locked-says'));
  await rana.open(`${home}/statement`);
  assert.equal(await rana.deed('/do/file-statement', { text: `We regret ${of}.` }, { deed: 'check-deed' }), 200);
  assert.equal(await rana.deed('/do/file-statement', {}, { deed: 'statement-file-sy' }), 200);
  assert.ok((await rana.text()).includes(`We regret ${of}.`));
}

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`a meeting goes from its call to locked minutes, in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const people = await Promise.all(PEOPLE.map((email) => Person.signIn(here.server, here.browser, email, lang, { script })));
      const [dan, rana, ruth] = people;
      const of = `${lang}${script ? 'a' : 'b'}`;
      const home = await agreed(dan, rana);
      await everybodyComes(dan, home);
      assert.equal(await dan.deed('/do/open-meeting'), 200);
      await decided(dan, rana, home, of);
      assert.equal(await dan.deed('/do/end-meeting'), 200);
      await recorded(dan, rana, home, of);
      await ruth.open(`${home}/papers`);
      assert.ok((await ruth.text()).includes('AGR-2026-004'));
      await ruth.open(home);
      assert.equal(await ruth.page.locator('form[action="/do/end-action"]').count(), 0, 'it is the other side that closes it');
      await rana.open(home);
      assert.equal(await rana.deed('/do/end-action', { outcome: 'done', note: 'Sent' }), 200);
      assert.deepEqual([...people.flatMap((one) => one.found), ...here.server.errors()], []);
      for (const one of people) await one.context.close();
    });
  }
}
