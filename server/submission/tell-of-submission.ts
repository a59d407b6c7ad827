import { doerOf } from '#core/access.ts';
import { readableSubmission } from '#core/submission/may-read.ts';
import {
  noticesForSubmission,
  type SubmissionNotice,
  type SubmissionNoticeKind,
} from '#core/submission/notify.ts';
import type { Submission, SubmissionEvent } from '#core/submission/submission.ts';
import { tellPeople } from '../notice/tell.store.ts';
import { namesOfPeople, officeOf } from './directory.views.ts';
import type { OpenSubmission, SubmissionScene } from './open-submission.ts';
import { reviewersOf } from './reviewers.ts';

/** Whom a notice reaches, and what it says to them. */
const addressed = async (
  scene: SubmissionScene,
  open: Pick<OpenSubmission, 'intake' | 'authorGroup'>,
  notice: SubmissionNotice,
  after: Submission,
): Promise<{ readonly kind: SubmissionNoticeKind; readonly people: readonly number[] }> => {
  const office = () => officeOf(scene.tx, scene.actor.jurisdictionId, after.organId);
  if (notice.to === 'office') return { kind: notice.kind, people: await office() };
  if (notice.to !== 'reviewers') return { kind: notice.kind, people: notice.to };
  const reviewers = await reviewersOf(scene, open, after);
  return reviewers.length > 0
    ? { kind: notice.kind, people: reviewers }
    : { kind: notice.ifNobody, people: await office() };
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
  const notices = noticesForSubmission(event, before, after, open.intake);
  const named = await namesOfPeople(
    tx,
    actor.jurisdictionId,
    notices.flatMap((notice) => ('of' in notice && notice.of !== undefined ? [notice.of] : [])),
  );
  // Offices hear of what they may read, not of what its author is working on.
  const atOffice = titled(readableSubmission(after, new Set(['organ-office'])).text.title);
  for (const notice of notices) {
    const who = 'of' in notice ? named.find(({ id }) => id === notice.of) : undefined;
    const { kind, people } = await addressed(scene, open, notice, after);
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
          data: {
            ...(typeof notice.to === 'string' ? atOffice : titled(after.text.title)),
            ...(who === undefined ? {} : { who }),
          },
        })),
    );
  }
};
