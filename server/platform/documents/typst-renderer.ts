import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { drawable } from './drawable.ts';
import { readCoverage } from './font-coverage.ts';
import { findFonts } from './fonts.ts';
import { svgPages } from './svg-pages.ts';

const templates = fileURLToPath(new URL('../../../templates/', import.meta.url));

type TemplateName = 'reply-letter' | 'assignment-sheet' | 'list-paper' | 'booklet' | 'report';

/** Draws data with a template of templates/; all of it blocks the thread, so it belongs into a helper. */
type TypstRenderer = {
  /** A PDF/A-2b with all fonts embedded; the same data and instant give the same bytes. */
  readonly pdf: (template: TemplateName, data: object, madeAt: Date) => Uint8Array;
  /** One SVG a page. */
  readonly svg: (template: TemplateName, data: object) => string[];
  /** The characters in the data that no font at hand can draw. */
  readonly lost: (data: object) => string[];
};

/**
 * Results that were not used in this many later documents leave the compiler's memory: the parsed templates and
 * the fonts stay warm, the texts of users go.
 */
const cacheAge = 4;

/** Starts a compiler with the stand-in fonts and those in `fontFolder`. Throws when a template does not compile. */
export const createTypstRenderer = (fontFolder: string | undefined): TypstRenderer => {
  const fonts = findFonts(fontFolder);
  const coverage = readCoverage(fonts.files);
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: [...fonts.folders] }],
  });

  // The data goes in as JSON in `sys.inputs`: it never becomes part of a source that is parsed as markup.
  const draw = <T>(template: TemplateName, data: object, finish: (document: NodeTypstDocument) => T): T => {
    const compiled = compiler.compile({
      mainFilePath: `${templates}${template}.typ`,
      inputs: { data: JSON.stringify(drawable(data, coverage).data) },
    });
    try {
      if (compiled.result === null) {
        const errors = compiled.takeDiagnostics();
        throw new Error(`${template}.typ: ${JSON.stringify(errors?.shortDiagnostics ?? 'no document')}`);
      }
      return finish(compiled.result);
    } finally {
      compiler.evictCache(cacheAge);
    }
  };

  return {
    pdf: (template, data, madeAt) =>
      draw(template, data, (document) =>
        compiler.pdf(document, {
          pdfStandard: 'a-2b',
          creationTimestamp: Math.floor(madeAt.getTime() / 1000),
        }),
      ),
    svg: (template, data) =>
      draw(template, data, (document) => svgPages(compiler.plainSvg(document), document.numOfPages)),
    lost: (data) => drawable(data, coverage).lost,
  };
};
