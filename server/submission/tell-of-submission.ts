import { doerOf } from '#core/access.ts';
import { readableSubmission } from '#core/submission/may-read.ts';
import { noticesForSubmission } from '#core/submission/notify.ts';
import { nextStep } from '#core/submission/standing.ts';
import type { Submission, SubmissionEvent } from '#core/submission/submission.ts';
import { tellPeople } from '../notice/tell.store.ts';
import { lookersAt, officeOf } from './directory.views.ts';
import type { OpenSubmission, SubmissionScene } from './open-submission.ts';

const reviewersOf = async (
  { tx, actor }: SubmissionScene,
  { intake, authorGroup }: Pick<OpenSubmission, 'intake' | 'authorGroup'>,
  submission: Submission,
): Promise<readonly number[]> => {
  const j = actor.jurisdictionId;
  const { organId, panelId } = submission;
  switch (nextStep(submission, intake)?.by) {
    case 'group':
      return lookersAt(tx, j, organId, { group: authorGroup });
    case 'panel':
      return panelId === null ? [] : lookersAt(tx, j, organId, { panelId });
    case 'organ-office':
      return officeOf(tx, j, organId);
    case undefined:
      return [];
  }
};

/** Tells everyone concerned of one event, and nobody of his own act. */
export const tellOfSubmission = async (
  scene: SubmissionScene,
  open: Pick<OpenSubmission, 'intake' | 'authorGroup'>,
  event: SubmissionEvent,
  before: Submission,
  after: Submission,
): Promise<void> => {
  const { tx, actor, at } = scene;
  const himself = [actor.personId, doerOf(actor).personId];
  const titled = (title: string) => ({ submission: { id: after.id, title } });
  // Offices hear of what they may read, not of what its author is working on.
  const atOffice = titled(readableSubmission(after, new Set(['organ-office'])).text.title);
  for (const { kind, to } of noticesForSubmission(event, before, after)) {
    const people =
      to === 'office'
        ? await officeOf(tx, actor.jurisdictionId, after.organId)
        : to === 'reviewers'
          ? await reviewersOf(scene, open, after)
          : to;
    tellPeople(
      tx,
      actor.jurisdictionId,
      at.instant,
      [...new Set(people)]
        .filter((personId) => !himself.includes(personId))
        .map((personId) => ({
          personId,
          kind,
          matterId: null,
          data: typeof to === 'string' ? atOffice : titled(after.text.title),
        })),
    );
  }
};
