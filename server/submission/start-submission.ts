import type { startSubmission as endpoint } from '#contract/submission.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import { doerOf } from '#core/access.ts';
import { takeUpFiles } from '../case/take-up-files.store.ts';
import { type AnyRefusal } from '../platform/problem.ts';
import { refuse } from '#core/refusal.ts';
import { beginSubmission } from '#core/submission/blank.ts';
import { picturesOf } from '#core/submission/rich-text.ts';
import type { SubmissionForm, SubmissionText } from '#core/submission/submission.ts';
import { findInvitable, findOrgans, organsOfProposer, type OrganRow } from './directory.views.ts';
import { journalSubmission } from './journal-submission.ts';
import type { SubmissionScene } from './open-submission.ts';
import { insertSubmission } from './submission.store.ts';

export const kindOf = { congress: 'suggestion', cppcc: 'proposal' } as const;

/** The organs whose office this is. */
export const officesOf = ({ actor }: Pick<SubmissionScene, 'actor'>): readonly number[] =>
  actor.grants.flatMap(({ role, organId }) =>
    (role === 'congress-office' || role === 'cppcc-office') && organId !== undefined ? [organId] : [],
  );

/** Whether the actor may begin one for this author at this organ; answers with the organ. */
const organFor = async (
  scene: SubmissionScene,
  organId: number,
  authorId: number | null,
): Promise<{ readonly organ: OrganRow } | { readonly refusal: AnyRefusal }> => {
  const { tx, actor } = scene;
  const j = actor.jurisdictionId;
  if (authorId === null || authorId === actor.personId) {
    // What someone writes as a proposer is his alone.
    const own = actor.actingBy === undefined ? await organsOfProposer(tx, j, actor.personId) : [];
    const organ = own.find(({ id }) => id === organId);
    return organ === undefined ? { refusal: refuse('organ-unknown', {}, 'organId') } : { organ };
  }
  const [organ] = officesOf(scene).includes(organId) ? await findOrgans(tx, j, [organId]) : [];
  if (organ === undefined) return { refusal: refuse('organ-unknown', {}, 'organId') };
  const [author] = await findInvitable(tx, j, organId, { ids: [authorId] });
  return author === undefined
    ? { refusal: refuse('author-unknown', { name: String(authorId) }, 'authorId') }
    : { organ };
};

/** Begins a draft: one's own, or for a named author of the organ whose office one is (代录). */
export const startSubmission = async (scene: SubmissionScene, body: BodyOf<typeof endpoint>) => {
  const { tx, actor, at } = scene;
  const j = actor.jurisdictionId;
  const found = await organFor(scene, body.organId, body.authorId);
  if ('refusal' in found) return { ok: false, refusal: found.refusal } as const;
  const authorId = body.authorId ?? actor.personId;
  const text = body.text as SubmissionText | undefined;
  const form = body.form as SubmissionForm | undefined;
  const submission = beginSubmission({
    kind: kindOf[found.organ.kind],
    organId: body.organId,
    authorId,
    enteredById: authorId === actor.personId ? null : doerOf(actor).personId,
    ...(text === undefined ? {} : { text }),
    ...(form === undefined ? {} : { form }),
  });
  const id = await insertSubmission(tx, j, submission, at.instant);
  const pictures = [...picturesOf(submission.text.facts), ...picturesOf(submission.text.analysis)];
  if (!(await takeUpFiles(tx, actor, { submissionId: id }, pictures)))
    return { ok: false, refusal: refuse('file-not-yours') } as const;
  const begun = { ...submission, id, version: 1 };
  await journalSubmission(scene, begun, 'start', [{ type: 'submissionStarted', submission }]);
  const { state, textNo } = begun;
  return { ok: true, body: { id, version: 1, state, textNo } } as const;
};
