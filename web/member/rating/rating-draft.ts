/** What a proposer has filled in so far, and what is still missing. The server checks all of it again. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getMatter } from '#contract/matter.ts';
import type { Level } from '../matter/matter-types.ts';

type OwnRating = ResponseOf<typeof getMatter>['ratings'][number];
type Verdict = NonNullable<OwnRating['verdict']>;
export type PointVerdict = Verdict['points'][number]['verdict'];
export type StoredDraft = OwnRating['draft'];

/** Length that the server takes of a reason. */
export const reasonLimit = 5_000;

export const pointVerdicts = [
  'done',
  'partly',
  'notDone',
  'notYet',
] as const satisfies readonly PointVerdict[];

/** An empty code: not chosen yet. Points that were not judged are absent. */
export type RatingDraft = {
  readonly attitude: string;
  readonly outcome: string;
  readonly reason: string;
  readonly points: readonly { readonly no: number; readonly verdict: PointVerdict }[];
};

/** What can be asked: the levels of the ruleset in force and the matter's points. */
export type Questions = { readonly levels: readonly Level[]; readonly pointNos: readonly number[] };

/** A stored draft as a form can show it: without levels and points that no longer exist. */
export const readDraft = (stored: StoredDraft, { levels, pointNos }: Questions): RatingDraft => {
  const known = (code: string | undefined): string =>
    code !== undefined && levels.some((level) => level.code === code) ? code : '';
  return {
    attitude: known(stored?.attitude),
    outcome: known(stored?.outcome),
    reason: stored?.reason ?? '',
    points: (stored?.points ?? []).filter(({ no }) => pointNos.includes(no)),
  };
};

export const verdictOf = ({ points }: RatingDraft, no: number): PointVerdict | null =>
  points.find((point) => point.no === no)?.verdict ?? null;

export const judgePoint = (draft: RatingDraft, no: number, verdict: PointVerdict): RatingDraft => ({
  ...draft,
  points: [...draft.points.filter((point) => point.no !== no), { no, verdict }].toSorted(
    (a, b) => a.no - b.no,
  ),
});

/** The levels chosen that demand another round of handling, each once, attitude before outcome. */
export const roundOpeners = (
  { attitude, outcome }: RatingDraft,
  levels: readonly Level[],
): readonly Level[] =>
  levels.filter(({ code, opensRound }) => opensRound && (code === attitude || code === outcome));

export type Gap =
  | { readonly what: 'point'; readonly no: number }
  | { readonly what: 'attitude' | 'outcome' | 'reason' };

/** What keeps the rating from being submitted, in the order of the questions. */
export const gapsOf = (draft: RatingDraft, { levels, pointNos }: Questions): readonly Gap[] => [
  ...pointNos.filter((no) => verdictOf(draft, no) === null).map((no): Gap => ({ what: 'point', no })),
  ...(draft.attitude === '' ? [{ what: 'attitude' } as const] : []),
  ...(draft.outcome === '' ? [{ what: 'outcome' } as const] : []),
  ...(roundOpeners(draft, levels).length > 0 && draft.reason.trim() === ''
    ? [{ what: 'reason' } as const]
    : []),
];

/** What is sent to be kept: only what was filled in. */
export const bodyOf = ({ attitude, outcome, reason, points }: RatingDraft) => ({
  ...(attitude === '' ? {} : { attitude }),
  ...(outcome === '' ? {} : { outcome }),
  reason,
  points: [...points],
});

/** What is sealed; the form lets nothing through that lacks a part. */
export const verdictToSeal = ({ attitude, outcome, reason, points }: RatingDraft): Verdict => ({
  attitude,
  outcome,
  reason: reason.trim(),
  points: [...points],
});

export type Question =
  /** Reading the reply, where there are no points to go by. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'point'; readonly no: number }
  | { readonly kind: 'attitude' }
  | { readonly kind: 'outcome' }
  | { readonly kind: 'reason' }
  | { readonly kind: 'review' };

/** One thing on a screen: each point, attitude, outcome, the reason, and a last look. */
export const questionsOf = (pointNos: readonly number[]): readonly Question[] => [
  ...(pointNos.length === 0
    ? [{ kind: 'answer' } as const]
    : pointNos.map((no) => ({ kind: 'point', no }) as const)),
  { kind: 'attitude' },
  { kind: 'outcome' },
  { kind: 'reason' },
  { kind: 'review' },
];

/** The step, counted from 1, where a gap is closed. */
export const stepOfGap = (gap: Gap, steps: readonly Question[]): number =>
  1 +
  steps.findIndex((step) =>
    gap.what === 'point' ? step.kind === 'point' && step.no === gap.no : step.kind === gap.what,
  );

/** Where to go on: the first gap, or the last look when there is none. */
export const firstOpenStep = (draft: RatingDraft, questions: Questions): number => {
  const steps = questionsOf(questions.pointNos);
  const [gap] = gapsOf(draft, questions);
  return gap === undefined ? steps.length : stepOfGap(gap, steps);
};
