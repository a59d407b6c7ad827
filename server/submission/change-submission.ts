import { refuse } from '#core/refusal.ts';
import type { SubmissionCommand } from '#core/submission/command.ts';
import { decideSubmission, permitSubmission } from '#core/submission/decide.ts';
import { evolveSubmission } from '#core/submission/evolve.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import { sessionOn } from '#core/submission/session.ts';
import {
  filesOf,
  type HandingIn,
  type Submission,
  type SubmissionEvent,
} from '#core/submission/submission.ts';
import type { HouseOf } from '../case/house.ts';
import { takeUpFiles } from '../case/take-up-files.store.ts';
import { nextInSeries } from '../platform/number-series.store.ts';
import { sessionsOf } from './directory.views.ts';
import { journalSubmission } from './journal-submission.ts';
import { type OpenSubmission, openSubmission, type SubmissionScene } from './open-submission.ts';
import { saveSubmission } from './submission.store.ts';
import { tellOfSubmission } from './tell-of-submission.ts';

/** A command, or what makes one of the submission as it stands when it is held. */
export type SubmissionOrder = SubmissionCommand | ((submission: Submission) => SubmissionCommand);

const answerOf = ({ id, version, state, textNo, flowNo }: Submission) =>
  ({ ok: true, body: { id, version, state, textNo, flowNo } }) as const;

/** The files that a submission carries: attachments, pictures of its text, the page with the seal. */
const takeUp = (scene: SubmissionScene, before: Submission | null, after: Submission): Promise<boolean> => {
  const had = new Set(before === null ? [] : filesOf(before));
  const added = filesOf(after).filter((id) => !had.has(id));
  return takeUpFiles(scene.tx, scene.actor, { submissionId: after.id }, added);
};

/**
 * What a submission gets when it is handed in. The flow number 流水号 counts an organ's submissions of a year without
 * gaps; its row is held until the commit, and a refusal gives it back. What was handed in on paper counts for the
 * session of that day.
 */
export const handingIn = async (
  { tx, actor, at }: SubmissionScene,
  { organId, paperOn }: Pick<Submission, 'organId' | 'paperOn'>,
  { collected }: Pick<IntakeOf, 'collected'>,
): Promise<HandingIn> => {
  const j = actor.jurisdictionId;
  const session = sessionOn(collected.daysBefore, await sessionsOf(tx, j, organId), paperOn ?? at.date);
  const year = at.date.slice(0, 4);
  const serial = await nextInSeries(tx, j, `flow:${organId}:${year}`);
  return {
    flowNo: `${year}-${String(serial).padStart(4, '0')}`,
    sessionId: session?.sessionId ?? null,
    inSession: session?.inSession ?? false,
  };
};

const commandOf = async (
  scene: SubmissionScene,
  order: SubmissionOrder | { readonly type: 'handIn'; readonly confirmed: readonly string[] },
  { submission, context, intake }: OpenSubmission,
): Promise<SubmissionCommand> => {
  if (typeof order === 'function') return order(submission);
  if (order.type !== 'handIn') return order;
  const { flowNo, sessionId, inSession } = submission;
  const known = { flowNo: flowNo ?? '', sessionId, inSession: inSession ?? false };
  const draws = flowNo === null && permitSubmission('submit', submission, context) === null;
  const given = draws ? await handingIn(scene, submission, intake) : known;
  return { type: 'submit', confirmed: order.confirmed, ...given };
};

/** Writes what was decided: the row, its files, the journal, the notices. */
export const keepEvents = async (
  scene: SubmissionScene,
  open: OpenSubmission,
  command: string,
  events: readonly SubmissionEvent[],
): Promise<
  ReturnType<typeof answerOf> | { readonly ok: false; readonly refusal: ReturnType<typeof refuse> }
> => {
  const before = open.submission;
  if (events.length === 0) return answerOf(before);
  const states = events.reduce<readonly Submission[]>(
    (all, event) => [...all, evolveSubmission(all.at(-1) ?? before, event)],
    [],
  );
  const after = states.at(-1) ?? before;
  if (!(await takeUp(scene, before, after))) return { ok: false, refusal: refuse('file-not-yours') };
  saveSubmission(scene.tx, scene.actor.jurisdictionId, before, after, scene.at.instant);
  await journalSubmission(scene, after, command, events);
  for (const [index, event] of events.entries())
    await tellOfSubmission(scene, open, event, states[index - 1] ?? before, states[index] ?? after);
  return answerOf({ ...after, version: before.version + 1 });
};

/**
 * The door of every command on a submission: holds it, asks the core, writes. `version`: that of `If-Match`; null
 * where several people act at once on their own account (signing), guarded by the text's number.
 */
export const changeSubmission = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  id: number,
  order: SubmissionOrder | { readonly type: 'handIn'; readonly confirmed: readonly string[] },
  version: number | null,
) => {
  const open = await openSubmission(houseOf, scene, id, 'hold');
  if (open === null) return { ok: false, refusal: refuse('not-found') } as const;
  const { submission } = open;
  if (version !== null && submission.version !== version) {
    const theirs = JSON.stringify(submission.text);
    return { ok: false, refusal: refuse('stale', { current: submission.version, theirs }) } as const;
  }
  const command = await commandOf(scene, order, open);
  const decision = decideSubmission(command, submission, open.context);
  if (!decision.ok) return decision;
  return keepEvents(scene, open, command.type, decision.events);
};
