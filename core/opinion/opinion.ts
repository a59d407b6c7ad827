import { checkText, type Decision, deny, firstRefusal, happen } from '../refusal.ts';

/** An assisting unit's opinion 会办意见: to the lead unit, word for word beside its draft; never to the proposer alone. */
export type Opinion = {
  readonly assignmentId: number;
  readonly text: string;
  /** The unit does not agree with the lead's course; what it disagrees with is recorded, not smoothed away. */
  readonly dissent: string | null;
  readonly contactPerson: string;
};

export type OpinionEvent = { readonly type: 'opinionGiven'; readonly opinion: Opinion };

export const decideOpinion = (opinion: Opinion): Decision<OpinionEvent> => {
  const bad = firstRefusal(
    checkText(opinion.text, 'text', 20_000),
    opinion.dissent === null ? null : checkText(opinion.dissent, 'dissent', 5_000),
    checkText(opinion.contactPerson, 'contactPerson', 100),
  );
  return bad === null ? happen({ type: 'opinionGiven', opinion }) : deny(bad);
};
