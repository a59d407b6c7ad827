import type { ResponseOf } from '#contract/endpoint.ts';
import type { writingForms } from '#contract/submission.ts';
import type { Finding } from './use-findings.ts';
import type { Writing } from './writing.ts';

export type WritingForm = ResponseOf<typeof writingForms>['items'][number];
export type UnitName = ResponseOf<typeof writingForms>['units'][number];

/** What every step of writing gets. */
export type StepProps = {
  readonly writing: Writing;
  readonly change: (writing: Writing) => void;
  /** Null: nobody has looked at the text yet. */
  readonly findings: readonly Finding[] | null;
  /** Null: not known without a connection. */
  readonly form: WritingForm | null;
  readonly limits: WritingForm['limits'] | null;
  readonly units: readonly UnitName[];
};
