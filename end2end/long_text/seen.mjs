// What people see of the long text, and what they should see: the same lines with the same look in the same order, none twice.
import assert from 'node:assert/strict';
import { plain } from '../words.mjs';
import { lines, SECTIONS, spans } from './writing.mjs';

const even = (text) => plain(text).normalize('NFC');
const marks = (all) => all.flatMap((line) => line.match(/§ \S+/g) ?? []);

/** A line that is to be seen: its element, its words, and what stands out in it. */
function expected([element, line]) {
  const found = spans(line);
  const looks = found.filter(({ look }) => look).map(({ look, text, href }) => `${look} ${even(text)}${href ? ` → ${href}` : ''}`);
  return [element, even(found.map(({ text }) => text).join('')), ...looks].join(' | ');
}

/** What the browser made of the texts of a page, by section and language. */
async function onPage(page) {
  const found = await page.evaluate(() => {
    const own = (element) => {
      const parent = element.parentElement;
      if (element.tagName === 'LI') return parent.tagName.toLowerCase();
      return element.tagName === 'P' && ['BLOCKQUOTE', 'LI'].includes(parent.tagName) ? parent.tagName.toLowerCase() : element.tagName.toLowerCase();
    };
    const look = (one) => [one.tagName.toLowerCase(), one.textContent, one.getAttribute('href') ?? ''];
    const line = (element) => [own(element), element.textContent, [...element.querySelectorAll('strong, em, code, a')].map(look)];
    const leaf = (element) => !element.querySelector('p, li, h3, h4');
    const texts = (prose) => [...prose.querySelectorAll('p, li, h3, h4, th, td, pre')].filter(leaf).map(line);
    const row = (title) => [...title.parentElement.querySelectorAll(`#${title.id} ~ .texts__row`)][0];
    const titles = [...document.querySelectorAll('.texts__title')];
    return titles.map((title) => [title.id.replace('section-', ''), [...row(title).querySelectorAll('.prose')].map((prose) => [prose.lang, texts(prose)])]);
  });
  const read = ([element, text, looks]) => [element, even(text), ...looks.map(([look, words, href]) => `${look} ${even(words)}${href ? ` → ${href}` : ''}`)].join(' | ');
  return new Map(found.flatMap(([section, texts]) => texts.map(([lang, all]) => [`${section} ${lang}`, all.map(read)])));
}

/** Says of two rows of lines first which mark is lost, doubled or out of place, then what else differs. */
function same(found, wanted, where) {
  assert.deepEqual(marks(found), marks(wanted), `${where}: every mark once and in order`);
  wanted.forEach((line, at) => assert.equal(found[at], line, `${where}, line ${at + 1}`));
  assert.equal(found.length, wanted.length, `${where}: nothing was added`);
}

/** The open page shows this text in these languages. */
export async function shows(person, text, languages) {
  const found = await onPage(person.page);
  for (const key of SECTIONS) {
    for (const lang of languages) same(found.get(`${key} ${lang}`) ?? [], lines(text[key][lang]).map(expected), `${person.email}, ${key} in ${lang}`);
  }
}

/** A Word file holds this text in these languages. */
export function holds(file, text, languages) {
  for (const key of SECTIONS) {
    for (const lang of languages) {
      const wanted = lines(text[key][lang]).map(([, line]) => even(spans(line).map((span) => span.text).join('')));
      same(file.lines(key, lang).map(even), wanted, `the file, ${key} in ${lang}`);
    }
  }
}
