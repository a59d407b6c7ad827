import type { Language } from '#contract/messages/message.ts';
import type { AssignmentSheet } from './assignment-sheet.ts';
import type { Booklet } from './booklet.ts';
import type { Letter } from './letter.ts';
import type { ListPaper } from './list-paper.ts';
import type { ReportPaper } from './report-paper.ts';

/** What a process that draws can be asked for, and what it gives back. */
export type RenderJob =
  | { readonly make: 'letterPdf' | 'letterDocx' | 'letterPreview' | 'letterLost'; readonly letter: Letter }
  | {
      readonly make: 'sheetPdf' | 'sheetDocx';
      readonly sheet: AssignmentSheet;
      readonly language: Language;
    }
  | { readonly make: 'listPdf' | 'listDocx'; readonly paper: ListPaper }
  | { readonly make: 'reportPdf' | 'reportDocx'; readonly report: ReportPaper }
  | { readonly make: 'bookletPdf' | 'bookletDocx'; readonly book: Booklet };

export type RenderResult = Uint8Array | readonly string[];
