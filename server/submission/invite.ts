import type { BodyOf } from '#contract/endpoint.ts';
import type { inviteSigners } from '#contract/submission.ts';
import { refuse } from '#core/refusal.ts';
import type { SubmissionCommand } from '#core/submission/command.ts';
import type { HouseOf } from '../case/house.ts';
import { changeSubmission } from './change-submission.ts';
import { findInvitable } from './directory.views.ts';
import { openSubmission, type SubmissionScene } from './open-submission.ts';

/**
 * Invites people by name and everyone of some groups 代表团、界别, in one transaction. Whoever is invited already is
 * passed over; it is refused when nobody new is left.
 */
export const inviteTo = async (
  houseOf: HouseOf,
  scene: SubmissionScene,
  id: number,
  { personIds, groups, role, until }: BodyOf<typeof inviteSigners>,
) => {
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  const open = await openSubmission(houseOf, scene, id, 'hold');
  if (open === null) return { ok: false, refusal: refuse('not-found') } as const;
  const { organId } = open.submission;
  const named = await findInvitable(tx, j, organId, { ids: personIds });
  if (named.length < new Set(personIds).size)
    return { ok: false, refusal: refuse('not-found', {}, 'personIds') } as const;
  const command = (ids: readonly number[], group: string | null): SubmissionCommand => ({
    type: 'invite',
    personIds: ids,
    role,
    group,
    until: until === null ? null : new Date(until).toISOString(),
  });
  const commands = personIds.length === 0 ? [] : [command(personIds, null)];
  for (const group of new Set(groups)) {
    const people = await findInvitable(tx, j, organId, { groups: [group] });
    commands.push(
      command(
        people.map((person) => person.id),
        group,
      ),
    );
  }
  let done: Awaited<ReturnType<typeof changeSubmission>> | null = null;
  for (const one of commands) {
    const made = await changeSubmission(houseOf, scene, id, one, null);
    if (made.ok) done = made;
    else if (made.refusal.code !== 'invited-already') return made;
  }
  return done ?? ({ ok: false, refusal: refuse('invited-already', {}, 'personIds') } as const);
};
