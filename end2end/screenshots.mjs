// Pictures of every page in three languages, on a desk and on a phone, for people to look at: node end2end/screenshots.mjs [word]
import { mkdirSync } from 'node:fs';
import { browse, Person, serve } from './portal.mjs';
import { crawl, pageOf, sample } from './pages/crawl.mjs';
import { LANGUAGES } from './words.mjs';

const folder = new URL('screenshots/', import.meta.url).pathname;
const WIDTHS = [1280, 360];
const LOOKS = [
  { email: 'dan@il.example', wanted: () => true },
  { email: 'noa@il.example', wanted: (path) => /conditions|implementation|ballot/.test(path) },
  { email: 'samir@sy.example', wanted: (path) => /ballot/.test(path) },
  { email: 'avi@il.example', wanted: (path) => /^\/desk$|new\/|\/edit$|\{code\}$/.test(path) },
  { email: 'helen@us.example', wanted: (path) => /^\/desk$|sign-off/.test(path) },
];
const only = process.argv[2] ?? '';

const name = (who, address) => `${who}${address.replace(/\?.*/, '').replace(/^\/(en|he|ar)(?=\/|$)/, '/public').replaceAll('/', '-')}`;

async function picture(page, who, lang, addresses) {
  for (const address of addresses.filter((one) => name(who, one).includes(only))) {
    await page.goto(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${folder}${name(who, address)}.${lang}.${width}.png`, fullPage: true });
    }
  }
}

const [server, browser] = await Promise.all([serve(), browse()]);
mkdirSync(folder, { recursive: true });
try {
  for (const lang of LANGUAGES) {
    const page = await browser.newPage({ baseURL: server.origin });
    const within = (href) => href.startsWith(`/${lang}`) && pageOf(href).kind === 'public';
    await picture(page, 'anyone', lang, [...(await crawl(server, [`/${lang}`], { within })), `/${lang}/sign-in`, `/${lang}/nothing`]);
    await page.close();
  }
  for (const { email, wanted } of LOOKS) {
    for (const lang of LANGUAGES) {
      const person = await Person.signIn(server, browser, email, lang);
      const starts = ['/desk', '/desk/account', '/desk/projects', '/desk/groups'];
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
