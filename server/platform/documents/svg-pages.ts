const tag = /<(\/?)([a-zA-Z][\w:]*)((?:[^"<>]|"[^"]*")*?)(\/?)>/g;

/** The outermost elements of a piece of SVG, each with all that is in it. */
const childrenOf = (svg: string): string[] => {
  const children: string[] = [];
  let depth = 0;
  let start = 0;
  for (const found of svg.matchAll(tag)) {
    const [whole, closes, , , closesItself] = found;
    if (depth === 0) start = found.index;
    if (closes === '/') depth -= 1;
    else if (closesItself !== '/') depth += 1;
    if (depth === 0) children.push(svg.slice(start, found.index + whole.length));
  }
  return children;
};

const inside = (element: string): string =>
  element.slice(element.indexOf('>') + 1, element.lastIndexOf('</'));

/** A hundredth of a point is enough for a screen, and makes a page half as long. */
const shortened = (glyph: string): string => glyph.replace(/(\.\d\d)\d+/g, '$1');

const glyphsOf = (defs: string): Map<string, string> => {
  const glyphs = new Map<string, string>();
  for (const glyph of childrenOf(inside(defs))) {
    const id = /^<symbol id="(\w+)"/.exec(glyph)?.[1];
    if (id !== undefined) glyphs.set(id, shortened(glyph));
  }
  return glyphs;
};

/**
 * Cuts the roll of pages that the Typst compiler draws (one SVG, pages of the same height one under another)
 * into one SVG a page, each with the glyphs that it uses and nothing else: no script, no style, no address.
 * In the roll a page is an outermost `<g>`; the white sheets between them all lie on page 1 and would hide it,
 * so each page gets its own. Throws when the roll is not of this make.
 */
export const svgPages = (roll: string, pages: number): string[] => {
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(roll);
  const elements = childrenOf(inside(roll));
  const drawings = elements.filter((element) => element.startsWith('<g'));
  if (size === null || drawings.length !== pages) throw new Error('The preview is not a roll of pages');
  const width = Number(size[1]);
  const height = Number(size[2]) / pages;
  const glyphs = glyphsOf(elements.find((element) => element.startsWith('<defs')) ?? '');
  return drawings.map((drawing, index) => {
    const used = new Set(Array.from(drawing.matchAll(/xlink:href="#(\w+)"/g), ([, id]) => id ?? ''));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" `,
      `viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">`,
      `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
      `<g transform="translate(0 ${-index * height})">${drawing}</g>`,
      `<defs>${[...used].map((id) => glyphs.get(id) ?? '').join('\n')}</defs></svg>`,
    ].join('');
  });
};
