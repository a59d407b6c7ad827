import type { Matter, Rating } from './matter-types.ts';

type Verdict = NonNullable<Rating['verdict']>['points'][number]['verdict'];

export type LifeOfPoint = {
  readonly no: number;
  readonly text: string;
  readonly answers: readonly {
    readonly replyId: number;
    readonly unitName: string;
    readonly round: number;
    readonly issuedOn: string;
    readonly text: string;
    readonly adoption: 'adopted' | 'partly' | 'notAdopted' | null;
    readonly verdicts: readonly { readonly name: string; readonly verdict: Verdict }[];
  }[];
};

/** What was said to each ask, latest round first, and what each proposer says became of it. Drafts do not count. */
export const livesOfPoints = ({
  points,
  replies,
  ratings,
}: Pick<Matter, 'points' | 'replies' | 'ratings'>): readonly LifeOfPoint[] =>
  points.map(({ no, text }) => ({
    no,
    text,
    answers: replies
      .filter((reply) => reply.state === 'issued')
      .toSorted((a, b) => b.round - a.round)
      .flatMap((reply) => {
        const answer = reply.content?.answers.find((one) => one.no === no);
        if (answer === undefined) return [];
        return [
          {
            replyId: reply.id,
            unitName: reply.unitName,
            round: reply.round,
            issuedOn: reply.issuedOn ?? '',
            text: answer.answer,
            adoption: answer.adoption,
            verdicts: ratings.flatMap((rating) => {
              const verdict = rating.verdict?.points.find((one) => one.no === no)?.verdict;
              return rating.replyId === reply.id && verdict !== undefined
                ? [{ name: rating.proposer.name, verdict }]
                : [];
            }),
          },
        ];
      }),
  }));
