import { scanPart } from '../../platform/workbook/scan-part.ts';
import { attribute } from '../../platform/workbook/xml-scanner.ts';
import type { ZipArchive } from '../../platform/workbook/zip-archive.ts';

export type WordParts = {
  /** What paragraphs of a style are, by the style's id. */
  readonly styles: ReadonlyMap<string, 'heading' | 'title'>;
  /** Whether a numbering counts, or has bullets, by its id. */
  readonly ordered: ReadonlyMap<string, boolean>;
  /** Parts of the package that hold pictures, by the relation's id. What lies outside is never fetched. */
  readonly media: ReadonlyMap<string, string>;
  readonly external: number;
};

type Open = (name: string, attributes: string) => void;

const scan = (zip: ZipArchive, part: string, open: Open): void => {
  if (zip.has(part)) scanPart(zip, part, { open, close: () => {}, text: () => {} });
};

const readStyles = (zip: ZipArchive): WordParts['styles'] => {
  const styles = new Map<string, 'heading' | 'title'>();
  let id = '';
  scan(zip, 'word/styles.xml', (name, attributes) => {
    if (name === 'style') id = attribute(attributes, 'styleId') ?? '';
    else if (name === 'name' && id !== '') {
      const called = attribute(attributes, 'val') ?? '';
      if (/^(?:title|标题)$/i.test(called)) styles.set(id, 'title');
      else if (/^(?:heading|标题)\s*\d$/i.test(called)) styles.set(id, 'heading');
    }
  });
  return styles;
};

const readNumbering = (zip: ZipArchive): WordParts['ordered'] => {
  const abstract = new Map<string, boolean>();
  const ordered = new Map<string, boolean>();
  let inAbstract = '';
  let num = '';
  scan(zip, 'word/numbering.xml', (name, attributes) => {
    if (name === 'abstractNum') inAbstract = attribute(attributes, 'abstractNumId') ?? '';
    else if (name === 'numFmt' && !abstract.has(inAbstract))
      abstract.set(inAbstract, attribute(attributes, 'val') !== 'bullet');
    else if (name === 'num') num = attribute(attributes, 'numId') ?? '';
    else if (name === 'abstractNumId' && num !== '')
      ordered.set(num, abstract.get(attribute(attributes, 'val') ?? '') ?? true);
  });
  return ordered;
};

const readRelations = (zip: ZipArchive): Pick<WordParts, 'media' | 'external'> => {
  const media = new Map<string, string>();
  let external = 0;
  scan(zip, 'word/_rels/document.xml.rels', (name, attributes) => {
    if (name !== 'Relationship') return;
    if (attribute(attributes, 'TargetMode') === 'External') external += 1;
    else {
      const target = attribute(attributes, 'Target') ?? '';
      // Only what lies beside the document: no way up and out of the folder of pictures.
      if (/^(?:\/?word\/)?media\/[^/\\]+$/.test(target))
        media.set(attribute(attributes, 'Id') ?? '', `word/${target.replace(/^\/?(?:word\/)?/, '')}`);
    }
  });
  return { media, external };
};

/** What stands beside the document in its package. */
export const readParts = (zip: ZipArchive): WordParts => ({
  styles: readStyles(zip),
  ordered: readNumbering(zip),
  ...readRelations(zip),
});
