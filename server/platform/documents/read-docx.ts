/** Reads back, for tests, what a .docx holds: its parts as XML, and the paragraphs of the body as text. */
import { strFromU8, unzipSync } from 'fflate';

type DocxParagraph = {
  readonly text: string;
  /** The properties `w:pPr` as XML; empty when there are none. */
  readonly properties: string;
  /** East Asian fonts of its runs, each once. */
  readonly fonts: readonly string[];
};

/** The text parts of the file by path. */
export const docxParts = (docx: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(docx))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, data]) => [path, strFromU8(data)]),
  );

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (xml: string): string =>
  xml.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Paragraphs of a part, those in table cells too, in order. */
export const docxParagraphs = (xml: string): DocxParagraph[] =>
  Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs), ([, inner = '']) => ({
    text: Array.from(
      inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/g),
      ([whole, text]) => {
        if (whole === '<w:br/>') return '\n';
        return whole === '<w:tab/>' ? '\t' : unescaped(text ?? '');
      },
    ).join(''),
    properties: /<w:pPr>(.*?)<\/w:pPr>/s.exec(inner)?.[1] ?? '',
    fonts: [...new Set(Array.from(inner.matchAll(/w:eastAsia="([^"]*)"/g), ([, font = '']) => font))],
  }));

/** Says where XML is not well formed (tags that do not match, a stray `<` or `&`), or null. */
export const xmlFault = (xml: string): string | null => {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|<\?[^?]*\?>/g,
    (tag, close, name, _, alone) => {
      if (name === undefined || alone === '/') return '';
      if (close !== '/') open.push(name);
      else if (open.pop() !== name) open.push(`unexpected ${tag}`);
      return '';
    },
  );
  if (open.length > 0) return `left open: ${open.join(' ')}`;
  return /<|&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.exec(rest)?.[0] ?? null;
};
