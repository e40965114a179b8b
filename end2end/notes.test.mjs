// Formal notes: written, looked at once more, sent; taken note of and answered by the other side; a channel stays a channel.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, together } from './portal.mjs';
import { LANGUAGES, plain } from './words.mjs';

const here = together();
const TITLES = { en: 'Days of delivery', he: 'ימי המשלוח', ar: 'أيام الإرسال' };
const year = new Date().getUTCFullYear();

for (const script of [true, false]) {
  for (const lang of LANGUAGES) {
    test(`a note is sent, acknowledged and answered in ${lang}, ${script ? 'with' : 'without'} script`, async () => {
      const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', lang, { script });
      const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', lang, { script });
      await dan.open('/desk/notes/new/joint');
      assert.equal(await dan.deed('/do/send-note', { addressee: 'sy', text: 'x', due_on: `${year}-01-01` }, { deed: 'check-deed' }), 422);
      assert.equal((await dan.problems()).length, 2, 'a subject is missing, and the day is over');
      const fields = { title: TITLES[lang], text: `**${TITLES[lang]}**`, due_on: `${year + 1}-03-01` };
      assert.equal(await dan.deed('/do/send-note', fields, { deed: 'check-deed' }), 200);
      assert.ok((await dan.text()).includes(plain(TITLES[lang])), 'what was written is shown once more');
      assert.equal(await dan.deed('/do/send-note', {}, { deed: 'note-send-joint' }), 200);
      assert.ok(await dan.reads('said-note-sent'));
      const label = new URL(dan.page.url()).pathname.split('/').pop();
      assert.match(label, new RegExp(`^IL-${year}-\\d{3}$`));
      await rana.open('/desk');
      assert.equal(await rana.page.locator(`main a[href="/desk/notes/${label}"]`).count(), 1, 'it waits on the desk of the other side');
      await rana.open(`/desk/notes/${label}`);
      assert.equal(await rana.deed('/do/acknowledge-note', { office: TITLES[lang] }), 200);
      assert.ok(await rana.reads('said-note-acknowledged'));
      assert.equal(await rana.page.locator('form[action="/do/acknowledge-note"]').count(), 0, 'once is enough');
      await rana.follow(() => rana.page.locator(`a[href*="reply=${label}"]`).click());
      await rana.deed('/do/send-note', { addressee: 'il', title: TITLES[lang], text: 'A.' }, { deed: 'check-deed' });
      assert.equal(await rana.deed('/do/send-note', {}, { deed: 'note-send-joint' }), 200);
      await rana.open('/desk');
      assert.equal(await rana.page.locator(`main a[href="/desk/notes/${label}"]`).count(), 0, 'what is answered waits no longer');
      await dan.open(`/desk/notes/${label}`);
      assert.equal(await dan.page.locator(`main a[href^="/desk/notes/SY-${year}-"]`).count(), 1, 'the answer stands below the note');
      assert.deepEqual([...dan.found, ...rana.found, ...here.server.errors()], []);
      await dan.context.close();
      await rana.context.close();
    });
  }
}

test('what a delegation and the supervisor write to each other nobody else finds', async () => {
  const label = `US-IL-${year}-001`;
  const dan = await Person.signIn(here.server, here.browser, 'dan@il.example', 'en');
  const rana = await Person.signIn(here.server, here.browser, 'rana@sy.example', 'en');
  const ruth = await Person.signIn(here.server, here.browser, 'ruth@il.example', 'en');
  assert.equal(await dan.open(`/desk/notes/${label}`), 200);
  for (const other of [rana, ruth]) {
    assert.equal(await other.open(`/desk/notes/${label}`), 404, 'not the other side, and not who does not speak in the channel');
    await other.open('/desk/notes');
    assert.equal((await other.text()).includes('US-IL'), false);
    assert.equal(await other.open('/desk/notes/new/channel-il'), 404);
  }
  for (const one of [dan, rana, ruth]) await one.context.close();
});
