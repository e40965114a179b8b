// A long text, the same at every run: each piece carries a mark of its own such as "§ 3.17", alike in the three languages.
import { LANGUAGES } from '../words.mjs';
import { HEADINGS, SENTENCES, TABLE, TITLE } from './sentences.mjs';

/** The sections of an agriculture project in their order, and how many rounds of writing each gets; "sites" nearly fills what a section may hold. */
const ROUNDS = { summary: 0, objectives: 2, activities: 2, sites: 3, partners: 1, beneficiaries: 1, budget: 2, timeline: 1, risks: 2, civilian_scope: 1, land_water: 2, plant_animal_health: 1, inputs: 1, food_safety: 1 };
export const SECTIONS = Object.keys(ROUNDS);

/** The title is written like a section. */
export const PARTS = SECTIONS.length + 1;

/** What a place in the text is numbered with: grows with every piece and sentence, so that no two sentences are alike. */
function numbers(place, at) {
  const seed = place * 37 + at * 11;
  return { a: 3 + (seed % 57), k: 100 + (seed % 883), m: 20 + (seed % 71), n: (1000 + (seed * 13) % 8999).toLocaleString('en') };
}

function sentence(lang, place, at) {
  const values = numbers(place, at);
  return SENTENCES[lang][(place + at) % SENTENCES[lang].length].replace(/\{(\w)\}/g, (_, name) => values[name]);
}

const some = (count, make) => Array.from({ length: count }, (_, at) => make(at));

/** Writes the pieces of one section in one language, each with the next mark. */
class Pen {
  constructor(lang, section) {
    Object.assign(this, { lang, section, piece: 0, blocks: [] });
  }

  mark() {
    this.piece += 1;
    return `§ ${this.section}.${this.piece}`;
  }

  /** A marked line of this many sentences. */
  line(count) {
    const mark = this.mark();
    return `${mark} ${some(count, (at) => sentence(this.lang, this.section * 100 + this.piece, at)).join(' ')}`;
  }

  heading(lower, at) {
    this.blocks.push({ kind: 'heading', lower, line: `${this.mark()} ${HEADINGS[this.lang][at % 3]}` });
  }

  paragraphs(count, length) {
    for (let at = 0; at < count; at += 1) this.blocks.push({ kind: 'paragraph', line: this.line(length) });
  }

  list(numbered, count) {
    this.blocks.push({ kind: 'list', numbered, items: some(count, () => this.line(1)) });
  }

  quote() {
    this.blocks.push({ kind: 'quote', line: this.line(2) });
  }

  table(count) {
    const { head, row } = TABLE[this.lang];
    const rows = some(count, (at) => {
      const { k, m, n } = numbers(this.section * 100 + this.piece, at);
      return [`${this.mark()} ${row} **WELL-${k}**`, String(m), n];
    });
    this.blocks.push({ kind: 'table', rows: [[`${this.mark()} ${head[0]}`, head[1], head[2]], ...rows] });
  }

  round(at) {
    this.heading(false, at);
    this.paragraphs(2, 6);
    this.list(false, 5);
    this.paragraphs(2, 6);
    this.heading(true, at + 1);
    this.table(6);
    this.paragraphs(1, 7);
    this.list(true, 4);
    this.quote();
  }
}

function section(lang, key) {
  const pen = new Pen(lang, SECTIONS.indexOf(key) + 1);
  if (key === 'summary') {
    pen.paragraphs(1, 5);
    pen.list(false, 3);
  }
  for (let at = 0; at < ROUNDS[key]; at += 1) pen.round(at);
  return pen.blocks;
}

/** The whole text by section and language, as blocks. */
export const write = () => Object.fromEntries(SECTIONS.map((key) => [key, Object.fromEntries(LANGUAGES.map((lang) => [lang, section(lang, key)]))]));

/** A paragraph that somebody adds later, with a mark that says who. */
export const added = (lang, mark, at) => ({ kind: 'paragraph', line: `§ ${mark} ${sentence(lang, 7000 + at, 0)} ${sentence(lang, 7000 + at, 3)}` });

function spelled(block) {
  switch (block.kind) {
    case 'heading':
      return `${block.lower ? '####' : '###'} ${block.line}`;
    case 'list':
      return block.items.map((item, at) => `${block.numbered ? `${at + 1}.` : '-'} ${item}`).join('\n');
    case 'quote':
      return `> ${block.line}`;
    case 'table':
      return block.rows.flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? [`|${' --- |'.repeat(row.length)}`] : [])]).join('\n');
    default:
      return block.line;
  }
}

/** The text as somebody types it into the field of a section. */
export const markdown = (blocks) => blocks.map(spelled).join('\n\n');

const MARKS = /\*\*(?<strong>.+?)\*\*|\*(?<em>.+?)\*|`(?<code>.+?)`|\[(?<a>.+?)\]\((?<href>.+?)\)/g;

/** A line as words and what stands out among them: `{ text, look, href }`. */
export function spans(line) {
  const found = [];
  let at = 0;
  for (const match of line.matchAll(MARKS)) {
    if (match.index > at) found.push({ text: line.slice(at, match.index) });
    const [look, text] = Object.entries(match.groups).find(([name, value]) => name !== 'href' && value !== undefined);
    found.push({ text, look, href: match.groups.href });
    at = match.index + match[0].length;
  }
  return at < line.length ? [...found, { text: line.slice(at) }] : found;
}

/** The lines of blocks as a browser shows them, each with the name of its element. */
export function lines(blocks) {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((line) => [block.numbered ? 'ol' : 'ul', line]);
    if (block.kind === 'table') return block.rows.flatMap((row, at) => row.map((line) => [at === 0 ? 'th' : 'td', line]));
    const name = { heading: block.lower ? 'h4' : 'h3', quote: 'blockquote', paragraph: 'p' }[block.kind];
    return [[name, block.line]];
  });
}

/** The words of a text, counted as people count them. */
export const count = (text, lang) => SECTIONS.flatMap((key) => lines(text[key][lang])).reduce((sum, [, line]) => sum + line.split(/\s+/).length, 0);

export { TITLE };
