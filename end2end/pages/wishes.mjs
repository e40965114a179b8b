// What people set for themselves: letters twice as large, colours of their own, no motion. Nothing may get lost by it.

/** With letters twice as large nothing moves sideways and nothing is cut off. */
export async function enlarged(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  const found = await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = '200%';
    const found = [];
    const wide = root.scrollWidth - root.clientWidth;
    if (wide > 0) found.push(`${wide} px too wide at 200 %`);
    for (const one of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY, clipPath, display } = getComputedStyle(one);
      // What is for screen readers only is cut off on purpose, and a field moves its text by itself.
      if (clipPath !== 'none' || display === 'inline' || one.closest('svg, input, .visually-hidden')) continue;
      const [aside, below] = [one.scrollWidth - one.clientWidth > 1, one.scrollHeight - one.clientHeight > 1];
      const cut = (way) => way === 'hidden' || way === 'clip';
      if ((aside && cut(overflowX)) || (below && cut(overflowY))) found.push(`cut off at 200 %: ${one.tagName}.${one.className}`);
      const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (aside && words && overflowX === 'visible') found.push(`out of its box at 200 %: ${one.tagName}.${one.className}`);
    }
    root.style.fontSize = '';
    return found;
  });
  await page.setViewportSize(before);
  return found;
}

/** With colours of the reader's own, the focus is still ringed and every state is said in words. */
export async function recoloured(page) {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await page.evaluate(() => {
    const found = [];
    const name = (one) => `${one.tagName}.${one.className}`;
    const mute = (one) => !one.textContent.trim();
    const each = (selector, wrong, what) =>
      [...document.querySelectorAll(selector)].filter(wrong).forEach((one) => found.push(`${what} in forced colours: ${name(one)}`));
    each('.tag, .due-tag, .stage__now, .audience__sentence, .missing__row, .panel', mute, 'a state without words');
    each('.audience', (one) => !one.querySelector('.audience__sentence'), 'no sentence says who reads this');
    each('.stage-steps__step', (one) => !one.querySelector('.visually-hidden')?.textContent.trim(), 'a step without its state');
    const kinds = ['.skip-link', 'header a', 'header button', '.tabs a', 'main a', '.button', 'summary', 'select', 'textarea', '[role=region]'];
    const fields = ['text', 'email', 'password', 'date', 'file', 'search', 'radio', 'checkbox'].map((type) => `input[type=${type}]`);
    for (const selector of [...kinds, ...fields]) {
      const one = [...document.querySelectorAll(selector)].find((some) => some.checkVisibility());
      if (!one) continue;
      one.focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const hidden = outlineColor === getComputedStyle(document.documentElement).backgroundColor;
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || hidden) found.push(`no focus ring in forced colours: ${name(one)}`);
    }
    document.activeElement.blur();
    return found;
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** Who asked for rest sees nothing move. */
export async function still(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(() => {
    const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
    const moves = (style) => long(style.transitionDuration) || (style.animationName !== 'none' && long(style.animationDuration));
    const restless = (one) => [null, '::before', '::after'].some((part) => moves(getComputedStyle(one, part)));
    const found = document.getAnimations().map((one) => `moves though rest was asked for: ${one.animationName ?? one.transitionProperty}`);
    const would = [...document.querySelectorAll('*')].filter(restless);
    return [...found, ...would.map((one) => `would move though rest was asked for: ${one.tagName}.${one.className}`)];
  });
}
