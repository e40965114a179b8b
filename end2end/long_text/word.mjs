// A Word file as Word would change it: runs are cut and get numbers of their own, spelling is marked, links become relations, lists
// get numbers anew. Nothing of this is the portal's own way to write, so the way back has to understand it.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { spans } from './writing.mjs';

const DOCUMENT = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const SPACES = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"';
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const STYLES = { paragraph: 'Portaltext', item: 'Portaltextlist', quote: 'Portaltextquote', cell: 'Portalcell', head: 'Portalhead', h3: 'Portalheading', h4: 'Portalsubheading' };

const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const hex = (number) => number.toString(16).toUpperCase().padStart(8, '0');

export class WordFile {
  constructor(bytes) {
    this.files = unzipSync(bytes);
    this.document = this.part(DOCUMENT);
    this.edits = 0;
    this.relations = [];
    this.lists = [];
  }

  part(name) {
    return strFromU8(this.files[name]);
  }

  /** The names of the sections' bookmarks, `portal_objectives_3_2_ar`, in the order of the file. */
  anchors() {
    return [...this.document.matchAll(/<w:bookmarkStart [^>]*w:name="(portal_[^"]+)"/g)].map((match) => match[1]);
  }

  anchor(section, lang) {
    const found = this.anchors().find((name) => new RegExp(`^portal_${section}(_\\d+_\\d+)?_${lang}$`).test(name));
    if (!found) throw new Error(`There is no ${section} in ${lang}.`);
    return found;
  }

  /** From where to where the text of a section reaches, without its heading. */
  reach(section, lang) {
    const heading = this.document.indexOf(`w:name="${this.anchor(section, lang)}"`);
    const from = this.document.indexOf('</w:p>', heading) + '</w:p>'.length;
    const next = this.document.indexOf('w:name="portal_', from);
    const until = next < 0 ? this.document.lastIndexOf('<w:sectPr') : this.document.lastIndexOf('<w:p>', next);
    return [from, until];
  }

  put(from, until, made) {
    this.document = this.document.slice(0, from) + made + this.document.slice(until);
  }

  /** Writes blocks in place of what stands under a heading. */
  replace(section, lang, blocks) {
    this.put(...this.reach(section, lang), blocks.map((block) => this.block(block, lang)).join(''));
  }

  /** Presses Enter after the paragraph with this mark and writes one more. */
  after(section, lang, mark, block, { tracked = false } = {}) {
    const [from, until] = this.reach(section, lang);
    const at = this.document.indexOf(mark, from);
    if (at < 0 || at >= until) throw new Error(`${mark} is not in ${section} in ${lang}.`);
    const end = this.document.indexOf('</w:p>', at) + '</w:p>'.length;
    this.put(end, end, this.paragraph(STYLES.paragraph, block.line, lang, { tracked }));
  }

  /** Writes other words over these, which stand in one run of the paragraph with this mark. */
  write(section, lang, mark, before, behind) {
    const [from, until] = this.reach(section, lang);
    const at = this.document.indexOf(safe(before), this.document.indexOf(`${mark} `, from));
    if (at < from || at >= until) throw new Error(`${before} is not in ${section} in ${lang}.`);
    this.put(at, at + safe(before).length, safe(behind));
  }

  block(block, lang) {
    switch (block.kind) {
      case 'heading':
        return this.paragraph(block.lower ? STYLES.h4 : STYLES.h3, block.line, lang);
      case 'list':
        return this.list(block, lang);
      case 'quote':
        return this.paragraph(STYLES.quote, block.line, lang);
      case 'table':
        return this.table(block.rows, lang);
      default:
        return this.paragraph(STYLES.paragraph, block.line, lang);
    }
  }

  list({ numbered, items }, lang) {
    const kind = numbered ? 'decimal' : 'bullet';
    this.lists.push(kind);
    const number = 9000 + this.lists.length;
    return items.map((line) => this.paragraph(STYLES.item, line, lang, { number })).join('');
  }

  table(rows, lang) {
    const cell = (line, head) => `<w:tc><w:tcPr><w:tcW w:w="3099" w:type="dxa"/></w:tcPr>${this.paragraph(head ? STYLES.head : STYLES.cell, line, lang)}</w:tc>`;
    const made = rows.map((row, at) => `<w:tr w:rsidR="${this.rsid()}">${at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.map((line) => cell(line, at === 0)).join('')}</w:tr>`);
    const grid = '<w:gridCol w:w="3099"/>'.repeat(rows[0].length);
    return `<w:tbl><w:tblPr><w:bidiVisual/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${made.join('')}</w:tbl>`;
  }

  rsid() {
    this.edits += 1;
    return hex(0x00a10000 + (this.edits % 0xffff));
  }

  paragraph(style, line, lang, { number, tracked = false } = {}) {
    const listed = number ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>` : '';
    const bidi = lang === 'en' ? '' : '<w:bidi/>';
    const who = 'w:id="77" w:author="Reviewer" w:date="2026-01-01T00:00:00Z"';
    const ended = tracked ? `<w:rPr><w:ins ${who}/></w:rPr>` : '';
    const words = spans(line).map((span) => this.span(span, lang)).join('');
    const written = tracked ? `<w:ins ${who}>${words}</w:ins>` : words;
    return `<w:p w14:paraId="${hex(0x10000000 + this.edits)}" w:rsidR="${this.rsid()}"><w:pPr><w:pStyle w:val="${style}"/>${listed}${bidi}${ended}</w:pPr>${written}</w:p>`;
  }

  span({ text, look, href }, lang) {
    if (!href) return this.runs(text, look, lang);
    const id = `rIdOwn${this.relations.length + 1}`;
    this.relations.push(`<Relationship Id="${id}" Type="${LINK}" Target="${safe(href)}" TargetMode="External"/>`);
    return `<w:hyperlink r:id="${id}" w:history="1">${this.runs(text, 'a', lang)}</w:hyperlink>`;
  }

  /** A run for each stretch of one script, as typing with two keyboards makes them; a word of ours is marked as misspelled. */
  runs(text, look, lang) {
    const pieces = lang === 'en' ? [text] : text.split(/([A-Za-z][A-Za-z0-9 -]*)/).filter(Boolean);
    return pieces.map((piece) => this.run(piece, look, lang !== 'en' && !/^[A-Za-z]/.test(piece), lang)).join('');
  }

  run(text, look, rtl, lang) {
    const looks = { strong: '<w:b/><w:bCs/>', em: '<w:i/><w:iCs/>', code: '<w:rStyle w:val="Portalinlinecode"/>', a: '<w:color w:val="0563C1"/><w:u w:val="single"/>' };
    const side = rtl ? `<w:rtl/><w:lang w:bidi="${lang === 'he' ? 'he-IL' : 'ar-SY'}"/>` : '<w:lang w:val="en-GB"/>';
    const made = `<w:r w:rsidR="${this.rsid()}"><w:rPr>${looks[look] ?? ''}${side}</w:rPr><w:t xml:space="preserve">${safe(text)}</w:t></w:r>`;
    return rtl ? made : `<w:proofErr w:type="spellStart"/>${made}<w:proofErr w:type="spellEnd"/>`;
  }

  /** What Word does to a text that nobody touched: runs are cut at a word, pages are marked, the cursor's place is kept. */
  resaved() {
    const run = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]{40,})<\/w:t><\/w:r>/g;
    this.document = this.document.replace(run, (whole, look = '', text) => {
      const cut = text.indexOf(' ', text.length / 2) + 1;
      const made = (piece, mark) => `<w:r w:rsidRPr="${this.rsid()}">${look}${mark}<w:t xml:space="preserve">${piece}</w:t></w:r>`;
      return cut < 1 ? whole : `${made(text.slice(0, cut), '')}<w:proofErr w:type="gramStart"/>${made(text.slice(cut), '<w:lastRenderedPageBreak/>')}<w:proofErr w:type="gramEnd"/>`;
    });
    this.document = this.document.replaceAll('<w:p>', () => `<w:p w:rsidR="${this.rsid()}" w:rsidRDefault="00A1FFFF">`);
    this.document = this.document.replace('<w:sectPr', '<w:p w:rsidR="00A10000"><w:bookmarkStart w:id="9999" w:name="_GoBack"/><w:bookmarkEnd w:id="9999"/></w:p><w:sectPr');
    return this;
  }

  numbering() {
    const made = this.lists.map((kind, at) => {
      const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${kind === 'bullet' ? '•' : '%1.'}"/></w:lvl>`;
      return [`<w:abstractNum w:abstractNumId="${9000 + at}"><w:multiLevelType w:val="hybridMultilevel"/>${level}</w:abstractNum>`, `<w:num w:numId="${9001 + at}"><w:abstractNumId w:val="${9000 + at}"/></w:num>`];
    });
    const before = this.part(NUMBERING);
    // Word wants every description before the first list.
    const first = before.indexOf('<w:num ');
    const [middle, end] = [first < 0 ? before.indexOf('</w:numbering>') : first, before.indexOf('</w:numbering>')];
    return before.slice(0, middle) + made.map(([description]) => description).join('') + before.slice(middle, end) + made.map(([, list]) => list).join('') + before.slice(end);
  }

  bytes() {
    const document = this.document.replace('<w:document ', `<w:document ${SPACES} `);
    const relations = this.part(RELATIONS).replace('</Relationships>', `${this.relations.join('')}</Relationships>`);
    return Buffer.from(zipSync({ ...this.files, [DOCUMENT]: strToU8(document), [NUMBERING]: strToU8(this.numbering()), [RELATIONS]: strToU8(relations) }));
  }

  /** The lines of a section as its reader sees them, without empty ones. */
  lines(section, lang) {
    const paragraphs = this.document.slice(...this.reach(section, lang)).split('</w:p>');
    const words = paragraphs.map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''));
    const read = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    return words.map(read).filter((text) => text.trim() !== '');
  }
}
