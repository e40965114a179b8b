// What all tests share: a server of their own on a fresh copy of the demonstration, a Chromium, and people who are signed in.
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { plain, say } from './words.mjs';

const BINARY = process.env.PORTAL_BINARY ?? new URL('../target/debug/portal', import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const QUIET = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PASSWORD = 'demonstration only';
/** Codes of the HTTP answers that our own pages give to what a person did wrong; Chromium logs each as an error. */
const EXPECTED_LOG = /Failed to load resource: the server responded with a status of 4\d\d/;

let demonstration;

/** The demonstration is made once in each process and copied for each server. */
function demo() {
  if (!demonstration) {
    demonstration = mkdtempSync(join(tmpdir(), 'portal-demo-'));
    execFileSync(BINARY, ['demo', '--data-dir', demonstration], { stdio: 'pipe' });
    process.once('exit', () => rmSync(demonstration, { recursive: true, force: true }));
  }
  return demonstration;
}

const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** The output of a command of the binary. */
export const portal = (...words) => execFileSync(BINARY, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Starts a server on a copy of the demonstration or on nothing, at this name; `stop` ends exactly this one. */
export async function serve({ host = '127.0.0.1', fresh = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  if (!fresh) cpSync(demo(), folder, { recursive: true });
  const port = await freePort();
  const [listen, origin] = [`127.0.0.1:${port}`, `http://${host}:${port}`];
  const child = spawn(BINARY, ['serve', '--data-dir', folder, '--listen', listen, '--origin', origin], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((done) => child.once('exit', done));
  let [log, said] = ['', ''];
  child.stderr.on('data', (part) => (log += part));
  await new Promise((ready, fail) => {
    child.stdout.on('data', (part) => {
      said += part;
      if (said.includes(`at ${origin}`)) ready();
    });
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}.\n${log}`)));
  });
  return {
    origin,
    folder,
    /** What it said on its console. */
    said: () => said,
    /** What the server logged as an error. */
    errors: () => log.split('\n').filter((line) => line.includes('"level":"ERROR"')),
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a Chromium. */
export const browse = () => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** A server and a browser for all tests of a file: there when they begin, gone when they end. */
export function together(where) {
  const shared = {};
  before(async () => {
    [shared.server, shared.browser] = await Promise.all([serve(where), browse()]);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.stop();
  });
  return shared;
}

/** Notes everything that must not happen on a page of ours, whatever is done there. */
export function watch(page, origin) {
  const found = [];
  page.on('console', (entry) => entry.type() === 'error' && !EXPECTED_LOG.test(entry.text()) && found.push(`console: ${entry.text()}`));
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  page.on('request', (one) => !one.url().startsWith(origin) && !one.url().startsWith('data:') && found.push(`request to ${one.url()}`));
  page.on('response', (one) => one.status() >= 500 && found.push(`${one.status()} from ${one.url()}`));
  return found;
}

/** A person at a browser of their own. */
export class Person {
  constructor(server, context, page, email, lang) {
    Object.assign(this, { server, context, page, email, lang, found: watch(page, server.origin) });
  }

  /** Signs a person in and sets the language of the desk with the button that people use. */
  static async signIn(server, browser, email, lang, { script = true, viewport } = {}) {
    const context = await browser.newContext({ javaScriptEnabled: script, viewport, baseURL: server.origin, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const person = new Person(server, context, page, email, lang);
    await page.goto(`/${lang}/sign-in`);
    const status = await person.deed('/do/sign-in', { email, password: PASSWORD }, { deed: 'sign-in-deed' });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    await person.speak(lang);
    return person;
  }

  /** Switches the language of the desk. */
  async speak(lang) {
    const button = this.page.locator(`.language-nav button[value="${lang}"]`);
    if (await button.count()) await this.follow(() => button.click());
    this.lang = lang;
  }

  /** Opens an address and gives its status. */
  async open(path) {
    const answer = await this.page.goto(path);
    return answer.status();
  }

  /** Does what leads to another page and gives its status. */
  async follow(doing) {
    const [answer] = await Promise.all([this.page.waitForNavigation(), doing()]);
    return answer.status();
  }

  /** The form that posts to this address; `having` narrows it to the one with these hidden values. */
  form(action, having = {}) {
    const narrowed = Object.entries(having).map(([name, value]) => `:has(input[name="${name}"][value="${value}"])`);
    return this.page.locator(`form[action="${action}"]${narrowed.join('')}`).first();
  }

  /** Fills a form in, presses the button that says the deed, and gives the status of the page that follows. */
  async deed(action, fields = {}, { deed, having, values } = {}) {
    const form = this.form(action, having);
    await unfold(form);
    for (const [name, value] of Object.entries(fields)) await fill(form, name, value);
    const named = deed && say(this.lang, deed, values);
    const button = named ? form.getByRole('button', { name: loose(named) }) : form.getByRole('button');
    return this.follow(() => button.first().click());
  }

  /** The page's text as people read it. */
  async text() {
    return plain(await this.page.locator('body').innerText());
  }

  /** Does this sentence of the catalogue stand on the page? */
  async reads(key, values) {
    const text = await this.text();
    return text.includes(plain(say(this.lang, key, values)));
  }

  /** What the sentences beside the fields say. */
  async problems() {
    return (await this.page.locator('.field__error').allInnerTexts()).map(plain);
  }

  /** The cookies as a header, for requests without a browser. */
  async cookies() {
    return (await this.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

/** A name as the accessibility tree has it, where invisible marks may stand between the words. */
export function loose(name) {
  const mark = '[\\u2066-\\u2069\\u200e\\u200f]*';
  const letters = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${mark}${letters.join(mark)}${mark}\\s*$`);
}

/** Opens every folded part that the form stands in or holds. */
async function unfold(form) {
  for (const around of [form.locator('xpath=ancestor::details'), form.locator('details')]) {
    for (const details of await around.all()) {
      if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
    }
  }
}

async function fill(form, name, value) {
  const field = form.locator(`[name="${name}"]`).first();
  const kind = await field.evaluate((element) => element.type);
  if (kind === 'radio') return form.locator(`[name="${name}"][value="${value}"]`).check();
  if (kind === 'checkbox') return field.setChecked(value);
  if (kind === 'select-one') return field.selectOption(value);
  if (kind === 'file') return field.setInputFiles(value);
  return field.fill(value);
}

/** A request exactly as it is written here, with nothing added. */
export function raw(server, path, { method = 'GET', headers = {}, body = '' } = {}) {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((done, fail) => {
    const asked = send({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

/** Posts fields as a form of our own pages would. */
export function post(server, path, fields, headers = {}) {
  const own = { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin };
  return raw(server, path, { method: 'POST', headers: { ...own, ...headers }, body: new URLSearchParams(fields).toString() });
}
