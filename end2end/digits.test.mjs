// Arabic-Indic digits, for whoever chooses them: in all that the portal writes, and in fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crawl } from './pages/crawl.mjs';
import { Person, together } from './portal.mjs';

const shared = together();

/** Latin digits in what the portal itself writes. Codes, hashes, addresses and what people wrote stay as they are. Runs in the page. */
function latin() {
  const found = [];
  const own = '[dir=ltr], bdi, code, pre, script, style, textarea, .prose, [name=digits], fieldset:has([name=digits]), [lang]:not(html)';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const written = node.data.replace(/\b(ENE|AGR|MED)-\d{4}-\d{3}\b/g, '');
    if (/[0-9]/.test(written) && !node.parentElement.closest(own)) found.push(node.data.trim());
  }
  return found;
}

test('a person reads Arabic pages in the digits that were chosen', async () => {
  const omar = await Person.signIn(shared.server, shared.browser, 'omar@sy.example', 'ar', { script: false });
  await omar.open('/desk/account');
  assert.equal(await omar.deed('/do/digits', { digits: 'arabic' }, { deed: 'account-digits-deed' }), 200);
  assert.ok(await omar.reads('said-digits'));
  const within = (href) => href.startsWith('/desk') && !/ENE-2026-(?!004)|AGR|MED/.test(href);
  const found = [];
  for (const address of await crawl(shared.server, ['/desk'], { cookie: await omar.cookies(), within })) {
    await omar.open(address);
    const left = await omar.page.evaluate(latin);
    if (left.length) found.push(`${address}: ${left.slice(0, 3).join(' | ')}`);
  }
  assert.deepEqual(found, []);
  await omar.open('/desk/projects');
  assert.match(await omar.page.locator('main').innerText(), /[٠-٩]/);
});

test('a code is found however its digits are typed', async () => {
  const omar = await Person.signIn(shared.server, shared.browser, 'omar@sy.example', 'ar', { script: false });
  await omar.open(`/desk/projects?code=${encodeURIComponent('ene-٢٠٢٦-٠٠٤')}`);
  assert.equal(await omar.page.locator('tbody tr').count(), 1);
  assert.match(await omar.page.locator('tbody').innerText(), /ENE-2026-004/);
});

test('other languages keep their digits', async () => {
  const omar = await Person.signIn(shared.server, shared.browser, 'omar@sy.example', 'he', { script: false });
  await omar.open('/desk/projects');
  assert.doesNotMatch(await omar.page.locator('main').innerText(), /[٠-٩]/);
});
