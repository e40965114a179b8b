// Pictures of every page in three languages for people to look at: on a desk, light and dark, on a phone, on paper, and on the
// wall where a page may hang there. node end2end/screenshots.mjs [word in the name] [manner]
import { mkdirSync } from 'node:fs';
import { browse, Person, serve } from './portal.mjs';
import { crawl, pageOf, sample } from './pages/crawl.mjs';
import { LANGUAGES } from './words.mjs';

const folder = new URL('screenshots/', import.meta.url).pathname;
/** In which manner a page is looked at. Paper is as wide as A4 between its margins. */
const MANNERS = [
  { manner: 'light', width: 1280, colorScheme: 'light' },
  { manner: 'dark', width: 1280, colorScheme: 'dark' },
  { manner: 'phone', width: 360, colorScheme: 'light' },
  { manner: 'print', width: 680, colorScheme: 'light', media: 'print' },
  { manner: 'wall', width: 1920, colorScheme: 'light', wall: true },
];
/** Pages of joint content alone, which may hang on the wall. */
const FOR_WALL = /^\/desk\/projects\/[A-Z]{3}-\d{4}-\d+\/(text|versions|compare|ballot|points|conditions)/;
const LOOKS = [
  { email: 'dan@il.example', wanted: () => true },
  { email: 'noa@il.example', wanted: (path) => /conditions|implementation|ballot/.test(path) },
  { email: 'samir@sy.example', wanted: (path) => /ballot/.test(path) },
  { email: 'avi@il.example', wanted: (path) => /^\/desk$|new\/|\/edit$|\{code\}$/.test(path) },
  { email: 'helen@us.example', wanted: (path) => /^\/desk$|sign-off|people/.test(path) },
  { email: 'erik@admin.example', wanted: (path) => /admin/.test(path) },
];
const only = process.argv[2] ?? '';
const manners = MANNERS.filter(({ manner }) => !process.argv[3] || manner === process.argv[3]);

const name = (who, address) => `${who}${address.replace(/\?.*/, '').replace(/^\/(en|he|ar)(?=\/|$)/, '/public').replaceAll('/', '-')}`;

async function picture(page, who, lang, addresses) {
  for (const address of addresses.filter((one) => name(who, one).includes(only))) {
    await page.goto(address);
    for (const { manner, width, colorScheme, media = 'screen', wall } of manners) {
      if (wall && !FOR_WALL.test(address)) continue;
      if (wall) await page.goto(`${address}${address.includes('?') ? '&' : '?'}view=wall`);
      await page.setViewportSize({ width, height: wall ? 1080 : 800 });
      await page.emulateMedia({ colorScheme, media });
      await page.screenshot({ path: `${folder}${name(who, address)}.${lang}.${manner}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  }
}

const [server, browser] = await Promise.all([serve(), browse()]);
mkdirSync(folder, { recursive: true });
try {
  for (const lang of LANGUAGES) {
    const page = await browser.newPage({ baseURL: server.origin });
    const within = (href) => href.startsWith(`/${lang}`) && pageOf(href).kind === 'public';
    await picture(page, 'anyone', lang, [...(await crawl(server, [`/${lang}`, `/${lang}/design`], { within })), `/${lang}/sign-in`, `/${lang}/nothing`]);
    await page.close();
  }
  for (const { email, wanted } of LOOKS) {
    for (const lang of LANGUAGES) {
      const person = await Person.signIn(server, browser, email, lang);
      const starts = ['/desk', '/desk/account', '/desk/drafts', '/desk/projects', '/desk/groups'];
      const all = await crawl(server, starts, { cookie: await person.cookies(), within: (href) => href.startsWith('/desk') });
      const chosen = sample(all.filter((address) => wanted(pageOf(address).path)));
      const compare = chosen.filter((address) => address.endsWith('/versions')).map((address) => address.replace('/versions', '/compare?from=1&to=2'));
      await picture(person.page, email.split('@')[0], lang, [...chosen, ...compare]);
      await person.context.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
