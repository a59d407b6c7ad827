/** Which due dates a change of the calendar or of the rules would move: every open matter, computed with both. */
import type { Assignment } from '#core/assignment/assignment.ts';
import type { CaseFile } from '#core/case/case-file.ts';
import { extensionDecisionDue, handBackDue } from '#core/case/due.ts';
import type { DueDate } from '#core/clock/deadline.ts';
import { changeOverlay, overlayCalendar } from '#core/clock/overlay-calendar.ts';
import type { DutyKind } from '#core/ruleset.ts';
import type { LocalDate } from '#core/words.ts';
import { presets } from '#rulesets/preset.ts';
import { dueDatesOf, type Moved, movedAfterReply, movedDates } from '../case/due-dates.ts';
import { type HouseWithOverlay, readHouse, shippedCalendar } from '../case/house.store.ts';
import { loadCases } from '../case/load-case.store.ts';
import { followedClasses, openMatters } from '../case/recompute.store.ts';
import type { Db } from '../platform/db/database.ts';
import type { Job } from '../platform/jobs.ts';
import type { Clock } from '../platform/moment.ts';
import { insertMoves, lockProposal, type ProposedChange, updateProposal } from './calendar.store.ts';
import { movesJob } from './propose-calendar.ts';

type After = Pick<CaseFile, 'ruleset' | 'calendar'>;

const batch = 500;

type BesideOwed = (file: CaseFile, duty: Assignment) => DueDate | null;

/** Dates that people act upon beside what a duty owes: until when a unit may hand back, and its request is decided. */
const besideOwed = {
  handBack: (file, duty) =>
    duty.state === 'assigned' || duty.state === 'signed' ? handBackDue(file, duty) : null,
  decideExtension: extensionDecisionDue,
} as const satisfies Readonly<Partial<Record<DutyKind, BesideOwed>>>;

/** Which of them would move. A window for handing back that is closed either way is left out. */
const movedBeside = (file: CaseFile, after: CaseFile, today: LocalDate): readonly Moved[] =>
  file.duties.flatMap((duty) =>
    (['handBack', 'decideExtension'] as const).flatMap((kind) => {
      const dateIn = (one: CaseFile) => besideOwed[kind](one, duty)?.date ?? null;
      const [from, to] = [dateIn(file), dateIn(after)];
      const over = kind === 'handBack' && (from ?? '') < today && (to ?? '') < today;
      return from === to || over
        ? []
        : [{ matterId: file.matter.id, assignmentId: duty.id, duty: kind, from, to }];
    }),
  );

/** The ruleset and calendar as they would be. */
const houseAfter = ({ ruleset: now, overlay }: HouseWithOverlay, change: ProposedChange): After => {
  const ruleset = change.kind === 'ruleset' ? presets[change.preset] : now;
  const laid = change.kind === 'ruleset' ? overlay : changeOverlay(overlay, change);
  return { ruleset, calendar: overlayCalendar(shippedCalendar(ruleset), laid) };
};

const movesOf = (file: CaseFile, house: After, today: LocalDate): readonly Moved[] => {
  const after = { ...file, ...house };
  const [then, next] = [dueDatesOf(file), dueDatesOf(after)];
  return [
    ...movedDates(file.matter.id, then, next),
    ...movedAfterReply(file.matter.id, then, next),
    ...movedBeside(file, after, today),
  ];
};

/** One batch with its progress, in one transaction, so that a killed worker goes on where it stood. True: more. */
const step = (db: Db, j: number, id: number, clock: Clock): Promise<boolean> =>
  db.write(j, async (tx) => {
    const proposal = await lockProposal(tx, j, id);
    if (proposal === null || proposal.state !== 'counting' || proposal.change === null)
      return { keep: false, value: false };
    const house = await readHouse(tx, j);
    const after = houseAfter(house, proposal.change);
    const followed = followedClasses(house.ruleset, after.ruleset);
    const ids = await openMatters(tx, j, followed, proposal.cursor, batch);
    const files = [...(await loadCases(tx, house, j, ids))].sort((a, b) => a.matter.id - b.matter.id);
    const at = clock();
    const moved = files.flatMap((file) => movesOf(file, after, at.date));
    await insertMoves(tx, j, id, proposal.movedMatters + proposal.movedDuties, moved);
    const matters = moved.filter(({ assignmentId }) => assignmentId === null).length;
    const more = ids.length === batch;
    await updateProposal(tx, j, {
      ...proposal,
      state: more ? 'counting' : 'counted',
      cursor: ids.at(-1) ?? proposal.cursor,
      done: proposal.done + ids.length,
      movedMatters: proposal.movedMatters + matters,
      movedDuties: proposal.movedDuties + moved.length - matters,
      countedAt: more ? null : at.instant,
    });
    return { keep: true, value: more };
  });

/** Counts to the end from where it stands; safe to be killed and run again. */
export const countMoves = async (
  db: Db,
  jurisdictionId: number,
  proposalId: number,
  clock: Clock,
  signal?: AbortSignal,
): Promise<void> => {
  while (await step(db, jurisdictionId, proposalId, clock)) signal?.throwIfAborted();
};

type Payload = { readonly jurisdictionId: number; readonly proposalId: number };

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' &&
  value !== null &&
  'jurisdictionId' in value &&
  'proposalId' in value &&
  typeof value.jurisdictionId === 'number' &&
  typeof value.proposalId === 'number';

const giveUp = (db: Db, { jurisdictionId: j, proposalId }: Payload): Promise<void> =>
  db.write(j, async (tx) => {
    const proposal = await lockProposal(tx, j, proposalId);
    if (proposal?.state === 'counting') await updateProposal(tx, j, { ...proposal, state: 'failed' });
    return { keep: true, value: undefined };
  });

export const calendarJobs = (db: Db, clock: Clock): readonly Job[] => [
  {
    name: movesJob,
    run: async (payload, { signal, last }) => {
      if (!isPayload(payload)) throw new Error('A list of moved dates without its change');
      try {
        await countMoves(db, payload.jurisdictionId, payload.proposalId, clock, signal);
      } catch (fault) {
        if (last) await giveUp(db, payload);
        throw fault;
      }
    },
  },
];
