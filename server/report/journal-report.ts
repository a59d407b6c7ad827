import { record } from '../platform/commit.ts';
import type { ReportScene } from './figure-reader.ts';

/** One entry of the report's own stream; of a text only what was decided about it, never the text. */
export const journalReport = (
  { tx, actor, at }: ReportScene,
  id: number,
  command: string,
  event: object,
): Promise<number> =>
  record(tx, actor, at, {
    stream: `report:${id}`,
    command: `report.${command}`,
    matterId: null,
    data: [{ on: 'report', id, event }],
  });
