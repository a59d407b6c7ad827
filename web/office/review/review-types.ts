import type { ResponseOf } from '#contract/endpoint.ts';
import type { reviewChecks, reviewDesk, reviewWords } from '#contract/review.ts';
import type { getSubmission } from '#contract/submission.ts';

export type DeskRow = ResponseOf<typeof reviewDesk>['items'][number];
export type ReviewOrgan = ResponseOf<typeof reviewWords>['organs'][number];
export type SubmissionOnPage = ResponseOf<typeof getSubmission>;
export type ReviewCheck = (typeof reviewChecks)[number];
