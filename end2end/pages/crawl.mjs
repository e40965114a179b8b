// Every page that a person can reach by links, read as plain HTML.
import assert from 'node:assert/strict';
import { portal, raw } from '../portal.mjs';
import { KEYS, plain } from '../words.mjs';
import { invalid } from './html.mjs';

/** The pages of `portal routes --json`, each with an expression that knows its addresses. */
export const PAGES = JSON.parse(portal('routes', '--json')).pages.map(({ path, class: kind }) => {
  const pattern = path.replace('{lang}', '(?:en|he|ar)').replace(/\{\w+\}/g, '[^/?]+');
  return { path, kind, fits: new RegExp(`^${pattern}(?:\\?.*)?$`), fixed: path.split(/\{(?!lang)/).length === 1 };
});

/** The page that an address belongs to; one without variable parts comes first. */
export const pageOf = (address) => PAGES.filter((page) => page.fits.test(address)).sort((a, b) => literal(b) - literal(a))[0];

const literal = (page) => page.path.replace(/\{\w+\}/g, '').length;

/** What must hold for the bytes of every page, whoever reads it. */
export function read(address, lang, answer) {
  const { status, text, headers } = answer;
  const say = (what) => `${address} in ${lang}: ${what}`;
  assert.equal(status, 200, say(`status ${status}`));
  assert.match(text, new RegExp(`^<!DOCTYPE html><html lang="${lang}" dir="${lang === 'en' ? 'ltr' : 'rtl'}">`), say('language and direction'));
  assert.equal(text.match(/<h1[ >]/g)?.length, 1, say('one h1'));
  assert.ok(!/<template/.test(text), say('no template'));
  assert.ok(!/<!(?!DOCTYPE)/.test(text.replace(/<leptos-island[\s\S]*?<\/leptos-island>/g, '')), say('no mark of Leptos'));
  const words = plain(text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '));
  const keys = (words.match(/\b[a-z]+(?:-[a-z0-9]+)+\b/g) ?? []).filter((word) => KEYS.has(word) && word.split('-').length > 2);
  assert.deepEqual(keys, [], say('no raw key'));
  assert.ok(!/\{ \$|Unknown localization/.test(words), say('no raw sentence'));
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) !== place), [], say('no id twice'));
  assert.deepEqual(invalid(text), [], say('valid HTML'));
  if (pageOf(address)?.kind === 'public') {
    assert.ok(!/<script/.test(text), say('no script'));
    assert.equal(headers['set-cookie'], undefined, say('no cookie'));
  }
}

const links = (html) =>
  [...html.matchAll(/<a [^>]*?href="([^"#]+)/g)].map(([, href]) => href.replaceAll('&amp;', '&')).filter((href) => pageOf(href));

/** What a page is asked: its address and the names in its query. A page that is asked the same for the hundredth time shows nothing new. */
const asked = (href) => `${pageOf(href).path}?${[...new URLSearchParams(href.split('?')[1]).keys()].sort().join('&')}`;
const ENOUGH = 4;

/** Follows the links from these addresses on, of each question the first few; calls `seen` with each answer and gives all addresses. */
export async function crawl(server, starts, { cookie = '', within = () => true, seen = () => {} } = {}) {
  const found = new Set(starts);
  const questions = new Map();
  const fresh = (href) => {
    if (found.has(href) || !/\?|\/saves$|\/amendments\/new\//.test(href)) return true;
    questions.set(asked(href), (questions.get(asked(href)) ?? 0) + 1);
    return questions.get(asked(href)) <= ENOUGH;
  };
  for (const address of found) {
    const answer = await raw(server, address, { headers: { cookie } });
    seen(address, answer);
    links(answer.text).filter(within).filter(fresh).forEach((href) => found.add(href));
  }
  return [...found];
}

/** One address for each page: the first that was found. */
export function sample(addresses) {
  const chosen = new Map();
  for (const address of addresses) if (!chosen.has(pageOf(address))) chosen.set(pageOf(address), address);
  return [...chosen.values()];
}
