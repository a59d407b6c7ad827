/** Tables of generated pages, in both languages. */
import type { Text } from '#core/words.ts';

export const both = ({ zh, en }: Text): string => `${zh} ${en}`;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Columns that a text takes in a fixed-width font: a Chinese character takes two. */
const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** A Markdown table with its columns drawn straight, as the formatter of the house wants it. */
export const drawTable = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((cells) => widthOf(cells[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text))).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)];
};
