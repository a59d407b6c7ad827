import type { ReadBlock } from '#core/submission/recognise-form.ts';
import { scanPart } from '../../platform/workbook/scan-part.ts';
import { UnreadableWorkbook } from '../../platform/workbook/workbook-refusal.ts';
import { attribute } from '../../platform/workbook/xml-scanner.ts';
import type { ZipArchive } from '../../platform/workbook/zip-archive.ts';
import { readParts, type WordParts } from './read-parts.ts';
import { wordLimits } from './word-limits.ts';

/** What was not taken over, counted by kind. */
export type LeftOut = Readonly<Record<string, number>>;

export type DocumentText = {
  readonly blocks: readonly ReadBlock[];
  /** Parts of the package that hold the pictures, in the order of the document. */
  readonly pictures: readonly string[];
  readonly left: LeftOut;
};

/** Not on the page, or not taken over; those with a name are told of. */
const hidden: Readonly<Record<string, string | null>> = {
  del: 'tracked',
  moveFrom: 'tracked',
  delText: null,
  instrText: null,
  Fallback: null,
  txbxContent: 'textBoxes',
  object: 'objects',
  footnoteReference: 'footnotes',
  endnoteReference: 'footnotes',
  rPrChange: null,
  pPrChange: null,
};

/** Noted, while their words stay. */
const noted: Readonly<Record<string, string>> = {
  ins: 'tracked',
  moveTo: 'tracked',
  commentReference: 'comments',
};

type OpenTable = { rows: string[][]; cell: string | null; span: number; merged: boolean };

class Reader {
  readonly blocks: ReadBlock[] = [];
  readonly pictures: string[] = [];
  readonly left: Record<string, number> = {};
  readonly #parts: WordParts;
  #line = '';
  #style: 'paragraph' | 'heading' | 'title' = 'paragraph';
  #list: boolean | null = null;
  #hidden = 0;
  #vanishes = false;
  #inText = false;
  #inRunStyle = false;
  #tables: OpenTable[] = [];
  #paragraphs = 0;
  #characters = 0;
  #pending: ReadBlock[] = [];

  constructor(parts: WordParts) {
    this.#parts = parts;
  }

  #note(what: string): void {
    this.left[what] = (this.left[what] ?? 0) + 1;
  }

  #openParagraph(): void {
    this.#line = '';
    this.#style = 'paragraph';
    this.#list = null;
    this.#paragraphs += 1;
    if (this.#paragraphs > wordLimits.paragraphs) throw new UnreadableWorkbook('workbook.tooManyCells');
  }

  #closeParagraph(): void {
    const table = this.#tables[0];
    const text = this.#line.trim();
    this.#line = '';
    if (table !== undefined) {
      if (table.cell !== null && text !== '') table.cell += `${table.cell === '' ? '' : '\n'}${text}`;
    } else if (text !== '')
      this.blocks.push(
        this.#list === null ? { type: this.#style, text } : { type: 'item', ordered: this.#list, text },
      );
    if (table === undefined) this.blocks.push(...this.#pending.splice(0));
  }

  #paragraphStyle(name: string, attributes: string): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'pStyle') this.#style = this.#parts.styles.get(value) ?? this.#style;
    else if (name === 'outlineLvl' && Number(value) < 9) this.#style = 'heading';
    else if (name === 'numId') this.#list = value === '0' ? null : (this.#parts.ordered.get(value) ?? true);
  }

  #picture(relation: string | null): void {
    const part = this.#parts.media.get(relation ?? '');
    if (part === undefined) {
      this.#note('links');
      return;
    }
    this.#pending.push({ type: 'picture', picture: this.pictures.length, caption: '' });
    this.pictures.push(part);
  }

  #table(name: string, attributes: string): void {
    const table = this.#tables.at(-1);
    if (name === 'tbl') this.#tables.push({ rows: [], cell: null, span: 1, merged: false });
    // A table inside a cell gives its words to that cell.
    else if (table === undefined || this.#tables.length > 1) return;
    else if (name === 'tr') table.rows.push([]);
    else if (name === 'tc') Object.assign(table, { cell: '', span: 1, merged: false });
    else if (name === 'gridSpan') table.span = Math.min(30, Number(attribute(attributes, 'val')) || 1);
    else if (name === 'vMerge') table.merged = attribute(attributes, 'val') !== 'restart';
  }

  #closeTable(name: string): void {
    const table = this.#tables.at(-1);
    if (table === undefined || (name === 'tc' && this.#tables.length > 1)) return;
    if (name === 'tc') {
      const row = table.rows.at(-1);
      row?.push(table.merged ? '' : (table.cell ?? ''), ...Array<string>(table.span - 1).fill(''));
      table.cell = null;
      return;
    }
    this.#tables.pop();
    if (this.#tables.length > 0) return;
    const rows = table.rows.slice(0, wordLimits.rows).map((row) => row.slice(0, wordLimits.columns));
    if (rows.length < table.rows.length || table.rows.some((row) => row.length > wordLimits.columns))
      this.#note('tables');
    if (rows.some((row) => row.some((cell) => cell !== ''))) this.blocks.push({ type: 'table', rows });
    this.blocks.push(...this.#pending.splice(0));
  }

  open(name: string, attributes: string): void {
    if (name in hidden) {
      this.#hidden += 1;
      const kind = hidden[name];
      if (kind != null) this.#note(kind);
    } else if (name in noted) this.#note(noted[name] ?? '');
    if (this.#hidden > 0) return;
    if (name === 'p') this.#openParagraph();
    else if (name === 'r') this.#vanishes = false;
    else if (name === 'rPr') this.#inRunStyle = true;
    else if (name === 'vanish' && this.#inRunStyle && attribute(attributes, 'val') !== '0') {
      this.#vanishes = true;
      this.#note('hiddenText');
    } else if (name === 't') this.#inText = !this.#vanishes;
    else if (name === 'tab') this.#line += '\t';
    else if (name === 'br' || name === 'cr') this.#line += '\n';
    else if (name === 'blip') this.#picture(attribute(attributes, 'embed'));
    else if (name === 'imagedata') this.#picture(attribute(attributes, 'id'));
    else {
      this.#paragraphStyle(name, attributes);
      this.#table(name, attributes);
    }
  }

  close(name: string): void {
    if (name in hidden) this.#hidden -= 1;
    else if (this.#hidden > 0) return;
    else if (name === 't') this.#inText = false;
    else if (name === 'rPr') this.#inRunStyle = false;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tbl' || name === 'tc') this.#closeTable(name);
  }

  text(text: string): void {
    if (!this.#inText || this.#hidden > 0) return;
    this.#characters += text.length;
    if (this.#characters > wordLimits.characters) throw new UnreadableWorkbook('workbook.tooManyCells');
    this.#line += text;
  }
}

/** The words, lists, tables and pictures of a .docx, in order; everything else is counted and left out. */
export const readDocument = (zip: ZipArchive): DocumentText => {
  const parts = readParts(zip);
  const reader = new Reader(parts);
  scanPart(zip, 'word/document.xml', {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  const { blocks, pictures, left } = reader;
  return {
    blocks,
    pictures,
    left: parts.external === 0 ? left : { ...left, links: (left['links'] ?? 0) + parts.external },
  };
};
