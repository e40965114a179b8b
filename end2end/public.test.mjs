// What a visitor's browser is asked to do on public pages: nothing moves while fonts load, text is there before them, one
// stylesheet, no script, nobody else's server; and the same page in the other languages is one link away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together, watch } from './portal.mjs';
import { LANGUAGES } from './words.mjs';

const here = together();

const PAGES = ['', '/projects', '/projects?sector=energy', '/projects/ENE-2026-001', '/how-approval-works', '/accessibility'];

/** Opens a page whose fonts come late, and gives the sum of all layout shifts. */
async function shift(page, address) {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.shifted += one.value))).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/*.woff2', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  assert.ok((await page.locator('h1').innerText()).trim(), 'text is there before the fonts');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  return page.evaluate(() => window.shifted);
}

for (const lang of LANGUAGES) {
  test(`public pages do not move while fonts load, and hold no script, in ${lang}`, async () => {
    for (const path of PAGES) {
      const page = await here.browser.newPage({ baseURL: here.server.origin, viewport: { width: 390, height: 844 } });
      const found = watch(page, here.server.origin);
      const moved = await shift(page, `/${lang}${path}`);
      assert.ok(moved < 0.02, `/${lang}${path} moved by ${moved}`);
      assert.equal(await page.locator('link[rel=stylesheet]').count(), 1);
      assert.equal(await page.locator('script').count(), 0);
      assert.deepEqual(await page.context().cookies(), []);
      assert.deepEqual(found, []);
      await page.close();
    }
  });

  test(`the language links lead to the same page and the same query, from ${lang}`, async () => {
    const page = await here.browser.newPage({ baseURL: here.server.origin });
    await page.goto(`/${lang}/projects?sector=energy`);
    for (const other of LANGUAGES.filter((one) => one !== lang)) {
      assert.equal(await page.locator(`.language-nav a[lang=${other}]`).getAttribute('href'), `/${other}/projects?sector=energy`);
      const twin = await page.locator(`link[rel=alternate][hreflang=${other}]`).getAttribute('href');
      assert.ok(twin.endsWith(`/${other}/projects`), twin);
    }
    assert.equal(await page.locator('link[hreflang=x-default]').count(), 1);
    await page.close();
  });
}
