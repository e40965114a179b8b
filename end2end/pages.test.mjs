// Every page of the sitemap, for several readers, in every language: complete, accessible, in the right direction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Person, portal, raw, serve, together, watch } from './portal.mjs';
import { waitFor } from './mail/box.mjs';
import { crawl, pageOf, PAGES, read, sample } from './pages/crawl.mjs';
import { invalid } from './pages/html.mjs';
import { accessible, digits, direction, overflow } from './pages/probes.mjs';
import { enlarged, recoloured, still } from './pages/wishes.mjs';
import { LANGUAGES } from './words.mjs';

const READERS = [
  { email: 'dan@il.example', lang: 'he' },
  { email: 'noa@il.example', lang: 'en' },
  { email: 'hala@sy.example', lang: 'ar' },
  { email: 'avi@il.example', lang: 'en' },
  { email: 'samir@sy.example', lang: 'ar' },
  { email: 'helen@us.example', lang: 'en' },
  { email: 'ana@secretariat.example', lang: 'ar' },
  { email: 'erik@admin.example', lang: 'he' },
];

/** Every address that links lead to, those with the most on their page first. */
async function whole(server, starts, lang, options) {
  const sizes = new Map();
  const seen = (address, answer) => {
    read(address, lang, answer);
    sizes.set(address, answer.text.length);
  };
  const all = await crawl(server, starts, { ...options, seen });
  return all.sort((a, b) => sizes.get(b) - sizes.get(a));
}

/** Every address that a reader's links lead to. */
async function walk(server, browser, { email, lang }) {
  const person = await Person.signIn(server, browser, email, lang);
  const starts = ['/desk', '/desk/account', '/desk/drafts', '/desk/projects', '/desk/groups'];
  const within = (href) => href.startsWith('/desk');
  const all = await whole(server, starts, lang, { cookie: await person.cookies(), within });
  await person.context.close();
  return all;
}

async function probe(page, address, lang, expected = 200) {
  const status = (await page.goto(address)).status();
  const found = status === expected ? [] : [`status ${status}`];
  // What is folded away is looked at too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  found.push(...(await direction(page, lang)));
  for (const look of [accessible, digits, overflow, enlarged, recoloured, still]) found.push(...(await look(page)));
  return found.map((what) => [what, address]);
}

/** The same finding on many pages is one finding. */
function none(found) {
  const by = new Map();
  for (const one of found) {
    const [what, where] = [one].flat();
    by.set(what, [...(by.get(what) ?? []), where ?? 'anywhere']);
  }
  const lines = [...by].map(([what, where]) => `${what}\n    on ${where.length}: ${where.slice(0, 4).join(' ')}`);
  assert.ok(lines.length === 0, lines.join('\n'));
}

/** The address with which a person of no other test sets a password. */
function invitation(lang) {
  const said = portal('user', 'link', '--email', 'ingrid@admin.example', '--data-dir', here.server.folder);
  return `/${lang}${/\/invitation\?key=\S+/.exec(said)[0]}`;
}

/** The address that a digest in the spool names as its way out. */
async function wayOut(lang) {
  const named = /^List-Unsubscribe: <\S+?(\/unsubscribe\?key=[^>]+)>/m;
  const { head } = await waitFor(here.server, 'avi@il.example', (mail) => named.test(mail.head));
  return `/${lang}${named.exec(head)[1]}`;
}

const here = together();
const visited = new Map(LANGUAGES.map((lang) => [lang, new Set()]));
const note = (lang, addresses) => addresses.forEach((address) => visited.get(lang).add(pageOf(address)?.path));


for (const reader of READERS) {
  test(`every page that ${reader.email} can reach is whole, in ${reader.lang}`, async () => {
    reader.reached = await walk(here.server, here.browser, reader);
    assert.deepEqual(here.server.errors(), []);
  });
}

for (const lang of LANGUAGES) {
  test(`public pages in ${lang} are whole, and work for everyone`, async () => {
    const within = (href) => href.startsWith(`/${lang}`) && pageOf(href).kind === 'public';
    const all = await whole(here.server, [`/${lang}`, `/${lang}/design`, `/${lang}/projects?sector=energy&stage=closed`], lang, { within });
    const page = await here.browser.newPage({ baseURL: here.server.origin, reducedMotion: 'reduce' });
    const found = watch(page, here.server.origin);
    const chosen = [...sample(all), ...all.filter((one) => one.includes('/projects/')).slice(1), `/${lang}/sign-in`];
    chosen.push(invitation(lang), `/${lang}/reset`, await wayOut(lang), `/screen?lang=${lang}`, `/screen/000000?lang=${lang}`);
    for (const address of chosen) found.push(...(await probe(page, address, lang)));
    found.push(...(await probe(page, `/${lang}/nothing`, lang, 404)));
    found.push(...invalid((await raw(here.server, `/${lang}/nothing`)).text));
    await page.close();
    note(lang, chosen);
    none(found);
  });
}

/** The pages of each reader that are worth a look in the browser: one of each kind, and more of those with much on them. */
const LOOKS = [
  { email: 'dan@il.example', more: () => true },
  { email: 'noa@il.example', more: (path) => /ballot|conditions|implementation|compare|versions/.test(path) },
  { email: 'avi@il.example', more: (path) => /\/edit|\}$/.test(path) },
  { email: 'helen@us.example', more: (path) => /sign-off|implementation|people/.test(path) },
  { email: 'erik@admin.example', more: (path) => /admin/.test(path) },
];

/** Searches that find something in each language and in each kind of place, one that finds nothing, and one that is too short. */
const SEARCHES = ['hospital', 'בית', 'مشروع', '2026', 'nothing such'].map((words) => `/desk/search?q=${encodeURIComponent(words)}`);
SEARCHES.push('/desk/search?q=%D7%9E%D7%99%D7%9D&kind=section&sector=agriculture', '/desk/search?q=a');

for (const { email, more } of LOOKS) {
  for (const lang of LANGUAGES) {
    test(`the desk of ${email} in ${lang} is accessible, in the right direction, and fits a phone`, async () => {
      const person = await Person.signIn(here.server, here.browser, email, lang);
      const all = READERS.find((reader) => reader.email === email).reached;
      const chosen = sample(all.filter((address) => more(pageOf(address).path)));
      const compare = all.find((address) => address.endsWith('/versions'))?.replace('/versions', '/compare?from=1&to=1');
      const found = chosen.includes('/desk/search') ? SEARCHES : [];
      const looked = [...chosen, compare, ...found].filter(Boolean);
      for (const address of looked) person.found.push(...(await probe(person.page, address, lang)));
      note(lang, looked);
      await person.context.close();
      none(person.found);
    });
  }
}

test('a fresh portal is set up in any language', async () => {
  const server = await serve({ fresh: true });
  try {
    const page = await here.browser.newPage({ baseURL: server.origin, reducedMotion: 'reduce' });
    const found = watch(page, server.origin);
    for (const lang of LANGUAGES) {
      const address = `/setup?lang=${lang}`;
      read(address, lang, await raw(server, address));
      found.push(...(await probe(page, address, lang)));
      note(lang, [address]);
    }
    await page.close();
    none(found);
  } finally {
    await server.stop();
  }
});

test('no page of the sitemap was left out', () => {
  for (const [lang, paths] of visited) {
    assert.deepEqual(PAGES.filter((page) => !paths.has(page.path)).map((page) => page.path), [], lang);
  }
});
