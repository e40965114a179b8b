// What is measured in the browser on every page: accessibility, direction, overflow, words of another language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations that axe finds, in words. */
async function violations(page, options) {
  const { violations: found } = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.any.concat(node.all, node.none).map((check) => check.message)[0] ?? ''}`).slice(0, 3).join(' | ')}`);
}

/** axe in both themes; in the second one only colours can differ. */
export async function accessible(page) {
  // The page's own policy forbids foreign script, so axe comes in beside it.
  await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, { runOnly: RULES, resultTypes: ['violations'] });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}

/** Does the page fit narrow screens without moving sideways? */
export async function overflow(page) {
  const found = [];
  const before = page.viewportSize();
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const [wide, who] = await page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const sticks = [...document.body.querySelectorAll('*')].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > limit + 1 || left < -1;
      });
      return [document.documentElement.scrollWidth - limit, sticks.slice(0, 3).map((one) => `${one.tagName}.${one.className}`)];
    });
    if (wide > 0) found.push(`${wide} px too wide at ${width} px: ${who.join(', ')}`);
  }
  await page.setViewportSize(before);
  return found;
}

/** A page has one kind of digits, whoever wrote on it; only where they are chosen both kinds stand. */
export const digits = (page) =>
  page.evaluate(() => {
    const choice = document.querySelector('fieldset:has([name=digits])')?.innerText ?? '';
    const text = document.body.innerText.replace(choice, '');
    const [latin, others] = [text.match(/.{0,20}[0-9]/), text.match(/.{0,20}[\u0660-\u0669\u06f0-\u06f9]/)];
    return latin && others ? [`two kinds of digits: ${latin[0]} | ${others[0]}`] : [];
  });

/** Direction and language, as WCAG 3.1.2 and our own rules want them. */
export const direction = (page, lang) =>
  page.evaluate((of) => {
    const found = [];
    const scripts = { he: /[\u05d0-\u05ea]{2}/, ar: /[\u0621-\u064a]{2}/ };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [text, around] = [node.data.trim(), node.parentElement];
      if (!text || around.closest('script, style, option, .language-nav')) continue;
      for (const [other, script] of Object.entries(scripts)) {
        if (other === of || !script.test(text)) continue;
        const carrier = around.closest('[dir], bdi');
        if (!carrier || carrier === document.documentElement) found.push(`no direction: ${text.slice(0, 60)}`);
        if (around.closest('[lang]').lang !== other && !around.closest('[dir=auto]')) found.push(`no language: ${text.slice(0, 60)}`);
      }
      const chrome = !around.closest('[lang]:not(html), [dir=ltr], bdi, code, textarea, title, .hash');
      if (of !== 'en' && chrome && /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text)) found.push(`English: ${text.slice(0, 60)}`);
    }
    if (of !== 'en') {
      for (const one of document.querySelectorAll('body *')) {
        const style = getComputedStyle(one);
        if (style.letterSpacing !== 'normal' && !one.closest('[dir=ltr]')) found.push(`letter-spacing: ${one.className}`);
        if (style.textTransform !== 'none' && !one.closest('[dir=ltr]')) found.push(`text-transform: ${one.className}`);
      }
    }
    return found;
  }, lang);
