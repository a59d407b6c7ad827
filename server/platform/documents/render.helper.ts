/** Draws one job after another, so that the server's own process stays free. */
import process from 'node:process';
import type { LocalDate } from '#core/words.ts';
import { assignmentSheetDocxOf } from './assignment-sheet-docx.ts';
import { assignmentSheetView } from './assignment-sheet-view.ts';
import { bookletDocxOf } from './booklet-docx.ts';
import { letterDocxOf } from './letter-docx.ts';
import { letterView } from './letter-view.ts';
import { listPaperDocxOf } from './list-paper-docx.ts';
import { plainData } from './plain-text.ts';
import { serveOrders } from '../helper/serve-orders.ts';
import type { RenderJob, RenderResult } from './render-job.ts';
import { reportDocxOf } from './report-docx.ts';
import { createTypstRenderer } from './typst-renderer.ts';

/** The folder of the agency's own fonts, if there is one. */
const [, , fontFolder] = process.argv;
const typst = createTypstRenderer(fontFolder);

/** An issued paper carries its own date, so that making it again gives the same bytes; a draft is made now. */
const madeAt = (date: LocalDate | null): Date =>
  date === null ? new Date() : new Date(`${date}T00:00:00+08:00`);

const render = async (job: RenderJob): Promise<RenderResult> => {
  switch (job.make) {
    case 'letterPdf':
      return typst.pdf('reply-letter', letterView(job.letter), madeAt(job.letter.signature.date));
    case 'letterDocx':
      return letterDocxOf(letterView(job.letter));
    case 'letterPreview':
      return typst.svg('reply-letter', letterView(job.letter));
    case 'letterLost':
      return typst.lost(letterView(job.letter));
    case 'sheetPdf': {
      const view = assignmentSheetView(job.sheet, job.language);
      return typst.pdf('assignment-sheet', view, madeAt(job.sheet.assignedOn));
    }
    case 'sheetDocx':
      return assignmentSheetDocxOf(assignmentSheetView(job.sheet, job.language));
    case 'listPdf':
      return typst.pdf('list-paper', plainData(job.paper), madeAt(job.paper.on));
    case 'listDocx':
      return listPaperDocxOf(plainData(job.paper));
    case 'reportPdf':
      return typst.pdf('report', plainData(job.report), madeAt(job.report.on));
    case 'reportDocx':
      return reportDocxOf(plainData(job.report));
    case 'bookletPdf':
      return typst.pdf('booklet', plainData(job.book), madeAt(job.book.on));
    case 'bookletDocx':
      return bookletDocxOf(plainData(job.book));
    default:
      return job satisfies never;
  }
};

serveOrders(render);
