/** What the demo's units did after their replies: most publications are recorded, some are still to be done. */
import type { CaseFile } from '#core/case/case-file.ts';
import type { DemoMatter } from '../../demo/demo.ts';
import { writeAct } from '../case/act-on-case.ts';
import type { Tx } from '../platform/db/database.ts';
import { type DemoIds, instantOf } from './replay.ts';

/** From the letter to its publication. */
const daysUntilPublic = 6;
const place = '云川市人民政府网站建议提案办理栏目';

const later = (local: string, days: number): string => {
  const day = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return `${day.toISOString().slice(0, 10)}T10:00`;
};

/** Every seventh is left for the unit's office to do. */
const isLeftToDo = ({ caseNo }: DemoMatter): boolean => Number(caseNo) % 7 === 0;

/**
 * Records where the letters of a matter were published. The record follows the matter's last step, and what would lie
 * in the future is left out. Throws when a rule refuses it: that is a fault of the data.
 */
export const publishReplies = async (
  tx: Tx,
  played: CaseFile,
  matter: DemoMatter,
  ids: DemoIds,
  today: string,
): Promise<void> => {
  const last = matter.steps.at(-1);
  if (last === undefined || last.act === 'withdraw' || isLeftToDo(matter)) return;
  let file = played;
  for (const duty of played.duties) {
    const unit = [...ids.units].find(([, id]) => id === duty.unitId)?.[0];
    const issued = matter.steps.findLast(
      (step) => step.act === 'issue' && step.unit === unit && step.round === duty.round,
    );
    const actor = issued === undefined ? undefined : ids.actors.get(issued.actor);
    const reply = played.replies.find((one) => one.assignmentId === duty.id && one.round === duty.round);
    if (issued === undefined || actor === undefined || duty.state !== 'answered') continue;
    if (reply?.content.disclosure !== 'proactive') continue;
    const publicAt = later(issued.at, daysUntilPublic);
    const at = last.at > publicAt ? later(last.at, 1) : publicAt;
    if (at.slice(0, 10) >= today) continue;
    const command = { type: 'recordDisclosure', on: publicAt.slice(0, 10), place, reason: '' } as const;
    const acted = await writeAct(
      tx,
      actor,
      instantOf(at),
      file,
      { on: 'assignment', id: duty.id, command },
      ids.facts,
    );
    if (!acted.ok) throw new Error(`Demo matter ${matter.caseNo}: ${JSON.stringify(acted.refusal)}`);
    file = acted.file;
  }
};
