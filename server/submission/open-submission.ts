import type { Actor } from '#core/access.ts';
import { addDays } from '#core/clock/calendar.ts';
import type { IntakeOf } from '#core/intake-rules.ts';
import type { SubmissionContext } from '#core/submission/command.ts';
import { standingsOnSubmission } from '#core/submission/standing.ts';
import { readableSubmission } from '#core/submission/may-read.ts';
import { filesOf, type Submission } from '#core/submission/submission.ts';
import type { Moment } from '#core/words.ts';
import type { HouseOf } from '../case/house.ts';
import type { Tx } from '../platform/db/database.ts';
import { instantAt } from '../platform/moment.ts';
import { lookerAt } from './directory.views.ts';
import { findCarriers, loadSubmission, loadSubmissions, type StoredSubmission } from './submission.store.ts';

export type SubmissionScene = { readonly tx: Tx; readonly actor: Actor; readonly at: Moment };

export type OpenSubmission = {
  readonly submission: Submission;
  readonly authorGroup: string;
  readonly intake: IntakeOf;
  readonly context: SubmissionContext;
};

/** What a decision on a submission looks at. */
const contextOf = (
  { actor, at }: SubmissionScene,
  intake: IntakeOf,
  { standings, matterOver }: Pick<SubmissionContext, 'standings' | 'matterOver'>,
): SubmissionContext => ({
  at,
  actorId: actor.personId,
  standings,
  matterOver,
  intake,
  invitationsEnd: instantAt({ date: addDays(at.date, intake.coSigning.openDays), time: '23:59' }),
});

/** Submissions as the actor meets them, without those that are none of his business (law 12). */
const asMet = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  stored: readonly StoredSubmission[],
): Promise<readonly OpenSubmission[]> => {
  if (stored.length === 0) return [];
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  const { ruleset } = await houseOf(tx, j);
  const organIds = stored.map(({ submission }) => submission.organId);
  const lookers = await lookerAt(tx, j, organIds, actor.personId);
  return stored.flatMap(({ submission, authorGroup, matterOver }) => {
    const intake = ruleset.intake[submission.kind];
    const looker = lookers.get(submission.organId) ?? { groups: [], panelIds: [] };
    const standings = standingsOnSubmission(actor, submission, intake, looker, authorGroup);
    return standings.size === 0
      ? []
      : [{ submission, authorGroup, intake, context: contextOf(scene, intake, { standings, matterOver }) }];
  });
};

/** The submission as the actor meets it; null: absent, or none of his business (law 12). `hold`: for a command. */
export const openSubmission = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  id: number,
  how: 'hold' | 'look',
): Promise<OpenSubmission | null> => {
  const stored = await loadSubmission(scene.tx, scene.actor.jurisdictionId, id, how);
  const [open] = await asMet(houseOf, scene, stored === null ? [] : [stored]);
  return open ?? null;
};

/** The same for a list: as many statements for thirty as for one. */
export const openSubmissions = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  ids: readonly number[],
): Promise<readonly OpenSubmission[]> =>
  asMet(houseOf, scene, await loadSubmissions(scene.tx, scene.actor.jurisdictionId, ids));

/** Whether somebody opens the files with which a matter was filed, as he meets it in that one or in its main one. */
export type ReadsFiled = (tx: Tx, actor: Actor, throughId: number, filedId: number) => Promise<boolean>;

/**
 * Whether somebody may open a file that a submission took up. Its author opens any; whoever else reads the submission,
 * or a part that it was split into, opens what stands in what he reads; whoever works on the matter that it became, or
 * on the one with which that is handled, and its own proposers open what was filed. What was taken out of the draft is
 * in none of them.
 */
export const opensSubmissionFile =
  (houseOf: HouseOf, at: () => Moment, readsFiled: ReadsFiled) =>
  async (tx: Tx, actor: Actor, ownerId: number, fileId: number): Promise<boolean> => {
    const j = actor.jurisdictionId;
    const scene = { tx, actor, at: at() };
    for (const { id, matterId, mainId } of await findCarriers(tx, j, ownerId)) {
      const open = await openSubmission(houseOf, scene, id, 'look');
      if (open !== null) {
        const { submission, context } = open;
        if (id === ownerId && context.standings.has('lead-proposer')) return true;
        if (filesOf(readableSubmission(submission, context.standings)).includes(fileId)) return true;
      }
      if (matterId === null) continue;
      const stored = await loadSubmission(tx, j, id, 'look');
      if (stored === null || !filesOf(stored.submission).includes(fileId)) continue;
      if (await readsFiled(tx, actor, matterId, matterId)) return true;
      if (mainId !== null && (await readsFiled(tx, actor, mainId, matterId))) return true;
    }
    return false;
  };
