// A person without a mouse: everything is done with keys, and the focus is looked at wherever it stops.
import assert from 'node:assert/strict';
import { PASSWORD, watch } from '../portal.mjs';
import { plain, say } from '../words.mjs';

/** More stops than any page has; who has not arrived by then never will. */
const FAR = 200;

/** What has the focus, whether this selector means it, and what is wrong with how it is seen. Runs in the page. */
function look(selector) {
  const one = document.activeElement;
  const name = `${one.tagName.toLowerCase()}${one.id && `#${one.id}`} “${(one.innerText ?? one.value ?? '').trim().slice(0, 40)}”`;
  if (one === document.body) return { name, there: false, wrong: [] };
  const { top, bottom, left, right, width, height } = one.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const style = getComputedStyle(one);
  const wrong = [];
  if (width < 2 || height < 2 || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push('is not visible');
  // Of what is larger than the window a part must be seen; and in a long field Chromium scrolls to the line where one types.
  const part = (length, size) => (length > size || one.tagName === 'TEXTAREA' ? Math.min(length, 48) : length);
  const outside = (from, to, size) => Math.min(to, size) - Math.max(from, 0) < part(to - from, size) - 1;
  if (outside(top, bottom, clientHeight) || outside(left, right, clientWidth)) wrong.push('is outside the window');
  // A link may go on in the next line, so its middle is looked for in its first piece.
  const piece = one.getClientRects()[0] ?? { left, right, top, bottom };
  const middle = (from, to, size) => (Math.max(from, 0) + Math.min(to, size)) / 2;
  const above = document.elementFromPoint(middle(piece.left, piece.right, clientWidth), middle(piece.top, piece.bottom, clientHeight));
  if (above && above !== one && !one.contains(above)) wrong.push(`is covered by ${above.tagName}.${above.className}`);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  if (!ring && style.boxShadow === 'none') wrong.push('has no focus ring');
  return { name, there: one.matches(selector), wrong };
}

export class Hands {
  /** A person at a window of their own, who speaks this language. */
  static async at(server, browser, lang, viewport) {
    const context = await browser.newContext({ viewport, baseURL: server.origin, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return Object.assign(new Hands(), { server, context, page, lang, found: watch(page, server.origin) });
  }

  /** Signs in from the sign-in page and chooses the language of the desk. */
  static async signIn(server, browser, email, lang, viewport) {
    const hands = await Hands.at(server, browser, lang, viewport);
    await hands.open(`/${lang}/sign-in`);
    assert.equal(await hands.enter(email, PASSWORD), 200);
    const other = `.language-nav button[value="${lang}"]`;
    if (await hands.page.locator(other).count()) assert.equal(await hands.press(other), 200);
    return hands;
  }

  /** An address, typed into the browser. */
  async open(path) {
    return (await this.page.goto(path)).status();
  }

  /** Looks at the focus and says whether this selector means it. */
  async see(selector) {
    const { name, there, wrong } = await this.page.evaluate(look, selector);
    if (wrong.length) this.found.push(`${new URL(this.page.url()).pathname}: ${name} ${wrong.join(', ')}`);
    return there;
  }

  /** Goes to the next stop and says whether this selector means it. */
  async tab(selector) {
    await this.page.keyboard.press('Tab');
    return this.see(selector);
  }

  /** Goes on from stop to stop until this one is reached. */
  async to(selector) {
    for (let stops = 0; stops < FAR; stops += 1) if (await this.tab(selector)) return;
    assert.fail(`Nobody reaches ${selector} with the Tab key on ${this.page.url()}.`);
  }

  /** Presses this link or button and gives the status of the page that follows. */
  async press(selector) {
    await this.to(selector);
    return this.follow();
  }

  /** Presses what has the focus and gives the status of the page that follows. */
  async follow() {
    const [answer] = await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
    return answer.status();
  }

  /** Types into this field; what stood in it is replaced. */
  async type(selector, text) {
    await this.to(selector);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Chooses one of several with the arrow keys, as radio buttons and lists want it. */
  async choose(name, value) {
    await this.to(`[name="${name}"]`);
    const radio = await this.page.evaluate(() => document.activeElement.type === 'radio' && !document.activeElement.checked);
    if (radio) await this.page.keyboard.press('Space');
    const chosen = `[name="${name}"][value="${value}"]:checked, [name="${name}"]:has(option[value="${value}"]:checked)`;
    for (let tries = 0; !(await this.see(chosen)); tries += 1) {
      assert.ok(tries < 20, `No arrow key leads to ${value} of ${name}.`);
      await this.page.keyboard.press('ArrowDown');
    }
  }

  /** Opens what is folded around this field. */
  async unfold(form, field) {
    await this.to(`details:not([open]):has(form[action="${form}"] [name="${field}"]) > summary`);
    await this.page.keyboard.press('Enter');
  }

  /** Fills the sign-in form in and sends it. */
  async enter(email, password) {
    await this.type('[name=email]', email);
    await this.type('[name=password]', password);
    return this.press('form[action="/do/sign-in"] button');
  }

  /** A part of a project, reached by links from the desk. */
  async project(code, part) {
    assert.equal(await this.press('nav a[href="/desk/projects"]'), 200);
    assert.equal(await this.press(`main a[href="/desk/projects/${code}"]`), 200);
    assert.equal(await this.press(`.tabs a[href$="/${part}"]`), 200);
  }

  /** The form came back: its summary has the focus, and its first link leads to this field. */
  async isToldOf(field) {
    // The browser moves the focus a moment after the page is there.
    await this.page.waitForFunction(() => document.activeElement.matches('.error-summary'), null, { timeout: 5000 });
    assert.ok(await this.tab('.error-summary a'), 'the next stop is its first link');
    await this.page.keyboard.press('Enter');
    assert.ok(await this.see(`[name="${field}"]`), `the link leads to ${field}`);
  }

  /** Does this sentence of the catalogue stand on the page? */
  async reads(key, values) {
    return plain(await this.page.locator('body').innerText()).includes(plain(say(this.lang, key, values)));
  }
}
