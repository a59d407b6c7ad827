/**
 * The text of a submission as blocks: what a phone can edit, a letter can print and a hostile document cannot
 * poison. Nothing of the source's markup is kept.
 */
export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  /** Rows of cells; short rows are padded. The first row may be a head. */
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'picture'; readonly fileId: number; readonly caption: string };

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.text;
    case 'list':
      return block.items
        .map((item, index) => (block.ordered ? `${index + 1}. ${item}` : `· ${item}`))
        .join('\n');
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n');
    case 'picture':
      return block.caption;
    default: {
      const forgotten: never = block;
      return forgotten;
    }
  }
};

/** The words of the blocks, a line a paragraph, item or row: for search, checks and the matter's text. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n');

/** Pictures of the blocks, by their file. */
export const picturesOf = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap((block) => (block.type === 'picture' ? [block.fileId] : []));

/** Characters that count: blanks and line ends do not. */
export const countCharacters = (text: string): number => [...text.replace(/\s/gu, '')].length;
