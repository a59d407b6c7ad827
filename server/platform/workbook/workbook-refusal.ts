/** Why a file is not read. Sentences: `contract/messages/catalogue.ts`, under `refusal.workbook.*`. */
export const workbookRefusalCodes = [
  'workbook.empty',
  'workbook.tooLarge',
  'workbook.tooManyCells',
  'workbook.tooManySheets',
  'workbook.tooSlow',
  'workbook.tooComplex',
  'workbook.bomb',
  'workbook.macros',
  'workbook.encrypted',
  'workbook.unsafeXml',
  'workbook.damaged',
  'workbook.wrongExtension',
  'workbook.archive',
  'workbook.picture',
  'workbook.pdf',
  'workbook.oldWord',
  'workbook.otherFormat',
  'workbook.notATable',
  'workbook.openQuote',
  'workbook.noTable',
] as const;

export type WorkbookRefusalCode = (typeof workbookRefusalCodes)[number];
export type RefusalParams = Readonly<Record<string, string | number>>;
export type WorkbookRefusal = {
  readonly ok: false;
  readonly code: WorkbookRefusalCode;
  readonly params: RefusalParams;
};

/**
 * Carries a refusal out of the depth of a parser. It never leaves this folder: `parseWorkbook` turns it into a
 * value.
 */
export class UnreadableWorkbook extends Error {
  readonly code: WorkbookRefusalCode;
  readonly params: RefusalParams;
  constructor(code: WorkbookRefusalCode, params: RefusalParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
