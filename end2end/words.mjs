// The sentences of the portal, read from its own catalogues, so that tests look for what people see.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../app/text/', import.meta.url);

export const LANGUAGES = ['en', 'he', 'ar'];

function read(lang) {
  const messages = new Map();
  const files = readdirSync(new URL(`${lang}/`, folder)).filter((name) => name.endsWith('.ftl'));
  for (const file of files) {
    let key = null;
    for (const line of readFileSync(new URL(`${lang}/${file}`, folder), 'utf8').split('\n')) {
      const start = line.match(/^([a-z][a-z0-9-]*) = (.*)$/);
      if (start) {
        key = start[1];
        messages.set(key, start[2]);
      } else if (key && /^(\s|\})/.test(line)) {
        messages.set(key, `${messages.get(key)}\n${line}`);
      } else {
        key = null;
      }
    }
  }
  return messages;
}

const catalogues = Object.fromEntries(LANGUAGES.map((lang) => [lang, read(lang)]));

/** One of the variants of `{ $count -> [one] … *[other] … }`. */
function variant(lang, message, values) {
  const choice = message.match(/^\{ \$(\w+) ->\n([\s\S]*)\n\}$/);
  if (!choice) return message;
  const number = values[choice[1]];
  const plural = new Intl.PluralRules(lang).select(Number(number));
  const lines = [...choice[2].matchAll(/^\s*(\*?)\[(\w+)\] (.*)$/gm)];
  const by = (key) => lines.find((line) => line[2] === key);
  return (by(String(number)) ?? by(plural) ?? lines.find((line) => line[1]))[3];
}

/** The sentence with this key, without Fluent's invisible marks. */
export function say(lang, key, values = {}) {
  const message = catalogues[lang].get(key);
  if (message === undefined) throw new Error(`There is no sentence ${key} in ${lang}.`);
  return variant(lang, message, values).replace(/\{ \$(\w+) \}/g, (_, name) => String(values[name]));
}

/** Text as it is compared: no direction marks, one space for many. */
export const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();

/** Every key, to find one that stands raw on a page. */
export const KEYS = new Set(catalogues.en.keys());

/** What a form says of a field: the field's own sentence, else the one for all fields. */
export function problem(lang, field, code, values) {
  const own = `field-${field.replaceAll('_', '-')}-${code}`;
  return say(lang, KEYS.has(own) ? own : `field-${code}`, values);
}
