/** What the demo's units did after their replies: most publications and promises are recorded, some are still to be done. */
import type { AfterReplyCommand } from '#core/assignment/after-reply.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { DemoMatter } from '../../demo/demo.ts';
import { deliveredPhrases, progressPhrases } from '../../demo/phrases/follow-up-phrases.ts';
import { writeAct } from '../case/act-on-case.ts';
import type { Tx } from '../platform/db/database.ts';
import { type DemoIds, instantOf } from './replay.ts';

/** From the letter to its publication. */
const daysUntilPublic = 6;
const place = '云川市人民政府网站建议提案办理栏目';

/** Between a letter and the first report on what it promised, and between reports; the rule asks within six months. */
const daysUntilReport = 160;

const later = (local: string, days: number): string => `${addDays(local.slice(0, 10), days)}T10:00`;

/** A number that hangs on the matter alone, to spread what happens. */
const numberOf = ({ caseNo }: DemoMatter): number => Number(caseNo);

/** Every seventh is left for the unit's office to do. */
const isLeftToPublish = (matter: DemoMatter): boolean => numberOf(matter) % 7 === 0;

/** With which report a promise is kept: most with the first or second, some never; null: nobody has reported. */
const keptWith = (matter: DemoMatter): number | null => {
  const draw = numberOf(matter) % 10;
  if (draw === 9) return null;
  if (draw === 8) return Number.POSITIVE_INFINITY;
  return draw < 4 ? 1 : draw < 7 ? 2 : 3;
};

/** Something done after a letter, dated by itself. */
type Done = { readonly at: string; readonly command: AfterReplyCommand };

const publication = (issuedAt: string): Done => {
  const at = later(issuedAt, daysUntilPublic);
  return { at, command: { type: 'recordDisclosure', on: at.slice(0, 10), place, reason: '' } };
};

const reports = (issuedAt: string, matter: DemoMatter, today: string): Done[] => {
  const kept = keptWith(matter);
  const done: Done[] = [];
  if (kept === null) return done;
  for (let turn = 1; turn <= kept; turn += 1) {
    const at = later(issuedAt, daysUntilReport * turn);
    if (at.slice(0, 10) >= today) return done;
    const settled = turn === kept;
    const phrases = settled ? deliveredPhrases : progressPhrases;
    const text = phrases[(numberOf(matter) + turn) % phrases.length] ?? '';
    done.push({ at, command: { type: 'recordFollowUp', on: at.slice(0, 10), text, settled } });
  }
  return done;
};

/**
 * Records where the letters of a matter were published and what became of their promises. Each record follows the matter's
 * last step, and what would lie in the future is left out. Throws when a rule refuses it: that is a fault of the data.
 */
export const recordAfterReplies = async (
  tx: Tx,
  played: CaseFile,
  matter: DemoMatter,
  ids: DemoIds,
  today: string,
): Promise<void> => {
  const last = matter.steps.at(-1);
  if (last === undefined || last.act === 'withdraw') return;
  let file = played;
  for (const duty of played.duties) {
    const unit = [...ids.units].find(([, id]) => id === duty.unitId)?.[0];
    const issued = matter.steps.findLast(
      (step) => step.act === 'issue' && step.unit === unit && step.round === duty.round,
    );
    const actor = issued === undefined ? undefined : ids.actors.get(issued.actor);
    const reply = played.replies.find((one) => one.assignmentId === duty.id && one.round === duty.round);
    if (issued === undefined || actor === undefined || duty.state !== 'answered') continue;
    const promises = played.ruleset.resultClasses.some(
      ({ code, followUp }) => followUp && code === reply?.content.resultClass,
    );
    const published = reply?.content.disclosure === 'proactive' && !isLeftToPublish(matter);
    for (const { at, command } of [
      ...(published ? [publication(issued.at)] : []),
      ...(promises ? reports(issued.at, matter, today) : []),
    ]) {
      const then = last.at > at ? later(last.at, 1) : at;
      if (then.slice(0, 10) >= today) continue;
      const told = { on: 'assignment', id: duty.id, command } as const;
      const acted = await writeAct(tx, actor, instantOf(then), file, told, ids.facts);
      if (!acted.ok) throw new Error(`Demo matter ${matter.caseNo}: ${JSON.stringify(acted.refusal)}`);
      file = acted.file;
    }
  }
};
