/**
 * Official papers as files: the reply letter 答复函 in the letter form of GB/T 9704-2012, and the assignment
 * sheet 交办单. Data in, file out; nothing is read from a database. Drawing happens in a process of its own.
 */
import type { Language } from '#contract/messages/message.ts';
import type { AssignmentSheet } from './assignment-sheet.ts';
import type { Booklet } from './booklet.ts';
import type { Letter } from './letter.ts';
import type { ListPaper } from './list-paper.ts';
import type { ReportPaper } from './report-paper.ts';
import { createHelper, type Helper } from '../helper/helper.ts';
import type { HelperOptions } from '../helper/helper-process.ts';
import type { RenderJob, RenderResult } from './render-job.ts';

type DocumentOptions = {
  /**
   * A folder with the agency's own fonts (仿宋_GB2312, 方正小标宋简体, 黑体, 楷体_GB2312 as .ttf, .otf or .ttc).
   * They are used before the stand-in Noto Serif SC; a folder that is not there counts as empty.
   */
  readonly fontFolder?: string | undefined;
};

type SheetOptions = DocumentOptions & {
  /** Language of the form's own words; the data stay as they are. Chinese unless said otherwise. */
  readonly language?: Language;
};

type Drawer = Helper<RenderJob, RenderResult>;

/** Fonts and layout live outside the script's heap. */
const ordinary = { heapMegabytes: 256, patience: 60_000 };

const createDrawer = (
  { fontFolder }: DocumentOptions,
  limits: Pick<HelperOptions, 'heapMegabytes' | 'patience'>,
): Drawer =>
  createHelper({
    script: new URL('./render.helper.ts', import.meta.url),
    name: 'the drawing of documents',
    args: fontFolder === undefined ? [] : [fontFolder],
    native: true,
    ...limits,
  });

const drawers = new Map<string, Drawer>();

const run = (job: RenderJob, options: DocumentOptions): Promise<RenderResult> => {
  const key = options.fontFolder ?? '';
  const drawer = drawers.get(key) ?? createDrawer(options, ordinary);
  drawers.set(key, drawer);
  return drawer.run(job);
};

const asFile = async (made: Promise<RenderResult>): Promise<Uint8Array> => {
  const file = await made;
  if (!(file instanceof Uint8Array)) throw new Error('The drawing answered with texts, not a file');
  return file;
};

const asTexts = async (made: Promise<RenderResult>): Promise<string[]> => {
  const texts = await made;
  if (texts instanceof Uint8Array) throw new Error('The drawing answered with a file, not texts');
  return [...texts];
};

/**
 * The reply letter as PDF/A-2b, fonts embedded. An issued letter gives the same bytes each time with the same
 * fonts. A character that no font has is printed as 〓 (see `letterLostCharacters`). Rejects on a fault only.
 */
export const letterPdf = (letter: Letter, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'letterPdf', letter }, options));

/** The reply letter as .docx that names the official fonts; the same words on the same grid as the PDF. */
export const letterDocx = (letter: Letter, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'letterDocx', letter }, options));

/**
 * The pages of the reply letter as SVG documents, one a page, to be shown in an `<img>`: drawn like the PDF,
 * glyphs as outlines, without scripts, styles, links or outside references.
 */
export const letterPreview = (letter: Letter, options: DocumentOptions = {}): Promise<string[]> =>
  asTexts(run({ make: 'letterPreview', letter }, options));

/** The characters of a letter that the fonts at hand lack, each once: what to warn of before it is issued. */
export const letterLostCharacters = (letter: Letter, options: DocumentOptions = {}): Promise<string[]> =>
  asTexts(run({ make: 'letterLost', letter }, options));

/** The assignment sheet as PDF/A-2b; fonts and missing characters as in `letterPdf`. */
export const assignmentSheetPdf = (sheet: AssignmentSheet, options: SheetOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'sheetPdf', sheet, language: options.language ?? 'zh' }, options));

/** The assignment sheet as .docx, one table to be filled in. */
export const assignmentSheetDocx = (
  sheet: AssignmentSheet,
  options: SheetOptions = {},
): Promise<Uint8Array> =>
  asFile(run({ make: 'sheetDocx', sheet, language: options.language ?? 'zh' }, options));

/** A printed list as PDF/A-2b; fonts and missing characters as in `letterPdf`. */
export const listPaperPdf = (paper: ListPaper, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'listPdf', paper }, options));

/** A printed list as .docx. */
export const listPaperDocx = (paper: ListPaper, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'listDocx', paper }, options));

/** A report as PDF/A-2b; fonts and missing characters as in `letterPdf`. */
export const reportPdf = (report: ReportPaper, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'reportPdf', report }, options));

/** A report as .docx. */
export const reportDocx = (report: ReportPaper, options: DocumentOptions = {}): Promise<Uint8Array> =>
  asFile(run({ make: 'reportDocx', report }, options));

/** One booklet after the other, each in a process of its own that ends with it: nobody's letter waits for a book. */
let lastBooklet: Promise<unknown> = Promise.resolve();

const bookletFile = (job: RenderJob, options: DocumentOptions): Promise<Uint8Array> => {
  const made = lastBooklet.then(async () => {
    const drawer = createDrawer(options, { heapMegabytes: 2_048, patience: 300_000 });
    try {
      return await asFile(drawer.run(job));
    } finally {
      await drawer.close();
    }
  });
  lastBooklet = made.catch(() => undefined);
  return made;
};

/** A booklet as PDF/A-2b; fonts and missing characters as in `letterPdf`. */
export const bookletPdf = (book: Booklet, options: DocumentOptions = {}): Promise<Uint8Array> =>
  bookletFile({ make: 'bookletPdf', book }, options);

/** A booklet as .docx. */
export const bookletDocx = (book: Booklet, options: DocumentOptions = {}): Promise<Uint8Array> =>
  bookletFile({ make: 'bookletDocx', book }, options);

/** Loads the fonts and compiles the templates once, so that the first reader does not wait for it. */
export const warmDocuments = async (options: DocumentOptions = {}): Promise<void> => {
  await letterPdf(emptyLetter, options);
};

const emptyLetter: Letter = {
  mark: '落实',
  documentNo: null,
  classMark: null,
  title: '落实',
  addressees: [],
  paragraphs: ['落实'],
  points: [],
  opinions: [],
  closing: [],
  signature: { unit: '落实', date: null },
  contact: null,
  disclosure: null,
  copies: [],
  draft: true,
};

/** Ends the processes that draw, at shutdown; a later call of the functions above starts them again. */
export const closeDocuments = async (): Promise<void> => {
  const ending = [...drawers.values()];
  drawers.clear();
  await Promise.all(ending.map((drawer) => drawer.close()));
};
