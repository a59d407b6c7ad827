import { workbookLimits } from './workbook-limits.ts';
import { UnreadableWorkbook } from './workbook-refusal.ts';

export type XmlHandlers = {
  /** Local name (no prefix) and the raw text of the attributes; read them with `attribute`. */
  readonly open: (name: string, attributes: string) => void;
  /** Also called after `open` of an empty element. */
  readonly close: (name: string) => void;
  /** A run of text with entities resolved; an element's text may come in several runs. */
  readonly text: (text: string) => void;
};

export type XmlScanner = { readonly write: (chunk: string) => void; readonly end: () => void };

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const resolve = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole;
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** The five XML entities, numbers, and nothing else: an entity that a file defines itself is never expanded. */
const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,8});/g, resolve) : text;

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute by its local name, or null. */
export const attribute = (attributes: string, name: string): string | null => {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
    attributePatterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : decodeEntities(value);
};

/** The end of a tag: the first `>` outside quotes; -1 when it has not come yet. */
const tagEnd = (buffer: string, from: number): number => {
  let quote = 0;
  for (let at = from; at < buffer.length; at += 1) {
    const code = buffer.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
};

/** The name without its prefix, and what follows it. */
const splitTag = (inner: string): { name: string; attributes: string } => {
  const stop = inner.search(/[\s/>]/);
  const whole = stop < 0 ? inner : inner.slice(0, stop);
  return { name: whole.slice(whole.indexOf(':') + 1), attributes: inner.slice(whole.length) };
};

/** Scripts and styles of a web page are not markup: everything up to the closing tag is skipped. */
const rawElements = /^(?:script|style)$/i;

type Scan = {
  readonly handlers: XmlHandlers;
  readonly html: boolean;
  buffer: string;
  /** Inside a script or style: finds the closing tag that ends it. */
  skipTo: RegExp | null;
};

const exclamation = 33;
const question = 63;

const specials: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Past a comment, CDATA, instruction or declaration; null when it is a tag, -1 when its end has not come yet. */
const readSpecial = ({ buffer, handlers, html }: Scan, at: number): number | null => {
  const mark = buffer.charCodeAt(at + 1);
  if (mark !== exclamation && mark !== question) return null;
  for (const [opens, ends] of specials) {
    if (!buffer.startsWith(opens, at)) continue;
    const end = buffer.indexOf(ends, at + opens.length);
    if (end < 0) return -1;
    if (opens === '<![CDATA[') handlers.text(buffer.slice(at + opens.length, end));
    return end + ends.length;
  }
  if (!html) throw new UnreadableWorkbook('workbook.unsafeXml');
  const end = buffer.indexOf('>', at);
  return end < 0 ? -1 : end + 1;
};

const readTag = (scan: Scan, at: number): number => {
  const end = tagEnd(scan.buffer, at + 1);
  if (end < 0) return -1;
  const inner = scan.buffer.slice(at + 1, end);
  if (inner.startsWith('/')) scan.handlers.close(splitTag(inner.slice(1)).name);
  else {
    const { name, attributes } = splitTag(inner);
    scan.handlers.open(name, attributes);
    if (inner.endsWith('/')) scan.handlers.close(name);
    else if (scan.html && rawElements.test(name)) scan.skipTo = new RegExp(`</${name}`, 'gi');
  }
  return end + 1;
};

/** Where markup goes on after a script or style; -1 when its end has not come yet. */
const leaveRaw = (scan: Scan, at: number): number => {
  if (scan.skipTo === null) return at;
  scan.skipTo.lastIndex = at;
  const end = scan.skipTo.exec(scan.buffer)?.index ?? -1;
  if (end >= 0) scan.skipTo = null;
  return end;
};

/** Twelve characters tell every special opening apart from a tag. */
const longestOpening = 12;

const scanBuffer = (scan: Scan, final: boolean): void => {
  let at = 0;
  while (at < scan.buffer.length) {
    const from = leaveRaw(scan, at);
    if (from < 0) break;
    const open = scan.buffer.indexOf('<', from);
    if (open < 0 && !final) break;
    const text = scan.buffer.slice(from, open < 0 ? undefined : open);
    if (text !== '') scan.handlers.text(decodeEntities(text));
    at = open < 0 ? scan.buffer.length : open;
    if (open < 0 || (!final && scan.buffer.length - open < longestOpening)) break;
    const next = readSpecial(scan, open) ?? readTag(scan, open);
    if (next < 0) break;
    at = next;
  }
  scan.buffer = scan.buffer.slice(at);
  if (scan.buffer.length > workbookLimits.xmlToken) throw new UnreadableWorkbook('workbook.damaged');
};

/**
 * Walks through XML (or, with `html`, through a web page) that comes in pieces, keeping only the unfinished tag
 * in memory. A document type definition is refused in XML: there are no entities to expand and nothing to fetch.
 */
export const createXmlScanner = (handlers: XmlHandlers, html = false): XmlScanner => {
  const scan: Scan = { handlers, html, buffer: '', skipTo: null };
  return {
    write: (chunk) => {
      scan.buffer += chunk;
      scanBuffer(scan, false);
    },
    end: () => {
      scanBuffer(scan, true);
      if (!html && scan.buffer.trim() !== '') throw new UnreadableWorkbook('workbook.damaged');
    },
  };
};
