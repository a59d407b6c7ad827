/** A government's annual report, as the product makes it: begun from its template with its numbers, and drawn as papers. */
import process from 'node:process';
import * as endpoints from '#contract/report.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { caseDoor } from '#server/case/door.ts';
import { houseReader } from '#server/case/house.store.ts';
import { figuresForReports } from '#server/figures/figures-for-reports.ts';
import type { FactMemory } from '#server/figures/memory/fact-memory.ts';
import { bytesOf, type FileAnswer } from '#server/platform/answer.ts';
import type { Db } from '#server/platform/db/database.ts';
import { reportDocx, reportPdf } from '#server/platform/documents/documents.ts';
import { momentOf } from '#server/platform/moment.ts';
import { writeWorkbook } from '#server/platform/workbook/write-workbook.ts';
import { reportRoutes } from '#server/report/report.routes.ts';
import { lastYear } from './figure-draws.ts';

/** Milliseconds of each step; `own`: processor time of this process over all of them, without the helpers that draw. */
export type DrawnReport = {
  readonly begun: number;
  readonly docx: number;
  readonly pdf: number;
  readonly all: number;
  readonly own: number;
  readonly kilobytes: { readonly docx: number; readonly pdf: number };
};

/** Begins a report of the last year with its comparisons, and draws both papers of it. Nothing of it stays. */
export const drawReport = async (
  { db, j, memory }: { readonly db: Db; readonly j: number; readonly memory: FactMemory },
  who: { readonly personId: number; readonly organId: number },
): Promise<DrawnReport> => {
  const door = caseDoor(houseReader());
  const routes = reportRoutes(
    { door, reader: figuresForReports(door.houseOf, memory) },
    { pdf: reportPdf, docx: reportDocx, workbook: writeWorkbook, publicUrl: 'https://luoshi.example' },
  );
  const call = async (endpoint: Endpoint, given: object): Promise<unknown> => {
    const found = routes.find((one) => one.endpoint.id === endpoint.id);
    const answered = await found?.handle({ params: {}, query: {}, body: {}, ...given } as never);
    if (answered?.ok !== true) throw new Error(`${endpoint.id}: ${JSON.stringify(answered)}`);
    return answered.body;
  };
  const cpu = process.cpuUsage();
  const times: number[] = [];
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    times.push(Math.round(performance.now() - began));
    return value;
  };
  const sizes = await db.write(j, async (tx) => {
    const actor = {
      jurisdictionId: j,
      personId: who.personId,
      name: '督查员',
      grants: [{ role: 'supervisor' as const }],
      via: 'session' as const,
    };
    const scene = { tx, actor, at: momentOf(new Date(`${lastYear + 1}-06-01T00:00:00Z`)) };
    const body = {
      kind: 'congressAnnual',
      period: { kind: 'year', year: lastYear },
      ofId: who.organId,
      asOf: `${lastYear + 1}-03-01`,
      language: 'zh',
    };
    const begun = await timed(() => call(endpoints.startReport, { ...scene, body }));
    const { id } = begun as { readonly id: number };
    const draw = (format: 'docx' | 'pdf'): Promise<Uint8Array> =>
      timed(async () => {
        const file = await call(endpoints.reportFile, {
          ...scene,
          params: { reportId: id },
          query: { format },
        });
        return bytesOf(file as FileAnswer);
      });
    const [docx, pdf] = [await draw('docx'), await draw('pdf')];
    return { keep: false, value: { docx: docx.length, pdf: pdf.length } };
  });
  const { user, system } = process.cpuUsage(cpu);
  const [begun = 0, docx = 0, pdf = 0] = times;
  return {
    begun,
    docx,
    pdf,
    all: begun + docx + pdf,
    own: Math.round((user + system) / 1000),
    kilobytes: { docx: Math.round(sizes.docx / 1000), pdf: Math.round(sizes.pdf / 1000) },
  };
};
