import { createHash } from 'node:crypto';
import type { Submission, SubmissionEvent } from '#core/submission/submission.ts';
import { record } from '../platform/commit.ts';
import { canonical } from '../platform/journal.ts';
import type { SubmissionScene } from './open-submission.ts';

const hashOf = (text: unknown): string => createHash('sha256').update(canonical(text)).digest('hex');

/** A draft is its author's own: the journal proves its text by a hash and does not repeat it. */
const entryOf = (event: SubmissionEvent, after: Submission): unknown => {
  switch (event.type) {
    case 'submissionStarted': {
      const { kind, organId, authorId, enteredById, text, signers } = event.submission;
      return { type: event.type, kind, organId, authorId, enteredById, textHash: hashOf(text), signers };
    }
    case 'textChanged':
      return { type: event.type, textNo: event.textNo, until: event.until, textHash: hashOf(event.text) };
    case 'submitted':
      return { ...event, textNo: after.textNo, textHash: hashOf(after.text) };
    default:
      return event;
  }
};

/** Journals what happened in the submission's own stream; the matter that it may become has another. */
export const journalSubmission = async (
  { tx, actor, at }: SubmissionScene,
  after: Submission,
  command: string,
  events: readonly SubmissionEvent[],
): Promise<void> => {
  await record(tx, actor, at, {
    stream: `submission:${after.id}`,
    command: `submission.${command}`,
    matterId: null,
    data: events.map((event) => ({ on: 'submission', id: after.id, event: entryOf(event, after) })),
  });
};
