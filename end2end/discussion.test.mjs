// Talk about a text: a thread at a paragraph, answers, files, attention, resolved and opened again, and messages that come while somebody
// is typing.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Person, post, together } from './portal.mjs';
import { LANGUAGES, plain, say } from './words.mjs';

const here = together();
const PROJECT = '/desk/projects/AGR-2026-004';
const WORDS = { en: 'Which laboratory tests on arrival?', he: 'איזו מעבדה בודקת בהגעה?', ar: 'أي مخبر يجري الاختبار عند الوصول؟' };

const clean = (person) => assert.deepEqual([...person.found, ...here.server.errors()], []);

/** The address of the thread that was opened last. */
async function newestThread(person) {
  await person.open(`${PROJECT}/discussion`);
  const link = person.page.locator('.audience--joint .thread-list__title').first();
  return new URL(await link.getAttribute('href'), here.server.origin).pathname;
}

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`a paragraph is discussed in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', lang, { script });
      const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', lang, { script });
      await dan.open(`${PROJECT}/text/plant_animal_health`);
      await dan.follow(() => dan.page.locator('.texts__discuss a').first().click());
      assert.ok((await dan.page.locator('.anchor blockquote').innerText()).length > 20, 'the paragraph stands above the form');
      const other = await dan.form('/do/open-thread').locator('[name="mention_1"] option').evaluateAll((options) => options.map((option) => option.value));
      const status = await dan.deed('/do/open-thread', { title: `${WORDS[lang]} ${script}`, text: WORDS[lang], mention_1: other[1] });
      assert.equal(status, 200);
      const thread = await newestThread(rana);
      assert.equal(await rana.page.locator('.thread-list__row .tag').count() > 0, true, 'the list says that something is new');
      await rana.open(thread);
      assert.equal(await rana.page.locator('.anchor').count(), 1);
      assert.equal(await rana.page.locator('.message__mentions').count(), 1);
      assert.equal(await rana.page.locator('.message__head .tag--wait').count(), 1);
      if (!script) {
        await rana.deed('/do/seen-thread', {}, { deed: 'thread-seen-deed' });
        assert.ok(await rana.reads('said-seen'));
        assert.equal(await rana.page.locator('.message__head .tag--wait').count(), 0, 'what was seen is no longer new');
      }
      // Answer with the words before it.
      await rana.follow(() => rana.page.getByRole('link', { name: say(lang, 'message-answer') }).first().click());
      const field = rana.form('/do/post-message').locator('[name="text"]');
      assert.match(await field.inputValue(), /^> /);
      assert.equal(await rana.deed('/do/post-message', { text: `> ${WORDS[lang]}\n\nIzra.` }), 200);
      assert.equal(await rana.page.locator('#messages > li').count(), 2);
      assert.equal(await rana.page.locator('.message blockquote').count(), 1);
      assert.equal(await rana.page.locator('#messages .message__answers').count(), 1);
      // A file goes with the message.
      const list = { name: `list-${lang}-${script}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`station,envelopes\nIzra,${lang}${script}\n`) };
      assert.equal(await rana.deed('/do/attach-to-message', { file: list }, { deed: 'message-file-deed' }), 200);
      const href = await rana.page.locator('.message .file-list a').getAttribute('href');
      const answer = await dan.context.request.get(href);
      assert.equal(answer.status(), 200);
      assert.ok((await answer.text()).includes('Izra'));
      // Resolved, and open again.
      await rana.deed('/do/settle-thread', {}, { deed: 'thread-resolve-deed' });
      assert.ok(await rana.reads('said-thread-resolved'));
      await dan.open(`${PROJECT}/discussion`);
      const titles = await dan.page.locator('.audience--joint > .audience__body > .thread-list .thread-list__title').allInnerTexts();
      assert.equal(titles.map(plain).includes(plain(`${WORDS[lang]} ${script}`)), false, 'what is resolved is out of the way');
      await dan.open(thread);
      await dan.deed('/do/settle-thread', {}, { deed: 'thread-reopen-deed' });
      assert.ok(await dan.reads('said-thread-reopened'));
      clean(dan);
      clean(rana);
      await dan.context.close();
      await rana.context.close();
    });
  }
}

test('fifty messages arrive while somebody types, who keeps text, caret and place', async () => {
  const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', 'he', { viewport: { width: 1280, height: 700 } });
  const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', 'ar');
  await rana.open(`${PROJECT}/discussion/new/joint`);
  assert.equal(await rana.deed('/do/open-thread', { title: 'خمسون رسالة', text: 'أولى' }), 200);
  const thread = await newestThread(dan);
  await dan.open(thread);
  const typing = dan.form('/do/post-message').locator('[name="text"]');
  await typing.click();
  await typing.pressSequentially('הטיוטה שלי באמצע');
  await typing.evaluate((field) => field.setSelectionRange(4, 4));
  await typing.evaluate((field) => (globalThis.before = { node: field, top: field.getBoundingClientRect().top }));
  // Rana's fifty, as quickly as her form can be sent, while Dan goes on typing.
  await rana.open(thread);
  const fields = await rana.form('/do/post-message').evaluate((form) => Object.fromEntries(new FormData(form)));
  const cookie = await rana.cookies();
  const sent = (async () => {
    for (let number = 1; number <= 50; number += 1) {
      const body = { ...fields, text: `رسالة رقم ${number}`, form_key: randomUUID().replaceAll('-', '') };
      const answer = await post(here.server, '/do/post-message', body, { cookie });
      assert.equal(answer.status, 303, `message ${number}`);
    }
  })();
  await dan.page.keyboard.type('ועוד מילים', { delay: 100 });
  await sent;
  await dan.page.waitForFunction(() => document.querySelectorAll('#messages > li').length === 51, undefined, { timeout: 10_000 });
  const after = await typing.evaluate((field) => ({
    value: field.value,
    caret: field.selectionStart,
    focused: document.activeElement === field,
    same: globalThis.before.node === field,
    moved: Math.abs(field.getBoundingClientRect().top - globalThis.before.top),
  }));
  assert.equal(after.value, `${'הטיוטה שלי באמצע'.slice(0, 4)}ועוד מילים${'הטיוטה שלי באמצע'.slice(4)}`);
  assert.deepEqual({ caret: after.caret, focused: after.focused, same: after.same }, { caret: 14, focused: true, same: true });
  assert.ok(after.moved <= 2, `the field moved by ${after.moved} px`);
  const texts = await dan.page.locator('#messages > li .message__text').allInnerTexts();
  assert.deepEqual(texts.slice(1).map(plain), Array.from({ length: 50 }, (_, index) => plain(`رسالة رقم ${index + 1}`)));
  const status = await dan.page.locator('.thread__live').innerText();
  assert.equal(plain(status), plain(say('he', 'thread-live-new')));
  clean(dan);
  // Whoever is suspended hears nothing more: the stream ends with the session.
  assert.equal(await rana.deed('/do/sign-out'), 200);
  const closed = await rana.context.request.get(`${thread}/live?since=0`, { maxRedirects: 0 });
  assert.equal(closed.status(), 303);
  await dan.context.close();
  await rana.context.close();
});
